import { type CivilDate, dayNumber, fromDayNumber } from '../../calendar/civil-date';
import type { NearIndex } from '../names/near';
import { findEntry, findPostings } from './hash-index';
import { type Pool, readPool } from './pool';
import { noDay } from './rows';
import { type IndexName, readSections, type Sections } from './sections';

/** One binary, opened: its tables, and how its rows are read. Several lie on one another in a joined knowledge. */
export interface Layer {
  readonly sections: Sections;
  readonly pool: Pool;
  readonly near: NearIndex;
  /** Scratch of `findNear`. */
  readonly seen: Uint8Array;
}

export function readLayer(bytes: Uint8Array): Layer {
  const sections = readSections(bytes);
  const pool = readPool(sections.poolOffsets, sections.poolBytes);
  const near = {
    starts: sections.nearStarts,
    near: sections.nearNarrow.length > 0 ? sections.nearNarrow : sections.near,
    keys: sections.indices.words.keys,
    masks: sections.wordMasks,
  };
  return { sections, pool, near, seen: new Uint8Array(sections.wordMasks.length) };
}

export const find = (layer: Layer, index: IndexName, key: string): Uint32Array =>
  findPostings(layer.sections.indices[index], layer.pool, key);

/** The one number under the key, or -1. */
export function findOne(layer: Layer, index: IndexName, key: string): number {
  const entry = findEntry(layer.sections.indices[index], layer.pool, key);
  return entry < 0 ? -1 : layer.sections.indices[index].postings[layer.sections.indices[index].starts[entry]!]!;
}

/** The text of a column; undefined for one that is not there. */
export function optional(layer: Layer, id: number): string | undefined {
  return id === 0 ? undefined : layer.pool.text(id);
}

/** The numbers of a list in `lists`. */
export function listAt(layer: Layer, at: number): Uint32Array {
  const { lists } = layer.sections;
  return lists.subarray(at + 1, at + 1 + lists[at]!);
}

export function textsAt(layer: Layer, at: number): string[] {
  const out: string[] = [];
  for (const id of listAt(layer, at)) out.push(layer.pool.text(id));
  return out;
}

export const dateOf = (day: number): CivilDate | undefined => (day === noDay ? undefined : fromDayNumber(day));
export const numberOf = (date: CivilDate | undefined): number => (date === undefined ? noDay : dayNumber(date));
