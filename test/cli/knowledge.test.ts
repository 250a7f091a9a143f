import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Io } from '../../server/src/cli/io';
import { run } from '../../server/src/cli/run';

let cwd: string;
const cache = mkdtempSync(join(tmpdir(), 'blue-pencil-cache-'));
beforeAll(() => {
  process.env['BLUE_PENCIL_CACHE'] = cache;
});
afterAll(() => {
  delete process.env['BLUE_PENCIL_CACHE'];
  rmSync(cache, { recursive: true, force: true });
});
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'blue-pencil-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

async function cli(argv: string[]) {
  let out = '';
  let err = '';
  const io: Io = {
    cwd,
    stdin: Readable.from([]),
    out: (t) => {
      out += t;
    },
    err: (t) => {
      err += t;
    },
    isTerminal: false,
    env: {},
    today: '2026-06-01',
    home: join(__dirname, '../../dist'),
  };
  return { code: await run(argv, io), out, err };
}
const put = (name: string, text: string): string => {
  writeFileSync(join(cwd, name), text);
  return name;
};
const read = (name: string): string => readFileSync(join(cwd, name), 'utf8');
const csv = 'name,office,of,from,until\nOdalys Brightwater,Mayor,Exampleton,2024-01-01,\nTom Reed,Mayor,Exampleton,2016,2024-01-01\n';

describe('knowledge import', () => {
  it('makes a pack that check takes in by extends', async () => {
    put('desk.csv', csv);
    const made = await cli(['knowledge', 'import', 'desk.csv', '--out', 'desk.json', '--verified', '2026-01-01']);
    expect(made.err).toMatch(/^desk\.csv:3: Tom Reed, Mayor: the first day: only the year 2016/m);
    expect(made.err).toMatch(/1 person, 1 office, 1 tenure in desk\.json, verified to 1 January 2026\./);
    expect(made.out).toBe('');
    expect(made.code).toBe(0);
    put('.blue-pencil.json', '{ "extends": "./desk.json" }');
    put('a.md', 'Former Exampleton Mayor Odalys Brightwater opened the fair.\n');
    const checked = await cli(['check', 'a.md', '--as-of', '2025-08-07', '--group', 'title', '--format', 'unix']);
    expect(checked.err).toBe('');
    expect(checked.out).toContain('Odalys Brightwater is in office');
    expect(checked.code).toBe(1);
    const who = await cli(['who', 'Odalys Brightwater', '--as-of', '2025-08-07']);
    expect(who.out).toContain('[desk.csv, verified to 2026-01-01]');
  });
  it('writes to stdout without --out, and vouches for the day on which the file was written', async () => {
    put('desk.csv', csv);
    utimesSync(join(cwd, 'desk.csv'), new Date('2025-03-04T12:00:00Z'), new Date('2025-03-04T12:00:00Z'));
    const { out, err } = await cli(['knowledge', 'import', 'desk.csv']);
    expect(JSON.parse(out).offices.Exampleton.verified).toBe('2025-03-04');
    expect(err).toContain('verified to 4 March 2025 (the day on which the file was last written');
  });
  it('writes over nothing without --force, and never over the source', async () => {
    put('desk.csv', csv);
    put('desk.json', 'mine');
    const refused = await cli(['knowledge', 'import', 'desk.csv', '--out', 'desk.json']);
    expect(refused.err).toMatch(/--out desk\.json: is there already\. --force/);
    expect(refused.code).toBe(2);
    expect(read('desk.json')).toBe('mine');
    expect((await cli(['knowledge', 'import', 'desk.csv', '--out', 'desk.json', '--force'])).code).toBe(0);
    expect(JSON.parse(read('desk.json')).people).toEqual({ 'Odalys Brightwater': {} });
    expect(readdirSync(cwd).sort()).toEqual(['desk.csv', 'desk.json']);
    expect((await cli(['knowledge', 'import', 'desk.csv', '--out', 'desk.csv', '--force'])).err).toMatch(/is the file that is read/);
    expect((await cli(['knowledge', 'import', 'desk.csv', '--out', '.'])).err).toMatch(/is a folder/);
  });
  it.each<[string, string, string[], RegExp]>([
    [
      'nothing that can be used',
      'name,office,of,from\nTom Reed,Mayor,Exampleton,2016\n',
      [],
      /nothing in x could be used, and nothing was written/,
    ],
    ['no header', 'Tom Reed,Mayor\n', [], /x has no column "name" and no column "office"/],
    ['another kind', '{"a":1}', [], /x is JSON, but neither/],
    ['said to be what it is not', 'name,office\n', ['--from', 'wikidata'], /x is no result of a query/],
    ['empty', '', [], /x is empty/],
    ['a bad kind', csv, ['--from', 'wikidta'], /Did you mean "wikidata"/],
    ['a bad day', csv, ['--verified', '2025-02-30'], /--verified 2025-02-30: there is no such day/],
  ])('%s: one clear line, exit code 2', async (_, text, flags, message) => {
    put('x', text);
    const { code, err } = await cli(['knowledge', 'import', 'x', ...flags, '--out', 'out.json']);
    expect(err).toMatch(message);
    expect(code).toBe(2);
    expect(existsSync(join(cwd, 'out.json'))).toBe(false);
  });
  it('a file that is not there, a binary one, none at all', async () => {
    expect((await cli(['knowledge', 'import', 'gone.csv'])).err).toMatch(/gone\.csv: does not exist/);
    writeFileSync(join(cwd, 'b'), new Uint8Array([1, 0, 2]));
    expect((await cli(['knowledge', 'import', 'b'])).err).toMatch(/b is a binary file/);
    expect((await cli(['knowledge', 'import'])).err).toMatch(/takes one file/);
    expect((await cli(['knowledge', 'imprt', 'b'])).err).toMatch(/Did you mean "import"/);
  });
});

