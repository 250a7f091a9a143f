import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyEdits, type Finding, type Format, rules } from '../../server/src/core';
import { packs } from '../../server/src/host/packs';
import { createPencil, type Pencil, type Wishes } from '../../server/src/host/pencil';
import { knowledge } from '../knowledge';

const shelf = join(__dirname, '../styles');
let root: string;
const fresh = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'blue-pencil-styles-')));
const put = (name: string, text: string): void => {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
};

const pencilOf = (wishes: Partial<Wishes> = {}): Pencil =>
  createPencil(knowledge, rules, packs, { today: '2026-01-01', groups: ['style'], ...wishes }, root);
const run = (pencil: Pencil, text: string, name = 'draft.md', format: Format = 'markdown'): readonly Finding[] => {
  const { findings, failures } = pencil.check(pencil.read(text, format, join(root, name)));
  for (const f of failures) throw f.error;
  return findings;
};
/** As Vale prints them: line:column:check:message. */
function told(text: string, findings: readonly Finding[]): string[] {
  return findings.map((f) => {
    const before = text.slice(0, f.span.start).split('\n');
    return `${before.length}:${before.at(-1)!.length + 1}:${f.evidence[0]!.text.split(':')[0]}:${f.message}`;
  });
}
const problemsOf = (pencil: Pencil): string[] =>
  pencil
    .problems()
    .map((p) => `${p.file.slice(root.length + 1)}:${p.line}:${p.column}: ${p.level ?? 'error'}: ${p.message}`)
    .sort();

/** One house with every kind of rule, for all that is only read. */
const house = fresh();
cpSync(join(shelf, 'House'), join(house, 'styles/House'), { recursive: true });
const inHouse = (() => {
  let pencil: Pencil | undefined;
  return (text: string, format: Format = 'markdown'): readonly Finding[] => {
    root = house;
    pencil ??= createPencil(knowledge, rules, packs, { today: '2026-01-01', groups: ['style'] }, house);
    return run(pencil, text, format === 'html' ? 'draft.html' : 'draft.md', format);
  };
})();
afterAll(() => rmSync(house, { recursive: true, force: true }));
const house_ = (text: string): string[] => told(text, inHouse(text));
const mended = (text: string, only: RegExp): string =>
  applyEdits(
    text,
    inHouse(text)
      .filter((f) => only.test(f.evidence[0]!.text))
      .flatMap((f) => f.fixes[0]?.edits ?? []),
  );

describe('existence', () => {
  it('marks its tokens as words, in any case where it ignores case', () =>
    expect(house_('Arguably, it appears to be inarguably so.')).toEqual([
      "1:1:House.Hedging:Consider removing 'Arguably'.",
      "1:14:House.Hedging:Consider removing 'appears to be'.",
    ]));
  it('lets its exceptions stand, and what lies within an exception of several words', () =>
    expect(house_('It is arguably the oldest pier.')).toEqual([]));
  it('carries level, link and description', () => {
    const [f] = inHouse('Arguably so.');
    expect(f).toMatchObject({
      rule: 'style/vale',
      severity: 'warning',
      evidence: [{ text: 'House.Hedging: A hedge takes back what the sentence says.', source: 'https://example.com/style#hedging' }],
    });
  });
  it('takes "raw" as one pattern', () =>
    expect(house_('It cost 12.50 Dollars and 3 euros.')).toEqual([
      "1:9:House.Money:Write the sum with its sign: '12.50 Dollars'.",
      "1:27:House.Money:Write the sum with its sign: '3 euros'.",
    ]));
  it('edits what it found, and says both', () => {
    expect(house_('Wow! he said.')).toEqual(["1:1:House.Shouting:No exclamation mark in 'Wow!'; write 'Wow'."]);
    expect(mended('Wow! he said.', /Shouting/)).toBe('Wow he said.');
  });
  it('names its groups in a replacement, and keeps to its limit', () => {
    const text = 'By Ann Lee (author) and Bo Ray (author).';
    expect(house_(text)).toEqual(["1:4:House.FamilyName:Put the family name first: 'Ann Lee (author)' should be 'Lee, Ann'."]);
    expect(mended(text, /Family/)).toBe('By Lee, Ann and Bo Ray (author).');
  });
  it('looks behind, removes, and has the folder in its name', () => {
    const text = 'On August 12th and May 3rd, the 4th day.';
    expect(house_(text)).toEqual([
      "1:13:House.dates.Ordinals:Write the day without 'th'.",
      "1:25:House.dates.Ordinals:Write the day without 'rd'.",
    ]);
    expect(mended(text, /Ordinals/)).toBe('On August 12 and May 3, the 4th day.');
  });
  it('reads no fragment', () => expect(house_('The harbour.')).toEqual([]));
});

