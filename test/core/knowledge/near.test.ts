import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { nearest } from '../../../server/src/core/knowledge/names/distance';
import { nameKey } from '../../../server/src/core/knowledge/names/name-forms';
import { distance } from '../../../server/src/core/knowledge/names/near';
import { opened, small } from './small';

/** The whole table, as the textbook has it. */
function plainDistance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
    }
  }
  return d[a.length]![b.length]!;
}

describe('distance', () => {
  it.each([
    ['zelensky', 'zelenskyy', 1],
    ['macorn', 'macron', 1],
    ['merkle', 'merkel', 1],
    ['ca', 'abc', 3],
    ['', 'ab', 2],
    ['trump', 'trump', 0],
    ['trump', 'biden', 4],
  ])('%s – %s', (a, b, d) => expect(distance(a, b, 3)).toBe(d));

  const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 12 });
  it('is the plain table, cut off', () => {
    fc.assert(
      fc.property(
        short,
        short,
        fc.integer({ min: 0, max: 4 }),
        (a, b, most) => distance(a, b, most) === Math.min(most + 1, plainDistance(a, b)),
      ),
      { numRuns: 3000 },
    );
  });
});

describe('nearWords', () => {
  it('finds people, variants and bodies, nearest first', () => {
    expect(small.nearWords('Zelenzky', 2).map((n) => n.form)).toEqual(['Zelensky', 'Zelenskyy']);
    expect(small.nearWords('Ukriane', 1)).toEqual([{ entry: 'ukraine', form: 'Ukraine', distance: 1 }]);
    expect(small.nearWords('Muler', 2).map((n) => n.form)).toEqual(['Müller', 'Mueller']);
    expect(small.nearWords('Archduke', 2)).toEqual([]);
  });

  it('equals a scan over all words', () => {
    const letter = fc.constantFrom(...'abcdeé');
    const name = fc.string({ unit: letter, minLength: 2, maxLength: 12 }).map((w) => w[0]!.toUpperCase() + w.slice(1));
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { maxLength: 30 }),
        fc.string({ unit: letter, minLength: 1, maxLength: 12 }),
        fc.constantFrom(1 as const, 2 as const),
        (names, word, most) => {
          const knowledge = opened({ people: Object.fromEntries(names.map((n) => [n, {}])) });
          const found = knowledge.nearWords(word, most);
          const words = new Set(names.map(nameKey));
          const expected = [...words].map((w) => ({ w, d: plainDistance(nameKey(word), w) })).filter(({ d }) => d <= most);
          expect(found.map((f) => ({ w: f.entry, d: f.distance })).sort((a, b) => (a.w < b.w ? -1 : 1))).toEqual(
            expected.sort((a, b) => (a.w < b.w ? -1 : 1)),
          );
          expect(found.map((f) => f.distance)).toEqual(found.map((f) => f.distance).sort());
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('nearest is shy', () => {
  expect(nearest('poeple', ['people', 'places'])).toBe('people');
  expect(nearest('x', ['people', 'places'])).toBeUndefined();
});
