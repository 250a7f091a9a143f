import { describe, expect, it, test } from 'vitest';
import { decodeKnowledge } from '../../../server/src/core/knowledge/decode/decode';
import { compileKnowledge } from '../../../server/src/core/knowledge/index/compile';
import { joinKnowledge } from '../../../server/src/core/knowledge/join';
import type { Knowledge } from '../../../server/src/core/knowledge/knowledge';
import { openKnowledge } from '../../../server/src/core/knowledge/open';
import { small } from './small';

const withDesk = (value: unknown, base: Knowledge = small): Knowledge =>
  joinKnowledge(base, openKnowledge(compileKnowledge(decodeKnowledge(value, base).value)));

test('nothing joined is the base', () => expect(joinKnowledge(small)).toBe(small));

describe('people', () => {
  it('take another preferred spelling, in three ways', () => {
    for (const people of [
      { 'Volodymyr Zelenskyy': { prefer: 'Volodymyr Zelensky' } },
      { 'Volodymyr Zelensky': {} },
      { 'Volodymyr Zelenskyy': { prefer: 'Volodymyr Zelensky', also: ['V. Zelensky'] } },
    ]) {
      const joined = withDesk({ people });
      const person = joined.person('volodymyr-zelenskyy')!;
      expect(person).toMatchObject({ name: 'Volodymyr Zelensky', surname: 'Zelensky', born: '1978-01-25' });
      expect(person.also).toContain('Volodymyr Zelenskyy');
      expect(person.also).not.toContain('Volodymyr Zelensky');
      expect(joined.peopleNamed('Volodymyr Zelensky')).toEqual([person]);
      expect(joined.peopleNamed('Volodymyr Zelenskyy')[0]).toBe(person);
      expect(person.tenures[0]!.person).toBe(person);
      expect(joined.tenuresOf(joined.office('ukraine/president')!).at(-1)!.person).toBe(person);
      expect(joined.counts.people).toBe(small.counts.people);
    }
  });
  it('add up', () => {
    const joined = withDesk({
      people: { 'Donald Trump': { also: ['The Donald'], wrong: ['Donald Tramp'] }, 'Ann Example': { role: 'mayor of the town' } },
    });
    expect(joined.peopleNamed('the donald').map((p) => p.id)).toEqual(['donald-trump']);
    expect(joined.miswritten('Donald Tramp').map((p) => p.id)).toEqual(['donald-trump']);
    expect(joined.person('donald-trump')!.tenures).toHaveLength(2);
    expect(joined.peopleNamed('Ann Example')[0]!.role).toBe('mayor of the town');
    expect(joined.isNameWord('Example')).toBe(true);
    expect(joined.nearWords('Examplle', 1).map((n) => n.form)).toEqual(['Example']);
    expect(joined.nearWords('Trumpp', 1).map((n) => n.form)).toEqual(['Trump']);
  });
});

describe('offices', () => {
  it('get rows: an open row ends where its one seat is filled, another row of the person takes the place of one that it overlaps', () => {
    const joined = withDesk({
      offices: {
        Ukraine: { offices: { president: { tenures: [{ 'Ann Example': '2026-06-01..' }] } } },
        'United States': { offices: { president: { tenures: [{ 'Joe Biden': '2021-01-20..2025-01-19' }] } } },
      },
    });
    const rows = (id: string) => joined.tenuresOf(joined.office(id)!).map((t) => `${t.person.name} ${t.from}..${t.until ?? ''}`);
    expect(rows('ukraine/president').slice(-2)).toEqual(['Volodymyr Zelenskyy 2019-05-20..2026-06-01', 'Ann Example 2026-06-01..']);
    expect(rows('united-states/president')).toEqual([
      'George H.W. Bush 1989-01-20..1993-01-20',
      'George W. Bush 2001-01-20..2009-01-20',
      'Donald Trump 2017-01-20..2021-01-20',
      'Joe Biden 2021-01-20..2025-01-19',
      'Donald Trump 2025-01-20..',
    ]);
    expect(joined.person('joe-biden')!.tenures).toHaveLength(1);
    expect(joined.person('ann-example')!.tenures[0]!.office).toBe(joined.office('ukraine/president'));
    expect(small.person('joe-biden')!.tenures[0]!.until).toBe('2025-01-20');
  });
  it('come new, of new bodies, with titles of their own', () => {
    const joined = withDesk({
      places: { Smallville: { in: 'United States', kind: 'city', adjectives: ['Smallviller'] } },
      offices: [
        {
          of: 'Smallville',
          familyNameFirst: true,
          offices: { mayor: { kind: 'president', titles: ['Mayor', 'Town Boss'], tenures: [{ 'Kent Clark': '2020-01-01..' }] } },
        },
      ],
    });
    expect(joined.officesTitled('Town Boss').map((o) => o.of.name)).toEqual(['Smallville']);
    expect(joined.peopleSurnamed('Kent').map((p) => p.name)).toEqual(['Kent Clark']);
    expect(joined.titlesFrom('town')).toEqual(['town boss']);
    expect(joined.bodiesByAdjective('Smallviller')[0]).toBe(joined.body('smallville'));
    expect(joined.bodyFormsFrom('united')).toEqual(['united kingdom', 'united states']);
  });
  it('keep titles unless the later row gives some', () => {
    const plain = withDesk({ offices: { 'United States': { offices: { 'treasury-secretary': { kind: 'secretary', tenures: [] } } } } });
    expect(plain.office('united-states/treasury-secretary')!.titles[0]).toBe('Treasury Secretary');
    const own = withDesk({ offices: { Ukraine: { offices: { president: { titles: ['Head of State'] } } } } });
    expect(own.office('ukraine/president')!.titles).toEqual(['Head of State']);
  });
});

test('packs lie on one another, and a joined knowledge can be joined again', () => {
  const once = withDesk({ people: { 'Ann Example': { role: 'first' } }, places: { Ukraine: { also: ['The Ukraine'] } } });
  const twice = withDesk({ people: { 'Ann Example': { role: 'second', also: ['A. Example'] } } }, once);
  expect(twice.person('ann-example')).toMatchObject({ role: 'second', also: ['A. Example'] });
  expect(twice.bodiesNamed('the ukraine').map((b) => b.id)).toEqual(['ukraine']);
  expect(twice.body('ukraine')!.adjectives).toEqual(['Ukrainian']);
  expect(twice.counts.people).toBe(small.counts.people + 1);
});
