import { existsSync, readFileSync, realpathSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { applyFixes, type Draft, type Failure, type Finding, lineIndex, positionAt, type Severity, severityRank } from '../../core';
import { changedLines } from '../../host/changed-lines';
import { decodeBytes, formatOf, readDraftFile } from '../../host/draft-file';
import { findDrafts, kindOf } from '../../host/find-drafts';
import { type Pencil, shown } from '../../host/pencil';
import { withoutKnown } from '../baseline';
import { type ExitCode, type Io, UsageError } from '../io';
import { choice, readFlags } from '../options';
import { type Format, formats, report } from '../reporters';
import type { Result } from '../result';
import { allOfStdin, judgingFlags, pencilFor, reportProblems, wishesOf } from '../setup';

const flags = {
  ...judgingFlags,
  format: { type: 'string', multiple: true },
  fix: { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
  'fail-on': { type: 'string' },
  stdin: { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  'no-desk': { type: 'boolean' },
  concurrency: { type: 'string' },
  quiet: { type: 'boolean' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  stats: { type: 'boolean' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  diff: { type: 'string' },
} as const;

interface Input {
  readonly path: string;
  readonly text?: string;
  readonly problem?: string;
  readonly tooLarge?: boolean;
}

/** `blue-pencil check`. */
export async function check(argv: readonly string[], io: Io): Promise<ExitCode> {
  const started = performance.now();
  const { values, positionals } = readFlags(argv, flags);
  const outputs = outputsOf(values['format'] as string[] | undefined);
  const concurrency = values['concurrency'] === undefined ? 8 : Number(values['concurrency']);
  if (!Number.isInteger(concurrency) || concurrency < 1)
    throw new UsageError(`--concurrency ${String(values['concurrency'])}: this must be a whole number from 1`);
  if (values['fix'] && values['stdin']) throw new UsageError('--fix cannot write to stdin: use --fix-dry-run, or name a file');
  const wanted =
    values['fail-on'] === undefined
      ? undefined
      : choice('--fail-on', values['fail-on'], ['error', 'warning', 'info', 'never'] as const, 'error');
  const pencil = pencilFor(wishesOf(values, io), io);
  const { inputs, problems } = values['stdin'] ? await fromStdin(values, io) : await fromPaths(positionals, pencil, io);
  for (const p of problems) io.err(`blue-pencil: ${p}\n`);

  const results: Result[] = [];
  const drafts: Draft[] = [];
  const failures: Failure[] = [];
  const dryRun: string[] = [];
  let fixed = 0;
  let unread = problems.length;
  const progress = io.isTerminal && inputs.length > 20;
  for (let i = 0; i < inputs.length; i++) {
    const input = opened(inputs[i]!);
    if (progress && i % 10 === 0) io.err(`\r${i}/${inputs.length} drafts`);
    if (input.text === undefined) {
      if (!input.tooLarge) {
        unread++;
        io.err(`blue-pencil: ${shown(input.path, io.cwd)} ${input.problem}\n`);
      }
      results.push(unreadResult(input, io));
      continue;
    }
    let draft = pencil.read(input.text, formatOf(input.path), input.path);
    let checked = pencil.check(draft);
    if (values['fix'] || values['fix-dry-run']) {
      const format = formatOf(input.path);
      const done = applyFixes(input.text, (text) => pencil.check(pencil.read(text, format, input.path)).findings);
      if (done.text !== input.text) {
        if (values['fix-dry-run'])
          dryRun.push(
            createTwoFilesPatch(shown(input.path, io.cwd), shown(input.path, io.cwd), input.text, done.text, 'as it is', 'with --fix', {
              context: 2,
            }),
          );
        else if (write(input.path, input.text, done.text, io)) {
          fixed += done.applied;
          draft = pencil.read(done.text, format, input.path);
          checked = pencil.check(draft);
        } else unread++;
      }
    }
    failures.push(...checked.failures);
    drafts.push(draft);
    results.push({
      path: input.path,
      shown: shown(input.path, io.cwd),
      text: draft.text,
      dateline: draft.dateline,
      findings: checked.findings,
    });
  }
  if (progress) io.err(`\r${' '.repeat(30)}\r`);
  const all = values['no-desk'] || drafts.length < 2 ? results : withDesk(results, drafts, pencil, failures);
  const narrowed = narrow(all, values, io);
  const final = values['quiet'] ? narrowed.map((r) => ({ ...r, findings: r.findings.filter((f) => f.severity === 'error') })) : narrowed;

  const broken = reportProblems(pencil, io);
  for (const f of new Map(failures.map((x) => [x.rule, x])).values())
    io.err(
      `blue-pencil: the rule ${f.rule} failed and was left out: ${f.error instanceof Error ? (io.env['DEBUG'] ? f.error.stack : f.error.message) : String(f.error)}\n`,
    );
  if (values['fix-dry-run']) await io.out(dryRun.length ? dryRun.join('\n') : 'Nothing to fix.\n');
  else await report(final, outputs, colorWanted(values, io), io);
  if (fixed) io.err(`${fixed} fixed.\n`);
  if (values['stats']) io.err(stats(inputs.length, results, drafts, performance.now() - started));
  if (unread || broken || failures.length) return 2;
  const failOn = wanted ?? pencil.configOf(inputs[0]?.path).config.failOn ?? 'error';
  return failOn !== 'never' && narrowed.some((r) => r.findings.some((f) => severityRank(f.severity) >= severityRank(failOn as Severity)))
    ? 1
    : 0;
}

function outputsOf(values: readonly string[] | undefined): { format: Format; file?: string }[] {
  return (values ?? ['pretty']).map((v) => {
    const cut = v.indexOf('=');
    const format = choice('--format', cut < 0 ? v : v.slice(0, cut), formats, 'pretty');
    if (cut === v.length - 1) throw new UsageError(`--format ${v}: the file is missing, as in --format ${format}=report`);
    return cut < 0 ? { format } : { format, file: v.slice(cut + 1) };
  });
}

async function fromStdin(values: Record<string, unknown>, io: Io): Promise<{ inputs: Input[]; problems: string[] }> {
  const name = String(values['stdin-filename'] ?? 'stdin.txt');
  const read = decodeBytes(await allOfStdin(io));
  const path = resolve(io.cwd, name);
  return { inputs: ['problem' in read ? { path, problem: read.problem } : { path, text: read.text }], problems: [] };
}

async function fromPaths(
  positionals: readonly string[],
  pencil: Pencil,
  io: Io,
): Promise<{ inputs: Input[]; problems: readonly string[] }> {
  const args = positionals.length ? positionals : ['.'];
  // a file that is named outright needs no search
  const plain = args.map((a) => resolve(io.cwd, a));
  const found = plain.every((p) => kindOf(p) === 'file')
    ? { paths: [...new Set(plain)], problems: [] }
    : await findDrafts(args, io.cwd, []);
  const inputs = found.paths.filter((p) => plain.includes(p) || !pencil.excluded(p)).map((path) => ({ path }));
  return { inputs, problems: found.problems };
}

function opened(input: Input): Input {
  if (input.text !== undefined || input.problem !== undefined) return input;
  const file = readDraftFile(input.path);
  return 'problem' in file
    ? { path: input.path, problem: file.problem, tooLarge: file.kind === 'too large' }
    : { path: input.path, text: file.text };
}

/** A file that was not read shows as one finding at its head, never as silence. */
function unreadResult(input: Input, io: Io): Result {
  const finding: Finding = {
    rule: 'copy/unread',
    severity: 'error',
    span: { start: 0, end: 0 },
    message: `This file ${input.problem}.`,
    evidence: [],
    fixes: [],
    related: [],
    fingerprint: 'unread',
  };
  return { path: input.path, shown: shown(input.path, io.cwd), text: '', dateline: undefined, findings: [finding], unread: input.problem! };
}

/** Writes beside the file, where a link leads, and moves it there, and only where it is still what was read: nothing is lost, nothing half written. */
function write(named: string, before: string, after: string, io: Io): boolean {
  const name = shown(named, io.cwd);
  const path = existsSync(named) ? realpathSync(named) : named;
  const part = join(dirname(path), `.${Math.abs(before.length * 31 + after.length)}.${process.pid}.blue-pencil.tmp`);
  try {
    if (readFileSync(path, 'utf8') !== before) {
      io.err(`blue-pencil: ${name} changed while it was checked: nothing was written\n`);
      return false;
    }
    writeFileSync(part, after, { mode: statSync(path).mode, flag: 'wx' });
    renameSync(part, path);
    return true;
  } catch (error) {
    try {
      unlinkSync(part);
    } catch {
      // it was never made
    }
    io.err(`blue-pencil: ${name} could not be written (${(error as NodeJS.ErrnoException).code ?? String(error)}): it is as it was\n`);
    return false;
  }
}

function withDesk(results: readonly Result[], drafts: readonly Draft[], pencil: Pencil, failures: Failure[]): Result[] {
  const desk = pencil.checkDesk(drafts);
  failures.push(...desk.failures);
  const byPath = new Map(drafts.map((d, i) => [d.path, desk.findings[i]!]));
  return results.map((r) => {
    const more = byPath.get(r.path) ?? [];
    return more.length
      ? { ...r, findings: [...r.findings, ...more].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end) }
      : r;
  });
}

/** What is left after --diff and --baseline. Throws UsageError. */
function narrow(results: readonly Result[], values: Record<string, unknown>, io: Io): Result[] {
  let left = [...results];
  if (values['diff'] !== undefined) {
    let changed: ReturnType<typeof changedLines>;
    try {
      changed = changedLines(String(values['diff']), io.cwd);
    } catch (error) {
      throw new UsageError(`--diff ${String(values['diff'])}: ${(error as Error).message}`);
    }
    left = left.map((r) => {
      const ranges = r.unread ? undefined : (changed.get(realpathSync(r.path)) ?? []);
      if (!ranges) return r;
      const lines = lineIndex(r.text);
      const touched = (f: Finding): boolean => {
        const first = positionAt(lines, f.span.start).line + 1;
        const last = positionAt(lines, Math.max(f.span.start, f.span.end - 1)).line + 1;
        return ranges.some(([a, b]) => first <= b && a <= last);
      };
      return { ...r, findings: r.findings.filter(touched) };
    });
  }
  return withoutKnown(left, values, io);
}

function colorWanted(values: Record<string, unknown>, io: Io): boolean {
  if (values['no-color']) return false;
  if (values['color']) return true;
  return io.isTerminal && !io.env['NO_COLOR'];
}

function stats(files: number, results: readonly Result[], drafts: readonly Draft[], ms: number): string {
  const units = results.reduce((n, r) => n + r.text.length, 0);
  const paragraphs = drafts.reduce((n, d) => n + d.paragraphs.length, 0);
  return `${files} files, ${drafts.length} drafts, ${paragraphs} paragraphs, ${units} characters in ${ms.toFixed(0)} ms\n`;
}
