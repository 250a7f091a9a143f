import { type CivilDate, parseCivilDate } from '../../core';

/** One tenure as a source has it, before it is known whose office it is. */
export interface SourceRow {
  /** Where it stands in the file, from 1. */
  readonly line: number;
  /** Its number in the list, from 1, where lines say little. */
  readonly row?: number;
  readonly person: SourcePerson;
  /** "President", "President of Ukraine", "United States senator". */
  readonly title: string;
  /** A key of kinds.yaml, where the source says it. */
  readonly kind?: string;
  /** The place or organisation, where the source says it. */
  readonly of?: string;
  /** The id of an office that we ship, where the source names it for certain. */
  readonly office?: string;
  readonly from: CivilDate;
  readonly until?: CivilDate;
  readonly acting: boolean;
  /** A source word of the row's own. */
  readonly source?: string;
}

export interface SourcePerson {
  /** What the source tells people apart by: a Wikidata item, a bioguide id. */
  readonly id?: string;
  readonly name: string;
  readonly also: readonly string[];
  readonly born?: CivilDate;
}

/** What is wrong with a row, or doubtful; the others are read all the same. */
export interface SourceProblem {
  readonly line: number;
  readonly row?: number;
  readonly message: string;
}

/** What was read of a file. */
export interface Source {
  readonly rows: readonly SourceRow[];
  readonly problems: readonly SourceProblem[];
  /** The source word of the pack's rows. */
  readonly word: string;
}

export type Kind = 'wikidata' | 'congress' | 'csv';
export const sourceKinds: readonly Kind[] = ['wikidata', 'congress', 'csv'];

/** The file cannot be read as what it is said to be; the message says why. */
export class UnreadableSource extends Error {}

/**
 * A whole day: "2019-05-20", or the same with a time after it. A year or a month alone is no day: who left in that year may have left on any of its days.
 * @param precision as Wikidata counts it: 9 a year, 10 a month, 11 a day.
 */
export function readDay(text: string, precision?: number): { readonly day: CivilDate } | { readonly wrong: string } {
  const trimmed = text.trim();
  const parts = /^\+?(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(trimmed);
  if (/^\+?\d{4}$/.test(trimmed) || (parts && (precision === 9 || parts[2] === '00')))
    return { wrong: `only the year ${trimmed.replace('+', '').slice(0, 4)} is given, and a tenure needs whole days` };
  if (/^\+?\d{4}-\d\d$/.test(trimmed) || (parts && (precision === 10 || parts[3] === '00')))
    return { wrong: `only the month ${trimmed.replace('+', '').slice(0, 7)} is given, and a tenure needs whole days` };
  if (parts && precision !== undefined && precision < 9) return { wrong: `${parts[1]} is only roughly the year` };
  const day = parts ? parseCivilDate(`${parts[1]}-${parts[2]}-${parts[3]}`) : undefined;
  if (day) return { day };
  return { wrong: parts ? `there is no day ${parts[1]}-${parts[2]}-${parts[3]}` : `"${trimmed}" is no day: write it as 2025-08-07` };
}

const stillIn = new Set(['', 'present', 'incumbent', 'current', 'now', 'today', '-', '–', '—']);

/** First and last day of a tenure, or why they are none. */
export function readDays(
  from: string | undefined,
  until: string | undefined,
  precisions: { readonly from?: number | undefined; readonly until?: number | undefined } = {},
): { readonly from: CivilDate; readonly until?: CivilDate } | { readonly wrong: string } {
  if (from === undefined || from.trim() === '') return { wrong: 'no first day is given' };
  const first = readDay(from, precisions.from);
  if ('wrong' in first) return { wrong: `the first day: ${first.wrong}` };
  if (until === undefined || stillIn.has(until.trim().toLowerCase())) return { from: first.day };
  const last = readDay(until, precisions.until);
  if ('wrong' in last) return { wrong: `the last day: ${last.wrong}` };
  if (last.day < first.day) return { wrong: `it ends on ${last.day}, before it begins on ${first.day}` };
  return { from: first.day, until: last.day };
}

/** "acting President" as what is acted for. */
export function withoutActing(title: string): { readonly title: string; readonly acting: boolean } {
  const rest = title.trim().replace(/\s+/g, ' ');
  const bare = rest.replace(/^(?:acting|interim|caretaker) /i, '').replace(/ \((?:acting|interim)\)$/i, '');
  return { title: bare, acting: bare !== rest };
}

/** A name without the peerage or the order that follows it; "Jr." stays. */
export function withoutStyle(name: string): string {
  const [first, ...rest] = name.split(', ');
  return rest.length > 0 && !/^(?:Jr|Sr|I{1,3}|IV)\b/.test(rest[0]!) ? first! : name;
}
