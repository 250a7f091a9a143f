import { type Tokens, tokensOf } from './tokens';

/** One place of a pattern: sequences of words of which one must stand there, or any words, up to so many. */
interface Place {
  /** By their first word. */
  readonly choices: ReadonlyMap<string, readonly Tokens[]>;
  readonly optional: boolean;
  readonly any: number;
}

export interface Pattern<Meaning> {
  /** Read when they are first asked for: of most patterns no line has the beginning. */
  readonly places: readonly Place[];
  /** The places that it can begin with. */
  readonly first: readonly Place[];
  /** True where anything may follow. */
  readonly open: boolean;
  readonly meaning: Meaning;
}

/** Patterns by the places that they can begin with, and those places by their words. Patterns that begin with any word are tried everywhere. */
export interface PatternTable<Meaning> {
  readonly places: ReadonlyMap<string, readonly Place[]>;
  readonly patterns: ReadonlyMap<Place, readonly Pattern<Meaning>[]>;
  readonly anyFirst: readonly Pattern<Meaning>[];
}

/** Reads the notation that `server/data/phrases/en/widgets.yaml` explains at its head. */
export function readPattern<Meaning>(
  written: string,
  lists: Readonly<Record<string, readonly (string | number)[]>>,
  meaning: Meaning,
): Pattern<Meaning> {
  const parts = written.split(/\s+/).filter(Boolean);
  const open = parts.at(-1) === '...';
  if (open) parts.pop();
  let places: readonly Place[] | undefined;
  return {
    get places() {
      places ??= parts.map((part) => placeOf(part, lists));
      return places;
    },
    first: firstOf(parts, lists),
    open,
    meaning,
  };
}

function firstOf(parts: readonly string[], lists: Readonly<Record<string, readonly (string | number)[]>>): Place[] {
  const out: Place[] = [];
  for (const part of parts) {
    const place = placeOf(part, lists);
    out.push(place);
    if (place.any > 0 || !place.optional) break;
  }
  return out;
}

/** Each place is read once: the same words and lists stand in most patterns. */
const placesRead = new WeakMap<object, Map<string, Place>>();

function placeOf(part: string, lists: Readonly<Record<string, readonly (string | number)[]>>): Place {
  let known = placesRead.get(lists);
  if (!known) {
    known = new Map();
    placesRead.set(lists, known);
  }
  let place = known.get(part);
  if (!place) {
    place = readPlace(part, lists);
    known.set(part, place);
  }
  return place;
}

const WORD = /^[a-z]+$/;

function readPlace(part: string, lists: Readonly<Record<string, readonly (string | number)[]>>): Place {
  if (WORD.test(part)) return { choices: new Map([[part, [[part]]]]), optional: false, any: 0 };
  const optional = part.endsWith('?') && part.length > 1;
  const body = optional ? part.slice(0, -1) : part;
  if (body === '_' || body === '*') return { choices: new Map(), optional, any: body === '_' ? 1 : 6 };
  const choices = body
    .split('|')
    .flatMap((choice) => (/^<\w+>$/.test(choice) ? (lists[choice.slice(1, -1)] ?? []).map(String) : [choice]))
    .map((choice) =>
      choice === '#'
        ? ['#']
        : choice === '@'
          ? ['@']
          : WORD.test(choice)
            ? [choice]
            : tokensOf(choice.replace(/#/g, '0').replace(/\+/g, ' ')),
    );
  const byFirst = new Map<string, Tokens[]>();
  for (const choice of choices) {
    const [first] = choice;
    if (first === undefined) continue;
    const list = byFirst.get(first);
    if (list) list.push(choice);
    else byFirst.set(first, [choice]);
  }
  return { choices: byFirst, optional: optional || choices.some((c) => c.length === 0), any: 0 };
}

export function patternTable<Meaning>(patterns: readonly Pattern<Meaning>[]): PatternTable<Meaning> {
  const byPlace = new Map<Place, Pattern<Meaning>[]>();
  const anyFirst: Pattern<Meaning>[] = [];
  for (const pattern of patterns) {
    for (const place of pattern.first) {
      const list = byPlace.get(place);
      if (place.any > 0) anyFirst.push(pattern);
      else if (list) list.push(pattern);
      else byPlace.set(place, [pattern]);
    }
  }
  // places are shared, so that the words of a list are entered once and not for every pattern
  const places = new Map<string, Place[]>();
  for (const place of byPlace.keys()) {
    for (const first of place.choices.keys()) {
      const list = places.get(first);
      if (list) list.push(place);
      else places.set(first, [place]);
    }
  }
  return { places, patterns: byPlace, anyFirst };
}

/** The patterns that can begin with the word. */
export function* beginningWith<Meaning>(table: PatternTable<Meaning>, word: string | undefined): Iterable<Pattern<Meaning>> {
  for (const place of table.places.get(word ?? '') ?? NO_PLACES) yield* table.patterns.get(place)!;
}
const NO_PLACES: readonly Place[] = [];

/** Where a pattern that begins at `from` can end, the farthest; -1 where it does not match. An open pattern ends where its last written word does. */
export function endOf<Meaning>({ places }: Pattern<Meaning>, tokens: Tokens, from: number): number {
  return run(places, 0, tokens, from);
}

function run(places: readonly Place[], k: number, tokens: Tokens, at: number): number {
  const place = places[k];
  if (!place) return at;
  let best = -1;
  if (place.any > 0) {
    const stop = Math.min(tokens.length, at + place.any);
    for (let next = stop; next > at && best < 0; next--) best = run(places, k + 1, tokens, next);
  } else {
    for (const choice of place.choices.get(tokens[at] ?? '') ?? NONE) {
      if (!stands(choice, tokens, at)) continue;
      best = Math.max(best, run(places, k + 1, tokens, at + choice.length));
    }
  }
  return place.optional ? Math.max(best, run(places, k + 1, tokens, at)) : best;
}

const NONE: readonly Tokens[] = [];

function stands(words: Tokens, tokens: Tokens, at: number): boolean {
  for (let i = 1; i < words.length; i++) if (tokens[at + i] !== words[i]) return false;
  return true;
}
