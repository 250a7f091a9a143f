import { lettered } from '../../text/letters';
import type { Block, ParagraphKind } from '../draft';
import { hasStop } from './wrap';

/**
 * What a paragraph of plain text looks like by itself. prose: sentences · title: short, begins like a title and has no final stop · trail: a breadcrumb ·
 * label: short and neither · item: of a list.
 */
export type Shape = 'prose' | 'title' | 'trail' | 'label' | 'item';

export interface Shaped {
  readonly block: Block;
  readonly shape: Shape;
  readonly words: number;
  /** True where a line stands directly above or below in the same passage, no blank line between. */
  readonly joinsAbove: boolean;
  readonly joinsBelow: boolean;
}

const LONGEST_HEADING = 14;
const LONGEST_HEADLINE = 20;
const TRAIL = /\S\s{0,4}[»›>]\s{0,4}\S|^\S+ \/ \S+(?: \/ |$)/;
/** Lines above and below a story that are short and begin with a capital, and are no titles: bylines, dates, times. */
const LABEL =
  /^(?:(?:(?:reviewed|edited|compiled|set|words|text|interview|photographs?|pictures|illustrated|recipe|translated|reporting)(?: and [a-z]+)? )?by:? |from |published|updated|posted|last (?:updated|modified)|first published|photo|image|credit|source|share|tags?:|filed under)|^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:,|$)|^\d{1,2}(?:[:.]\d{2}| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|^\d+ min/i;
/** "WASHINGTON, Aug. 7 (AP) —" begins a story, however short its first line is. */
const DATELINE = lettered(
  () => /^\p{Lu}[\p{L}.' ]{2,40}(?:,[^—–]{1,40})?(?: \([^)]{1,40}\))? ?[—–] |^\p{Lu}{3}[\p{Lu}.', ]{0,40}(?:\([^)]{1,40}\) )?-{1,2} /u,
);

/** "HILLSIDE, Ohio, Aug. 7, 2025", "Hillside, Thursday 7 August 2025": where and when, on a line of its own. */
const PLACE_AND_DAY = lettered(
  () =>
    /^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,2},(?: \p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)?,)? (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2} )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?(?: \d{1,2},)? \d{4}\.?$/iu,
);

/** The shape of a paragraph's plain text. */
export function shapeOf(text: string): { readonly shape: Shape; readonly words: number } {
  const words = countWords(text);
  if (words > LONGEST_HEADLINE + 5) return { shape: 'prose', words };
  if (words > 1 && TRAIL.test(text)) return { shape: 'trail', words };
  const question = /\?["”’']?$/.test(text);
  if (question && words <= LONGEST_HEADING) return { shape: 'title', words };
  if (hasStop(text, 0, text.length) || (words >= 8 && /\p{Ll}{2}[.!?] \p{Lu}/u.test(text))) return { shape: 'prose', words };
  if (text.endsWith(':') && words > 6) return { shape: 'prose', words };
  if (words > LONGEST_HEADLINE || DATELINE(text).test(text)) return { shape: 'prose', words };
  return { shape: /^["“‘'«(]?[\p{L}\p{N}]/u.test(text) && !LABEL.test(text) && !PLACE_AND_DAY(text).test(text) ? 'title' : 'label', words };
}

/** Words as white space parts them, up to a number beyond which it does not matter. */
function countWords(text: string): number {
  let words = 0;
  let inside = false;
  for (let i = 0; i < text.length && words < 40; i++) {
    const space = text.charCodeAt(i) === 32;
    if (!space && !inside) words++;
    inside = !space;
  }
  return words;
}

/** Paragraphs that may stand above a headline: a section, a breadcrumb, a caption, a date. */
const ABOVE = 3;
const LONG_PROSE = 22;
/** Words that a headline has at least, and where a sentence stands above it. Fewer are a section's or a person's name. */
const SHORT_HEADLINE = 3;
const FULL_HEADLINE = 5;

/** Gives every paragraph its kind by its shape and by what stands around it. */
export function kindsOf(shaped: readonly Shaped[]): Block[] {
  const headline = headlineAt(shaped);
  return shaped.map((one, i) => {
    let kind: ParagraphKind = one.shape === 'prose' || one.shape === 'item' ? one.shape : 'line';
    if (i === headline) kind = 'headline';
    else if (isHeading(shaped, i, headline, 2)) kind = 'heading';
    return one.block.kind === kind ? one.block : { ...one.block, kind };
  });
}

/** Index of the headline: the first paragraph that is shaped as one, before the story begins; -1 where there is none. A lone paragraph is none. */
function headlineAt(shaped: readonly Shaped[]): number {
  if (shaped.length < 2) return -1;
  let told = false;
  for (let i = 0; i < Math.min(shaped.length, ABOVE + 1); i++) {
    const one = shaped[i]!;
    if (one.shape === 'title' && one.words >= (told ? FULL_HEADLINE : SHORT_HEADLINE)) return i;
    if (one.shape === 'item' || (one.shape === 'prose' && one.words >= LONG_PROSE)) return -1;
    told ||= one.shape === 'prose';
  }
  return -1;
}

/** A heading stands by itself, or directly above the prose that it heads; below it stands prose, a list, or one more heading. */
function isHeading(shaped: readonly Shaped[], i: number, headline: number, chain: number): boolean {
  const one = shaped[i]!;
  const below = shaped[i + 1];
  if (one.shape !== 'title' || one.words > LONGEST_HEADING || !below || i < headline) return false;
  if (one.joinsAbove && isShort(shaped[i - 1])) return false;
  if (one.joinsBelow && isShort(below)) return false;
  if (below.shape === 'prose' || below.shape === 'item') return true;
  return chain > 1 && below.shape === 'title' && isHeading(shaped, i + 1, headline, chain - 1);
}

const isShort = (one: Shaped | undefined): boolean => one !== undefined && one.shape !== 'prose' && one.shape !== 'item';