describe('knowledge status', () => {
  it('shows the edition, what is oldest, and the packs in force with what is wrong in them', async () => {
    const bare = await cli(['knowledge', 'status']);
    expect(bare.code).toBe(0);
    expect(bare.out).toMatch(/^Edition .*, verified to \d+ \w+ \d{4}\.\n {2}[\d,]+ people, /);
    expect(bare.out).toContain('No packs in force here');
    put('desk.csv', csv);
    await cli(['knowledge', 'import', 'desk.csv', '--out', 'desk.json', '--verified', '2026-01-01']);
    put('.blue-pencil.json', '{ "extends": "./desk.json", "people": { "Jane Okoro": { "bron": "1970-01-01" } } }');
    const { code, out, err } = await cli(['knowledge', 'status']);
    expect(out).toMatch(/desk\.json, verified to 1 January 2026: 1 person, 1 office, 1 tenure/);
    expect(out).toMatch(/\.blue-pencil\.json: 1 person\n {4}1 wrong/);
    expect(err).toMatch(/\.blue-pencil\.json:1:\d+: Unknown key "bron"/);
    expect(code).toBe(2);
    const json = JSON.parse((await cli(['knowledge', 'status', '--format', 'json'])).out);
    expect(json.packs.map((p: { file: string; counts: { tenures: number } }) => [p.file, p.counts.tenures])).toEqual([
      ['desk.json', 1],
      ['.blue-pencil.json', 0],
    ]);
    expect(json.oldest[0].verified <= json.oldest[1].verified).toBe(true);
  });
});

