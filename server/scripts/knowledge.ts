/** `npm run knowledge -- check [reference.jsonl] | status | build [file]`: tests, counts and compiles server/data. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { compileKnowledge } from '../src/core/knowledge/compile';
import { openKnowledge } from '../src/core/knowledge/open';
import { type DataProblem, readData } from './knowledge/read-data';

export { type Data, type DataProblem, readData } from './knowledge/read-data';

export const problemLine = (p: DataProblem): string => `server/data/${p.file}:${p.line}:${p.column} ${p.level}: ${p.message}`;

/** The index of the data below a folder, and a line for each error in them. The build writes the bytes to dist/knowledge.bin. */
export function buildKnowledge(dataDir: string): { readonly bytes: Uint8Array; readonly problems: readonly string[] } {
  const { entries, problems } = readData(dataDir);
  const warnings = problems.filter((p) => p.level === 'warning').length;
  const lines = problems.filter((p) => p.level === 'error').map(problemLine);
  if (warnings > 0) lines.push(`${warnings} warnings in server/data: npm run knowledge -- check`);
  return { bytes: compileKnowledge(entries), problems: lines };
}

/** The command; gives the exit code. */
export function main(root: string, [command = 'check', file]: readonly string[]): number {
  const dataDir = join(root, 'server/data');
  if (command === 'build') {
    const { bytes, problems } = buildKnowledge(dataDir);
    const out = file ?? join(root, 'dist/knowledge.bin');
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, bytes);
    for (const line of problems) console.error(line);
    const { edition, counts } = openKnowledge(bytes);
    console.log(`${out}: ${bytes.length} bytes, edition ${edition}`, counts);
    return 0;
  }
  console.error(`Unknown command "${command}". Known: check, status, build.`);
  return 2;
}

const script = process.argv[1] ?? '';
if (basename(script) === 'knowledge.ts') process.exitCode = main(join(dirname(script), '../..'), process.argv.slice(2));
