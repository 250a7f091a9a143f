import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rules } from '../../server/src/core';
import { readDraftFile } from '../../server/src/host/draft-file';
import { disk } from '../../server/src/host/files';
import { findDrafts } from '../../server/src/host/find-drafts';
import type { Desk } from '../../server/src/lsp/desk';
import { serve } from '../../server/src/lsp/server';
import type { World } from '../../server/src/lsp/world';
import { knowledge } from '../knowledge';

export const root = join(__dirname, '../..');
export const dist = process.env.BLUE_PENCIL_DIST ?? join(root, 'dist');

/** What VS Code says it can do, as far as the server asks. */
export const vscode: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    applyEdit: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedInformation: true },
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] }, codeDescriptionSupport: true, dataSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
      dataSupport: true,
      isPreferredSupport: true,
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
};

/** An editor that knows little: no pulled diagnostics, no `data`, no configuration to ask for, no watching, no documentChanges. */
export const plain: ClientCapabilities = {
  textDocument: { publishDiagnostics: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } },
};

/** Settings that leave on the title rules alone: tests of the server are not tests of every rule. */
export const titlesOnly = {
  delay: 0,
  rules: Object.fromEntries(
    rules
      .map((r) => r.id.split('/')[0]!)
      .filter((g) => g !== 'title')
      .map((g) => [g, 'off']),
  ),
};

export interface Options {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly folders?: readonly string[];
  readonly settings?: Record<string, unknown>;
}

/** An editor, driven by a test. */
export interface Editor {
  readonly connection: ProtocolConnection;
  readonly hello: InitializeResult;
  /** Lines that the server logged, and messages that it showed. */
  readonly log: string[];
  readonly shown: string[];
  readonly published: Map<string, Diagnostic[]>;
  readonly refreshes: () => number;
  readonly settings: Record<string, unknown>;
  /** The desk, where the server runs in this process. */
  readonly desk: () => Desk | undefined;
  open(uri: string, text: string, languageId?: string): TextDocument;
  edit(uri: string, range: Range, text: string): void;
  text(uri: string): string;
  close(uri: string): void;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  diagnostics(uri: string): Promise<readonly Diagnostic[]>;
  actions(uri: string, at: Diagnostic | Range, only?: string[], strip?: boolean): Promise<CodeAction[]>;
  apply(edit: WorkspaceEdit): Map<string, string>;
  stop(): Promise<number | null>;
}

/** Starts the built server and says hello to it over stdio. */
export async function start(options: Options = {}, command = [join(dist, 'server.js'), '--stdio']): Promise<Editor> {
  const child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'pipe'], env: withoutCertificates() });
  let errors = '';
  child.stderr.on('data', (part: Buffer) => {
    errors += part.toString();
  });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  return greet(
    connection,
    options,
    async () => ended(child, () => errors),
    () => undefined,
  );
}

/** The same server within this process, with rules of the test's own beside or instead of the shipped ones. */
export async function startHere(options: Options = {}, world: Partial<World> = {}): Promise<Editor> {
  const there = new PassThrough();
  const back = new PassThrough();
  const serving = serve(createConnection(new StreamMessageReader(there), new StreamMessageWriter(back)), {
    disk,
    rules,
    version: 'test',
    knowledge: () => knowledge,
    today: () => '2026-01-01',
    findDrafts: async (folder) => (await findDrafts([folder], folder, [])).paths,
    readDraft: readDraftFile,
    ...world,
  });
  const connection = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  return greet(connection, options, undefined, () => serving.desk());
}

