import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { action, apply, at, clean, code, draft, here, isWeb, marked, ours, placeOf, read, textOf, until, untitled, write } from './tools';

const asOf = '<!-- as-of: 2025-08-07 -->\n\n# Talks in the harbour\n\n';
const former = 'title/former-for-holder';
const talks = `${asOf}Former U.S. President Donald Trump spoke to the the press on Thursday.\n`;

describe('Blue Pencil in the editor', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  // without this nothing else can be: a hook that fails ends the suite
  before(async () => void (await marked(await draft(talks))));

  it('is activated by a draft', () => {
    assert.ok(vscode.extensions.getExtension('blue-pencil.blue-pencil')?.isActive);
    assert.match(vscode.extensions.getExtension('blue-pencil.blue-pencil')!.exports.version, /^\d+\.\d+\.\d+/);
  });

  for (const language of ['markdown', 'html', 'plaintext']) {
    it(`marks ${language}, saved nowhere`, async () => {
      const body = 'Former U.S. President Donald Trump spoke to the press for an hour on Thursday.';
      const editor = await untitled(
        language === 'html' ? `<!-- as-of: 2025-08-07 -->\n<h1>Talks</h1>\n<p>${body}</p>\n` : `<!-- as-of: 2025-08-07 -->\n\n${body}\n`,
        language,
      );
      const found = (await marked(editor, former)).find((d) => code(d) === former)!;
      assert.strictEqual(textOf(found, editor), 'Former U.S. President Donald Trump');
      assert.strictEqual(found.severity, vscode.DiagnosticSeverity.Error);
      assert.match((found.code as { target: vscode.Uri }).target.toString(), /^https:.*docs\/rules\/title\/former-for-holder\.md$/);
    });
  }

  it('places are exact after emoji, curly quotes, other scripts and CRLF', async () => {
    const editor = await draft(
      `${asOf}👩‍🚀👍🏽 “Quiet,” she’d said. قال שלום Former U.S. President Donald Trump spoke.\n`.replaceAll('\n', '\r\n'),
    );
    const found = (await marked(editor, former)).find((d) => code(d) === former)!;
    assert.strictEqual(textOf(found, editor), 'Former U.S. President Donald Trump');
    await apply(await action(editor, found.range, 'Change "Former U.S. President" to "U.S. President"'));
    assert.match(editor.document.getText(), /שלום U\.S\. President Donald Trump spoke\.\r\n$/);
    await clean(editor, former);
  });

  it('follows typing', async () => {
    const editor = await draft(`${asOf}U.S. President Donald Trump spoke.\n`);
    const start = placeOf(editor, 'U.S.').start;
    await editor.edit((e) => e.insert(start, 'Former '));
    await marked(editor, former);
    await editor.edit((e) => e.delete(new vscode.Range(start, start.translate(0, 7))));
    await clean(editor, former);
  });

  it('the light-bulb: fix, stet by comment, the rule page; each says what it does', async () => {
    const editor = await draft(talks);
    const found = (await marked(editor, former)).find((d) => code(d) === former)!;
    const fix = await action(editor, found.range, 'Change "Former U.S. President" to "U.S. President"');
    assert.strictEqual(fix.kind?.value, 'quickfix');
    assert.strictEqual(fix.isPreferred ?? false, false);
    assert.strictEqual((await action(editor, found.range, `Open the page of ${former}`)).command?.command, 'bluePencil.openRule');
    await apply(await action(editor, found.range, /^Let this paragraph stand/));
    await clean(editor, former);
    assert.match(editor.document.getText(), /\n<!-- stet title\/former-for-holder -->\nFormer U\.S\./);
  });

  it('stet by fingerprint is written to a file and holds there', async () => {
    const editor = await draft(talks);
    const found = (await marked(editor, former)).find((d) => code(d) === former)!;
    await apply(await action(editor, found.range, /note it in .*\.blue-pencil\.stet\.json$/));
    await clean(editor, former);
    const file = at('.blue-pencil.stet.json');
    const noted = await vscode.workspace.openTextDocument(file);
    await noted.save();
    assert.strictEqual(JSON.parse(await read(file)).stet[0].rule, former);
    await vscode.workspace.fs.delete(file);
    await marked(editor, former);
  });

  it('fix all applies what is certain and nothing else', async () => {
    const editor = await draft(talks);
    await marked(editor, 'copy/doubled-word');
    await vscode.commands.executeCommand('bluePencil.fixAll');
    await until('the doubled word to go', () => !editor.document.getText().includes('the the'));
    assert.match(editor.document.getText(), /Former U\.S\. President/);
  });

  it('fix all on save, where the person asks for it', async () => {
    const config = vscode.workspace.getConfiguration('editor', { languageId: 'markdown' });
    await config.update('codeActionsOnSave', { 'source.fixAll.bluePencil': 'explicit' }, vscode.ConfigurationTarget.Global, true);
    try {
      const editor = await draft(talks);
      await marked(editor, 'copy/doubled-word');
      await editor.edit((e) => e.insert(new vscode.Position(editor.document.lineCount - 1, 0), '\nAnd the the end of it.\n'));
      await editor.document.save();
      assert.strictEqual(editor.document.getText().includes('the the'), false);
      assert.strictEqual((await read(editor.document.uri)).includes('the the'), false);
    } finally {
      await config.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global, true);
    }
  });

  it('hover, symbols, inlay hints and completion', async () => {
    const editor = await draft(`${asOf}U.S. President Donald Trump spoke. They meet next Thursday.\n\n<!-- stet title/ -->\n`);
    const { uri } = editor.document;
    await until('the person', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        placeOf(editor, 'Donald').start,
      );
      return hovers
        .flatMap((h) => h.contents as vscode.MarkdownString[])
        .find((c) => /On 7 August 2025: \*\*President of the United States/.test(c.value));
    });
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
    assert.ok(
      symbols.some((s) => s.name === 'Donald Trump'),
      symbols.map((s) => s.name).join(),
    );
    const settings = vscode.workspace.getConfiguration('bluePencil');
    await settings.update('inlayHints.dates', true, vscode.ConfigurationTarget.Global);
    try {
      const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
      await until('the day of next Thursday', async () =>
        (await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', uri, whole)).find(
          (h) => h.label === 'Thu 14 August',
        ),
      );
    } finally {
      await settings.update('inlayHints.dates', undefined, vscode.ConfigurationTarget.Global);
    }
    const items = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      placeOf(editor, 'stet title/').end,
    );
    assert.ok(items.items.some((i) => i.label === former));
  });

  it('a config holds as soon as it changes; broken, it is marked in its own file and the last good one holds; deleted, it is gone', async () => {
    const file = at('.blue-pencil.json');
    const editor = await draft(talks);
    await marked(editor, former);
    const level = (wanted: vscode.DiagnosticSeverity) =>
      until(`level ${wanted}`, () => ours(editor.document.uri).find((d) => code(d) === former)?.severity === wanted);
    try {
      await write(file, '{ "rules": { "title": "warning" } }');
      await level(vscode.DiagnosticSeverity.Warning);
      await write(file, '{ "rules": { "title": "info" }, "ruls": {} }');
      await level(vscode.DiagnosticSeverity.Information);
      await until('the mark in the config', () => ours(file).some((d) => d.message.includes('Did you mean "rules"?')));
      await write(file, '{ "rules": { "title": ');
      await until('the mark in the broken config', () => ours(file).some((d) => d.message.includes('not JSON')));
      assert.strictEqual(ours(editor.document.uri).find((d) => code(d) === former)?.severity, vscode.DiagnosticSeverity.Information);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
    await level(vscode.DiagnosticSeverity.Error);
    await until('the marks in the config to go', () => ours(file).length === 0);
  });

  it('a mistake in the config is marked once, and the schema gives completion and hovers all the same', async () => {
    if (!vscode.extensions.getExtension('vscode.json-language-features')) return;
    const file = at('.blue-pencil.json');
    const mine = await draft(talks);
    await marked(mine, former);
    await write(file, '{ "rules": {} }');
    // as a person opens it: what an extension opens stays in memory after its tab is closed
    await vscode.commands.executeCommand('vscode.open', file, { preview: false });
    const editor = await until('the config to be shown', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path === file.path && active;
    });
    const set = async (text: string): Promise<void> => {
      const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
      await editor.edit((e) => e.replace(whole, text));
    };
    const all = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(file);
    try {
      // what is no JSON the editor's own JSON marks; ours gives way while it does
      await set('{ "rules": { "title": ');
      await until("JSON's own mark", () => all().some((d) => d.source !== 'Blue Pencil'));
      await until('ours to give way', () => ours(file).length === 0);
      await set('{ "failOn": "errr", "rules": { "titel": "off" } }');
      await until('our marks alone', () => all().length === 2 && ours(file).length === 2);
      await new Promise((resolve) => setTimeout(resolve, 2000));
      assert.deepStrictEqual(
        all().map((d) => d.message),
        ['"errr" is not a known value. Did you mean "error"?', '"titel" is not a known rule. Did you mean "title"?'],
      );
      const items = await until('completion of rules', async () => {
        const list = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          file,
          placeOf(editor, 'titel').start,
        );
        return list.items.length > 0 && list.items.map((i) => (typeof i.label === 'string' ? i.label : i.label.label));
      });
      assert.ok(items.includes(former), items.join());
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        file,
        placeOf(editor, 'failOn').start,
      );
      assert.match(
        hovers
          .flatMap((h) => h.contents as vscode.MarkdownString[])
          .map((c) => c.value)
          .join(),
        /From which level on a check fails/,
      );
    } finally {
      await editor.document.save();
      await vscode.workspace.fs.delete(file);
    }
    await until('the marks in the config to go', () => ours(file).length === 0);
  });

  it('names that are known and right have a tick behind them, where that is asked for, and the hover says so', async () => {
    const editor = await draft(`${asOf}U.S. President Donald Trump spoke. Trump left for North Macedonia.\n`);
    const { uri } = editor.document;
    const settings = vscode.workspace.getConfiguration('bluePencil');
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    const ticks = async (): Promise<string[]> =>
      (await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', uri, whole))
        .filter((h) => h.label === '✓')
        .map((h) => editor.document.getText(new vscode.Range(h.position.translate(0, -5), h.position)));
    const hover = async (words: string): Promise<string> => {
      const place = placeOf(editor, words).start.translate(0, 1);
      const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, place);
      return found
        .flatMap((h) => h.contents as vscode.MarkdownString[])
        .map((c) => c.value)
        .join();
    };
    await until('the confirmed spelling', async () => /✓ Confirmed spelling and title/.test(await hover('Donald')));
    assert.match(await hover('North Macedonia'), /### North Macedonia[\s\S]*✓ Confirmed spelling/);
    assert.deepStrictEqual(await ticks(), []);
    await settings.update('confirmedNames', 'hint', vscode.ConfigurationTarget.Global);
    try {
      await until('the ticks', async () => (await ticks()).join() === 'Trump,Trump');
    } finally {
      await settings.update('confirmedNames', undefined, vscode.ConfigurationTarget.Global);
    }
    await until('the ticks to go', async () => (await ticks()).length === 0);
  });

  it('settings: off by language, another level, a lower ceiling, all without a restart', async () => {
    const editor = await draft(talks);
    await marked(editor, former);
    const settings = vscode.workspace.getConfiguration('bluePencil');
    const global = vscode.ConfigurationTarget.Global;
    await settings.update('highestSeverity', 'warning', global);
    await until('a lower level', () => ours(editor.document.uri).every((d) => d.severity !== vscode.DiagnosticSeverity.Error));
    await settings.update('highestSeverity', undefined, global);
    await settings.update('rules', { title: 'off' }, global);
    await clean(editor, former);
    await settings.update('rules', undefined, global);
    await marked(editor, former);
    const markdown = vscode.workspace.getConfiguration('bluePencil', { languageId: 'markdown' });
    await markdown.update('enable', false, global, true);
    await until('silence', () => ours(editor.document.uri).length === 0);
    await markdown.update('enable', undefined, global, true);
    await marked(editor, former);
  });

  it('checks on saving only, where that is set', async () => {
    const settings = vscode.workspace.getConfiguration('bluePencil', { languageId: 'markdown' });
    await settings.update('run', 'onSave', vscode.ConfigurationTarget.Global, true);
    // a browser saves after a second where it is not told otherwise
    await vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global);
    try {
      const editor = await draft(`${asOf}U.S. President Donald Trump spoke to the the press.\n`);
      await marked(editor, 'copy/doubled-word');
      // a change of settings checks every draft anew: let it come to an end
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await editor.edit((e) => e.insert(placeOf(editor, 'U.S.').start, 'Former '));
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.strictEqual(
        ours(editor.document.uri).some((d) => code(d) === former),
        false,
      );
      await editor.document.save();
      await marked(editor, former);
    } finally {
      await settings.update('run', undefined, vscode.ConfigurationTarget.Global, true);
      await vscode.workspace.getConfiguration('files').update('autoSave', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('is switched off and on in this window', async () => {
    const editor = await draft(talks);
    await marked(editor);
    await vscode.commands.executeCommand('bluePencil.toggle');
    await until('silence', () => ours(editor.document.uri).length === 0);
    await vscode.commands.executeCommand('bluePencil.toggle');
    await marked(editor);
  });

  it('is restarted', async () => {
    const editor = await draft(talks);
    await marked(editor);
    await vscode.commands.executeCommand('bluePencil.restart');
    await editor.edit((e) => e.insert(new vscode.Position(editor.document.lineCount - 1, 0), '\nMore.\n'));
    await marked(editor, former);
  });

  it('checks the workspace, drafts that nobody opened too', async () => {
    const uri = at('unopened.md');
    await write(uri, talks);
    const opened = await draft(talks);
    await marked(opened);
    await vscode.commands.executeCommand('bluePencil.checkWorkspace');
    await until('findings in a draft that is not open', () => ours(uri).some((d) => code(d) === former));
    await vscode.workspace.fs.delete(uri);
    await until('the findings of a deleted draft to go', () => ours(uri).length === 0);
  });

  it('leaves alone what is no draft: other languages, other states of a file', async () => {
    const other = await untitled(talks, 'javascript');
    const mine = await draft(talks);
    await marked(mine);
    assert.deepStrictEqual(ours(other.document.uri), []);
    const provider = vscode.workspace.registerTextDocumentContentProvider('git', { provideTextDocumentContent: () => talks });
    const left = mine.document.uri.with({ scheme: 'git' });
    await vscode.commands.executeCommand('vscode.diff', left, mine.document.uri, 'a diff view');
    await marked(mine, former);
    assert.deepStrictEqual(ours(left), []);
    provider.dispose();
  });

  it('a read-only document is marked and not touched', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('blue-pencil-test', { provideTextDocumentContent: () => talks });
    const document = await vscode.languages.setTextDocumentLanguage(
      await vscode.workspace.openTextDocument(vscode.Uri.parse('blue-pencil-test:/a.md')),
      'markdown',
    );
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    await marked(editor, former);
    await vscode.commands.executeCommand('bluePencil.fixAll');
    assert.strictEqual(document.getText(), talks);
    provider.dispose();
  });

  it('a draft of many megabytes is one remark, and typing goes on', async () => {
    const editor = await untitled(talks.repeat(Math.ceil(3_000_000 / talks.length)));
    await marked(editor, 'too-long');
    assert.strictEqual(ours(editor.document.uri).length, 1);
    const began = Date.now();
    for (let i = 0; i < 10; i++) await editor.edit((e) => e.insert(new vscode.Position(0, 0), 'x'));
    assert.ok(Date.now() - began < 20_000, `${Date.now() - began} ms for ten keys`);
  });

  it('opens the page of a rule and a config that is not there yet, and writes nothing', async () => {
    await vscode.commands.executeCommand('bluePencil.openRule', former);
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse(`blue-pencil-rule:/${former}.md`));
    assert.match(page.getText(), /^# title\/former-for-holder/);
    await marked(await draft(talks));
    await vscode.commands.executeCommand('bluePencil.openConfig');
    await until('the config to be shown', () => vscode.window.activeTextEditor?.document.uri.path.endsWith('.blue-pencil.json'));
    assert.strictEqual(vscode.window.activeTextEditor!.document.isUntitled, true);
    await assert.rejects(() => Promise.resolve(vscode.workspace.fs.stat(at('.blue-pencil.json'))));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  if (!isWeb) {
    it('what Harper marks is left to it while it is at work, unless the config names the rule or the person wants both', async () => {
      // a stand-in for Harper that has its settings, all of them off
      assert.ok(vscode.extensions.getExtension('elijah-potter.harper'));
      const harper = vscode.workspace.getConfiguration('harper.linters');
      const settings = vscode.workspace.getConfiguration('bluePencil');
      const global = vscode.ConfigurationTarget.Global;
      const doubled = 'copy/doubled-word';
      const editor = await draft(talks);
      await marked(editor, doubled);
      try {
        await harper.update('RepeatedWords', true, global);
        await clean(editor, doubled);
        await marked(editor, former);
        await settings.update('besideOtherCheckers', 'keep', global);
        await marked(editor, doubled);
        await settings.update('besideOtherCheckers', undefined, global);
        await clean(editor, doubled);
        await write(at('.blue-pencil.json'), `{ "rules": { "${doubled}": "warning" } }`);
        await marked(editor, doubled);
      } finally {
        await vscode.workspace.fs.delete(at('.blue-pencil.json')).then(undefined, () => undefined);
        await settings.update('besideOtherCheckers', undefined, global);
        await harper.update('RepeatedWords', undefined, global);
      }
      await marked(editor, doubled);
    });

    it('two folders, two configs', async () => {
      const [one, two] = [vscode.Uri.joinPath(here(), 'one'), vscode.Uri.joinPath(here(), 'two')];
      await write(vscode.Uri.joinPath(one, '.blue-pencil.json'), '{ "rules": { "title": "off" } }');
      await write(vscode.Uri.joinPath(two, '.blue-pencil.json'), '{ "rules": { "title": "info" } }');
      const loud = await draft(talks, 'md', two);
      assert.strictEqual((await marked(loud, former)).find((d) => code(d) === former)!.severity, vscode.DiagnosticSeverity.Information);
      const silent = await draft(talks, 'md', one);
      await marked(silent, 'copy/doubled-word');
      assert.strictEqual(
        ours(silent.document.uri).some((d) => code(d) === former),
        false,
      );
      await vscode.workspace.fs.delete(one, { recursive: true });
      await vscode.workspace.fs.delete(two, { recursive: true });
    });

    it('the task runs the command line, and the problem matcher reads it', async () => {
      const { servers } = await import('./processes');
      assert.ok(servers().length > 0);
      const uri = at('for-the-task.md');
      await write(uri, talks);
      const [task] = await vscode.tasks.fetchTasks({ type: 'blue-pencil' });
      assert.ok(task);
      const ended = new Promise<number | undefined>((resolve) => {
        const listening = vscode.tasks.onDidEndTaskProcess((e) => {
          if (e.execution.task.name !== task.name) return;
          listening.dispose();
          resolve(e.exitCode);
        });
      });
      await vscode.tasks.executeTask(task);
      assert.strictEqual(await ended, 1);
      await until('what the problem matcher read', () => ours(uri).some((d) => code(d) === former && d.range.start.line === 4));
      await vscode.workspace.fs.delete(uri);
    });

    it('a server that is killed comes back, without a word to click away', async () => {
      const { servers, kill } = await import('./processes');
      const editor = await draft(talks);
      await marked(editor);
      const [first] = servers();
      assert.ok(first);
      kill(first);
      await until('another server', () => servers().some((p) => p !== first));
      await editor.edit((e) => e.insert(placeOf(editor, 'Former').start, 'Yesterday '));
      await until('marks at their new place', () =>
        ours(editor.document.uri).some((d) => code(d) === former && d.range.start.character === 10),
      );
    });
  }
});
