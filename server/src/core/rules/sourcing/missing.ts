import type { ParagraphRule } from '../../lint/rule';

const HEARSAY = /\b(?:reportedly|supposedly|purportedly|rumou?red to|is said to|are said to|was said to|were said to)\b/gi;
const SOURCE =
  /\b(?:according|said|says|told|reported|reports|wrote|announced|confirmed|statement|interview|report|quoted|citing|cited)\b/i;

export const missing: ParagraphRule = {
  id: 'sourcing/missing',
  scope: 'paragraph',
  summary: '"reportedly" in a paragraph that names no report.',
  rationale: 'The word promises a source. The paragraph should keep the promise.',
  severity: 'info',
  quotes: 'skip',
  examples: {
    wrong: [{ marked: 'The two firms are ⟦reportedly⟧ near a deal on the harbour.' }],
    stands: ['The two firms are reportedly near a deal on the harbour. The Harbour Post first wrote about it.'],
  },
  *check({ text }) {
    if (!/\b(?:reportedly|supposedly|purportedly|rumou?red|said to)\b/i.test(text)) return;
    for (const m of text.matchAll(HEARSAY)) {
      const rest = text.slice(0, m.index) + text.slice(m.index + m[0].length);
      if (SOURCE.test(rest)) return;
      yield {
        span: { start: m.index, end: m.index + m[0].length },
        message: `"${m[0]}": by whom? The paragraph names no source. Name it.`,
      };
    }
  },
};
