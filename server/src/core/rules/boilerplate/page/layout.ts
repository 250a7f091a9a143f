import type { Placed } from '../../../draft/draft';
import { lettered } from '../../../text/letters';
import { type Line, lineOf } from './line';

/** Where a line stands to the story: above its headline, between headline and story, in it, after it. `lone`: there is no story to stand beside. */
export type Zone = 'above' | 'deck' | 'inside' | 'after' | 'lone';

export interface Layout {
  readonly lines: readonly Line[];
  readonly zones: readonly Zone[];
  /** The line of the headline, -1 where none was found. */
  readonly headline: number;
  /** First and last line of the story; -1 where there is none. */
  readonly from: number;
  readonly to: number;
}

/** Running text: what a story is made of. */
export const isProse = (line: Line): boolean => line.stop && line.words >= 8 && line.running >= 0.15 && line.match?.tier !== 'certain';

/** Kinds that stand under a story: where one stands alone on its line the story has probably ended. */
export const FOOT = new Set(['related', 'comments', 'newsletter', 'tags', 'copyright', 'notice']);

const SET_APART = new Set<string>(['cell', 'quote', 'caption']);
/** A table's cell or row, a quotation, a caption: set apart by somebody's hand, and part of no page's furniture by its shape. */
export const isSetApart = ({ placed, text }: Line): boolean =>
  SET_APART.has(placed.paragraph.kind) || (text.startsWith('|') && text.endsWith('|') && text.length > 2);
/** What a line adds to the story that it would belong to. */
function weight(line: Line): number {
  // a table, and what is quoted or shown, breaks no story
  if (isSetApart(line) || (line.traits.includes('row') && !line.stop && !line.match)) return 0;
  if (line.traits.includes('caption') && line.words < 40) return -0.5;
  if (isProse(line)) return Math.min(line.words, 60) / 6;
  if (line.match?.tier === 'certain') return FOOT.has(line.match.kind) && line.match.how !== 'opening' ? -6 : -1.8;
  if (line.match?.tier === 'likely') return -1.5;
  if (line.words > 15) return 0.5;
  return line.words > 5 ? -0.8 : -1.2;
}

/** The story is the stretch of lines that weighs most: the paragraphs of running text with what stands between them. */
function storyOf(lines: readonly Line[]): { from: number; to: number } {
  let best = 0;
  let from = -1;
  let to = -1;
  let sum = 0;
  let start = 0;
  lines.forEach((line, i) => {
    if (sum <= 0) {
      sum = 0;
      start = i;
    }
    sum += weight(line);
    if (sum > best) {
      best = sum;
      from = start;
      to = i;
    }
  });
  return best >= 3 ? { from, to } : { from: -1, to: -1 };
}

const canBeHeadline = (line: Line): boolean =>
  line.words >= 4 &&
  !(CREDIT(line.text).test(line.text) && line.words <= 8 && line.titled) &&
  line.words <= 28 &&
  line.match?.tier !== 'certain' &&
  !line.traits.some((t) => NO_HEADLINE.has(t));
const NO_HEADLINE = new Set<string>(['separators', 'arrow', 'figures', 'address', 'lower case', 'listing', 'name', 'caption', 'item']);

/** How many lines above a story without a headline belong to it: byline, place, date. */
const BARE = 3;

/** "By Anna Reid", "Reviewed by Anna Reid", "Words and pictures by Anna Reid". */
const CREDIT = lettered(() => /^(?:\p{L}+ (?:and \p{L}+ )?)?by:? \p{L}/iu);

const isLabel = (line: Line | undefined): boolean =>
  line !== undefined &&
  line.words <= 14 &&
  (line.traits.some((t) => t === 'name' || t === 'time') || line.match?.kind === 'handle' || CREDIT(line.text).test(line.text));

/** A date with its year, at most with a weekday before it. */
const DAY = lettered(() => /^(?:\p{L}+day,? )?(?:\d{1,2} \p{L}{3,9}\.?|\p{L}{3,9}\.? \d{1,2},) (?:19|20)\d\d$/iu);

/** True where the first line of all has a byline or a date right below it, or both: the name of a column, of a page, of a list of notices. */
function isHeaded(lines: readonly Line[]): boolean {
  const [top, next] = lines;
  if (!top || !next || top.stop || top.match?.tier === 'certain' || top.words > 28 || top.traits.some((t) => NO_HEAD.has(t))) return false;
  return (
    DAY(next.text).test(next.text) ||
    (CREDIT(next.text).test(next.text) && next.words <= 8 && DAY(lines[2]?.text ?? '').test(lines[2]?.text ?? ''))
  );
}
const NO_HEAD = new Set<string>(['separators', 'arrow', 'address', 'link', 'markup', 'caption', 'buttons', 'name']);

/** What a headline loses with every line between it and the story, and at most. */
const FAR = 0.03;
const FARTHEST = 1.5;
/** Paragraphs of the story that tell what it is about. */
const OPENING = 12;

/** What the story is about: each theme with the number of its paragraphs, of the first ones, that speak of it; twice for the lede. */
function themesOf(lines: readonly Line[], from: number): Map<number, number> {
  const story = new Map<number, number>();
  for (let i = from, seen = 0; i < lines.length && seen < OPENING; i++) {
    if (!isProse(lines[i]!)) continue;
    for (const theme of new Set(lines[i]!.themes)) story.set(theme, (story.get(theme) ?? 0) + (seen < 3 ? 2 : 1));
    seen++;
  }
  return story;
}

/** The headline: of the lines above the story that could be one, that which shares most words with it; a byline or a date below it speaks for it. -1 where there is none. */
function headlineOf(lines: readonly Line[], from: number): number {
  if (isHeaded(lines)) return 0;
  const story = themesOf(lines, from);
  let best = -1;
  let most = 0;
  for (let i = 0; i <= from; i++) {
    const line = lines[i]!;
    const read = line.placed.paragraph.kind === 'headline' && line.words >= 2 && !line.match;
    if (!read && (!canBeHeadline(line) || isProse(line))) continue;
    let score = (read ? 1 : 0.5) - Math.min(FARTHEST, (from - i) * FAR);
    for (const theme of new Set(line.themes)) score += Math.min(1, (story.get(theme) ?? 0) / 2);
    if (isLabel(lines[i + 1]) || isLabel(lines[i + 2])) score += 1;
    if (line.match) score -= 1;
    if (line.words < 6) score -= 0.5;
    if (score > most) {
      most = score;
      best = i;
    }
  }
  return best;
}

/** A paragraph of running text under the headline begins the story, whatever list of contents parts it from the rest. */
function ledeOf(lines: readonly Line[], headline: number, body: number): number {
  for (let i = headline + 1; i < body; i++) {
    const line = lines[i]!;
    if (isProse(line) && line.words >= LEDE && !line.match && !line.traits.includes('caption')) return i;
  }
  return body;
}
const LEDE = 18;

export function layoutOf(paragraphs: readonly Placed[]): Layout {
  const lines = paragraphs.map(lineOf);
  const { from: body, to } = storyOf(lines);
  const headline = body < 0 ? -1 : headlineOf(lines, body);
  const from = headline < 0 ? body : ledeOf(lines, headline, body);
  const deck = from < 0 ? 0 : headline >= 0 ? headline : Math.max(0, from - BARE);
  const zones = lines.map((_, i): Zone => (from < 0 ? 'lone' : i < deck ? 'above' : i < from ? 'deck' : i <= to ? 'inside' : 'after'));
  return { lines, zones, headline, from, to };
}
