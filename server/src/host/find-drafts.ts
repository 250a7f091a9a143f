import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { globby, isDynamicPattern } from 'globby';
import picomatch from 'picomatch';
import { draftEndings, reason } from './draft-file';

export interface Found {
  /** Absolute, each once, in the order of the arguments and by name within a folder. */
  readonly paths: readonly string[];
  /** What was asked for and is not there. */
  readonly problems: readonly string[];
}

/** The drafts that files, folders and globs name. A file named outright is taken whatever its ending; folders and globs honour .gitignore. */
export async function findDrafts(args: readonly string[], cwd: string, exclude: readonly string[]): Promise<Found> {
  const paths = new Set<string>();
  const problems: string[] = [];
  for (const arg of args) {
    const path = resolve(cwd, arg);
    const kind = kindOf(path);
    if (kind === 'file') paths.add(path);
    else if (kind === 'folder') {
      const found = await inFolder(path, exclude);
      if (found.length === 0) problems.push(`${arg}: no drafts in this folder (${draftEndings.join(', ')})`);
      for (const p of found) paths.add(p);
    } else if (isDynamicPattern(arg)) {
      const found = (
        await globby(arg.split(sep).join('/'), {
          cwd,
          gitignore: true,
          absolute: true,
          onlyFiles: true,
          ignore: ['**/node_modules/**', ...exclude],
          followSymbolicLinks: false,
        })
      ).sort();
      if (found.length === 0) problems.push(`${arg}: no file matches this glob`);
      for (const p of found) paths.add(p);
    } else problems.push(`${arg}: ${kind.problem}`);
  }
  return { paths: [...paths], problems };
}

const inFolder = async (folder: string, exclude: readonly string[]): Promise<string[]> =>
  (
    await globby(`**/*{${draftEndings.join(',')}}`, {
      cwd: folder,
      gitignore: true,
      absolute: true,
      onlyFiles: true,
      ignore: ['**/node_modules/**', ...exclude],
      followSymbolicLinks: false,
      caseSensitiveMatch: false,
    })
  ).sort();

/** What lies at a path, or in words why nobody can say. */
export function kindOf(path: string): 'file' | 'folder' | { readonly problem: string } {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return { problem: reason(error) };
  }
}

/** True where one of the globs matches the path, taken from the root that the globs are written for. A glob without a slash matches names at any depth. */
export function matchesAny(path: string, globs: readonly string[], root: string): boolean {
  if (globs.length === 0) return false;
  const inner = relative(root, path).split(sep).join('/');
  if (inner.startsWith('../') || isAbsolute(inner)) return false;
  return globs.some((g) => {
    const glob = g.replace(/^\.\//, '').replace(/\/$/, '/**');
    return picomatch(glob, { dot: true, basename: !glob.includes('/') })(inner) || picomatch(`${glob}/**`, { dot: true })(inner);
  });
}
