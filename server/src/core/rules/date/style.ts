import { monthNames } from '../../calendar/civil-date';
import type { ParagraphRule } from '../../lint/rule';
import { slice } from '../../text/span';

interface Options {
  /** ap: "Aug. 7" with a day, "August" without; full: "August 7". */
  readonly months: 'ap' | 'full';
}

const shortened: Readonly<Record<string, string>> = {
  January: 'Jan.',
  February: 'Feb.',
  August: 'Aug.',
  September: 'Sept.',
  October: 'Oct.',
  November: 'Nov.',
  December: 'Dec.',
};
/** The AP abbreviation of a month beside a day; undefined for those that AP spells out (March to July) and for what is no full name. */
export const apMonth = (name: string): string | undefined => shortened[name];

export const style: ParagraphRule<Options> = {
  id: 'date/style',
  scope: 'paragraph',
  summary: 'Month names that are not in the form of the house.',
  rationale: 'AP shortens seven months beside a day, most British papers none. Off unless the house asks for one of them.',
  severity: 'off',
  defaults: { months: 'ap' },
  quotes: 'skip',
  examples: {
    wrong: [{ marked: 'The fair opens on ⟦August⟧ 12.', becomes: 'The fair opens on Aug. 12.' }],
    stands: ['The fair opens on Aug. 12.', 'The fair opens in August 2025.', 'The fair opened on July 12.'],
  },
  *check({ text, dates }, { options }) {
    for (const m of dates) {
      const { monthSpan, day, month } = m.parts;
      if (!monthSpan || day === undefined || month === undefined || monthSpan.start < m.span.start) continue;
      const written = slice(text, monthSpan);
      if (!/^\p{L}+$/u.test(written)) continue;
      const full = monthNames[month - 1]!;
      const wanted = options.months === 'full' ? full : (apMonth(full) ?? full);
      const span = text[monthSpan.end] === '.' && written !== full ? { start: monthSpan.start, end: monthSpan.end + 1 } : monthSpan;
      const has = slice(text, span);
      if (has === wanted || has.toUpperCase() === has) continue;
      yield {
        span,
        message: `"${has}": the house writes "${wanted}" beside a day. Change it.`,
        fixes: [{ title: `Change "${has}" to "${wanted}"`, edits: [{ span, text: wanted }], confidence: 'judgement' }],
      };
    }
  },
};
