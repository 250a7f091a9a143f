import type { Words } from './words';

/** Phrases of one or more words, by their first word. Words are compared in lower case with straight apostrophes. */
export interface PhraseScan<Value> {
  readonly byFirst: ReadonlyMap<string, readonly Phrase<Value>[]>;
}

export interface Phrase<Value> {
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
  const byFirst = new Map<string, Phrase<Value>[]>();
  for (const [written, value] of entries) {
    const places = written
      .toLowerCase()
      .split(' ')
      .filter(Boolean)
      .map((place) => place.split('|'));
    if (places.length === 0) continue;
    for (const first of places[0]!) {
      const list = byFirst.get(first);
      if (list) list.push({ places, value });
      else byFirst.set(first, [{ places, value }]);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.places.length - a.places.length);
  return { byFirst };
}

/** The words of a text in lower case, apostrophes straight. */
export function lowered(text: string, words: Words): string[] {
  const { bounds, count } = words;
  const low = text.toLowerCase();
  // a text whose lower case has another length ("İ") is lowered word by word
  const same = low.length === text.length;
  const out = new Array<string>(count);
  for (let i = 0; i < count; i++) {
    const word = same ? low.slice(bounds[2 * i]!, bounds[2 * i + 1]!) : text.slice(bounds[2 * i]!, bounds[2 * i + 1]!).toLowerCase();
    out[i] = word.includes('’') ? word.replace(/’/g, "'") : word;
  }
  return out;
}

/** Where phrases stand in a text, in order and without overlaps. Between the words of one there is a space or a hyphen, nothing else. */
export function* hitsOf<Value>(scan: PhraseScan<Value>, text: string, words: Words, low: readonly string[]): Iterable<Hit<Value>> {
  const { bounds } = words;
  for (let i = 0; i < low.length; i++) {
    const phrases = scan.byFirst.get(low[i]!);
    if (!phrases) continue;
    for (const { places, value } of phrases) {
      if (!standsAt(places, text, bounds, low, i)) continue;
      yield { start: bounds[2 * i]!, end: bounds[2 * (i + places.length) - 1]!, word: i, length: places.length, value };
      i += places.length - 1;
      break;
    }
  }
}

function standsAt(places: readonly (readonly string[])[], text: string, bounds: Uint32Array, low: readonly string[], at: number): boolean {
  if (at + places.length > low.length) return false;
  for (let k = 1; k < places.length; k++) {
    if (!places[k]!.includes(low[at + k]!)) return false;
    const gap = bounds[2 * (at + k)]! - bounds[2 * (at + k) - 1]!;
    if (gap !== 1) return false;
    const c = text.charCodeAt(bounds[2 * (at + k) - 1]!);
    if (c !== 32 && c !== 45 && c !== 160) return false;
  }
  return true;
}
