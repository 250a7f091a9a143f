import { decodeDocuments } from '../../../server/src/core/knowledge/decode/decode';
import { compileKnowledge } from '../../../server/src/core/knowledge/index/compile';
import type { Knowledge } from '../../../server/src/core/knowledge/knowledge';
import { openKnowledge } from '../../../server/src/core/knowledge/open';

const kinds = {
  kinds: {
    president: { titles: ['President', 'Pres.'], rank: 1 },
    'prime-minister': { titles: ['Prime Minister', 'Premier', 'PM'], rank: 1 },
    'vice-president': { titles: ['Vice President'], rank: 2 },
    senator: { titles: ['Senator', 'Sen.'], rank: 3 },
    secretary: { titles: ['Secretary'], rank: 3 },
    monarch: { titles: ['King', 'Queen'], rank: 1 },
    pope: { titles: ['Pope'], rank: 1 },
  },
};
const bodies = {
  places: {
    'United States': { also: ['U.S.', 'US', 'America'], adjectives: ['U.S.', 'American'], capital: 'Washington', kind: 'country' },
    Ukraine: { adjectives: ['Ukrainian'], kind: 'country' },
    China: { adjectives: ['Chinese'], kind: 'country' },
    'United Kingdom': { also: ['U.K.', 'Britain'], adjectives: ['British'], kind: 'country' },
    Kyiv: { in: 'Ukraine', was: { Kiev: '1995-10-14' }, kind: 'city' },
    Georgia: { adjectives: ['Georgian'], kind: 'country' },
    'Georgia (U.S. state)': { in: 'United States', adjectives: ['Georgia'], kind: 'state' },
  },
  organisations: { NATO: { long: 'North Atlantic Treaty Organization', kind: 'alliance' }, OPEC: {}, 'OPEC+': {} },
};
const america = {
  of: 'United States',
  verified: '2026-01-31',
  source: 'whitehouse.gov',
  offices: {
    president: {
      tenures: [
        { 'George H.W. Bush': '1989-01-20..1993-01-20' },
        { 'George W. Bush': '2001-01-20..2009-01-20' },
        { 'Donald Trump': '2017-01-20..2021-01-20' },
        { 'Joe Biden': '2021-01-20..2025-01-20' },
        { 'Donald Trump': '2025-01-20..' },
      ],
    },
    'treasury-secretary': {
      kind: 'secretary',
      titles: ['Treasury Secretary', 'Secretary of the Treasury'],
      tenures: [{ 'Scott Bessent': '2025-01-28.. [treasury.gov]' }],
    },
  },
  people: {
    'Joe Biden': { also: ['Joseph R. Biden Jr.'], born: '1942-11-20' },
    'Donald Trump Jr.': {},
    'Robert Mueller': {},
    'Gerd Müller': {},
    "Moulaye M'Bareck": {},
    'Ursula von der Leyen': { wrong: ['Ursula van der Leyen'] },
  },
};
const ukraine = {
  of: 'Ukraine',
  verified: '2026-01-31',
  offices: {
    president: {
      tenures: [
        { 'Oleksandr Turchynov': '2014-02-23..2014-06-07 acting' },
        { 'Petro Poroshenko': '2014-06-07..2019-05-20' },
        { 'Volodymyr Zelenskyy': '2019-05-20..' },
      ],
    },
  },
  people: { 'Volodymyr Zelenskyy': { also: ['Volodymyr Zelensky'], born: '1978-01-25' } },
};
const china = {
  of: 'China',
  verified: '2026-01-31',
  familyNameFirst: true,
  offices: { president: { tenures: [{ 'Xi Jinping': '2013-03-14..' }] } },
};
const britain = {
  of: 'United Kingdom',
  verified: '2026-01-31',
  offices: { monarch: { tenures: [{ 'Elizabeth II': '1952-02-06..2022-09-08' }, { 'Charles III': '2022-09-08..' }] } },
};
const events = {
  events: {
    'us-presidential-election-2024': {
      name: 'U.S. presidential election',
      on: '2024-11-05',
      kind: 'election',
      of: 'United States',
      people: ['Donald Trump', 'Somebody Else'],
    },
  },
};

/** A small world for tests. */
export const documents = [kinds, bodies, america, ukraine, china, britain, events].map((value, i) => ({ source: `${i}.yaml`, value }));
export const decoded = decodeDocuments(documents);
export const small: Knowledge = openKnowledge(compileKnowledge(decoded.value));

/** What is known once a desk's own knowledge is decoded over nothing. */
export const opened = (...values: unknown[]): Knowledge =>
  openKnowledge(compileKnowledge(decodeDocuments(values.map((value) => ({ source: '', value }))).value));
