import type { CodeAction, CreateFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Finding } from '../../core';
import type { Client } from '../client';
import { documentOf, toTextEdits } from '../convert';
import type { Verdict } from '../drafts';
import type { HeldFiles } from '../held-files';
import type { House } from '../house';
import { uriOf } from '../uris';

/** What the makers of code actions are given. */
export interface Scope {
  readonly client: Client;
  readonly house: House;
  readonly files: HeldFiles;
  readonly document: TextDocument;
  readonly verdict: Verdict;
  /** The findings that the request is about, in the order of the text. */
  readonly findings: readonly Finding[];
  /** The client's own diagnostic for a finding where it sent one, else ours. */
  diagnosticOf(finding: Finding): NonNullable<CodeAction['diagnostics']>[number];
  /** The URI under which a file is open, else one made of its path. */
  uriOf(path: string): string;
}

/** An edit of the draft itself. */
export function draftEdit({ client, document }: Pick<Scope, 'client' | 'document'>, edits: readonly Edit[]): WorkspaceEdit {
  const textEdits = toTextEdits(document, edits);
  if (!client.documentChanges) return { changes: { [document.uri]: textEdits } };
  return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: textEdits }] };
}

/** An edit of a file beside the draft; it is made where it is not there yet, by editors that cannot make one when it is saved. */
export function fileEdit(
  { client, files, uriOf }: Pick<Scope, 'client' | 'files' | 'uriOf'>,
  path: string,
  edits: readonly Edit[],
): WorkspaceEdit {
  const text = files.actual(path);
  const uri = uriOf(path);
  const textEdits = toTextEdits(documentOf(uri, text ?? ''), edits);
  const edit: TextDocumentEdit = { textDocument: { uri, version: null }, edits: textEdits };
  const create: CreateFile = { kind: 'create', uri, options: { ignoreIfExists: true } };
  if (text === undefined && client.creates) return { documentChanges: [create, edit] };
  return client.documentChanges ? { documentChanges: [edit] } : { changes: { [uri]: textEdits } };
}

export const quoted = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return `"${line.length > 40 ? `${line.slice(0, 39)}…` : line}"`;
};

export { uriOf as uriOfPath };
