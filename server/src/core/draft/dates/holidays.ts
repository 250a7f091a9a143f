import { addDays, type CivilDate, civilDate, daysInMonth, type Weekday, weekdayOf } from '../../calendar/civil-date';
import { lettered } from '../../text/letters';

interface Holiday {
  readonly names: string;
  /** The day in that year; missing where the name moves with a calendar that we do not compute, or differs from country to country. */
  on?(year: number): CivilDate | undefined;
}

const fixed = (month: number, day: number) => (year: number) => civilDate(year, month, day);
/** The nth such weekday of a month; -1 is the last. */
const nth = (n: number, weekday: Weekday, month: number) => (year: number) => {
  const edge = civilDate(year, month, n > 0 ? 1 : daysInMonth(year, month));
  if (!edge) return undefined;
  return n > 0 ? addDays(edge, ((weekday - weekdayOf(edge) + 7) % 7) + 7 * (n - 1)) : addDays(edge, -((weekdayOf(edge) - weekday + 7) % 7));
};
const easterPlus = (days: number) => (year: number) => addDays(easter(year), days);

/** Western Easter Sunday. Algorithm: Meeus, Jones and Butcher ("Astronomical Algorithms", ch. 8), Gregorian years. */
export function easter(year: number): CivilDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return civilDate(year, Math.floor(n / 31), (n % 31) + 1) ?? `${year}-04-01`;
}

/** Longer names first: the first that fits is taken. */
const holidays: readonly Holiday[] = [
  { names: 'Christmas Eve', on: fixed(12, 24) },
  { names: 'Christmas Day|Christmas|Xmas', on: fixed(12, 25) },
  { names: 'Boxing Day', on: fixed(12, 26) },
  { names: "New Year['’]s Eve", on: fixed(12, 31) },
  { names: "New Year['’]s Day|New Year['’]s", on: fixed(1, 1) },
  { names: 'Thanksgiving Day|Thanksgiving', on: nth(4, 4, 11) },
  { names: 'Black Friday', on: (year) => addDays(nth(4, 4, 11)(year)!, 1) },
  { names: 'Cyber Monday', on: (year) => addDays(nth(4, 4, 11)(year)!, 4) },
  { names: 'Giving Tuesday', on: (year) => addDays(nth(4, 4, 11)(year)!, 5) },
  { names: 'Ash Wednesday', on: easterPlus(-46) },
  { names: 'Palm Sunday', on: easterPlus(-7) },
  { names: 'Good Friday', on: easterPlus(-2) },
  { names: 'Easter Monday', on: easterPlus(1) },
  { names: 'Easter Sunday|Easter', on: easterPlus(0) },
  { names: 'Pentecost|Whit Sunday', on: easterPlus(49) },
  { names: 'Halloween', on: fixed(10, 31) },
  { names: "Valentine['’]s Day", on: fixed(2, 14) },
  { names: 'Labor Day', on: nth(1, 1, 9) },
  { names: 'Memorial Day', on: nth(-1, 1, 5) },
  { names: "Veterans['’]? Day", on: fixed(11, 11) },
  { names: 'Columbus Day', on: nth(2, 1, 10) },
  { names: 'Bastille Day', on: fixed(7, 14) },
  { names: 'Remembrance Sunday', on: nth(2, 7, 11) },
  {
    names:
      'Labour Day|Independence Day|Election Day|Super Tuesday|Bloody Sunday|Remembrance Day|Lunar New Year|Rosh Hashanah|Yom Kippur|Passover|Hanukkah|Ramadan|Diwali',
  },
];

const holiday = lettered(() => new RegExp(`(?:${holidays.map((h) => `(${h.names})`).join('|')})(?![\\p{L}\\p{N}])`, 'uy'));

/** The holiday whose name begins at this offset: where the name ends, and which it is. */
export function holidayAt(text: string, start: number): { readonly end: number; readonly index: number } | undefined {
  const pattern = holiday(text);
  pattern.lastIndex = start;
  const m = pattern.exec(text);
  if (!m) return undefined;
  for (let index = 0; index < holidays.length; index++) if (m[index + 1] !== undefined) return { end: start + m[0].length, index };
  return undefined;
}

export const holidayOn = (index: number, year: number): CivilDate | undefined =>
  year >= 1583 && year <= 9999 ? holidays[index]?.on?.(year) : undefined;
