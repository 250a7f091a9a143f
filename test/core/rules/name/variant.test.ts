import { describe, expect, it } from 'vitest';
import { applyCertain, applyEdits, createLinter, type Finding, type Format } from '../../../../server/src/core';
import { houseFor, packsNamed } from '../../../../server/src/core/rules/houses';
import { variant } from '../../../../server/src/core/rules/name/variant';
import { draftOf } from '../../../check-text';
import { knowledge } from '../../../knowledge';

function lint(text: string, options: object, format: Format = 'plaintext'): readonly Finding[] {
  const { findings, failures } = createLinter([variant], { 'name/variant': { options: { ...options } } }, knowledge).lint(
    draftOf(text, '2025-08-07', format),
  );
  expect(failures).toEqual([]);
  return findings;
}
/** What is marked, and what becomes of it: "Zelensky > Zelenskyy". */
const told = (text: string, options: object, format?: Format): string[] =>
  lint(text, options, format).map((f) => {
    const fix = f.fixes.at(-1)!;
    const moved = fix.edits.map((e) => ({ span: { start: e.span.start - f.span.start, end: e.span.end - f.span.start }, text: e.text }));
    const was = text.slice(f.span.start, f.span.end);
    return `${was} > ${applyEdits(was, moved)}`;
  });
const as = (...packs: string[]): object => ({ packs });

describe('the house’s spelling', () => {
  const cases: readonly [pack: string, text: string, told: readonly string[]][] = [
    ['ap', 'Volodymyr Zelensky spoke. Zelensky left.', ['Zelensky > Zelenskyy', 'Zelensky > Zelenskyy']],
    ['guardian', 'Volodymyr Zelenskiy spoke.', ['Zelenskiy > Zelenskyy']],
    ['reuters', 'Volodymyr Zelenskyy spoke.', ['Zelenskyy > Zelenskiy']],
    ['ap', 'Volodymyr Zelenskyy spoke. Olena Zelenska left.', []],
    [
      'ap',
      'Muammar Gaddafi fell, and Saif al-Islam Gaddafi fled.',
      ['Muammar Gaddafi > Moammar Gadhafi', 'Saif al-Islam Gaddafi > Seif al-Islam Gadhafi'],
    ],
    ['guardian', 'Moammar Gadhafi fell.', ['Moammar Gadhafi > Muammar Gaddafi']],
    ['ap', 'Kim Jong-un met Kim Yo-jong.', ['Kim Jong-un > Kim Jong Un', 'Kim Yo-jong > Kim Yo Jong']],
    ['guardian', 'Kim Jong Un met Yoon Suk Yeol.', ['Kim Jong Un > Kim Jong-un']],
    ['ap', 'Abdel Fattah al-Sisi spoke. Al-Sisi left.', ['Abdel Fattah al-Sisi > Abdel-Fattah el-Sissi', 'Al-Sisi > El-Sissi']],
    ['ap', 'Recep Tayyip Erdoğan spoke.', ['Erdoğan > Erdogan']],
    ['guardian', 'Recep Tayyip Erdogan and Nicolas Maduro spoke.', ['Erdogan > Erdoğan', 'Nicolas > Nicolás']],
    ['reuters', 'Nicolás Maduro met Viktor Orbán and Gerhard Schröder.', ['Nicolás > Nicolas', 'Orbán > Orban']],
    ['ap', 'Nicolás Maduro and Viktor Orbán spoke.', []],
    ['ap', 'Aid reached Kiev, Kiev’s suburbs and the Kharkov region.', ['Kiev > Kyiv', 'Kiev > Kyiv', 'Kharkov > Kharkiv']],
    ['ap', 'They ate chicken Kiev in Kyiv, which was formerly called Kiev.', []],
    ['ap', 'Al-Qaeda spoke. The al Qaeda men left.', ['Al-Qaeda > Al-Qaida', 'al Qaeda > al-Qaida']],
    ['reuters', 'The al-Qaida men left.', ['al-Qaida > al Qaeda']],
    ['ap', 'US troops left the UK with the UN and the EU.', ['US > U.S.', 'UK > U.K.', 'UN > U.N.']],
    ['guardian', 'U.S. troops left. They love the U.S. Others do not.', ['U.S. > US', 'U.S. > US.']],
    ['guardian', 'U.S. Votes on Budget\n\nThe city voted.\n', ['U.S. > US']],
    ['ap', 'US Votes on Budget\n\nThe city voted on the budget of the US.\n', ['US > U.S']],
    ['ap', 'Follow US on X. Contact US. A poll by USA Today. US Airways flew.', []],
    ['ap', 'Trump–Putin talks. A 2–1 vote.', ['– > -']],
    ['guardian', 'Trump–Putin talks.', []],
    ['ap', 'Osama bin Laden died. Bin Laden was 54.', []],
  ];
  for (const [pack, text, wanted] of cases) it(`${pack}: ${text.replace(/\n/g, ' ')}`, () => expect(told(text, as(pack))).toEqual(wanted));

  it('is silent without a house', () => {
    expect(told('Volodymyr Zelensky spoke of Kiev and the U.S. with Moammar Gadhafi and Kim Jong-un.', {})).toEqual([]);
  });
  it('leaves to the draft what it has not said', () => {
    expect(told('Sheikh Hasina met Muhammad Yunus and Muhammad Yunus and Mohammad Yunus.', as('ap'))).toEqual(['Mohammad > Muhammad']);
  });
  it('is the config’s first, then the later pack’s', () => {
    const text = 'Volodymyr Zelenskyy spoke. The U.S. left.';
    expect(told(text, as('ap', 'reuters'))).toEqual(['Zelenskyy > Zelenskiy']);
    expect(told(text, { packs: ['ap', 'reuters'], spellings: ['Volodymyr Zelensky'] })).toEqual(['Zelenskyy > Zelensky']);
    expect(told(text, { packs: ['ap'], spellings: ['US', 'Zelensky'] })).toEqual(['Zelenskyy > Zelensky', 'U.S. > US']);
  });
  it('passes over what is no name, no pack and no list', () => {
    for (const options of [
      { packs: 'ap' },
      { packs: [7, 'x'] },
      { spellings: 'Kiev' },
      { spellings: [null, '', 'Nobody Knowsthis'] },
      { accents: 7, compounds: 'x' },
    ])
      expect(told('Volodymyr Zelensky spoke.', options)).toEqual([]);
  });
  it('may be a policy alone', () => {
    expect(told('Pedro Sánchez spoke.', { accents: 'drop' })).toEqual(['Sánchez > Sanchez']);
    expect(told('Pedro Sanchez spoke.', { accents: 'keep' })).toEqual(['Sanchez > Sánchez']);
    expect(lint('Pedro Sánchez spoke.', { accents: 'drop' })[0]!.fixes.map((f) => f.confidence)).toEqual(['judgement']);
  });
});

