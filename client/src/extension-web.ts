import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { section } from '../../server/src/protocol/settings';
import { activateWith, stop } from './activate';

declare const Worker: new (url: string) => never;

/** Blue Pencil in a browser: the server is a worker, and the knowledge is read for it. */
export async function activate(context: ExtensionContext): Promise<{ readonly version: string }> {
  const file = (name: string): Uri => Uri.joinPath(context.extensionUri, 'dist', name);
  const knowledge = await workspace.fs.readFile(file('knowledge.bin'));
  const worker = (): Promise<never> => Promise.resolve(new Worker(file('web/server.js').toString(true)));
  return activateWith(context, (options) => new LanguageClient(section, 'Blue Pencil', worker, options), { knowledge }, false);
}

export const deactivate = stop;
