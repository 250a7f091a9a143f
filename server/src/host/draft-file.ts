import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Format } from '../core';

/** Files above this are not read: a draft is an article, not an archive. */
export const mostBytes = 10 * 1024 * 1024;

export type DraftFile =
  | { readonly text: string; readonly bytes: number }
  | { readonly problem: string; readonly kind: 'unreadable' | 'too large' };

const formats: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'plaintext',
  '.html': 'html',
  '.htm': 'html',
};

/** The endings of drafts, with their dots. */
export const draftEndings: readonly string[] = Object.keys(formats);

/** The format that a file's name says, plain text where it says none. */
export const formatOf = (path: string): Format => formats[extname(path).toLowerCase()] ?? 'plaintext';

/** Reads a draft as text, the byte order mark kept as U+FEFF so that offsets are those of the file. Says in one line why it cannot. */
export function readDraftFile(path: string): DraftFile {
  let bytes: Buffer;
  try {
    const fd = openSync(path, 'r');
    try {
      const stat = fstatSync(fd);
      if (stat.isDirectory()) return { problem: 'is a folder, not a draft', kind: 'unreadable' };
      if (stat.size > mostBytes)
        return {
          problem: `is ${megabytes(stat.size)} MB, more than the ${megabytes(mostBytes)} MB that a draft may have: it was not read`,
          kind: 'too large',
        };
      bytes = readFileSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    return { problem: reason(error), kind: 'unreadable' };
  }
  return decodeBytes(bytes);
}

/** UTF-8, or UTF-16 where a byte order mark says so. */
export function decodeBytes(bytes: Buffer): DraftFile {
  if (bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))) {
    return {
      problem: `is encoded as UTF-16 (${bytes[0] === 0xff ? 'little' : 'big'}-endian byte order mark), not UTF-8: save it as UTF-8`,
      kind: 'unreadable',
    };
  }
  if (bytes.subarray(0, 8000).includes(0)) return { problem: 'is a binary file (it holds NUL bytes), not a draft', kind: 'unreadable' };
  const text = bytes.toString('utf8');
  if (text.includes('\ufffd') && firstBad(bytes) < bytes.length) {
    return { problem: `is not UTF-8 (tried UTF-8, which breaks off near byte ${firstBad(bytes)}): save it as UTF-8`, kind: 'unreadable' };
  }
  return { text, bytes: bytes.length };
}

/** The first byte that does not belong to UTF-8; the length where every byte does. */
function firstBad(bytes: Buffer): number {
  const good = (n: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, n), { stream: n < bytes.length });
      return true;
    } catch {
      return false;
    }
  };
  if (good(bytes.length)) return bytes.length;
  let low = 0;
  let high = bytes.length;
  while (low + 1 < high) {
    const mid = (low + high) >> 1;
    if (good(mid)) low = mid;
    else high = mid;
  }
  return low;
}

const megabytes = (n: number): string => (n / 1024 / 1024).toFixed(n % (1024 * 1024) ? 1 : 0);

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read (permission denied)',
  ENOTDIR: 'does not exist',
  EISDIR: 'is a folder, not a file',
  ELOOP: 'is a link that leads to itself',
  ENAMETOOLONG: 'has a name that is too long',
};
/** Why the file system said no, in words. */
export const reason = (error: unknown): string => {
  const code = (error as NodeJS.ErrnoException)?.code ?? '';
  return reasons[code] ?? `cannot be read (${code || String(error)})`;
};
