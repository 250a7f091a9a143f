import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol/node';
import { type DraftRule, type ParagraphRule, type Rule, rules } from '../../server/src/core';
import { folder, here } from './desk';
import { plain, until } from './drive';

/** Rules of the test's own, so that what the server does with findings does not hang on what the shipped rules find. */
const face = {
  summary: 'A test.',
  rationale: 'For tests.',
  severity: 'warning',
  quotes: 'same',
  examples: { wrong: [], stands: [] },
} as const;
const words = (
  id: Rule['id'],
  pattern: RegExp,
  fixed: (word: string) => string | undefined,
  confidence: 'certain' | 'judgement',
): ParagraphRule => ({
  ...face,
  id,
  scope: 'paragraph',
  *check(paragraph) {
    for (const m of paragraph.text.matchAll(pattern)) {
      const span = { start: m.index, end: m.index + m[0].length };
      const text = fixed(m[0]);
      yield {
        span,
        message: `"${m[0]}" is wrong.`,
        ...(text === undefined ? {} : { fixes: [{ title: `Change "${m[0]}" to "${text}"`, confidence, edits: [{ span, text }] }] }),
      };
    }
  },
});
const teh = words('copy/teh', /\bteh\b/g, () => 'the', 'certain');
const double = words('copy/double', /\bthe the\b/g, () => 'the', 'certain');
const spelling = words('name/variant', /\bZelensk(?:i|ii|y)\b/g, () => 'Zelenskyy', 'judgement');
const stranger = words('name/misspelled', /\bJane Okora\b/g, () => 'Jane Okoro', 'judgement');
const residue: DraftRule = {
  ...face,
  id: 'boilerplate/test',
  scope: 'draft',
  *check(draft) {
    for (const placed of draft.paragraphs)
      if (/^Share this/.test(placed.paragraph.text))
        yield {
          placed,
          span: { start: 0, end: placed.paragraph.text.length },
          message: 'Residue. Delete it.',
          fixes: [{ title: 'Delete the line', confidence: 'certain', edits: [], remove: [placed] }],
        };
  },
};
const mine: Rule[] = [teh, double, spelling, stranger, residue];
const settings = { rules: {} };
const titles = (actions: readonly CodeAction[]): string[] => actions.map((a) => a.title);
const find = (actions: readonly CodeAction[], start: string): CodeAction => {
  const found = actions.find((a) => a.title.startsWith(start));
  if (!found) throw new Error(`no action "${start}…" among ${titles(actions).join(' | ')}`);
  return found;
};
const by = (items: readonly Diagnostic[], code: string): Diagnostic => items.find((d) => d.code === code)!;

