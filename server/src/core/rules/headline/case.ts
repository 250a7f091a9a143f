import type { Draft, Paragraph, Placed } from '../../draft/draft';
import type { DraftReport, DraftRule } from '../../lint/rule';
import { hashesOf } from '../../text/phrase-scan';

/** Words that headlines in title case leave small, by one guide or another: no word here is ever marked. */
const SMALL = new Set(
  'a an and as at but by for from if in into nor of off on onto or out over per so than that the then till to up upon via vs vs. with yet amid about above across after against along among around before behind below beneath beside between beyond despite down during except inside like near past since through throughout toward towards under underneath until unlike within without is are be was were it its is not no how when where why who whom whose what which while because once versus plus minus de la le el al van von der den di da du del bin ibn et en y e'.split(
    ' ',
  ),
);

/** Verbs that make a label of a speaker: "General Smith told the Post: …" */
const SPEAKS = new Set('said says told tells asked asks added adds wrote writes tweeted posted replied reads read'.split(' '));

export const headlineCase: DraftRule = {
  id: 'headline/case',
  scope: 'draft',
  summary: 'A word with a small letter in a headline or label whose other words have capitals.',
  rationale: 'A headline follows one style. A single small letter in it looks like a cut that nobody closed.',
  severity: 'warning',
  quotes: 'skip',
  examples: {
    wrong: [
      {
        marked:
          'Potential Harbour Sale and ⟦regional⟧ Implications\n\nThe harbour may be sold next year, the council said on Monday, to a company that nobody in the town had heard of.',
        becomes:
          'Potential Harbour Sale and Regional Implications\n\nThe harbour may be sold next year, the council said on Monday, to a company that nobody in the town had heard of.',
      },
      {
        marked:
          'Harbour Sale Puts Town on Edge\n\nThe harbour may be sold next year, the council said on Monday, to a company that nobody in the town had heard of.\n\n⟦impact⟧ on the Winter Ferry Season\n\nThe ferry runs until October, and nobody knows what comes then.',
        becomes:
          'Harbour Sale Puts Town on Edge\n\nThe harbour may be sold next year, the council said on Monday, to a company that nobody in the town had heard of.\n\nImpact on the Winter Ferry Season\n\nThe ferry runs until October, and nobody knows what comes then.',
      },
    ],
    stands: [
      'Harbour sale puts town on edge as Council meets\n\nThe harbour may be sold next year, the council said on Monday.',
      'How to Sell a Harbour with an iPhone and eBay\n\nThe harbour may be sold next year, the council said on Monday.',
    ],
  },
  *check(draft) {
    const plain = plainWords(draft);
    for (const placed of draft.paragraphs) {
      const { kind, text, words } = placed.paragraph;
      if (kind === 'headline' || kind === 'heading' || (kind === 'line' && words.count >= 4)) yield* small(placed, text.length, plain);
      else if (kind === 'prose' || kind === 'item') {
        const colon = text.indexOf(': ');
        if (colon > 8 && colon < 60 && /^\p{L}[^.!?,;]*$/u.test(text.slice(0, colon)) && !/^: ["“‘']/.test(text.slice(colon, colon + 3)))
          yield* small(placed, colon, plain);
      }
    }
  },
};

/** The words that the running text of a draft writes with a small letter, gathered when they are first asked for. */
function plainWords(draft: Draft): () => ReadonlySet<number> {
  let found: Set<number> | undefined;
  return () => {
    if (found) return found;
    found = new Set();
    for (const { paragraph } of draft.paragraphs) {
      if (paragraph.kind !== 'prose' && paragraph.kind !== 'item') continue;
      const hashes = hashesOf(paragraph.text, paragraph.words);
      for (let i = 0; i < hashes.length; i++) {
        const c = paragraph.text.charCodeAt(paragraph.words.bounds[2 * i]!);
        if (c < 65 || c > 90) found.add(hashes[i]!);
      }
    }
    return found;
  };
}

/** Small words up to `end` where all the others have capitals. */
function* small(placed: Placed, end: number, plain: () => ReadonlySet<number>): Iterable<DraftReport> {
  const { paragraph } = placed;
  const { text, words } = paragraph;
  // a headline with an address in it is a post, a question of an interview is a sentence, and a label before a colon has its own style
  if (/[.!]$/.test(text.slice(0, end)) || /^[QA][.:] /.test(text) || (end === text.length && paragraph.verbatim.length > 0)) return;
  const from = end === text.length ? text.indexOf(': ') : -1;
  const found: { start: number; end: number }[] = [];
  let capitals = 0;
  const raised: number[] = [];
  const hashes = hashesOf(text, words);
  let major = 0;
  for (let i = 0; i < words.count && words.bounds[2 * i + 1]! <= end; i++) {
    const [start, stop] = [words.bounds[2 * i]!, words.bounds[2 * i + 1]!];
    const word = text.slice(start, stop);
    if (start < from || !/^\p{L}/u.test(word) || inLink(paragraph, start)) continue;
    if (SMALL.has(word.toLowerCase()) && i > 0) continue;
    major++;
    if (/^\p{Lu}/u.test(word)) {
      capitals++;
      if (i > 0) raised.push(hashes[i]!);
    } else if (/^\p{Ll}[\p{Ll}’'-]{2,}$/u.test(word) && !SMALL.has(word)) found.push({ start, end: stop });
  }
  if (found.length !== 1 || capitals < 2 || capitals !== major - 1) return;
  // sentence case with names looks the same: only a word that the draft elsewhere writes small shows that this is title case
  const ordinary = raised.filter((hash) => plain().has(hash)).length;
  if (ordinary === 0) return;
  const { start, end: stop } = found[0]!;
  const word = text.slice(start, stop);
  const better = word.charAt(0).toUpperCase() + word.slice(1);
  const sure = ordinary >= 2;
  if (end < text.length && SPEAKS.has(word)) return;
  yield {
    placed,
    span: { start, end: stop },
    message: `"${word}": the other words of this ${end < text.length ? 'label' : 'headline'} have capitals. Write "${better}".`,
    fixes: [
      {
        title: `Change "${word}" to "${better}"`,
        edits: [{ span: { start, end: stop }, text: better }],
        confidence: sure ? 'certain' : 'judgement',
      },
    ],
  };
}

const inLink = ({ verbatim }: Paragraph, at: number): boolean => verbatim.some((v) => v.start <= at && at < v.end);
