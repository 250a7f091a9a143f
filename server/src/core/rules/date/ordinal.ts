import { monthNames } from '../../calendar/civil-date';
import type { TimeMention } from '../../draft/draft';
import type { Fix, ParagraphRule } from '../../lint/rule';
import { slice } from '../../text/span';
import { apMonth } from './style';

export const ordinal: ParagraphRule = {
  id: 'date/ordinal',
  scope: 'paragraph',
  summary: 'An ordinal in a date that names its month: "August 12th".',
  rationale: 'AP, Reuters, BBC, Guardian and Times all write the number alone beside a month. "The 12th" by itself keeps its ending.',
  severity: 'info',
  quotes: 'skip',
  examples: {
    wrong: [
      { marked: 'The fair opens on ⟦August 12th⟧.', becomes: 'The fair opens on August 12.' },
      { marked: 'It runs between ⟦May 3rd and 9th⟧.', becomes: 'It runs between May 3 and 9.' },
      { marked: 'It closed on ⟦3rd May⟧.', becomes: 'It closed on 3 May.' },
    ],
    stands: ['The fair opens on the 12th.', 'It closed on the 3rd of May.', 'The fair opens on August 12.'],
  },
  *check({ text, dates }) {
    for (let i = 0; i < dates.length; i++) {
      const m = dates[i]!;
      const { daySpan, monthSpan } = m.parts;
      if (!daySpan || !monthSpan || m.parts.impossible || !isOrdinal(text, m) || /\bof\b/i.test(slice(text, m.span))) continue;
      const second = m.parts.lastDay !== undefined ? dates[i + 1] : undefined;
      const days = [m, ...(second ? [second] : [])].filter((d) => isOrdinal(text, d)).map((d) => d.parts.daySpan!);
      const start = Math.min(daySpan.start, monthSpan.start);
      const end = Math.max(days.at(-1)!.end, monthSpan.end, m.span.end);
      if (second) i++;
      const edits = days.map((span) => ({ span, text: slice(text, span).replace(/\D+$/, '') }));
      const fixes: Fix[] = [{ title: `Change "${slice(text, days[0]!)}" to "${edits[0]!.text}"`, edits, confidence: 'judgement' }];
      const short = apMonth(slice(text, monthSpan));
      if (short && monthSpan.start < daySpan.start)
        fixes.push({
          title: `Change to AP style: "${short} ${edits[0]!.text}"`,
          edits: [{ span: monthSpan, text: short }, ...edits],
          confidence: 'judgement',
        });
      yield {
        span: { start, end },
        message: `"${text.slice(start, end)}": beside a month the number stands alone, ${monthNames[m.parts.month! - 1]} ${m.parts.day}. Drop the ending.`,
        fixes,
      };
    }
  },
};

const isOrdinal = (text: string, m: TimeMention): boolean =>
  m.parts.daySpan !== undefined && /^\d+(?:st|nd|rd|th)$/i.test(slice(text, m.parts.daySpan));
