import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { meantBy } from '../../core';
import { configCodes } from '../../protocol/messages';

/** In a config: the word that was probably meant, for each mark that names one. */
export function configActions(document: TextDocument, { context }: CodeActionParams): CodeAction[] {
  if (context.only && !context.only.includes(CodeActionKind.QuickFix)) return [];
  return context.diagnostics.flatMap((d) => {
    const right = d.code === configCodes.said && typeof d.message === 'string' ? meantBy(d.message) : undefined;
    const was = document.getText(d.range);
    // only where the mark is the word itself, still as it was
    if (right === undefined || !/^"[^"\n]*"$/.test(was)) return [];
    const newText = JSON.stringify(right);
    return [
      {
        title: `Change ${was} to ${newText}`,
        kind: CodeActionKind.QuickFix,
        diagnostics: [d],
        isPreferred: true,
        edit: { changes: { [document.uri]: [{ range: d.range, newText }] } },
      },
    ];
  });
}
