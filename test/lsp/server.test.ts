import { describe, expect, it } from 'vitest';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import { folder, here, open } from './desk';
import { type Editor, plain, start, titlesOnly, until } from './drive';

const draft = '# Talks\n\n<!-- as-of: 2025-08-07 -->\n\nFormer U.S. President Donald Trump spoke. Volodymyr Zelenskyy listened.\n';
const one = async (editor: Editor, uri: string): Promise<Diagnostic> => {
  const [first] = await editor.diagnostics(uri);
  return first!;
};

describe('an editor like VS Code', () => {
  it('pulls a diagnostic with code, link, source and data; the same again is unchanged', async () => {
    const editor = await open();
    editor.open('untitled:Untitled-1', draft, 'markdown');
    const report = await editor.pull('untitled:Untitled-1');
    if (report.kind !== 'full') throw new Error();
    expect(report.items).toHaveLength(1);
    const [d] = report.items;
    expect(d).toMatchObject({
      source: 'Blue Pencil',
      code: 'title/former-for-holder',
      severity: DiagnosticSeverity.Error,
      range: { start: { line: 4, character: 0 }, end: { line: 4, character: 34 } },
    });
    expect(d!.message).toContain('is in office');
    expect(d!.codeDescription!.href).toMatch(/^https:.*docs\/rules\/title\/former-for-holder\.md$/);
    expect(await editor.pull('untitled:Untitled-1', report.resultId)).toEqual({ kind: 'unchanged', resultId: report.resultId });
    expect(editor.shown).toEqual([]);
  });

  it('ends with exit code 0, started either way', async () => {
    const editor = await start();
    expect(await editor.stop()).toBe(0);
    const cli = await start({}, [
      process.env.BLUE_PENCIL_DIST ? `${process.env.BLUE_PENCIL_DIST}/cli.js` : 'dist/cli.js',
      'lsp',
      '--stdio',
    ]);
    cli.open('untitled:a', draft, 'markdown');
    expect(await cli.diagnostics('untitled:a')).toHaveLength(1);
    expect(await cli.stop()).toBe(0);
  });
});

describe('an editor that knows little', () => {
  it('is pushed diagnostics, and gets actions without data', async () => {
    const f = folder({ 'a.md': draft });
    const editor = await open({ capabilities: plain, initializationOptions: { settings: titlesOnly } });
    editor.open(f.uri('a.md'), draft, 'markdown');
    const [d] = await editor.diagnostics(f.uri('a.md'));
    expect(d).toMatchObject({ code: 'title/former-for-holder' });
    expect(d!.relatedInformation).toBeUndefined();
    const actions = await editor.actions(f.uri('a.md'), d!, undefined, true);
    expect(actions[0]!.title).toBe('Change "Former U.S. President" to "U.S. President"');
    expect(editor.apply(actions[0]!.edit!).get(f.uri('a.md'))).toContain('\n\nU.S. President Donald Trump spoke.');
    editor.published.clear();
    editor.edit(f.uri('a.md'), { start: { line: 4, character: 0 }, end: { line: 4, character: 7 } }, '');
    expect(await until(() => editor.published.get(f.uri('a.md')))).toEqual([]);
    editor.close(f.uri('a.md'));
  });

  it('is followed when a config changes on the disk, though it watches nothing', async () => {
    const f = folder({ 'a.md': draft });
    const editor = await open({ capabilities: plain, initializationOptions: { settings: titlesOnly } });
    editor.open(f.uri('a.md'), draft, 'markdown');
    expect(await editor.diagnostics(f.uri('a.md'))).toHaveLength(1);
    f.write('.blue-pencil.json', '{ "rules": { "title": "off" } }');
    await new Promise((resolve) => setTimeout(resolve, 600));
    editor.published.clear();
    editor.edit(f.uri('a.md'), { start: { line: 0, character: 7 }, end: { line: 0, character: 7 } }, '!');
    expect(await until(() => editor.published.get(f.uri('a.md')))).toEqual([]);
  });
});

