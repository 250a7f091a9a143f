import { addDays, type CivilDate, type Draft, type Finding } from '../core';
import type { Pencil } from '../host/pencil';

/** A passage that stops being true: nothing is said of it the day before, something from that day on. */
export interface Rot {
  readonly on: CivilDate;
  readonly finding: Finding;
  /** The words that rot, as they stand. */
  readonly text: string;
}

/**
 * What goes bad in a draft between two days, both included, in the order of the days. The draft is judged on the first day and on each day
 * on which anything it speaks of changes: the day after a tenure begins or ends, after a date in the copy, after a known event.
 * What is wrong on the first day already is not rot and is left out.
 */
export function rotOf(read: (on: CivilDate) => Draft, pencil: Pencil, from: CivilDate, to: CivilDate): Rot[] {
  const first = read(from);
  const known = new Set(loud(pencil, first).map(key));
  const out: Rot[] = [];
  for (const on of turningDays(first, pencil, from, to)) {
    const draft = read(on);
    for (const finding of loud(pencil, draft)) {
      if (known.has(key(finding))) continue;
      known.add(key(finding));
      out.push({ on, finding, text: draft.text.slice(finding.span.start, finding.span.end) });
    }
  }
  return out;
}

const loud = (pencil: Pencil, draft: Draft): Finding[] =>
  pencil.check(draft).findings.filter((f) => f.severity !== 'info' && /^(?:title|date)\//.test(f.rule));
const key = (f: Finding): string => `${f.rule} ${f.span.start} ${f.span.end}`;

/** The days on which a verdict can change. */
function turningDays(draft: Draft, pencil: Pencil, from: CivilDate, to: CivilDate): CivilDate[] {
  const days = new Set<CivilDate>();
  const add = (day: CivilDate | undefined): void => {
    if (day === undefined) return;
    const next = addDays(day, 1);
    if (from < next && next <= to) days.add(next);
  };
  for (const { paragraph } of draft.paragraphs) {
    for (const m of paragraph.mentions) for (const p of m.people) for (const t of p.tenures) [t.from, t.until].forEach(add);
    for (const d of paragraph.dates) [d.from, d.until].forEach(add);
  }
  for (const e of pencil.knowledgeOf(draft.path).events) [e.on, e.until].forEach(add);
  return [...days].sort();
}
