import { type Connection, DidChangeConfigurationNotification, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { section } from '../protocol/settings';
import { answer } from './client';
import { deliver } from './delivery';
import { type Desk, openDesk } from './desk';
import { pause } from './drafts';
import { answerFeatures } from './features';
import { answerRequests } from './requests';
import { pathOf } from './uris';
import { watch } from './watching';
import type { World } from './world';

/** Serves one editor over a connection. What it returns is for tests: the desk, once the editor has said hello. */
export function serve(connection: Connection, world: World): { desk(): Desk | undefined } {
  const documents = new TextDocuments(TextDocument);
  let desk: Desk | undefined;
  let watching: ReturnType<typeof watch> | undefined;

  connection.onInitialize((params) => {
    const opened = openDesk(connection, documents, world, params, (file) => watching?.watchFile(file));
    desk = opened;
    const delivery = deliver(opened);
    const watcher = watch(opened, delivery);
    watching = watcher;
    answerFeatures(opened);
    answerRequests(opened, watcher.watchDrafts);
    connection.onDidChangeConfiguration(({ settings }) => {
      opened.settings.changed(settings);
      delivery.refresh();
    });
    connection.onInitialized(() => {
      connection.console.info(`Blue Pencil ${world.version}, ${world.rules.length} rules.`);
      if (opened.client.configurationChanges)
        void connection.client.register(DidChangeConfigurationNotification.type, { section }).catch(() => undefined);
      if (opened.client.folders)
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = removed.map((f) => pathOf(f.uri));
          opened.house.setFolders([
            ...opened.house.folders().filter((f) => !gone.includes(f)),
            ...added.flatMap((f) => pathOf(f.uri) ?? []),
          ]);
          delivery.refresh();
        });
      watcher.begin();
      void pause().then(() => opened.house.warm());
    });
    return answer(opened.client, world.version);
  });

  documents.listen(connection);
  connection.listen();
  return { desk: () => desk };
}
