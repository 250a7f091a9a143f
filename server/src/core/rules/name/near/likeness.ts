import type { Knowledge, Person } from '../../../knowledge/knowledge';
import { isCommonSurname, isFirstName, isOrdinary } from '../lists';
import { ofAnotherScript } from './scripts';
import { type Slip, weightOf } from './slip';

/** A name whose word `at` is near the right one, as folded words. */
export interface Likeness {
  readonly slip: Slip;
  readonly typed: string;
  readonly right: string;
  readonly words: readonly string[];
  readonly at: number;
  readonly slot: 'first' | 'surname';
  /** The typed word is a common name in its own right. */
  readonly real: boolean;
  readonly people: readonly Person[];
}

/**
 * Points for the name's being somebody's whom we know, by the form of the slip and by how rare the words are. Found by leaving each of six thousand
 * known people out and seeing whose names are then taken for another's: from 3 points on it is one in a thousand.
 */
export function likenessOf(l: Likeness, knowledge: Knowledge): number {
  const { slip, words, at, people } = l;
  const others = words.filter((w, n) => n !== at && w.length > 1).length;
  let points = weightOf(slip, l.right) + strangeness(l, others, knowledge) + (l.slot === 'first' ? firstNames(l, knowledge) : surnames(l));
  if (others > 1) points += 3;
  // vowels and double letters of Arabic or Persian are written in several ways; of a head of state or government English has settled on one,
  // and two differences are another way of writing it all the same
  if (slip.sameFrame && slip.kind !== 'swap' && people.every((p) => ofAnotherScript(p, knowledge)))
    points -= people.some(isHead) && slip.kind !== 'two' ? 1 : 20;
  return people.length > 1 ? points - 1 : points;
}

/** At the head of a state or a government: English has settled on how that name is written. */
export const isHead = (p: Person): boolean => p.tenures.some((t) => t.office.rank === 1 && heads.test(t.office.kind));
const heads =
  /^(?:president|prime-minister|premier|chancellor|monarch|king|queen|emir|sultan|crown-prince|supreme-leader|head-of-state|general-secretary|party-leader|chairman)$/;

/** A word that is a name by itself is hardly a slip; one that nobody has seen may well be. */
function strangeness({ slip, typed, slot, real }: Likeness, others: number, knowledge: Knowledge): number {
  if (real) return others > 1 ? -0.5 : slip.soundsAlike ? -1.5 : -3;
  if (!knowledge.isNameWord(typed)) {
    if (isOrdinary(typed)) return -0.5;
    if (!knowledge.isBorne(typed, slot)) return unheardOf(slip);
    // "Corkery" is no "Corker" with a letter too many
    return slip.kind === 'extra' && slip.where === 'end' ? -1.5 : 0;
  }
  if (slot === 'first' && slip.kind === 'swap') return 0;
  return slip.soundsAlike || (slot === 'surname' && knowledge.peopleSurnamed(typed).length < 2) ? -0.5 : -2;
}

/** No register has the word: it is a slip, and the less so the less it looks like one of the hand. */
function unheardOf(slip: Slip): number {
  if (clumsy(slip)) return 5;
  if (slip.kind === 'vowel') return 4;
  if (slip.kind === 'letter') return slip.where === 'inside' ? 2.5 : 1.5;
  return 2;
}

const clumsy = (slip: Slip): boolean => slip.kind === 'swap' || slip.kind === 'drop' || slip.kind === 'double' || slip.kind === 'extra';

/** The surname is right: a rare one says whose it is. A misspelling of a first name that everybody knows is one, whoever it is. */
function firstNames({ slip, typed, right, words, real }: Likeness, knowledge: Knowledge): number {
  const surname = words.at(-1)!;
  const whose = isCommonSurname(surname) ? -1.5 : knowledge.peopleSurnamed(surname).length > 1 ? 1.5 : 2.5;
  const unheard = !real && (slip.kind === 'swap' || !knowledge.isNameWord(typed));
  if (!unheard) return whose;
  if (isFirstName(right)) {
    if (isOrdinary(typed)) return whose + (clumsy(slip) ? 1 : 0);
    return whose + (clumsy(slip) || !knowledge.isBorne(typed, 'first') ? 2 : 0);
  }
  return whose + (knowledge.peopleWithWord(right).length < 4 ? 1.5 : 0);
}

/** The first name is right: a rare one says whose it is. */
function surnames({ slip, right, words }: Likeness): number {
  const whose = isFirstName(words[0]!) ? 0 : 2;
  if (!isCommonSurname(right)) return whose + 0.5;
  return whose - (slip.kind === 'swap' || slip.kind === 'double' ? 0.5 : 1);
}
