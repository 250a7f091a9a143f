import { finish, hashText } from './hash-index';

/** Bits a word, and probes: one strange word in two hundred is taken for a name that somebody bears. */
const bits = 11;
const probes = 7;

/** A Bloom filter over folded words (Bloom 1970; double hashing after Kirsch and Mitzenmacher 2006). No words, no filter. */
export function writeFilter(words: readonly string[]): Uint32Array {
  const out = new Uint32Array(Math.ceil((words.length * bits) / 32));
  for (const word of words) for (const bit of bitsOf(word, out.length * 32)) out[bit >>> 5]! |= 1 << (bit & 31);
  return out;
}

/** False is sure. */
export function inFilter(filter: Uint32Array, word: string): boolean {
  for (const bit of bitsOf(word, filter.length * 32)) if ((filter[bit >>> 5]! & (1 << (bit & 31))) === 0) return false;
  return true;
}

function bitsOf(word: string, size: number): number[] {
  const a = hashText(word);
  const b = finish(a ^ 0x9e3779b9) | 1;
  return Array.from({ length: probes }, (_, i) => ((a + Math.imul(i, b)) >>> 0) % size);
}
