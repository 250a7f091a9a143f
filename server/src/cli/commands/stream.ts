import { resolve } from 'node:path';
import { type CivilDate, type Draft, type Format, lineIndex, parseCivilDate, rules } from '../../core';
import { formatOf } from '../../host/draft-file';
import { packs } from '../../host/packs';
import type { Pencil, Wishes } from '../../host/pencil';
import { createPencil } from '../../host/pencil';
import { type ExitCode, type Io, UsageError } from '../io';
import { readFlags } from '../options';
import { readJson } from '../read-json';
import { messageOf } from '../result';
import { judgingFlags, knowledgeOf, reportProblems, wishesOf } from '../setup';

const names = ['markdown', 'plaintext', 'html'];

/** `blue-pencil stream`: a draft a line in, a verdict a line out, in the same order; memory does not grow with the number of lines. */
export async function stream(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = readFlags(argv, { ...judgingFlags, read: { type: 'boolean' } });
  if (positionals[0] !== undefined) throw new UsageError(`stream reads stdin: blue-pencil stream < ${positionals[0]}`);
  const wishes = wishesOf(values, io);
  const knowledge = knowledgeOf(io);
  const pencils = new Map<string, Pencil>();
  const pencilOn = (asOf: CivilDate | undefined): Pencil => {
    // a linter holds no verdicts beyond its drafts, so one pencil a day would do; a handful are kept
    const key = asOf ?? '';
    let pencil = pencils.get(key);
    if (!pencil) {
      if (pencils.size >= 16) pencils.delete(pencils.keys().next().value!);
      const here: Wishes = asOf ? { ...wishes, asOf } : wishes;
      pencils.set(key, (pencil = createPencil(knowledge, rules, packs, here, io.cwd)));
    }
    return pencil;
  };
  let failed = false;
  const answer = (line: string): string => {
    let input: Record<string, unknown>;
    try {
      const value: unknown = JSON.parse(line);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError('not an object');
      input = value as Record<string, unknown>;
    } catch (error) {
      return JSON.stringify({ id: null, error: `not JSON: ${(error as Error).message}` });
    }
    const id = input['id'] ?? null;
    const wrong = (error: string): string => JSON.stringify({ id, error });
    if (typeof input['text'] !== 'string') return wrong('"text" must be a string');
    if (input['format'] !== undefined && !names.includes(input['format'] as string))
      return wrong(`"format" must be one of ${names.join(', ')}`);
    const asOf = input['asOf'] === undefined || input['asOf'] === null ? undefined : parseCivilDate(String(input['asOf']));
    if (input['asOf'] !== undefined && input['asOf'] !== null && !asOf)
      return wrong(`"asOf": there is no such day as ${String(input['asOf'])}`);
    const path = typeof input['path'] === 'string' ? resolve(io.cwd, input['path']) : undefined;
    const format = (input['format'] as Format | undefined) ?? (path ? formatOf(path) : 'plaintext');
    const pencil = pencilOn(wishes.asOf ?? asOf);
    const draft = pencil.read(input['text'], format, path);
    const checked = pencil.check(draft);
    const lines = lineIndex(draft.text);
    if (checked.failures.length) failed = true;
    return JSON.stringify({
      id,
      asOf: { date: draft.dateline.on, source: draft.dateline.from },
      messages: checked.findings.map((f) => messageOf(f, lines, path ?? '')),
      ...(checked.failures.length
        ? {
            failures: checked.failures.map((f) => ({
              ruleId: f.rule,
              error: String(f.error instanceof Error ? f.error.message : f.error),
            })),
          }
        : {}),
      ...(values['read'] ? { read: readOf(draft, pencil, path) } : {}),
    });
  };
  for await (const line of linesOf(io)) if (line.trim() !== '') await io.out(`${answer(line)}\n`);
  const broken = [...pencils.values()].some((p) => reportProblems(p, io));
  return failed || broken ? 2 : 0;
}

const readOf = (draft: Draft, pencil: Pencil, path: string | undefined): unknown => readJson(draft, pencil.knowledgeOf(path));

async function* linesOf(io: Io): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const part of io.stdin) {
    const text = rest + decoder.decode(part as Uint8Array, { stream: true });
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      yield text.slice(from, at);
      from = at + 1;
    }
    rest = text.slice(from);
  }
  rest += decoder.decode();
  if (rest) yield rest;
}
