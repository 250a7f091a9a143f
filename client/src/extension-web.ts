import { type ExtensionContext, Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { section } from '../../server/src/protocol/settings';
import { activateWith, stop } from './activate';

type Port = ConstructorParameters<typeof BrowserMessageReader>[0];
declare const Worker: new (url: string) => Port & { terminate(): void };

/** Blue Pencil in a browser: the server is a worker, and the knowledge is read for it. */
export async function activate(context: ExtensionContext): Promise<{ readonly version: string }> {
  const file = (name: string): Uri => Uri.joinPath(context.extensionUri, 'dist', name);
  const knowledge = await workspace.fs.readFile(file('knowledge.bin'));
  let worker: InstanceType<typeof Worker> | undefined;
  const begin = () => {
    worker?.terminate();
    worker = new Worker(file('web/server.js').toString(true));
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return activateWith(context, (options) => new LanguageClient(section, 'Blue Pencil', begin, options), { knowledge }, false);
}

export const deactivate = stop;