describe('fixes', () => {
  it('come best first, the certain one alone preferred, each with its edit and its diagnostic', async () => {
    const editor = await here({ settings }, { rules: mine });
    editor.open('untitled:a', 'He read teh paper with Zelenski.\n', 'plaintext');
    const items = await editor.diagnostics('untitled:a');
    const actions = await editor.actions('untitled:a', by(items, 'copy/teh'));
    expect(actions[0]).toMatchObject({
      title: 'Change "teh" to "the"',
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [by(items, 'copy/teh')],
    });
    expect(editor.apply(actions[0]!.edit!).get('untitled:a')).toBe('He read the paper with Zelenski.\n');
    const others = await editor.actions('untitled:a', by(items, 'name/variant'));
    expect(others.some((a) => a.isPreferred)).toBe(false);
    expect(others.every((a) => a.edit || a.command?.command === 'bluePencil.openRule')).toBe(true);
    expect(titles(others).at(-1)).toBe('Open the page of name/variant');
  });

  it('are made from the text as it stands, not as it was when the diagnostic was', async () => {
    const editor = await here({ settings }, { rules: mine });
    editor.open('untitled:a', 'He read teh paper.\n', 'plaintext');
    const d = by(await editor.diagnostics('untitled:a'), 'copy/teh');
    editor.edit('untitled:a', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, 'First line.\n\n');
    const [fix] = await editor.actions('untitled:a', {
      ...d,
      range: { start: { line: 2, character: 8 }, end: { line: 2, character: 11 } },
    });
    expect(editor.apply(fix!.edit!).get('untitled:a')).toBe('First line.\n\nHe read the paper.\n');
  });

  it('of one rule, of one spelling, of all residue: one step each', async () => {
    const editor = await here({ settings }, { rules: mine });
    const text =
      '# Head\n\nZelenski met teh press. Volodymyr Zelensky left.\n\nShare this now\n\nTeh end, teh very end, with Zelenskii.\n\nShare this again\n\nEnd.\n';
    editor.open('untitled:a', text, 'markdown');
    const items = await editor.diagnostics('untitled:a');
    const spelled = find(await editor.actions('untitled:a', by(items, 'name/variant')), 'Use "Zelenskyy" throughout');
    expect(spelled.title).toBe('Use "Zelenskyy" throughout this draft (3 places)');
    expect(
      editor
        .apply(spelled.edit!)
        .get('untitled:a')!
        .match(/Zelenskyy/g),
    ).toHaveLength(3);
    const all = find(await editor.actions('untitled:a', by(items, 'copy/teh')), 'Fix all 2 of copy/teh');
    expect(editor.apply(all.edit!).get('untitled:a')).not.toContain('teh');
    const gone = find(await editor.actions('untitled:a', by(items, 'boilerplate/test')), 'Delete all residue in this draft (2 places)');
    expect(editor.apply(gone.edit!).get('untitled:a')).toBe(
      '# Head\n\nZelenski met teh press. Volodymyr Zelensky left.\n\nTeh end, teh very end, with Zelenskii.\n\nEnd.\n',
    );
  });

  it('source.fixAll.bluePencil applies the certain ones, to the end, as the smallest edits, and is all that source actions are', async () => {
    const editor = await here({ settings }, { rules: mine });
    editor.open('untitled:a', 'He read teh the paper of Zelenski.\r\n\r\nShare this\r\n\r\nteh end 👩‍🚀 teh end\r\n', 'plaintext');
    const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    for (const only of ['source.fixAll.bluePencil', 'source.fixAll', 'source']) {
      const actions = await editor.actions('untitled:a', whole, [only]);
      expect(actions).toHaveLength(1);
      expect(actions[0]!.kind).toBe('source.fixAll.bluePencil');
      expect(editor.apply(actions[0]!.edit!).get('untitled:a')).toBe('He read the paper of Zelenski.\r\n\r\nthe end 👩‍🚀 the end\r\n');
      const change = actions[0]!.edit!.documentChanges![0]!;
      expect('edits' in change && change.edits.length).toBe(4);
    }
    expect(await editor.actions('untitled:a', whole, ['source.organizeImports'])).toEqual([]);
    expect(await editor.actions('untitled:a', whole, ['refactor'])).toEqual([]);
    editor.open('untitled:b', 'Nothing to do.\n', 'plaintext');
    expect(await editor.actions('untitled:b', whole, ['source.fixAll'])).toEqual([]);
  });
});

