import type { Layer } from './layer';
import type { Numbering } from './numbering';
import { noDay, officeRow, seatsGiven, tenureRow } from './rows';

/** What later layers change in the tenures of earlier ones. */
export interface Amendments {
  /** The last day of a row (as a day number), or `dropped`; undefined where it stands as written. */
  of(layer: number, row: number): number | undefined;
}

export const dropped = 0x7fffffff;
const untouched: Amendments = { of: () => undefined };

/**
 * Later wins: a later row takes the place of an earlier one of the same person and office that it overlaps; and where one seat is open in an earlier row
 * and a later row seats somebody else after it, the earlier one ends that day.
 */
export function amendTenures(layers: readonly Layer[], people: Numbering, offices: Numbering): Amendments {
  if (layers.length === 1) return untouched;
  const made = new Map<number, ReadonlyMap<string, number>>();
  return {
    of(layer, row) {
      const office = offices.number(layer, layers[layer]!.sections.tenures[row * tenureRow.width + tenureRow.office]!);
      let changes = made.get(office);
      if (!changes) {
        changes = amendOffice(office, layers, people, offices);
        made.set(office, changes);
      }
      return changes.get(`${layer}/${row}`);
    },
  };
}

/** The changes in the rows of one office, by layer and row: worked out when the office is first asked for, so that a large pack costs nothing to join. */
function amendOffice(office: number, layers: readonly Layer[], people: Numbering, offices: Numbering): ReadonlyMap<string, number> {
  const changes = new Map<string, number>();
  const rows = offices.rows(office);
  if (rows.length === 1) return changes;
  const oneSeat = rows.reduce((seats, { layer, row }) => seatsOf(layers[layer]!, row) ?? seats, 1) === 1;
  for (const later of rows.slice(1)) {
    for (const at of tenuresAt(layers[later.layer]!, later.row)) {
      const { tenures } = layers[later.layer]!.sections;
      const person = people.number(later.layer, tenures[at + tenureRow.person]!);
      const from = tenures[at + tenureRow.from]!;
      const until = tenures[at + tenureRow.until]!;
      const acting = tenures[at + tenureRow.acting] === 1;
      for (const { layer, row } of rows) {
        if (layer >= later.layer) break;
        const earlier = layers[layer]!.sections.tenures;
        for (const theirs of tenuresAt(layers[layer]!, row)) {
          const theirFrom = earlier[theirs + tenureRow.from]!;
          const theirUntil = earlier[theirs + tenureRow.until]!;
          const key = `${layer}/${theirs / tenureRow.width}`;
          if (people.number(layer, earlier[theirs + tenureRow.person]!) === person) {
            if ((until === noDay || theirFrom <= until) && (theirUntil === noDay || from <= theirUntil)) changes.set(key, dropped);
          } else if (oneSeat && !acting && theirUntil === noDay && theirFrom < from)
            changes.set(key, Math.min(from, changes.get(key) ?? dropped));
        }
      }
    }
  }
  return changes;
}

/** Where in `tenures` the rows of an office of a layer begin. */
function* tenuresAt({ sections: { officeTenureStarts, officeTenures } }: Layer, row: number): Generator<number> {
  for (let i = officeTenureStarts[row]!; i < officeTenureStarts[row + 1]!; i++) yield officeTenures[i]! * tenureRow.width;
}

function seatsOf(layer: Layer, row: number): number | undefined {
  const { offices } = layer.sections;
  const at = row * officeRow.width;
  return offices[at + officeRow.flags]! & seatsGiven ? offices[at + officeRow.seats]! : undefined;
}
