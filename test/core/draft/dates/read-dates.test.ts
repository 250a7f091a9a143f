import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { CivilDate } from '../../../../server/src/core';
import { readDates } from '../../../../server/src/core/draft/dates/read-dates';
import { sentencesOf } from '../../../../server/src/core/draft/sentences';
import { wordsOf } from '../../../../server/src/core/text/words';

const on: CivilDate = '2025-08-07';
const read = (text: string, day: CivilDate = on) => readDates(text, wordsOf(text), sentencesOf(text), day);
const shown = (text: string, day?: CivilDate) => read(text, day).map((m) => `${text.slice(m.span.start, m.span.end)} = ${m.value ?? '?'}`);

/** Text, and what is read in it on Thursday, 7 August 2025. */
const table: readonly (readonly [string, ...string[]])[] = [
  ['The council met Thursday, Aug. 7.', 'Thursday, Aug. 7 = 2025-08-07'],
  ['The council met on 7 August 2025 (Thursday).', '7 August 2025 (Thursday) = 2025-08-07'],
  ['The council met Thurs 7 Aug.', 'Thurs 7 Aug = 2025-08-07'],
  ['The council met on Thursday the 7th.', 'Thursday the 7th = 2025-08-07'],
  ['The council met on the 7th.', 'the 7th = 2025-08-07'],
  ['The council met on the 17th of July.', 'the 17th of July = 2025-07-17'],
  ['The council met on March 8, 2026, a Sunday.', 'March 8, 2026, a Sunday = 2026-03-08'],
  ['The council met 2025-08-07.', '2025-08-07 = 2025-08-07'],
  [
    'The council met 31/10/2014 and 10/31/2014 and 31.10.2014.',
    '31/10/2014 = 2014-10-31',
    '10/31/2014 = 2014-10-31',
    '31.10.2014 = 2014-10-31',
  ],
  ['The council met 3/4/2025.', '3/4/2025 = ?'],
  ['The council met Friday, 4/3/2026.', 'Friday, 4/3/2026 = 2026-04-03'],
  ['The fair ran April 27-28.', 'April 27 = 2025-04-27', '28 = 2025-04-28'],
  ['The fair ran 27–28 April 2024.', '27 = 2024-04-27', '28 April 2024 = 2024-04-28'],
  ['The fair runs between August 12th and 16th.', 'August 12th = 2025-08-12', '16th = 2025-08-16'],
  ['The fair will run from Monday to Wednesday.', 'Monday = 2025-08-11', 'Wednesday = 2025-08-13'],
  ['The night of Thursday, July 31-Friday, Aug. 1.', 'Thursday, July 31 = 2025-07-31', 'Friday, Aug. 1 = 2025-08-01'],
  ['They met on Tuesday and will meet again on Tuesday.', 'Tuesday = 2025-08-05', 'Tuesday = 2025-08-12'],
  ['The talks are next week.', 'next week = 2025-W33'],
  ['He resigned earlier this month.', 'earlier this month = 2025-08'],
  ['He resigned last year and last May.', 'last year = 2024', 'last May = 2025-05'],
  ['He resigned two years ago and 10 days ago.', 'two years ago = 2023', '10 days ago = 2025-07-28'],
  ['He was hurt on July 1. Two days later he died.', 'July 1 = 2025-07-01', 'Two days later = 2025-07-03'],
  [
    'He left yesterday, the day before yesterday or tomorrow.',
    'yesterday = 2025-08-06',
    'the day before yesterday = 2025-08-05',
    'tomorrow = 2025-08-08',
  ],
  ['In the 1990s and the ’80s.', 'the 1990s = 199', '80s = 198'],
  ['Sales fell in the third quarter of 2024 and in Q1 2025.', 'the third quarter of 2024 = 2024-Q3', 'Q1 2025 = 2025-Q1'],
  ['It opened in the summer of 2018.', 'the summer of 2018 = 2018-SU'],
  [
    'It opened at Christmas 2024, on New Year’s Day and last Thanksgiving.',
    'Christmas 2024 = 2024-12-25',
    'New Year’s Day = 2025-01-01',
    'last Thanksgiving = 2024-11-28',
  ],
  ['It opened on Good Friday 2024.', 'Good Friday 2024 = 2024-03-29'],
  ['It opened at 3 p.m. on Tuesday.', '3 p.m. on Tuesday = 2025-08-05T15:00'],
  ['It opened Wednesday evening.', 'Wednesday evening = 2025-08-06TEV'],
  ['It opened this morning, and last night.', 'this morning = 2025-08-07TMO', 'last night = 2025-08-06TNI'],
  ['It opened at noon Thursday.', 'noon Thursday = 2025-08-07T12:00'],
  ['It opened at 1530 GMT.', '1530 GMT = 2025-08-07T15:30'],
  ['It opened in October this year.', 'October this year = 2025-10'],
  ['It opened in mid-November and will close in May.', 'mid-November = 2024-11', 'May = 2026-05'],
  ['The expedition of 1957-58 ended the 19th century.', '1957 = 1957', '58 = 1958', 'the 19th century = 18'],
  ['A year earlier than July 3, 2020.', 'A year earlier = ?', 'July 3, 2020 = 2020-07-03'],
  ['It is now open, but will soon close.', 'now = ?', 'soon = ?'],
];

