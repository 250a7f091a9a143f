import { expect } from 'vitest';
import type { Entries } from '../../../server/src/core/knowledge/decode/entries';
import type { Knowledge } from '../../../server/src/core/knowledge/knowledge';
import { nameKey } from '../../../server/src/core/knowledge/names/name-forms';

/** Every entry comes back as it went in, under its id and under every name. */
export function expectWhole(knowledge: Knowledge, entries: Entries): void {
  const tenuresOf = new Map<string, Entries['tenures'][number][]>();
  const terms = new Map<string, number>();
  for (const t of entries.tenures) {
    tenuresOf.set(t.person, [...(tenuresOf.get(t.person) ?? []), t]);
    terms.set(t.office, (terms.get(t.office) ?? 0) + 1);
  }
  /** Names under which an entry is not found. */
  const lost: string[] = [];
  const seek = <T>(name: string, entry: T, found: (name: string) => readonly T[]): void => {
    if (nameKey(name) !== '' && !found(name).includes(entry)) lost.push(name);
  };
  for (const { listed: _, surnameGiven: __, familyNameFirst: ___, ...facts } of entries.people) {
    const person = knowledge.person(facts.id)!;
    const { tenures, ...rest } = person;
    expect(rest).toEqual(facts);
    expect(tenures.map((t) => ({ ...t, person: t.person.id, office: t.office.id }))).toEqual(tenuresOf.get(facts.id) ?? []);
    for (const name of [facts.name, ...facts.also]) seek(name, person, knowledge.peopleNamed);
    seek(facts.surname, person, knowledge.peopleSurnamed);
  }
  for (const { titlesGiven: _, seatsGiven: __, of, ...facts } of entries.offices) {
    const office = knowledge.office(facts.id)!;
    expect(office).toEqual({ ...facts, of: knowledge.body(of) });
    for (const title of facts.titles) seek(title, office, knowledge.officesTitled);
    const theirs = knowledge.tenuresOf(office);
    expect(theirs.map((t) => t.from)).toEqual(theirs.map((t) => t.from).sort());
    expect(theirs).toHaveLength(terms.get(facts.id) ?? 0);
  }
  for (const { implicit: _, ...facts } of entries.bodies) {
    const body = knowledge.body(facts.id)!;
    expect(body).toEqual(facts);
    for (const name of [facts.name, ...facts.also]) seek(name, body, knowledge.bodiesNamed);
    for (const adjective of facts.adjectives) seek(adjective, body, knowledge.bodiesByAdjective);
  }
  expect(lost).toEqual([]);
  expect([...knowledge.events].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(entries.events);
  expect(knowledge.kinds).toEqual(entries.kinds);
}
