import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  civilDate,
  dayNumber,
  daysBetween,
  fromDayNumber,
  parseCivilDate,
  weekdayOf,
} from '../../../server/src/core/calendar/civil-date';

describe('civil dates', () => {
  it.each([
    ['2025-08-07', 4],
    ['2000-02-29', 2],
    ['1970-01-01', 4],
    ['1900-01-01', 1],
    ['2100-12-31', 5],
  ] as const)('%s is weekday %i', (day, weekday) => expect(weekdayOf(day)).toBe(weekday));

  it.each(['2025-02-30', '2025-02-29', '2100-02-29', '2025-13-01', '2025-00-10', '0000-01-01', '2025-8-7', 'tomorrow', ''])(
    '%s is no day',
    (text) => expect(parseCivilDate(text)).toBeUndefined(),
  );

  it('day numbers and dates are each other’s inverse, and weekdays follow one another', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719162, max: 2932895 }), (n) => {
        const day = fromDayNumber(n);
        expect(dayNumber(day)).toBe(n);
        expect(weekdayOf(addDays(day, 1))).toBe((weekdayOf(day) % 7) + 1);
        expect(daysBetween(day, addDays(day, 1))).toBe(1);
      }),
    );
  });

  it('agrees with the platform’s calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), (y, m, d) => {
        const real = new Date(0);
        real.setUTCFullYear(y, m - 1, d);
        const exists = real.getUTCMonth() === m - 1;
        expect(civilDate(y, m, d) !== undefined).toBe(exists);
        if (exists) expect(weekdayOf(civilDate(y, m, d)!) % 7).toBe(real.getUTCDay());
      }),
    );
  });

  it('a month on stays inside the month', () => {
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2025-03-15', -3)).toBe('2024-12-15');
  });
});
