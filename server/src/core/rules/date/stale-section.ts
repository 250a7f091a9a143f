import { longDate } from '../../calendar/civil-date';
import type { DraftRule } from '../../lint/rule';
import { occasionsIn, placingOf } from './occasions';
import { overtakenIn } from './overtaken';

export const staleSection: DraftRule = {
  id: 'date/stale-section',
  scope: 'draft',
  summary: 'A heading over a section that still waits for an event which is past.',
  rationale: 'Where the text under a heading speaks of an election as to come, the heading was written for that day too.',
  severity: 'warning',
  quotes: 'skip',
  examples: {
    wrong: [
      {
        marked:
          'The strike and ⟦the 2024 U.S. presidential election⟧\n\nA strike just weeks before the 2024 election is what both parties fear.',
      },
    ],
    stands: ['What it meant for the 2024 U.S. presidential election\n\nThe war decided how many Americans voted.'],
  },
  *check(draft, { dateline, knowledge }) {
    if (dateline.from === 'today') return;
    for (let i = 0; i < draft.paragraphs.length; i++) {
      const placed = draft.paragraphs[i]!;
      if (!isHead(placed.paragraph.kind)) continue;
      for (const o of occasionsIn(placed.paragraph)) {
        const placing = o.year === undefined ? undefined : placingOf(o, placed.paragraph.text, dateline.on, knowledge, []);
        if (!placing || placing.until >= dateline.on) continue;
        const below = sectionBelow(draft.paragraphs, i).flatMap((p) =>
          overtakenIn(p.paragraph, dateline.on, knowledge).map((f) => ({ p, f })),
        );
        const first = below.find(({ f }) => f.placing.from <= placing.until && placing.from <= f.placing.until);
        if (!first) continue;
        const phrase = placed.paragraph.text.slice(o.span.start, o.span.end);
        yield {
          placed,
          span: o.span,
          message: `"${phrase}" was over on ${longDate(placing.until)}, and the text below still looks ahead to it ("${first.f.words}"). Bring the section up to date, or drop it.`,
          related: [{ placed: first.p, span: first.f.span, message: 'looks ahead to it' }],
        };
        break;
      }
    }
  },
};

const isHead = (kind: string): boolean => kind === 'headline' || kind === 'heading' || kind === 'line';

function sectionBelow<T extends { readonly paragraph: { readonly kind: string } }>(all: readonly T[], i: number): readonly T[] {
  const next = all.findIndex((p, j) => j > i && isHead(p.paragraph.kind));
  return all.slice(i + 1, Math.min(next < 0 ? all.length : next, i + 8));
}
