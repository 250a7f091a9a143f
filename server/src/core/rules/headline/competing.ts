import type { DraftRule } from '../../lint/rule';
import { outlineOf } from './outline';

/** Words too common to tell whether two headlines are about one thing. */
const COMMON = new Set(
  'with from that this have will more your about what when they their them than then were been over after into says said amid could would should'.split(
    ' ',
  ),
);

/** Lines of the head that are no headline: a byline, a link to another story, the heading of a first section, a score, the name of whoever gives the notice. */
const OTHER =
  /^(?:by \p{Lu}|read (?:more|also|next)|related|see also|watch|listen|more:|also:|updated?:|live:)|\b(?:what (?:we|to|you need to) know|explained|live updates|key (?:points|facts)|timeline|at a glance|in (?:pictures|numbers|brief))\b|\d-\d|\b(?:association|society|club|council|committee|department|institute|university|college|museum|league|foundation|federation|authority)$/iu;

export const competing: DraftRule = {
  id: 'headline/competing',
  scope: 'draft',
  summary: 'Two headlines for one story, one above the other.',
  rationale: 'A draft glued together from two pages carries both headlines, and they seldom claim the same. One must be chosen.',
  severity: 'warning',
  quotes: 'same',
  examples: {
    wrong: [
      {
        marked:
          'Harbour Sale Possible Next Year, Mayor Says\n\n⟦Council Weighs Harbour Sale After All⟧\n\nThe harbour may be sold next year, the council said on Monday, to a company that nobody in the town had heard of before the vote.',
      },
    ],
    stands: [
      'Harbour sale planned\n\nTown fears for its ferry and its fish market\n\nThe harbour may be sold next year, the council said on Monday, to a company that nobody in the town had heard of before the vote.',
      'Harbour sale planned\n\nBy Anna Reid\n\nThe harbour may be sold next year, the council said on Monday, to a company that nobody in the town had heard of before the vote.',
    ],
  },
  *check(draft) {
    const { headline, body } = outlineOf(draft);
    if (!headline || body === draft.paragraphs.length) return;
    const first = themesOf(headline.paragraph.text);
    for (let i = draft.paragraphs.indexOf(headline) + 1; i < body; i++) {
      const placed = draft.paragraphs[i]!;
      const { text, kind, words } = placed.paragraph;
      if (
        (kind !== 'heading' && kind !== 'line' && kind !== 'headline') ||
        words.count < 5 ||
        words.count > 16 ||
        /[.!?:]$/.test(text) ||
        OTHER.test(text) ||
        !isTitled(text)
      )
        continue;
      const other = themesOf(text);
      const shared = [...other].filter((t) => first.has(t)).length;
      if (shared < 2 || text === headline.paragraph.text) continue;
      yield {
        placed,
        span: { start: 0, end: text.length },
        message: `A second headline for the same story: above it stands "${headline.paragraph.text.slice(0, 80)}". Choose one.`,
        related: [{ placed: headline, span: { start: 0, end: headline.paragraph.text.length }, message: 'The first headline.' }],
        fixes: [{ title: 'Delete this headline', edits: [], remove: [placed], confidence: 'judgement' }],
      };
    }
  },
};

function themesOf(text: string): Set<string> {
  const out = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]{4,}/gu)) if (!COMMON.has(word)) out.add(word.slice(0, 6));
  // "HarbourSale" is two words run together
  for (const [a] of text.matchAll(/\p{Lu}\p{Ll}{3,}/gu)) if (!COMMON.has(a.toLowerCase())) out.add(a.toLowerCase().slice(0, 6));
  return out;
}

/** Title case, as headlines have it and standfirsts do not. */
function isTitled(text: string): boolean {
  const long = text.match(/[\p{L}][\p{L}’'-]{3,}/gu) ?? [];
  return long.filter((w) => /^\p{Lu}/u.test(w)).length * 4 >= long.length * 3;
}
