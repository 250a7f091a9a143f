import type { Placed } from '../../draft/draft';
import type { DraftRule } from '../../lint/rule';
import { lowWord } from '../../text/phrase-scan';

/** Words that begin an opening phrase, before the subject. */
const OPENING = new Set(
  'amid amidst amongst as despite following against beyond given with while even though although in on at to for by from under over through throughout during since after before until without among across beneath behind building looking speaking turning moving reflecting highlighting underscoring'.split(
    ' ',
  ),
);
/** Connectors and places of speech that may come back. */
const MAY = new Set(
  'in addition|in fact|in turn|in particular|in general|in short|in response|in contrast|in return|in other words|in the meantime|in a statement|in an interview|in his statement|in her statement|in a separate statement|in recent years|in recent weeks|in recent days|in recent months|for example|for instance|for now|for years|for the first time|for his part|for her part|for their part|as a result|as well|at least|at the time|at the same time|at one point|at times|at first|at present|by contrast|by comparison|on the other hand|on average|on the contrary|on the one hand|to be sure|to be fair|after all|after that|even so|even now|so far|in all|in total|in the end|in court|in the past|as of now|since then|before that|until now|with that|on top of that'.split(
    '|',
  ),
);
const TIME =
  /\d|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|year|month|week|day|night|morning|evening|afternoon|weekend|spring|summer|autumn|fall|winter)\b/;

const CONCRETE =
  /^(?:in|on|at|to|for|by|from|under|over|through|throughout|during|since|after|before|until|without|among|across|behind|beneath) (?!(?:light|view|spite|the (?:wake|face|midst|context|light|shadow|spirit|heart|backdrop|realm|world|ever)|this|these|such)\b)/;

export const repeatedOpener: DraftRule = {
  id: 'copy/repeated-opener',
  scope: 'draft',
  summary: 'Paragraphs that open with the same phrase: "Amidst these developments" twice.',
  rationale: 'The second time it is padding, and it shows that nobody read the piece from top to bottom.',
  severity: 'warning',
  quotes: 'skip',
  examples: {
    wrong: [
      {
        marked:
          '⟦Amidst these developments⟧, the council met on Monday to hear what the engineers had found.\n\nIt was a long night for the members and their guests.\n\n⟦Amidst these developments⟧, the mayor went home before the vote was called.',
      },
    ],
    stands: [
      'In addition, the council met on Monday to hear the engineers.\n\nIn addition, the mayor went home before the vote.',
      'On Monday, the council met to hear the engineers.\n\nOn Monday, the mayor went home before the vote.',
    ],
  },
  *check(draft) {
    const openers = new Map<string, { placed: Placed; end: number }[]>();
    for (const placed of draft.paragraphs) {
      const { paragraph } = placed;
      if (paragraph.kind !== 'prose' || paragraph.words.count < 10) continue;
      if (!OPENING.has(lowWord(paragraph.text, paragraph.words, 0))) continue;
      const comma = paragraph.text.indexOf(',');
      if (comma < 0 || comma > 60) continue;
      let words = 0;
      while (words < paragraph.words.count && paragraph.words.bounds[2 * words]! < comma) words++;
      if (words < 2 || words > 7) continue;
      const low = Array.from({ length: words }, (_, i) => lowWord(paragraph.text, paragraph.words, i));
      const said = low.join(' ');
      // a place, a body, a person: "In New York" opens an item of its own
      if (/\p{Lu}/u.test(paragraph.text.slice(1, comma))) continue;
      if (MAY.has(said) || TIME.test(said) || /\b(?:image|photo|photograph|picture|video|frame)\b/.test(said)) continue;
      const key =
        words > 2 && /^(?:amid|amidst|amongst|despite|following|against|given) (?:these|this|such|those) /.test(said)
          ? `${low[0]!.replace(/st$/, '')} these`
          : said;
      const list = openers.get(key);
      if (list) list.push({ placed, end: comma });
      else openers.set(key, [{ placed, end: comma }]);
    }
    for (const [key, list] of openers) {
      // "under the deal", "in the second half" say something: the third time is one too many
      const concrete = CONCRETE.test(key);
      if (list.length < (concrete ? 3 : 2)) continue;
      for (const { placed, end } of list) {
        const others = list.filter((o) => o.placed !== placed);
        yield {
          placed,
          span: { start: 0, end },
          ...(concrete ? { severity: 'info' as const } : {}),
          message: `"${placed.paragraph.text.slice(0, end)}": ${list.length === 2 ? 'two' : list.length} paragraphs open like this. Open one of them with the news.`,
          related: others.map((o) => ({ placed: o.placed, span: { start: 0, end: o.end }, message: 'This one opens alike.' })),
        };
      }
    }
  },
};
