import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKnowledge, rules } from '../../server/src/core';
import { loadConfig } from '../../server/src/host/config-file';
import { giveShelf, joinDesk, type PackShelf, worthKeeping } from '../../server/src/host/desk-knowledge';
import { cacheFolder, packShelf } from '../../server/src/host/pack-shelf';

const bytes = readFileSync(join(__dirname, '../../dist/knowledge.bin'));
/** A knowledge of its own, so that a shelf given to it is nobody else's. */
const fresh = () => openKnowledge(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
const base = fresh();

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'blue-pencil-packs-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const put = (name: string, value: unknown): void =>
  writeFileSync(join(root, name), typeof value === 'string' ? value : JSON.stringify(value, null, 1));

function load(knowledge = base, shelf?: PackShelf) {
  const loaded = loadConfig(join(root, '.blue-pencil.json'), rules, {}, [], undefined, shelf);
  const joined = joinDesk(knowledge, loaded.desk);
  const problems = [...loaded.problems, ...joined.packs.flatMap((p) => p.problems)];
  return { ...joined, loaded, told: problems.map((p) => `${p.file.slice(root.length + 1)}:${p.line}:${p.column}: ${p.message}`), problems };
}

const mayor = (name: string, from = '2024-01-01', of = 'Exampleton') => ({
  places: { [of]: { kind: 'city' } },
  offices: { [of]: { verified: '2026-01-01', offices: { mayor: { tenures: [{ [name]: `${from}..` }] } } } },
});

describe('packs in a config', () => {
  it('several lie on one another, and the config on them; none takes another’s place', () => {
    put('a.json', mayor('Odalys Brightwater'));
    put('b.json', {
      offices: { Exampleton: { verified: '2026-01-01', offices: { governor: { tenures: [{ 'Bea Two': '2020-01-01..2021-01-01' }] } } } },
    });
    put('.blue-pencil.json', {
      extends: ['./a.json', './b.json'],
      offices: { Exampleton: { verified: '2026-02-01', offices: { mayor: { tenures: [{ 'Cal Three': '2025-01-01..' }] } } } },
    });
    const { knowledge, told, packs } = load();
    expect(told).toEqual([]);
    expect(packs.map((p) => p.knowledge.counts.tenures)).toEqual([1, 1, 1]);
    expect(knowledge.peopleNamed('Odalys Brightwater')[0]!.tenures.map((t) => t.until)).toEqual(['2025-01-01']);
    expect(knowledge.peopleNamed('Bea Two')[0]!.tenures).toHaveLength(1);
    expect(knowledge.peopleNamed('Cal Three')[0]!.tenures[0]!.office.of.name).toBe('Exampleton');
    expect(knowledge.peopleNamed('Donald Trump').length).toBeGreaterThan(0);
  });
  it('say nothing, cost nothing: the knowledge is the one that was given', () => {
    put('.blue-pencil.json', { rules: {} });
    expect(load().knowledge).toBe(base);
  });
  it('an office that we ship keeps its seats, titles and kind', () => {
    put('.blue-pencil.json', {
      offices: {
        Texas: {
          verified: '2026-01-01',
          offices: { senator: { tenures: [{ 'Ann Example': '2025-01-03..' }, { 'Bob Example': '2025-01-03..' }] } },
        },
        'United States': { verified: '2026-01-01', offices: { 'secretary-of-state': { tenures: [] } } },
      },
    });
    const { knowledge, told } = load();
    expect(told).toEqual([]);
    expect(knowledge.office('texas/senator')!.seats).toBe(2);
    expect(knowledge.officesTitled('Secretary').map((o) => o.id)).toEqual(base.officesTitled('Secretary').map((o) => o.id));
  });
});

describe('what is wrong in a pack is told at its place, and the rest loads', () => {
  it('overlapping tenures, an unknown office, a broken date, an unknown key', () => {
    put(
      'desk.json',
      `{
  "places": { "Exampleton": {} },
  "offices": {
    "Exampleton": {
      "verified": "2026-01-01",
      "offices": {
        "mayor": {
          "tenures": [
            { "Ada One": "2020-01-01..2024-06-01" },
            { "Bea Two": "2023-01-01.." },
            { "Cal Three": "2010-02-30..2012-01-01" },
            { "Di Four": "2019..2020" }
          ]
        },
        "harbourmaster": { "tenures": [{ "Ed Five": "2020-01-01.." }] },
        "governor": { "tenurs": [] }
      }
    }
  }
}`,
    );
    put('.blue-pencil.json', '{\n  "extends": "./desk.json"\n}\n');
    const { told, knowledge } = load();
    expect(told).toHaveLength(5);
    expect(told[0]).toMatch(/^desk\.json:10:\d+: 2 hold exampleton\/mayor on 2023-01-01, which has one seat/);
    expect(told[1]).toMatch(/^desk\.json:11:\d+: There is no day 2010-02-30/);
    expect(told[2]).toMatch(/^desk\.json:12:\d+: "2019\.\.2020" is no tenure/);
    expect(told[3]).toMatch(/^desk\.json:15:\d+: Unknown kind of office "harbourmaster"/);
    expect(told[4]).toMatch(/^desk\.json:16:\d+: Unknown key "tenurs"\. Did you mean "tenures"/);
    expect(knowledge.peopleNamed('Ada One')[0]!.tenures).toHaveLength(1);
  });
  it('in the config itself', () => {
    put('.blue-pencil.json', '{\n  // ours\n  "people": {\n    "Jane Okoro": { "born": "1970-13-01" }\n  }\n}\n');
    expect(load().told).toEqual([expect.stringMatching(/^\.blue-pencil\.json:4:\d+: .*1970-13-01/)]);
  });
  it('a thousand people of one name: as keys that repeat, as namesakes, as one who holds everything', () => {
    const keys = Array.from({ length: 1000 }, () => '  "John Smithers": {}').join(',\n');
    put('.blue-pencil.json', `{ "people": {\n${keys}\n} }`);
    expect(load().told).toEqual([
      expect.stringMatching(/^\.blue-pencil\.json:3:3: "John Smithers" stands here 1000 times; only the last counts/),
    ]);

    put('.blue-pencil.json', { people: Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`John Smithers (${i})`, {}])) });
    const many = load();
    expect(many.told).toEqual([expect.stringMatching(/^\.blue-pencil\.json:3:\d+: 1000 people here are called "John Smithers"/)]);
    expect(many.problems[0]!.level).toBe('warning');
    expect(many.knowledge.peopleNamed('John Smithers')).toHaveLength(1000);

    const towns = Array.from({ length: 1000 }, (_, i) => `Exampleton ${i}`);
    put('.blue-pencil.json', {
      places: Object.fromEntries(towns.map((t) => [t, {}])),
      offices: Object.fromEntries(towns.map((t) => [t, mayor('John Smithers', '2024-01-01', t).offices[t]])),
    });
    expect(load().told).toEqual([expect.stringMatching(/: "John Smithers" holds 1000 offices at a time here/)]);
  });
});

