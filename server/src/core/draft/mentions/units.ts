import type { Body, Knowledge, Office, Person } from '../../knowledge/knowledge';
import { fold } from '../../text/fold';
import { isLetter, isUpper, type Words } from '../../text/words';
import { bare, bodyForms, type Form, type Forms, titleForms } from './forms';
import { type Claim, claimOf, prefixClaims, suffixClaims } from './modifiers';

/** A run of words that means something to the title grammar. `first` and `last` are word indices, both included; offsets are UTF-16. */
interface At {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}
export type Unit =
  | (At & { readonly type: 'person'; readonly people: readonly Person[]; readonly form: 'full' | 'surname'; readonly loose?: boolean })
  | (At & { readonly type: 'title'; readonly offices: readonly Office[]; readonly form: string; readonly plural: boolean; readonly prefix?: Joined; readonly suffix?: Joined })
  | (At & { readonly type: 'body'; readonly bodies: readonly Body[] })
  | (At & { readonly type: 'modifier'; readonly claim: Claim; readonly word: string });

/** A modifier that is joined to the title by a hyphen, with its own span. */
interface Joined {
  readonly claim: Claim;
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Words whose period does not end a sentence before a name. */
const abbreviation = /(?:^|[-.])(?:[A-Z]|sens?|govs?|reps?|gen|lt|col|maj|capt|cmdr|adm|brig|sgt|dr|mr|mrs|ms|mx|prof|rev|pres|sec|amb|atty|del|hon|st|ft|mt|asst|dep|min|jr|sr|supt|insp|Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo)$/i;
const possessive = /['’]s?$/i;

/** The words of a paragraph in the forms that look-ups want. */
export interface Tokens {
  readonly text: string;
  readonly words: Words;
  /** Word as written, possessive off. */
  word(i: number): string;
  /** The word folded, periods out. */
  folded(i: number): string;
  start(i: number): number;
  /** End without a possessive. */
  end(i: number): number;
  capital(i: number): boolean;
  /** True where only blanks (and a period of an abbreviation) stand between word i and i + 1. */
  joined(i: number): boolean;
}

export function tokensOf(text: string, words: Words): Tokens {
  const { bounds } = words;
  const end = (i: number): number => {
    const e = bounds[2 * i + 1]!;
    const c = text.charCodeAt(e - 2);
    if ((c === 39 || c === 0x2019) && (text[e - 1] === 's' || text[e - 1] === 'S')) return e - 2;
    return e;
  };
  const folded: string[] = [];
  return {
    text,
    words,
    folded: (i) => (folded[i] ??= bare(fold(text.slice(bounds[2 * i], end(i))))),
    start: (i) => bounds[2 * i]!,
    end,
    word: (i) => text.slice(bounds[2 * i], end(i)),
    capital: (i) => isUpper(text.charCodeAt(bounds[2 * i]!)),
    joined(i) {
      if (i < 0 || i + 1 >= words.count) return false;
      let at = bounds[2 * i + 1]!;
      const stop = bounds[2 * i + 2]!;
      if (text[at] === '.' && stop - at > 1) {
        if (!abbreviation.test(text.slice(bounds[2 * i]!, at))) return false;
        at++;
      }
      if (at === stop) return false;
      for (; at < stop; at++) {
        const c = text.charCodeAt(at);
        if (c !== 32 && c !== 9 && c !== 0xa0 && c !== 0x202f) return false;
      }
      return true;
    },
  };
}

/** The words i to j as a look-up wants them: possessive off, periods out, one space between. */
export function phrase(t: Tokens, i: number, j: number): string {
  if (i === j) return unstopped(t.word(i));
  let out = '';
  for (let k = i; k <= j; k++) out += (k > i ? ' ' : '') + unstopped(k === j ? t.word(k) : t.text.slice(t.words.bounds[2 * k], t.words.bounds[2 * k + 1]));
  return out;
}
const unstopped = (w: string): string => (w.includes('.') ? w.replace(/\./g, '') : w);

/** Every unit of the paragraph, in order, without overlaps: at each word the longest reading wins. */
export function unitsOf(t: Tokens, knowledge: Knowledge): Unit[] {
  const out: Unit[] = [];
  for (let i = 0; i < t.words.count; ) {
    const split = prefixedBody(t, i, knowledge);
    if (split) {
      out.push(...split);
      i++;
      continue;
    }
    const unit = unitAt(t, i, knowledge);
    if (unit) out.push(unit);
    i = unit ? unit.last + 1 : i + 1;
  }
  return out;
}

/** "Ex-U.S." and "then-French" before a title: a modifier and a jurisdiction in one word. */
function prefixedBody(t: Tokens, i: number, knowledge: Knowledge): Unit[] | undefined {
  const word = t.word(i);
  const dash = word.indexOf('-');
  const claim = dash > 0 ? prefixClaims[word.slice(0, dash).toLowerCase()] : undefined;
  if (!claim || !isUpper(word.charCodeAt(dash + 1))) return undefined;
  const rest = word.slice(dash + 1);
  const bodies = [...knowledge.bodiesByAdjective(rest), ...knowledge.bodiesNamed(rest)];
  if (bodies.length === 0) return undefined;
  const start = t.start(i);
  const at = { first: i, last: i };
  return [
    { ...at, type: 'modifier', claim, word: word.slice(0, dash).toLowerCase(), start, end: start + dash },
    { ...at, type: 'body', bodies: [...new Set(bodies)], start: start + dash + 1, end: t.end(i) },
  ];
}

function unitAt(t: Tokens, i: number, knowledge: Knowledge): Unit | undefined {
  const capital = t.capital(i);
  const folded = t.folded(i);
  const title = titleAt(t, i, folded, knowledge);
  const modifier = (): Unit | undefined => {
    const claim = claimOf(folded);
    return claim ? { type: 'modifier', claim, word: folded, first: i, last: i, start: t.start(i), end: t.end(i) } : undefined;
  };
  if (!capital && !isLowerName(t, i)) return title ?? modifier();
  const body = capital ? bodyAt(t, i, knowledge) : undefined;
  const person = personAt(t, i, t.word(i), knowledge);
  return longest(longest(title, body), person?.form === 'full' ? person : undefined) ?? modifier() ?? person;
}

/** A lower-case word before a capital one may be a name in the wrong case ("donald Trump") or a particle ("de Gaulle"). */
const isLowerName = (t: Tokens, i: number): boolean => t.joined(i) && t.capital(i + 1) && isLetter(t.text.charCodeAt(t.start(i)));

const longest = <T extends At, U extends At>(a: T | undefined, b: U | undefined): T | U | undefined => (!a ? b : !b ? a : b.last > a.last ? b : a);

function titleAt(t: Tokens, i: number, folded: string, knowledge: Knowledge): (Unit & { type: 'title' }) | undefined {
  let start = t.start(i);
  let first = folded;
  let prefix: Joined | undefined;
  const dash = folded.indexOf('-');
  if (dash > 0) {
    const claim = prefixClaims[folded.slice(0, dash)];
    if (claim && knowledge.titlesFrom(folded).length === 0) {
      prefix = { claim, word: folded.slice(0, dash), start, end: start + dash + 1 };
      first = folded.slice(dash + 1);
      start += dash + 1;
    }
  }
  const form = longestForm(t, i, titleForms(knowledge, bare(first)));
  if (form) {
    const last = i + form.words.length - 1;
    return { type: 'title', offices: form.means, form: form.text, plural: false, first: i, last, start, end: t.end(last), ...(prefix ? { prefix } : {}) };
  }
  const cut = first.lastIndexOf('-');
  if (cut > 0) {
    const claim = suffixClaims[first.slice(cut + 1)];
    const stem = first.slice(0, cut);
    const offices = claim ? knowledge.officesTitled(stem) : [];
    if (claim && offices.length) return { type: 'title', offices, form: stem, plural: false, first: i, last: i, start, end: t.end(i), suffix: { claim, word: first.slice(cut + 1), start: start + cut, end: t.end(i) }, ...(prefix ? { prefix } : {}) };
  }
  if (first.endsWith('s') && first.length > 3) {
    const offices = knowledge.officesTitled(first.slice(0, -1));
    if (offices.length && !folded.includes("'")) return { type: 'title', offices, form: first.slice(0, -1), plural: true, first: i, last: i, start, end: t.end(i), ...(prefix ? { prefix } : {}) };
  }
  return undefined;
}

/** The longest of the forms that the words from i on spell; the first word is taken as matched. */
function longestForm<T>(t: Tokens, i: number, forms: Forms<T> | undefined): Form<T> | undefined {
  if (!forms) return undefined;
  if (forms.longer.size > 0 && i + 1 < t.words.count && runsTo(t, i)) {
    for (const form of forms.longer.get(t.folded(i + 1)) ?? []) if (spells(t, i, form.words)) return form;
  }
  return forms.alone;
}

/** Word i runs on to the next with a blank or a hyphen. */
const runsTo = (t: Tokens, i: number): boolean => t.joined(i) || t.text.slice(t.end(i), t.start(i + 1)) === '-';

function spells(t: Tokens, i: number, words: readonly string[]): boolean {
  if (i + words.length > t.words.count) return false;
  for (let k = 2; k < words.length; k++) if (!runsTo(t, i + k - 1) || t.folded(i + k) !== words[k]) return false;
  return true;
}

function bodyAt(t: Tokens, i: number, knowledge: Knowledge): (Unit & { type: 'body' }) | undefined {
  const form = longestForm(t, i, bodyForms(knowledge, t.folded(i)));
  if (!form) return undefined;
  const last = i + form.words.length - 1;
  return { type: 'body', bodies: form.means, first: i, last, start: t.start(i), end: t.end(last) };
}

function personAt(t: Tokens, i: number, word: string, knowledge: Knowledge): (Unit & { type: 'person' }) | undefined {
  if (!knowledge.isNameWord(unstopped(word))) return undefined;
  let reach = i;
  while (reach - i < 5 && t.joined(reach) && (t.capital(reach + 1) || particle.test(t.word(reach + 1)))) reach++;
  if (possessive.test(t.text.slice(t.start(i), t.words.bounds[2 * i + 1])) && reach > i) reach = i;
  for (let j = reach; j > i; j--) {
    if (!t.capital(j) && !isLowerName(t, j - 1) && !articled.test(t.word(j))) continue;
    const people = knowledge.peopleNamed(phrase(t, i, j));
    if (people.length) return { type: 'person', people, form: 'full', first: i, last: withSuffix(t, j), start: t.start(i), end: t.end(withSuffix(t, j)) };
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
const articled = /^(?:al|el|an|as|ar|ad|ash|at|bin|d|l)[-'’]\p{Lu}/u;
const particle = /^(?:(?:al|el|an|as|ar|ad|ash|at|bin|d|l)[-'’]\p{Lu}.*|von|van|der|den|de|da|do|dos|das|del|della|di|du|la|le|bin|bint|ibn|al|el|ben|abu|y|e|ter|ten|zu|af|av|ould)$/u;

/** "Jr." and "III" after a full name that was found without them. */
function withSuffix(t: Tokens, j: number): number {
  return j + 1 < t.words.count && /^(?:Jr|Sr|II|III|IV)$/.test(t.word(j + 1)) && /^,? $/.test(t.text.slice(t.end(j), t.start(j + 1))) ? j + 1 : j;
}
