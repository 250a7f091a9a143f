import { resolve } from 'node:path';
import { decodeBytes, formatOf, readDraftFile } from '../../host/draft-file';
import { type ExitCode, type Io, UsageError } from '../io';
import { choice, readFlags } from '../options';
import { type ReadJson, readJson } from '../read-json';
import { allOfStdin, judgingFlags, pencilFor, reportProblems, wishesOf } from '../setup';

/** `blue-pencil read FILE`: what was read, for whoever asks why something was or was not marked. */
export async function read(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = readFlags(argv, { ...judgingFlags, format: { type: 'string' }, stdin: { type: 'boolean' } });
  const format = choice('--format', values['format'], ['pretty', 'json'] as const, 'pretty');
  if (!values['stdin'] && positionals.length !== 1) throw new UsageError('read takes one file: blue-pencil read draft.md');
  const path = resolve(io.cwd, positionals[0] ?? 'stdin.txt');
  const file = values['stdin'] ? decodeBytes(await allOfStdin(io)) : readDraftFile(path);
  if ('problem' in file) throw new UsageError(`${positionals[0] ?? 'stdin'} ${file.problem}`);
  const pencil = pencilFor(wishesOf(values, io), io);
  const draft = pencil.read(file.text, formatOf(path), path);
  const what = readJson(draft, pencil.knowledgeOf(path));
  await io.out(format === 'json' ? `${JSON.stringify(what, null, 2)}\n` : forPeople(what));
  return reportProblems(pencil, io) ? 2 : 0;
}

function forPeople(what: ReadJson): string {
  const { dateline } = what;
  let out = `dateline  ${dateline.date} (${dateline.source})${dateline.place ? `, ${dateline.place}` : ''}\n`;
  for (const p of what.paragraphs) {
    const inside = <T extends { range: readonly [number, number] }>(list: readonly T[]): T[] =>
      list.filter((x) => p.range[0] <= x.range[0] && x.range[1] <= p.range[1]);
    out += `\n${p.kind.padEnd(10)}${p.text.length > 100 ? `${p.text.slice(0, 99)}…` : p.text}\n`;
    if (p.sentences.length > 1) out += `          ${p.sentences.length} sentences\n`;
    for (const m of inside(what.mentions)) {
      out += `  person  ${m.text} = ${m.people.join(' or ') || 'nobody we know for certain'}\n`;
      for (const t of m.titles) out += `          "${t.text}": ${t.offices.join(', ') || 'no office we know'}: ${t.verdict}\n`;
    }
    for (const d of inside(what.dates)) out += `  date    ${d.text} = ${d.value ?? 'not resolved'} (${d.kind})\n`;
    for (const q of inside(what.quotes)) out += `  quote   ${q.text.length > 80 ? `${q.text.slice(0, 79)}…` : q.text}\n`;
  }
  return out;
}
