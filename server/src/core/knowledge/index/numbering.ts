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
 * One number for each id, over all layers: those of the first layer are its rows, later layers add what is new. So one layer costs nothing,
 * and a desk's few rows cost a look-up each.
 */
export interface Numbering {
  readonly count: number;
  /** The number of a row of a layer. */
  number(layer: number, row: number): number;
  /** The rows that speak of a number, the first layer's first. */
  rows(number: number): readonly RowOf[];
  /** The number of an id, or -1. */
  find(id: string): number;
}

export function numberTable(layers: readonly Layer[], table: Table): Numbering {
  const { ids, id, width } = tables[table];
  const base = layers[0]!;
  const first = base.sections[table].length / width;
  const numbers: Int32Array[] = [];
  const later = new Map<number, RowOf[]>();
  const added = new Map<string, number>();
  let count = first;
  layers.slice(1).forEach((layer, k) => {
    const rows = layer.sections[table];
    const mine = new Int32Array(rows.length / width);
    for (let row = 0; row < mine.length; row++) {
      const key = layer.pool.text(rows[row * width + id]!);
      const shipped = findOne(base, ids, key);
      let number = shipped >= 0 ? shipped : added.get(key);
      if (number === undefined) {
        number = count++;
        added.set(key, number);
      }
      mine[row] = number;
      const known = later.get(number);
      const here = { layer: k + 1, row };
      if (known) known.push(here);
      else later.set(number, [here]);
    }
    numbers.push(mine);
  });
  return {
    count,
    number: (layer, row) => (layer === 0 ? row : numbers[layer - 1]![row]!),
    rows: (number) => {
      const more = later.get(number);
      if (number >= first) return more ?? [];
      const shipped = { layer: 0, row: number };
      return more ? [shipped, ...more] : [shipped];
    },
    find: (key) => {
      const shipped = findOne(base, ids, key);
      return shipped >= 0 ? shipped : (added.get(key) ?? -1);
    },
  };
}
