import type { Placed } from '../../draft/draft';
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
const FOOT = new Set(['related', 'comments', 'newsletter', 'tags', 'copyright', 'notice']);

/** What a line adds to the story that it would belong to. */
function weight(line: Line): number {
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
  line.words >= 4 && line.words <= 28 && line.match?.tier !== 'certain' && !line.traits.some((t) => NO_HEADLINE.has(t));
const NO_HEADLINE = new Set<string>(['separators', 'arrow', 'figures', 'address', 'lower case', 'listing', 'name', 'caption']);

/** How many lines above a story without a headline belong to it: byline, place, date. */
const BARE = 3;

/** The beginnings of the longer words of a text: what two lines about one thing share. */
function themes(text: string, into = new Set<string>()): Set<string> {
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]{4,}/gu)) if (!COMMON.has(word)) into.add(word.slice(0, 6));
  return into;
}
const COMMON = new Set(
  'with from that this have will more your about what when they their them than then were been over after into said says also here just some most news read story'.split(
    ' ',
  ),
);

const isLabel = (line: Line | undefined): boolean => line?.traits.some((t) => t === 'name' || t === 'time') === true && line.words <= 14;

/** The headline: of the lines above the story that could be one, that which shares most words with it; a byline or a date below it speaks for it. -1 where there is none. */
function headlineOf(lines: readonly Line[], from: number): number {
  const story = new Set<string>();
  for (let i = from, seen = 0; i < lines.length && seen < 4; i++) {
    if (!isProse(lines[i]!)) continue;
    seen++;
    themes(lines[i]!.text, story);
  }
  let best = -1;
  let most = 0;
  for (let i = 0; i <= from; i++) {
    const line = lines[i]!;
    const read = line.placed.paragraph.kind === 'headline' && line.words >= 2 && !line.match;
    if (!(canBeHeadline(line) || read) || (i === from && isProse(line))) continue;
    let score = (read ? 1 : 0.5) - (from - i) * 0.06;
    for (const theme of themes(line.text)) if (story.has(theme)) score += 1;
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

export function layoutOf(paragraphs: readonly Placed[]): Layout {
  const lines = paragraphs.map(lineOf);
  const { from, to } = storyOf(lines);
  const headline = from < 0 ? -1 : headlineOf(lines, from);
  const deck = from < 0 ? 0 : headline >= 0 ? headline : Math.max(0, from - BARE);
  const zones = lines.map((_, i): Zone => (from < 0 ? 'lone' : i < deck ? 'above' : i < from ? 'deck' : i <= to ? 'inside' : 'after'));
  return { lines, zones, headline, from, to };
}

const names = new Map<string, Map<string, string>>();
/** "a b", the same string every time: a name is made once and found often. */
function named(a: string, b: string): string {
  let inner = names.get(a);
  if (!inner) names.set(a, (inner = new Map()));
  let name = inner.get(b);
  if (name === undefined) inner.set(b, (name = `${a} ${b}`));
  return name;
}

const size = (words: number): string =>
  words <= 2 ? '1-2' : words <= 5 ? '3-5' : words <= 9 ? '6-9' : words <= 17 ? '10-17' : words <= 30 ? '18-30' : '31+';
const certain = (line: Line | undefined): boolean => line?.match?.tier === 'certain';
const short = (line: Line | undefined): boolean => line !== undefined && line.words <= 9 && !line.stop;

/** Everything that is weighed about each line, by name. */
export function featuresOf({ lines, zones, headline, from, to }: Layout): string[][] {
  const times = new Map<string, number>();
  for (const line of lines) times.set(line.text, (times.get(line.text) ?? 0) + 1);
  const runs = runsOf(lines);
  const near = phrasesNear(lines);
  let heading = false;
  return lines.map((line, i) => {
    const zone = zones[i]!;
    const side = zone === 'above' || zone === 'after' ? 'outside' : 'inside';
    const prose = isProse(line);
    const shape = prose ? 'prose of' : line.stop ? 'sentence of' : 'line of';
    const f = [named(shape, size(line.words)), named(prose || line.stop ? 'sentence' : 'line', zone)];
    if (headline >= 0 && zone !== 'after' && line.text === lines[headline]!.text) f.push('the headline');
    if (line.running >= 0.25) f.push('running text');
    if (line.running === 0 && line.words > 2) f.push('no running text');
    if (line.titled && !line.stop) f.push(named('title case', side));
    for (const trait of line.traits)
      f.push(trait === 'caption' && zone === 'above' ? 'caption above the headline' : trait === 'name' ? named('name', zone) : trait);
    const { match } = line;
    if (match) {
      f.push(named(match.tier, match.how), named(match.tier, side));
      if (prose || (line.stop && line.words > 9)) f.push(named(match.tier, 'in a sentence'));
    }
    if (certain(lines[i - 1]) && certain(lines[i + 1])) f.push('between certain lines');
    else if (certain(lines[i - 1]) || certain(lines[i + 1])) f.push('beside a certain line');
    if (short(line)) f.push(named(runs[i]! >= 8 ? 'long run' : runs[i]! >= 3 ? 'short run' : 'no run', side));
    if (!prose)
      f.push(
        named(
          near[i]! >= 4
            ? 'many phrases nearby'
            : near[i]! >= 2
              ? 'some phrases nearby'
              : near[i]! >= 1
                ? 'one phrase nearby'
                : 'no phrase nearby',
          side,
        ),
      );
    if ((times.get(line.text) ?? 0) > 1) f.push('told again');
    if (prose && zone !== 'after') heading = false;
    if (heading) f.push(named('under a heading of links', side));
    if (match && match.how !== 'opening' && match.tier !== 'hint' && FOOT.has(match.kind)) heading = true;
    if (zone === 'after') f.push(i - to <= 1 ? 'first after the story' : i - to > 5 ? 'far after the story' : 'after the story');
    if (zone === 'above') f.push(from - i > 5 ? 'far above the story' : 'above the story');
    return f;
  });
}

/** How far a phrase is seen. */
const NEAR = 5;

/** For each line the number of phrases of pages, each line's best, within a few lines of it; its own does not count. */
function phrasesNear(lines: readonly Line[]): number[] {
  const worth = lines.map(({ match }) => (match?.tier === 'certain' ? 1 : match?.tier === 'likely' ? 0.5 : 0));
  return lines.map((_, i) => {
    let sum = 0;
    for (let k = Math.max(0, i - NEAR); k <= Math.min(lines.length - 1, i + NEAR); k++) if (k !== i) sum += worth[k]!;
    return sum;
  });
}

/** For each line the number of short lines in the run that it stands in. */
function runsOf(lines: readonly Line[]): number[] {
  const out = new Array<number>(lines.length).fill(0);
  for (let i = 0; i < lines.length; ) {
    let j = i;
    while (j < lines.length && short(lines[j])) j++;
    for (let k = i; k < j; k++) out[k] = j - i;
    i = Math.max(j, i + 1);
  }
  return out;
}
