import { type Disposable, type LogOutputChannel, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import type { StartOptions } from '../../server/src/protocol/messages';
import { section } from '../../server/src/protocol/settings';
import type { ConfigMarks } from './config-marks';
import { isDraftScheme, selector } from './documents';
import { settingsFor } from './settings';

/** Makes a client for a server that is not started yet: a process beside the editor, or a worker in a browser. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

export type Standing = 'starting' | 'running' | 'stopped';

/** The server's life: started, restarted after a fall, given up after several. Never a message to click away. */
export interface Session {
  client(): BaseLanguageClient | undefined;
  readonly standing: Standing;
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** The server is told that settings have changed that it does not know of. */
  settingsChanged(): void;
  /** Checking is switched off for this window, without a change of any settings file. */
  paused: boolean;
}

const mostFalls = 3;
const within = 180_000;

export function createSession(
  make: MakeClient,
  log: LogOutputChannel,
  startOptions: StartOptions,
  marks: Pick<ConfigMarks, 'handle'>,
  listen: (client: BaseLanguageClient) => Disposable,
  runs: (client: BaseLanguageClient) => Disposable,
  changed: (standing: Standing) => void,
): Session {
  let client: BaseLanguageClient | undefined;
  const listeners: { dispose(): unknown }[] = [];
  let standing: Standing = 'stopped';
  let falls: number[] = [];
  const become = (next: Standing): void => {
    standing = next;
    changed(next);
  };

  const middleware: Middleware = {
    handleDiagnostics: marks.handle,
    didOpen: (document, next) => (isDraftScheme(document.uri.scheme) ? next(document) : Promise.resolve()),
    didChange: (event, next) => (isDraftScheme(event.document.uri.scheme) ? next(event) : Promise.resolve()),
    didSave: (document, next) => (isDraftScheme(document.uri.scheme) ? next(document) : Promise.resolve()),
    didClose: (document, next) => (isDraftScheme(document.uri.scheme) ? next(document) : Promise.resolve()),
    workspace: {
      // asked here, not by the library: it does not know that settings may differ by language
      configuration: ({ items }) =>
        items.map(({ scopeUri, section: asked }) =>
          asked === section ? { ...settingsFor(scopeUri, client), ...(session.paused ? { enable: false } : {}) } : null,
        ),
    },
  };

  const options: LanguageClientOptions = {
    documentSelector: selector,
    outputChannel: log,
    traceOutputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: startOptions,
    middleware,
    diagnosticCollectionName: section,
    diagnosticPullOptions: {
      onChange: true,
      onSave: true,
      onFocus: false,
      filter: (document, mode) => {
        if (!isDraftScheme(document.uri.scheme)) return true;
        const onSave = workspace.getConfiguration(section, { uri: document.uri, languageId: document.languageId }).get('run') === 'onSave';
        return onSave ? mode === 'onType' : mode === 'onSave';
      },
    },
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        const now = Date.now();
        falls = [...falls.filter((at) => now - at < within), now];
        if (falls.length <= mostFalls) {
          log.warn(`The server has ended; it is started again (${falls.length} of ${mostFalls}).`);
          return { action: CloseAction.Restart, handled: true };
        }
        log.error('The server has ended several times and is left alone. "Blue Pencil: Restart" starts it again.');
        become('stopped');
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
    initializationFailedHandler: (error) => {
      log.error(`The server could not be started: ${String(error)}`);
      return false;
    },
  };

  const session: Session = {
    paused: false,
    client: () => client,
    settingsChanged: () => void client?.sendNotification('workspace/didChangeConfiguration', { settings: null }).catch(() => undefined),
    get standing() {
      return standing;
    },
    async start() {
      become('starting');
      const made = make(options);
      client = made;
      let running: Disposable | undefined;
      const listening = [
        listen(made),
        made.onDidChangeState(({ newState }) => {
          running?.dispose();
          running = undefined;
          if (newState === State.Running) {
            running = runs(made);
            become('running');
          } else if (newState === State.Starting) become('starting');
        }),
        { dispose: () => running?.dispose() },
      ];
      listeners.push(...listening);
      try {
        await made.start();
      } catch (error) {
        log.error(`The server could not be started: ${error instanceof Error ? error.message : String(error)}`);
        become('stopped');
      }
    },
    async restart() {
      falls = [];
      await session.stop();
      // a client whose start has failed cannot be started again: a new one is made each time
      await session.start();
    },
    async stop() {
      for (const l of listeners.splice(0)) l.dispose();
      const old = client;
      client = undefined;
      if (!old) return;
      try {
        if (old.needsStop()) await old.stop();
        await old.dispose();
      } catch (error) {
        log.warn(`The server did not end in good order: ${String(error)}`);
      }
    },
  };
  return session;
}
