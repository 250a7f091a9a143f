import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { section } from '../../server/src/protocol/settings';
import { activateWith, stop } from './activate';
import { provideTasks } from './tasks';

/** Blue Pencil beside a disk: the server is a process of its own. */
export function activate(context: ExtensionContext): Promise<{ readonly version: string }> {
  const file = (name: string): string => Uri.joinPath(context.extensionUri, 'dist', name).fsPath;
  context.subscriptions.push(provideTasks(file('cli.js')));
  const server = { module: file('server.js'), transport: TransportKind.ipc };
  return activateWith(context, (options) => new LanguageClient(section, 'Blue Pencil', { run: server, debug: server }, options), {}, true);
}

export const deactivate = stop;
