import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Where configs and stet files are read from: the disk, or what an editor holds of them. Paths are absolute. */
export interface Files {
  exists(path: string): boolean;
  /** Throws as node:fs does where the file cannot be read. */
  read(path: string): string;
  /** The path with its links resolved. */
  real(path: string): string;
  /** The files in a folder and in the folders in it, from there, with forward slashes, by name. None where there is no such folder. */
  list(folder: string): readonly string[];
}

/** No folder of styles is deeper or larger. */
const most = { deep: 8, files: 5000 };

function filesIn(folder: string, inner = '', found: string[] = []): string[] {
  if (inner.split('/').length > most.deep) return found;
  for (const entry of readdirSync(join(folder, inner), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (found.length >= most.files) break;
    const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && entry.name !== '.git') filesIn(folder, path, found);
    } else found.push(path.split(sep).join('/'));
  }
  return found;
}

export const disk: Files = {
  exists: existsSync,
  read: (path) => readFileSync(path, 'utf8'),
  real: (path) => realpathSync(path),
  list(folder) {
    try {
      return filesIn(folder);
    } catch {
      return [];
    }
  },
};
