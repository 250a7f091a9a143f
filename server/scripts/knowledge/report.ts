import type { CivilDate } from '../../src/core/calendar/civil-date';
import type { Knowledge } from '../../src/core/knowledge/knowledge';
import type { Data, DataProblem } from './read-data';
import { type Compared, compare, groups, readReference } from './reference';

export const problemLine = (p: DataProblem): string => `server/data/${p.file}:${p.line}:${p.column} ${p.level}: ${p.message}`;

/** What a reference file has that we lack or see otherwise, group by group, with the shares known and within a week. */
export function* referenceLines(knowledge: Knowledge, data: Data, file: string): Generator<string> {
  const rows = readReference(file);
  const offices = data.entries.offices.map((o) => o.id);
  for (const [name, belongs] of Object.entries(groups)) {
    const compared = compare(knowledge, offices, rows.filter(belongs));
    const of = (verdict: Compared['verdict']): readonly Compared[] => compared.filter((c) => c.verdict === verdict);
    const ours = compared.length - of('no such place').length;
    const share = (n: number): string => `${ours === 0 ? 100 : ((100 * n) / ours).toFixed(1)}%`;
    const [known, later, settled, differs, missing] = [of('known'), of('later term'), of('settled'), of('differs'), of('missing')];
    yield '';
    yield `${name}: ${ours} rows, ${share(ours - missing.length)} known, ${share(known.length)} within a week, ${share(later.length)} a later term of one tenure, ${share(settled.length)} settled for ours, ${share(differs.length)} open`;
    for (const { row } of missing)
      yield `  missing  ${row.country}${row.state ? ` (${row.state})` : ''}: ${row.person}, ${row.office}, ${row.start} – ${row.end ?? ''}`;
    for (const { row, tenure, by } of differs)
      yield `  differs  ${row.country}${row.state ? ` (${row.state})` : ''}: ${row.person}, ${row.office}: ${tenure?.office.id} ${by}`;
    const places = new Set(of('no such place').map(({ row }) => row.country));
    if (places.size > 0) yield `  no such place: ${[...places].join(', ')}`;
  }
}

/** Counts, and the verified days of the documents of offices with the oldest first. */
export function* statusLines(knowledge: Knowledge, data: Data): Generator<string> {
  yield `edition ${knowledge.edition}, verified to ${knowledge.verified}`;
  for (const [name, count] of Object.entries(knowledge.counts)) yield `${String(count).padStart(7)} ${name}`;
  const days = new Map<CivilDate, Set<string>>();
  for (const t of data.entries.tenures) {
    const files = days.get(t.verified) ?? new Set();
    files.add(t.office.split('/')[0]!);
    days.set(t.verified, files);
  }
  for (const [day, bodies] of [...days].sort((a, b) => (a[0] < b[0] ? -1 : 1))) yield `verified ${day}: ${[...bodies].sort().join(', ')}`;
  const errors = data.problems.filter((p) => p.level === 'error').length;
  yield `${errors} errors, ${data.problems.length - errors} warnings`;
}
