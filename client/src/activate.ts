import { type ExtensionContext, version as editorVersion, env, extensions, Uri, window, workspace } from 'vscode';
import { filesHeld, type StartOptions, type Status, statusChanged } from '../../server/src/protocol/messages';
import { registerCommands } from './commands';
import { sendVirtualFiles } from './config-files';
import { configMarks } from './config-marks';
import { nameLines } from './confirmed-names';
import { sections } from './other-checkers';
import { rulePages } from './rule-pages';
import { createSession, type MakeClient, type Session } from './session';
import { leftTo, statusItem } from './status';

let session: Session | undefined;

/** What both entries share: the one beside a disk, and the one in a browser. */
export async function activateWith(
  context: ExtensionContext,
  make: MakeClient,
  options: StartOptions,
  readsDisk: boolean,
): Promise<{ readonly version: string }> {
  const version = String((context.extension.packageJSON as { version: string }).version);
  const log = window.createOutputChannel('Blue Pencil', { log: true });
  log.info(`Blue Pencil ${version}, ${env.appName} ${editorVersion}${readsDisk ? `, Node ${process.version}` : ', in a browser'}.`);
  const status = statusItem();
  const marks = configMarks();
  const lines = nameLines(() => made);
  const said = new Set<string>();
  const made = createSession(
    make,
    log,
    { ours: true, ...options },
    marks,
    (client) =>
      client.onNotification(statusChanged, (told: Status) => {
        status.tell(told);
        lines.checked(Uri.parse(told.uri).toString());
        const line = `Left to ${leftTo(told).join(' and ')}: ${told.left.join(', ')}. The setting bluePencil.besideOtherCheckers can have both.`;
        if (told.left.length > 0 && !said.has(line)) log.info(line);
        said.add(line);
      }),
    (client) => sendVirtualFiles(readsDisk, (files) => void client.sendNotification(filesHeld, { files })),
    (standing) => status.standing(standing),
  );
  session = made;
  context.subscriptions.push(log, status, marks, lines, rulePages(made), ...registerCommands(made, status, log, readsDisk));
  context.subscriptions.push(workspace.onDidCloseTextDocument((d) => status.forget(d.uri.toString())));
  context.subscriptions.push(
    extensions.onDidChange(made.settingsChanged),
    workspace.onDidChangeConfiguration((e) => sections.some((s) => e.affectsConfiguration(s)) && made.settingsChanged()),
  );
  await made.start();
  return { version };
}

export const stop = (): Promise<void> => session?.stop() ?? Promise.resolve();
