import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { captured } from './captured';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'blue-pencil-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const cli = (argv: string[], stdin = '') => captured(cwd, argv, stdin);
const put = (name: string, text: string | Uint8Array): string => {
  mkdirSync(join(cwd, name, '..'), { recursive: true });
  writeFileSync(join(cwd, name), text);
  return name;
};
const get = (name: string): string => readFileSync(join(cwd, name), 'utf8');
const wrong = 'Former U.S. President Donald Trump opened the fair in the rain.\n';
const clean = 'The mayor opened the fair in the rain, and nobody came.\n';

describe('check', () => {
  it('finds, says why, and exits 1', async () => {
    put('a.md', wrong);
    const { code, out } = await cli(['check', '--as-of', '2025-08-07']);
    expect(code).toBe(1);
    expect(out).toContain('title/former-for-holder');
    expect(out).toContain('as of 2025-08-07 (from --as-of)');
    expect(out).toContain('20 January 2025');
  });
  it('is content with a clean draft', async () => {
    put('a.txt', clean);
    const { code, out } = await cli(['check', 'a.txt', '--as-of', '2025-08-07']);
    expect(code).toBe(0);
    expect(out).toContain('1 draft checked');
  });
  it('writes the contract’s JSON', async () => {
    put('2025-08-07-a.md', wrong);
    const { out } = await cli(['check', '--format', 'json', '--group', 'title']);
    const [r] = JSON.parse(out);
    expect(r.asOf).toEqual({ date: '2025-08-07', source: 'file name' });
    expect(r.errorCount).toBe(1);
    const [m] = r.messages;
    expect(m).toMatchObject({
      ruleId: 'title/former-for-holder',
      severity: 2,
      level: 'error',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 35,
      range: [0, 34],
    });
    expect(m.fix).toBeUndefined();
    const { range, text } = m.suggestions[0].fix;
    expect(wrong.slice(0, range[0]) + text + wrong.slice(range[1])).toBe('U.S. President Donald Trump opened the fair in the rain.\n');
    expect(m.evidence[0].text).toContain('20 January 2025');
    expect(m.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });
  it('writes unix lines, and several formats at once', async () => {
    put('a.md', wrong);
    const { out } = await cli(['check', '--as-of', '2025-08-07', '--format', 'unix', '--format', 'json=report.json', '--group', 'title']);
    expect(out).toMatch(/^a\.md:1:1: error title\/former-for-holder /);
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'))).toHaveLength(1);
  });
  it('takes the level from --rule and --fail-on', async () => {
    put('a.md', wrong);
    const as = ['check', '--as-of', '2025-08-07', '--group', 'title'];
    expect((await cli([...as, '--rule', 'title/former-for-holder=warning'])).code).toBe(0);
    expect((await cli([...as, '--rule', 'title=warning', '--fail-on', 'warning'])).code).toBe(1);
    expect((await cli([...as, '--rule', 'title=off'])).out).toContain('nothing marked');
    expect((await cli([...as, '--fail-on', 'never'])).code).toBe(0);
  });
  it('honours .gitignore and exclude', async () => {
    put('a.md', clean);
    put('old/b.md', wrong);
    put('drop/c.md', wrong);
    put('.gitignore', 'old/\n');
    put('.blue-pencil.json', '{ "exclude": ["drop/**"] }');
    mkdirSync(join(cwd, '.git'));
    const { code, out } = await cli(['check', '--as-of', '2025-08-07']);
    expect(out).toContain('1 draft checked');
    expect(code).toBe(0);
  });
  it('reads stdin', async () => {
    const { code, out } = await cli(
      ['check', '--stdin', '--stdin-filename', '2025-08-07-x.md', '--format', 'unix', '--group', 'title'],
      wrong,
    );
    expect(code).toBe(1);
    expect(out).toContain('2025-08-07-x.md:1:1: error');
  });
  it('fixes what is certain, once, and leaves judgement alone', async () => {
    put('a.txt', 'The the fair opened on time.\n\nFormer U.S. President Donald Trump came.\n');
    const first = await cli(['check', '--fix', '--as-of', '2025-08-07', '--fail-on', 'never']);
    expect(first.code).toBe(0);
    const after = readFileSync(join(cwd, 'a.txt'), 'utf8');
    expect(after).toBe('The fair opened on time.\n\nFormer U.S. President Donald Trump came.\n');
    await cli(['check', '--fix', '--as-of', '2025-08-07']);
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe(after);
  });
  it('fixes the file that a link leads to, and leaves the link', async () => {
    put('real/a.txt', 'The the fair opened on time.\n');
    symlinkSync('real/a.txt', join(cwd, 'b.txt'));
    await cli(['check', 'b.txt', '--fix', '--as-of', '2025-08-07']);
    expect(get('real/a.txt')).toBe('The fair opened on time.\n');
    expect(lstatSync(join(cwd, 'b.txt')).isSymbolicLink()).toBe(true);
  });
  it('shows a dry run as a diff and writes nothing', async () => {
    put('a.txt', 'The the fair opened on time.\n');
    const { out } = await cli(['check', '--fix-dry-run', '--as-of', '2025-08-07']);
    expect(out).toContain('-The the fair');
    expect(out).toContain('+The fair');
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe('The the fair opened on time.\n');
  });
});

describe('formats, baseline, diff', () => {
  it.each([
    ['sarif', (o: string) => expect(JSON.parse(o).runs[0].results[0]).toMatchObject({ ruleId: 'title/former-for-holder', level: 'error' })],
    [
      'github',
      (o: string) =>
        expect(o).toMatch(/^::error file=a\.md,line=1,endLine=1,col=1,endColumn=35,title=Blue Pencil \(title\/former-for-holder\)::/),
    ],
    ['junit', (o: string) => expect(o).toContain('<testsuite name="a.md" tests="1" failures="1"')],
    ['checkstyle', (o: string) => expect(o).toContain('<error line="1" column="1" severity="error" message="&quot;Former')],
    ['jsonl', (o: string) => expect(o.trim().split('\n')).toHaveLength(1)],
  ] as const)('%s', async (format, expectation) => {
    put('a.md', wrong);
    const { code, out } = await cli(['check', '--as-of', '2025-08-07', '--group', 'title', '--format', format]);
    expectation(out);
    expect(code).toBe(1);
  });
  it('a baseline holds what was known, by words and not by line, and tells what is gone', async () => {
    put('a.md', wrong);
    const as = ['check', '--as-of', '2025-08-07', '--group', 'title', '--baseline', 'known.json'];
    expect((await cli([...as, '--update-baseline'])).code).toBe(0);
    put('a.md', `${clean}\n${wrong}`);
    expect((await cli(as)).code).toBe(0);
    put('a.md', `${wrong}\nFormer French President Emmanuel Macron came.\n`);
    const more = await cli(as);
    expect(more.code).toBe(1);
    expect(more.out).toContain('Macron');
    expect(more.out).not.toContain('Donald Trump is in office');
    put('a.md', clean);
    expect((await cli(as)).err).toMatch(/1 entry of the baseline no longer match/);
    expect((await cli(['check', '--baseline', 'gone.json', 'a.md'])).code).toBe(2);
  });
  it('a baseline holds from any folder, keeps what it says of drafts not looked at, and takes no other file for one', async () => {
    put('in/a.md', wrong);
    put('in/b.md', wrong);
    const as = ['check', '--as-of', '2025-08-07', '--group', 'title', '--format', 'unix', '--baseline', 'new/known.json'];
    expect((await cli([...as, '--update-baseline', 'in'])).code).toBe(0);
    expect(Object.keys(JSON.parse(get('new/known.json')).findings)).toEqual(['../in/a.md', '../in/b.md']);
    put('in/a.md', clean);
    expect((await cli([...as, '--update-baseline', 'in/a.md'])).code).toBe(0);
    expect(Object.keys(JSON.parse(get('new/known.json')).findings)).toEqual(['../in/b.md']);
    expect((await cli([...as, 'in'])).code).toBe(0);
    const over = await cli(['check', 'in', '--baseline', 'in/b.md', '--update-baseline']);
    expect(over.code).toBe(2);
    expect(get('in/b.md')).toBe(wrong);
    const folder = await cli(['check', 'in', '--baseline', 'in', '--update-baseline']);
    expect(folder).toMatchObject({ code: 2, err: 'blue-pencil: --baseline in is a folder, not a file\n' });
  });
  it('a report makes its folder, and one that cannot be written keeps none of the others back', async () => {
    put('a.md', wrong);
    const formats = ['--format', 'json=out/a/report.json', '--format', 'sarif=a.md/x.sarif', '--format', 'unix'];
    const { code, out, err } = await cli(['check', '--as-of', '2025-08-07', '--group', 'title', 'a.md', ...formats]);
    expect(code).toBe(2);
    expect(err).toMatch(/^blue-pencil: --format sarif=a\.md\/x\.sarif: cannot be written/);
    expect(out).toContain('a.md:1:1: error');
    expect(JSON.parse(get('out/a/report.json'))).toHaveLength(1);
    expect((await cli(['check', 'a.md', '--format', 'json='])).err).toContain('the file is missing, as in --format json=report');
  });
  it('--diff marks only what changed lines touch', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd, stdio: 'ignore' });
    put('a.md', `${wrong}\n${clean}`);
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'one');
    put('a.md', `${wrong}\nFormer French President Emmanuel Macron came.\n`);
    put('b.md', wrong);
    const { out } = await cli(['check', '--as-of', '2025-08-07', '--group', 'title', '--format', 'unix', '--diff', 'HEAD']);
    expect(out).toContain('a.md:3:1');
    expect(out).not.toContain('a.md:1:1');
    expect(out).toContain('b.md:1:1');
    expect((await cli(['check', '--diff', 'no-such-ref'])).code).toBe(2);
  });
});

