import { dayNumber } from '../../calendar/civil-date';
import type { Draft } from '../../draft/draft';
import { type Gist, gistOf } from './gist';

/** Two drafts that tell the same story. `days` is by how many days the second is dated later, 0 or more. */
export interface Pair {
  readonly a: Draft;
  readonly b: Draft;
  readonly days: number;
  /** Both say their day themselves, or were given it: what is taken from the clock is no day to hold against another. */
  readonly dated: boolean;
}

/** Drafts further apart than this are not compared: the later one tells what has happened since. */
const SPAN_OF_DAYS = 3;
/** Shared words of the heads that make two drafts worth a look. */
const ENOUGH_SHARED = 3;
/** The part of each head, names counted threefold, that the other draft must know. Unrelated drafts of one day lie under 0.2. */
const ALIKE = 0.3;

/**
 * The pairs of drafts on one story. An inverted index of the words of their heads finds them, so drafts that share nothing rare are
 * never compared; a word that every twentieth draft has in its head finds nobody.
 */
export function pairsOf(drafts: readonly Draft[]): Pair[] {
  const order = drafts.map((draft) => ({ draft, gist: gistOf(draft), day: dayNumber(draft.dateline.on) })).sort((x, y) => x.day - y.day);
  const common = Math.max(20, drafts.length / 20);
  const counts = new Map<string, number>();
  for (const { gist } of order) for (const word of gist.head) counts.set(word, (counts.get(word) ?? 0) + 1);
  const places = new Map<string, number[]>();
  const pairs: Pair[] = [];
  order.forEach(({ draft: b, gist, day }, n) => {
    const shared = new Map<number, number>();
    for (const word of gist.head) {
      const count = counts.get(word)!;
      if (count < 2 || count > common) continue;
      const list = places.get(word);
      if (!list) {
        places.set(word, [n]);
        continue;
      }
      for (let k = list.length - 1; k >= 0 && day - order[list[k]!]!.day <= SPAN_OF_DAYS; k--)
        shared.set(list[k]!, (shared.get(list[k]!) ?? 0) + 1);
      list.push(n);
    }
    for (const [m, times] of [...shared].sort(([x], [y]) => x - y)) {
      const { draft: a, gist: other, day: before } = order[m]!;
      if (times < ENOUGH_SHARED || !sameStory(other, gist)) continue;
      pairs.push({ a, b, days: day - before, dated: isDated(a) && isDated(b) });
    }
  });
  return pairs;
}

const isDated = (draft: Draft): boolean => draft.dateline.from !== 'today';

function sameStory(a: Gist, b: Gist): boolean {
  let named = false;
  for (const word of a.head) named ||= b.head.has(word) && (a.names.has(word) || b.names.has(word));
  return named && knownTo(a, b) >= ALIKE && knownTo(b, a) >= ALIKE;
}

/** Which part of the head of `a` stands in `b` as well. */
function knownTo(a: Gist, b: Gist): number {
  let all = 0;
  let known = 0;
  for (const word of a.head) {
    const weight = a.names.has(word) ? 3 : 1;
    all += weight;
    if (b.all.has(word)) known += weight;
  }
  return all === 0 ? 0 : known / all;
}
