import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { type Knowledge, rules } from '../core';
import type { FileProblem } from '../host/config-file';
import { loadKnowledge } from '../host/knowledge-file';
import { packs } from '../host/packs';
import { createPencil, type Pencil, shown, type Wishes } from '../host/pencil';
import { type Io, UsageError } from './io';
import { dayFlag, groupFlags, ruleFlags } from './options';

/** Flags that every command that judges takes. */
export const judgingFlags = {
  'as-of': { type: 'string' },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
  rule: { type: 'string', multiple: true },
  group: { type: 'string', multiple: true },
} as const;

export function wishesOf(values: Record<string, unknown>, io: Io): Wishes {
  const asOf = dayFlag('--as-of', values['as-of']);
  const file = values['config'] === undefined ? undefined : resolve(io.cwd, String(values['config']));
  if (file && !existsSync(file)) throw new UsageError(`--config ${String(values['config'])}: does not exist`);
  if (file && values['no-config']) throw new UsageError('--config and --no-config exclude each other');
  return {
    today: io.today,
    ...(asOf ? { asOf } : {}),
    ...(values['no-config'] ? { config: false as const } : file ? { config: file } : {}),
    rules: ruleFlags(values['rule']),
    groups: groupFlags(values['group']),
  };
}

export const knowledgeOf = (io: Io): Knowledge => {
  try {
    return loadKnowledge(join(io.home, 'knowledge.bin'));
  } catch (error) {
    throw new UsageError(`the knowledge cannot be opened (${(error as Error).message}): build or install Blue Pencil again`);
  }
};

export const pencilFor = (wishes: Wishes, io: Io): Pencil => createPencil(knowledgeOf(io), rules, packs, wishes, io.cwd);

/** Prints what is wrong with configs, packs and stet files, a line each. @returns true where anything is wrong, not only doubtful. */
export function reportProblems(pencil: Pencil, io: Io): boolean {
  const line = (p: FileProblem): string => `${shown(p.file, io.cwd)}:${p.line}:${p.column}: ${p.level ? `${p.level}: ` : ''}${p.message}\n`;
  const problems = inOrder(pencil.problems());
  const stet = pencil.stetProblems();
  for (const p of new Set([...problems.map(line), ...stet.map((p) => `${p.startsWith(io.cwd + sep) ? p.slice(io.cwd.length + 1) : p}\n`)]))
    io.err(p);
  return stet.length > 0 || problems.some((p) => p.level !== 'warning');
}

/** Each file where it was first spoken of, and what is wrong in it from its top to its end. */
function inOrder(problems: readonly FileProblem[]): readonly FileProblem[] {
  const files = [...new Set(problems.map((p) => p.file))];
  return files.flatMap((file) => problems.filter((p) => p.file === file).sort((a, b) => a.start - b.start));
}

/** Everything on stdin, as bytes. */
export async function allOfStdin(io: Io): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of io.stdin) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}
