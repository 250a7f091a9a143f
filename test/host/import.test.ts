import { describe, expect, it } from 'vitest';
import { decodeKnowledge } from '../../server/src/core';
import { makePack } from '../../server/src/host/import/pack';
import { kindOfSource, readSource } from '../../server/src/host/import/read-source';
import { readDay, readDays } from '../../server/src/host/import/source';
import { packText } from '../../server/src/host/import/write-pack';
import { knowledge } from '../knowledge';

const verified = '2026-01-01';
const make = (text: string, name = 'rows.csv', since?: `${number}-${number}-${number}`) =>
  makePack(readSource(text, name, verified), knowledge, { verified, since });
const told = (made: ReturnType<typeof make>) => made.problems.map((p) => `${p.line}: ${p.message}`).join('\n');
const rows = (made: ReturnType<typeof make>, of: string, office: string) =>
  (made.pack.offices[of]?.offices[office]?.['tenures'] ?? []) as Record<string, string>[];

const uri = (item: string) => ({ type: 'uri', value: `http://www.wikidata.org/entity/${item}` });
const word = (value: string) => ({ type: 'literal', value });
const held = (person: string, name: string, position: string, title: string, start?: string, more: object = {}) => ({
  person: uri(person),
  personLabel: word(name),
  position: uri(position),
  positionLabel: word(title),
  ...(start && { start: word(`${start}T00:00:00Z`), startPrecision: word('11') }),
  ...more,
});
const sparql = (...bindings: object[]) =>
  `{"head":{"vars":["person"]},"results":{"bindings":[\n${bindings.map((b) => JSON.stringify(b)).join(',\n')}\n]}}`;

describe('days', () => {
  it.each([
    ['2019-05-20', { day: '2019-05-20' }],
    ['2019-05-20T00:00:00Z', { day: '2019-05-20' }],
    ['+2019-05-20T00:00:00Z', { day: '2019-05-20' }],
    ['2019', { wrong: expect.stringContaining('only the year 2019') }],
    ['2019-05', { wrong: expect.stringContaining('only the month 2019-05') }],
    ['2019-00-00', { wrong: expect.stringContaining('only the year') }],
    ['2019-02-30', { wrong: 'there is no day 2019-02-30' }],
    ['20/05/2019', { wrong: expect.stringContaining('write it as 2025-08-07') }],
    ['-0044-03-15T00:00:00Z', { wrong: expect.any(String) }],
  ])('%s', (text, expected) => expect(readDay(text)).toEqual(expected));
  it('knows how precise Wikidata is', () => {
    expect(readDay('2019-01-01T00:00:00Z', 9)).toEqual({ wrong: expect.stringContaining('year 2019') });
    expect(readDay('2019-05-01T00:00:00Z', 10)).toEqual({ wrong: expect.stringContaining('month 2019-05') });
    expect(readDay('2019-01-01T00:00:00Z', 11)).toEqual({ day: '2019-01-01' });
  });
  it('until before from, and words for "still in office"', () => {
    expect(readDays('2019-05-20', '2019-05-19')).toEqual({ wrong: 'it ends on 2019-05-19, before it begins on 2019-05-20' });
    expect(readDays('2019-05-20', 'present')).toEqual({ from: '2019-05-20' });
    expect(readDays('', '2019-05-19')).toEqual({ wrong: 'no first day is given' });
  });
});

