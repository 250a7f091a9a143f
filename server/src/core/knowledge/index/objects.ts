import type { Body, Office, Person, Tenure } from '../knowledge';
import { amendTenures, dropped } from './amendments';
import { readBody, readOffice, readPerson } from './facts';
import { dateOf, type Layer } from './layer';
import { mergeBody, mergeOffice, mergePerson } from './merge';
import { type Numbering, numberTable, type RowOf } from './numbering';
import { officeRow, tenureRow } from './rows';

/** The objects of a knowledge, each made when it is first asked for and then kept, so that they can be compared by identity. Numbers go over all layers. */
export interface Objects {
  readonly people: Numbering;
  readonly offices: Numbering;
  readonly bodies: Numbering;
  person(number: number): Person;
  office(number: number): Office;
  body(number: number): Body;
  tenuresOf(office: number): readonly Tenure[];
}

export function objectsOf(layers: readonly Layer[]): Objects {
  const people = numberTable(layers, 'people');
  const offices = numberTable(layers, 'offices');
  const bodies = numberTable(layers, 'bodies');
  const amended = amendTenures(layers, people, offices);
  const madePeople = new Map<number, Person>();
  const madeOffices = new Map<number, Office>();
  const madeBodies = new Map<number, Body>();
  const madeTenures = layers.map(() => new Map<number, Tenure>());
  const holders = new Map<number, readonly Tenure[]>();

  const kept = <K, V>(made: Map<K, V>, key: K, make: () => V): V => {
    let value = made.get(key);
    if (value === undefined) {
      value = make();
      made.set(key, value);
    }
    return value;
  };
  const facts = <T>(rows: readonly RowOf[], read: (layer: Layer, row: number) => T, merge: (a: T, b: T) => T): T =>
    rows.map((r) => read(layers[r.layer]!, r.row)).reduce(merge);

  const tenure = (layer: number, number: number): Tenure | undefined => {
    const change = amended.of(layer, number);
    if (change === dropped) return undefined;
    return kept(madeTenures[layer]!, number, () => {
      const l = layers[layer]!;
      const r = l.sections.tenures;
      const at = number * tenureRow.width;
      const until = dateOf(change ?? r[at + tenureRow.until]!);
      return {
        person: person(people.number(layer, r[at + tenureRow.person]!)),
        office: office(offices.number(layer, r[at + tenureRow.office]!)),
        from: dateOf(r[at + tenureRow.from]!)!,
        ...(until !== undefined && { until }),
        acting: r[at + tenureRow.acting] === 1,
        source: l.pool.text(r[at + tenureRow.source]!),
        verified: dateOf(r[at + tenureRow.verified]!) ?? '0001-01-01',
      };
    });
  };
  const inOrder = (found: Tenure[], rows: readonly RowOf[]): readonly Tenure[] =>
    rows.length > 1 ? found.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)) : found;

  const tenuresOfPerson = (rows: readonly RowOf[]): readonly Tenure[] => {
    const found: Tenure[] = [];
    for (const r of rows) {
      const { personTenures } = layers[r.layer]!.sections;
      for (let i = personTenures[r.row]!; i < personTenures[r.row + 1]!; i++) {
        const t = tenure(r.layer, i);
        if (t) found.push(t);
      }
    }
    return inOrder(found, rows);
  };
  const person = (number: number): Person =>
    kept(madePeople, number, () => {
      const rows = people.rows(number);
      const { listed: _, surnameGiven: __, ...rest } = facts(rows, readPerson, mergePerson);
      let tenures: readonly Tenure[] | undefined;
      return Object.defineProperty(rest as Person, 'tenures', { enumerable: true, get: () => (tenures ??= tenuresOfPerson(rows)) });
    });
  const body = (number: number): Body =>
    kept(madeBodies, number, () => {
      const { implicit: _, ...rest } = facts(bodies.rows(number), readBody, mergeBody);
      return rest;
    });
  const office = (number: number): Office =>
    kept(madeOffices, number, () => {
      const rows = offices.rows(number);
      const { titlesGiven: _, seatsGiven: __, ...rest } = facts(rows, readOffice, mergeOffice);
      const first = rows[0]!;
      const of = layers[first.layer]!.sections.offices[first.row * officeRow.width + officeRow.of]!;
      return { ...rest, of: body(bodies.number(first.layer, of)) };
    });
  const tenuresOf = (number: number): readonly Tenure[] =>
    kept(holders, number, () => {
      const rows = offices.rows(number);
      const found: Tenure[] = [];
      for (const r of rows) {
        const { officeTenureStarts, officeTenures } = layers[r.layer]!.sections;
        for (let i = officeTenureStarts[r.row]!; i < officeTenureStarts[r.row + 1]!; i++) {
          const t = tenure(r.layer, officeTenures[i]!);
          if (t) found.push(t);
        }
      }
      return inOrder(found, rows);
    });
  return { people, offices, bodies, person, office, body, tenuresOf };
}
