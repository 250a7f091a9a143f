import { readFileSync } from 'node:fs';
import { type CivilDate, daysBetween, parseCivilDate } from '../../src/core/calendar/civil-date';
import type { Knowledge, Person, Tenure } from '../../src/core/knowledge/knowledge';
import { nameKey } from '../../src/core/knowledge/names/name-forms';
import { distance } from '../../src/core/knowledge/names/near';
import { transliterationKey } from '../../src/core/knowledge/names/transliteration';
import settled from './settled.yaml';

/** A row of a reference file: who held which office, by somebody else's account. */
export interface ReferenceRow {
  readonly person: string;
  readonly aliases?: readonly string[];
  readonly country: string;
  readonly state?: string;
  readonly office: string;
  readonly office_class: string;
  readonly start: string;
  readonly end: string | null;
  readonly start_prec?: string;
  readonly end_prec?: string;
  readonly end_unknown?: boolean;
  readonly safe: boolean;
  readonly asof: string;
}

export const readReference = (file: string): readonly ReferenceRow[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as ReferenceRow);

/** Rows that are compared together. */
export const groups: Readonly<Record<string, (row: ReferenceRow) => boolean>> = {
  'heads of state and government since 2005': (r) => r.office_class === 'hos-hog' && (r.end === null || r.end >= '2005-01-01'),
  'U.S. presidents': (r) => r.office_class === 'us-president',
  'U.S. vice presidents': (r) => r.office_class === 'us-vp',
  'U.S. senators': (r) => r.office_class === 'us-senator',
  'U.S. representatives': (r) => r.office_class === 'us-rep',
};

export interface Compared {
  readonly row: ReferenceRow;
  /** known: within a week at both ends that the reference is sure of. later term: it begins inside our uninterrupted tenure. settled: looked into, ours stands. */
  readonly verdict: 'known' | 'later term' | 'settled' | 'differs' | 'missing' | 'no such place';
  readonly tenure?: Tenure;
  readonly by?: string;
}

const week = 7;
/** Ends that the reference saw, rather than scheduled or inferred from when a name was dropped. */
const sureEnds = new Set(['day', 'successor-start']);
const kindsOf: Readonly<Record<string, string>> = {
  'us-senator': 'senator',
  'us-rep': 'representative',
  'us-president': 'president',
  'us-vp': 'vice-president',
};

/** Compares the safe rows of a group with what we know; a row is matched to the tenure of that person and place that begins nearest to it. */
export function compare(knowledge: Knowledge, officeIds: readonly string[], rows: readonly ReferenceRow[]): readonly Compared[] {
  const byBody = new Map<string, Tenure[]>();
  for (const id of officeIds) {
    const office = knowledge.office(id);
    if (!office) continue;
    const tenures = byBody.get(office.of.id) ?? [];
    tenures.push(...knowledge.tenuresOf(office));
    byBody.set(office.of.id, tenures);
  }
  const american = [...byBody]
    .filter(([id]) => knowledge.body(id)?.in === 'united-states' || id === 'united-states' || id.startsWith('u-s-'))
    .flatMap(([, tenures]) => tenures);
  return rows
    .filter((r) => r.safe)
    .map((row): Compared => {
      const kind = kindsOf[row.office_class];
      const bodies = knowledge.bodiesNamed(row.country).filter((b) => b.type === 'place');
      if (bodies.length === 0) return { row, verdict: 'no such place' };
      const tenures = kind ? american.filter((t) => t.office.kind === kind) : bodies.flatMap((b) => byBody.get(b.id) ?? []);
      const names = namesIn(row);
      const named = new Set(names.flatMap((n) => knowledge.peopleNamed(n)));
      const theirs = tenures.filter((t) => named.has(t.person));
      const likely = theirs.length > 0 ? theirs : tenures.filter((t) => names.some((n) => alike(n, t.person)));
      const start = parseCivilDate(row.start);
      if (!start) return { row, verdict: 'missing' };
      const elsewhere = () => [...named].flatMap((p) => p.tenures).find((t) => bearsTitle(t, row) && gap(t.from, start) <= week);
      if (likely.length === 0) {
        // the head of state of a territory, or of a realm, holds the office in another country
        const tenure = kind ? undefined : elsewhere();
        return tenure ? { row, verdict: 'known', tenure } : { row, verdict: 'missing' };
      }
      const titled = likely.filter((t) => bearsTitle(t, row));
      const tenure = (titled.length > 0 ? titled : likely).reduce((best, t) => (gap(t.from, start) < gap(best.from, start) ? t : best));
      const by = disagreement(row, start, tenure);
      if (by === undefined) return { row, verdict: 'known', tenure };
      if (beginsWithin(row, start, tenure)) return { row, verdict: 'later term', tenure, by };
      return { row, verdict: tenure.person.id in settled ? 'settled' : 'differs', tenure, by };
    });
}

