import type { InlayHint } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../core';
import { type ConfirmedNames, commands, confirmedNames } from '../protocol/messages';
import type { Settings } from '../protocol/settings';
import { codeActions } from './actions';
import { configActions } from './actions/config';
import { completionsAt } from './completion';
import { nameHints, confirmedNames as namesIn } from './confirmed';
import { toOffset, toRange, toSpan } from './convert';
import type { Desk } from './desk';
import { kindOf } from './drafts';
import { dateHints } from './hints';
import { hoverAt } from './hover';
import { symbolsOf } from './symbols';
import { pathOf } from './uris';

/** What the editor asks for at a place: actions, hovers, hints, completions, symbols. Nothing throws to the editor: one log line, and no answer. */
export function answerFeatures(desk: Desk): void {
  const { connection, drafts, house, settings, world } = desk;
  const logged = new Set<string>();

  async function of<T>(uri: string, nothing: T, make: (document: TextDocument, known: Settings) => T): Promise<T> {
    if (!desk.draftAt(uri)) return nothing;
    const known = await settings.of(uri);
    const document = desk.draftAt(uri);
    if (!document || !known.enable) return nothing;
    try {
      return make(document, known);
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (!logged.has(message)) connection.console.error(`An error of ours, please report it: ${message.replace(/\s*\n\s*/g, ' | ')}`);
      logged.add(message);
      return nothing;
    }
  }
  const judged = (document: TextDocument, known: Settings) => ({
    verdict: drafts.verdict(document, known),
    knowledge: house.pencilFor(pathOf(document.uri), known).knowledgeOf(pathOf(document.uri)),
  });

  function hintsIn(document: TextDocument, known: Settings, within: Span): InlayHint[] {
    const names = known.confirmedNames === 'hint';
    if (!names && !known.inlayHints.dates) return [];
    const { verdict, knowledge } = judged(document, known);
    return [
      ...(known.inlayHints.dates ? dateHints(document, verdict, within) : []),
      ...(names ? nameHints(document, verdict, knowledge, within) : []),
    ];
  }

  connection.onCodeAction((params) => {
    const open = desk.documents.get(params.textDocument.uri);
    if (open && kindOf(open) === 'config') return configActions(open, params);
    return of(params.textDocument.uri, [], (document, known) => codeActions(desk, document, known, params));
  });
  connection.onHover(({ textDocument, position }) =>
    of(textDocument.uri, null, (document, known) => {
      const { verdict, knowledge } = judged(document, known);
      return hoverAt(document, verdict, knowledge, toOffset(document, position)) ?? null;
    }),
  );
  connection.languages.inlayHint.on(({ textDocument, range }) =>
    of(textDocument.uri, [], (document, known) => hintsIn(document, known, toSpan(document, range))),
  );
  connection.onCompletion(({ textDocument, position }) =>
    of(textDocument.uri, [], (document, known) => {
      const path = pathOf(document.uri);
      return completionsAt(document, toOffset(document, position), world.rules, house.pencilFor(path, known).configOf(path));
    }),
  );
  connection.onDocumentSymbol(({ textDocument }) =>
    of(textDocument.uri, [], (document, known) => {
      const { verdict, knowledge } = judged(document, known);
      return symbolsOf(document, verdict, knowledge, desk.client) as ReturnType<typeof symbolsOf> & never[];
    }),
  );
  connection.onRequest(confirmedNames, ({ uri }: { uri: string }) =>
    of<ConfirmedNames | null>(uri, null, (document, known) => {
      if (known.confirmedNames !== 'underline') return null;
      const { verdict, knowledge } = judged(document, known);
      const ranges = namesIn(verdict, knowledge).flatMap((c) => c.spans.map((s) => toRange(document, s)));
      return { version: document.version, ranges };
    }),
  );
  connection.onExecuteCommand(async ({ command, arguments: [, url] = [] }) => {
    if (command === commands.openRule && typeof url === 'string' && desk.client.showsDocuments)
      await connection.window.showDocument({ uri: url, external: true });
    return null;
  });
}
