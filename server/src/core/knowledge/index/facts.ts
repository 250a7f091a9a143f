import type { Body, Office, Person } from '../knowledge';
import { dateOf, type Layer, listAt, optional, textsAt } from './layer';
import * as row from './rows';
import { bodyRow, officeRow, personRow } from './rows';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What a row says of a person; `tenures` comes with the object. */
export type PersonFacts = Omit<Mutable<Person>, 'tenures'> & { listed: boolean; surnameGiven: boolean };
export type OfficeFacts = Omit<Mutable<Office>, 'of'> & { titlesGiven: boolean; seatsGiven: boolean };
export type BodyFacts = Mutable<Body> & { implicit: boolean };

export function readPerson(layer: Layer, number: number): PersonFacts {
  const r = layer.sections.people;
  const at = number * personRow.width;
  const facts: PersonFacts = {
    id: layer.pool.text(r[at + personRow.id]!),
    name: layer.pool.text(r[at + personRow.name]!),
    surname: layer.pool.text(r[at + personRow.surname]!),
    also: textsAt(layer, r[at + personRow.also]!),
    wrong: textsAt(layer, r[at + personRow.wrong]!),
    listed: (r[at + personRow.flags]! & row.listed) !== 0,
    surnameGiven: (r[at + personRow.flags]! & row.surnameGiven) !== 0,
  };
  const role = optional(layer, r[at + personRow.role]!);
  const born = dateOf(r[at + personRow.born]!);
  const died = dateOf(r[at + personRow.died]!);
  if (role !== undefined) facts.role = role;
  if (born !== undefined) facts.born = born;
  if (died !== undefined) facts.died = died;
  return facts;
}

export function readOffice(layer: Layer, number: number): OfficeFacts {
  const r = layer.sections.offices;
  const at = number * officeRow.width;
  return {
    id: layer.pool.text(r[at + officeRow.id]!),
    kind: layer.pool.text(r[at + officeRow.kind]!),
    titles: textsAt(layer, r[at + officeRow.titles]!),
    seats: r[at + officeRow.seats]!,
    rank: r[at + officeRow.rank]!,
    titlesGiven: (r[at + officeRow.flags]! & row.titlesGiven) !== 0,
    seatsGiven: (r[at + officeRow.flags]! & row.seatsGiven) !== 0,
  };
}

export function readBody(layer: Layer, number: number): BodyFacts {
  const r = layer.sections.bodies;
  const at = number * bodyRow.width;
  const was = listAt(layer, r[at + bodyRow.was]!);
  const facts: BodyFacts = {
    id: layer.pool.text(r[at + bodyRow.id]!),
    name: layer.pool.text(r[at + bodyRow.name]!),
    type: r[at + bodyRow.type] === 1 ? 'organisation' : 'place',
    kind: layer.pool.text(r[at + bodyRow.kind]!),
    also: textsAt(layer, r[at + bodyRow.also]!),
    adjectives: textsAt(layer, r[at + bodyRow.adjectives]!),
    wrong: textsAt(layer, r[at + bodyRow.wrong]!),
    was: Array.from({ length: was.length / 2 }, (_, i) => ({ name: layer.pool.text(was[i * 2]!), until: dateOf(was[i * 2 + 1]! | 0)! })),
    implicit: (r[at + bodyRow.flags]! & row.implicit) !== 0,
  };
  const within = optional(layer, r[at + bodyRow.in]!);
  const capital = optional(layer, r[at + bodyRow.capital]!);
  const long = optional(layer, r[at + bodyRow.long]!);
  if (within !== undefined) facts.in = within;
  if (capital !== undefined) facts.capital = capital;
  if (long !== undefined) facts.long = long;
  return facts;
}
