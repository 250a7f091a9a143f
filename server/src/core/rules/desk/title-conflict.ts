import { type Claim, isHistory, textOf } from '../../desk/claims/claim';
import { sharing } from '../../desk/claims/clashes';
import { differ, type Held, officesHeld } from '../../desk/claims/offices-held';
import { type Pair, pairsOf } from '../../desk/claims/stories';
import type { Draft } from '../../draft/draft';
import type { Knowledge } from '../../knowledge/knowledge';
import type { DeskReport, DeskRule, Severity } from '../../lint/rule';

export const titleConflict: DeskRule = {
  id: 'desk/title-conflict',
  scope: 'desk',
  summary: 'One person with two titles, in drafts on one story, that cannot both be true.',
  rationale:
    'Of people whom no reference book knows the drafts are the only witnesses. A mayor in one who is deputy mayor in the other is a mistake in one of them. In the examples ‖ parts two drafts.',
  severity: 'warning',
  quotes: 'skip',
  examples: {
    wrong: [
      {
        marked:
          '⟦Mayor Petra Quillfeather⟧ opened the new swimming pool in Oldcastle on Friday. ‖ The new swimming pool in Oldcastle was opened by ⟦Deputy Mayor Petra Quillfeather⟧ on Friday.',
      },
    ],
    stands: [
      'Mayor Petra Quillfeather opened the new swimming pool in Oldcastle on Friday. ‖ The new swimming pool in Oldcastle was opened by Petra Quillfeather, the mayor, on Friday.',
    ],
  },
  *check(drafts, { knowledge }) {
    if (drafts.length < 2) return;
    const held = sharing(drafts, (draft) => holders(draft, knowledge));
    const places = new Map(drafts.map((draft, i) => [draft, i]));
    const told = new Set<string>();
    for (const pair of pairsOf([...held.keys()])) {
      const theirs = held.get(pair.b)!;
      for (const [name, list] of held.get(pair.a)!) {
        const others = theirs.get(name);
        if (!others || !agreedWithin(list) || !agreedWithin(others)) continue;
        const clash = between(list, others, pair);
        if (!clash) continue;
        for (const [one, other] of [
          [clash.a, clash.b],
          [clash.b, clash.a],
        ] as const) {
          const place = `${places.get(one.draft)} ${one.placed.at} ${one.span.start}`;
          if (!told.has(place)) yield report(one, other, clash.severity);
          told.add(place);
        }
      }
    }
  },
};

/** The titles of a draft by their bearers, of people whom the knowledge does not know: title rules judge the others. */
function holders(draft: Draft, knowledge: Knowledge): Map<string, Claim<Held>[]> {
  const out = new Map<string, Claim<Held>[]>();
  for (const placed of draft.paragraphs) {
    if (placed.paragraph.kind === 'furniture') continue;
    for (const said of officesHeld(placed.paragraph)) {
      const claim = { ...said, draft, placed };
      if (knowledge.peopleNamed(said.key).length > 0 || isHistory(claim)) continue;
      const list = out.get(said.key);
      if (list) list.push(claim);
      else out.set(said.key, [claim]);
    }
  }
  return out;
}

/** A draft that contradicts itself is another rule's affair, or speaks of two people. */
const agreedWithin = (list: readonly Claim<Held>[]): boolean =>
  list.every((x) => list.every((y) => differ(x.value, y.value) === undefined));

function between(list: readonly Claim<Held>[], others: readonly Claim<Held>[], pair: Pair) {
  for (const a of list)
    for (const b of others) {
      const kind = differ(a.value, b.value);
      if (!kind) continue;
      // who held an office on Monday may be a former holder on Tuesday, and somebody new may hold it
      if (pair.days > 0 && (kind !== 'former' || b.value.modifier === 'former')) continue;
      return { a, b, severity: (pair.days > 0 || !pair.dated || kind === 'place' ? 'info' : 'warning') as Severity };
    }
  return undefined;
}

function report(one: Claim<Held>, other: Claim<Held>, severity: Severity): DeskReport {
  const file = other.draft.path?.replace(/^.*[\\/]/, '') ?? 'another draft';
  return {
    draft: one.draft,
    placed: one.placed,
    span: one.span,
    severity,
    message: `"${textOf(one)}": ${file} has "${textOf(other)}". Both cannot be true: settle which.`,
    elsewhere: [{ draft: other.draft, placed: other.placed, span: other.span, message: `"${textOf(other)}" here` }],
  };
}
