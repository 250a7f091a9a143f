import { existsSync, readFileSync, realpathSync } from 'node:fs';

/** Where configs and stet files are read from: the disk, or what an editor holds of them. Paths are absolute. */
export interface Files {
  exists(path: string): boolean;
  /** Throws as node:fs does where the file cannot be read. */
  read(path: string): string;
  /** The path with its links resolved. */
  real(path: string): string;
}

export const disk: Files = {
  exists: existsSync,
  read: (path) => readFileSync(path, 'utf8'),
  real: (path) => realpathSync(path),
};