describe('substitution', () => {
  it('says what to use instead of what', () =>
    expect(house_('An abundance of rain gave rise to floods.')).toEqual([
      "1:4:House.Plain:Consider using 'plenty' instead of 'abundance'",
      "1:22:House.Plain:Consider using 'lead to' instead of 'gave rise to'",
    ]));
  it('fills in the groups of the key', () =>
    expect(house_('Look within the main directory.')).toEqual([
      "1:6:House.Plain:Consider using 'in the main  directory' instead of 'within the main directory'",
    ]));
  it('lists several options', () => {
    const text = 'A masterful pass.';
    expect(house_(text)).toEqual(["1:3:House.Options:Consider using 'skilled', 'authoritative', or 'commanding' instead of 'masterful.'"]);
    expect(inHouse(text)[0]!.fixes.map((f) => f.title)).toEqual([
      'Change "masterful" to "skilled"',
      'Change "masterful" to "authoritative"',
      'Change "masterful" to "commanding"',
    ]);
  });
  it('does not quote twice, leaves what is right, and corrects the case', () => {
    expect(house_('Javascript, JavaScript and an E-mail.')).toEqual([
      "1:1:House.Brands:Use 'JavaScript' instead of 'Javascript'.",
      "1:31:House.Brands:Use 'email' instead of 'E-mail'.",
    ]);
    expect(mended('Javascript and an email.', /Brands/)).toBe('JavaScript and an email.');
  });
  it('keeps the capital of a sentence in its fix, which nobody applies unasked', () => {
    expect(mended('Abundance of rain.', /Plain/)).toBe('Plenty of rain.');
    expect(inHouse('Abundance of rain.')[0]!.fixes[0]!.confidence).toBe('judgement');
  });
});

describe('occurrence', () => {
  it('counts in each sentence for itself', () =>
    expect(house_('One, two, three, four, five. One, two, three. And, so, on.')).toEqual(['1:4:House.Commas:More than 3 commas (4)!']));
  it('misses what is not there, once', () =>
    expect(house_('# The 3 Piers\n\nText.\n').concat(house_('# The Piers\n\nText.\n'))).toEqual([
      '1:3:House.Lede:A headline names a number (found: 0).',
    ]));
});

it('repetition: the same token again, within a sentence', () => {
  const text = 'He saw The the pier. Pier pier. It is 4 4 of that had had. That *that* is so.';
  expect(house_(text)).toEqual([
    "1:8:House.Again:'the' is repeated!",
    "1:22:House.Again:'pier' is repeated!",
    "1:60:House.Again:'that' is repeated!",
  ]);
  expect(mended('He saw the the pier.', /Again/)).toBe('He saw the pier.');
});

it('consistency: the form that stands first holds, and each later use of the other is marked', () => {
  expect(house_('An advisor.\n\nThe centre.\n')).toEqual([]);
  expect(house_('Ask your advisor. The centre has an adviser too.')).toEqual([
    "1:37:House.Spelling_of_one:Inconsistent spelling of 'adviser'.",
  ]);
  expect(house_('An advisor and a centre.\n\nAn Adviser.\n\nAn advisor.\n\nThe center.\n')).toEqual([
    "3:4:House.Spelling_of_one:Inconsistent spelling of 'Adviser'.",
    "7:5:House.Spelling_of_one:Inconsistent spelling of 'center'.",
  ]);
});

