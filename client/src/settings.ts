import { extensions, type TextDocument, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { section } from '../../server/src/protocol/settings';
import type { languages } from './documents';
import { type LeftRule, leaveOf, leftToOthers } from './other-checkers';

/** The settings that hold for a document, as the server is told them: the person's own, and what other checkers do as well. */
export function settingsFor(scopeUri: string | undefined, client: BaseLanguageClient | undefined): Record<string, unknown> {
  const document = workspace.textDocuments.find(
    (d) => d.uri.toString() === scopeUri || client?.code2ProtocolConverter.asUri(d.uri) === scopeUri,
  );
  const uri = document?.uri ?? (scopeUri === undefined ? undefined : client?.protocol2CodeConverter.asUri(scopeUri));
  const config = workspace.getConfiguration(section, document ? { uri: document.uri, languageId: document.languageId } : uri);
  const { trace: _, besideOtherCheckers: __, ...settings } = JSON.parse(JSON.stringify(config)) as Record<string, unknown>;
  return { ...settings, leave: leaveOf(leftIn(document ?? (uri && { uri, languageId: languageOf(uri.path) }))) };
}

/** What other checkers of this editor do as well in a document. Nothing where the person wants both. */
export function leftIn(document: Pick<TextDocument, 'uri' | 'languageId'> | undefined): Readonly<Record<string, LeftRule>> {
  const { uri, languageId = 'markdown' } = document ?? {};
  if (workspace.getConfiguration(section, document && { uri: document.uri, languageId }).get('besideOtherCheckers') === 'keep') return {};
  const installed = (id: string): boolean => extensions.getExtension(id) !== undefined;
  return leftToOthers(installed, (name) => workspace.getConfiguration(undefined, uri).get(name), languageId);
}

const languageOf = (path: string): (typeof languages)[number] =>
  /\.html?$/i.test(path) ? 'html' : /\.txt$/i.test(path) ? 'plaintext' : 'markdown';
