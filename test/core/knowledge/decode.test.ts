import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decodeDocuments, decodeKnowledge } from '../../../server/src/core/knowledge/decode/decode';
import { compileKnowledge } from '../../../server/src/core/knowledge/index/compile';
import { openKnowledge } from '../../../server/src/core/knowledge/open';
import { documents, small } from './small';

const offices = (president: unknown, more: object = {}) => ({ of: 'Ukraine', verified: '2026-01-31', offices: { president }, ...more });
const rows = (...tenures: unknown[]) => offices({ tenures });
const problemsOf = (value: unknown) => decodeDocuments([...documents.slice(0, 2), { source: 'x.yaml', value }]).problems;

describe('problems', () => {
  const row = ['offices', 'president', 'tenures'] as const;
  it.each<[string, unknown, RegExp, readonly (string | number)[]]>([
    ['unknown key', { poeple: {} }, /Unknown key "poeple". Did you mean "people"\?/, ['poeple']],
    ['unknown key of an office', offices({ tenure: [] }), /Did you mean "tenures"\?/, ['offices', 'president', 'tenure']],
    [
      'unknown key of a person',
      { people: { 'Ann Example': { borne: '1970-01-01' } } },
      /Did you mean "born"\?/,
      ['people', 'Ann Example', 'borne'],
    ],
    [
      'unknown kind',
      { ...offices({}), offices: { presidnet: { tenures: [] } } },
      /Unknown kind of office "presidnet". Did you mean "president"\?/,
      ['offices', 'presidnet'],
    ],
    ['unknown named kind', offices({ kind: 'senater' }), /Did you mean "senator"\?/, ['offices', 'president', 'kind']],
    ['unknown body', { ...rows(), of: 'Ukrane' }, /called "Ukrane". Did you mean "Ukraine"\?/, ['of']],
    ['no body', { ...rows(), of: null }, /whose offices/, []],
    ['no verified day', { ...rows(), verified: undefined }, /verified/, []],
    ['impossible day', rows({ 'Ann Example': '2021-02-30..' }), /There is no day 2021-02-30/, [...row, 0, 'Ann Example']],
    ['not a whole day', rows({ 'Ann Example': '2021-02..' }), /is no tenure/, [...row, 0, 'Ann Example']],
    ['ends before it begins', rows({ 'Ann Example': '2021-02-03..2020-01-01' }), /ends on 2020-01-01, before/, [...row, 0, 'Ann Example']],
    [
      'two in one seat',
      rows({ 'Ann Example': '2020-01-01..' }, { 'Bob Example': '2021-01-01..' }),
      /2 hold ukraine\/president on 2021-01-01, which has one seat: ann-example, bob-example/,
      [...row, 1, 'Bob Example'],
    ],
    [
      'one person twice',
      offices({ seats: 0, tenures: [{ 'Ann Example': '2020-01-01..' }, { 'Ann Example': '2021-01-01..' }] }),
      /overlap on 2021-01-01/,
      [...row, 1, 'Ann Example'],
    ],
    ['a number for a day', { people: { 'Ann Example': { born: 1970 } } }, /"1970" is no day/, ['people', 'Ann Example', 'born']],
    ['not a map', { people: ['Ann Example'] }, /A map of keys and values/, ['people']],
    [
      'unknown place above',
      { places: { Lviv: { in: 'Ukrane' } } },
      /Nothing is known of "Ukrane". Did you mean "Ukraine"\?/,
      ['places', 'Lviv', 'in'],
    ],
    ['an event without a day', { events: { 'g7-2025': { name: 'G7 summit' } } }, /has no day/, ['events', 'g7-2025']],
  ])('%s', (_, value, message, path) => {
    const problems = problemsOf(value);
    expect(problems).toContainEqual(expect.objectContaining({ document: 2, path, message: expect.stringMatching(message) }));
  });

  it('two people of one name', () => {
    const problems = decodeDocuments([
      { source: 'a', value: { people: { 'Mike Rogers': { born: '1963-06-02' } } } },
      { source: 'b', value: { people: { 'Mike Rogers': { born: '1958-07-16' } } } },
    ]).problems;
    expect(problems).toMatchObject([{ document: 1, path: ['people', 'Mike Rogers', 'born'], message: expect.stringContaining('bracket') }]);
  });

  it('one person under two spellings, and the rest loads', () => {
    const { value, problems } = decodeDocuments([
      ...documents,
      {
        source: 'x',
        value: { of: 'NATO', verified: '2026-01-31', offices: { president: { tenures: [{ 'Volodymyr Zelensky': '2020-01-01..' }] } } },
      },
    ]);
    expect(problems).toMatchObject([{ level: 'error', message: expect.stringContaining('another spelling of "Volodymyr Zelenskyy"') }]);
    expect(value.tenures.filter((t) => t.person === 'volodymyr-zelenskyy')).toHaveLength(2);
  });

  it('handover day, acting holder and spaces between terms are no problem', () => {
    expect(
      problemsOf(
        rows(
          { A: '2020-01-01..2021-01-01' },
          { B: '2021-01-01..' },
          { C: '2020-06-01..2020-07-01 acting' },
          { D: '2019-01-01..2019-02-01 [x.org]' },
        ),
      ),
    ).toEqual([]);
  });
});

describe("the desk's own", () => {
  const tenures = [{ 'Ann Example': '2026-11-01..' }];
  it.each([
    ['a map by body', { offices: { Ukraine: { offices: { 'prime-minister': { tenures } } } } }],
    ['a list of documents', { offices: [{ of: 'Ukraine', offices: { 'prime-minister': { tenures } } }] }],
  ])('offices as %s', (_, value) => {
    const { value: entries, problems } = decodeKnowledge(value, small, '2026-11-20');
    expect(problems).toEqual([]);
    expect(entries.tenures).toEqual([
      { person: 'ann-example', office: 'ukraine/prime-minister', from: '2026-11-01', acting: false, source: '', verified: '2026-11-20' },
    ]);
    expect(entries.bodies).toMatchObject([{ id: 'ukraine', implicit: true }]);
  });
  it('paths begin at the value', () => {
    const { problems } = decodeKnowledge({ offices: [{ of: 'Ukraine', offices: { senator: { seat: 2 } } }] }, small);
    expect(problems).toMatchObject([{ path: ['offices', 0, 'offices', 'senator', 'seat'] }]);
  });
});

test('no value makes decode throw, and what it gives can be compiled and opened', () => {
  const keys = [
    'of',
    'verified',
    'offices',
    'people',
    'places',
    'organisations',
    'events',
    'kinds',
    'tenures',
    'also',
    'was',
    'in',
    'on',
    'president',
    'Ann Example',
    '__proto__',
    'constructor',
  ];
  const day = fc.constantFrom('2020-01-01', '2021-02-30', '2020-01-01..', '2020-01-01..2019-01-01 acting [x]', 'Ukraine', 'president');
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ depthSize: 'small' }, day, fc.anything(), tie('map'), fc.array(tie('tree'), { maxLength: 4 })),
    map: fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string({ unit: 'grapheme' })), tie('tree'), { maxKeys: 6 }),
  }));
  const run = (base?: typeof small) => (value: unknown) => {
    const { value: entries } = decodeKnowledge(value, base);
    openKnowledge(compileKnowledge(entries)).nearWords('Example', 2);
  };
  fc.assert(fc.property(tree, run()), { numRuns: 400 });
  fc.assert(fc.property(tree, run(small)), { numRuns: 200 });
  fc.assert(fc.property(fc.jsonValue(), run()), { numRuns: 200 });
});
