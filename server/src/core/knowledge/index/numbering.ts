import { findOne, type Layer } from './layer';
import { bodyRow, officeRow, personRow } from './rows';

const tables = {
  people: { ids: 'personIds', id: personRow.id, width: personRow.width },
  offices: { ids: 'officeIds', id: officeRow.id, width: officeRow.width },
  bodies: { ids: 'bodyIds', id: bodyRow.id, width: bodyRow.width },
} as const;

export type Table = keyof typeof tables;

/** A row of a table of one of the layers. */
export interface RowOf {
  readonly layer: number;
  readonly row: number;
}

/**
 * One number for each id, over all layers: the place of the row that has it first, counted through all layers. Nothing is worked out before it is asked for,
 * so that joining costs nothing however large the packs are.
 */
export interface Numbering {
  /** How many ids there are. Looks at every row of later layers. */
  readonly count: number;
  /** All numbers, in order. */
  numbers(): Iterable<number>;
  /** The number of a row of a layer. */
  number(layer: number, row: number): number;
  /** The rows that speak of a number, the first layer's first. */
  rows(number: number): readonly RowOf[];
  /** The number of an id, or -1. */
  find(id: string): number;
}

export function numberTable(layers: readonly Layer[], table: Table): Numbering {
  const { ids, id, width } = tables[table];
  const sizes = layers.map((l) => l.sections[table].length / width);
  const starts = sizes.map((_, l) => sizes.slice(0, l).reduce((a, b) => a + b, 0));
  const made = sizes.map((size, l) => new Int32Array(l === 0 ? 0 : size).fill(-1));
  const idOf = (layer: number, row: number): string => {
    const { pool, sections } = layers[layer]!;
    return pool.text(sections[table][row * width + id]!);
  };
  const find = (key: string): number => {
    for (let l = 0; l < layers.length; l++) {
      const row = findOne(layers[l]!, ids, key);
      if (row >= 0) return starts[l]! + row;
    }
    return -1;
  };
  const number = (layer: number, row: number): number => {
    if (layer === 0) return row;
    const numbers = made[layer]!;
    if (numbers[row]! < 0) numbers[row] = find(idOf(layer, row));
    return numbers[row]!;
  };
  function* numbers(): Generator<number> {
    for (let l = 0; l < layers.length; l++)
      for (let row = 0; row < sizes[l]!; row++) if (number(l, row) === starts[l]! + row) yield starts[l]! + row;
  }
  let count: number | undefined;
  return {
    get count() {
      if (count === undefined) {
        count = 0;
        for (const _ of numbers()) count++;
      }
      return count;
    },
    numbers,
    number,
    rows(wanted) {
      let layer = 0;
      while (layer + 1 < layers.length && wanted >= starts[layer + 1]!) layer++;
      const row = wanted - starts[layer]!;
      const rows: RowOf[] = [{ layer, row }];
      if (layer + 1 === layers.length) return rows;
      const key = idOf(layer, row);
      for (let l = layer + 1; l < layers.length; l++) {
        const later = findOne(layers[l]!, ids, key);
        if (later >= 0) rows.push({ layer: l, row: later });
      }
      return rows;
    },
    find,
  };
}
