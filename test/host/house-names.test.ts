import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/core';
import type { Files } from '../../server/src/host/files';
import { packs } from '../../server/src/host/packs';
import { createPencil } from '../../server/src/host/pencil';
import { knowledge } from '../knowledge';

/** What name/variant says of a text under configs at the root of a disk that is none. */
function told(text: string, config: unknown, more: Readonly<Record<string, unknown>> = {}, path = '/desk/draft.txt'): string[] {
  const held = new Map(Object.entries({ '/desk/.blue-pencil.json': config, ...more }).map(([p, c]) => [p, JSON.stringify(c)]));
  const files: Files = { exists: (p) => held.has(p), read: (p) => held.get(p)!, real: (p) => p, list: () => [] };
  const pencil = createPencil(knowledge, rules, packs, { today: '2025-08-07', groups: ['name', 'desk'] }, '/desk', files);
  const { findings, failures } = pencil.check(pencil.read(text, 'plaintext', path));
  expect(failures).toEqual([]);
  expect(pencil.problems()).toEqual([]);
  return findings.filter((f) => f.rule === 'name/variant').map((f) => f.message.replace(/\. \w.*$/, ''));
}

const text = 'Volodymyr Zelenskyy spoke in Kyiv of Hezbollah and the U.S. economy.';
const writes = (was: string, of: string, form: string): string => `"${was}": the house${of} writes "${form}"`;

describe('what a config says of spellings', () => {
  it('nothing: nothing is told', () => expect(told(text, {})).toEqual([]));
  it('people, places and organisations by name', () =>
    expect(
      told(text, {
        people: { 'Volodymyr Zelenskyy': { prefer: 'Volodymyr Zelensky' } },
        places: { Kyiv: { prefer: 'Kiev' } },
        organisations: { Hezbollah: { prefer: 'Hizbullah' } },
      }),
    ).toEqual([writes('Zelenskyy', '', 'Zelensky'), writes('Kyiv', '', 'Kiev'), writes('Hezbollah', '', 'Hizbullah')]));
  it('by id, by another of the names, and by surname alone', () => {
    for (const people of [
      { 'volodymyr-zelenskyy': { prefer: 'Zelenskiy' } },
      { 'Volodymyr Zelensky': { prefer: 'Volodymyr Zelenskiy' } },
      { 'Volodymyr Zelenskyy': { prefer: 'Zelenskiy' } },
    ])
      expect(told(text, { people })).toEqual([writes('Zelenskyy', '', 'Zelenskiy')]);
    expect(told(text, { places: { Kiev: { prefer: 'Kiev' } } })).toEqual([writes('Kyiv', '', 'Kiev')]);
  });
  it('of two packs the later wins, and what it has not said is the earlier’s; the config is over both', () => {
    expect(told(text, { extends: ['guardian', 'reuters'] })).toEqual([writes('Zelenskyy', ' (Reuters)', 'Zelenskiy')]);
    expect(told(text, { extends: ['reuters', 'guardian'] })).toEqual([writes('U.S.', ' (the Guardian)', 'US')]);
    expect(told('Kim Jong Un met Mohammad bin Zayed.', { extends: ['guardian', 'ap'] })).toEqual([]);
    expect(told('The UAE and the U.A.E.', { extends: ['guardian', 'ap'] })).toEqual([writes('U.A.E.', ' (the Guardian)', 'UAE')]);
    expect(told(text, { extends: ['reuters'], people: { 'Volodymyr Zelenskyy': { prefer: 'Volodymyr Zelenskyy' } } })).toEqual([]);
  });
  it('a file that is extended may say it, too', () =>
    expect(
      told(text, { extends: './house.json' }, { '/desk/house.json': { extends: 'ap', places: { Kyiv: { prefer: 'Kiev' } } } }),
    ).toEqual([writes('Kyiv', '', 'Kiev')]));
  it('for some drafts only', () => {
    const config = {
      extends: 'ap',
      overrides: [{ files: 'uk/**', rules: { 'name/variant': { packs: ['guardian'], spellings: ['Kiev'] } } }],
    };
    expect(told(text, config)).toEqual([]);
    expect(told(text, config, {}, '/desk/uk/draft.txt')).toEqual([writes('Kyiv', '', 'Kiev'), writes('U.S.', ' (the Guardian)', 'US')]);
  });
});

it('where the house has spoken, drafts are not compared', () => {
  const config = JSON.stringify({ extends: 'ap' });
  for (const [house, count] of [
    [config, 0],
    ['{}', 1],
  ] as const) {
    const files: Files = { exists: (p) => p === '/desk/.blue-pencil.json', read: () => house, real: (p) => p, list: () => [] };
    const pencil = createPencil(knowledge, rules, packs, { today: '2025-08-07' }, '/desk', files);
    const read = (name: string, spelled: string) => pencil.read(`Volodymyr ${spelled} spoke.`, 'plaintext', `/desk/${name}.txt`);
    const { findings } = pencil.checkDesk([read('a', 'Zelensky'), read('b', 'Zelensky'), read('c', 'Zelenskyy')]);
    expect(findings.flat().filter((f) => f.rule === 'desk/name-conflict')).toHaveLength(count);
  }
});
