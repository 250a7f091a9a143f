import type { DraftRule } from '../../lint/rule';

/** How a credit begins: "Additional reporting by", "With inputs from", "Contributions by". */
const OPENING =
  /^\(?(?:with )?(?:additional |further |some )?(?:contributions?|contributing|reporting|writing|editing|compiled|inputs?|files|reported|written|edited|research)(?: and (?:writing|editing|reporting|contributions?|insights?))? (?:by|from)\b/i;
const AGENCIES =
  /^\(?with (?:agency )?(?:inputs?|reports?|files) from\b|^\(?(?:with )?agenc(?:y|ies)(?: inputs?| reports?)?\)?\.?$|\bcontributed (?:to this (?:report|story|article)\b|reporting(?: from\b| to\b| for\b|[.,]|$))/i;
const PRAISE =
  /\b(?:valuable|insights?|instrumental|comprehensive|in-depth|context|perspective|depth|expertise|invaluable|understanding)\b/i;

export const credit: DraftRule = {
  id: 'sourcing/credit',
  scope: 'draft',
  summary: 'The credit line of the paper that the text was taken from.',
  rationale: 'It thanks colleagues of another newsroom. Give the facts their source where they stand, and drop the line.',
  severity: 'warning',
  quotes: 'same',
  examples: {
    wrong: [
      {
        marked:
          'The harbour is to be sold in spring, and the ferry with it, the council decided on Monday night.\n\n⟦Contributions by Anna Reid and insights from Tom Hale provide valuable context to the story of the harbour.⟧',
        becomes: 'The harbour is to be sold in spring, and the ferry with it, the council decided on Monday night.',
      },
    ],
    stands: [
      'Reporting by the Harbour Post led to the vote, and the mayor said so on Monday.',
      'Contributions by members paid for the boat, which was launched on Monday in the rain.',
    ],
  },
  *check(draft) {
    const last = draft.paragraphs.length - 1;
    for (const [i, placed] of draft.paragraphs.entries()) {
      const { text, kind } = placed.paragraph;
      if (text.length > 500 || kind === 'quote' || kind === 'cell' || (i > 2 && i < last - 12)) continue;
      const opens = OPENING.test(text);
      if (!opens && !AGENCIES.test(text)) continue;
      const praised = opens && PRAISE.test(text) && /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(text);
      const line = /^\(.*\)\.?$/.test(text) || placed.paragraph.words.count <= 22;
      if (!praised && (!line || i < last - 6 || /\b(?:led|paid|said|was|were|showed|found|shows|has|have)\b/.test(text))) continue;
      yield {
        placed,
        span: { start: 0, end: text.length },
        ...(praised ? {} : { severity: 'info' as const }),
        message: praised
          ? 'The credit of another newsroom, rewritten as a sentence. Delete it, and give the facts their source where they stand.'
          : 'The credit line of another newsroom. Keep it only if it is yours.',
        fixes: [{ title: 'Delete the credit', edits: [], remove: [placed], confidence: 'judgement' }],
      };
    }
  },
};
