import { fold } from '../../text/fold';
import type { Entries, PersonEntry } from '../decode/entries';
import { nameKey, partsOf, shorterForms, spelledOut, surnameOf, wordsOfForm } from '../names/name-forms';
import type { PoolWriter } from './pool';
import { derived, preferred, variant } from './rows';
import type { IndexName } from './sections';

/** Numbers under each key, in the order in which they are to be found. */
export type Postings = Map<string, number[]>;

export interface FormIndices {
  readonly tables: Readonly<Record<IndexName, Postings>>;
  /** The word as written first, for each key of `words`, in the same order. */
  readonly forms: ReadonlyMap<string, string>;
  readonly wordBodies: Postings;
}

function post(index: Postings, key: string, number: number): void {
  if (key === '') return;
  const numbers = index.get(key);
  if (!numbers) index.set(key, [number]);
  else if (!numbers.includes(number)) numbers.push(number);
}

/** Every form under which an entry can be found. Numbers are the places of the entries in their lists; of forms, strings of the pool. */
export function indexForms(entries: Entries, pool: PoolWriter): FormIndices {
  const tables: Record<IndexName, Postings> = {
    personIds: new Map(),
    names: new Map(),
    surnames: new Map(),
    words: new Map(),
    officeIds: new Map(),
    titles: new Map(),
    titleStarts: new Map(),
    bodyIds: new Map(),
    bodyNames: new Map(),
    adjectives: new Map(),
    bodyStarts: new Map(),
    wrongPeople: new Map(),
    wrongBodies: new Map(),
    wrongStarts: new Map(),
  };
  const wrongForms = new Map<string, Set<string>>();
  const forms = new Map<string, string>();
  const wordBodies: Postings = new Map();
  const addWord = (key: string, form: string): void => {
    if (forms.has(key)) return;
    forms.set(key, form);
    tables.words.set(key, []);
  };

  entries.people.forEach((person, number) => {
    post(tables.personIds, person.id, number);
    for (const [key, rank] of namesOf(person)) post(tables.names, key, (number << 2) | rank);
    for (const [key, rank] of surnamesOf(person)) post(tables.surnames, key, (number << 2) | rank);
    for (const wrong of person.wrong) {
      post(tables.wrongPeople, nameKey(wrong), number);
      start(wrongForms, wrong);
    }
    for (const name of withSpelledOut([person.name, ...person.also])) {
      for (const { key, form } of wordsOfForm(name)) {
        addWord(key, form);
        post(tables.words, key, number);
      }
    }
  });
  for (const index of [tables.names, tables.surnames])
    for (const numbers of index.values()) numbers.sort((a, b) => (a & 3) - (b & 3) || a - b);

  const titleForms = new Map<string, Set<string>>();
  entries.offices.forEach((office, number) => {
    post(tables.officeIds, office.id, number);
    for (const title of office.titles) {
      post(tables.titles, nameKey(title), number);
      start(titleForms, title);
    }
  });

  const bodyForms = new Map<string, Set<string>>();
  entries.bodies.forEach((body, number) => {
    post(tables.bodyIds, body.id, number);
    const others = [...body.also, ...(body.long ? [body.long] : [])];
    const earlier = body.was.map((w) => w.name);
    const ranked: readonly (readonly [number, readonly string[]])[] = [
      [preferred, [body.name]],
      [variant, others],
      [derived, earlier],
    ];
    for (const [rank, names] of ranked)
      for (const name of withSpelledOut(names)) post(tables.bodyNames, nameKey(name), (number << 2) | rank);
    for (const adjective of body.adjectives) post(tables.adjectives, nameKey(adjective), number);
    for (const form of [body.name, ...others, ...earlier, ...body.adjectives]) start(bodyForms, form);
    for (const wrong of body.wrong) {
      post(tables.wrongBodies, nameKey(wrong), number);
      start(wrongForms, wrong);
    }
    for (const name of withSpelledOut([body.name, ...others, ...earlier, ...body.adjectives])) {
      for (const { key, form } of wordsOfForm(name)) {
        addWord(key, form);
        post(wordBodies, key, number);
      }
    }
  });
  for (const numbers of tables.bodyNames.values()) numbers.sort((a, b) => (a & 3) - (b & 3) || a - b);

  writeStarts(titleForms, tables.titleStarts, pool);
  writeStarts(bodyForms, tables.bodyStarts, pool);
  writeStarts(wrongForms, tables.wrongStarts, pool);
  return { tables, forms, wordBodies };
}

/** The first word of a form, folded, without a period at its end: "sen" of "Sen.", "u.s" of "U.S. Senate". */
export const firstWord = (folded: string): string => {
  const space = folded.indexOf(' ');
  const word = space < 0 ? folded : folded.slice(0, space);
  return word.endsWith('.') ? word.slice(0, -1) : word;
};

function start(starts: Map<string, Set<string>>, form: string): void {
  const folded = fold(form).trim();
  const first = firstWord(folded);
  const forms = starts.get(first);
  if (forms) forms.add(folded);
  else starts.set(first, new Set([folded]));
}

/** Longest first. */
function writeStarts(starts: ReadonlyMap<string, ReadonlySet<string>>, into: Postings, pool: PoolWriter): void {
  for (const [first, forms] of starts) {
    const ordered = [...forms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    into.set(
      first,
      ordered.map((f) => pool.id(f)),
    );
  }
}

function withSpelledOut(names: readonly string[]): readonly string[] {
  return names.flatMap((n) => [n, ...(spelledOut(n) ? [spelledOut(n)!] : [])]);
}

/** Keys of the full names of a person, the best rank of each. */
function namesOf(person: PersonEntry): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  const add = (name: string, rank: number): void => {
    for (const form of withSpelledOut([name])) {
      const key = nameKey(form);
      if (!keys.has(key)) keys.set(key, rank);
    }
  };
  add(person.name, preferred);
  for (const name of person.also) add(name, variant);
  for (const form of shorterForms(person.name, person.surname, person.familyNameFirst)) add(form, derived);
  for (const name of person.also)
    for (const form of shorterForms(name, surnameOf(name, person.familyNameFirst), person.familyNameFirst)) add(form, derived);
  return keys;
}

/** Keys of the surnames of a person: the one of the name, those of the variants, and the last word of one with particles. */
function surnamesOf(person: PersonEntry): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  const add = (name: string, rank: number): void => {
    for (const form of withSpelledOut([name])) {
      const key = nameKey(form);
      if (key !== '' && !keys.has(key)) keys.set(key, rank);
    }
  };
  const variants = person.also.map((name) => surnameOf(name, person.familyNameFirst));
  add(person.surname, preferred);
  for (const surname of variants) add(surname, variant);
  for (const surname of [person.surname, ...variants]) {
    const { words } = partsOf(surname);
    if (words.length > 1) add(words[words.length - 1]!, derived);
  }
  return keys;
}
