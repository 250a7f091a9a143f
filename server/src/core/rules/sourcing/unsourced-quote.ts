import type { DraftRule } from '../../lint/rule';
import { lettered } from '../../text/letters';

/** Somebody speaks: a verb of speech, or a name with a colon. */
const SPEECH = lettered(
  () =>
    /\b(?:said|says|say|saying|told|tells|telling|asked|asks|added|adds|wrote|writes|writing|tweeted|posted|stated|states|stating|according|quoted|replied|answered|recalled|explained|argued|warned|insisted|noted|declared|announced|called|calls|calling|described|describes|shouted|cried|joked|read|reads|reading|concluded|continued|remarked|responded|testified|admitted|claimed|claims|promised|vowed|urged|chanted|heard|interview|statement|speech|letter|message|words|quote|phrase|term|title|headline|slogan|sign|banner|motto|expressed|referred|stressed|emphasized|emphasised|reiterated|commented|accused|denied|praised|thought|yelled|whispered|sang|reported|reporting|reporters|suggested|predicted|acknowledged|observed|pleaded|demanded|complained|lamented|confirmed|conceded|recounted|repeated|signed|labelled|labeled|dubbed|known|named|entitled|titled)\b|\p{Lu}[\p{L}.’'-]+:\s*["“]/u,
);

export const unsourcedQuote: DraftRule = {
  id: 'sourcing/unsourced-quote',
  scope: 'draft',
  summary: 'A quotation of a sentence or more that nobody says, in its paragraph or in those beside it.',
  rationale: 'Words in quotation marks are somebody’s. The reader must be told whose.',
  severity: 'info',
  quotes: 'same',
  examples: {
    wrong: [
      {
        marked:
          'The harbour is to be sold in spring, and the ferry with it, by a vote of the council.\n\n⟦“It is the end of the town as we have known it.”⟧\n\nThe vote was close, and the members left by the back door in the rain.',
      },
    ],
    stands: [
      'The harbour is to be sold. “It is the end of the town as we have known it,” said Anna Reid.',
      'Anna Reid was in tears, and spoke slowly.\n\n“It is the end of the town as we have known it,” she said.\n\n“I will not see it again in my life.”',
    ],
  },
  *check(draft) {
    const { paragraphs } = draft;
    if (paragraphs.length < 2) return;
    for (const [i, placed] of paragraphs.entries()) {
      const { text, kind, quotes, words } = placed.paragraph;
      if (kind !== 'prose' || quotes.length !== 1 || words.count < 8) continue;
      const [quote] = quotes as [(typeof quotes)[number]];
      const said = text.slice(quote.start, quote.end);
      if (said.split(' ').length < 8 || !/[.!?]["”]$/.test(said) || quote.start > 2 || quote.end < text.length - 2) continue;
      if (
        [i - 2, i - 1, i + 1, i + 2].some(
          (k) =>
            paragraphs[k] &&
            (SPEECH(paragraphs[k].paragraph.text).test(paragraphs[k].paragraph.text) || /^["“]/.test(paragraphs[k].paragraph.text)),
        )
      )
        continue;
      yield {
        placed,
        span: { start: quote.start, end: quote.end },
        message: 'Nobody says this, here or in the paragraphs beside it. Tell whose words they are.',
      };
    }
  },
};