describe('config', () => {
  it('is taken anew when it changes; broken, it is marked in its own file and the last good one holds; deleted, its rules go', async () => {
    const f = folder({ 'a.md': draft, '.blue-pencil.json': '{ "rules": { "title": "warning" } }' });
    const editor = await open({ folders: [f.path] });
    editor.open(f.uri('a.md'), draft);
    expect(await one(editor, f.uri('a.md'))).toMatchObject({ severity: DiagnosticSeverity.Warning });
    const changed = async (type: number): Promise<void> => {
      const before = editor.refreshes();
      await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: f.uri('.blue-pencil.json'), type }] });
      await until(() => editor.refreshes() > before);
    };

    f.write('.blue-pencil.json', '{ "rules": { "title": "info" }, "ruls": {} }');
    await changed(2);
    expect(await one(editor, f.uri('a.md'))).toMatchObject({ severity: DiagnosticSeverity.Information });
    const [wrong] = await until(() => editor.published.get(f.uri('.blue-pencil.json')));
    expect(wrong).toMatchObject({ range: { start: { line: 0, character: 32 }, end: { line: 0, character: 38 } } });
    expect(wrong!.message).toContain('Did you mean "rules"?');

    editor.published.clear();
    f.write('.blue-pencil.json', '{ "rules": { "title": ');
    await changed(2);
    expect(await one(editor, f.uri('a.md'))).toMatchObject({ severity: DiagnosticSeverity.Information });
    const broken = await until(() => editor.published.get(f.uri('.blue-pencil.json')));
    expect(broken[0]!.message).toMatch(/not JSON.*the settings as they last were hold/);
    // an editor that reads JSON itself can tell these from what only we say
    expect([wrong!.code, ...broken.map((d) => d.code)]).toEqual(['config', ...broken.map(() => 'config-syntax')]);

    f.remove('.blue-pencil.json');
    await changed(3);
    expect(await one(editor, f.uri('a.md'))).toMatchObject({ severity: DiagnosticSeverity.Error });
    await until(() => editor.published.get(f.uri('.blue-pencil.json'))?.length === 0);
    expect(editor.log.filter((l) => l.includes('was deleted'))).toHaveLength(1);
    expect(editor.shown).toEqual([]);
  });

  it('counts as it stands in an open editor, before it is saved', async () => {
    const f = folder({ 'a.md': draft, '.blue-pencil.json': '{}' });
    const editor = await open({ folders: [f.path] });
    editor.open(f.uri('a.md'), draft);
    expect(await editor.diagnostics(f.uri('a.md'))).toHaveLength(1);
    editor.open(f.uri('.blue-pencil.json'), '{}');
    editor.edit(
      f.uri('.blue-pencil.json'),
      { start: { line: 0, character: 1 }, end: { line: 0, character: 1 } },
      '"rules":{"title":"off"}',
    );
    await until(() => editor.refreshes() > 0);
    expect(await editor.diagnostics(f.uri('a.md'))).toEqual([]);
    // deleted, it holds no longer, though the editor still has its text
    f.remove('.blue-pencil.json');
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: f.uri('.blue-pencil.json'), type: 3 }],
    });
    expect(await editor.diagnostics(f.uri('a.md'))).toHaveLength(1);
  });

  it("is each folder's own", async () => {
    const f = folder({
      'one/.blue-pencil.json': '{ "rules": { "title": "off" } }',
      'two/.blue-pencil.json': '{ "rules": { "title": "info" } }',
    });
    const editor = await open({ folders: [f.file('one'), f.file('two')] });
    editor.open(f.uri('one/a.md'), draft);
    editor.open(f.uri('two/a.md'), draft);
    expect(await editor.diagnostics(f.uri('one/a.md'))).toEqual([]);
    expect(await one(editor, f.uri('two/a.md'))).toMatchObject({ severity: DiagnosticSeverity.Information });
  });
});

