import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CompletionItem, Diagnostic, DocumentSymbol, Hover, InlayHint, MarkupContent } from 'vscode-languageserver-protocol/node';
import type { ParagraphRule, Rule } from '../../server/src/core';
import { folder, here } from './desk';
import { type Editor, plain, titlesOnly, until } from './drive';

const at = (text: string, words: string): { line: number; character: number } => {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
};

describe('hover', () => {
  const text = '<!-- as-of: 2025-08-07 -->\n\n# Talks\n\nU.S. President Donald Trump spoke. They meet again next Thursday.\n';
  const hover = async (editor: Editor, uri: string, where: string): Promise<string | undefined> => {
    const found: Hover | null = await editor.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: at(text, where),
    });
    return (found?.contents as MarkupContent | undefined)?.value;
  };

  it('on a person says who it is, which offices when, what was true on the dateline, and up to when that was verified', async () => {
    const editor = await here();
    editor.open('untitled:a', text, 'markdown');
    const page = await hover(editor, 'untitled:a', 'Donald');
    expect(page).toContain('### Donald Trump');
    expect(page).toContain('On 7 August 2025: **President of the United States**');
    expect(page).toContain('20 January 2017 – 20 January 2021');
    expect(page).toMatch(/Judged on 7 August 2025, from its comment\. Edition .*verified to/);
  });

  it('on a date says the day, and is silent elsewhere', async () => {
    const editor = await here();
    editor.open('untitled:a', text, 'markdown');
    expect(await hover(editor, 'untitled:a', 'next Thursday')).toContain('Thursday, 14 August 2025');
    expect(await hover(editor, 'untitled:a', 'They')).toBeUndefined();
  });
});

it('inlay hints are off unless asked for, and then say the day that words leave open', async () => {
  const editor = await here();
  const text = '<!-- as-of: 2025-08-07 -->\n\nThey meet next Thursday, and met on Aug. 7, 2025.\n';
  editor.open('untitled:a', text, 'markdown');
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const hints = (): Promise<InlayHint[]> =>
    editor.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri: 'untitled:a' }, range });
  expect(await hints()).toEqual([]);
  editor.settings.inlayHints = { dates: true };
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  const [hint, ...more] = await hints();
  expect(hint).toMatchObject({ label: 'Thu 14 August', position: { line: 2, character: 23 }, paddingLeft: true });
  expect(more).toEqual([]);
});

describe('completion', () => {
  const complete = async (editor: Editor, uri: string, position: { line: number; character: number }): Promise<CompletionItem[]> =>
    (await editor.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position })) as CompletionItem[];

  it('gives rule ids and groups in a stet comment, those named already left out', async () => {
    const editor = await here();
    editor.open('untitled:a', '<!-- stet title/not-holder, title/fo -->\n', 'markdown');
    const items = await complete(editor, 'untitled:a', { line: 0, character: 36 });
    const labels = items.map((i) => i.label);
    expect(labels).toContain('title/former-for-holder');
    expect(labels).toContain('title');
    expect(labels).not.toContain('title/not-holder');
    expect(items.find((i) => i.label === 'title/former-for-holder')!.textEdit).toMatchObject({
      newText: 'title/former-for-holder',
      range: { start: { character: 28 }, end: { character: 36 } },
    });
  });

  it('gives the people of the desk after a capital, and nobody in running text', async () => {
    const f = folder({ '.blue-pencil.json': '{ "people": { "Jane Okoro": { "role": "mayor of Example" } } }' });
    const editor = await here({ folders: [f.path] });
    editor.open(f.uri('a.md'), 'The mayor, Ja\n');
    expect(await complete(editor, f.uri('a.md'), { line: 0, character: 13 })).toMatchObject([
      { label: 'Jane Okoro', detail: 'mayor of Example' },
    ]);
    expect(await complete(editor, f.uri('a.md'), { line: 0, character: 9 })).toEqual([]);
  });
});