describe('in any form of text', () => {
  it('names in capitals stay in capitals', () =>
    expect(told('ZELENSKY FLIES TO PARIS\n\nVolodymyr Zelensky flew to Paris.\n', as('ap'))).toEqual([
      'ZELENSKY > ZELENSKYY',
      'Zelensky > Zelenskyy',
    ]));
  it('possessives keep their apostrophe', () =>
    expect(applyCertain('Volodymyr Zelensky’s aides', lint('Volodymyr Zelensky’s aides', as('ap'))).text).toBe(
      'Volodymyr Zelenskyy’s aides',
    ));
  it('accents may be composed or not', () => {
    expect(told('Recep Tayyip Erdog\u0306an spoke.', as('ap'))).toEqual(['Erdog\u0306an > Erdogan']);
    expect(told('Recep Tayyip Erdog\u0306an spoke. Erdoğan left.', {})).toEqual([]);
  });
  it('entities and tags of a page are read', () => {
    expect(told('<p>Recep Tayyip Erdo&#287;an spoke in the <b>U.S.</b></p>', as('ap'), 'html')).toEqual(['Erdo&#287;an > Erdogan']);
    expect(told('<p>Aid for <a href="/k">Kiev</a> and Kiev</p>', as('ap'), 'html')).toEqual(['Kiev > Kyiv', 'Kiev > Kyiv']);
  });
  it('a quotation is softened, and nothing in it is certain', () => {
    const [f] = lint('“I trust Volodymyr Zelensky,” she said.', as('ap'));
    expect(f).toMatchObject({ severity: 'info', fixes: [{ confidence: 'judgement' }] });
  });
});

describe('one finding leads to the others', () => {
  const text = 'Volodymyr Zelenskyy spoke. Zelenskyy left. Zelenskyy slept. Zelensky woke.\n\nLater, Volodymyr Zelensky flew.\n';
  const findings = lint(text, {});
  it('each is related to the right places and to the other wrong ones', () =>
    expect(findings.map((f) => f.related.map((r) => `${text.slice(r.span.start, r.span.end)}: ${r.message}`))).toEqual(
      findings.map(() => [...Array.from({ length: 3 }, () => 'Zelenskyy: "Zelenskyy" here'), 'Zelensky: "Zelensky" here, too']),
    ));
  it('the first fix is for the whole draft', () => {
    for (const f of findings) {
      expect(f.fixes.map((x) => x.title)).toEqual(['Change all 2 in this draft to "Zelenskyy"', 'Change "Zelensky" to "Zelenskyy"']);
      expect(applyEdits(text, f.fixes[0]!.edits)).toBe(text.replace(/Zelensky\b/g, 'Zelenskyy'));
    }
  });
  it('what the house has said of a name is certain, place by place', () => {
    const found = lint(text, as('reuters'));
    expect(found.map((f) => f.fixes.filter((x) => x.confidence === 'certain').length)).toEqual([1, 1, 1, 1, 1]);
    expect(applyCertain(text, found)).toEqual({ text: text.replace(/Zelenskyy?\b/g, 'Zelenskiy'), applied: 5 });
  });
});

it('every name of a pack is one that we know', () => {
  for (const pack of packsNamed(['ap', 'guardian', 'reuters']))
    for (const name of pack.names ?? []) {
      const known = /^[A-Z.]+$/.test(name) ? 1 : knowledge.peopleNamed(name).length + knowledge.bodiesNamed(name).length;
      expect(`${pack.name}: ${name} ${known > 0}`).toBe(`${pack.name}: ${name} true`);
    }
  const options = { packs: ['ap'], spellings: [] };
  expect(houseFor(options, knowledge)).toBe(houseFor(options, knowledge));
});
