import type { Knowledge } from '../../knowledge/knowledge';
import { lettered } from '../../text/letters';
import { isLowerName, phrase, possessive, type Tokens, unstopped } from './tokens';
import type { Unit } from './units';

/** The person whose name begins at word i: in full with the longest reading first, else by surname, else by a single name. */
export function personAt(t: Tokens, i: number, word: string, knowledge: Knowledge): (Unit & { type: 'person' }) | undefined {
  if (!knowledge.isNameWord(unstopped(word))) return undefined;
  let reach = i;
  while (reach - i < 5 && t.joined(reach) && (t.capital(reach + 1) || particle(t.text).test(t.word(reach + 1)))) reach++;
  if (possessive.test(t.text.slice(t.start(i), t.words.bounds[2 * i + 1])) && reach > i) reach = i;
  for (let j = reach; j > i; j--) {
    if (!t.capital(j) && !isLowerName(t, j - 1) && !articled(t.text).test(t.word(j))) continue;
    const people = knowledge.peopleNamed(phrase(t, i, j));
    if (people.length)
      return { type: 'person', people, form: 'full', first: i, last: withSuffix(t, j), start: t.start(i), end: t.end(withSuffix(t, j)) };
  }
  const middle = withoutMiddle(t, i, reach, knowledge);
  if (middle) return middle;
  if (!t.capital(i)) return undefined;
  for (let j = Math.min(reach, i + 3); j >= i; j--) {
    const name = phrase(t, i, j);
    const people = knowledge.peopleSurnamed(name);
    if (people.length) return { type: 'person', people, form: 'surname', first: i, last: j, start: t.start(i), end: t.end(j) };
  }
  const alone = knowledge.peopleNamed(phrase(t, i, i));
  return alone.length ? { type: 'person', people: alone, form: 'full', first: i, last: i, start: t.start(i), end: t.end(i) } : undefined;
}
/** "George William Vella" where the knowledge has George Vella: first and last name with unknown names between. The title must bear it out. */
function withoutMiddle(t: Tokens, i: number, reach: number, knowledge: Knowledge): (Unit & { type: 'person' }) | undefined {
  for (let j = Math.min(reach, i + 3); j >= i + 2; j--) {
    if (!t.capital(i) || !t.capital(j)) continue;
    for (let k = j; k > i + 1; k--) {
      const people = knowledge.peopleNamed(`${phrase(t, i, i)} ${phrase(t, k, j)}`);
      if (people.length) return { type: 'person', people, form: 'full', loose: true, first: i, last: j, start: t.start(i), end: t.end(j) };
    }
  }
  return undefined;
}

/** "al-Assad", "d’Estaing": an article that is written with the name. */
const articled = lettered(() => /^(?:al|el|an|as|ar|ad|ash|at|bin|d|l)[-'’]\p{Lu}/u);
const particle = lettered(
  () =>
    /^(?:(?:al|el|an|as|ar|ad|ash|at|bin|d|l)[-'’]\p{Lu}.*|von|van|der|den|de|da|do|dos|das|del|della|di|du|la|le|bin|bint|ibn|al|el|ben|abu|y|e|ter|ten|zu|af|av|ould)$/u,
);

/** "Jr." and "III" after a full name that was found without them. */
function withSuffix(t: Tokens, j: number): number {
  return j + 1 < t.words.count && /^(?:Jr|Sr|II|III|IV)$/.test(t.word(j + 1)) && /^,? $/.test(t.text.slice(t.end(j), t.start(j + 1)))
    ? j + 1
    : j;
}