it('a stet for what was not asked is not called unused', async () => {
  put(
    'a.md',
    `<!-- stet copy/doubled-word: his word -->\n\nThe the fair opened.\n\n<!-- stet desk/fact-conflict: both are right -->\n\nIt rained.\n\n<!-- stet -->\n\nThe the rain.\n`,
  );
  const unused = async (...flags: string[]) =>
    [
      ...(await cli(['check', 'a.md', '--as-of', '2025-08-07', '--format', 'unix', ...flags])).out.matchAll(
        /:(\d+):1: info copy\/unused-stet/g,
      ),
    ].map((m) => m[1]);
  expect(await unused()).toEqual([]);
  expect(await unused('--group', 'title')).toEqual([]);
  expect(await unused('--rule', 'copy=off')).toEqual([]);
  put('a.md', '<!-- stet title -->\n\nThe fair opened.\n\n<!-- stet -->\n\nIt rained.\n\n<!-- stet titel -->\n\nIt rained on.\n');
  expect(await unused()).toEqual(['1', '5', '9']);
});
it('explains the findings that no rule makes', async () => {
  expect(await cli(['explain', 'copy/unused-stet'])).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringContaining('lets nothing stand'),
  });
});

describe('bad input: one clear line, exit code 2', () => {
  it.each<[string, string[], RegExp]>([
    ['no such file', ['check', 'gone.md'], /gone\.md: does not exist/],
    ['a folder without drafts', ['check', '.'], /no drafts in this folder/],
    ['an impossible day', ['check', '--as-of', '2025-02-30'], /--as-of 2025-02-30: there is no such day/],
    ['a bad flag', ['check', '--formt', 'json'], /unknown flag --formt\. Did you mean --format\?/],
    ['a bad format', ['check', '--format', 'jsom'], /Did you mean "json"/],
    ['a bad level', ['check', '--fail-on', 'eror'], /Did you mean "error"/],
    ['a bad rule', ['check', '--rule', 'title/not-holdr=off'], /Did you mean "title\/not-holder"/],
    ['a bad command', ['chek'], /Did you mean "check"/],
    ['a bad rule to explain', ['explain', 'title/nothing'], /is not a known rule/],
    ['read without a file', ['read'], /read takes one file/],
    ['a config that is not there', ['check', '--config', 'x.json'], /--config x\.json: does not exist/],
    [
      'a flag without its value',
      ['check', '--diff', '--stats'],
      /^blue-pencil: --diff: argument is ambiguous\. See blue-pencil --help\.\n$/,
    ],
    ['a file for stream', ['stream', 'x.jsonl'], /stream reads stdin: blue-pencil stream < x\.jsonl/],
    ['a word too many', ['init', 'here'], /"here": init takes no names/],
    ['two files for config', ['config', 'a.md', 'b.md'], /"b\.md": config takes no more than that/],
    ['a group to explain', ['explain', 'headline'], /"headline" is a group of rules\. Explain one of them: headline\/competing, /],
    ['nonsense for --concurrency', ['check', '--concurrency', 'many'], /whole number/],
  ])('%s', async (_, argv, message) => {
    const { code, err } = await cli(argv);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });
  it('a link that leads to itself', async () => {
    symlinkSync('a.md', join(cwd, 'a.md'));
    expect(await cli(['check', 'a.md'])).toEqual({
      code: 2,
      out: 'No draft was checked.\n',
      err: 'blue-pencil: a.md: is a link that leads to itself\n',
    });
  });
  it('a binary file', async () => {
    put('a.md', new Uint8Array([1, 2, 0, 3]));
    const { code, err } = await cli(['check', 'a.md']);
    expect(err).toMatch(/a\.md is a binary file/);
    expect(code).toBe(2);
  });
  it('a file that is not UTF-8 says what was tried', async () => {
    put('a.md', new Uint8Array([0x41, 0xe9, 0x20, 0x42]));
    const { code, err } = await cli(['check', 'a.md']);
    expect(err).toMatch(/not UTF-8 \(tried UTF-8, which breaks off near byte \d/);
    expect(code).toBe(2);
  });
  it('UTF-16 is named', async () => {
    put('a.md', new Uint8Array([0xff, 0xfe, 0x41, 0x00]));
    expect((await cli(['check', 'a.md'])).err).toMatch(/UTF-16/);
  });
  it('a file over the limit is a finding, never silence', async () => {
    put('a.txt', 'word '.repeat(2.2e6));
    const { code, out } = await cli(['check', 'a.txt']);
    expect(out).toMatch(/more than the 10 MB/);
    expect(code).toBe(1);
  });
  it('the other drafts are still judged', async () => {
    put('a.md', wrong);
    const { code, out, err } = await cli(['check', 'a.md', 'gone.md', '--as-of', '2025-08-07']);
    expect(out).toContain('title/former-for-holder');
    expect(err).toContain('gone.md');
    expect(code).toBe(2);
  });
  it('a broken config has its place and a did-you-mean, and the rest holds', async () => {
    put('a.md', wrong);
    put(
      '.blue-pencil.json',
      '{\n  // house rules\n  "ruls": {},\n  "rules": { "title/former-for-holder": "warning", "title/nott-holder": "off" }\n}\n',
    );
    const { code, out, err } = await cli(['check', '--as-of', '2025-08-07', '--group', 'title', '--format', 'unix']);
    expect(err).toMatch(/\.blue-pencil\.json:3:3: "ruls" is not a known key\. Did you mean "rules"\?/);
    expect(err).toMatch(/\.blue-pencil\.json:4:\d+: "title\/nott-holder" is not a known rule\. Did you mean "title\/not-holder"\?/);
    expect(out).toContain('warning title/former-for-holder');
    expect(code).toBe(2);
  });
  it('a config in UTF-16 is named, once; a stet file may begin with a byte order mark', async () => {
    put('a.md', clean);
    put('.blue-pencil.json', Buffer.from('\ufeff{"failOn":"never"}', 'utf16le'));
    put('.blue-pencil.stet.json', '\ufeff{ "stet": [] }\n');
    const { code, err } = await cli(['check', '--as-of', '2025-08-07']);
    expect({ code, err }).toEqual({ code: 2, err: '.blue-pencil.json:1:1: The config is not encoded as UTF-8: save it as UTF-8.\n' });
    put('.blue-pencil.json', '{}');
    put('.blue-pencil.stet.json', '{ "stett": [] }\n');
    expect((await cli(['check', '--as-of', '2025-08-07'])).err).toMatch(/^\.blue-pencil\.stet\.json: /);
  });
  it('a config that is no JSON', async () => {
    put('a.md', clean);
    put('.blue-pencil.json', '{ "rules": \n');
    const { code, err } = await cli(['check', '--as-of', '2025-08-07']);
    expect(err).toMatch(/\.blue-pencil\.json:\d+:\d+: This is not JSON/);
    expect(code).toBe(2);
  });
});

describe('config', () => {
  it('overrides by file', async () => {
    put('news/a.md', wrong);
    put('opinion/b.md', wrong);
    put('.blue-pencil.json', '{ "overrides": [{ "files": "opinion/**", "rules": { "title": "off" } }] }');
    const { out } = await cli(['check', '--as-of', '2025-08-07', '--format', 'unix', '--group', 'title']);
    expect(out).toContain('news/a.md');
    expect(out).not.toContain('opinion/b.md');
  });
  it('extends a file of its own folder, and no other', async () => {
    put('a.md', wrong);
    put('house.json', '{ "rules": { "title": "off" } }');
    put('.blue-pencil.json', '{ "extends": "./house.json" }');
    expect((await cli(['check', '--as-of', '2025-08-07', '--group', 'title'])).code).toBe(0);
    put('.blue-pencil.json', '{ "extends": "../../etc/passwd" }');
    const { code, err } = await cli(['check', '--as-of', '2025-08-07', '--group', 'title']);
    expect(code).toBe(2);
    expect(err).toMatch(/\.blue-pencil\.json:1:/);
  });
  it('knows the desk’s own people and offices', async () => {
    put('a.md', 'Former Mayor Odalys Brightwater opened the fair.\n');
    put(
      '.blue-pencil.json',
      '{ "places": { "Exampleton": { "kind": "city" } }, "offices": { "Exampleton": { "verified": "2026-01-01", "offices": { "mayor": { "tenures": [{ "Odalys Brightwater": "2024-01-01.." }] } } } } }',
    );
    const { code, out, err } = await cli(['check', '--as-of', '2025-08-07', '--format', 'unix', '--group', 'title']);
    expect(err).toBe('');
    expect(out).toContain('Odalys Brightwater is in office');
    expect(code).toBe(1);
  });
  it('init writes one that is valid, once', async () => {
    expect((await cli(['init'])).code).toBe(0);
    const shown = await cli(['config']);
    expect(shown.err).toBe('');
    expect(JSON.parse(shown.out).failOn).toBe('error');
    const again = await cli(['init']);
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/is there already/);
  });
});

