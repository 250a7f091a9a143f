import { longDate } from '../../calendar/civil-date';
import type { Paragraph, TimeMention } from '../../draft/draft';
import type { DraftRule } from '../../lint/rule';
import { overlaps, slice } from '../../text/span';

export const unanchored: DraftRule = {
  id: 'date/unanchored',
  scope: 'draft',
  summary: 'A draft without a date, and the words in it that need one.',
  rationale: '"Next week" is read next month. A draft that says when it was written can be checked, and its reader can count.',
  severity: 'info',
  quotes: 'skip',
  examples: {
    // an empty as-of: the draft is undated
    wrong: [{ marked: '⟦Harbour talks resume⟧\n\nThe two sides said the talks would go on ⟦next week⟧ in Geneva.', asOf: '' }],
    stands: ['The talks are next week.', 'WASHINGTON, Aug. 7, 2025 (AP) — The talks are next week.'],
  },
  *check(draft, { dateline }) {
    if (dateline.from !== 'today') return;
    const first = draft.paragraphs.find((p) => p.paragraph.kind !== 'furniture' && /\p{L}/u.test(p.paragraph.text));
    if (!first) return;
    const { text } = first.paragraph;
    yield {
      placed: first,
      span: { start: text.search(/\S/), end: text.trimEnd().length },
      message: `The draft has no date of its own, so it is judged as of today, ${longDate(dateline.on)}. Date it: a dateline, front matter, or <!-- as-of: YYYY-MM-DD -->.`,
    };
    for (const placed of draft.paragraphs) {
      if (placed.paragraph.kind === 'furniture') continue;
      for (const m of placed.paragraph.dates) {
        if (!needsDay(placed.paragraph, m)) continue;
        yield {
          placed,
          span: m.span,
          message: `"${slice(placed.paragraph.text, m.span)}" counts from the day of writing, and the draft has no date. Name the day.`,
        };
      }
    }
  },
};

const counting =
  /^(?:the )?(?:earlier |later |early |late )?(?:today|yesterday|tomorrow|tonight|(?:this|last|next|the coming|coming) (?:\w+ )?(?:days?|weeks?|months?|years?|weekend|quarters?|morning|afternoon|evening|night|spring|summer|autumn|fall|winter))$|\bago$/i;

/** "Next week", "yesterday", "three days ago"; not where the date stands beside it. */
function needsDay(paragraph: Paragraph, m: TimeMention): boolean {
  const { text } = paragraph;
  if (!counting.test(slice(text, m.span))) return false;
  if (paragraph.quotes.some((q) => overlaps(q, m.span))) return false;
  return !paragraph.dates.some(
    (d) =>
      d !== m &&
      d.parts.day !== undefined &&
      d.parts.month !== undefined &&
      Math.abs(d.span.start - m.span.end) < 40 &&
      d.span.start > m.span.start,
  );
}