describe('CSV', () => {
  it('finds offices that we ship, makes new ones, and reports each bad row at its line', () => {
    const made = make(
      [
        '\ufeffName;Office;Of;From;Until;Acting;Source',
        'Volodymyr Zelenskyy;President;Ukraine;2019-05-20;;;',
        'Odalys Brightwater;Mayor;Exampleton;2021-01-04;;;"[exampleton.gov]"',
        'Tom Reed;Mayor;Exampleton;2016;2021-01-04;;',
        '"Ann\nExample";acting Mayor of Exampleton;;2012-01-04;2016-01-04;;',
        'Bob Late;Mayor;Exampleton;2010-01-04;2009-01-04;;',
        'Cy Keeper;Harbour Master;Exampleton;2010-01-04;;;',
        ';Mayor;Exampleton;2010-01-04;;;',
        'Di Maybe;Mayor;Exampleton;2009-01-04;2010-01-04;perhaps;',
      ].join('\n'),
    );
    expect(rows(made, 'Ukraine', 'president')).toEqual([{ 'Volodymyr Zelenskyy': '2019-05-20..' }]);
    expect(rows(made, 'Exampleton', 'mayor')).toEqual([
      { 'Ann Example': '2012-01-04..2016-01-04 acting' },
      { 'Odalys Brightwater': '2021-01-04.. [exampleton.gov]' },
    ]);
    expect(made.pack.places).toEqual({ Exampleton: {} });
    expect(told(made)).toMatch(/^4: Tom Reed, Mayor: the first day: only the year 2016/m);
    expect(told(made)).toMatch(/^7: Bob Late, Mayor: it ends on 2009-01-04, before/m);
    expect(told(made)).toMatch(/^8: Cy Keeper: "Harbour Master" is no office that we know/m);
    expect(told(made)).toMatch(/^9: The row has no name/m);
    expect(told(made)).toMatch(/^10: Di Maybe, Mayor: acting is "perhaps"/m);
    expect(decodeKnowledge(made.pack, knowledge).problems).toEqual([]);
  });
  it('a column "kind" says what an office is like', () => {
    const made = make(
      'name,office,kind,of,from\nCy Keeper,Harbour Master,director,Exampleton Harbour Board,2010-01-04\nEd Off,Dogcatcher,directr,Exampleton,2010-01-04\n',
    );
    expect(made.pack.offices['Exampleton Harbour Board']!.offices['harbour-master']).toMatchObject({
      kind: 'director',
      titles: ['Harbour Master'],
    });
    expect(made.pack.organisations).toEqual({ 'Exampleton Harbour Board': {} });
    expect(told(made)).toContain('Did you mean "director"?');
  });
  it('says which column is missing, and what may be meant', () => {
    expect(() => make('name,offce,from\na,b,2010-01-04')).toThrow(/no column "office".*Is it "offce"/);
    expect(() => make('')).toThrow(/is empty/);
  });
  it('overlapping tenures: one row stays, the other is told', () => {
    const made = make(
      'name,office,of,from,until\nAda One,Mayor,Exampleton,2010-01-04,\nBea Two,Mayor,Exampleton,2014-01-04,2018-01-04\nCal Three,Mayor,Exampleton,2017-01-04,2019-01-04\nBea Two,Mayor,Exampleton,2015-01-04,2016-01-04\n',
    );
    expect(rows(made, 'Exampleton', 'mayor')).toEqual([{ 'Bea Two': '2014-01-04..2018-01-04' }]);
    expect(told(made)).toMatch(/^2: Ada One, mayor, Exampleton: no last day is given, and Bea Two follows/m);
    expect(told(made)).toMatch(/^4: Cal Three.*overlaps Bea Two/m);
    expect(told(made)).toMatch(/^5: Bea Two.*2015-01-04\.\.2016-01-04 overlaps 2014-01-04\.\.2018-01-04/m);
    expect(decodeKnowledge(made.pack, knowledge).problems).toEqual([]);
  });
  it('a thousand people of one name are told, and told apart', () => {
    const lines = Array.from({ length: 1000 }, (_, i) => `John Smithers,Mayor,Exampleton ${i},2010-01-04,`);
    const made = make(`name,office,of,from,until\n${lines.join('\n')}`);
    expect(made.counts.people).toBe(1000);
    expect(told(made)).toMatch(/^2: 1000 people are called "John Smithers"/m);
    expect(Object.keys(rows(made, 'Exampleton 7', 'mayor')[0]!)).toEqual(['John Smithers (Exampleton 7)']);
    expect(decodeKnowledge(made.pack, knowledge).problems.filter((p) => p.level === 'error')).toEqual([]);
  });
  it('gives a name that somebody else has a bracket, and keeps whom we know', () => {
    const made = make(
      'name,office,of,from,until,born\nMike Rogers,Mayor,Exampleton,2021-01-04,,1990-01-01\nRecep Tayyip Erdogan,President,Turkey,2014-08-28,,\n',
    );
    expect(rows(made, 'Exampleton', 'mayor')).toEqual([{ 'Mike Rogers (Exampleton)': '2021-01-04..' }]);
    expect(rows(made, 'Turkey', 'president')).toEqual([{ 'Recep Tayyip Erdoğan': '2014-08-28..' }]);
    expect(Object.keys(made.pack.people)).toEqual(['Mike Rogers (Exampleton)']);
  });
  it('tells where a row says otherwise than we do', () => {
    expect(told(make('name,office,of,from,until\nGordon Brown,Prime Minister,United Kingdom,2007-06-27,2010-06-27\n'))).toMatch(
      /2: Gordon Brown.*in what we ship/,
    );
  });
});

