import { describe, expect, it } from 'vitest';
import { folder, here } from './desk';
import { type Editor, until } from './drive';

const text =
  '# Talks in the harbour\n\n<!-- as-of: 2025-08-07 -->\n\nThey gave the the minister an paper. Thier boats could of been there.\n';
const leave = { 'copy/doubled-word': 'off', 'copy/article': 'off', 'copy/misspelling': { words: false } };
const copy = async (editor: Editor, uri: string): Promise<string[]> =>
  (await editor.diagnostics(uri)).map((d) => String(d.code)).filter((c) => c.startsWith('copy/'));

describe('rules that another checker of the editor does as well', () => {
  it('are off, or leave out its part', async () => {
    const editor = await here({ settings: { rules: {}, leave } });
    editor.open('untitled:a', text, 'markdown');
    expect(await copy(editor, 'untitled:a')).toEqual(['copy/misspelling']);
    const lines: { id: string; level: string; left: boolean }[] = await editor.connection.sendRequest('bluePencil/rules', {
      uri: 'untitled:a',
    });
    expect(lines.filter((l) => l.left).map((l) => `${l.id} ${l.level}`)).toEqual([
      'copy/doubled-word off',
      'copy/misspelling warning',
      'copy/article off',
    ]);
  });

  it('are at work all the same where the house or the person names them, or their group', async () => {
    const f = folder({
      'rule/.blue-pencil.json': '{ "rules": { "copy/article": "info" } }',
      'group/.blue-pencil.json': '{ "rules": { "copy": "info" } }',
      'override/.blue-pencil.json': '{ "overrides": [{ "files": "a.md", "rules": { "copy/doubled-word": "warning" } }] }',
    });
    const editor = await here({ settings: { rules: {}, leave }, folders: [f.path] });
    for (const name of ['rule', 'group', 'override']) editor.open(f.uri(`${name}/a.md`), text);
    expect(await copy(editor, f.uri('rule/a.md'))).toEqual(['copy/article', 'copy/misspelling']);
    expect(await copy(editor, f.uri('group/a.md'))).toEqual(['copy/doubled-word', 'copy/article', 'copy/misspelling', 'copy/misspelling']);
    expect(await copy(editor, f.uri('override/a.md'))).toEqual(['copy/doubled-word', 'copy/misspelling']);
    editor.settings.rules = { 'copy/misspelling': 'warning' };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await copy(editor, f.uri('rule/a.md'))).toEqual(['copy/article', 'copy/misspelling', 'copy/misspelling']);
  });

  it('are told with the status of the draft, and come back when the other goes', async () => {
    const editor = await here({ settings: { rules: {}, leave }, initializationOptions: { ours: true } });
    const told: { left: string[] }[] = [];
    editor.connection.onNotification('bluePencil/status', (s: { left: string[] }) => void told.push(s));
    editor.open('untitled:a', text, 'markdown');
    await editor.diagnostics('untitled:a');
    await until(() => told.length > 0);
    expect(told[0]!.left).toEqual(Object.keys(leave));
    delete editor.settings.leave;
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await copy(editor, 'untitled:a')).toHaveLength(4);
    await until(() => told.at(-1)!.left.length === 0);
  });
});
