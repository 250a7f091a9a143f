import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import { decodeString } from 'micromark-util-decode-string';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Construct, Event, Extension, ParseContext } from 'micromark-util-types';
import { mask } from './markdown-mask';

/** What a Markdown text defines for all of itself. Where a label is defined twice, the first stands. */
export interface Definitions {
  /** Targets of links by normalised label. */
  readonly links: ReadonlyMap<string, string>;
  /** Normalised labels of footnotes. */
  readonly notes: ReadonlySet<string>;
}

export const noDefinitions: Definitions = { links: new Map(), notes: new Set() };

/** One parser for all stretches: to make it costs more than to read a paragraph with it. What it remembers of a text is set anew for each. */
let shared: ParseContext | undefined;

/**
 * The tokens of a stretch of Markdown as micromark enters and leaves them, with offsets in the stretch. Labels in `definitions` count as defined.
 * Very many inline marks or containers are read as letters, so that no text takes more than linear time.
 */
export function markdownEvents(stretch: string, { links, notes }: Definitions): Event[] {
  shared ??= parse({ extensions: [grammar()] });
  const parser = shared;
  parser.lazy = {};
  parser.defined = known(links);
  parser.gfmFootnotes = known(notes);
  return postprocess(parser.document().write(preprocess()(mask(stretch), undefined, true)));
}

/**
 * GitHub's Markdown but for bare e-mail addresses, which are found in the plain text: the parser would stop at every word to look for one, and go back
 * over the whole paragraph each time.
 */
function grammar(): Extension {
  const extension = gfm();
  const text: Record<number, Construct[]> = {};
  for (const [code, constructs] of Object.entries(extension.text ?? {})) {
    text[Number(code)] = [constructs ?? []].flat().filter((construct) => construct.name !== 'emailAutolink');
  }
  return { ...extension, text };
}

/** A list of labels that micromark may ask and add to, in constant time. */
function known(labels: { has(label: string): boolean }): string[] {
  const own = new Set<string>();
  const list: string[] = [];
  list.includes = (label) => own.has(label) || labels.has(label);
  list.push = (label) => own.add(label).size;
  return list;
}

/** The definitions that stand in a stretch: of links with their targets, of footnotes. */
export function readDefinitions(stretch: string): Definitions {
  const links = new Map<string, string>();
  const notes = new Set<string>();
  if (!stretch.includes(']:')) return noDefinitions;
  let label = '';
  for (const [step, token] of markdownEvents(stretch, noDefinitions)) {
    if (step !== 'exit') continue;
    const source = (): string => stretch.slice(token.start.offset, token.end.offset);
    if (token.type === 'definitionLabelString') {
      label = labelOf(source());
      if (!links.has(label)) links.set(label, '');
    } else if (token.type === 'definitionDestinationString' && links.get(label) === '') links.set(label, decodeString(source()));
    else if (token.type === 'gfmFootnoteDefinitionLabelString') notes.add(labelOf(source()));
  }
  return { links, notes };
}

/** A label as micromark compares it; marks of quotes that stand at line starts inside it are left out. */
export const labelOf = (source: string): string => normalizeIdentifier(source.replace(/[\r\n][ \t>]*/g, ' '));
