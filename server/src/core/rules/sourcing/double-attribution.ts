import type { ParagraphRule } from '../../lint/rule';

const HEARSAY = /\b(?:reportedly|supposedly|purportedly|apparently|is said to|are said to)\b/gi;
const SOURCE = /\baccording to\b|\b(?:says?|said|reports?|reported|states?|stated|claims?|claimed|told)\b(?! to\b)/i;

export const doubleAttribution: ParagraphRule = {
  id: 'sourcing/double-attribution',
  scope: 'paragraph',
  summary: '"reportedly" in a sentence that names who reported it.',
  rationale: 'Either it is hearsay or there is a source. Both together make the reader doubt the source.',
  severity: 'warning',
  quotes: 'skip',
  examples: {
    wrong: [
      {
        marked: 'The sale is ⟦reportedly⟧ near, according to two members of the council.',
        becomes: 'The sale is near, according to two members of the council.',
      },
      {
        marked: 'The members ⟦reportedly⟧ left early, says the Harbour Post report.',
        becomes: 'The members left early, says the Harbour Post report.',
      },
    ],
    stands: [
      'The sale is reportedly near. According to the mayor, it will be signed in May.',
      'The price, said to be low, was not told to the members.',
    ],
  },
  *check(paragraph) {
    const { text } = paragraph;
    for (const m of text.matchAll(HEARSAY)) {
      const sentence = paragraph.sentences.find((s) => s.start <= m.index && m.index < s.end);
      if (!sentence) continue;
      const after = text.slice(m.index + m[0].length, sentence.end);
      const before = text.slice(sentence.start, m.index);
      // "who was apparently drunk" is a remark by the way, not what the source is named for
      if (/\b(?:who|which|that) (?:(?:was|were|is|are|had|has) )?$/i.test(before)) continue;
      const named =
        /\baccording to\b/i.exec(after) ??
        /, (?:says|said|reports|reported|the [\p{L} ]{2,40} (?:says|said|reports|reported))\b[^,]{2,60}[.”"]?$/u.exec(after) ??
        /^according to\b/i.exec(before);
      if (!named || !SOURCE.test(named[0])) continue;
      const end = m.index + m[0].length;
      const space = text[end] === ' ' ? 1 : 0;
      const simple = /ly$/i.test(m[0]) && m.index > sentence.start;
      yield {
        span: { start: m.index, end },
        message: `"${m[0]}" beside "${named[0].replace(/^[, ]+/, '').slice(0, 30)}": the source is named, so it is no hearsay. Delete "${m[0]}".`,
        ...(simple
          ? {
              fixes: [
                {
                  title: `Delete "${m[0]}"`,
                  edits: [{ span: { start: m.index, end: end + space }, text: '' }],
                  confidence: 'judgement' as const,
                },
              ],
            }
          : {}),
      };
    }
  },
};
