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
  const changes = new Map<string, number>();
  layers.slice(1).forEach((layer, k) => {
    const { tenures } = layer.sections;
    for (let at = 0; at < tenures.length; at += tenureRow.width) {
      const office = offices.number(k + 1, tenures[at + tenureRow.office]!);
      const person = people.number(k + 1, tenures[at + tenureRow.person]!);
      const from = tenures[at + tenureRow.from]!;
      const until = tenures[at + tenureRow.until]!;
      const acting = tenures[at + tenureRow.acting] === 1;
      const rows = offices.rows(office);
      const oneSeat = rows.reduce((seats, { layer: l, row }) => seatsOf(layers[l]!, row) ?? seats, 1) === 1;
      for (const { layer: l, row } of rows) {
        if (l > k) continue;
        const { officeTenureStarts, officeTenures, tenures: earlier } = layers[l]!.sections;
        for (let i = officeTenureStarts[row]!; i < officeTenureStarts[row + 1]!; i++) {
          const theirs = officeTenures[i]! * tenureRow.width;
          const theirFrom = earlier[theirs + tenureRow.from]!;
          const theirUntil = earlier[theirs + tenureRow.until]!;
          const key = `${l}/${officeTenures[i]!}`;
          if (people.number(l, earlier[theirs + tenureRow.person]!) === person) {
            if ((until === noDay || theirFrom <= until) && (theirUntil === noDay || from <= theirUntil)) changes.set(key, dropped);
          } else if (oneSeat && !acting && theirUntil === noDay && theirFrom < from)
            changes.set(key, Math.min(from, changes.get(key) ?? dropped));
        }
      }
    }
  });
  return { of: (layer, row) => changes.get(`${layer}/${row}`) };
}

function seatsOf(layer: Layer, row: number): number | undefined {
  const { offices } = layer.sections;
  const at = row * officeRow.width;
  return offices[at + officeRow.flags]! & seatsGiven ? offices[at + officeRow.seats]! : undefined;
}
