import { type CivilDate, daysBetween, decodeKnowledge, type Knowledge } from '../../core';
import { type Assembled, assemble, type Pack } from './assemble';
import type { FoundBody } from './bodies';
import { newsOf } from './news';
import { type FoundOffice, officeFinder } from './offices';
import { type Held, namePeople, type PackPerson } from './people';
import type { Source, SourceProblem, SourceRow } from './source';
import { type PackOffice, type PackRow, settleOffice } from './tenures';

export interface Made {
  readonly pack: Pack;
  readonly counts: { readonly people: number; readonly offices: number; readonly tenures: number };
  /** What was left out, and what is doubtful; by line. */
  readonly problems: readonly SourceProblem[];
}

export interface MakeOptions {
  /** The day up to which the source is vouched for: an open row is in office on it. */
  readonly verified: CivilDate;
  /** Rows that ended before this day are passed over. */
  readonly since?: CivilDate | undefined;
  /** Only what is new to us: rows that agree with what we ship are left out, and rows that are at odds with it are told. */
  readonly news?: boolean | undefined;
}

/** So many new places are told one by one. */
const fewNew = 10;

/**
 * Makes a pack of rows. What we ship is the measure: its offices and people are found again, its spelling is kept, and a row that says otherwise than we do is
 * told, and written all the same. The pack decodes without a complaint: a row that would not is left out and reported at its place.
 */
export function makePack({ rows, problems: before, word }: Source, base: Knowledge, { verified, since, news }: MakeOptions): Made {
  const problems: SourceProblem[] = [...before];
  const wrong = (row: SourceRow, message: string): void =>
    void problems.push({ line: row.line, ...(row.row !== undefined && { row: row.row }), message });
  const findOffice = officeFinder(base);
  const held: Held[] = [];
  const listed = new Map<string, FoundBody>();
  for (const row of rows) {
    if (since !== undefined && row.until !== undefined && row.until < since) continue;
    if (row.from > verified) {
      wrong(
        row,
        `${row.person.name}, ${row.title}: begins on ${row.from}, after ${verified}, the day to which the source is vouched for. --verified says another.`,
      );
      continue;
    }
    const office = findOffice(row);
    if ('wrong' in office) {
      wrong(row, `${row.person.name}: ${office.wrong}.`);
      continue;
    }
    const { body } = office;
    if (body.list && !listed.has(body.id)) {
      listed.set(body.id, body);
      if (listed.size <= fewNew)
        wrong(row, `"${body.name}" is new to us: the pack lists it under ${body.list}. If we have it under another name, write that.`);
      else if (listed.size === fewNew + 1)
        wrong(row, `"${body.name}" and more below are new to us, too: see "places" and "organisations" in the pack.`);
    }
    held.push({ row, office });
  }
  const named = namePeople(held, base);
  problems.push(...named.problems);
  let settled = settle(named.people, verified, problems);
  if (news) settled = settled.map((o) => ({ ...o, rows: o.rows.flatMap((r) => newsOf(r, o.office, base, (m) => wrong(r.of, m)) ?? []) }));
  let made = assemble(settled, listed, word, verified);
  // what the decoder itself would say of the pack, said of the row instead
  for (let round = 0; round < 4; round++) {
    const { rows: bad, rest } = complaints(made, base);
    for (const { row, message } of bad) wrong(row.of, `${row.person.name}: ${message} The row was left out.`);
    for (const message of rest) problems.push({ line: 1, message });
    if (bad.length === 0) break;
    const gone = new Set(bad.map((b) => b.row));
    made = assemble(
      settled.map((o) => ({ ...o, rows: o.rows.filter((r) => !gone.has(r)) })),
      listed,
      word,
      verified,
    );
  }
  if (!news) for (const row of made.places.values()) contradiction(row, wrong);
  const tenures = made.places.size;
  return {
    pack: made.pack,
    counts: {
      people: new Set([...made.places.values()].map((r) => r.person)).size,
      offices: Object.values(made.pack.offices).reduce((n, o) => n + Object.keys(o.offices).length, 0),
      tenures,
    },
    problems: problems.sort((a, b) => a.line - b.line || (a.row ?? 0) - (b.row ?? 0)),
  };
}

function settle(people: readonly PackPerson[], verified: CivilDate, problems: SourceProblem[]): PackOffice[] {
  const byOffice = new Map<string, { office: FoundOffice; rows: PackRow[] }>();
  for (const person of people) {
    for (const { row, office } of person.held) {
      const id = `${office.body.id}/${office.key}`;
      const those = byOffice.get(id) ?? { office, rows: [] };
      // a last day that is still to come is a term's, and nobody knows yet whether it is the tenure's
      const until = row.until !== undefined && row.until <= verified ? row.until : undefined;
      those.rows.push({
        person,
        from: row.from,
        ...(until && { until }),
        acting: row.acting,
        ...(row.source && { source: row.source }),
        of: row,
      });
      byOffice.set(id, those);
    }
  }
  return [...byOffice.values()].map(({ office, rows }) => {
    const { settled, problems: found } = settleOffice(office, rows);
    problems.push(...found);
    return settled;
  });
}

function complaints({ pack, places }: Assembled, base: Knowledge): { rows: { row: PackRow; message: string }[]; rest: string[] } {
  const rows = new Map<PackRow, string>();
  const rest: string[] = [];
  for (const { path, message } of decodeKnowledge(pack, base).problems) {
    const row = places.get(JSON.stringify(path));
    if (row) rows.set(row, message);
    else rest.push(`${path.join(' › ')}: ${message}`);
  }
  return { rows: [...rows].map(([row, message]) => ({ row, message })), rest: rows.size > 0 ? [] : rest };
}

/** Says where a row is at odds with one that we ship, by more than a week. The pack's row counts where it is in force. */
function contradiction(row: PackRow, wrong: (row: SourceRow, message: string) => void): void {
  const { known } = row.person;
  const office = row.person.held.find((h) => h.row === row.of)?.office.known;
  if (!known || !office) return;
  const ours = known.tenures.filter(
    (t) => t.office.id === office.id && (t.until ?? '9999-12-31') >= row.from && t.from <= (row.until ?? '9999-12-31'),
  );
  const one = ours[0];
  if (!one || ours.length > 1) return;
  const far =
    Math.abs(daysBetween(one.from, row.from)) > 7 ||
    (one.until !== undefined && row.until !== undefined && Math.abs(daysBetween(one.until, row.until)) > 7) ||
    (one.until !== undefined && row.until === undefined);
  if (far)
    wrong(
      row.of,
      `${row.person.name}, ${office.titles[0]}, ${office.of.name}: ${row.from}..${row.until ?? ''} here, ${one.from}..${one.until ?? ''} in what we ship (${one.source}). Where the pack is in force, its row counts.`,
    );
}
