import type { Draft, Paragraph, Placed } from '../../../draft/draft';
import { castOf } from '../../../draft/mentions/cast';
import { readOnce } from '../../../draft/once';
import type { Knowledge, Person } from '../../../knowledge/knowledge';
import { distance } from '../../../knowledge/names/near';
import { isCommonSurname, isFirstName } from '../lists';
import { contextOf } from './context-of';
import type { NearPerson } from './near-people';
import { ofAnotherScript } from './scripts';
import { slipOf, weightOf } from './slip';
import { type NameWord, nameWords, type Tally, tallyOf } from './tally';

/** A surname by itself that is nearly one which the draft, or the knowledge, has. */
export interface NearSurname {
  readonly placed: Placed;
  readonly word: NameWord;
  readonly typed: string;
  readonly right: string;
  /** Whom the knowledge knows by the right surname; missing where the draft alone is the witness. */
  readonly person?: Person;
  /** Where the draft has the right one. */
  readonly first?: { readonly placed: Placed; readonly word: NameWord };
  readonly times: number;
}

export function* nearSurnames(draft: Draft, knowledge: Knowledge): Generator<NearSurname> {
  const tally = tallyOf(draft, knowledge);
  const { known } = castOf(draft, knowledge);
  let shelves: Shelves | undefined;
  for (const [typed, entry] of tally) {
    if (!entry.at[0]!.word.strange) continue;
    shelves ??= shelvesOf(tally);
    const own = inDraft(typed, entry, tally, shelves, known);
    if (own) {
      const right = tally.get(own)!;
      const first = right.at.find((a) => !a.word.alone) ?? right.at[0]!;
      const people = known.get(own);
      const text = first.placed.paragraph.text.slice(first.word.start, first.word.end);
      for (const at of entry.at)
        yield {
          ...at,
          typed: written(at),
          right: text,
          first,
          times: right.count,
          ...(people?.length === 1 ? { person: people[0]! } : {}),
        };
      continue;
    }
    // of a double name only the draft itself is witness
    if (entry.firsts.size > 0 || typed.length < 6 || typed.includes('-')) continue;
    const found = inKnowledge(entry, draft, knowledge);
    if (found) for (const at of entry.at) yield { ...at, typed: written(at), right: found.right, person: found.person, times: 0 };
  }
}

const written = ({ placed, word }: { placed: Placed; word: NameWord }): string => placed.paragraph.text.slice(word.start, word.end);

/** Words of the draft that others may be slips of, by first letter and length. */
type Shelves = ReadonlyMap<string, readonly string[]>;

function shelvesOf(tally: ReadonlyMap<string, Tally>): Shelves {
  const out = new Map<string, string[]>();
  for (const [word, entry] of tally) {
    if (word.length < 5 || (entry.firsts.size === 0 && entry.count < 3)) continue;
    const key = word[0]! + word.length;
    const list = out.get(key);
    if (list) list.push(word);
    else out.set(key, [word]);
  }
  return out;
}

/** The words of the shelves that are one edit away, with the same first letter. Long shelves are not searched: a list of names is no story. */
function* neighbours(typed: string, shelves: Shelves): Generator<string> {
  for (let length = typed.length - 1; length <= typed.length + 1; length++) {
    const shelf = shelves.get(typed[0]! + length) ?? [];
    if (shelf.length > longest) continue;
    for (const word of shelf) if (word !== typed && distance(typed, word, 1) === 1) yield word;
  }
}
const longest = 200;

const endings = /^(?:s|es|ism|ist|ists|ian|ians|ite|ites|an|er|ers|y|n|a|ova|eva|i)$/;

/** "Trumpism" of "Trump"; not "Orbann" of "Orban". */
const extended = (short: string, long: string): boolean =>
  long.startsWith(short) && endings.test(long.slice(short.length)) && (long.at(-1) !== short.at(-1) || long.at(-1) === 's');