describe('conditional', () => {
  const text =
    'According to Wikipedia, the World Health Organization (WHO) is a specialized agency of the United Nations that is concerned with international public health. We can now use WHO because it has been defined, but we can’t use DAFB because people may not know what it represents. We can use `DAFB` when it’s presented as code, though.';
  it('the example of the documentation gives the finding of the documentation', () =>
    expect(house_(text)).toEqual(["1:224:House.Acronyms:'DAFB' has no definition"]));
  it('a definition holds from its paragraph on, and exceptions need none', () =>
    expect(house_('The WHO and the ABC.\n\nThe World Health Organization (WHO). The WHO.\n')).toEqual([
      "1:5:House.Acronyms:'WHO' has no definition",
    ]));
  it('without a group it asks for presence in the same paragraph', () =>
    expect(house_('He allegedly fell, police said.\n\nShe allegedly ran.\n')).toEqual([
      "3:5:House.Source:'allegedly' needs a source beside it.",
    ]));
});

describe('capitalization', () => {
  it('holds a heading against title case and offers it', () => {
    const text = '# Council 9 sells the old pier of eBay\n';
    expect(house_(text)).toEqual([
      "1:3:House.Titles:'Council 9 sells the old pier of eBay' should be in title case; expected 'Council 9 Sells the Old Pier of eBay'",
    ]);
    expect(mended(text, /Titles/)).toBe('# Council 9 Sells the Old Pier of eBay\n');
    expect(house_('# Council 9 Sells the Old Pier to eBay\n')).toEqual([]);
  });
});

