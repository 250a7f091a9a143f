import { type CivilDate, dayNumber } from '../../calendar/civil-date';
import type { Entries } from '../decode/entries';
import { writeNear } from '../names/near';
import { writeFilter } from './borne';
import { indexForms } from './form-index';
import { type HashIndex, writeIndex } from './hash-index';
import { poolWriter } from './pool';
import * as row from './rows';
import { type IndexName, writeSections } from './sections';

export interface Edition {
  /** What the edition is called; the verified day where missing. */
  readonly edition?: string;
  /** The day up to which the rows as a whole were verified; where missing, the latest that nine in ten of the open rows reach. */
  readonly verified?: CivilDate;
  /** Names that people bear, folded, whoever they are. */
  readonly borne?: { readonly first: readonly string[]; readonly surname: readonly string[] };
}

/**
 * Writes the compact index that `openKnowledge` reads. The same entries give the same bytes, on any machine.
 * Pure work on all rows: a quarter of a second for ten thousand people, so it is done when we build, and at run time only for the few rows of a desk.
 */
export function compileKnowledge(entries: Entries, edition: Edition = {}): Uint8Array {
  const pool = poolWriter();
  const lists: number[] = [0];
  const list = (numbers: readonly number[]): number =>
    numbers.length === 0 ? 0 : lists.push(numbers.length, ...numbers) - numbers.length - 1;
  const texts = (strings: readonly string[]): number => list(strings.map((s) => pool.id(s)));
  const day = (date: CivilDate | undefined): number => (date === undefined ? row.noDay : dayNumber(date));

  const bodyAt = new Map(entries.bodies.map((b, i) => [b.id, i]));
  const personAt = new Map(entries.people.map((p, i) => [p.id, i]));
  const offices = entries.offices.filter((o) => bodyAt.has(o.of));
  const officeAt = new Map(offices.map((o, i) => [o.id, i]));
  const tenures = entries.tenures
    .filter((t) => officeAt.has(t.office) && personAt.has(t.person))
    .sort(
      (a, b) =>
        personAt.get(a.person)! - personAt.get(b.person)! || before(a.from, b.from) || officeAt.get(a.office)! - officeAt.get(b.office)!,
    );

  const people = entries.people.flatMap((p) => [
    ...[p.id, p.name, p.surname, p.role].map((s) => pool.id(s)),
    day(p.born),
    day(p.died),
    texts(p.also),
    texts(p.wrong),
    (p.listed ? row.listed : 0) | (p.surnameGiven ? row.surnameGiven : 0),
  ]);
  const officeRows = offices.flatMap((o) => [
    pool.id(o.id),
    pool.id(o.kind),
    texts(o.titles),
    bodyAt.get(o.of)!,
    o.seats,
    o.rank,
    (o.titlesGiven ? row.titlesGiven : 0) | (o.seatsGiven ? row.seatsGiven : 0),
  ]);
  const tenureRows = tenures.flatMap((t) => [
    personAt.get(t.person)!,
    officeAt.get(t.office)!,
    day(t.from),
    day(t.until),
    t.acting ? 1 : 0,
    pool.id(t.source),
    day(t.verified),
  ]);
  const bodies = entries.bodies.flatMap((b) => [
    pool.id(b.id),
    pool.id(b.name),
    b.type === 'organisation' ? 1 : 0,
    pool.id(b.kind),
    texts(b.also),
    texts(b.adjectives),
    texts(b.wrong),
    list(b.was.flatMap((w) => [pool.id(w.name), dayNumber(w.until)])),
    ...[b.in, b.capital, b.long].map((s) => pool.id(s)),
    b.implicit ? row.implicit : 0,
  ]);
  const events = entries.events.flatMap((e) => [
    pool.id(e.id),
    pool.id(e.name),
    day(e.on),
    day(e.until),
    ...[e.kind, e.of, e.place].map((s) => pool.id(s)),
    texts(e.also),
    texts(e.people),
    pool.id(e.after),
  ]);
  const kinds = entries.kinds.flatMap((k) => [pool.id(k.key), texts(k.titles), k.rank]);

  const personStarts = runs(
    tenures.map((t) => personAt.get(t.person)!),
    entries.people.length,
  );
  const byOffice = tenures
    .map((_, i) => i)
    .sort(
      (a, b) =>
        officeAt.get(tenures[a]!.office)! - officeAt.get(tenures[b]!.office)! || before(tenures[a]!.from, tenures[b]!.from) || a - b,
    );
  const officeStarts = runs(
    byOffice.map((i) => officeAt.get(tenures[i]!.office)!),
    offices.length,
  );

  const { tables, forms, wordBodies } = indexForms({ ...entries, offices }, pool);
  const words = [...tables.words.keys()];
  const near = writeNear(words);
  const bodiesOfWords = writeRuns(words.map((key) => wordBodies.get(key) ?? []));
  const wordForms = Uint32Array.from(words, (key) => pool.id(forms.get(key)));
  const verified = edition.verified ?? verifiedDay(entries);
  const meta = Int32Array.of(pool.id(edition.edition ?? verified), dayNumber(verified));
  const indices = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, writeIndex(table, pool)])) as Record<
    IndexName,
    HashIndex
  >;
  const { offsets, bytes } = pool.write();
  return writeSections({
    meta,
    people: Int32Array.from(people),
    offices: Int32Array.from(officeRows),
    tenures: Int32Array.from(tenureRows),
    bodies: Int32Array.from(bodies),
    events: Int32Array.from(events),
    kinds: Int32Array.from(kinds),
    lists: Uint32Array.from(lists),
    personTenures: personStarts,
    officeTenureStarts: officeStarts,
    officeTenures: Uint32Array.from(byOffice),
    wordForms,
    wordMasks: near.masks,
    wordBodyStarts: bodiesOfWords.starts,
    wordBodies: bodiesOfWords.numbers,
    nearStarts: near.starts,
    near: near.near instanceof Uint32Array ? near.near : new Uint32Array(0),
    nearNarrow: near.near instanceof Uint16Array ? near.near : new Uint16Array(0),
    borneFirst: writeFilter(edition.borne?.first ?? []),
    borneSurname: writeFilter(edition.borne?.surname ?? []),
    poolOffsets: offsets,
    poolBytes: bytes,
    indices,
  });
}

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Where the run of each owner begins in a list that is ordered by owner. */
function runs(owners: readonly number[], count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const owner of owners) starts[owner + 1]!++;
  for (let i = 0; i < count; i++) starts[i + 1]! += starts[i]!;
  return starts;
}

function writeRuns(lists: readonly (readonly number[])[]): { starts: Uint32Array; numbers: Uint32Array } {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((l, i) => {
    starts[i + 1] = starts[i]! + l.length;
  });
  return { starts, numbers: Uint32Array.from(lists.flat()) };
}

/** The latest day that nine in ten of the open rows were verified to; of all rows where none is open. */
function verifiedDay({ tenures }: Entries): CivilDate {
  const open = tenures.filter((t) => t.until === undefined);
  const days = (open.length > 0 ? open : tenures).map((t) => t.verified).sort(before);
  return days[Math.floor(days.length / 10)] ?? '0001-01-01';
}
