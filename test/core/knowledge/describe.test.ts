import { describe, expect, it } from 'vitest';
import { describeTenure, describeTenures, judgeTenure } from '../../../server/src/core/knowledge/describe';
import { opened, small } from './small';

const person = (id: string) => small.person(id)!;
const president = small.office('united-states/president')!;

describe('evidence', () => {
  it('names every term, and the verified day where one is open', () => {
    expect(describeTenures(person('donald-trump'))).toBe(
      'Donald Trump: President of the United States, 20 January 2017 – 20 January 2021, and since 20 January 2025 (verified to 31 January 2026)',
    );
    expect(describeTenures(person('joe-biden'))).toBe('Joe Biden: President of the United States, 20 January 2021 – 20 January 2025');
    expect(describeTenures(person('oleksandr-turchynov'))).toBe(
      'Oleksandr Turchynov: acting President of Ukraine, 23 February 2014 – 7 June 2014',
    );
    expect(describeTenure(person('scott-bessent').tenures[0]!)).toBe(
      'Treasury Secretary of the United States, since 28 January 2025 (verified to 31 January 2026)',
    );
  });
  it('falls back on the role, and on the name', () => {
    const knowledge = opened({ people: { 'Steve Witkoff': { role: 'U.S. special envoy' }, 'Ann Example': {} } });
    expect(describeTenures(knowledge.person('steve-witkoff')!)).toBe('Steve Witkoff: U.S. special envoy');
    expect(describeTenures(knowledge.person('ann-example')!)).toBe('Ann Example');
  });
  it('shows of many offices the four nearest to the day', () => {
    const kinds = Object.fromEntries([...'abcdef'].map((k) => [k, { titles: [k.toUpperCase()] }]));
    const offices = Object.fromEntries([...'abcdef'].map((k, i) => [k, { tenures: [{ 'Ann Example': `200${i}-01-01..200${i}-12-31` }] }]));
    const ann = opened({ kinds }, { places: { Ukraine: {} } }, { of: 'Ukraine', verified: '2026-01-31', offices }).person('ann-example')!;
    expect(describeTenures(ann, '2000-06-01').match(/[A-F] of/g)).toEqual(['A of', 'B of', 'C of', 'D of']);
    expect(describeTenures(ann).match(/[A-F] of/g)).toEqual(['C of', 'D of', 'E of', 'F of']);
  });
});

describe('judgeTenure', () => {
  it.each([
    ['donald-trump', '2025-08-07', 'in office'],
    ['donald-trump', '2021-01-20', 'in office'],
    ['joe-biden', '2021-01-20', 'in office'],
    ['donald-trump', '2021-01-21', 'former'],
    ['donald-trump', '2016-12-31', 'future'],
    ['joe-biden', '2025-01-21', 'former'],
    ['scott-bessent', '2025-08-07', 'never'],
    ['robert-mueller', '2025-08-07', 'unknown'],
    ['donald-trump', '1980-01-01', 'unknown'],
    ['scott-bessent', '1980-01-01', 'unknown'],
  ] as const)('%s as president on %s: %s', (id, day, verdict) =>
    expect(judgeTenure(person(id), [president], day, small).verdict).toBe(verdict),
  );
  it('tells interims apart', () => {
    const { verdict, tenures } = judgeTenure(person('oleksandr-turchynov'), small.officesTitled('President'), '2014-03-01');
    expect([verdict, tenures.length]).toEqual(['acting', 1]);
  });
});
