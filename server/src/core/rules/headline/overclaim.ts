import type { Placed } from '../../draft/draft';
import type { DraftRule } from '../../lint/rule';
import { outlineOf } from './outline';

/** What a headline claims, and what its story says where the claim is too strong. */
const CLAIMS: readonly { readonly claim: RegExp; readonly body: RegExp; readonly says: string }[] = [
  {
    claim: /\b(?:agreed|agree|deal reached|deal done|seal(?:s|ed)? (?:a )?deal|strikes? deal|sign(?:s|ed)|finali[sz]ed)\b/i,
    body: /\b(?:in principle|possibility of|could agree|may agree|might agree|expected to agree|hopes? to agree|still to be agreed|no (?:final )?agreement|tentative(?:ly)?|preliminary)\b/i,
    says: 'agreed',
  },
  {
    claim: /\b(?:confirms?|confirmed)\b/i,
    body: /\b(?:unconfirmed|not confirmed|could not be confirmed|not been confirmed|reportedly)\b/i,
    says: 'confirmed',
  },
  {
    claim: /\b(?:proves?|proven|proof)\b/i,
    body: /\b(?:suggests?|may have|might have|could have|not proof|linked to|associated with)\b/i,
    says: 'proved',
  },
];
/** A headline that hedges claims nothing too strong. */
const HEDGED =
  /\b(?:possible|possibly|may|might|could|in principle|said to|reportedly|claims?|says?|planned|eyed|likely|expected|near|close to|indicates?|suggests?|hopes?|to meet|talks)\b|\?/i;

export const overclaim: DraftRule = {
  id: 'headline/overclaim',
  scope: 'draft',
  summary: 'A headline that claims more than its story: "agreed" over a story that says "in principle".',
  rationale: 'Many readers see the headline alone. What it claims must stand in the text.',
  severity: 'info',
  quotes: 'same',
  examples: {
    wrong: [
      {
        marked:
          'Harbour sale ⟦agreed⟧ after long night\n\nThe two sides have an understanding in principle on the sale of the harbour, the mayor said on Monday after a night of talks with the company.\n\nNothing has been put on paper, and the members will vote on it in the autumn.',
      },
    ],
    stands: [
      'Harbour sale agreed after long night\n\nThe two sides signed the contract for the harbour on Monday, the mayor said after a night of talks with the company.',
      'Harbour sale could be agreed soon\n\nThe two sides have an understanding in principle on the sale of the harbour, the mayor said on Monday after the talks.',
    ],
  },
  *check(draft) {
    const { headline, body } = outlineOf(draft);
    if (!headline || HEDGED.test(headline.paragraph.text)) return;
    for (const { claim, body: weaker, says } of CLAIMS) {
      const claimed = claim.exec(headline.paragraph.text);
      const doubt = claimed && firstDoubt(draft.paragraphs.slice(body, body + 4), claim, weaker);
      if (!doubt) continue;
      yield {
        placed: headline,
        span: { start: claimed.index, end: claimed.index + claimed[0].length },
        message: `The headline says "${claimed[0]}", the story "${doubt.said}". Is it ${says}? Bring the two together.`,
        related: [{ placed: doubt.placed, span: { start: doubt.at, end: doubt.at + doubt.said.length }, message: 'The story says less.' }],
      };
    }
  },
};

/** The first paragraph that says less than the claim without having made the claim before. */
function firstDoubt(story: readonly Placed[], claim: RegExp, weaker: RegExp): { placed: Placed; at: number; said: string } | undefined {
  for (const placed of story) {
    const m = weaker.exec(placed.paragraph.text);
    if (m && !claim.test(placed.paragraph.text.slice(0, m.index))) return { placed, at: m.index, said: m[0] };
  }
  return undefined;
}
