import type { Body, Knowledge, Office, Person } from '../../knowledge/knowledge';
import { isUpper } from '../../text/words';
import { bare, bodyForms, type Form, type Forms, titleForms } from './forms';
import { type Claim, claimOf, prefixClaims, suffixClaims } from './modifiers';
import { personAt } from './names';
import { isLowerName, type Tokens } from './tokens';

/** A run of words that means something to the title grammar. `first` and `last` are word indices, both included; offsets are UTF-16. */
interface At {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}
/** What the grammar knows by sight: people, titles, bodies, modifiers. */
export type Unit =
  | (At & { readonly type: 'person'; readonly people: readonly Person[]; readonly form: 'full' | 'surname'; readonly loose?: boolean })
  | (At & {
      readonly type: 'title';
      readonly offices: readonly Office[];
      readonly form: string;
      readonly plural: boolean;
      readonly prefix?: Joined;
      readonly suffix?: Joined;
    })
  | (At & { readonly type: 'body'; readonly bodies: readonly Body[] })
  | (At & { readonly type: 'modifier'; readonly claim: Claim; readonly word: string });

/** A modifier that is joined to the title by a hyphen, with its own span. */
interface Joined {
  readonly claim: Claim;
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

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

const longest = <T extends At, U extends At>(a: T | undefined, b: U | undefined): T | U | undefined =>
  !a ? b : !b ? a : b.last > a.last ? b : a;

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
    return {
      type: 'title',
      offices: form.means,
      form: form.text,
      plural: false,
      first: i,
      last,
      start,
      end: t.end(last),
      ...(prefix ? { prefix } : {}),
    };
  }
  const cut = first.lastIndexOf('-');
  if (cut > 0) {
    const claim = suffixClaims[first.slice(cut + 1)];
    const stem = first.slice(0, cut);
    const offices = claim ? knowledge.officesTitled(stem) : [];
    if (claim && offices.length)
      return {
        type: 'title',
        offices,
        form: stem,
        plural: false,
        first: i,
        last: i,
        start,
        end: t.end(i),
        suffix: { claim, word: first.slice(cut + 1), start: start + cut, end: t.end(i) },
        ...(prefix ? { prefix } : {}),
      };
  }
  if (first.endsWith('s') && first.length > 3) {
    const offices = knowledge.officesTitled(first.slice(0, -1));
    if (offices.length && !folded.includes("'"))
      return {
        type: 'title',
        offices,
        form: first.slice(0, -1),
        plural: true,
        first: i,
        last: i,
        start,
        end: t.end(i),
        ...(prefix ? { prefix } : {}),
      };
  }
  return undefined;
}

/** The longest of the forms that the words from i on spell; the first word is taken as matched. */
function longestForm<T>(t: Tokens, i: number, forms: Forms<T> | undefined): Form<T> | undefined {
  if (!forms) return undefined;
  if (forms.longer.size > 0 && i + 1 < t.words.count && runsTo(t, i)) {
    for (const form of forms.longer.get(t.folded(i + 1)) ?? []) if (spells(t, i, form.words) && form.means.length > 0) return form;
  }
  return forms.alone && forms.alone.means.length > 0 ? forms.alone : undefined;
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
