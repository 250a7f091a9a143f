/** The only place where offsets become positions. Both count UTF-16 units, so nothing but lines is in between. */
import type { Position, Range, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Span } from '../core';

export const toRange = (document: TextDocument, span: Span): Range => ({
  start: document.positionAt(span.start),
  end: document.positionAt(span.end),
});

export const toSpan = (document: TextDocument, range: Range): Span => ({
  start: document.offsetAt(range.start),
  end: document.offsetAt(range.end),
});

export const toPosition = (document: TextDocument, offset: number): Position => document.positionAt(offset);

export const toOffset = (document: TextDocument, position: Position): number => document.offsetAt(position);

/** Edits keep the line ends of the document: a fix that brings a line feed brings the draft's own. */
export function toTextEdits(document: TextDocument, edits: readonly Edit[]): TextEdit[] {
  const crlf = /\r\n/.test(document.getText({ start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }));
  return edits.map((e) => ({
    range: toRange(document, e.span),
    newText: crlf ? e.text.replace(/\r?\n/g, '\r\n') : e.text,
  }));
}

/** A document for a text that no editor holds: its ranges are wanted all the same. */
export const documentOf = (uri: string, text: string): TextDocument => TextDocument.create(uri, 'plaintext', 0, text);
