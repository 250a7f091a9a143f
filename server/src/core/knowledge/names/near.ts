import { finish } from '../index/hash-index';
import type { Pool } from '../index/pool';
import { type Units, unitDistance, unitsOf } from './distance';

export { distance } from './distance';

/**
 * Nearest words by symmetric deletion (Wolf Garbe's SymSpell): two words within distance 2 share what is left of their first units when up to two are deleted.
 * What is left is kept as a hash alone: a bucket of word numbers for each, and a false neighbour costs one look at its letters.
 */
export interface NearIndex {
  /** Where the bucket of each hash begins in `near`; a power of two, plus one. */
  readonly starts: Uint32Array;
  readonly near: Uint16Array | Uint32Array;
  /** String of the pool for each word. */
  readonly keys: Uint32Array;
  /** A bit for each of the letters that a word has. */
  readonly masks: Uint32Array;
}

/** Units at the front of a word whose deletions are kept. */
const prefix = 7;

/** Calls `take` with the hash of the first units and of what is left of them with one and with two deleted, `most` at the most. */
function deletions(units: Units, length: number, most: number, take: (hash: number) => void): void {
  const n = Math.min(length, prefix);
  const hashWithout = (i: number, j: number): number => {
    let h = 0x811c9dc5;
    for (let k = 0; k < n; k++) if (k !== i && k !== j) h = Math.imul(h ^ units[k]!, 0x01000193);
    return finish(h);
  };
  take(hashWithout(-1, -1));
  if (most < 1) return;
  for (let i = 0; i < n; i++) {
    take(hashWithout(i, -1));
    if (most > 1) for (let j = i + 1; j < n; j++) take(hashWithout(i, j));
  }
}

/** Bits 0 to 25 for a to z, the rest by the low bits of the unit. */
export function letterMask(units: Units, length: number): number {
  let mask = 0;
  for (let i = 0; i < length; i++) {
    const c = units[i]!;
    mask |= c >= 97 && c <= 122 ? 1 << (c - 97) : 1 << (26 + (c % 6));
  }
  return mask >>> 0;
}

function bits(n: number): number {
  let v = n - ((n >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const buffer = new Uint16Array(256);

/** The index of words; their numbers are their places in the list. */
export function writeNear(words: readonly string[]): { starts: Uint32Array; near: Uint16Array | Uint32Array; masks: Uint32Array } {
  const masks = new Uint32Array(words.length);
  const pairs: number[] = [];
  words.forEach((word, number) => {
    const units = unitsOf(word, buffer);
    masks[number] = letterMask(units, word.length);
    deletions(units, word.length, 2, (hash) => pairs.push(hash, number));
  });
  let size = 4;
  while (size < pairs.length / 8) size *= 2;
  const starts = new Uint32Array(size + 1);
  const last = new Int32Array(size).fill(-1);
  const kept: number[] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const bucket = pairs[i]! & (size - 1);
    if (last[bucket] === pairs[i + 1]) continue;
    last[bucket] = pairs[i + 1]!;
    kept.push(bucket, pairs[i + 1]!);
    starts[bucket + 1]!++;
  }
  for (let b = 0; b < size; b++) starts[b + 1]! += starts[b]!;
  const fill = starts.slice();
  const near = words.length <= 0x10000 ? new Uint16Array(kept.length / 2) : new Uint32Array(kept.length / 2);
  for (let i = 0; i < kept.length; i += 2) near[fill[kept[i]!]!++] = kept[i + 1]!;
  return { starts, near, masks };
}

export interface NearWord {
  readonly word: number;
  readonly distance: number;
}

let query: Uint16Array = new Uint16Array(256);
let other: Uint16Array = new Uint16Array(256);

/** The words within `most` edits (1 or 2) of a key, the key itself included; nearest first, else by number. `seen` is scratch, one cell a word, kept between calls. */
export function findNear(index: NearIndex, pool: Pool, key: string, most: 1 | 2, seen: Uint8Array): readonly NearWord[] {
  const { starts, near, keys, masks } = index;
  const buckets = starts.length - 1;
  if (buckets < 1 || masks.length === 0) return [];
  query = unitsOf(key, query);
  const mask = letterMask(query, key.length);
  const found: NearWord[] = [];
  const looked: number[] = [];
  deletions(query, key.length, most, (hash) => {
    const bucket = hash & (buckets - 1);
    for (let i = starts[bucket]!; i < starts[bucket + 1]!; i++) {
      const word = near[i]!;
      if (seen[word] === 1) continue;
      const theirs = masks[word]!;
      if (bits(mask & ~theirs) > most || bits(theirs & ~mask) > most) continue;
      seen[word] = 1;
      looked.push(word);
      const id = keys[word]!;
      const length = pool.length(id);
      if (length - key.length > most || key.length - length > most) continue;
      const start = pool.offsets[id]! >>> 1;
      let d: number;
      if (pool.offsets[id]! & 1) {
        other = unitsOf(pool.text(id), other);
        d = unitDistance(query, 0, key.length, other, 0, length, most);
      } else d = unitDistance(query, 0, key.length, pool.bytes, start, start + length, most);
      if (d <= most) found.push({ word, distance: d });
    }
  });
  for (const word of looked) seen[word] = 0;
  return found.sort((a, b) => a.distance - b.distance || a.word - b.word);
}
