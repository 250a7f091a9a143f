import * as assert from 'node:assert';
import * as vscode from 'vscode';

export const here = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
export const at = (...parts: string[]): vscode.Uri => vscode.Uri.joinPath(here(), ...parts);
export const isWeb = vscode.env.uiKind === vscode.UIKind.Web && typeof process === 'undefined';

/** Waits for something to be so, as long as a busy machine takes. */
export async function until<T>(
  what: string,
  look: () => T | Thenable<T>,
  limit = 60_000,
): Promise<Exclude<Awaited<T>, false | null | undefined>> {
  const began = Date.now();
  for (;;) {
    const value = await look();
    if (value) return value as Exclude<Awaited<T>, false | null | undefined>;
    if (Date.now() - began > limit) assert.fail(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

export async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

let made = 0;
/** A draft in the workspace, shown. Each has a name of its own. */
export async function draft(text: string, ending = 'md', folder = here()): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.joinPath(folder, `draft-${++made}.${ending}`);
  await write(uri, text);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

export async function untitled(text: string, language = 'markdown'): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content: text }), { preview: false });
}

export const ours = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter((d) => d.source === 'Blue Pencil');
export const code = (d: vscode.Diagnostic): string => String(typeof d.code === 'object' ? d.code.value : d.code);
export const marked = (editor: vscode.TextEditor, rule?: string): Promise<vscode.Diagnostic[]> =>
  until(`findings${rule ? ` of ${rule}` : ''} in ${editor.document.uri.path}`, () => {
    const all = ours(editor.document.uri);
    return (rule ? all.some((d) => code(d) === rule) : all.length > 0) && all;
  });
export const clean = (editor: vscode.TextEditor, rule: string): Promise<unknown> =>
  until(`${rule} to be gone`, () => !ours(editor.document.uri).some((d) => code(d) === rule));

/** Code actions as the light-bulb gets them. Asked again until the one is there: other extensions register at the same time. */
export async function action(editor: vscode.TextEditor, range: vscode.Range, title: string | RegExp): Promise<vscode.CodeAction> {
  return until(`the action ${title}`, async () => {
    try {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        range,
      );
      return actions.find((a) => (typeof title === 'string' ? a.title === title : title.test(a.title)));
    } catch {
      return undefined;
    }
  });
}

export async function apply(a: vscode.CodeAction): Promise<void> {
  assert.ok(a.edit, `${a.title} carries an edit`);
  assert.ok(await vscode.workspace.applyEdit(a.edit));
}

export const placeOf = (editor: vscode.TextEditor, words: string): vscode.Range => {
  const start = editor.document.getText().indexOf(words);
  assert.ok(start >= 0, words);
  return new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(start + words.length));
};

export const textOf = (d: vscode.Diagnostic, editor: vscode.TextEditor): string => editor.document.getText(d.range);
