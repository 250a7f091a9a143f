import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';

/** Lines of a file that changed, counted from 1, both ends included. */
export type LineRange = readonly [first: number, last: number];

/** Lines changed in the work tree since the merge base with a revision, by absolute path; a file that git does not track yet is changed whole. Throws with git's own words. */
export function changedLines(ref: string, cwd: string): ReadonlyMap<string, readonly LineRange[]> {
  const git = (...args: string[]): string => {
    try {
      return execFileSync('git', ['-c', 'core.quotePath=false', ...args], {
        cwd,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    } catch (error) {
      const words = String((error as { stderr?: unknown }).stderr ?? '')
        .trim()
        .split('\n')[0];
      throw new Error(words || `git could not be run (${(error as NodeJS.ErrnoException).code ?? 'it failed'})`);
    }
  };
  const top = git('rev-parse', '--show-toplevel').trim();
  const base = git('merge-base', '--', ref, 'HEAD').trim();
  const out = new Map<string, LineRange[]>();
  let ranges: LineRange[] = [];
  for (const line of git('diff', '-U0', '--no-color', '--no-ext-diff', '--src-prefix=a/', '--dst-prefix=b/', base, '--', '.').split('\n')) {
    if (line.startsWith('+++ b/')) out.set(real(join(top, line.slice(6).replace(/\t$/, ''))), (ranges = []));
    const m = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (m) {
      const first = Number(m[1]);
      const count = m[2] === undefined ? 1 : Number(m[2]);
      // a deletion touches the lines that now meet
      ranges.push(count === 0 ? [first, first + 1] : [first, first + count - 1]);
    }
  }
  for (const file of git('ls-files', '--others', '--exclude-standard', '--full-name').split('\n'))
    if (file) out.set(real(join(top, file)), [[1, Number.MAX_SAFE_INTEGER]]);
  return out;
}

const real = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
};
