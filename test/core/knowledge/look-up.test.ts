import { describe, expect, it, test } from 'vitest';
import { emptyKnowledge } from '../../../server/src/core/knowledge/empty';
import { openKnowledge } from '../../../server/src/core/knowledge/open';
import { decoded, small } from './small';

const names = (people: readonly { readonly name: string }[]): string[] => people.map((p) => p.name);

test('the small world has no problems', () => expect(decoded.problems).toEqual([]));

describe('peopleNamed', () => {
  it.each([
    ['Donald Trump', ['Donald Trump']],
    ['DONALD  TRUMP', ['Donald Trump']],
    ['Donald Trump Jr.', ['Donald Trump Jr.']],
    ['Joseph R. Biden Jr.', ['Joe Biden']],
    ['Joseph Biden', ['Joe Biden']],
    ['George W. Bush', ['George W. Bush']],
    ['George H. W. Bush', ['George H.W. Bush']],
    ['George Bush', ['George H.W. Bush', 'George W. Bush']],
    ['Xi Jinping', ['Xi Jinping']],
    ['Gerd Mueller', ['Gerd Müller']],
    ['Gerd Muller', ['Gerd Müller']],
    ['Robert Mueller', ['Robert Mueller']],
    ['Moulaye M’Bareck', ["Moulaye M'Bareck"]],
    ['Moulaye MBareck', ["Moulaye M'Bareck"]],
    ['Charles III', ['Charles III']],
    ['Trump', []],
    ['', []],
  ])('%s', (name, found) => expect(names(small.peopleNamed(name))).toEqual(found));
});

describe('surnames', () => {
  it.each([
    ['Zelenskyy', ['Volodymyr Zelenskyy']],
    ['Zelensky', ['Volodymyr Zelenskyy']],
    ['Xi', ['Xi Jinping']],
    ['Jinping', []],
    ['von der Leyen', ['Ursula von der Leyen']],
    ['Leyen', ['Ursula von der Leyen']],
    ['Bush', ['George H.W. Bush', 'George W. Bush']],
    ['III', []],
  ])('%s', (surname, found) => expect(names(small.peopleSurnamed(surname))).toEqual(found));

  it('are none for those who have none', () => expect(small.person('charles-iii')?.surname).toBe(''));
});

describe('titles and bodies', () => {
  it('finds offices by any of their titles', () => {
    expect(small.officesTitled('Secretary of the Treasury').map((o) => o.id)).toEqual(['united-states/treasury-secretary']);
    expect(small.officesTitled('Pres').map((o) => o.id)).toEqual(['china/president', 'ukraine/president', 'united-states/president']);
    expect(small.officesTitled('Archduke')).toEqual([]);
  });
  it('lists title forms by their first word', () => {
    expect(small.titlesFrom('Secretary')).toEqual(['secretary of the treasury']);
    expect(small.titlesFrom('pres')).toEqual(['pres.']);
    expect(small.titlesFrom('Pres.')).toEqual(['pres.']);
  });
  it('finds bodies by name, variant, earlier name and adjective', () => {
    const ids = (bodies: readonly { readonly id: string }[]): string[] => bodies.map((b) => b.id);
    expect(ids(small.bodiesNamed('US'))).toEqual(['united-states']);
    expect(ids(small.bodiesNamed('Kiev'))).toEqual(['kyiv']);
    expect(ids(small.bodiesNamed('Georgia'))).toEqual(['georgia', 'georgia-u-s-state']);
    expect(ids(small.bodiesNamed('North Atlantic Treaty Organization'))).toEqual(['nato']);
    expect(ids(small.bodiesByAdjective('american'))).toEqual(['united-states']);
    expect(small.bodyFormsFrom('united')).toEqual(['united kingdom', 'united states']);
    expect(small.bodyFormsFrom('U.S.')).toEqual(['u.s.']);
    expect(small.body('opec-plus')?.name).toBe('OPEC+');
    expect(small.body('kyiv')).toMatchObject({ in: 'ukraine', was: [{ name: 'Kiev', until: '1995-10-14' }] });
    expect(small.bodiesWithWord('Atlantic').map((b) => b.id)).toEqual(['nato']);
  });
  it('finds wrong forms', () => {
    expect(small.miswritten('Ursula van der Leyen').map((p) => p.id)).toEqual(['ursula-von-der-leyen']);
    expect(small.wrongFormsFrom('Ursula')).toEqual(['ursula van der leyen']);
  });
});

describe('objects', () => {
  it('are one for the life of the knowledge', () => {
    const trump = small.person('donald-trump')!;
    expect(small.peopleNamed('Donald Trump')[0]).toBe(trump);
    expect(trump.tenures[0]!.person).toBe(trump);
    const office = small.office('united-states/president')!;
    expect(trump.tenures[0]!.office).toBe(office);
    expect(small.tenuresOf(office)).toContain(trump.tenures[1]);
    expect(office.of).toBe(small.body('united-states'));
  });
  it('bear what was written', () => {
    expect(small.person('scott-bessent')!.tenures[0]).toMatchObject({
      from: '2025-01-28',
      acting: false,
      source: 'treasury.gov',
      verified: '2026-01-31',
    });
    expect(small.person('scott-bessent')!.tenures[0]).not.toHaveProperty('until');
    expect(small.events).toMatchObject([{ on: '2024-11-05', of: 'united-states', people: ['donald-trump', 'Somebody Else'] }]);
    expect(small.counts).toEqual({ people: 16, offices: 5, tenures: 12, places: 7, organisations: 3, events: 1 });
    expect(small.verified).toBe('2026-01-31');
  });
  it('are found by word', () => {
    expect(small.peopleWithWord('george').map((p) => p.id)).toEqual(['george-h-w-bush', 'george-w-bush']);
    expect([small.isNameWord('Zelenskyy'), small.isNameWord('Mueller'), small.isNameWord('der'), small.isNameWord('Ukraine')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

test('empty knowledge knows nothing', () => {
  expect(emptyKnowledge.peopleNamed('Donald Trump')).toEqual([]);
  expect(emptyKnowledge.nearWords('Trump', 2)).toEqual([]);
  expect(emptyKnowledge.events).toEqual([]);
});

test('bytes that are no index are refused with words', () => {
  for (const bytes of [new Uint8Array(0), new Uint8Array(64), new TextEncoder().encode('{"people": {}}'.repeat(40))])
    expect(() => openKnowledge(bytes)).toThrow(/not a knowledge index/);
});
