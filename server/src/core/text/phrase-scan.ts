import type { Words } from './words';

/**
 * Phrases of one or more words, by the hash of their first word. Words are compared in lower case with straight apostrophes.
 * A word that is in no phrase costs one look-up of a number; no string is made for it.
 */
export interface PhraseScan<Value> {
  readonly byFirst: ReadonlyMap<number, readonly Phrase<Value>[]>;
}

interface Phrase<Value> {
  /** Each place: the words of which one must stand there. */
  readonly places: readonly (readonly string[])[];
  readonly value: Value;
}

export interface Hit<Value> {
  readonly start: number;
  readonly end: number;
  /** Index of its first word. */
  readonly word: number;
  /** How many words it takes. */
  readonly length: number;
  readonly value: Value;
}

/** Reads phrases: words parted by spaces, "a|b" for either. Longer phrases win over shorter ones that begin alike. */
export function phraseScan<Value>(entries: Iterable<readonly [string, Value]>): PhraseScan<Value> {
  const byFirst = new Map<number, Phrase<Value>[]>();
  for (const [written, value] of entries) {
    const places = written
      .toLowerCase()
      .split(' ')
      .filter(Boolean)
      .map((place) => place.split('|'));
    for (const first of places[0] ?? []) {
      const hash = hashOf(first);
      const list = byFirst.get(hash);
      if (list) list.push({ places, value });
      else byFirst.set(hash, [{ places, value }]);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.places.length - a.places.length);
  return { byFirst };
}

/** Where phrases stand in a text, in order and without overlaps. Between the words of one there is a space or a hyphen, nothing else. */
export function* hitsOf<Value>(scan: PhraseScan<Value>, text: string, words: Words): Iterable<Hit<Value>> {
  const { bounds } = words;
  const hashes = hashesOf(text, words);
  for (let i = 0; i < hashes.length; i++) {
    const phrases = scan.byFirst.get(hashes[i]!);
    if (!phrases) continue;
    for (const { places, value } of phrases) {
      if (!standsAt(places, text, words, i)) continue;
      yield { start: bounds[2 * i]!, end: bounds[2 * (i + places.length) - 1]!, word: i, length: places.length, value };
      i += places.length - 1;
      break;
    }
  }
}

function standsAt(places: readonly (readonly string[])[], text: string, words: Words, at: number): boolean {
  if (at + places.length > words.count) return false;
  for (let k = 0; k < places.length; k++) {
    if (!places[k]!.includes(lowWord(text, words, at + k))) return false;
    if (k === 0) continue;
    const from = words.bounds[2 * (at + k) - 1]!;
    if (words.bounds[2 * (at + k)]! - from !== 1) return false;
    const c = text.charCodeAt(from);
    if (c !== 32 && c !== 45 && c !== 160) return false;
  }
  return true;
}

/** A word of a text in lower case, its apostrophes straight; nothing beyond the last word and before the first. */
export function lowWord(text: string, words: Words, i: number): string {
  if (i < 0 || i >= words.count) return '';
  const word = text.slice(words.bounds[2 * i]!, words.bounds[2 * i + 1]!).toLowerCase();
  return word.includes('’') ? word.replace(/’/g, "'") : word;
}

const kept = new WeakMap<Words, Int32Array>();

/** The hashes of a text's words, as `lowWord` would give them. They are kept with the words. */
export function hashesOf(text: string, words: Words): Int32Array {
  let hashes = kept.get(words);
  if (hashes) return hashes;
  const { count, bounds } = words;
  hashes = new Int32Array(count);
  for (let i = 0; i < count; i++) hashes[i] = hashIn(text, bounds[2 * i]!, bounds[2 * i + 1]!);
  kept.set(words, hashes);
  return hashes;
}

/** The hash of a word that is in lower case already. */
export const hashOf = (word: string): number => hashIn(word, 0, word.length);

/** FNV-1a over the lower-case units of a word, in 30 bits, so that engines keep it as a small integer. */
function hashIn(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) {
    let c = text.charCodeAt(i);
    if (c >= 65 && c <= 90) c += 32;
    else if (c === 0x2019) c = 39;
    else if (c > 127) return slowHash(text.slice(start, end));
    hash = Math.imul(hash ^ c, 0x01000193);
  }
  return hash & 0x3fffffff;
}

function slowHash(word: string): number {
  let hash = 0x811c9dc5;
  for (const unit of word.toLowerCase().replace(/’/g, "'")) hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193);
  return hash & 0x3fffffff;
}
