import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeDocuments } from '../../../server/src/core/knowledge/decode/decode';
import { compileKnowledge } from '../../../server/src/core/knowledge/index/compile';
import { openKnowledge } from '../../../server/src/core/knowledge/open';
import { decoded } from './small';
import { expectWhole } from './whole';

test('the small world comes back whole', () => expectWhole(openKnowledge(compileKnowledge(decoded.value)), decoded.value));

test('the same entries give the same bytes, whatever the order of documents, and bytes may stand anywhere in a buffer', () => {
  const bytes = compileKnowledge(decoded.value);
  expect(compileKnowledge(decoded.value)).toEqual(bytes);
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  expectWhole(openKnowledge(shifted.subarray(1)), decoded.value);
});

const word = fc.oneof(
  fc.constantFrom('Ann', 'de', 'von', 'Müller', 'Łódź', '李', '明', "O'Neil", 'J.', 'Jr.', 'III', '𝒜da', 'Jean-Luc'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
);
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const row = fc.tuple(day, fc.option(day), fc.boolean()).map(([a, b, acting]) => {
  const [from, until] = b === null ? [a, ''] : [a, b].sort();
  return `${from}..${until}${acting ? ' acting' : ''}`;
});
const person = fc.record(
  {
    also: fc.array(name, { maxLength: 3 }),
    wrong: fc.array(name, { maxLength: 1 }),
    born: day,
    role: name,
    surname: name,
    familyNameFirst: fc.boolean(),
  },
  { requiredKeys: [] },
);
const world = fc.record({
  people: fc.dictionary(name, person, { maxKeys: 6 }),
  places: fc.dictionary(
    name,
    fc.record(
      {
        also: fc.array(name, { maxLength: 2 }),
        adjectives: fc.array(name, { maxLength: 2 }),
        kind: name,
        was: fc.dictionary(name, day, { maxKeys: 2 }),
      },
      { requiredKeys: [] },
    ),
    { maxKeys: 4 },
  ),
  offices: fc.dictionary(
    name,
    fc.record({
      offices: fc.dictionary(
        name,
        fc.record({
          kind: fc.constant('k'),
          titles: fc.array(name, { maxLength: 2 }),
          tenures: fc.array(fc.dictionary(name, row, { maxKeys: 2 }), { maxLength: 4 }),
        }),
        { maxKeys: 2 },
      ),
    }),
    { maxKeys: 3 },
  ),
  events: fc.dictionary(name, fc.record({ name, on: day, kind: name }), { maxKeys: 2 }),
  kinds: fc.constant({ k: { titles: ['Keeper'], rank: 3 } }),
});

test('any world comes back whole', () => {
  fc.assert(
    fc.property(world, (value) => {
      const { value: entries } = decodeDocuments([{ source: '', value }], { verified: '2026-01-31' });
      expectWhole(openKnowledge(compileKnowledge(entries)), entries);
    }),
    { numRuns: 200 },
  );
});
