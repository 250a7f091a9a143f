import { type Config, compileKnowledge, decodeKnowledge, joinKnowledge, type Knowledge, openKnowledge, type Problem } from '../core';
import type { FileProblem } from './config-file';
import { crowdedNames } from './crowded-names';

/** What one config or pack says of people, offices, places and organisations: a layer over those that were read before it. */
export interface DeskSource {
  readonly file: string;
  readonly text: string;
  /** What it says, as written. Parses the text where that was not done yet. */
  said(): Config['knowledge'];
  /** What is wrong with the text itself: keys that it lists twice. */
  remarks(): readonly FileProblem[];
  /** Where in the file a problem stands. */
  at(problem: Problem): FileProblem;
  /** What was kept of it when it was last compiled. */
  readonly kept?: KeptPack | undefined;
  /** Nothing but knowledge stands in it, and no config. */
  readonly pure: boolean;
}

/** A problem without its file, which another time may bear another name. */
export type Placed = Omit<FileProblem, 'file'>;

/** A pack, compiled. */
export interface KeptPack {
  /** What it was compiled over: names in it are resolved against that. */
  readonly ground: string;
  readonly pure: boolean;
  readonly problems: readonly Placed[];
  readonly bytes: Uint8Array;
}

/** Compiled packs, kept from one run to the next. A host that has no disk has no shelf; everything then works, and large packs take longer to open. */
export interface PackShelf {
  /** Names the shipped knowledge: another edition or build has another ground. */
  readonly ground: string;
  /** The ground for what is read after a text. */
  over(ground: string, text: string): string;
  find(text: string): KeptPack | undefined;
  keep(text: string, pack: KeptPack): void;
}

/** From this length on (characters) a pack is kept compiled; a smaller one is compiled faster than looked up. */
export const worthKeeping = 32_768;

const shelves = new WeakMap<Knowledge, PackShelf>();
/** Gives a shipped knowledge the shelf on which packs over it are kept. */
export const giveShelf = (base: Knowledge, shelf: PackShelf): void => void shelves.set(base, shelf);
export const shelfOf = (base: Knowledge): PackShelf | undefined => shelves.get(base);

export interface DeskPack {
  readonly file: string;
  /** The pack by itself: its own counts. */
  readonly knowledge: Knowledge;
  readonly problems: readonly FileProblem[];
}

/** Joins what configs and packs say to what we ship, in their order, later wins. The base itself where they say nothing. */
export function joinDesk(base: Knowledge, sources: readonly DeskSource[]): { knowledge: Knowledge; packs: readonly DeskPack[] } {
  if (sources.length === 0) return { knowledge: base, packs: [] };
  const shelf = sources.some((s) => s.text.length >= worthKeeping) ? shelfOf(base) : undefined;
  const packs: DeskPack[] = [];
  let ground = shelf?.ground ?? '';
  let joined: { readonly of: number; readonly knowledge: Knowledge } = { of: 0, knowledge: base };
  const soFar = (): Knowledge => {
    if (joined.of < packs.length) joined = { of: packs.length, knowledge: joinKnowledge(base, ...packs.map((p) => p.knowledge)) };
    return joined.knowledge;
  };
  for (const source of sources) {
    const { file } = source;
    const kept = source.kept?.ground === ground ? opened(source.kept) : undefined;
    if (kept) packs.push({ file, knowledge: kept, problems: source.kept!.problems.map((p) => ({ ...p, file })) });
    else {
      const { bytes, problems } = compiled(source, soFar());
      packs.push({ file, knowledge: openKnowledge(bytes), problems });
      if (shelf && source.text.length >= worthKeeping)
        shelf.keep(source.text, { ground, pure: source.pure, problems: problems.map(({ file: _, ...p }) => p), bytes });
    }
    if (shelf) ground = shelf.over(ground, source.text);
  }
  return { knowledge: soFar(), packs };
}

function opened(kept: KeptPack): Knowledge | undefined {
  try {
    return openKnowledge(kept.bytes);
  } catch {
    return undefined; // an index of another version: made again
  }
}

function compiled(source: DeskSource, base: Knowledge): { bytes: Uint8Array; problems: readonly FileProblem[] } {
  const said = source.said();
  const { value, problems } = decodeKnowledge(said, base);
  const placed = problems.map(({ path, message, level }): FileProblem => {
    const p = source.at({ path, message: short(message) });
    return level === 'warning' ? { ...p, level } : p;
  });
  const crowded = crowdedNames(value, said).map((p): FileProblem => ({ ...source.at(p), level: 'warning' }));
  return { bytes: compileKnowledge(value), problems: [...source.remarks(), ...placed, ...crowded].sort((a, b) => a.start - b.start) };
}

/** A list of a thousand holders is of no use to anybody. */
const short = (message: string): string =>
  message.length <= 500 ? message : `${message.slice(0, 480)} … (${message.length - 480} more characters)`;
