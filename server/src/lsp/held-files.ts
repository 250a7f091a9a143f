import { isWholeConfig } from '../host/config-file';
import type { Files } from '../host/files';
import { stetName } from '../host/stet-file';
import { isVirtual } from './uris';

/** Configs and stet files as the desk holds them: as they stand in an open editor, else as the client sent them, else as the disk has them. */
export interface HeldFiles extends Files {
  /** A file as it stands in an open editor; undefined once it is closed. */
  setOpen(path: string, text: string | undefined): void;
  /** A file of a file system that the server cannot read; null where it is gone. */
  setSent(path: string, text: string | null): void;
  /** What really stands there, broken or not; undefined where there is no such file. */
  actual(path: string): string | undefined;
  /** True where the file is broken and an earlier state of it is in force. */
  isStale(path: string): boolean;
}

/** A file that stops being JSON is read as it last was: a half-typed config must not take the house's rules out of force. */
export function heldFiles(disk: Files): HeldFiles {
  const open = new Map<string, string>();
  const sent = new Map<string, string>();
  const lastGood = new Map<string, string>();
  const key = (path: string): string => path.replaceAll('\\', '/');

  function actual(path: string): string | undefined {
    const held = open.get(key(path)) ?? sent.get(key(path));
    if (held !== undefined) return held;
    if (isVirtual(path)) return undefined;
    try {
      return disk.read(path);
    } catch {
      return undefined;
    }
  }

  return {
    actual,
    exists: (path) => open.has(key(path)) || sent.has(key(path)) || (!isVirtual(path) && disk.exists(path)),
    real: (path) => (isVirtual(path) || sent.has(key(path)) ? path : disk.real(path)),
    list(folder) {
      const inside = `${key(folder)}/`;
      const held = [...sent.keys(), ...open.keys()].flatMap((k) => (k.startsWith(inside) ? [k.slice(inside.length)] : []));
      const there = isVirtual(folder) ? [] : disk.list(folder);
      return held.length === 0 ? there : [...new Set([...there, ...held])].sort();
    },
    read(path) {
      const text = actual(path);
      if (text === undefined) {
        lastGood.delete(key(path));
        return disk.read(path);
      }
      if (isWhole(path, text)) {
        lastGood.set(key(path), text);
        return text;
      }
      return lastGood.get(key(path)) ?? text;
    },
    isStale(path) {
      const text = actual(path);
      return text !== undefined && !isWhole(path, text) && lastGood.has(key(path));
    },
    setOpen(path, text) {
      if (text === undefined) open.delete(key(path));
      else open.set(key(path), text);
    },
    setSent(path, text) {
      if (text === null) sent.delete(key(path));
      else sent.set(key(path), text);
    },
  };
}

function isWhole(path: string, text: string): boolean {
  // style files are YAML or plain lines, and tell of themselves what is wrong in them
  if (/\.(?:yml|ini|txt)$/.test(path)) return true;
  if (!path.endsWith(stetName)) return isWholeConfig(text);
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
