import { officeRow } from './index/rows';
import type { Knowledge, Office } from './knowledge';
import { layersOf } from './open';

/** Every office that a knowledge has, in the order of its layers; for reports and for asking others of them. Makes an object of each. */
export function allOffices(knowledge: Knowledge): readonly Office[] {
  const ids = new Set<string>();
  for (const { sections, pool } of layersOf(knowledge))
    for (let at = 0; at < sections.offices.length; at += officeRow.width) ids.add(pool.text(sections.offices[at + officeRow.id]!));
  return [...ids].flatMap((id) => knowledge.office(id) ?? []);
}