describe('Wikidata', () => {
  it('reads positions by item, by title and by jurisdiction', () => {
    const made = make(
      sparql(
        held('Q3052772', 'Emmanuel Macron', 'Q191954', 'President of the French Republic', '2017-05-14'),
        held('Q2', 'Vjosa Example', 'Q999', 'Minister of Foreign Affairs', '2020-02-03', { of: uri('Q1246'), ofLabel: word('Kosovo') }),
        held('Q9545', 'Gordon Brown, Baron Example', 'Q1', 'Prime Minister of the United Kingdom', '2007-06-27', {
          end: word('2010-05-11T00:00:00Z'),
          endPrecision: word('11'),
        }),
        held('Q3', 'Someone Acting', 'Q5', 'acting Governor of Texas', '1999-02-03', { end: word('1999-03-03T00:00:00Z') }),
      ),
    );
    expect(rows(made, 'France', 'president')).toEqual([{ 'Emmanuel Macron': '2017-05-14..' }]);
    expect(rows(made, 'Kosovo', 'foreign-minister')).toEqual([{ 'Vjosa Example': '2020-02-03..' }]);
    expect(rows(made, 'United Kingdom', 'prime-minister')).toEqual([{ 'Gordon Brown': '2007-06-27..2010-05-11' }]);
    expect(rows(made, 'Texas', 'governor')).toEqual([{ 'Someone Acting': '1999-02-03..1999-03-03 acting' }]);
    expect(decodeKnowledge(made.pack, knowledge).problems).toEqual([]);
  });
  it('reports what it cannot use with row and line, and reads the rest', () => {
    const made = make(
      sparql(
        held('Q1', 'Q1', 'Q191954', 'President of France', '2017-05-14'),
        held('Q2', 'Year Only', 'Q191954', 'President of France', undefined, {
          start: word('1801-01-01T00:00:00Z'),
          startPrecision: word('9'),
        }),
        held('Q3', 'No Day', 'Q191954', 'President of France'),
        held('Q4', 'Al Wizard', 'Q998', 'wizard of Oz', '2020-02-01'),
        held('Q5', 'New Year', 'Q191954', 'President of France', undefined, { start: word('1802-01-01T00:00:00Z') }),
        held('Q6', 'Un Known', 'Q191954', 'President of France', '1803-02-03', { end: { type: 'bnode', value: 't123' } }),
        held('Q3052772', 'Emmanuel Macron', 'Q191954', 'President of France', '2017-05-14'),
      ),
    );
    expect(made.problems.map((p) => [p.line, p.row])).toEqual([
      [2, 1],
      [3, 2],
      [4, 3],
      [5, 4],
      [6, 5],
      [7, 6],
    ]);
    expect(told(made)).toContain('ask for ?startPrecision');
    expect(made.counts.tenures).toBe(1);
  });
  it('other names of variables, and the simple JSON of the download button', () => {
    const made = make(
      JSON.stringify([
        {
          item: 'http://www.wikidata.org/entity/Q3052772',
          itemLabel: 'Emmanuel Macron',
          officeLabel: 'President of France',
          startTime: '2017-05-14T00:00:00Z',
        },
      ]),
    );
    expect(rows(made, 'France', 'president')).toEqual([{ 'Emmanuel Macron': '2017-05-14..' }]);
  });
  it('a result that breaks off is read as far as it goes', () => {
    const whole = sparql(
      held('Q3052772', 'Emmanuel Macron', 'Q191954', 'President of France', '2017-05-14'),
      held('Q7', 'Cut Off', 'Q191954', 'President of France', '1950-05-14'),
    );
    const made = make(whole.slice(0, whole.indexOf('"Cut Off"')));
    expect(made.counts.tenures).toBe(1);
    expect(told(made)).toContain('breaks off');
  });
});

const legislator = (id: string, name: string, born: string, terms: string): string =>
  `- id:\n    bioguide: ${id}\n  name: ${name}\n  bio:\n    birthday: '${born}'\n  terms:\n${terms}`;
const term = (type: string, state: string, start: string, end: string): string =>
  `  - type: ${type}\n    state: ${state}\n    start: '${start}'\n    end: '${end}'\n`;