describe('large packs', () => {
  const towns = Array.from({ length: 600 }, (_, i) => `Exampleton ${i}`);
  const large = (name = 'Ann Example') => ({
    places: Object.fromEntries(towns.map((t) => [t, {}])),
    offices: Object.fromEntries(
      towns.map((t, i) => [t, { verified: '2026-01-01', offices: { mayor: { tenures: [{ [`${name} ${i}`]: '2024-01-01..' }] } } }]),
    ),
  });
  const kept = () => readdirSync(join(root, 'cache'));
  const withShelf = (ground = 'ground') => {
    const knowledge = fresh();
    const shelf = packShelf(() => ground, join(root, 'cache'));
    giveShelf(knowledge, shelf);
    return load(knowledge, shelf);
  };
  beforeEach(() => {
    put('.blue-pencil.json', { extends: './large.json' });
    put('large.json', large());
  });
  const asks = ({ knowledge }: ReturnType<typeof load>) =>
    knowledge.peopleNamed('Ann Example 7').map((p) => [p.id, p.tenures[0]!.office.id]);

  it('are compiled once, and then opened without being parsed', () => {
    expect(JSON.stringify(large()).length).toBeGreaterThan(worthKeeping);
    const first = withShelf();
    expect(kept()).toHaveLength(1);
    const second = withShelf();
    expect(second.loaded.desk[0]!.kept).toBeDefined();
    expect(asks(second)).toEqual([['ann-example-7', 'exampleton-7/mayor']]);
    expect(asks(second)).toEqual(asks(first));
    expect(second.knowledge.counts).toEqual(first.knowledge.counts);
    expect(second.told).toEqual(first.told);
  });
  it('keep their problems with their places', () => {
    const bad = large();
    (bad.offices['Exampleton 7']!.offices.mayor.tenures[0] as Record<string, string>) = { 'Ann Example 7': '2024-02-30..' };
    put('large.json', bad);
    const first = withShelf();
    expect(first.told).toEqual([expect.stringMatching(/^large\.json:\d+:\d+: There is no day 2024-02-30/)]);
    expect(withShelf().told).toEqual(first.told);
  });
  it.each<[string, (file: string) => void]>([
    ['cut off', (f) => writeFileSync(f, readFileSync(f).subarray(0, 5000))],
    [
      'with a flipped byte',
      (f) =>
        writeFileSync(
          f,
          readFileSync(f).map((b, i) => (i === 50_000 ? b ^ 255 : b)),
        ),
    ],
    ['empty', (f) => writeFileSync(f, '')],
    ['of something else', (f) => writeFileSync(f, 'BPP1 but not really a pack at all')],
  ])('what was kept is %s: it is made again', (_, spoil) => {
    const first = withShelf();
    const file = join(root, 'cache', kept()[0]!);
    const whole = readFileSync(file);
    spoil(file);
    const again = withShelf();
    expect(again.loaded.desk[0]!.kept).toBeUndefined();
    expect(asks(again)).toEqual(asks(first));
    expect(readFileSync(file).equals(whole)).toBe(true);
  });
  it('another text, or another ground below it, is another pack', () => {
    withShelf();
    put('large.json', large('Bea Example'));
    expect(withShelf().knowledge.peopleNamed('Bea Example 7')).toHaveLength(1);
    expect(kept()).toHaveLength(2);
    const other = withShelf('another edition');
    expect(other.knowledge.peopleNamed('Bea Example 7')).toHaveLength(1);
    expect(other.told).toEqual([]);
  });
  it('a folder that cannot be written is no error', () => {
    writeFileSync(join(root, 'cache'), 'a file, not a folder');
    expect(asks(withShelf())).toHaveLength(1);
  });
  it('a pack that also sets rules keeps doing so', () => {
    put('large.json', { rules: { title: 'off' }, ...large() });
    for (let i = 0; i < 2; i++) expect(withShelf().loaded.config.rules).toEqual({ title: { level: 'off', options: {} } });
  });
});

it('the cache lies with the user, not with the repository', () => {
  expect(cacheFolder({ BLUE_PENCIL_CACHE: '/x' })).toBe('/x');
  expect(cacheFolder({ BLUE_PENCIL_CACHE: 'off' })).toBeUndefined();
  if (process.platform === 'linux') expect(cacheFolder({ XDG_CACHE_HOME: '/y' })).toBe('/y/blue-pencil');
  mkdirSync(join(root, 'node_modules'));
  expect(cacheFolder({})).not.toContain(root);
});