it('symbols: the dateline, headings with what stands under them, the people', async () => {
  const editor = await here();
  const text =
    '<!-- as-of: 2025-08-07 -->\n\n# Talks\n\n## First day\n\nU.S. President Donald Trump spoke. Trump left.\n\n## Second day\n\nNothing.\n';
  editor.open('untitled:a', text, 'markdown');
  const symbols: DocumentSymbol[] = await editor.connection.sendRequest('textDocument/documentSymbol', {
    textDocument: { uri: 'untitled:a' },
  });
  expect(symbols.map((s) => `${s.name} (${s.detail}) ${s.children?.map((c) => c.name).join(', ')}`)).toEqual([
    '7 August 2025 (dateline, comment) ',
    'Talks (headline) First day, Second day',
    'Donald Trump (named 2 times) ',
  ]);
  for (const s of symbols) expect(s.selectionRange.start.line).toBeGreaterThanOrEqual(s.range.start.line);
  const little = await here({ capabilities: plain });
  little.open('untitled:a', text, 'markdown');
  const flat: { name: string; location: unknown }[] = await little.connection.sendRequest('textDocument/documentSymbol', {
    textDocument: { uri: 'untitled:a' },
  });
  expect(flat.map((s) => s.name)).toEqual(['7 August 2025', 'Talks', 'First day', 'Second day', 'Donald Trump']);
});

describe('places are exact', () => {
  const words: ParagraphRule = {
    id: 'copy/teh',
    scope: 'paragraph',
    summary: '',
    rationale: '',
    severity: 'warning',
    quotes: 'same',
    examples: { wrong: [], stands: [] },
    *check(p) {
      for (const m of p.text.matchAll(/teh/g))
        yield {
          span: { start: m.index, end: m.index + 3 },
          message: 'teh',
          fixes: [{ title: 'the', confidence: 'certain' as const, edits: [{ span: { start: m.index, end: m.index + 3 }, text: 'the' }] }],
        };
    },
  };
  const texts = {
    emoji: '👩‍🚀👍🏽 teh “paper” 🇬🇧 teh\n',
    crlf: 'One teh\r\n\r\nTwo 👍 teh\r\n',
    'a lone CR': 'One teh\r\rTwo teh\r',
    'curly quotes': '“She’s read it,” he said of teh ‘paper’ and teh rest.\n',
    'right to left': 'قال teh רשם teh שלום\n',
    'combining marks': 'Cafe\u0301 teh nai\u0308ve teh\n',
    'no last line end': 'teh',
  };
  for (const [name, text] of Object.entries(texts)) {
    it(name, async () => {
      const editor = await here({ settings: { rules: {} } }, { rules: [words as Rule] });
      for (const language of ['plaintext', 'markdown']) {
        const uri = `untitled:${language}`;
        const document = editor.open(uri, text, language);
        const items = await editor.diagnostics(uri);
        expect(items.map((d) => document.getText(d.range))).toEqual(Array(text.match(/teh/g)!.length).fill('teh'));
        // incremental changes before the mark keep it exact
        editor.edit(uri, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '🙂 ');
        expect((await editor.diagnostics(uri)).map((d) => document.getText(d.range))).toEqual(
          Array(text.match(/teh/g)!.length).fill('teh'),
        );
        const [fix] = await editor.actions(uri, { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }, ['source.fixAll']);
        expect(editor.apply(fix!.edit!).get(uri)).toBe(`🙂 ${text.replaceAll('teh', 'the')}`);
      }
    });
  }
});

describe('files that lie on no disk', () => {
  it('are judged by the configs that the client sends for them', async () => {
    const editor = await here({ folders: [] });
    const text = '<!-- as-of: 2025-08-07 -->\n\n# Talks\n\nFormer U.S. President Donald Trump spoke.\n';
    const uri = 'vscode-vfs://github/desk/world/a.md';
    editor.open(uri, text);
    expect(await editor.diagnostics(uri)).toHaveLength(1);
    await editor.connection.sendNotification('bluePencil/files', {
      files: [{ uri: 'vscode-vfs://github/desk/.blue-pencil.json', text: '{ "rules": { "title": "off" } }' }],
    });
    expect(await editor.diagnostics(uri)).toEqual([]);
    await editor.connection.sendNotification('bluePencil/files', {
      files: [{ uri: 'vscode-vfs://github/desk/.blue-pencil.json', text: null }],
    });
    expect(await editor.diagnostics(uri)).toHaveLength(1);
  });
});

