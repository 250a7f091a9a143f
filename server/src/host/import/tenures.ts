import { addDays, type CivilDate } from '../../core';
import { type FoundOffice, manySeats } from './offices';
import type { PackPerson } from './people';
import type { SourceProblem, SourceRow } from './source';

/** A row of a pack. */
export interface PackRow {
  readonly person: PackPerson;
  readonly from: CivilDate;
  readonly until?: CivilDate;
  readonly acting: boolean;
  readonly source?: string;
  /** The row of the source that it was made of, the first of several. */
  readonly of: SourceRow;
}

export interface PackOffice {
  readonly office: FoundOffice;
  readonly rows: readonly PackRow[];
  /** How many seats the pack has to say it has, where they are not those that the decoder takes it to have. */
  readonly seats?: number;
}

/** Orders the rows of one office: terms on end become one, what is said twice is said once, and what contradicts another row is left out and reported. */
export function settleOffice(office: FoundOffice, given: readonly PackRow[]): { settled: PackOffice; problems: readonly SourceProblem[] } {
  const problems: SourceProblem[] = [];
  const leave = (row: PackRow, message: string): void => {
    const { line, row: number } = row.of;
    problems.push({
      line,
      ...(number !== undefined && { row: number }),
      message: `${row.person.name}, ${office.known?.titles[0] ?? office.titles?.[0] ?? office.key}, ${office.body.name}: ${message} The row was left out.`,
    });
  };
  const byPerson = new Map<PackPerson, PackRow[]>();
  for (const row of given) {
    const those = byPerson.get(row.person);
    if (those) those.push(row);
    else byPerson.set(row.person, [row]);
  }
  const rows = [...byPerson.values()].flatMap((those) => uninterrupted(those, leave)).sort(byDay);
  let seats = office.known?.seats ?? (manySeats(office.kind) ? 0 : 1);
  // where every fourth row has others beside it, it is the rule
  if (seats === 1 && !office.known && crowded(rows, 1) > rows.length / 4 && rows.length > 3) seats = 0;
  const kept = seats === 1 ? successive(rows, leave) : rows;
  if (seats > 1 && crowded(kept, seats) > 0) seats = 0;
  return { settled: { office, rows: kept, ...(seats !== (office.known?.seats ?? 1) && { seats }) }, problems };
}

const byDay = (a: PackRow, b: PackRow): number =>
  a.from < b.from ? -1 : a.from > b.from ? 1 : (a.until ?? '9') < (b.until ?? '9') ? -1 : 1;

/** One person's rows in one office. */
function uninterrupted(given: readonly PackRow[], leave: (row: PackRow, message: string) => void): PackRow[] {
  const out: PackRow[] = [];
  for (const row of [...given].sort(byDay)) {
    const last = out.at(-1);
    const same = last && last.acting === row.acting;
    if (same && last.from === row.from && last.until === row.until) continue;
    if (same && last.until !== undefined && row.from >= last.until && row.from <= addDays(last.until, 1)) {
      out[out.length - 1] = { ...last, ...(row.until === undefined ? {} : { until: row.until }) };
      if (row.until === undefined) delete (out.at(-1) as { until?: CivilDate }).until;
    } else if (last && (last.until === undefined || row.from < last.until)) leave(row, `${days(row)} overlaps ${days(last)}.`);
    else out.push(row);
  }
  return out;
}

const days = (r: PackRow): string => `${r.from}..${r.until ?? ''}`;

/** Rows that have more beside them than there are seats; acting holders apart. The day of handover is the successor's. */
function crowded(rows: readonly PackRow[], seats: number): number {
  let count = 0;
  for (const acting of [false, true]) {
    let sitting: PackRow[] = [];
    for (const row of rows.filter((r) => r.acting === acting)) {
      sitting = sitting.filter((o) => o.until === undefined || o.until > row.from);
      sitting.push(row);
      if (sitting.length > seats) count++;
    }
  }
  return count;
}

/** Rows of an office with one seat: an open one that somebody follows was not ended, and of two that overlap the one that begins later stands out. */
function successive(rows: readonly PackRow[], leave: (row: PackRow, message: string) => void): PackRow[] {
  const out: PackRow[] = [];
  for (const acting of [false, true]) {
    const sitting: PackRow[] = [];
    for (const row of rows.filter((r) => r.acting === acting)) {
      for (let last = sitting.at(-1); last && last.until === undefined && last.from < row.from; last = sitting.at(-1)) {
        leave(last, `no last day is given, and ${row.person.name} follows on ${row.from}.`);
        sitting.pop();
      }
      const before = sitting.at(-1);
      if (before && (before.until ?? '9999') > row.from) leave(row, `${days(row)} overlaps ${before.person.name}, ${days(before)}.`);
      else sitting.push(row);
    }
    out.push(...sitting);
  }
  return out.sort(byDay);
}
