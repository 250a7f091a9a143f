import { dirname, join } from 'node:path';
import { decodeStetFile, type StetEntry } from '../core';
import { disk, type Files } from './files';

export const stetName = '.blue-pencil.stet.json';

export interface StetFile {
  readonly file?: string;
  readonly entries: readonly StetEntry[];
  readonly problems: readonly string[];
}

/** The stet file at the root of the repository that holds the folder (where `.git` is), or the nearest above the folder. */
export function loadStet(folder: string, files: Files = disk): StetFile {
  const file = findStet(folder, files);
  if (!file) return { entries: [], problems: [] };
  try {
    const { value, problems } = decodeStetFile(JSON.parse(files.read(file).replace(/^\ufeff/, '')));
    return { file, entries: value, problems: problems.map((p) => `${file}: ${p.index >= 0 ? `entry ${p.index + 1}: ` : ''}${p.message}`) };
  } catch (error) {
    return { file, entries: [], problems: [`${file}: is not JSON (${(error as Error).message})`] };
  }
}

function findStet(folder: string, files: Files): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, stetName);
    if (files.exists(file)) return file;
    if (files.exists(join(at, '.git')) || dirname(at) === at) return undefined;
  }
}

/** Where what stands in the folder's drafts is noted: the stet file there is, else one at the root of the repository, else one in the fallback folder. */
export function stetPlace(folder: string, fallback: string, files: Files = disk): string {
  const found = findStet(folder, files);
  if (found) return found;
  for (let at = folder; ; at = dirname(at)) {
    if (files.exists(join(at, '.git'))) return join(at, stetName);
    if (dirname(at) === at) return join(fallback, stetName);
  }
}
