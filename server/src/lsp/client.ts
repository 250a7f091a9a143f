import type { InitializeParams, InitializeResult } from 'vscode-languageserver';
import { CodeActionKind, TextDocumentSyncKind } from 'vscode-languageserver';
import { commands, type StartOptions } from '../protocol/messages';

/** What the editor at the other end can do. */
export interface Client {
  readonly options: StartOptions;
  readonly pulls: boolean;
  readonly refreshes: boolean;
  readonly hintRefreshes: boolean;
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  readonly folders: boolean;
  readonly watches: boolean;
  readonly related: boolean;
  readonly documentChanges: boolean;
  readonly creates: boolean;
  readonly showsDocuments: boolean;
  readonly hierarchy: boolean;
  readonly literals: boolean;
}

export function readClient({ capabilities: c, initializationOptions }: InitializeParams): Client {
  const text = c.textDocument ?? {};
  const work = c.workspace ?? {};
  const edits = work.workspaceEdit;
  return {
    options: typeof initializationOptions === 'object' && initializationOptions !== null ? (initializationOptions as StartOptions) : {},
    pulls: text.diagnostic !== undefined,
    refreshes: work.diagnostics?.refreshSupport === true,
    hintRefreshes: work.inlayHint?.refreshSupport === true,
    configuration: work.configuration === true,
    configurationChanges: work.didChangeConfiguration?.dynamicRegistration === true,
    folders: work.workspaceFolders === true,
    watches: work.didChangeWatchedFiles?.dynamicRegistration === true,
    related: (text.diagnostic?.relatedInformation ?? text.publishDiagnostics?.relatedInformation) === true,
    documentChanges: edits?.documentChanges === true,
    creates: edits?.resourceOperations?.includes('create') === true,
    showsDocuments: c.window?.showDocument?.support === true,
    hierarchy: text.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    literals: text.codeAction?.codeActionLiteralSupport !== undefined,
  };
}

export const fixAllKind = `${CodeActionKind.SourceFixAll}.bluePencil`;

export function answer(client: Client, version: string): InitializeResult {
  return {
    serverInfo: { name: 'Blue Pencil', version },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      ...(client.pulls
        ? { diagnosticProvider: { identifier: 'blue-pencil', interFileDependencies: false, workspaceDiagnostics: false } }
        : {}),
      codeActionProvider: client.literals ? { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] } : true,
      hoverProvider: true,
      inlayHintProvider: true,
      completionProvider: { triggerCharacters: ['/', ' '] },
      documentSymbolProvider: { label: 'Blue Pencil' },
      ...(client.options.ours ? {} : { executeCommandProvider: { commands: [commands.openRule] } }),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
