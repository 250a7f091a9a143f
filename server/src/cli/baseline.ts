import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Finding } from '../core';
import { type Baseline, loadBaseline, writeBaseline } from '../host/baseline-file';
import { reason } from '../host/draft-file';
import { type Io, UsageError } from './io';
import type { Result } from './result';

/**
 * What is left of findings after --baseline; --update-baseline writes what there is, and nothing is left. Drafts stand in the file as they lie
 * from its folder, so that it holds wherever the command is run. Throws UsageError.
 */
export function withoutKnown(results: readonly Result[], values: Readonly<Record<string, unknown>>, io: Io): Result[] {
  const name = values['baseline'];
  if (name === undefined) {
    if (values['update-baseline']) throw new UsageError('--update-baseline needs --baseline FILE');
    return [...results];
  }
  const file = resolve(io.cwd, String(name));
  const keyOf = (r: Result): string => relative(dirname(file), r.path).split(sep).join('/');
  const read = values['update-baseline'] && !existsSync(file) ? { findings: {} } : loadBaseline(file);
  if ('problem' in read) throw new UsageError(`--baseline ${String(name)} ${read.problem}`);
  if (values['update-baseline']) {
    const judged = results.filter((r) => !r.unread);
    const looked = new Set(judged.map(keyOf));
    const others = Object.entries(read.findings).filter(([key]) => !looked.has(key) && existsSync(resolve(dirname(file), key)));
    const findings = Object.fromEntries([...others, ...judged.map((r) => [keyOf(r), r.findings.map((f) => entry(r, f))] as const)]);
    try {
      writeBaseline(file, { findings });
    } catch (error) {
      throw new UsageError(`--baseline ${String(name)} cannot be written: it ${reason(error)}`);
    }
    return results.map((r) => (r.unread ? r : { ...r, findings: [] }));
  }
  let gone = 0;
  const left = results.map((r) => {
    if (r.unread) return r;
    const known = read.findings[keyOf(r)] ?? [];
    gone += known.filter((e) => !r.findings.some((f) => f.fingerprint === e.fingerprint)).length;
    return { ...r, findings: r.findings.filter((f) => !known.some((e) => e.fingerprint === f.fingerprint)) };
  });
  if (gone) io.err(`${gone} ${gone === 1 ? 'entry' : 'entries'} of the baseline no longer match: run with --update-baseline\n`);
  return left;
}

const entry = (r: Result, f: Finding): Baseline['findings'][string][number] => ({
  fingerprint: f.fingerprint,
  rule: f.rule,
  text: r.text.slice(f.span.start, Math.min(f.span.end, f.span.start + 60)),
});