describe('the requests of our client', () => {
  const text = '---\ndate: 2025-08-06\n---\n\n# Talks\n\nFormer U.S. President Donald Trump spoke.\n';
  const setDate = async (editor: Editor, uri: string, on: string): Promise<string> => {
    const { edit, refused } = (await editor.connection.sendRequest('bluePencil/setDate', { uri, on })) as {
      edit?: object;
      refused?: string;
    };
    return edit ? editor.apply(edit).get(uri)! : refused!;
  };

  it('sets the date where the draft says it', async () => {
    const editor = await here();
    editor.open('untitled:a', text, 'markdown');
    expect(await setDate(editor, 'untitled:a', '2023-01-02')).toContain('---\ndate: 2023-01-02\n---\n');
    expect(await setDate(editor, 'untitled:a', '2023-02-30')).toContain('no such day');
    for (const language of ['markdown', 'plaintext', 'html']) {
      const uri = `untitled:${language}`;
      editor.open(uri, language === 'html' ? '<h1>Talks</h1>\n<p>Trump spoke.</p>\n' : 'Trump spoke.\n', language);
      const dated = await setDate(editor, uri, '2023-01-02');
      expect(dated).toMatch(/^<!-- as-of: 2023-01-02 -->\n/);
      editor.open(`${uri}2`, dated, language);
      expect(await setDate(editor, `${uri}2`, '2024-03-04')).toMatch(/^<!-- as-of: 2024-03-04 -->\n/);
    }
  });

  it('tells how a draft stands after each check', async () => {
    const f = folder({ 'a.md': text, '.blue-pencil.json': '{}' });
    const editor = await here({ folders: [f.path], initializationOptions: { ours: true } });
    const told: unknown[] = [];
    editor.connection.onNotification('bluePencil/status', (s: unknown) => void told.push(s));
    editor.open(f.uri('a.md'), text);
    await editor.diagnostics(f.uri('a.md'));
    await until(() => told.length > 0);
    expect(told[0]).toMatchObject({
      uri: f.uri('a.md'),
      state: 'checked',
      dateline: { on: '2025-08-06', from: 'front matter' },
      counts: { error: 1, warning: 0, info: 0 },
      config: f.uri('.blue-pencil.json'),
      configBroken: false,
    });
  });

  it('checks the workspace: every draft, the ignored and excluded left out, cancellable; open drafts as they stand', async () => {
    const f = folder({
      'a.md': text,
      'sub/b.md': text,
      'sub/c.txt': 'Nothing.\n',
      'out/d.md': text,
      'no.js': '',
      '.gitignore': 'out\n',
      'x/.blue-pencil.json': '{"exclude":["*"]}',
      'x/e.md': text,
    });
    const editor = await here({ folders: [f.path] });
    const progress: string[] = [];
    editor.connection.onNotification('$/progress', ({ value }: { value: { message: string } }) => void progress.push(value.message));
    editor.open(f.uri('a.md'), text.replace('Former ', ''));
    const result = await editor.connection.sendRequest('bluePencil/checkWorkspace', { progress: 'p1' });
    expect(result).toMatchObject({ drafts: 3, counts: { error: 1 }, unread: [], cancelled: false });
    expect(editor.published.get(f.uri('sub/b.md'))).toHaveLength(1);
    expect(editor.published.get(f.uri('a.md')) ?? []).toEqual([]);
    await until(() => progress.length === 4);
    // a draft that is opened shows what is pulled for it, and nothing twice
    editor.open(f.uri('sub/b.md'), text);
    await until(() => editor.published.get(f.uri('sub/b.md'))?.length === 0);
    const closed = until(() => editor.published.get(f.uri('sub/b.md'))?.length === 1);
    editor.close(f.uri('sub/b.md'));
    await closed;
    f.remove('sub/b.md');
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: f.uri('sub/b.md'), type: 3 }] });
    await until(() => editor.published.get(f.uri('sub/b.md'))?.length === 0);
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
    const cancel = new CancellationTokenSource();
    const going = editor.connection.sendRequest('bluePencil/checkWorkspace', { progress: 'p2' }, cancel.token);
    cancel.cancel();
    expect(await going.catch(() => ({ cancelled: true }))).toMatchObject({ cancelled: true });
  });

  it('takes a reason for what stands', async () => {
    const stet = '{\n  "stet": [\n    { "fingerprint": "abc", "rule": "x", "text": "y", "reason": "" }\n  ]\n}\n';
    const f = folder({ '.blue-pencil.stet.json': stet });
    const editor = await here({ folders: [f.path] });
    editor.open(f.uri('.blue-pencil.stet.json'), stet);
    const { edit } = (await editor.connection.sendRequest('bluePencil/giveReason', {
      uri: f.uri('.blue-pencil.stet.json'),
      fingerprint: 'abc',
      reason: 'It is a quotation.',
    })) as { edit: object };
    expect(JSON.parse(editor.apply(edit).get(f.uri('.blue-pencil.stet.json'))!).stet[0].reason).toBe('It is a quotation.');
    expect(readFileSync(f.file('.blue-pencil.stet.json'), 'utf8')).toBe(stet);
  });

  it('lists the rules with the levels that hold', async () => {
    const f = folder({ '.blue-pencil.json': '{ "rules": { "title/term-tense": "off" } }' });
    const editor = await here({ folders: [f.path] });
    const list: { id: string; level: string }[] = await editor.connection.sendRequest('bluePencil/rules', { uri: f.uri('a.md') });
    expect(list.find((r) => r.id === 'title/term-tense')!.level).toBe('off');
    expect(list.find((r) => r.id === 'title/former-for-holder')!.level).toBe('error');
  });
});

