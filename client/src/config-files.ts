import { Disposable, FileType, Uri, workspace } from 'vscode';
import type { HeldFile } from '../../server/src/protocol/messages';

export const configName = '.blue-pencil.json';
export const stetName = '.blue-pencil.stet.json';
export const configFiles = [configName, stetName] as const;
/** Vale's own config, and the rules and vocabularies in folders of styles. */
export const styleFiles = ['**/{.vale.ini,_vale.ini,vale.ini}', '**/styles/**/*.yml', '**/styles/**/{accept,reject}.txt'] as const;

/** What a new config begins as. It is shown, not written: saving it is the person's own act. */
export const starter = `{
  // House rules for Blue Pencil, for this editor and the command line alike. Every key is optional.

  // "error", "warning", "info" or "off", by rule or by group.
  "rules": {},

  // People of your own beat, with the spelling you want.
  "people": {
    // "Jane Okoro": { "role": "mayor of Example", "also": ["Jane A. Okoro"] }
  },

  // Drafts that are not checked.
  "exclude": []
}
`;

/**
 * Sends the server the configs, stet files and styles of file systems that it cannot read: all of them in a browser, else those of virtual workspaces.
 * @param readsDisk true where the server runs beside the files and reads `file:` for itself.
 */
export function sendVirtualFiles(readsDisk: boolean, send: (files: HeldFile[]) => void): Disposable {
  const ours = (uri: Uri): boolean => !(readsDisk && uri.scheme === 'file') && uri.scheme !== 'untitled';
  const read = async (uri: Uri): Promise<HeldFile> => {
    try {
      return { uri: uri.toString(), text: new TextDecoder().decode(await workspace.fs.readFile(uri)) };
    } catch {
      return { uri: uri.toString(), text: null };
    }
  };
  const tell = (uri: Uri): void => {
    if (ours(uri)) void read(uri).then((file) => send([file]));
  };
  /** Folder by folder upward is the server's way; here the folders of the workspace are searched once. */
  const all = async (): Promise<void> => {
    if (!workspace.workspaceFolders?.some((f) => ours(f.uri))) return;
    const roots = await Promise.all(
      (workspace.workspaceFolders ?? [])
        .flatMap((f) => configFiles.map((name) => Uri.joinPath(f.uri, name)))
        .filter(ours)
        .map(existing),
    );
    const found = await workspace.findFiles(`**/{${configFiles.join(',')}}`, '**/node_modules/**', 500).then(undefined, () => []);
    const styles = await Promise.all(
      styleFiles.map((glob) => workspace.findFiles(glob, '**/node_modules/**', 1000).then(undefined, () => [])),
    );
    const uris = new Map(
      [...roots.flatMap((u) => (u ? [u] : [])), ...[...found, ...styles.flat()].filter(ours)].map((u) => [u.toString(), u]),
    );
    if (uris.size > 0) send(await Promise.all([...uris.values()].map(read)));
  };
  void all();
  const watchers = [...configFiles.map((name) => `**/${name}`), ...styleFiles].map((glob) => workspace.createFileSystemWatcher(glob));
  return Disposable.from(
    ...watchers,
    ...watchers.flatMap((w) => [w.onDidCreate(tell), w.onDidChange(tell), w.onDidDelete(tell)]),
    workspace.onDidChangeWorkspaceFolders(all),
  );
}

async function existing(uri: Uri): Promise<Uri | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type & FileType.File ? uri : undefined;
  } catch {
    return undefined;
  }
}
