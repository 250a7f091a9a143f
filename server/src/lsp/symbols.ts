import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { castOf, inFile, type Knowledge, longDate, meant, type Span } from '../core';
import type { Client } from './client';
import { toRange } from './convert';
import type { Verdict } from './drafts';

/**
 * The draft at a glance: its dateline, its headings with what stands under them, and the people where each is first named.
 * For an editor that outlines Markdown headings itself, without the headings.
 */
export function symbolsOf(
  document: TextDocument,
  verdict: Verdict,
  knowledge: Knowledge,
  client: Client,
): DocumentSymbol[] | SymbolInformation[] {
  const { draft } = verdict;
  const symbol = (name: string, detail: string, kind: SymbolKind, span: Span, whole = span): DocumentSymbol => {
    const selectionRange = toRange(document, span);
    return {
      name: name.replace(/\s+/g, ' ').trim().slice(0, 120) || '…',
      detail,
      kind,
      range: toRange(document, whole),
      selectionRange,
      children: [],
    };
  };
  const top: DocumentSymbol[] = [];
  const { span, on, from } = draft.dateline;
  if (span) top.push(symbol(longDate(on), `dateline, ${from}`, SymbolKind.Constant, span));
  if (!(client.options.ours && draft.format === 'markdown')) {
    const open: { depth: number; symbol: DocumentSymbol }[] = [];
    const headings = draft.paragraphs.filter((p) => p.paragraph.kind === 'headline' || p.paragraph.kind === 'heading');
    headings.forEach((placed) => {
      const depth = placed.paragraph.kind === 'headline' ? 1 : (placed.paragraph.depth ?? 2);
      const next = headings
        .slice(headings.indexOf(placed) + 1)
        .find((h) => (h.paragraph.kind === 'headline' ? 1 : (h.paragraph.depth ?? 2)) <= depth);
      const at = inFile(placed, { start: 0, end: placed.paragraph.text.length });
      const made = symbol(placed.paragraph.text, placed.paragraph.kind, SymbolKind.String, at, {
        start: Math.min(placed.whole.start, at.start),
        end: Math.max(at.end, next ? next.whole.start : draft.text.length),
      });
      while (open.length && open.at(-1)!.depth >= depth) open.pop();
      (open.at(-1)?.symbol.children ?? top).push(made);
      open.push({ depth, symbol: made });
    });
  }
  const people = peopleIn(verdict, knowledge).map(({ name, detail, span }) => symbol(name, detail, SymbolKind.Class, span));
  top.push(...people);
  return client.hierarchy ? top : flat(top, document.uri);
}

/** Everybody the draft names and we know, each at the first mention, with how often they are named. */
function peopleIn({ draft }: Verdict, knowledge: Knowledge): { name: string; detail: string; span: Span }[] {
  const cast = castOf(draft, knowledge);
  const found = new Map<string, { name: string; count: number; span: Span }>();
  for (const placed of draft.paragraphs) {
    for (const mention of placed.paragraph.mentions) {
      const { people } = meant(mention, cast);
      if (people.length !== 1) continue;
      const { id, name } = people[0]!;
      const known = found.get(id);
      if (known) known.count++;
      else found.set(id, { name, count: 1, span: inFile(placed, mention.span) });
    }
  }
  return [...found.values()].map(({ name, count, span }) => ({ name, span, detail: count === 1 ? 'named once' : `named ${count} times` }));
}

const flat = (symbols: readonly DocumentSymbol[], uri: string): SymbolInformation[] =>
  symbols.flatMap((s) => [{ name: s.name, kind: s.kind, location: { uri, range: s.range } }, ...flat(s.children ?? [], uri)]);