describe('stet', () => {
  const kinds: Record<string, [string, string]> = {
    'prose.md': ['markdown', '# Head\n\nHe read teh paper.\n\nAnother teh.\n'],
    'first.md': ['markdown', '---\ndate: 2025-08-07\n---\nHe read teh paper.\n'],
    'item.md': ['markdown', '# Head\n\n- one\n- read teh paper\n- three\n'],
    'nested.md': ['markdown', '1. one\n\n   He read teh paper.\n\n2. two\n'],
    'quote.md': ['markdown', '# Head\n\n> He read teh paper.\n> And more.\n'],
    'heading.md': ['markdown', '# Head\n\n## Read teh paper\n\nText.\n'],
    'table.md': ['markdown', '# Head\n\n| a | b |\n|---|---|\n| teh | c |\n'],
    'prose.html': [
      'html',
      '<!doctype html>\n<html><body>\n<h1>Head</h1>\n<p>He read <b>teh</b> paper.</p>\n<p>Another.</p>\n</body></html>\n',
    ],
    'item.html': ['html', '<ul><li>one</li><li>read teh paper</li></ul>\n'],
    'prose.txt': ['plaintext', 'Head of it all\n\nHe read teh paper, and then he went home to sleep it off.\n\nAnother.\n'],
    'crlf.md': ['markdown', '# Head\r\n\r\nHe read teh paper.\r\n\r\nAnother.\r\n'],
  };
  for (const [name, [language, text]] of Object.entries(kinds)) {
    it(`of the paragraph, of the file, by fingerprint: ${name}`, async () => {
      const f = folder({ [name]: text });
      const editor = await here({ settings, folders: [f.path] }, { rules: mine });
      editor.open(f.uri(name), text, language);
      const before = await editor.diagnostics(f.uri(name));
      const teh = by(before, 'copy/teh');
      const actions = await editor.actions(f.uri(name), teh);
      for (const start of [...(name.startsWith('table') ? [] : ['Let this paragraph stand']), 'Let copy/teh stand in this whole file']) {
        const edited = editor.apply(find(actions, start).edit!).get(f.uri(name))!;
        editor.open(`untitled:${start}`, edited, language);
        const after = await editor.diagnostics(`untitled:${start}`);
        const left = start.includes('whole') ? 0 : before.filter((d) => d.code === 'copy/teh').length - 1;
        expect(
          after.map((d) => `${d.code} ${d.message}`),
          edited,
        ).toEqual(Array(left).fill('copy/teh "teh" is wrong.'));
        if (name.startsWith('crlf')) expect(edited.replaceAll('\r\n', '')).not.toContain('\n');
      }
      const noted = find(actions, 'Let "teh" stand: note it in .blue-pencil.stet.json');
      f.write('.blue-pencil.stet.json', editor.apply(noted.edit!).get(f.uri('.blue-pencil.stet.json'))!);
      await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: f.uri('.blue-pencil.stet.json'), type: 1 }],
      });
      const after = await editor.diagnostics(f.uri(name));
      expect(after.filter((d) => d.code === 'copy/teh')).toHaveLength(before.filter((d) => d.code === 'copy/teh').length - 1);
    });
  }

  it('is added to a stet file that is there, whatever its form; a broken one is left alone', async () => {
    const f = folder({
      'a.txt': 'He read teh paper, and he read teh other.\n',
      '.blue-pencil.stet.json': '{\n  "stet": [\n    { "fingerprint": "x", "rule": "copy/teh", "text": "teh", "reason": "old" }\n  ]\n}\n',
    });
    const editor = await here({ settings, folders: [f.path] }, { rules: mine });
    editor.open(f.uri('a.txt'), 'He read teh paper, and he read teh other.\n');
    const [d] = await editor.diagnostics(f.uri('a.txt'));
    const noted = find(await editor.actions(f.uri('a.txt'), d!), 'Let "teh" stand');
    const text = editor.apply(noted.edit!);
    // the file is not open in the editor: its text is the disk's
    expect(noted.edit!.documentChanges!.some((c) => 'kind' in c)).toBe(false);
    expect([...text.keys()]).toEqual([f.uri('.blue-pencil.stet.json')]);
    f.write('.blue-pencil.stet.json', '{ broken');
    expect(titles(await editor.actions(f.uri('a.txt'), d!)).filter((t) => t.includes('note it'))).toEqual([]);
  });

  it('is noted by an editor that cannot make files, too: it makes one when it saves', async () => {
    const f = folder({ 'a.txt': 'He read teh paper.\n' });
    const editor = await here({ capabilities: plain, initializationOptions: { settings: { delay: 0 } } }, { rules: mine });
    editor.open(f.uri('a.txt'), 'He read teh paper.\n');
    const [d] = await editor.diagnostics(f.uri('a.txt'));
    const noted = find(await editor.actions(f.uri('a.txt'), d!, undefined, true), 'Let "teh" stand');
    expect(noted.command).toBeUndefined();
    expect(JSON.parse(editor.apply(noted.edit!).get(f.uri('.blue-pencil.stet.json'))!).stet[0]).toMatchObject({
      rule: 'copy/teh',
      text: 'teh',
    });
    expect(Object.keys(noted.edit!.changes!)).toEqual([f.uri('.blue-pencil.stet.json')]);
  });

  it('that lets nothing stand is dimmed, with its deletion', async () => {
    const editor = await here({ settings }, { rules: mine });
    editor.open('untitled:a', '# Head\n\n<!-- stet copy/teh -->\nAll is well.\n', 'markdown');
    const [d] = await editor.diagnostics('untitled:a');
    expect(d).toMatchObject({ code: 'copy/unused-stet', tags: [1] });
    expect(titles(await editor.actions('untitled:a', d!))).toEqual(['Delete the stet']);
  });
});

