import type { Draft, Paragraph, Placed } from '../../../draft/draft';
import { readOnce } from '../../../draft/once';
import type { Knowledge } from '../../../knowledge/knowledge';
import { isCommonSurname, isFirstName, isOrdinary } from '../lists';
import { capitalRuns, isNameShaped, isOpener, wordsIn } from './capital-runs';

/** A capital word that may be a name: alone, or the last of several, behind a word that may be a first name. */
export interface NameWord {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly alone: boolean;
  /** The word before it in the name, folded. */
  readonly first?: string;
  /** A title or a form of address stands before the name. */
  readonly titled: boolean;
  readonly strange: boolean;
}

const addressed =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Dame|Prof|Sens?|Reps?|Govs?|Gen|Col|Capt|Maj|Sgt|Lt|Adm|President|Senator|Minister|Secretary|Chancellor|Governor|Mayor|Judge|Justice|Chairman|Chairwoman|Director|Representative|Congressman|Congresswoman)$/;

/** The last words of the names of a paragraph. Openers and titles before a word do not make it part of a longer name. */
export const nameWords: (paragraph: Paragraph, knowledge: Knowledge) => readonly NameWord[] = readOnce((paragraph, knowledge) => {
  const t = wordsIn(paragraph);
  const out: NameWord[] = [];
  for (const run of capitalRuns(t)) {
    const key = t.folded(run.last);
    if (isOpener(key) || !isNameShaped(t.word(run.last))) continue;
    let first = run.first;
    while (first < run.last && isOpener(t.folded(first))) first++;
    const titled = first > run.first && addressed.test(t.word(first - 1));
    out.push({
      key,
      start: t.start(run.last),
      end: t.end(run.last),
      alone: first === run.last,
      titled,
      strange: isStrange(key, knowledge),
      ...(first < run.last ? { first: t.folded(run.last - 1) } : {}),
    });
  }
  return out;
});

/** No name or its plural ("the Zelenskys"), no place, no word that we know. */
const isStrange = (key: string, knowledge: Knowledge): boolean =>
  key.length > 4 &&
  !key.includes('.') &&
  !isCommonSurname(key) &&
  !isFirstName(key) &&
  !isOrdinary(key) &&
  !knowledge.isNameWord(key) &&
  !(key.endsWith('s') && knowledge.peopleSurnamed(key.slice(0, -1)).length > 0) &&
  knowledge.bodyFormsFrom(key).length === 0 &&
  knowledge.bodiesWithWord(key).length === 0;

export interface Tally {
  /** How often the word stands as a name, alone or last. */
  readonly count: number;
  /** The words that stand before it in longer names. */
  readonly firsts: ReadonlySet<string>;
  /** Somewhere it stands behind a title or a common first name: it is a person's. */
  readonly personal: boolean;
  readonly at: readonly { readonly placed: Placed; readonly word: NameWord }[];
}

const tallies = new WeakMap<Draft, ReadonlyMap<string, Tally>>();

/** Every name word of the draft with its places. */
export function tallyOf(draft: Draft, knowledge: Knowledge): ReadonlyMap<string, Tally> {
  const made = tallies.get(draft);
  if (made) return made;
  const out = new Map<string, { count: number; firsts: Set<string>; personal: boolean; at: { placed: Placed; word: NameWord }[] }>();
  for (const placed of draft.paragraphs) {
    for (const word of nameWords(placed.paragraph, knowledge)) {
      let entry = out.get(word.key);
      if (!entry) {
        entry = { count: 0, firsts: new Set(), personal: false, at: [] };
        out.set(word.key, entry);
      }
      entry.count++;
      if (word.first !== undefined) entry.firsts.add(word.first);
      entry.personal ||= word.titled || (word.first !== undefined && isFirstName(word.first));
      entry.at.push({ placed, word });
    }
  }
  tallies.set(draft, out);
  return out;
}
