/** `npm run knowledge -- check [reference.jsonl] | status | build [file]`: tests, counts and compiles server/data. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileKnowledge } from '../src/core/knowledge/index/compile';
import { openKnowledge } from '../src/core/knowledge/open';
import { type Data, readData } from './knowledge/read-data';
import { problemLine, referenceLines, statusLines } from './knowledge/report';
import { suspicions } from './knowledge/suspicions';

export { type Data, type DataProblem, readData } from './knowledge/read-data';
export { problemLine } from './knowledge/report';

/** The index of the data below a folder, and a line for each error in them. The build writes the bytes to dist/knowledge.bin. */
export function buildKnowledge(dataDir: string): { readonly bytes: Uint8Array; readonly problems: readonly string[] } {
  const data = readData(dataDir);
  return { bytes: compileKnowledge(data.entries, { borne: data.borne }), problems: errorLines(data) };
}

function errorLines({ problems }: Data): readonly string[] {
  const warnings = problems.filter((p) => p.level === 'warning').length;
  const lines = problems.filter((p) => p.level === 'error').map(problemLine);
  return warnings > 0 ? [...lines, `${warnings} warnings in server/data; see them with: npm run knowledge -- check`] : lines;
}

/** The command; gives the exit code: 1 where the data have errors, 2 for a command that it does not know. */
export function main(root: string, [command = 'check', file]: readonly string[]): number {
  if (!['check', 'status', 'build'].includes(command)) {
    console.error(`Unknown command "${command}". Known: check, status, build.`);
    return 2;
  }
  const data = readData(join(root, 'server/data'));
  const bytes = compileKnowledge(data.entries, { borne: data.borne });
  const knowledge = openKnowledge(bytes);
  if (command === 'build') {
    const out = file ?? join(root, 'dist/knowledge.bin');
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, bytes);
    for (const line of errorLines(data)) console.error(line);
    console.log(
      `${out}: ${bytes.length} bytes, edition ${knowledge.edition}, ${knowledge.counts.people} people, ${knowledge.counts.tenures} tenures`,
    );
  } else if (command === 'status') for (const line of statusLines(knowledge, data)) console.log(line);
  else {
    for (const p of data.problems) console.log(problemLine(p));
    for (const line of suspicions(data.entries)) console.log(`two people of one name? ${line}`);
    if (file) for (const line of referenceLines(knowledge, data, file)) console.log(line);
  }
  return data.problems.some((p) => p.level === 'error') ? 1 : 0;
}