describe('scopes', () => {
  beforeEach(() => {
    root = fresh();
    cpSync(join(shelf, 'Scopes'), join(root, 'styles/Scopes'), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const marks = (text: string, name?: string, format?: Format): string[] =>
    run(pencilOf(), text, name, format)
      .map((f) => f.message)
      .sort();
  it('tell headings, lists, quotes, cells, links and the raw text apart', () => {
    expect(marks('# The pier\n')).toEqual(["heading 'pier'"]);
    expect(marks('# One\n\n## The pier\n')).toEqual([]);
    expect(marks('- the pier\n')).toEqual(["list or quote 'pier'", "no heading 'pier'"]);
    expect(marks('> the pier\n')).toEqual(["list or quote 'pier'", "no heading 'pier'"]);
    expect(marks('| a | b |\n|---|---|\n| the pier | x |\n')).toEqual(["cell 'pier'", "no heading 'pier'"]);
    expect(marks('Click [here](https://example.com/here), not here.\n')).toEqual(["link 'here'"]);
    expect(marks('The **pier** burned.\n')).toEqual(["no heading 'pier'", "paragraph 'pier'", "raw '**pier**'"]);
    expect(marks('<ul><li>the pier</li></ul>', 'draft.html', 'html')).toEqual(["no heading 'pier'"]);
    expect(marks('The `pier` and ```pier```.\n\n```\npier\n```\n')).toEqual([]);
  });
});

describe('what cannot be done, and what is wrong', () => {
  beforeEach(() => {
    root = fresh();
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('kinds, keys, scopes and patterns without a counterpart are warnings at their place; the rest holds', () => {
    cpSync(join(shelf, 'Foreign'), join(root, 'styles/Foreign'), { recursive: true });
    const pencil = pencilOf();
    expect(told('The pier.', run(pencil, 'The pier.'))).toEqual(["1:5:Foreign.Echo:echo 'pier'", "1:5:Foreign.Suggest:suggest 'pier'"]);
    expect(problemsOf(pencil)).toEqual([
      'styles/Foreign/Alt.yml:3:8: warning: Foreign.Alt: The scope "alt" is not read here: drafts have no "alt" that could be told apart.',
      'styles/Foreign/Child.yml:1:10: warning: Foreign.Child builds on the rule "House.Hedging", which is not read here. The rule is left out.',
      'styles/Foreign/Echo.yml:4:5: warning: Foreign.Echo: the pattern "(\\w+) \\1" is left out. Backreferences have no counterpart here.',
      'styles/Foreign/Grade.yml:1:10: warning: Foreign.Grade extends "readability", which is not read here: it is a grade of a whole document. The rule is left out.',
      'styles/Foreign/Program.yml:1:10: warning: Foreign.Program extends "script", which is not read here: it is a program. The rule is left out.',
      'styles/Foreign/Speech.yml:3:1: warning: "pos" is not read here: it needs the parts of speech of every word. The rule is left out.',
      'styles/Foreign/Spelling.yml:1:10: warning: Foreign.Spelling extends "spelling", which is not read here: it needs spelling dictionaries. The rule is left out.',
      'styles/Foreign/Suggest.yml:3:9: warning: Foreign.Suggest: The action "suggest" runs a script or a spelling dictionary, which is not done here. It is marked without a remedy.',
      'styles/Foreign/Tagged.yml:1:10: warning: Foreign.Tagged extends "sequence", which is not read here: it needs the parts of speech of every word. The rule is left out.',
      'styles/Foreign/Words.yml:1:10: warning: Foreign.Words extends "metric", which is not read here: it is a formula over counts of a whole document. The rule is left out.',
    ]);
  });

  it('what Vale itself would refuse is an error at its place', () => {
    cpSync(join(shelf, 'Broken'), join(root, 'styles/Broken'), { recursive: true });
    put('styles/Broken/NotYaml.yml', 'extends: existence\nmessage: "open\ntokens: [a\n');
    put('.blue-pencil.json', '{ "styles": "styles" }');
    const pencil = pencilOf();
    expect(told('The pier.', run(pencil, 'The pier.'))).toEqual(["1:5:Broken.Twice:'quay' for 'pier'"]);
    const problems = problemsOf(pencil);
    expect(problems.filter((p) => !p.includes('NotYaml'))).toEqual([
      'styles/Broken/Key.yml:1:1: error: Broken.Key has no tokens: it would find nothing.',
      'styles/Broken/Key.yml:3:1: error: "token" is not a key of existence. Did you mean "tokens"? The rule is left out.',
      'styles/Broken/Kind.yml:1:10: error: "existance" is not a known kind of rule. Did you mean "existence"?',
      'styles/Broken/Level.yml:3:8: error: "eror" is not a known level. Did you mean "error"?',
      'styles/Broken/Silent.yml:1:1: error: Broken.Silent has no message.',
      'styles/Broken/Twice.yml:5:3: warning: This key stands twice; the later one holds.',
    ]);
    expect(problems.filter((p) => /NotYaml\.yml:\d+:\d+: error: This is not YAML/.test(p)).length).toBeGreaterThan(0);
  });

  it('a folder of that name with other things in it is nobody’s styles', () => {
    put('styles/css/theme.yml', 'colors:\n  - red\n');
    put('styles/site.css', 'a {}');
    const pencil = pencilOf();
    expect(run(pencil, 'The pier.')).toEqual([]);
    expect(problemsOf(pencil)).toEqual([]);
  });
});

describe('which styles hold', () => {
  const rule = (word: string, level = 'warning'): string => `extends: existence\nmessage: "%s"\nlevel: ${level}\ntokens: [${word}]\n`;
  beforeEach(() => {
    root = fresh();
    put('styles/One/Pier.yml', rule('pier'));
    put('styles/One/Quay.yml', rule('quay', 'suggestion'));
    put('styles/Two/Dock.yml', rule('dock', 'error'));
    put('styles/config/vocabularies/Desk/accept.txt', '# ours\nMongoDB\nold pier\n(broken\n');
    put('styles/config/vocabularies/Desk/reject.txt', 'whilst\n');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const text = 'The pier, the quay, the dock.';
  const marked = (pencil = pencilOf(), name?: string, of = text): string[] =>
    run(pencil, of, name).map((f) => `${f.message} ${f.severity}`);

  it('all in a folder "styles" beside the config, or where there is none in the working folder', () => {
    expect(marked()).toEqual(['pier warning', 'quay info', 'dock error']);
    put('.blue-pencil.json', '{}');
    expect(marked()).toEqual(['pier warning', 'quay info', 'dock error']);
    expect(marked(pencilOf({ config: false }))).toEqual([]);
  });
  it('none where the config says so, those it uses where it names them', () => {
    put('.blue-pencil.json', '{ "styles": false }');
    expect(marked()).toEqual([]);
    put('.blue-pencil.json', '{ "styles": { "path": "styles", "use": ["Two"] } }');
    expect(marked()).toEqual(['dock error']);
  });
  it('levels by rule and by style, and in overrides; the level of style/vale is for all', () => {
    put(
      '.blue-pencil.json',
      '{ "rules": { "style/vale": { "checks": { "One": "error", "One.Quay": "off" } } }, "overrides": [{ "files": "opinion/**", "rules": { "style/vale": { "checks": { "Two": "off" } } } }] }',
    );
    expect(marked()).toEqual(['pier error', 'dock error']);
    expect(marked(pencilOf(), 'opinion/a.md')).toEqual(['pier warning', 'quay info']);
    put('.blue-pencil.json', '{ "rules": { "style/vale": "info" } }');
    expect(marked()).toEqual(['pier info', 'quay info', 'dock info']);
    put('.blue-pencil.json', '{ "rules": { "style/vale": "off" } }');
    expect(marked()).toEqual([]);
  });
  it('what a config names wrongly is told at its place', () => {
    put(
      '.blue-pencil.json',
      '{ "styles": { "path": "styles", "use": ["Onne"], "vocab": ["Dask"], "pth": 1 },\n"rules": { "style/vale": { "checks": { "One.Peer": "off", "Two": "loud" } } } }',
    );
    const pencil = pencilOf();
    pencil.linterOf(undefined);
    expect(problemsOf(pencil)).toEqual([
      '.blue-pencil.json:1:41: error: "Onne" is not a known style. Did you mean "One"?',
      '.blue-pencil.json:1:60: error: The vocabulary "Dask" is not there: config/vocabularies/Dask is looked for in the styles.',
      '.blue-pencil.json:1:69: error: "pth" is not a known key. Known: path, use, vocab.',
      '.blue-pencil.json:2:40: error: "One.Peer" is not a known rule of the styles. Did you mean "One.Pier"?',
      '.blue-pencil.json:2:66: error: "loud" is not a known severity. Known: error, warning, info, off.',
    ]);
    put('.blue-pencil.json', '{ "styles": "stiles" }');
    expect(problemsOf(pencilOf())).toEqual([]);
    const missing = pencilOf();
    missing.linterOf(undefined);
    expect(problemsOf(missing)).toEqual(['.blue-pencil.json:1:13: error: "stiles" is no folder with styles.']);
    put('.blue-pencil.json', '{ "styles": "../elsewhere" }');
    const outside = pencilOf();
    outside.linterOf(undefined);
    expect(problemsOf(outside)[0]).toContain('lies outside the folder of this config');
  });

  it('Vale’s own config: styles, switches, levels and sections', () => {
    put(
      '.vale.ini',
      'StylesPath = styles\nMinAlertLevel = warning\n\n[*]\nBasedOnStyles = One\n\n[*.md]\nTwo.Dock = suggestion # soft\n\n[opinion/*.md]\nBasedOnStyles = Two\nTwo.Dock = YES\nOne.Quay = error\n',
    );
    expect(marked()).toEqual(['pier warning']);
    expect(marked(pencilOf(), 'opinion/a.md')).toEqual(['quay error', 'dock error']);
    put('.vale.ini', 'StylesPath = styles\n[*]\nBasedOnStyles = One, Two\nOne = suggestion\nOne.Pier = NO\n');
    expect(marked()).toEqual(['quay info', 'dock error']);
    put('.blue-pencil.json', '{ "styles": { "use": ["One"] } }');
    expect(marked()).toEqual(['pier warning', 'quay info']);
  });
  it('parameters in brackets', () => {
    put('styles/One/Commas.yml', "extends: occurrence\nmessage: '%s commas'\nscope: sentence\nmax: 9\ntoken: ','\n");
    put('.vale.ini', 'StylesPath = styles\n[*]\nOne.Commas = YES\nOne.Commas[max] = 1\n');
    expect(marked()).toEqual(['2 commas warning']);
  });
  it('a vocabulary: exceptions of every rule, Vale.Terms and Vale.Avoid', () => {
    put('.vale.ini', 'StylesPath = styles\nVocab = Desk\n[*]\nBasedOnStyles = Vale, One\nVale.Spelling = NO\nVale.Repetition = NO\n');
    const pencil = pencilOf();
    expect(marked(pencil, undefined, 'The Old pier, the pier; whilst mongoDB slept.')).toEqual([
      "Use 'old pier' instead of 'Old pier'. error",
      'pier warning',
      "Avoid using 'whilst'. error",
      "Use 'MongoDB' instead of 'mongoDB'. error",
    ]);
    expect(problemsOf(pencil)).toEqual([
      'styles/config/vocabularies/Desk/accept.txt:4:1: warning: "(broken" is left out. A bracket is not closed.',
    ]);
  });
  it('what of it is not followed, or not there, is told at its line', () => {
    put(
      '.vale.ini',
      'StylesPath = styles\nIgnoredScopes = code, tt\nSkippedScopes = figure\nVocab = Dask\nMinAlertLevel = loud\nFoo = 1\n[formats]\nmdx = md\n[*]\nBasedOnStyles = Vale, Onne\nTokenIgnores = x\nOne.Peer = YES\nOne.Pier = maybe\nstray\n',
    );
    const pencil = pencilOf();
    run(pencil, text);
    expect(problemsOf(pencil)).toEqual([
      '.vale.ini:10:1: error: "Onne" is not a known style. Did you mean "One"?',
      '.vale.ini:10:1: warning: Vale.Repetition is not read here: copy/doubled-word does what it does. "Vale.Repetition = NO" says that you know.',
      '.vale.ini:10:1: warning: Vale.Spelling is not read here: it needs spelling dictionaries. "Vale.Spelling = NO" says that you know.',
      '.vale.ini:11:1: warning: "TokenIgnores" is not followed here.',
      '.vale.ini:12:1: warning: There is no rule "One.Peer" in the styles. Did you mean "One.Pier"?',
      '.vale.ini:13:1: error: "maybe" is not a known value. Known: YES, NO, suggestion, warning, error.',
      '.vale.ini:14:1: error: This is neither a section nor a setting: key = value.',
      '.vale.ini:3:1: warning: "SkippedScopes" is not followed here.',
      '.vale.ini:4:1: error: The vocabulary "Dask" is not there: config/vocabularies/Dask is looked for in the styles.',
      '.vale.ini:5:1: error: "loud" is not a known level. Known: suggestion, warning, error.',
      '.vale.ini:6:1: warning: "Foo" is not a known key. Known: StylesPath, MinAlertLevel, Vocab, Packages, IgnoredScopes, SkippedScopes, IgnoredClasses, WordTemplate.',
    ]);
  });
  it('a keystroke reads one paragraph again, and gives what a first reading gives', () => {
    const long = Array.from({ length: 40 }, (_, i) => `Paragraph ${i} has a pier and a dock.\n\n`).join('');
    const pencil = pencilOf();
    const before = pencil.read(long, 'markdown', join(root, 'draft.md'));
    pencil.check(before);
    const changed = long.replace('Paragraph 7 has a pier', 'Paragraph 7 has a quay');
    const again = pencil.check(pencil.read(changed, 'markdown', join(root, 'draft.md'), before));
    const anew = run(pencilOf(), changed);
    expect(again.findings.map((f) => [f.span, f.message])).toEqual(anew.map((f) => [f.span, f.message]));
    expect(anew.length).toBe(80);
  });
});