/** The surname of the draft that the word is a slip of: introduced in full, and more often; or the same full name more often. */
function inDraft(
  typed: string,
  entry: Tally,
  tally: ReadonlyMap<string, Tally>,
  shelves: Shelves,
  known: ReadonlyMap<string, readonly Person[]>,
): string | undefined {
  let best: string | undefined;
  for (const word of neighbours(typed, shelves)) {
    const [short, long] = word.length < typed.length ? [word, typed] : [typed, word];
    if (extended(short, long)) continue;
    const slip = slipOf(typed, word);
    if (!slip) continue;
    const other = tally.get(word)!;
    if (entry.firsts.size > 0) {
      // introduced in full by another first name: a namesake, nearly
      if (![...entry.firsts].every((f) => isFirstName(f) && other.firsts.has(f)) || entry.count > 1 || other.count < 3) continue;
    } else if (!known.has(word) && other.count <= entry.count) continue;
    else if (!known.has(word) && !other.personal) continue;
    else if (known.has(word) && entry.count > other.count && other.count < 2 && entry.count > 2) continue;
    if (weightOf(slip, word) < 0.5 - (other.count > 2 ? 0.5 : 0)) continue;
    if (!best || other.count > tally.get(best)!.count) best = word;
  }
  return best;
}

/** Points from which a surname alone is marked with nothing in the draft but its context, and how many of them the context has to give. */
const enough = 5;
const atLeast = 2;

/** The people whose surnames a strange word of a paragraph is near, by the word's place. */
const loneSurnames: (paragraph: Paragraph, knowledge: Knowledge) => ReadonlyMap<number, readonly NearPerson[]> = readOnce(
  (paragraph, knowledge) => {
    const out = new Map<number, NearPerson[]>();
    for (const word of nameWords(paragraph, knowledge)) {
      if (!word.strange || !word.alone || word.key.length < 6 || word.key.includes('-')) continue;
      const near = nearBearers(word, paragraph, knowledge);
      if (near.length > 0) out.set(word.start, near);
    }
    return out;
  },
);

function nearBearers({ key, start, end }: NameWord, paragraph: Paragraph, knowledge: Knowledge): NearPerson[] {
  const out: NearPerson[] = [];
  if (isPlace(paragraph.text, start, end)) return out;
  for (const near of knowledge.nearWords(key, 1)) {
    if (near.distance !== 1 || near.entry[0] !== key[0] || near.entry.length < 5) continue;
    const [short, long] = near.entry.length < key.length ? [near.entry, key] : [key, near.entry];
    if (extended(short, long)) continue;
    const bearers = knowledge.peopleSurnamed(near.entry);
    const slip = bearers.length > 0 && bearers.length <= 6 ? slipOf(key, near.entry) : undefined;
    const people = slip?.romanised ? bearers.filter((p) => !ofAnotherScript(p, knowledge)) : bearers;
    if (!slip || people.length === 0) continue;
    const likeness = weightOf(slip, near.entry) + (isCommonSurname(near.entry) ? -2 : 0) + (knowledge.isBorne(key, 'surname') ? -0.5 : 1);
    out.push({
      span: { start, end },
      word: { start, end },
      typed: paragraph.text.slice(start, end),
      right: surnameForm(people[0]!, near.entry, near.form),
      people,
      slip,
      slot: 'surname',
      real: false,
      likeness,
    });
  }
  return out;
}

/** "in Smalltown, Illinois": a place that we do not know. */
const isPlace = (text: string, start: number, end: number): boolean =>
  /\b(?:in|near|from|of|outside) $/.test(text.slice(Math.max(0, start - 9), start)) && /^, \p{Lu}/u.test(text.slice(end, end + 4));

function inKnowledge(entry: Tally, draft: Draft, knowledge: Knowledge): { right: string; person: Person } | undefined {
  const { placed, word } = entry.at[0]!;
  let best: { right: string; person: Person; points: number } | undefined;
  for (const near of loneSurnames(placed.paragraph, knowledge).get(word.start) ?? []) {
    const context = contextOf(near, enough, placed, draft, knowledge);
    if (!context || context.points < atLeast) continue;
    const points = near.likeness + context.points;
    if (!best || points > best.points) best = { right: near.right, person: context.person, points };
  }
  return best;
}

const surnameForm = (person: Person, key: string, form: string): string => (person.surname.toLowerCase() === key ? person.surname : form);