describe('stet', () => {
  it('lets the next paragraph stand, and says when it lets nothing stand', async () => {
    put('a.md', `<!-- stet title/former-for-holder: his own words -->\n\n${wrong}\n${wrong}`);
    const { out } = await cli(['check', '--as-of', '2025-08-07', '--format', 'unix', '--group', 'title']);
    expect(out.match(/former-for-holder/g)).toHaveLength(1);
    put('a.md', `<!-- stet title/not-holder -->\n\n${clean}`);
    expect((await cli(['check', '--as-of', '2025-08-07', '--format', 'unix'])).out).toContain('info copy/unused-stet');
  });
  it('by fingerprint, from the file at the root', async () => {
    put('a.txt', wrong);
    const [r] = JSON.parse((await cli(['check', '--as-of', '2025-08-07', '--format', 'json', '--group', 'title'])).out);
    put(
      '.blue-pencil.stet.json',
      JSON.stringify({ stet: [{ fingerprint: r.messages[0].fingerprint, rule: 'title/former-for-holder', text: 'x', reason: 'quoted' }] }),
    );
    expect((await cli(['check', '--as-of', '2025-08-07', '--group', 'title'])).code).toBe(0);
  });
});

describe('stream', () => {
  it('answers each line in order, and goes on after a bad one', async () => {
    const lines = [
      JSON.stringify({ id: 1, text: wrong, asOf: '2025-08-07' }),
      'not json',
      '',
      JSON.stringify({ id: 'b', text: `# x\n\n${clean}`, format: 'markdown', path: '2024-01-05-x.md' }),
      JSON.stringify({ id: 3, text: clean, asOf: '2025-02-30' }),
      JSON.stringify({ id: 4 }),
    ];
    const { code, out } = await cli(['stream', '--no-config'], `${lines.join('\n')}\n`);
    const answers = out
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l));
    expect(answers.map((a) => a.id)).toEqual([1, null, 'b', 3, 4]);
    expect(answers[0].messages[0].ruleId).toBe('title/former-for-holder');
    expect(answers[1].error).toMatch(/not JSON/);
    expect(answers[2].asOf).toEqual({ date: '2024-01-05', source: 'file name' });
    expect(answers[3].error).toMatch(/no such day/);
    expect(answers[4].error).toMatch(/"text"/);
    expect(code).toBe(0);
  });
  it('--read adds what was read', async () => {
    const { out } = await cli(
      ['stream', '--no-config', '--read'],
      JSON.stringify({ id: 1, text: '“Yes,” said President Emmanuel Macron on Aug. 5, 2025.', asOf: '2025-08-07' }),
    );
    const { read } = JSON.parse(out);
    expect(read.dateline.date).toBe('2025-08-07');
    expect(read.quotes).toHaveLength(1);
    expect(read.mentions[0].people).toEqual(['emmanuel-macron']);
    expect(read.mentions[0].titles[0].verdict).toBe('fits');
    expect(read.dates[0]).toMatchObject({ text: 'Aug. 5, 2025', value: '2025-08-05' });
  });
});

