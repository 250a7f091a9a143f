import type { CivilDate } from '../../calendar/civil-date';
import type { OfficeEntry, TenureEntry } from './entries';

export interface Crowding<T extends TenureEntry> {
  readonly office: OfficeEntry;
  /** The row that is one too many. */
  readonly row: T;
  /** All who hold the office on its first day, that row included. */
  readonly holders: readonly T[];
}

/**
 * Rows that put more people into an office than it has seats, and rows of one person that overlap in one office. The day of handover is the successor's here.
 * Acting holders may sit beside those for whom they act, and are counted among themselves.
 */
export function crowdings<T extends TenureEntry>(office: OfficeEntry, rows: readonly T[]): readonly Crowding<T>[] {
  const found: Crowding<T>[] = [];
  for (const acting of [false, true]) {
    let sitting: T[] = [];
    for (const row of rows.filter((r) => r.acting === acting).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
      sitting = sitting.filter((other) => lasts(other, row.from));
      const twice = sitting.some((other) => other.person === row.person);
      sitting.push(row);
      if (twice || (office.seats > 0 && sitting.length > office.seats)) found.push({ office, row, holders: [...sitting] });
    }
  }
  return found;
}

const lasts = (row: TenureEntry, day: CivilDate): boolean => row.until === undefined || row.until > day;
