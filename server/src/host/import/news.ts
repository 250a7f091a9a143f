import { addDays, type CivilDate, daysBetween, type Knowledge } from '../../core';
import type { FoundOffice } from './offices';
import type { PackRow } from './tenures';

/** Within so many days two sources mean the same day: of the vote, of the oath, of the gazette. */
const week = 7;

/**
 * What a row of Wikidata adds to what we ship: a term that began or ended after we looked, or a holder who is still there. What is checked stays as it is:
 * where the two are at odds about the past, the row is told and not written.
 * @returns the row to write, with our first day where it is the same term; undefined where it says nothing new.
 */
export function newsOf(row: PackRow, office: FoundOffice, base: Knowledge, tell: (message: string) => void): PackRow | undefined {
  if (!office.known) return row;
  const held = base.tenuresOf(office.known);
  const looked: CivilDate =
    held
      .map((t) => t.verified)
      .sort()
      .at(-1) ?? '0001-01-01';
  const title = `${row.person.name}, ${office.known.titles[0]}, ${office.known.of.name}`;
  const theirs = `${row.from}..${row.until ?? ''}`;
  const ours = held
    .filter(
      (t) =>
        t.person === row.person.known &&
        t.from <= addDays(row.until ?? '9999-12-01', week) &&
        row.from <= addDays(t.until ?? '9999-12-01', week),
    )
    .sort((a, b) => Math.abs(daysBetween(a.from, row.from)) - Math.abs(daysBetween(b.from, row.from)))[0];
  if (!ours) {
    if (held.length === 0 || row.from > addDays(looked, -week)) return row;
    if (row.until === undefined || row.until >= held[0]!.from) tell(`${title}: Wikidata has ${theirs}, which we do not have.`);
    return undefined;
  }
  const said = `${title}: ${theirs} in Wikidata, ${ours.from}..${ours.until ?? ''} with us (${ours.source}).`;
  if (ours.until === undefined) {
    const known = { ...row, from: ours.from, acting: ours.acting };
    if (row.until === undefined || row.until > addDays(ours.verified, -week)) return known;
    tell(said);
    return undefined;
  }
  const same =
    Math.abs(daysBetween(ours.from, row.from)) <= week && row.until !== undefined && Math.abs(daysBetween(ours.until, row.until)) <= week;
  if (!same) tell(said);
  return undefined;
}
