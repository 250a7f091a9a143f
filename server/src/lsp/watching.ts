import { basename } from 'node:path';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver';
import { configName } from '../host/config-file';
import { draftEndings } from '../host/draft-file';
import { stetName } from '../host/stet-file';
import { stylesFolder } from '../host/vale/styles-of';
import { iniNames } from '../host/vale/vale-ini';
import { filesHeld, type HeldFile } from '../protocol/messages';
import { type Delivery, reread } from './delivery';
import type { Desk } from './desk';
import { kindOf } from './drafts';
import { pathOf } from './uris';

/** Configs, stet files, styles and what configs extend: watched on the disk, followed in open editors. A change counts at once, without a restart. */
export function watch(desk: Desk, delivery: Delivery): { begin(): void; watchDrafts(): void; watchFile(file: string): void } {
  const { connection, client, documents, files, house } = desk;
  let drafts = false;
  let styles = false;
  /** Configs and stet files; and of rule files those that belong to styles. */
  const isOurs = (uri: string, path: string): boolean =>
    house.isConfig(path) || (kindOf({ uri }) !== 'draft' && (!/\.ya?ml$/.test(path) || isInStyles(path)));

  const changed = (): void => {
    house.reset();
    delivery.refresh();
  };

  documents.onDidChangeContent(({ document }) => {
    const path = pathOf(document.uri);
    if (path === undefined || !isOurs(document.uri, path)) return;
    const before = files.actual(path);
    files.setOpen(path, document.getText());
    if (before !== document.getText()) changed();
  });
  documents.onDidClose(({ document }) => {
    const path = pathOf(document.uri);
    if (path === undefined || kindOf(document) === 'draft') return;
    const before = files.actual(path);
    files.setOpen(path, undefined);
    if (before !== files.actual(path)) changed();
  });
  connection.onNotification(filesHeld, ({ files: sent }: { files: readonly HeldFile[] }) => {
    for (const { uri, text } of sent) {
      const path = pathOf(uri);
      if (path !== undefined) files.setSent(path, text);
    }
    changed();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    let ours = false;
    for (const { uri, type } of changes) {
      const path = pathOf(uri);
      if (path === undefined) continue;
      if (isOurs(uri, path)) {
        ours = true;
        if (type !== FileChangeType.Deleted) continue;
        // an editor may hold the text of a file that is gone, for as long as it likes
        files.setOpen(path, undefined);
        connection.console.info(`${path} was deleted: what it said no longer holds.`);
      } else if (desk.shelves.has(uri) && !desk.draftAt(uri)) {
        if (type === FileChangeType.Deleted) desk.shelves.drop(uri);
        else void reread(desk, uri);
      }
    }
    if (ours) changed();
  });

  const register = (globs: readonly string[]): void => {
    if (client.watches)
      void connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: globs.map((globPattern) => ({ globPattern })) })
        .catch(() => undefined);
  };
  return {
    watchFile(file) {
      if (/\.ya?ml$/.test(file)) {
        if (styles || isInStyles(file)) return;
        styles = true;
        register(['**/*.yml']);
      } else if (kindOf({ uri: file.replaceAll('\\', '/') }) === 'draft') register([`**/${basename(file)}`]);
    },
    begin: () => register([...[configName, stetName, ...iniNames].map((name) => `**/${name}`), `**/${stylesFolder}/**/*.{yml,txt}`]),
    watchDrafts() {
      if (drafts) return;
      drafts = true;
      register([`**/*{${draftEndings.join(',')}}`]);
    },
  };
}

/** True in a folder of the name that styles have where nothing is set. */
const isInStyles = (path: string): boolean => path.replaceAll('\\', '/').split('/').slice(0, -1).includes(stylesFolder);
