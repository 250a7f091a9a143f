import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decodeStetFile, type StetEntry } from '../core';

export const stetName = '.blue-pencil.stet.json';

export interface StetFile {
  readonly file?: string;
  readonly entries: readonly StetEntry[];
  readonly problems: readonly string[];
}

/** The stet file at the root of the repository that holds the folder (where `.git` is), or the nearest above the folder. */
export function loadStet(folder: string): StetFile {
  const file = findStet(folder);
  if (!file) return { entries: [], problems: [] };
  try {
    const { value, problems } = decodeStetFile(JSON.parse(readFileSync(file, 'utf8')));
    return { file, entries: value, problems: problems.map((p) => `${file}: ${p.index >= 0 ? `entry ${p.index + 1}: ` : ''}${p.message}`) };
  } catch (error) {
    return { file, entries: [], problems: [`${file}: is not JSON (${(error as Error).message})`] };
  }
}

function findStet(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, stetName);
    if (existsSync(file)) return file;
    if (existsSync(join(at, '.git')) || dirname(at) === at) return undefined;
  }
}