it('points to the other place that a finding speaks of, in the draft itself', async () => {
  const rule: Rule = {
    id: 'name/variant',
    scope: 'draft',
    summary: '',
    rationale: '',
    severity: 'warning',
    quotes: 'same',
    examples: { wrong: [], stands: [] },
    *check(draft) {
      const [first, second] = draft.paragraphs;
      const at = { start: 0, end: 8 };
      yield {
        placed: second!,
        span: at,
        message: 'Two spellings.',
        related: [{ placed: first!, span: at, message: 'spelled Zelenskyy here' }],
      };
    },
  };
  const f = folder({ 'a.md': '' });
  const editor = await here({ settings: { rules: {} } }, { rules: [rule] });
  editor.open(f.uri('a.md'), 'Zelenskyy met them for an hour.\n\nZelenski left.\n');
  const [d] = await editor.diagnostics(f.uri('a.md'));
  expect(d!.relatedInformation).toEqual([
    {
      location: { uri: f.uri('a.md'), range: { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } } },
      message: 'spelled Zelenskyy here',
    },
  ]);
});

it('a draft that is closed and opened again while a pull waits is answered from what is open', async () => {
  const editor = await here({ settings: { delay: 300 } });
  const text = '<!-- as-of: 2025-08-07 -->\n\nFormer U.S. President Donald Trump spoke.\n';
  editor.open('untitled:a', text, 'markdown');
  await editor.diagnostics('untitled:a');
  editor.edit('untitled:a', { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, 'x ');
  const pulled = editor.diagnostics('untitled:a');
  editor.close('untitled:a');
  editor.open('untitled:a', 'Nothing.\n', 'markdown');
  expect(await pulled).toEqual([]);
});

it('an editor that cannot be asked is told apart by what it sends', async () => {
  const editor = await here({ capabilities: plain, initializationOptions: { settings: titlesOnly } });
  const text = '<!-- as-of: 2025-08-07 -->\n\nFormer U.S. President Donald Trump spoke.\n';
  editor.open('untitled:a', text, 'markdown');
  const [d] = (await editor.diagnostics('untitled:a')) as Diagnostic[];
  expect(d!.severity).toBe(1);
  editor.published.clear();
  await editor.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { bluePencil: { ...titlesOnly, highestSeverity: 'info' } },
  });
  expect((await until(() => editor.published.get('untitled:a')))[0]!.severity).toBe(3);
});