describe('time expressions', () => {
  for (const [text, ...wanted] of table) it(text, () => expect(shown(text)).toEqual(wanted));

  it('takes a missing year from nearness and tense', () => {
    expect(shown('The fair was held on Dec. 20.', '2026-01-10')).toEqual(['Dec. 20 = 2025-12-20']);
    expect(shown('The fair will be held on Jan. 20.', '2025-12-20')).toEqual(['Jan. 20 = 2026-01-20']);
    expect(shown('The index set a record on Aug. 6.', '1998-02-06')).toEqual(['Aug. 6 = 1997-08-06']);
  });
});

describe('what is no date', () => {
  const silent = [
    'He may march on after the fall of Kabul, a second before the sun sat on the sea.',
    'They won 3-2, 21-14 and 6/4.',
    'Call 555-1234 or +1 202-555-0123.',
    'Version 10.4.2025.1 and 2.0 cost $1999 and £2025.',
    'Open 24/7, all 365 of 1,500 shops.',
    'In year 0 and year 99999.',
    'Theresa May and April Jones met June Carter and Jan Smith.',
    'The Sunday Times, the Saturday Night Live crew and Sheffield Wednesday.',
    'Every Monday and on Tuesdays.',
    'He waited three months and two hours.',
    'On 12 Ramadan 1446 and 3 Muharram.',
    'About 2000 people walked 1500 meters.',
  ];
  for (const text of silent)
    it(text, () => expect(read(text).filter((m) => m.value !== undefined || m.parts.day !== undefined)).toEqual([]));
});

describe('laws', () => {
  const pieces = [
    'Aug. 7',
    '2025',
    'Thursday',
    ',',
    '(',
    ')',
    'the',
    '12th',
    'of',
    'last',
    'next',
    'year',
    'May',
    '-',
    '–',
    '/',
    ':',
    '.',
    '3',
    'p.m.',
    'to',
    'and',
    'ago',
    'two',
    'days',
    '’90s',
    'Christmas',
    '😀',
    '\ud800',
    '30',
    'February',
    'a',
    "'s",
    'earlier',
    '99999999999',
    'before',
    'day',
    'quarter',
    'third',
    'will',
    '2025-02-30',
  ];
  const text = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).chain((p) => fc.constantFrom(p.join(' '), p.join(''))),
    fc.string({ unit: 'binary' }),
  );
  const day = fc.constantFrom<CivilDate>('2025-08-07', '0001-01-01', '9999-12-31', '2024-02-29');

  it('never throws; mentions are in order, apart and in bounds', () => {
    fc.assert(
      fc.property(text, day, (t, d) => {
        let end = 0;
        for (const m of read(t, d)) {
          expect(m.span.start).toBeGreaterThanOrEqual(end);
          expect(m.span.end).toBeGreaterThan(m.span.start);
          expect(m.span.end).toBeLessThanOrEqual(t.length);
          if (m.from && m.until) expect(m.from <= m.until).toBe(true);
          end = m.span.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('asks no clock and no time zone', () => {
    const all = () => table.map(([t]) => shown(t));
    const zone = process.env.TZ;
    const wanted = all();
    for (const tz of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
      process.env.TZ = tz;
      expect(all()).toEqual(wanted);
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    vi.stubGlobal('Date', undefined);
    const without = all();
    vi.unstubAllGlobals();
    expect(without).toEqual(wanted);
  });

  it('takes time in proportion to the text', () => {
    const time = (n: number) => {
      const t = 'the third day of last year to May 7-8 and '.repeat(n);
      const words = wordsOf(t);
      const started = process.cpuUsage().user;
      readDates(t, words, [{ start: 0, end: t.length }], on);
      return process.cpuUsage().user - started;
    };
    time(500);
    expect(time(4000)).toBeLessThan(3_000_000);
  });
});
