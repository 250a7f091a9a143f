import { afterEach, describe, expect, it } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import { filesHeld } from '../../server/src/protocol/messages';
import { type Editor, folderOf, plain, startHere, until } from './drive';

const settings = {
  delay: 0,
  rules: Object.fromEntries(
    ['title', 'date', 'name', 'number', 'boilerplate', 'headline', 'copy', 'sourcing', 'desk'].map((g) => [g, 'off']),
  ),
};
const pier = 'extends: existence\nmessage: "No \'%s\'."\nlevel: error\ntokens: [pier]\n';
const draft = '---\ndate: 2025-08-07\n---\n\nThe pier and the quay.\n';

let editor: Editor;
let folder: ReturnType<typeof folderOf>;
afterEach(async () => {
  await editor.stop();
  folder.remove();
});

describe('Vale styles in the editor', () => {
  it('mark drafts; a changed, new or broken rule file counts at once, and is marked at its place', async () => {
    folder = folderOf({ 'a.md': draft, 'styles/House/Pier.yml': pier });
    editor = await startHere({ folders: [folder.path], settings });
    editor.open(folder.uri('a.md'), draft);
    const told = async (): Promise<unknown[]> => (await editor.diagnostics(folder.uri('a.md'))).map((d) => d.message);
    expect(await told()).toEqual(["No 'pier'."]);
    const changed = async (name: string, type: number): Promise<void> => {
      const before = editor.refreshes();
      await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.uri(name), type }] });
      await until(() => editor.refreshes() > before);
    };
    folder.write('styles/House/Quay.yml', pier.replace('pier', 'quay'));
    await changed('styles/House/Quay.yml', 1);
    expect(await told()).toEqual(["No 'pier'.", "No 'quay'."]);

    folder.write('styles/House/Quay.yml', pier.replace('error', 'eror'));
    await changed('styles/House/Quay.yml', 2);
    expect(await told()).toEqual(["No 'pier'."]);
    const [wrong] = await until(() => editor.published.get(folder.uri('styles/House/Quay.yml')));
    expect(wrong).toMatchObject({
      severity: DiagnosticSeverity.Error,
      range: { start: { line: 2, character: 7 }, end: { line: 2, character: 11 } },
    });

    folder.write('styles/House/Quay.yml', 'extends: spelling\nmessage: x\n');
    await changed('styles/House/Quay.yml', 2);
    await told();
    await until(() => editor.published.get(folder.uri('styles/House/Quay.yml'))?.[0]?.severity === DiagnosticSeverity.Warning);

    folder.remove('styles/House/Quay.yml');
    await changed('styles/House/Quay.yml', 3);
    expect(await told()).toEqual(["No 'pier'."]);
    await until(() => editor.published.get(folder.uri('styles/House/Quay.yml'))?.length === 0);

    folder.write('.vale.ini', 'StylesPath = styles\n[*]\nHouse.Pier = suggestion\n');
    await changed('.vale.ini', 1);
    expect((await editor.diagnostics(folder.uri('a.md'))).map((d) => d.severity)).toEqual([DiagnosticSeverity.Information]);
  });

  it('offer their fix', async () => {
    const rule = "extends: substitution\nmessage: \"'%s', not '%s'\"\nswap:\n  pier: dock\n";
    folder = folderOf({ 'a.md': draft, 'styles/House/Dock.yml': rule });
    editor = await startHere({ folders: [folder.path], settings });
    editor.open(folder.uri('a.md'), draft);
    const [d] = await editor.diagnostics(folder.uri('a.md'));
    const [action] = await editor.actions(folder.uri('a.md'), d!);
    expect(action!.title).toBe('Change "pier" to "dock"');
    expect(editor.apply(action!.edit!).get(folder.uri('a.md'))).toContain('The dock and the quay.');
  });

  it('come by the client where the server has no disk', async () => {
    folder = folderOf();
    editor = await startHere({ settings });
    const at = (name: string): string => `vscode-vfs://github/desk/${name}`;
    await editor.connection.sendNotification(filesHeld, {
      files: [
        { uri: at('.blue-pencil.json'), text: '{ "styles": "styles" }' },
        { uri: at('styles/House/Pier.yml'), text: pier },
      ],
    });
    editor.open(at('a.md'), draft);
    expect((await editor.diagnostics(at('a.md'))).map((d) => d.message)).toEqual(["No 'pier'."]);
    await editor.connection.sendNotification(filesHeld, { files: [{ uri: at('styles/House/Pier.yml'), text: null }] });
    expect(await editor.diagnostics(at('a.md'))).toEqual([]);
  });

  it('are followed by an editor that watches nothing', async () => {
    folder = folderOf({ 'a.md': draft, 'styles/House/Pier.yml': pier });
    editor = await startHere({ capabilities: plain, folders: [folder.path], initializationOptions: { settings } });
    editor.open(folder.uri('a.md'), draft);
    expect(await editor.diagnostics(folder.uri('a.md'))).toHaveLength(1);
    folder.write('styles/House/Pier.yml', pier.replace('pier', 'harbour'));
    await new Promise((resolve) => setTimeout(resolve, 600));
    editor.published.clear();
    editor.edit(folder.uri('a.md'), { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, 'So. ');
    expect(await until(() => editor.published.get(folder.uri('a.md')))).toEqual([]);
  });
});
