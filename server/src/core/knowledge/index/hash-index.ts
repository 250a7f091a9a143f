import type { Pool, PoolWriter } from './pool';

/**
 * From a text to numbers, in four arrays: `slots` is an open-addressing table (linear probing, at most half full, 0 for empty) of entry numbers plus 1 by the hash
 * of the key; `keys` holds the key's string; `starts` and `postings` the numbers of each entry, one run after the other.
 */
export interface HashIndex {
  readonly slots: Uint32Array;
  readonly keys: Uint32Array;
  readonly starts: Uint32Array;
  readonly postings: Uint32Array;
}

/** FNV-1a over UTF-16 units, with the finisher of MurmurHash3 so that the low bits are good. */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return finish(h);
}

export function finish(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The entry of the key, or -1. */
export function findEntry(index: HashIndex, pool: Pool, key: string): number {
  const { slots, keys } = index;
  const mask = slots.length - 1;
  if (mask < 0) return -1;
  for (let at = hashText(key) & mask, tries = 0; tries <= mask; at = (at + 1) & mask, tries++) {
    const slot = slots[at]!;
    if (slot === 0) return -1;
    if (pool.same(keys[slot - 1]!, key)) return slot - 1;
  }
  return -1;
}

const none = new Uint32Array(0);

/** The numbers under the key, in the order of the index. A view: do not keep it past the look-up. */
export function findPostings(index: HashIndex, pool: Pool, key: string): Uint32Array {
  const entry = findEntry(index, pool, key);
  return entry < 0 ? none : index.postings.subarray(index.starts[entry]!, index.starts[entry + 1]!);
}

/** Entries in the order in which their keys came; numbers under a key in the order given, each once. */
export function writeIndex(entries: ReadonlyMap<string, Iterable<number>>, pool: PoolWriter): HashIndex {
  let size = 4;
  while (size < entries.size * 2) size *= 2;
  const slots = new Uint32Array(size);
  const keys = new Uint32Array(entries.size);
  const starts = new Uint32Array(entries.size + 1);
  const postings: number[] = [];
  let entry = 0;
  for (const [key, numbers] of entries) {
    keys[entry] = pool.id(key);
    let at = hashText(key) & (size - 1);
    while (slots[at] !== 0) at = (at + 1) & (size - 1);
    slots[at] = entry + 1;
    for (const n of new Set(numbers)) postings.push(n);
    starts[++entry] = postings.length;
  }
  return { slots, keys, starts, postings: Uint32Array.from(postings) };
}
