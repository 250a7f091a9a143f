import type { Format, Paragraph, ParagraphKind } from '../../../draft/draft';

/** What of a draft a check reads: whole blocks, or the sentences or links in them, or the file as it stands. */
type Unit = 'block' | 'sentence' | 'link' | 'raw';

interface Selector {
  readonly unit: Unit;
  /** The block has all of these parts … */
  readonly parts: readonly string[];
  /** … and of each of these not all. */
  readonly not: readonly (readonly string[])[];
}

/** One of the selectors is enough. */
export type Scope = readonly Selector[];

export const everyText: Scope = [{ unit: 'block', parts: ['text'], not: [] }];

const parts: Readonly<Record<ParagraphKind, readonly string[]>> = {
  headline: ['text', 'heading'],
  heading: ['text', 'heading'],
  prose: ['text', 'paragraph'],
  line: ['text', 'paragraph'],
  furniture: ['text'],
  item: ['text', 'list'],
  quote: ['text', 'blockquote'],
  caption: ['text', 'figure', 'caption'],
  cell: ['text', 'table', 'cell'],
};
const ours = new Set(['text', 'heading', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'paragraph', 'list', 'blockquote', 'figure', 'table', 'cell']);
const units: Readonly<Record<string, Unit>> = { sentence: 'sentence', raw: 'raw', link: 'link' };
const endings: Readonly<Record<Format, readonly string[]>> = {
  markdown: ['md', 'markdown'],
  html: ['html', 'htm'],
  plaintext: ['txt', 'text'],
};
/** Formats that drafts do not have: what names one is never met. */
const foreign = new Set(
  'rst adoc asciidoc org dita xml mdx myst typst qmd rmd py go js ts java rb c cpp cs rs css php r lua hs scala swift'.split(' '),
);
/** What Vale has and a draft has not, or keeps from the rules: excluding it excludes nothing. */
const absent = new Set('alt code strong emphasis link meta comment summary raw class header attr'.split(' '));

/** Reads the scopes of a rule. What a selector asks for and drafts do not tell apart is a problem; the others hold. */
export function decodeScope(written: readonly string[]): {
  value: Scope;
  problems: { readonly index: number; readonly message: string }[];
} {
  const value: Selector[] = [];
  const problems: { index: number; message: string }[] = [];
  for (const [index, line] of written.entries()) {
    const selector = { unit: 'block' as Unit, parts: [] as string[], not: [] as string[][] };
    let problem: string | undefined;
    for (const term of line.split('&').map((t) => t.trim())) {
      const not = term.startsWith('~');
      const names = term.replace(/^~\s*/, '').split('.').filter(Boolean);
      if (names.length === 0) problem = `The scope "${line}" is not whole.`;
      const strange = /^doc\s*\(/.test(names[0] ?? '') ? names[0] : names.find((n) => !isKnown(n, names) && !(not && absent.has(n)));
      if (strange !== undefined) {
        problem = `The scope "${line}" is not read here: drafts have no "${strange.slice(0, 40)}" that could be told apart.`;
      } else if (not) selector.not.push(names);
      else
        for (const name of names)
          if (Object.hasOwn(units, name)) selector.unit = units[name]!;
          else selector.parts.push(name);
    }
    if (problem) problems.push({ index, message: problem });
    else value.push(selector);
  }
  return { value, problems };
}

const isKnown = (name: string, names: readonly string[]): boolean =>
  ours.has(name) ||
  Object.hasOwn(units, name) ||
  foreign.has(name) ||
  Object.values(endings).some((e) => e.includes(name)) ||
  (name === 'caption' && names.includes('figure'));

/** A stretch of a paragraph that a check reads by itself. */
export interface Piece {
  readonly start: number;
  readonly text: string;
}

export const readsRaw = (scope: Scope): boolean => scope.some((s) => s.unit === 'raw');

/** The pieces of a paragraph that a scope asks for, each once, in their order. */
export function piecesOf(scope: Scope, paragraph: Paragraph, format: Format): readonly Piece[] {
  const { kind, text, depth } = paragraph;
  const has = new Set([...parts[kind], ...endings[format], ...(parts[kind].includes('heading') ? [`h${depth ?? 1}`] : [])]);
  const out = new Map<string, Piece>();
  const add = (start: number, end: number): void => void out.set(`${start} ${end}`, { start, text: text.slice(start, end) });
  for (const { unit, parts: wanted, not } of scope) {
    if (unit === 'raw' || !wanted.every((p) => has.has(p)) || not.some((n) => n.every((p) => has.has(p)))) continue;
    if (unit === 'sentence') for (const s of paragraph.sentences) add(s.start, s.end);
    else if (unit === 'link') for (const l of paragraph.links) add(l.start, l.end);
    else add(0, text.length);
  }
  return [...out.values()];
}
