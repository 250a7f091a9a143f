import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Script } from 'node:vm';
import { beforeEach, expect, it } from 'vitest';
import { codeFileOf, type Loaded, loader } from '../../server/src/cli/compiled-code';
import { dist } from '../lsp/drive';

const mark = (n: number): string => `// build ${String(n).repeat(16)}\n`;
const body = "exports.sum = (a, b) => a + b;\nexports.lazy = require('./lazy/part.js');\n";
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'blue-pencil-code-'));
  mkdirSync(join(folder, 'lazy'));
  writeFileSync(join(folder, 'main.js'), `${body}${mark(1)}`);
  writeFileSync(join(folder, 'lazy/part.js'), `module.exports = __filename;\n${mark(2)}`);
});

function run(): { sum: number; lazy: string; main: Loaded } {
  let main: Loaded | undefined;
  const load = loader(folder, require, (file, loaded) => {
    if (file.endsWith('main.js')) main = loaded;
  });
  const made = load('main.js') as { sum(a: number, b: number): number; lazy: string };
  return { sum: made.sum(1, 2), lazy: made.lazy, main: main! };
}
const keep = (script: Script, build: number): void =>
  writeFileSync(codeFileOf(join(folder, 'main.js')), Buffer.concat([Buffer.from(String(build).repeat(16)), script.createCachedData()]));

it('a bundle runs without compiled code, and its parts through the same door', () => {
  const { sum, lazy, main } = run();
  expect({ sum, lazy, ready: main.ready }).toEqual({ sum: 3, lazy: `${folder}/lazy/part.js`, ready: false });
});

it('compiled code of the same build is used', () => {
  keep(run().main.script, 1);
  expect(run()).toMatchObject({ sum: 3, main: { ready: true } });
});

it('code of another build of the same length, and what is no code, are left alone', () => {
  keep(run().main.script, 1);
  writeFileSync(join(folder, 'main.js'), `${body.replace('a + b', 'a - b')}${mark(3)}`);
  expect(run()).toMatchObject({ sum: -1, main: { ready: false } });
  writeFileSync(join(folder, 'main.js'), `${body.replace('a + b', 'a * b')}${mark(4)}`);
  writeFileSync(codeFileOf(join(folder, 'main.js')), `${'4'.repeat(16)} and nothing that V8 wrote`);
  expect(run()).toMatchObject({ sum: 2, main: { ready: false } });
});

it('the build leaves compiled code for this Node', () => {
  for (const name of ['command-line.js', 'lazy/compromise.js', 'lazy/html.js'])
    expect(existsSync(codeFileOf(join(dist, name))), name).toBe(true);
});
