import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { KeptPack, PackShelf } from './desk-knowledge';

declare const BLUE_PENCIL_VERSION: string;

/** Raised with every change of the form below, or of what is kept. */
const form = 1;
const release = typeof BLUE_PENCIL_VERSION === 'string' ? BLUE_PENCIL_VERSION : 'dev';
/** How many packs stay on the disk, and how many in memory. */
const most = { onDisk: 32, inMemory: 4 };

/**
 * The user's folder of things that can be made again. Never one in the workspace: a repository could bring a forged index along.
 * BLUE_PENCIL_CACHE names another folder, and `off` none.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const own = env['BLUE_PENCIL_CACHE'];
  if (own) return own === 'off' ? undefined : own;
  try {
    if (process.platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData/Local'), 'blue-pencil', 'Cache');
    if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/blue-pencil');
    return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'blue-pencil');
  } catch {
    return undefined; // nobody's home
  }
}

/**
 * Packs in files named for our version and for the hash of the pack's text. What is read is used only where its own checksum is right;
 * anything else is as if it were not there, and is written anew. A folder that cannot be read or written is no shelf, and no error.
 */
export function packShelf(groundOf: () => string, folder: string | undefined = cacheFolder()): PackShelf {
  const memory = new Map<string, KeptPack>();
  let ground: string | undefined;
  const remember = (key: string, pack: KeptPack): KeptPack => {
    memory.delete(key);
    memory.set(key, pack);
    for (const old of [...memory.keys()].slice(0, -most.inMemory)) memory.delete(old);
    return pack;
  };
  const fileOf = (key: string): string | undefined => folder && join(folder, `pack-${form}-${release}-${key}.bin`);
  return {
    get ground() {
      ground ??= hash(`${form} ${release} ${groundOf()}`);
      return ground;
    },
    over: (below, text) => hash(`${below} ${hash(text)}`),
    find(text) {
      const key = hash(text);
      const held = memory.get(key);
      if (held) return remember(key, held);
      const file = fileOf(key);
      try {
        const pack = file === undefined ? undefined : readPack(readFileSync(file));
        return pack && remember(key, pack);
      } catch {
        return undefined;
      }
    },
    keep(text, pack) {
      const key = hash(text);
      remember(key, pack);
      const file = fileOf(key);
      if (!folder || !file) return;
      const part = `${file}.${process.pid}.part`;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(part, writePack(pack));
        renameSync(part, file);
        clear(folder);
      } catch {
        try {
          rmSync(part, { force: true });
        } catch {} // nor can that be written
      }
    },
  };
}

const hash = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** "BPP1", the length of the head, the head as JSON, blanks to a multiple of 4, the index. */
function writePack({ bytes, ...rest }: KeptPack): Buffer {
  let head = Buffer.from(JSON.stringify({ ...rest, length: bytes.length, sum: hash(bytes) }));
  head = Buffer.concat([head, Buffer.alloc((4 - (head.length % 4)) % 4, ' ')]);
  const start = Buffer.alloc(8);
  start.write('BPP1', 'latin1');
  start.writeUInt32LE(head.length, 4);
  return Buffer.concat([start, head, bytes]);
}

function readPack(file: Buffer): KeptPack | undefined {
  if (file.length < 8 || file.toString('latin1', 0, 4) !== 'BPP1') return undefined;
  const end = 8 + file.readUInt32LE(4);
  const { ground, pure, problems, length, sum } = JSON.parse(file.toString('utf8', 8, end)) as KeptPack & { length: number; sum: string };
  const bytes = new Uint8Array(file.buffer, file.byteOffset + end, file.length - end);
  return bytes.length === length && hash(bytes) === sum ? { ground, pure, problems, bytes } : undefined;
}

/** Leaves the packs that were written last. */
function clear(folder: string): void {
  const packs = readdirSync(folder).filter((f) => f.startsWith('pack-'));
  if (packs.length <= most.onDisk) return;
  const byAge = packs.map((f) => join(folder, f)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const file of byAge.slice(most.onDisk)) rmSync(file, { force: true });
}
