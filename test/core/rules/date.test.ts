import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type CivilDate, createLinter, type Finding, weekdayOf } from '../../../server/src/core';
import { addDays, dayNumber, fromDayNumber, monthNames, weekdayNames } from '../../../server/src/core/calendar/civil-date';
import { easter, holidayAt, holidayOn } from '../../../server/src/core/draft/dates/holidays';
import { readDates } from '../../../server/src/core/draft/dates/read-dates';
import type { Paragraph } from '../../../server/src/core/draft/draft';
import { sentencesOf } from '../../../server/src/core/draft/sentences';
import { dateRules } from '../../../server/src/core/rules/date';
import { ageOn } from '../../../server/src/core/rules/date/ages';
import { arithmetic } from '../../../server/src/core/rules/date/arithmetic';
import { style } from '../../../server/src/core/rules/date/style';
import { weekday } from '../../../server/src/core/rules/date/weekday';
import { numberRules } from '../../../server/src/core/rules/number';
import { spelledNumber } from '../../../server/src/core/text/spelled-number';
import { wordsOf } from '../../../server/src/core/text/words';
import { draftOf } from '../../check-text';
import { knowledge } from '../../knowledge';

type Form = (weekday: string, day: number, month: number, year: number) => string;
const short = ['Mon', 'Tues', 'Wed', 'Thurs', 'Fri', 'Sat', 'Sun'];
const ap = ['Jan.', 'Feb.', 'March', 'April', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];
const two = (n: number) => String(n).padStart(2, '0');
const th = (n: number) =>
  `${n}${n % 10 === 1 && n !== 11 ? 'st' : n % 10 === 2 && n !== 12 ? 'nd' : n % 10 === 3 && n !== 13 ? 'rd' : 'th'}`;
const shortOf = (w: string) => short[weekdayNames.indexOf(w as (typeof weekdayNames)[number])]!;

/** Every newsroom form of a weekday and a date with its year. */
const forms: readonly Form[] = [
  (w, d, m, y) => `The council met on ${w}, ${ap[m - 1]} ${d}, ${y}.`,
  (w, d, m, y) => `The council met ${w}, ${monthNames[m - 1]} ${d}, ${y}, at noon.`,
  (w, d, m, y) => `On ${w} ${d} ${monthNames[m - 1]} ${y} it met.`,
  (w, d, m, y) => `On ${w}, ${d} ${monthNames[m - 1]!.slice(0, 3)} ${y}, it met.`,
  (w, d, m, y) => `It met on ${d} ${monthNames[m - 1]} ${y} (${w}).`,
  (w, d, m, y) => `It met on ${monthNames[m - 1]} ${th(d)}, ${y}, a ${w}, in Bonn.`,
  (w, d, m, y) => `It met ${w} the ${th(d)} of ${monthNames[m - 1]}, ${y}.`,
  (w, d, m, y) => `It met on ${w}, ${y}-${two(m)}-${two(d)}.`,
  (w, d, m, y) => `It met ${shortOf(w)}., ${ap[m - 1]} ${d}, ${y}.`,
  (w, d, m, y) => `It met ${w.slice(0, 3)}, ${d} ${monthNames[m - 1]!.slice(0, 3)} ${y}`,
  (w, d, m, y) => `It met ${w} evening, ${ap[m - 1]} ${d}, ${y}.`,
  (w, d, m, y) => `It met ${w} (${ap[m - 1]} ${d}, ${y}).`,
  (w, d, m, y) => `It met at 7 p.m. ${w}, ${ap[m - 1]} ${d}, ${y}.`,
  (w, d, m, y) => (d > 12 ? `It met ${w} ${two(d)}/${two(m)}/${y}.` : `It met ${w} ${d} ${monthNames[m - 1]} ${y}.`),
  (w, d, m, y) => (d > 12 ? `It met ${w}, ${m}/${d}/${y}.` : `It met ${w} ${monthNames[m - 1]} ${d} ${y}.`),
];

const paragraphOf = (text: string, on: CivilDate): Paragraph => {
  const words = wordsOf(text);
  const sentences = sentencesOf(text);
  return {
    kind: 'prose',
    text,
    map: undefined as never,
    verbatim: [],
    links: [],
    words,
    sentences,
    quotes: [],
    mentions: [],
    dates: readDates(text, words, sentences, on),
  };
};
const judge = (text: string, on: CivilDate): number =>
  [...weekday.check(paragraphOf(text, on), { dateline: { on, from: 'flag' }, knowledge, options: undefined })].length;