const bearsTitle = (t: Tenure, row: ReferenceRow): boolean => t.office.titles.some((title) => nameKey(title) === nameKey(row.office));

/** The names in a row, and what is left of them without words before ("of China Xi Jinping") and after ("Frederik X of Denmark"). */
function namesIn(row: ReferenceRow): readonly string[] {
  return [row.person, ...(row.aliases ?? [])].flatMap((name) => {
    const words = name.split(/\s+/);
    const tails = words.slice(1, -1).map((_, i) => words.slice(i + 1).join(' '));
    return [name, ...tails, ...(name.includes(' of ') ? [name.slice(0, name.indexOf(' of '))] : [])];
  });
}

const gap = (a: CivilDate, b: CivilDate): number => Math.abs(daysBetween(a, b));

function disagreement(row: ReferenceRow, start: CivilDate, t: Tenure): string | undefined {
  if (gap(t.from, start) > week) return `begins ${t.from}, not ${start}`;
  const end = row.end === null ? undefined : parseCivilDate(row.end);
  if (end === undefined) {
    if (row.end_unknown || t.until === undefined || t.until >= row.asof) return undefined;
    return `ends ${t.until}, still held on ${row.asof}`;
  }
  if (!sureEnds.has(row.end_prec ?? '')) return undefined;
  if (t.until === undefined) return end > t.verified ? undefined : `is open, ended ${end}`;
  return gap(t.until, end) > week ? `ends ${t.until}, not ${end}` : undefined;
}

/** A re-election, which the reference tells as a new term and we do not: it begins inside our tenure and does not end before it. */
const beginsWithin = (row: ReferenceRow, start: CivilDate, t: Tenure): boolean =>
  t.from < start &&
  (t.until === undefined || start < t.until) &&
  (row.end === null ? t.until === undefined : t.until === undefined || gap(t.until, row.end as CivilDate) <= week);

/** True where two words or more of a name have a like word in the other, or its only one. Words of the sources' titles ("Taliban Leader") do not hinder. */
function alike(name: string, person: Person): boolean {
  const theirs = nameKey(name)
    .split(' ')
    .filter((w) => w.length > 1);
  return [person.name, ...person.also].some((form) => {
    const ours = nameKey(form)
      .split(' ')
      .filter((w) => w.length > 1);
    const shared = ours.filter((w) => theirs.some((o) => likeWord(w, o))).length;
    const last = ours.at(-1);
    const meets = last !== undefined && theirs.some((o) => likeWord(last, o));
    return (
      shared >= 2 || (ours.length === 1 && meets) || (theirs.length === 1 && meets) || transliterationKey(name) === transliterationKey(form)
    );
  });
}

function likeWord(a: string, b: string): boolean {
  if (a === b || transliterationKey(a) === transliterationKey(b)) return true;
  const shorter = Math.min(a.length, b.length);
  return shorter >= 4 && distance(a, b, 2) <= (shorter >= 7 ? 2 : 1);
}
