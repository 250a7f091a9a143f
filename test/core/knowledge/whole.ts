import { expect } from 'vitest';
import type { Entries } from '../../../server/src/core/knowledge/decode/entries';
import type { Knowledge } from '../../../server/src/core/knowledge/knowledge';
import { nameKey } from '../../../server/src/core/knowledge/names/name-forms';

/** Every entry comes back as it went in, under its id and under every name. */
export function expectWhole(knowledge: Knowledge, entries: Entries): void {
  for (const { listed: _, surnameGiven: __, familyNameFirst: ___, ...facts } of entries.people) {
    const person = knowledge.person(facts.id)!;
    const { tenures, ...rest } = person;
    expect(rest).toEqual(facts);
    const theirs = entries.tenures.filter((t) => t.person === facts.id);
    expect(tenures.map((t) => ({ ...t, person: t.person.id, office: t.office.id }))).toEqual(theirs);
    for (const name of [facts.name, ...facts.also]) if (nameKey(name) !== '') expect(knowledge.peopleNamed(name)).toContain(person);
    if (nameKey(facts.surname) !== '') expect(knowledge.peopleSurnamed(facts.surname)).toContain(person);
  }
  for (const { titlesGiven: _, seatsGiven: __, of, ...facts } of entries.offices) {
    const office = knowledge.office(facts.id)!;
    expect(office).toEqual({ ...facts, of: knowledge.body(of) });
    for (const title of facts.titles) if (nameKey(title) !== '') expect(knowledge.officesTitled(title)).toContain(office);
    const theirs = knowledge.tenuresOf(office);
    expect(theirs.map((t) => t.from)).toEqual(theirs.map((t) => t.from).sort());
    expect(theirs).toHaveLength(entries.tenures.filter((t) => t.office === facts.id).length);
  }
  for (const { implicit: _, ...facts } of entries.bodies) {
    const body = knowledge.body(facts.id)!;
    expect(body).toEqual(facts);
    for (const name of [facts.name, ...facts.also]) if (nameKey(name) !== '') expect(knowledge.bodiesNamed(name)).toContain(body);
    for (const adjective of facts.adjectives) if (nameKey(adjective) !== '') expect(knowledge.bodiesByAdjective(adjective)).toContain(body);
  }
  expect([...knowledge.events].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(entries.events);
  expect(knowledge.kinds).toEqual(entries.kinds);
}
