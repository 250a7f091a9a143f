import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Script } from 'node:vm';
import { codeFileOf, loader, MARK } from '../src/cli/compiled-code';
import { atEase, patient } from '../src/cli/patience';
import { rules } from '../src/core';

/** The bundles that the command line runs. */
const bundlesIn = (dist: string): string[] => [
  'command-line.js',
  ...readdirSync(join(dist, 'lazy'))
    .filter((f) => f.endsWith('.js'))
    .map((f) => `lazy/${f}`),
];

/** Names the build in the last line of each bundle, and takes away code that was compiled of others. */
function mark(dist: string): void {
  for (const folder of [dist, join(dist, 'lazy')]) for (const f of readdirSync(folder)) if (f.endsWith('.code')) rmSync(join(folder, f));
  for (const name of bundlesIn(dist)) {
    const text = readFileSync(join(dist, name), 'utf8').replace(MARK, '');
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
    writeFileSync(join(dist, name), `${text.endsWith('\n') ? text : `${text}\n`}// build ${hash}\n`);
  }
}

/** The examples of all rules as drafts: checking them calls, and so compiles, what checking any draft calls. */
function writeDrafts(folder: string): void {
  let n = 0;
  for (const rule of rules) {
    const texts = [
      ...rule.examples.wrong.map((e) => e.marked.replace(/[⟦⟧]/g, '')),
      ...rule.examples.stands.map((s) => (typeof s === 'string' ? s : s.text)),
    ];
    for (const text of texts) writeFileSync(join(folder, `${n++}.${n % 3 === 0 ? 'md' : 'txt'}`), text);
    writeFileSync(join(folder, `${rule.id.replace('/', '-')}.html`), texts.map((t) => `<p>${t}</p>`).join('\n'));
  }
}

/**
 * Compiles the bundles of the command line in a folder by checking drafts with them, and leaves the compiled code beside them. It must
 * have a process of its own: it is the command line that runs. The code fits the flags that V8 has when it is loaded again, and those
 * are the command line's own once it has begun (`patience`).
 */
export async function main(_root: string, [dist = '']: readonly string[]): Promise<number> {
  mark(dist);
  const scripts = new Map<string, Script>();
  const drafts = mkdtempSync(join(tmpdir(), 'blue-pencil-'));
  writeDrafts(drafts);
  setFlagsFromString('--no-flush-bytecode');
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = () => true;
  process.argv = [process.execPath, join(dist, 'cli.js'), 'check', '--no-config', '--fail-on', 'never', '--as-of', '2025-08-07', drafts];
  await new Promise<void>((resolve) => {
    process.once('beforeExit', () => resolve());
    loader(dist, createRequire(join(dist, 'cli.js')), (file, { script }) => scripts.set(file, script))('command-line.js');
  });
  process.stdout.write = write;
  rmSync(drafts, { recursive: true });
  setFlagsFromString('--flush-bytecode');
  for (const [file, script] of scripts) {
    if (file.includes('/lazy/')) patient();
    else atEase();
    const build = MARK.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    writeFileSync(codeFileOf(file), Buffer.concat([Buffer.from(build, 'latin1'), script.createCachedData()]));
  }
  return 0;
}