describe('knowledge update', () => {
  let server: Server | undefined;
  const queries: string[] = [];
  afterEach(async () => {
    server?.closeAllConnections();
    await new Promise<void>((done) => (server ? server.close(() => done()) : done()));
    server = undefined;
    queries.length = 0;
  });
  async function standIn(answer: (query: string, response: ServerResponse, n: number) => void): Promise<string> {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (d) => {
        body += d;
      });
      request.on('end', () => {
        const query = new URLSearchParams(body).get('query') ?? '';
        queries.push(query);
        answer(query, response, queries.length);
      });
    });
    await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`;
  }
  const cell = (value: string) => ({ type: 'literal', value });
  const row = (key: string, position: string, title: string, person: string, name: string, start: string, end?: string) => ({
    key: cell(key),
    position: cell(`http://www.wikidata.org/entity/${position}`),
    positionLabel: cell(title),
    person: cell(`http://www.wikidata.org/entity/${person}`),
    personLabel: cell(name),
    start: cell(`${start}T00:00:00Z`),
    startPrecision: cell('11'),
    ...(end && { end: cell(`${end}T00:00:00Z`), endPrecision: cell('11') }),
    acting: cell('false'),
  });
  const rows = [
    row('france/president', 'Q191954', 'President of the French Republic', 'Q3052772', 'Emmanuel Macron', '2017-05-14', '2026-05-20'),
    row('france/president', 'Q191954', 'President of the French Republic', 'Q900001', 'Fleur Exemple', '2026-05-20'),
    row('france/president', 'Q191954', 'President of the French Republic', 'Q157', 'François Hollande', '2012-05-15', '2017-05-14'),
    row('ukraine/president', 'Q900009', 'President of Ukraine', 'Q3874799', 'Volodymyr Zelenskyy', '2019-05-20'),
  ];
  const answer = (query: string, response: ServerResponse) =>
    response.end(JSON.stringify({ results: { bindings: rows.filter((r) => query.includes(`"${r.key.value}"`)) } }));
  const asks = (endpoint: string, ...more: string[]) =>
    cli(['knowledge', 'update', '--endpoint', endpoint, '--pause', '0', '--retries', '1', '--timeout', '2', ...more]);

  it('asks for the offices named, and writes what is new: who came, who left, who is still there', async () => {
    const endpoint = await standIn(answer);
    const { code, out, err } = await asks(endpoint, '--offices', 'france/president,ukraine/president', '--out', 'w.json');
    expect(code).toBe(0);
    expect(out).toBe('');
    const pack = JSON.parse(read('w.json'));
    expect(pack.offices.France.offices.president.tenures).toEqual([
      { 'Emmanuel Macron': '2017-05-14..2026-05-20' },
      { 'Fleur Exemple': '2026-05-20..' },
    ]);
    expect(pack.offices.Ukraine).toMatchObject({ verified: '2026-06-01', source: 'Wikidata' });
    expect(err).toContain('in w.json, verified to 1 June 2026');
    expect(readdirSync(cwd)).toEqual(['w.json']);
    put('.blue-pencil.json', '{ "extends": "./w.json" }');
    put('a.md', 'French President Emmanuel Macron opened the fair.\n');
    const checked = await cli(['check', 'a.md', '--as-of', '2026-05-30', '--group', 'title', '--format', 'unix']);
    expect(checked.out).toContain('title/not-holder');
    expect(checked.err).toBe('');
  });
  it('writes all with --all, and over nothing without --force', async () => {
    const endpoint = await standIn(answer);
    expect((await asks(endpoint, '--offices', 'france/president', '--all', '--out', 'w.json')).code).toBe(0);
    expect(JSON.parse(read('w.json')).offices.France.offices.president.tenures).toHaveLength(3);
    const again = await asks(endpoint, '--offices', 'france/president', '--out', 'w.json');
    expect(again.err).toMatch(/is there already/);
    expect(queries).toHaveLength(1);
  });
  it('goes on where it broke off', async () => {
    let down = true;
    const endpoint = await standIn((query, response) => {
      if (down && query.includes('"ukraine/president"')) response.writeHead(429, { 'retry-after': '7200' }).end();
      else answer(query, response);
    });
    const first = await asks(endpoint, '--offices', 'france/president,ukraine/president', '--out', 'w.json');
    expect(first.err).toMatch(
      /120 minutes of rest\. 1 of 2 offices are answered, and kept in w\.json\.part\.json; the same command goes on from there/,
    );
    expect(first.code).toBe(2);
    expect(readdirSync(cwd)).toEqual(['w.json.part.json']);
    down = false;
    const before = queries.length;
    const second = await asks(endpoint, '--offices', 'france/president,ukraine/president', '--out', 'w.json');
    expect(second.err).toMatch(/Going on from 1 June 2026: 1 of 2 offices are answered/);
    expect(second.code).toBe(0);
    expect(queries.slice(before).every((q) => !q.includes('"france/president"'))).toBe(true);
    expect(Object.keys(JSON.parse(read('w.json')).offices)).toEqual(['France', 'Ukraine']);
    expect(readdirSync(cwd)).toEqual(['w.json']);
  });
  it.each<[string, string]>([
    ['broken', '{"form":1,"began":'],
    ['of another form', '{"form":99}'],
    [
      'of another endpoint',
      JSON.stringify({ form: 1, endpoint: 'https://example.org/', began: '2026-06-01', answers: { 'france/president': [] } }),
    ],
    ['old', 'OLD'],
  ])('what an earlier run left is %s: it asks anew', async (_, text) => {
    const endpoint = await standIn(answer);
    put(
      'w.json.part.json',
      text === 'OLD' ? JSON.stringify({ form: 1, endpoint, began: '2026-05-01', answers: { 'france/president': [] } }) : text,
    );
    const { code, err } = await asks(endpoint, '--offices', 'france/president', '--out', 'w.json');
    expect(err).toMatch(/w\.json\.part\.json: what an earlier run left is .*; asking anew/);
    expect(queries).toHaveLength(1);
    expect(code).toBe(0);
  });
  it('an office that cannot be answered is told; the others are written, and the next run asks for it', async () => {
    const endpoint = await standIn((query, response) =>
      query.includes('"france/president"') ? void response.end('<html>') : answer(query, response),
    );
    const { code, err } = await asks(endpoint, '--offices', 'france/president,ukraine/president', '--out', 'w.json');
    expect(err).toMatch(/^france\/president: the answer is no JSON/m);
    expect(code).toBe(2);
    expect(Object.keys(JSON.parse(read('w.json')).offices)).toEqual(['Ukraine']);
    expect(existsSync(join(cwd, 'w.json.part.json'))).toBe(true);
  });
  it('nobody there, nothing new, offices that nobody has', async () => {
    const endpoint = await standIn(answer);
    expect((await asks('http://127.0.0.1:9/sparql', '--offices', 'france/president')).err).toMatch(/cannot be reached/);
    const none = await asks(endpoint, '--offices', 'germany/president');
    expect(none.err).toMatch(/no position by our title.*germany\/president/);
    expect(none.code).toBe(2);
    expect((await asks(endpoint, '--offices', 'frnce/president')).err).toMatch(
      /--offices frnce\/president: .*Did you mean "france\/president"/,
    );
    expect((await asks('ftp://x')).err).toMatch(/write the address of a SPARQL endpoint/);
    expect((await asks(endpoint, '--pause', 'long')).err).toMatch(/write a number of seconds/);
  });
});

it('help says which command uses the network', async () => {
  expect((await cli(['knowledge', '--help'])).out).toContain('THE ONLY COMMAND THAT USES THE NETWORK');
  expect((await cli(['--help'])).out).toContain('blue-pencil knowledge');
});
