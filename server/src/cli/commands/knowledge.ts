import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CivilDate, longDate, parseCivilDate } from '../../core';
import { decodeBytes, reason } from '../../host/draft-file';
import { makePack } from '../../host/import/pack';
import { readSource } from '../../host/import/read-source';
import { sourceKinds, UnreadableSource } from '../../host/import/source';
import { countText, statusOf, statusText } from '../../host/knowledge-status';
import { shown } from '../../host/pencil';
import { type ExitCode, type Io, UsageError } from '../io';
import { choice, dayFlag, readFlags } from '../options';
import { outFile, writeOut } from '../pack-out';
import { knowledgeOf, pencilFor, reportProblems, wishesOf } from '../setup';

/** `blue-pencil knowledge import|update|status`: what we know, and what a desk adds to it. */
export async function knowledge(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = argv;
  const command = choice('knowledge', name, ['import', 'update', 'status'] as const, 'status');
  if (command === 'import') return importPack(rest, io);
  // the one door to the network: nothing else of Blue Pencil goes through it
  if (command === 'update') return (await import('./knowledge-update')).update(rest, io);
  return status(rest, io);
}

/** `knowledge import FILE`: makes a desk pack of what others publish. Exit code 2 where nothing in it can be used. */
async function importPack(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = readFlags(argv, {
    from: { type: 'string' },
    out: { type: 'string' },
    force: { type: 'boolean' },
    verified: { type: 'string' },
    since: { type: 'string' },
  });
  if (positionals.length !== 1)
    throw new UsageError('knowledge import takes one file: blue-pencil knowledge import query.json --out desk.json');
  const file = resolve(io.cwd, positionals[0]!);
  const from = values['from'] === undefined ? undefined : choice('--from', values['from'], sourceKinds, 'csv');
  const out = outFile(values, io, file);
  const since = dayFlag('--since', values['since']);
  const { text, changed } = readText(file, positionals[0]!, io);
  const verified = dayFlag('--verified', values['verified']) ?? changed;
  const base = knowledgeOf(io);
  let made: ReturnType<typeof makePack>;
  try {
    made = makePack(readSource(text, file, verified, from), base, { verified, since });
  } catch (error) {
    if (error instanceof UnreadableSource) throw new UsageError(`${shown(file, io.cwd)} ${error.message}`);
    throw error;
  }
  const name = shown(file, io.cwd);
  for (const p of made.problems) io.err(`${name}:${p.line}: ${p.row === undefined ? '' : `row ${p.row}: `}${p.message}\n`);
  if (made.counts.tenures === 0) {
    io.err(`blue-pencil: nothing in ${name} could be used, and nothing was written.\n`);
    return 2;
  }
  await writeOut(made.pack, out, io);
  io.err(
    `${countText(made.counts)}${out ? ` in ${shown(out, io.cwd)}` : ''}, verified to ${longDate(verified)}${values['verified'] === undefined ? ' (the day on which the file was last written; --verified says another)' : ''}.${made.problems.length > 0 ? ` ${made.problems.length} ${made.problems.length === 1 ? 'remark' : 'remarks'} above.` : ''}\n`,
  );
  return 0;
}

/** The text of a source, and the day on which it was last written. */
function readText(file: string, called: string, io: Io): { readonly text: string; readonly changed: CivilDate } {
  try {
    const bytes = readFileSync(file);
    const read = decodeBytes(bytes);
    if ('problem' in read) throw new UsageError(`${called} ${read.problem.replace(', not a draft', '')}`);
    const day = parseCivilDate(statSync(file).mtime.toISOString().slice(0, 10));
    return { text: read.text, changed: day && day < io.today ? day : io.today };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${called}: ${reason(error)}`);
  }
}

/** `knowledge status`: the edition, how old its parts are, and the packs in force here. Exit code 2 where something is wrong with them. */
async function status(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { values } = readFlags(argv, { format: { type: 'string' }, config: { type: 'string' }, 'no-config': { type: 'boolean' } });
  const format = choice('--format', values['format'], ['pretty', 'json'] as const, 'pretty');
  const pencil = pencilFor(wishesOf(values, io), io);
  const found = statusOf(knowledgeOf(io), pencil.packsOf(undefined), (file) => shown(file, io.cwd));
  await io.out(format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : statusText(found));
  return reportProblems(pencil, io) ? 2 : 0;
}