describe('every weekday and date of 1900 to 2100', () => {
  const first = dayNumber('1900-01-01');
  const last = dayNumber('2100-12-31');
  const parts = (n: number) => {
    const date = fromDayNumber(n);
    return { date, y: Number(date.slice(0, 4)), m: Number(date.slice(5, 7)), d: Number(date.slice(8)), right: weekdayOf(date) };
  };

  it('is judged as the calendar says, each day in one of the forms', () => {
    const wrong: string[] = [];
    for (let n = first; n <= last; n++) {
      const { y, m, d, right } = parts(n);
      const form = forms[(n - first) % forms.length]!;
      const claimed = ((n - first) % 7) + 1;
      const text = form(weekdayNames[claimed - 1]!, d, m, y);
      if (judge(text, '2025-08-07') !== (claimed === right ? 0 : 1)) wrong.push(text);
      const truth = form(weekdayNames[right - 1]!, d, m, y);
      if (n % 5 === 0 && judge(truth, '2025-08-07') !== 0) wrong.push(truth);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('in every form', () => {
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), fc.integer({ min: 0, max: 6 }), fc.constantFrom(...forms), (n, claimed, form) => {
        const { y, m, d, right } = parts(n);
        expect(judge(form(weekdayNames[claimed]!, d, m, y), '2025-08-07')).toBe(claimed + 1 === right ? 0 : 1);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes the nearest year where none is written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: first + 400, max: last - 400 }),
        fc.integer({ min: -150, max: 150 }),
        fc.integer({ min: 0, max: 6 }),
        (n, away, claimed) => {
          const on = fromDayNumber(n);
          const date = addDays(on, away);
          const [m, d] = [Number(date.slice(5, 7)), Number(date.slice(8))];
          const found = judge(`The council of ${weekdayNames[claimed]}, ${ap[m - 1]} ${d}, agreed on it.`, on);
          if (claimed + 1 === weekdayOf(date)) expect(found).toBe(0);
          else if (date.slice(0, 4) === on.slice(0, 4)) expect(found).toBe(1);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('wherever the machine stands', () => {
    const texts = forms.map((f) => f('Monday', 14, 8, 2025));
    const zone = process.env.TZ;
    const wanted = texts.map((t) => judge(t, '2025-08-07'));
    for (const tz of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
      process.env.TZ = tz;
      expect(texts.map((t) => judge(t, '2025-08-07'))).toEqual(wanted);
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    vi.stubGlobal('Date', undefined);
    const without = texts.map((t) => judge(t, '2025-08-07'));
    vi.unstubAllGlobals();
    expect(without).toEqual(wanted);
  });
});

describe('the fixes', () => {
  const linter = createLinter([...dateRules, ...numberRules], {}, knowledge);
  const find = (text: string, asOf = '2025-08-07'): readonly Finding[] => linter.lint(draftOf(text, asOf)).findings;
  const titles = (text: string, asOf?: string) =>
    find(text, asOf)
      .find((f) => f.rule === 'date/weekday')
      ?.fixes.map((f) => f.title);

  it('offers weekday, day and year, the best first', () => {
    expect(titles('The council met on Monday, Aug. 12, 2025.')).toEqual([
      'Change "Monday" to "Tuesday"',
      'Change "12" to "11"',
      'Change "2025" to "2024"',
    ]);
    expect(titles('The council met on Tuesday, Jan. 6, 2025.', '2026-01-07')?.[0]).toBe('Change "2025" to "2026"');
    expect(titles('The council met THURS, Aug. 13, 2025.')?.[0]).toBe('Change "THURS" to "WED"');
  });

  it('never applies one by itself', () => {
    for (const f of find('The vote will be held on 22 May 2024, a Monday, or on Feb. 30.'))
      for (const fix of f.fixes) expect(fix.confidence).toBe('judgement');
  });

  it('drops a level where the draft has no date', () => {
    const undated = linter.lint(draftOf('The vote will be held on 22 May 2024.')).findings.filter((f) => f.rule === 'date/stale-event');
    expect(undated.map((f) => f.severity)).toEqual(['info']);
  });

  it('no string makes a rule throw', () => {
    const pieces = [
      'In his nine years in office (2011-2016)',
      'the 20th anniversary of the 2001 war',
      'Thursday, two days after Monday',
      '12 people, including 9 men and 6 women',
      'from 1 to 2, a rise of 3',
      'Feb. 30',
      'upcoming',
      'election',
      'the 2024',
      'will',
      'before or after',
      'August 12th',
      ',',
      '.',
      '“',
      '😀',
      'Trump’s',
      'first',
      'since',
      'Helsinki',
      'neutral',
      '30 years ago, in 1995',
    ];
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(fc.constantFrom(...pieces), { maxLength: 15 }).map((p) => p.join(' ')),
          fc.string({ unit: 'binary' }),
        ),
        (t) => {
          const verdict = linter.lint(draftOf(t, '2025-08-07'));
          expect(verdict.failures).toEqual([]);
          for (const f of verdict.findings) expect(f.span.start >= 0 && f.span.end <= t.length && f.span.start <= f.span.end).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('small sums', () => {
  it('ages change on the birthday', () => {
    expect(ageOn('1950-05-03', '2025-05-02')).toBe(74);
    expect(ageOn('1950-05-03', '2025-05-03')).toBe(75);
  });
  it('numbers in words', () => {
    expect(['12', 'twelve', 'Twenty-one', 'ninety', 'zero', 'once', 'twenty-ten'].map(spelledNumber)).toEqual([
      12,
      12,
      21,
      90,
      0,
      undefined,
      undefined,
    ]);
  });
  it('Easter', () => {
    // U.S. Census Bureau, "Easter Dates from 1600 to 2099"
    expect([1961, 2000, 2008, 2011, 2024, 2025, 2038].map(easter)).toEqual([
      '1961-04-02',
      '2000-04-23',
      '2008-03-23',
      '2011-04-24',
      '2024-03-31',
      '2025-04-20',
      '2038-04-25',
    ]);
  });
  it('holidays that move', () => {
    const on = (name: string, year: number) => holidayOn(holidayAt(name, 0)!.index, year);
    expect(on('Thanksgiving', 2025)).toBe('2025-11-27');
    expect(on('Memorial Day', 2025)).toBe('2025-05-26');
    expect(on('Labor Day', 2025)).toBe('2025-09-01');
    expect(on('Ramadan', 2025)).toBeUndefined();
  });
  it('an option turns the month forms round', () => {
    const full = createLinter([style], { 'date/style': { level: 'warning', options: { months: 'full' } } }, knowledge).lint(
      draftOf('It met on Aug. 12.', '2025-08-07'),
    );
    expect(full.findings.flatMap((f) => f.fixes.map((x) => x.title))).toEqual(['Change "Aug." to "August"']);
    expect(arithmetic.quotes).toBe('skip');
  });
});
