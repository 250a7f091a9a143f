import { lettered } from '../../../text/letters';
import { FOOT, isProse, type Layout } from './layout';
import type { Line } from './line';

const NAME = lettered(() => /^(?:by:? )?(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}\.?)?(?: \p{Lu}[\p{L}’'-]+){1,2})/iu);
const CAPITAL = lettered(() => /^(?:by:? )?\p{Lu}\p{Ll}/iu);

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
export function featuresOf(layout: Layout): string[][] {
  const { lines, zones, headline, from, to } = layout;
  const times = new Map<string, number>();
  for (const line of lines) times.set(line.text, (times.get(line.text) ?? 0) + 1);
  const runs = runsOf(lines);
  const near = phrasesNear(lines);
  const shared = sharedWith(layout);
  const bylines = bylinesOf(layout);
  let heading = false;
  let foot = false;
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
      f.push(
        trait === 'caption' && zone === 'above'
          ? 'caption above the headline'
          : trait === 'name'
            ? named('name', zone)
            : trait === 'quoted' || trait === 'question'
              ? named(trait, side)
              : trait,
      );
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
    const told = times.get(line.text) ?? 0;
    if (told > 1) f.push(told > 2 ? 'told often' : 'told again');
    if (line.themes.length >= 2 && (!prose || zone === 'after'))
      f.push(
        named(
          shared[i]! === 0 ? 'shares nothing' : shared[i]! < 0.34 ? 'shares little' : shared[i]! < 0.67 ? 'shares some' : 'shares most',
          prose ? 'prose' : zone,
        ),
      );
    if (zone !== 'above' && zone !== 'deck' && bylines.some((name) => line.text.startsWith(name)))
      f.push(line.stop ? 'about the byline' : 'the byline again');
    if (prose && zone !== 'after') heading = foot = false;
    if (heading) f.push(named('under a heading of links', side));
    if (foot) f.push('under the foot');
    if (match && match.how !== 'opening' && match.tier !== 'hint' && FOOT.has(match.kind)) heading = true;
    if (zone === 'after' && certain(line) && !prose) foot = true;
    if (zone === 'after') f.push(i - to <= 1 ? 'first after the story' : i - to > 5 ? 'far after the story' : 'after the story');
    if (zone === 'above') f.push(from - i > 5 ? 'far above the story' : 'above the story');
    return f;
  });
}

/** Share of each line's themes that the prose of the story has too. The line itself does not count. */
function sharedWith({ lines, zones }: Layout): number[] {
  const owners = new Map<number, number>();
  lines.forEach((line, i) => {
    if (zones[i] !== 'inside' || !isProse(line)) return;
    for (const theme of line.themes) owners.set(theme, owners.has(theme) && owners.get(theme) !== i ? -1 : i);
  });
  return lines.map((line, i) => {
    let common = 0;
    for (const theme of line.themes) {
      const owner = owners.get(theme);
      if (owner !== undefined && owner !== i) common++;
    }
    return line.themes.length === 0 ? 0 : common / line.themes.length;
  });
}

/** Names on lines of their own, or after "By", near the beginning of the story. */
function bylinesOf({ lines, headline, from }: Layout): string[] {
  if (from < 0) return [];
  const out: string[] = [];
  for (let i = Math.max(0, headline); i <= Math.min(lines.length - 1, from + 1); i++) {
    const { text, words } = lines[i]!;
    const name = words <= 14 ? NAME(text).exec(text)?.[1] : undefined;
    if (name && i !== headline && CAPITAL(text).test(text)) out.push(name);
  }
  return out;
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
