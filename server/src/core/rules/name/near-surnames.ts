import type { Draft, Placed } from '../../draft/draft';
import { castOf } from '../../draft/mentions/cast';
import type { Knowledge, Person } from '../../knowledge/knowledge';
import { contextOf } from './context-of';
import { isCommonSurname, isFirstName } from './lists';
import type { NearPerson } from './near-people';
import { ofAnotherScript } from './scripts';
import { slipOf, weightOf } from './slip';
import { type NameWord, type Tally, tallyOf } from './tally';

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
  let neighbours: ReadonlyMap<string, readonly string[]> | undefined;
  for (const [typed, entry] of tally) {
    if (!entry.at[0]!.word.strange) continue;
    neighbours ??= neighboursOf(tally);
    const own = inDraft(typed, entry, tally, neighbours, known);
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
    if (entry.firsts.size > 0 || typed.length < 6) continue;
    const found = inKnowledge(typed, entry, draft, knowledge);
    if (found) for (const at of entry.at) yield { ...at, typed: written(at), right: found.right, person: found.person, times: 0 };
  }
}

const written = ({ placed, word }: { placed: Placed; word: NameWord }): string => placed.paragraph.text.slice(word.start, word.end);

/** The word with one letter left out, each way, for finding neighbours without comparing all with all. */
function* shortened(word: string): Generator<string> {
  yield word;
  for (let i = 1; i < word.length; i++) if (word[i] !== word[i - 1]) yield word.slice(0, i) + word.slice(i + 1);
}

function neighboursOf(tally: ReadonlyMap<string, Tally>): ReadonlyMap<string, readonly string[]> {
  const out = new Map<string, string[]>();
  for (const [word, entry] of tally) {
    if (word.length < 5 || (entry.firsts.size === 0 && entry.count < 3)) continue;
    for (const key of shortened(word)) {
      const list = out.get(key);
      if (list) list.push(word);
      else out.set(key, [word]);
    }
  }
  return out;
}

const endings = /^(?:s|es|ism|ist|ists|ian|ians|ite|ites|an|er|ers|y|n|a|ova|eva|i)$/;

/** "Trumpism" of "Trump"; not "Orbann" of "Orban". */
const extended = (short: string, long: string): boolean =>
  long.startsWith(short) && endings.test(long.slice(short.length)) && (long.at(-1) !== short.at(-1) || long.at(-1) === 's');

/** The surname of the draft that the word is a slip of: introduced in full, and more often; or the same full name more often. */
function inDraft(
  typed: string,
  entry: Tally,
  tally: ReadonlyMap<string, Tally>,
  neighbours: ReadonlyMap<string, readonly string[]>,
  known: ReadonlyMap<string, readonly Person[]>,
): string | undefined {
  const near = new Set<string>();
  for (const key of shortened(typed)) for (const word of neighbours.get(key) ?? []) near.add(word);
  let best: string | undefined;
  for (const word of near) {
    if (word === typed || word[0] !== typed[0]) continue;
    const [short, long] = word.length < typed.length ? [word, typed] : [typed, word];
    if (extended(short, long)) continue;
    const slip = slipOf(typed, word);
    if (!slip || slip.kind === 'two') continue;
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

/** Points from which a surname alone is marked with nothing in the draft but its context. */
const enough = 5;

function inKnowledge(typed: string, entry: Tally, draft: Draft, knowledge: Knowledge): { right: string; person: Person } | undefined {
  const { placed, word } = entry.at[0]!;
  let best: { right: string; person: Person; points: number } | undefined;
  for (const near of knowledge.nearWords(typed, 1)) {
    if (near.distance !== 1 || near.entry[0] !== typed[0] || near.entry.length < 5) continue;
    const [short, long] = near.entry.length < typed.length ? [near.entry, typed] : [typed, near.entry];
    if (extended(short, long)) continue;
    const bearers = knowledge.peopleSurnamed(near.entry);
    const slip = bearers.length > 0 && bearers.length <= 6 ? slipOf(typed, near.entry) : undefined;
    const people = slip?.romanised ? bearers.filter((p) => !ofAnotherScript(p, knowledge)) : bearers;
    if (!slip || people.length === 0) continue;
    const span = { start: word.start, end: word.end };
    const likeness = weightOf(slip, near.entry) + (isCommonSurname(near.entry) ? -2 : 0) - 0.5;
    const as: NearPerson = {
      span,
      word: span,
      typed: written(entry.at[0]!),
      right: near.form,
      people,
      slip,
      slot: 'surname',
      real: false,
      likeness,
    };
    const { person, points } = contextOf(as, placed, draft, knowledge);
    if (points >= 2 && likeness + points >= enough && (!best || likeness + points > best.points))
      best = { right: surnameForm(person, near.entry, near.form), person, points: likeness + points };
  }
  return best;
}

const surnameForm = (person: Person, key: string, form: string): string => (person.surname.toLowerCase() === key ? person.surname : form);