describe('rot', () => {
  it('names the day on which a sentence stops being true', async () => {
    put('a.md', 'President Joe Biden opened the bridge, and the mayor closed it.\n');
    const table = await cli(['rot', '--from', '2024-06-01', '--to', '2025-06-01']);
    expect(table.code).toBe(1);
    expect(table.out).toMatch(/^from 2025-01-21 {2}a\.md:1:1 {2}"President Joe Biden"/);
    const [row] = JSON.parse((await cli(['rot', 'a.md', '--from', '2024-06-01', '--to', '2025-06-01', '--format', 'json'])).out);
    expect(row).toMatchObject({ on: '2025-01-21', text: 'President Joe Biden', ruleId: 'title/not-holder' });
    const ics = (await cli(['rot', '--from', '2024-06-01', '--to', '2025-06-01', '--format', 'ics'])).out;
    expect(ics).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(ics).toContain('DTSTART;VALUE=DATE:20250121\r\n');
    expect(ics.split('\r\n').every((l) => Buffer.byteLength(l) <= 75)).toBe(true);
    expect((await cli(['rot', '--from', '2024-06-01', '--to', '2024-12-01'])).code).toBe(0);
    expect((await cli(['rot', '--from', '2024-06-01', '--to', '2024-01-01'])).code).toBe(2);
  });
  it('a date to come that has passed', async () => {
    put('a.md', 'The council will meet on 3 May 2025 in the hall by the river.\n');
    expect((await cli(['rot', '--from', '2025-04-01', '--to', '2025-06-01'])).out).toMatch(/^from 2025-05-0[45]/);
  });
});

describe('the rest', () => {
  it('who', async () => {
    const { code, out } = await cli(['who', 'Mark Rutte', '--as-of', '2024-11-10']);
    expect(code).toBe(0);
    expect(out).toMatch(/in office\s+.*Secretary-General, NATO/i);
    expect(out).toMatch(/former\s+.*Netherlands/);
    expect((await cli(['who', 'Nobody Whatsoever'])).code).toBe(1);
  });
  it('read', async () => {
    put('2025-08-07-a.md', wrong);
    const { out } = await cli(['read', '2025-08-07-a.md']);
    expect(out).toMatch(/dateline {2}2025-08-07 \(file name\)/);
    expect(out).toMatch(/donald-trump/);
    expect(out).toMatch(/former in office/);
  });
  it('rules, explain, help, version', async () => {
    expect((await cli(['rules'])).out).toContain('title/not-holder');
    expect((await cli(['explain', 'title/not-holder'])).out).toContain('Stands:');
    expect((await cli(['--help'])).out).toContain('blue-pencil check');
    expect((await cli(['check', '--help'])).out).toContain('--fail-on');
    expect((await cli(['--version'])).out).toMatch(/^\d+\.\d+\.\d+/);
    expect((await cli([])).code).toBe(2);
  });
});
