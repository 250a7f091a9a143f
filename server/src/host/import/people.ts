import { fold, type Knowledge, type Person, slug } from '../../core';
import { keyOf } from './bodies';
import type { FoundOffice } from './offices';
import type { SourceProblem, SourceRow } from './source';

/** A row whose office is known. */
export interface Held {
  readonly row: SourceRow;
  readonly office: FoundOffice;
}

/** One person of a pack, and what the pack calls them: with a bracket where the name is not theirs alone. */
export interface PackPerson {
  readonly key: string;
  readonly name: string;
  readonly also: readonly string[];
  readonly born?: string;
  /** Whom we ship, where it is the same person. */
  readonly known?: Person;
  readonly held: readonly Held[];
}

interface Somebody {
  readonly name: string;
  readonly also: readonly string[];
  readonly born?: string;
  readonly held: readonly Held[];
}

/** Above this many of one name the list is said to be crowded. */
const crowd = 20;

/** Puts rows to people, and names each so that no two share a name: those of one name get the place of their latest office, as in "Mike Rogers (Michigan)". */
export function namePeople(held: readonly Held[], base: Knowledge): { people: readonly PackPerson[]; problems: readonly SourceProblem[] } {
  const everybody = groups(held);
  const problems: SourceProblem[] = [];
  const byName = new Map<string, Somebody[]>();
  for (const who of everybody) {
    const those = byName.get(fold(who.name));
    if (those) those.push(who);
    else byName.set(fold(who.name), [who]);
  }
  const known = matches(everybody, base);
  const taken = new Set([...known.values()].map((p) => p.id));
  const people: PackPerson[] = [];
  for (const those of byName.values()) {
    const { row } = those[0]!.held[0]!;
    if (those.length > crowd)
      problems.push({
        line: row.line,
        ...(row.row !== undefined && { row: row.row }),
        message: `${those.length} people are called "${those[0]!.name}". Each has a bracket with a place; of a draft that says no more than the name, nothing can be said.`,
      });
    const alone = those.length === 1;
    for (const who of those) {
      const person = known.get(who);
      const key = person ? keyOf(person.id, person.name) : free(who, alone && !isTaken(slug(who.name), base, taken), base, taken);
      taken.add(person?.id ?? slug(key));
      people.push({ ...who, key, name: person?.name ?? who.name, ...(person && { known: person }) });
    }
  }
  return { people, problems };
}

/** True where the base would take the name for somebody whom it has. */
function isTaken(id: string, base: Knowledge, taken: ReadonlySet<string>): boolean {
  return taken.has(id) || base.person(id) !== undefined || base.peopleNamed(id.replaceAll('-', ' ')).length > 0;
}

function free(who: Somebody, plain: boolean, base: Knowledge, taken: ReadonlySet<string>): string {
  if (plain) return who.name;
  const latest = [...who.held].sort((a, b) => (a.row.from < b.row.from ? 1 : -1))[0]!;
  const place = latest.office.body.name;
  const year = who.born?.slice(0, 4);
  const tries = [place, `${place}, ${latest.office.key.replaceAll('-', ' ')}`, ...(year ? [`${place}, born ${year}`] : [])];
  for (let n = 2; ; n++) {
    for (const hint of tries) {
      const key = `${who.name} (${hint.replace(/[()]/g, '')})`;
      if (!taken.has(slug(key)) && base.person(slug(key)) === undefined) return key;
    }
    tries.splice(0, tries.length, `${place} ${n}`);
  }
}

/** The people of the rows. Without an id, rows of one name are one person, unless two places had that person in one kind of office at the same time. */
function groups(held: readonly Held[]): Somebody[] {
  const keyed = new Map<string, Held[]>();
  for (const h of held) {
    const { id, name, born } = h.row.person;
    const key = id === undefined ? `${fold(name)} ${born ?? ''}` : `#${id}`;
    const those = keyed.get(key);
    if (those) those.push(h);
    else keyed.set(key, [h]);
  }
  return [...keyed].flatMap(([key, those]) => (key.startsWith('#') ? [those] : apart(those)).map(somebody));
}

function apart(those: readonly Held[]): Held[][] {
  const people: Held[][] = [];
  for (const h of those) {
    const same = people.find((p) =>
      p.every((other) => other.office.body.id === h.office.body.id || other.office.kind !== h.office.kind || !overlap(other, h)),
    );
    if (same) same.push(h);
    else people.push([h]);
  }
  return people;
}

const overlap = ({ row: a }: Held, { row: b }: Held): boolean => a.from < (b.until ?? '9999-12-31') && b.from < (a.until ?? '9999-12-31');

function somebody(held: readonly Held[]): Somebody {
  const { name, also } = held[0]!.row.person;
  const forms = new Set(held.flatMap((h) => [h.row.person.name, ...h.row.person.also]));
  for (const form of [name]) forms.delete(form);
  const born = held.find((h) => h.row.person.born)?.row.person.born;
  return { name, also: [...new Set([...also, ...forms])], ...(born && { born }), held };
}

/** Whom of the people we ship: each at most once, the surest first. */
function matches(everybody: readonly Somebody[], base: Knowledge): ReadonlyMap<Somebody, Person> {
  const found: { who: Somebody; person: Person; sure: number }[] = [];
  for (const who of everybody) {
    const named = new Set([who.name, ...who.also].flatMap((n) => base.peopleNamed(n)));
    const own = base.person(slug(who.name));
    if (own) named.add(own);
    const possible = [...named].filter((p) => !impossible(p, who));
    for (const person of possible) {
      const sure = who.born !== undefined && person.born === who.born ? 3 : sameOffice(person, who) ? 2 : possible.length === 1 ? 1 : 0;
      if (sure > 0) found.push({ who, person, sure });
    }
  }
  const out = new Map<Somebody, Person>();
  const used = new Set<Person>();
  for (const { who, person } of found.sort((a, b) => b.sure - a.sure)) {
    if (out.has(who) || used.has(person)) continue;
    out.set(who, person);
    used.add(person);
  }
  return out;
}

function impossible(person: Person, who: Somebody): boolean {
  if (person.born && who.born && person.born !== who.born) return true;
  const first = who.held.map((h) => h.row.from).sort()[0]!;
  if (person.died && person.died < first) return true;
  return person.born !== undefined && Number(first.slice(0, 4)) - Number(person.born.slice(0, 4)) < 16;
}

const sameOffice = (person: Person, who: Somebody): boolean =>
  person.tenures.some((t) => who.held.some((h) => h.office.known?.id === t.office.id));