describe('people of the desk', () => {
  it('are added to the config that holds, comments kept; a config is made where there is none', async () => {
    const config = '{\n  // the house\n  "people": {\n    "Ada Byron": {}\n  }\n}\n';
    const f = folder({ 'desk/.blue-pencil.json': config, 'desk/a.md': '', 'b.md': '' });
    const editor = await here({ settings, folders: [f.path] }, { rules: mine });
    const text = 'The mayor, Jane Okora, spoke.\n';
    editor.open(f.uri('desk/a.md'), text);
    editor.open(f.uri('desk/.blue-pencil.json'), config);
    const add = find(
      await editor.actions(f.uri('desk/a.md'), by(await editor.diagnostics(f.uri('desk/a.md')), 'name/misspelled')),
      'Add "Jane Okora" to the people in',
    );
    expect(add.title).toBe('Add "Jane Okora" to the people in desk/.blue-pencil.json');
    const edited = editor.apply(add.edit!).get(f.uri('desk/.blue-pencil.json'))!;
    expect(edited).toBe('{\n  // the house\n  "people": {\n    "Ada Byron": {},\n    "Jane Okora": {}\n  }\n}\n');
    editor.open(f.uri('b.md'), text);
    const made = find(
      await editor.actions(f.uri('b.md'), by(await editor.diagnostics(f.uri('b.md')), 'name/misspelled')),
      'Add "Jane Okora"',
    );
    expect(made.edit!.documentChanges![0]).toMatchObject({ kind: 'create', uri: f.uri('.blue-pencil.json') });
    f.write('.blue-pencil.json', editor.apply(made.edit!).get(f.uri('.blue-pencil.json'))!);
    expect(JSON.parse(readFileSync(join(f.path, '.blue-pencil.json'), 'utf8'))).toEqual({ people: { 'Jane Okora': {} } });
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: f.uri('.blue-pencil.json'), type: 1 }],
    });
    await editor.diagnostics(f.uri('b.md'));
    expect(editor.published.get(f.uri('.blue-pencil.json')) ?? []).toEqual([]);
  });
});

it('a word of the config that was probably meant is offered at its mark', async () => {
  const config = '{\n  "ruls": {},\n  "rules": { "name/varant": "of" }\n}\n';
  const f = folder({ 'a.md': '', '.blue-pencil.json': config });
  const editor = await here({ settings, folders: [f.path] });
  editor.open(f.uri('a.md'), 'Nothing.\n');
  editor.open(f.uri('.blue-pencil.json'), config);
  await editor.diagnostics(f.uri('a.md'));
  const marks = await until(() => editor.published.get(f.uri('.blue-pencil.json')));
  const offered = (await Promise.all(marks.map((d) => editor.actions(f.uri('.blue-pencil.json'), d)))).flat();
  expect(titles(offered)).toEqual(['Change "ruls" to "rules"', 'Change "name/varant" to "name/variant"']);
  expect(editor.apply(offered[0]!.edit!).get(f.uri('.blue-pencil.json'))).toBe(config.replace('ruls', 'rules'));
});

it('nothing is offered where nothing is marked, and the shipped rules all have a page', async () => {
  const editor = await here();
  editor.open('untitled:a', 'The harbour was quiet.\n', 'plaintext');
  expect(await editor.actions('untitled:a', { start: { line: 0, character: 2 }, end: { line: 0, character: 2 } })).toEqual([]);
  for (const { id } of rules) expect(await editor.connection.sendRequest('bluePencil/rulePage', { id })).toContain(`# ${id}`);
});