describe('limits', () => {
  it('a rule that throws is one line in the log, and the others go on', async () => {
    const { rules } = await import('../../server/src/core');
    const bad = {
      ...rules[0]!,
      id: 'title/throws' as const,
      scope: 'paragraph' as const,
      check() {
        throw new Error('on purpose');
      },
    };
    const editor = await here({}, { rules: [...rules, bad as unknown as (typeof rules)[number]] });
    editor.open('untitled:a', draft, 'markdown');
    expect(await editor.diagnostics('untitled:a')).toHaveLength(1);
    for (let i = 0; i < 5; i++) {
      editor.edit('untitled:a', { start: { line: 0, character: 2 }, end: { line: 0, character: 2 } }, 'x');
      await editor.diagnostics('untitled:a');
    }
    await until(() => editor.log.some((l) => l.includes('title/throws')));
    expect(editor.log.filter((l) => l.includes('title/throws'))).toHaveLength(1);
    expect(editor.shown).toEqual([]);
  });

  it('a draft of 10 MB is one remark, at once', async () => {
    const editor = await open();
    editor.open('untitled:big', draft.repeat(Math.ceil(10_000_000 / draft.length)), 'markdown');
    const items = await editor.diagnostics('untitled:big');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ code: 'too-long', severity: DiagnosticSeverity.Information });
  });

  it('of many findings the gravest are shown, and how many are not', async () => {
    const editor = await open({ settings: { maxNumberOfProblems: 3 } });
    editor.open('untitled:a', `<!-- as-of: 2025-08-07 -->\n\n${'Former U.S. President Donald Trump spoke.\n\n'.repeat(5)}`, 'markdown');
    const items = await editor.diagnostics('untitled:a');
    expect(items).toHaveLength(4);
    expect(items[3]!.message).toContain('2 more findings are not shown');
  });

  it('a pull that is cancelled is answered so, and the next one with the text as it then stands', async () => {
    const editor = await open({ settings: { delay: 3000 } });
    editor.open('untitled:a', draft, 'markdown');
    expect(await editor.diagnostics('untitled:a')).toHaveLength(1);
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
    editor.edit('untitled:a', { start: { line: 4, character: 0 }, end: { line: 4, character: 7 } }, '');
    const cancel = new CancellationTokenSource();
    const pulled = editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: 'untitled:a' } }, cancel.token);
    const began = Date.now();
    cancel.cancel();
    await expect(pulled).rejects.toMatchObject({ code: -32800 });
    expect(Date.now() - began).toBeLessThan(2500);
    editor.settings.delay = 0;
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await editor.diagnostics('untitled:a')).toEqual([]);
  });

  it('settings: off, other levels, a lower ceiling; wrong values keep their defaults', async () => {
    const editor = await open();
    editor.open('untitled:a', draft, 'markdown');
    const set = async (settings: Record<string, unknown>): Promise<readonly Diagnostic[]> => {
      for (const key of Object.keys(editor.settings)) delete editor.settings[key];
      Object.assign(editor.settings, titlesOnly, settings, { rules: settings.rules ?? titlesOnly.rules });
      await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      return editor.diagnostics('untitled:a');
    };
    expect(await set({ enable: false })).toEqual([]);
    expect(await set({ rules: { ...titlesOnly.rules, title: 'off' } })).toEqual([]);
    expect((await set({ rules: { ...titlesOnly.rules, title: 'info' } }))[0]!.severity).toBe(DiagnosticSeverity.Information);
    expect((await set({ highestSeverity: 'warning' }))[0]!.severity).toBe(DiagnosticSeverity.Warning);
    expect(
      (await set({ maxNumberOfProblems: 'many', rules: { ...titlesOnly.rules, 'title/not-holder': 'loud' }, enable: 'yes' }))[0]!.severity,
    ).toBe(DiagnosticSeverity.Error);
  });
});

it('after a keystroke only the touched paragraph is judged anew', async () => {
  const editor = await here();
  const text = `<!-- as-of: 2025-08-07 -->\n\n# Talks\n\n${Array.from({ length: 200 }, (_, i) => `Paragraph ${i} tells of the harbour and its ${i} boats.`).join('\n\n')}\n`;
  editor.open('untitled:a', text, 'markdown');
  await editor.diagnostics('untitled:a');
  const linter = editor
    .desk()!
    .house.pencilFor(undefined, await editor.desk()!.settings.of('untitled:a'))
    .linterOf(undefined);
  const before = linter.judged();
  expect(before).toBeGreaterThanOrEqual(201);
  editor.edit('untitled:a', { start: { line: 104, character: 9 }, end: { line: 104, character: 9 } }, 'x');
  await editor.diagnostics('untitled:a');
  expect(linter.judged() - before).toBe(1);
  editor.edit('untitled:a', { start: { line: 2, character: 2 }, end: { line: 2, character: 2 } }, 'New ');
  await editor.diagnostics('untitled:a');
  expect(linter.judged() - before).toBe(2);
  // asking for actions, hovers and symbols judges nothing again
  await editor.actions('untitled:a', { start: { line: 4, character: 0 }, end: { line: 4, character: 4 } });
  await editor.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: 'untitled:a' } });
  expect(linter.judged() - before).toBe(2);
});
