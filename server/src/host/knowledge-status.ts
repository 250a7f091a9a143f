import { allOffices, type CivilDate, type Knowledge, longDate } from '../core';
import type { DeskPack } from './desk-knowledge';

export interface Status {
  readonly edition: string;
  readonly verified: CivilDate;
  readonly counts: Knowledge['counts'];
  /** Countries and bodies whose rows were looked at longest ago, the oldest first. */
  readonly oldest: readonly { readonly verified: CivilDate; readonly of: string; readonly offices: number }[];
  readonly packs: readonly PackStatus[];
}

interface PackStatus {
  readonly file: string;
  readonly verified: CivilDate | null;
  readonly counts: Knowledge['counts'];
  readonly problems: readonly {
    readonly line: number;
    readonly column: number;
    readonly level: 'error' | 'warning';
    readonly message: string;
  }[];
}

const top = 12;

/** What we ship, how old it is, and what packs add. */
export function statusOf(base: Knowledge, packs: readonly DeskPack[], shown: (file: string) => string): Status {
  const bodies = new Map<string, { of: string; verified: CivilDate; offices: number }>();
  for (const office of allOffices(base)) {
    // what ended long ago needs no new look: the day of those in office counts
    const days = base
      .tenuresOf(office)
      .filter((t) => t.until === undefined)
      .map((t) => t.verified)
      .sort();
    const at = bodies.get(office.of.id);
    const verified = [...days.slice(0, 1), ...(at ? [at.verified] : [])].sort()[0];
    if (verified) bodies.set(office.of.id, { of: office.of.name, verified, offices: (at?.offices ?? 0) + 1 });
  }
  const oldest = [...bodies.values()].sort((a, b) => (a.verified < b.verified ? -1 : a.verified > b.verified ? 1 : a.of < b.of ? -1 : 1));
  return {
    edition: base.edition,
    verified: base.verified,
    counts: base.counts,
    oldest: oldest.slice(0, top).map(({ verified, of, offices }) => ({ verified, of, offices })),
    packs: packs.map(({ file, knowledge, problems }) => ({
      file: shown(file),
      verified: knowledge.counts.tenures > 0 ? knowledge.verified : null,
      counts: knowledge.counts,
      problems: problems.map(({ line, column, level, message }) => ({ line, column, level: level ?? 'error', message })),
    })),
  };
}

/** The same for people. */
export function statusText({ edition, verified, counts, oldest, packs }: Status): string {
  const lines = [`Edition ${edition}, verified to ${longDate(verified)}.`, `  ${countText(counts)}`];
  if (oldest.length > 0) {
    lines.push('Verified longest ago, of those in office:');
    for (const o of oldest) lines.push(`  ${o.verified}  ${o.of} (${o.offices} ${o.offices === 1 ? 'office' : 'offices'})`);
  }
  lines.push(
    packs.length === 0
      ? 'No packs in force here. blue-pencil knowledge import makes one.'
      : 'Packs in force here, later ones over earlier ones:',
  );
  for (const p of packs) {
    lines.push(`  ${p.file}${p.verified ? `, verified to ${longDate(p.verified)}` : ''}: ${countText(p.counts)}`);
    const errors = p.problems.filter((x) => x.level === 'error').length;
    if (p.problems.length > 0)
      lines.push(`    ${errors} wrong, ${p.problems.length - errors} doubtful: each is told below at its place; the rest is in force`);
  }
  return `${lines.join('\n')}\n`;
}

/** "2 people, 1 office"; what there is none of is left out. */
export const countText = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, n]) => n > 0)
    .map(([what, n]) => `${n.toLocaleString('en-US')} ${n === 1 ? (singular[what] ?? what) : what}`)
    .join(', ') || 'nothing';

const singular: Readonly<Record<string, string>> = {
  people: 'person',
  offices: 'office',
  tenures: 'tenure',
  places: 'place',
  organisations: 'organisation',
  events: 'event',
};
