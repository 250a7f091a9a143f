/**
 * A day of the proleptic Gregorian calendar, `YYYY-MM-DD`, years 0001 to 9999. Never a JavaScript Date and never a time zone.
 * Strings of this form order as the days they name do.
 */
export type CivilDate = `${number}-${number}-${number}`;

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days in a month; 0 where there is no such month. Months count from 1. */
export const daysInMonth = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0));

export const isDay = (year: number, month: number, day: number): boolean =>
  Number.isInteger(year) && year >= 1 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month);

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** The date of three numbers, or undefined where there is no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  if (!isDay(year, month, day)) return undefined;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as CivilDate;
}

/** Reads `YYYY-MM-DD` and nothing else; undefined where it is not that form or no such day. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return m ? civilDate(Number(m[1]), Number(m[2]), Number(m[3])) : undefined;
}

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));
export const monthOf = (date: CivilDate): number => Number(date.slice(5, 7));
export const dayOf = (date: CivilDate): number => Number(date.slice(8, 10));

/** Days since 1970-01-01, negative before. Algorithm: Howard Hinnant, days_from_civil. */
export function dayNumber(date: CivilDate): number {
  const month = monthOf(date);
  const y = month <= 2 ? yearOf(date) - 1 : yearOf(date);
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1;
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468;
}

/** The inverse of dayNumber (civil_from_days). Numbers beyond year 9999 or before year 1 are held at those ends. */
export function fromDayNumber(number: number): CivilDate {
  const z = Math.min(2932896, Math.max(-719162, number)) + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const day = doy - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as CivilDate;
}

export const addDays = (date: CivilDate, days: number): CivilDate => fromDayNumber(dayNumber(date) + days);

/** Whole days from a to b; negative where b is earlier. */
export const daysBetween = (a: CivilDate, b: CivilDate): number => dayNumber(b) - dayNumber(a);

export const weekdayOf = (date: CivilDate): Weekday => (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;

/** The same day some months on; a day that the month lacks becomes its last (31 January plus one month is 28 or 29 February). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.min(9999, Math.max(1, Math.floor(index / 12)));
  const month = (((index % 12) + 12) % 12) + 1;
  return civilDate(year, month, Math.min(dayOf(date), daysInMonth(year, month)))!;
}

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export const weekdayName = (day: Weekday): string => weekdayNames[day - 1]!;

/** "20 January 2025", for messages. */
export const longDate = (date: CivilDate): string => `${dayOf(date)} ${monthNames[monthOf(date) - 1]} ${yearOf(date)}`;