describe('congress-legislators', () => {
  const yaml = [
    legislator(
      'R000572',
      '{first: Mike, last: Rogers}',
      '1963-06-02',
      term('rep', 'MI', '2001-01-03', '2003-01-03') + term('rep', 'MI', '2003-01-03', '2015-01-03'),
    ),
    legislator(
      'R000575',
      '{first: Mike, middle: D., last: Rogers, official_full: Mike Rogers}',
      '1958-07-16',
      term('rep', 'AL', '2003-01-07', '2005-01-03') + term('rep', 'AL', '2005-01-04', '2027-01-03'),
    ),
    legislator(
      'S000148',
      '{first: Charles, middle: E., last: Schumer, nickname: Chuck, official_full: Charles E. Schumer}',
      '1950-11-23',
      term('sen', 'NY', '1999-01-06', '2029-01-03'),
    ),
    '- id:\n    bioguide: X1\n  name: {first: Bad\n',
    legislator(
      'X2',
      '{first: Nora, last: Yearling}',
      '1950-11-23',
      term('sen', 'NY', '1959', '1965-01-03') + term('rep', 'ZZ', '1955-01-03', '1957-01-03'),
    ),
  ].join('');
  it('joins terms on end, opens what has not ended, and finds people under the names that newspapers write', () => {
    const made = make(yaml, 'legislators-current.yaml');
    expect(rows(made, 'Michigan', 'representative')).toEqual([{ 'Mike Rogers (Michigan)': '2001-01-03..2015-01-03' }]);
    expect(rows(made, 'Alabama', 'representative')).toEqual([{ 'Mike Rogers (Alabama)': '2003-01-03..' }]);
    expect(rows(made, 'New York', 'senator')).toEqual([{ 'Chuck Schumer': '1999-01-03..' }]);
    expect(told(made)).toMatch(/is not YAML/);
    expect(told(made)).toMatch(/Nora Yearling, term 1: the first day: only the year 1959/);
    expect(told(made)).toMatch(/Nora Yearling, term 2: "ZZ" is no state/);
    expect(decodeKnowledge(made.pack, knowledge).problems).toEqual([]);
  });
  it('terms run from the 3rd of January to the 3rd of January, whatever day Congress met or adjourned', () => {
    const terms = [
      ['rep', '1993-01-05', '1994-12-01'],
      ['rep', '1995-01-04', '1996-10-04'],
      ['rep', '1997-01-07', '1998-08-15'],
      ['sen', '2001-01-03', '2006-12-09'],
      ['sen', '2007-01-04', '2013-01-03'],
    ] as const;
    const made = make(
      legislator(
        'Z1',
        '{first: Zoe, last: Termsworth}',
        '1950-01-02',
        terms.map(([type, start, end]) => term(type, 'OH', start, end)).join(''),
      ),
    );
    expect(rows(made, 'Ohio', 'representative')).toEqual([{ 'Zoe Termsworth': '1993-01-03..1998-08-15' }]);
    expect(rows(made, 'Ohio', 'senator')).toEqual([{ 'Zoe Termsworth': '2001-01-03..2013-01-03' }]);
  });
  it('reads the same as JSON, and passes over what ended long ago', () => {
    const json = JSON.stringify([
      {
        id: { bioguide: 'A1' },
        name: { first: 'Ada', last: 'Oldtimer' },
        bio: {},
        terms: [{ type: 'sen', start: '1901-01-03', end: '1907-01-03', state: 'OH' }],
      },
      {
        id: { bioguide: 'B1' },
        name: { first: 'Bea', last: 'Newcomer' },
        bio: {},
        terms: [
          { type: 'rep', start: '2023-01-03', end: '2027-01-03', state: 'GA' },
          { type: 'rep', start: '2023-01-03', end: '2027-01-03', state: 'PR' },
        ],
      },
    ]);
    const made = make(json, 'l.json', '1990-01-01');
    expect(made.counts.tenures).toBe(2);
    expect(rows(made, 'Georgia (U S State)', 'representative').concat(rows(made, 'georgia-u-s-state', 'representative'))).toEqual([
      { 'Bea Newcomer': '2023-01-03..' },
    ]);
  });
});

describe('what a file is', () => {
  it.each([
    ['wikidata', sparql()],
    ['wikidata', '[{"person":"x","positionLabel":"y"}]'],
    ['congress', '- id:\n    bioguide: A1\n  name: {}\n  terms: []\n'],
    ['congress', '[{"id":{"bioguide":"A1"},"terms":[]}]'],
    ['csv', 'name,office,from\n'],
  ])('%s', (kind, text) => expect(kindOfSource(text)).toBe(kind));
  it.each([['{"a":1}'], ['just a sentence'], ['']])('nothing that we read: %s', (text) => expect(() => kindOfSource(text)).toThrow());
});

it('is written a row a line', () => {
  const { pack } = make('name,office,of,from,until\nOdalys Brightwater,Mayor,Exampleton,2021-01-04,\n');
  const text = packText(pack);
  expect(JSON.parse(text)).toEqual(pack);
  expect(text).toContain('            { "Odalys Brightwater": "2021-01-04.." }\n');
});
