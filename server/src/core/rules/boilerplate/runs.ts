import type { Paragraph } from '../../draft/draft';
import { hashesOf } from '../../text/phrase-scan';

/** Words in a run. */
export const RUN = 3;
/** Paragraphs that a run is looked for in: the first so many that have it. */
const FIRST = 4;

/** The different runs of words of a paragraph, and how many of them begin in its opening. */
export interface Runs {
  readonly words: number;
  readonly runs: Int32Array;
  /** The runs before this index lie within the first words. */
  readonly early: number;
}

/** Words of a paragraph that are its opening. */
export const OPENING = 45;

export function runsOf({ text, words }: Paragraph): Runs {
  const hashes = hashesOf(text, words);
  const seen = new Set<number>();
  let early = 0;
  for (let i = 0; i + RUN <= hashes.length; i++) {
    seen.add((Math.imul(Math.imul(hashes[i]!, 31) ^ hashes[i + 1]!, 31) ^ hashes[i + 2]!) & 0x3fffffff);
    if (i + RUN <= OPENING) early = seen.size;
  }
  return { words: hashes.length, runs: Int32Array.from(seen), early };
}

interface Entry {
  readonly paragraph: Paragraph;
  readonly read: Runs;
  /** Who has each of its runs. */
  readonly owners: Owners[];
  /** Where it stands among the paragraphs that are compared; several places where it is told word for word. */
  places: number[];
  /** How many of its runs stand in other paragraphs too. */
  shared: number;
}

/** The paragraphs that have a run. */
interface Owners {
  readonly entries: Entry[];
  /** The first places that have the run; they hold for one comparison. */
  places: readonly number[];
  round: number;
}

/** The runs of a draft's paragraphs, kept from one reading of it to the next: a keystroke changes the entries of one paragraph. */
interface Index {
  readonly entries: Map<Paragraph, Entry>;
  readonly owners: Map<number, Owners>;
  round: number;
}

/** Those of the drafts read last, the last first; a draft that is only read once soon makes room. */
let indices: readonly Index[] = [];
const KEPT = 4;

/** An earlier place that has runs of a paragraph: how many of all, and how many of its opening. */
export interface Earlier {
  readonly place: number;
  readonly all: number;
  readonly early: number;
}

/** How the paragraphs of a draft overlap in runs of words. */
export interface Overlaps {
  /** The runs of the paragraph at this place. */
  runs(place: number): Runs;
  /** How many runs of the paragraph at this place stand in other paragraphs, or at other places of its own. */
  shared(place: number): number;
  /** The earlier places that are among the first which have one of its runs, in the order of those runs. */
  withEarlier(place: number): readonly Earlier[];
}

export function overlapsOf(paragraphs: readonly Paragraph[]): Overlaps {
  const index = indexOf(paragraphs);
  const { entries } = index;
  const round = ++index.round;
  const all = new Uint32Array(paragraphs.length);
  const early = new Uint32Array(paragraphs.length);
  return {
    runs: (place) => entries.get(paragraphs[place]!)!.read,
    shared(place) {
      const entry = entries.get(paragraphs[place]!)!;
      return entry.places.length > 1 ? entry.read.runs.length : entry.shared;
    },
    withEarlier(place) {
      const met: number[] = [];
      const { owners, read } = entries.get(paragraphs[place]!)!;
      for (let i = 0; i < owners.length; i++) {
        const own = owners[i]!;
        if (own.entries.length === 1 && own.entries[0]!.places.length === 1) continue;
        if (own.round !== round) {
          own.round = round;
          own.places = firstPlaces(own.entries);
        }
        for (const other of own.places) {
          if (other >= place) break;
          if (all[other] === 0) met.push(other);
          all[other]!++;
          if (i < read.early) early[other]!++;
        }
      }
      return met.map((other) => {
        const found = { place: other, all: all[other]!, early: early[other]! };
        all[other] = early[other] = 0;
        return found;
      });
    },
  };
}

/** The first places of the entries, in order. */
function firstPlaces(entries: readonly Entry[]): readonly number[] {
  const first: number[] = [];
  for (const entry of entries) {
    for (const place of entry.places) {
      let at = first.length;
      while (at > 0 && first[at - 1]! > place) at--;
      if (at >= FIRST) continue;
      first.splice(at, 0, place);
      if (first.length > FIRST) first.pop();
    }
  }
  return first;
}

/** The index of the draft's last reading, brought up to the paragraphs as they are now. */
function indexOf(paragraphs: readonly Paragraph[]): Index {
  // a draft that is mostly new is quicker read anew
  const known = indices.find(({ entries }) => {
    let same = 0;
    for (const p of paragraphs) if (entries.has(p)) same++;
    return same > 0 && same * 2 >= entries.size;
  });
  const index = known ?? { entries: new Map(), owners: new Map(), round: 0 };
  indices = [index, ...indices.filter((i) => i !== index)].slice(0, KEPT);
  const { entries } = index;
  for (const entry of entries.values()) entry.places = [];
  for (let at = 0; at < paragraphs.length; at++) {
    const paragraph = paragraphs[at]!;
    const entry = entries.get(paragraph) ?? added(index, paragraph);
    entry.places.push(at);
  }
  for (const entry of [...entries.values()]) if (entry.places.length === 0) remove(index, entry);
  return index;
}

function added(index: Index, paragraph: Paragraph): Entry {
  const entry: Entry = { paragraph, read: runsOf(paragraph), owners: [], places: [], shared: 0 };
  index.entries.set(paragraph, entry);
  for (const run of entry.read.runs) {
    let own = index.owners.get(run);
    if (!own) index.owners.set(run, (own = { entries: [], places: [], round: 0 }));
    if (own.entries.length === 1) own.entries[0]!.shared++;
    if (own.entries.length > 0) entry.shared++;
    own.entries.push(entry);
    entry.owners.push(own);
  }
  return entry;
}

function remove(index: Index, entry: Entry): void {
  index.entries.delete(entry.paragraph);
  for (let i = 0; i < entry.read.runs.length; i++) {
    const { entries } = entry.owners[i]!;
    entries.splice(entries.indexOf(entry), 1);
    if (entries.length === 0) index.owners.delete(entry.read.runs[i]!);
    else if (entries.length === 1) entries[0]!.shared--;
  }
}
