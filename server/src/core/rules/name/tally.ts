import type { Draft, Paragraph, Placed } from '../../draft/draft';
import { fold } from '../../text/fold';
import { capitalRuns, isNameShaped, isOpener, wordsIn } from './capital-runs';

/** A capital word that may be a name: alone, or the last of several, behind a word that may be a first name. */
export interface NameWord {
  readonly key: string;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly alone: boolean;
  /** The word before it in the name, folded. */
  readonly first?: string;
}

const words = new WeakMap<Paragraph, readonly NameWord[]>();

/** The last words of the names of a paragraph. Openers and titles before a word do not make it part of a longer name. */
export function nameWords(paragraph: Paragraph): readonly NameWord[] {
  const made = words.get(paragraph);
  if (made) return made;
  const t = wordsIn(paragraph);
  const out: NameWord[] = [];
  for (const run of capitalRuns(t)) {
    let first = run.first;
    while (first < run.last && isOpener(fold(t.word(first)).replace(/\./g, ''))) first++;
    const word = t.word(run.last);
    if (!isNameShaped(word)) continue;
    const key = fold(word);
    if (isOpener(key)) continue;
    out.push({ key, index: run.last, start: t.start(run.last), end: t.end(run.last), alone: first === run.last, ...(first < run.last ? { first: fold(t.word(run.last - 1)) } : {}) });
  }
  words.set(paragraph, out);
  return out;
}

export interface Tally {
  /** How often the word stands as a name, alone or last. */
  readonly count: number;
  /** The words that stand before it in longer names. */
  readonly firsts: ReadonlySet<string>;
  readonly at: readonly { readonly placed: Placed; readonly word: NameWord }[];
}

const tallies = new WeakMap<Draft, ReadonlyMap<string, Tally>>();

/** Every name word of the draft with its places. */
export function tallyOf(draft: Draft): ReadonlyMap<string, Tally> {
  const made = tallies.get(draft);
  if (made) return made;
  const out = new Map<string, { count: number; firsts: Set<string>; at: { placed: Placed; word: NameWord }[] }>();
  for (const placed of draft.paragraphs) {
    for (const word of nameWords(placed.paragraph)) {
      let entry = out.get(word.key);
      if (!entry) out.set(word.key, (entry = { count: 0, firsts: new Set(), at: [] }));
      entry.count++;
      if (word.first !== undefined) entry.firsts.add(word.first);
      entry.at.push({ placed, word });
    }
  }
  tallies.set(draft, out);
  return out;
}