async function greet(
  connection: ProtocolConnection,
  options: Options,
  ended: (() => Promise<number | null>) | undefined,
  desk: () => Desk | undefined,
): Promise<Editor> {
  const capabilities = options.capabilities ?? vscode;
  const settings: Record<string, unknown> = { ...titlesOnly, ...options.settings };
  const documents = new Map<string, TextDocument>();
  const published = new Map<string, Diagnostic[]>();
  const log: string[] = [];
  const shown: string[] = [];
  let refreshes = 0;
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => settings));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes++;
    return null;
  });
  connection.onRequest('workspace/inlayHint/refresh', () => null);
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => void published.set(uri, diagnostics),
  );
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => void shown.push(message));
  connection.listen();
  const hello: InitializeResult = await connection.sendRequest('initialize', {
    processId: ended ? process.pid : null,
    rootUri: null,
    capabilities,
    workspaceFolders: options.folders?.map((f) => ({ uri: uriOf(f), name: f })) ?? null,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification('initialized', {});

  const editor: Editor = {
    connection,
    hello,
    log,
    shown,
    published,
    settings,
    desk,
    refreshes: () => refreshes,
    open(uri, text, languageId = languageOf(uri)) {
      const document = TextDocument.create(uri, languageId, 1, text);
      documents.set(uri, document);
      void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
      return document;
    },
    edit(uri, range, text) {
      const document = documents.get(uri)!;
      TextDocument.update(document, [{ range, text }], document.version + 1);
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: document.version },
        contentChanges: [{ range, text }],
      });
    },
    text: (uri) => documents.get(uri)!.getText(),
    close(uri) {
      documents.delete(uri);
      void connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    },
    pull: (uri, previousResultId) =>
      connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri },
        identifier: 'blue-pencil',
        ...(previousResultId ? { previousResultId } : {}),
      }),
    async diagnostics(uri) {
      if (!capabilities.textDocument?.diagnostic) return until(() => published.get(uri));
      const report = await editor.pull(uri);
      if (report.kind !== 'full') throw new Error('unchanged');
      return report.items;
    },
    async actions(uri, at, only, strip = false) {
      const diagnostic = 'message' in at ? at : undefined;
      const { data: _, ...bare } = diagnostic ?? ({} as Diagnostic);
      const context: CodeActionContext = {
        diagnostics: diagnostic ? [strip ? (bare as Diagnostic) : diagnostic] : [],
        ...(only ? { only } : {}),
        triggerKind: 1,
      };
      return (await connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: diagnostic?.range ?? at,
        context,
      })) as CodeAction[];
    },
    apply: (edit) => applyTo(edit, (uri) => documents.get(uri)?.getText() ?? ''),
    async stop() {
      await connection.sendRequest('shutdown');
      // a server within this process would take the process with it
      if (ended) await connection.sendNotification('exit');
      const code = ended ? await ended() : 0;
      connection.dispose();
      return code;
    },
  };
  return editor;
}

/** The texts that a workspace edit gives, by URI. */
function applyTo(edit: WorkspaceEdit, textOf: (uri: string) => string): Map<string, string> {
  const out = new Map<string, string>();
  const apply = (uri: string, edits: readonly TextEdit[]): void =>
    void out.set(uri, TextDocument.applyEdits(TextDocument.create(uri, '', 0, out.get(uri) ?? textOf(uri)), [...edits]));
  for (const [uri, edits] of Object.entries(edit.changes ?? {})) apply(uri, edits);
  for (const change of edit.documentChanges ?? []) if ('edits' in change) apply(change.textDocument.uri, change.edits as TextEdit[]);
  return out;
}

const ended = (child: ChildProcess, errors: () => string): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill();
      reject(new Error(`the server did not end: ${errors()}`));
    }, 20_000);
    const done = (code: number | null): void => {
      clearTimeout(timer);
      resolve(code);
    };
    if (child.exitCode !== null) done(child.exitCode);
    else child.once('exit', done);
  });

/** Node 20 starts three times slower with certificates of one's own. */
export const withoutCertificates = (): NodeJS.ProcessEnv => {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  return env;
};

/** Waits for something to be there, as long as it takes on a busy machine. */
export async function until<T>(look: () => T | undefined | false, limit = 30_000): Promise<T> {
  const began = Date.now();
  for (;;) {
    const value = look();
    if (value !== undefined && value !== false) return value;
    if (Date.now() - began > limit) throw new Error(`waited in vain for ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const uriOf = (path: string): string => pathToFileURL(path).href;
const languageOf = (uri: string): string =>
  /\.md$|\.markdown$/.test(uri) ? 'markdown' : /\.html?$/.test(uri) ? 'html' : /\.json$/.test(uri) ? 'jsonc' : 'plaintext';

/** A folder of its own, with files; gone when the test ends. */
export function folderOf(files: Readonly<Record<string, string>> = {}): {
  path: string;
  file(name: string): string;
  uri(name: string): string;
  write(name: string, text: string): void;
  copy(from: string): void;
  remove(name?: string): void;
} {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'blue-pencil-')));
  const file = (name: string): string => join(path, name);
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(file(name)), { recursive: true });
    writeFileSync(file(name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return {
    path,
    file,
    write,
    uri: (name) => uriOf(file(name)),
    copy: (from) => cpSync(from, path, { recursive: true }),
    remove: (name) => rmSync(name ? file(name) : path, { recursive: true, force: true }),
  };
}
