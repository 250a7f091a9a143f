import type { Draft, Placed } from '../../draft/draft';
import { oncePerParagraph } from '../../draft/once';
import type { DraftReport, DraftRule, Fix } from '../../lint/rule';
import { hashesOf } from '../../text/phrase-scan';
import { isProse } from './page/layout';
import type { Line } from './page/line';
import { isResidue, judgePage } from './page/page';
import { OPENING, overlapsOf, RUN } from './runs';

/** Two paragraphs tell the same where this share of the shorter one's runs of words stands in the other. */
const SAME = 0.7;
/** An opening tells a lede again where this share of its runs stands in it: less, for it is told in other words. */
const LEDE = 0.5;
/** Paragraphs below this length are not compared. */
const LONG = 20;

export const duplicate: DraftRule = {
  id: 'boilerplate/duplicate',
  scope: 'draft',
  summary: 'A headline, byline or paragraph that stands in the draft twice, or a lede told twice in nearly the same words.',
  rationale:
    'Pages carry headline and byline more than once, and two versions glued together tell the story twice. The reader needs it once.',
  severity: 'warning',
  quotes: 'same',
  examples: {
    wrong: [
      {
        marked:
          'Harbour reopens after the storm\n\nAnna Reid\n⟦Anna Reid⟧\n\nThe harbour opened again on Monday, three days after the storm that tore two boats from their moorings.',
        becomes:
          'Harbour reopens after the storm\n\nAnna Reid\n\nThe harbour opened again on Monday, three days after the storm that tore two boats from their moorings.',
      },
      {
        marked:
          'Harbour reopens after the storm\n\nThe harbour opened again on Monday, three days after the storm that tore two boats from their moorings.\n\n⟦Harbour reopens after the storm⟧\n\nNobody was hurt, the harbour office said, and the ferry runs as it did before.',
        becomes:
          'Harbour reopens after the storm\n\nThe harbour opened again on Monday, three days after the storm that tore two boats from their moorings.\n\nNobody was hurt, the harbour office said, and the ferry runs as it did before.',
      },
    ],
    stands: [
      'The vote\n\n“Never,” said the mayor. The council laughed.\n\nThe count\n\n“Never,” said the mayor again. The council did not laugh.',
      'One is missing, one is missing,\nsay the gulls above the pier.\n\nOne is missing, one is missing,\nsay the gulls, and none will hear.',
    ],
  },
  *check(draft) {
    const page = judgePage(draft);
    const kept = page.flatMap((j) =>
      isResidue(j) || ['cell', 'item', 'furniture'].includes(j.line.placed.paragraph.kind) ? [] : [j.line],
    );
    yield* short(kept, page.find((j) => j.headline)?.line.placed ?? draft.paragraphs.find((p) => p.paragraph.kind === 'headline'));
    yield* long(draft, kept);
  },
};

const keyOfParagraph = oncePerParagraph(({ text, words }) => hashesOf(text, words).join(' '));
const keyOf = ({ paragraph }: Placed): string => keyOfParagraph(paragraph);

/** The headline told again as a line of its own, and bylines twice in a row above the story. A table of contents repeats headings, and is none of this. */
function* short(kept: readonly Line[], headline: Placed | undefined): Iterable<DraftReport> {
  const first = new Map<string, { placed: Placed; at: number }>();
  for (let at = 0; at < kept.length; at++) {
    const { placed, words, text, traits } = kept[at]!;
    if (words < 2 || words > 30 || traits.includes('row') || /[.,;!?:”"]$/.test(text)) continue;
    const key = keyOf(placed);
    const before = first.get(key);
    if (!before) {
      first.set(key, { placed, at });
      continue;
    }
    const again = headline !== undefined && words >= 4 && keyOf(headline) === key;
    const beside = at - before.at === 1 && before.at < 8 && words <= 6;
    if (!again && !beside) continue;
    yield {
      placed,
      span: { start: 0, end: text.length },
      message: `"${text.slice(0, 70)}" ${again ? 'is the headline again' : 'stands here twice'}. Delete one.`,
      related: [{ placed: before.placed, span: { start: 0, end: before.placed.paragraph.text.length }, message: 'It stands here first.' }],
      fixes: [deletion(placed, 'certain')],
    };
  }
}

const deletion = (placed: Placed, confidence: Fix['confidence']): Fix => ({
  title: 'Delete the repetition',
  edits: [],
  remove: [placed],
  confidence,
});

/** Paragraphs told twice: most runs of three words of one stand in the other. */
function* long(draft: Draft, kept: readonly Line[]): Iterable<DraftReport> {
  const told = kept.filter((line) => line.words >= LONG && isProse(line)).map((line) => line.placed);
  const { runs: runsAt, shared, withEarlier } = overlapsOf(told.map((placed) => placed.paragraph));
  const runs = told.map((_, at) => runsAt(at));
  const fewest = runs.reduce((least, r) => Math.min(least, r.runs.length), Number.POSITIVE_INFINITY);
  for (let me = 1; me < told.length; me++) {
    const mine = runs[me]!;
    const opening = Math.max(1, Math.min(mine.words, OPENING) - RUN + 1);
    // most paragraphs share less with all others together than they would have to with one
    if (shared(me) + 0.01 < Math.min(SAME * Math.max(1, fewest), LEDE * opening)) continue;
    let best: { other: number; share: number; lede: boolean } | undefined;
    for (const { place: other, all, early } of withEarlier(me)) {
      const share = all / Math.max(1, Math.min(mine.runs.length, runs[other]!.runs.length));
      const lede = share < SAME && other === 0 && early / opening >= LEDE;
      if ((share >= SAME || lede) && (!best || share > best.share)) best = { other, share, lede };
    }
    if (!best) continue;
    const placed = told[me]!;
    const first = told[best.other]!;
    const same = first.paragraph.text === placed.paragraph.text;
    yield {
      placed,
      span: { start: 0, end: placed.paragraph.text.length },
      ...(best.lede ? { severity: 'info' as const } : {}),
      message: same
        ? 'This paragraph stands in the draft twice, word for word. Delete one.'
        : `This paragraph tells again what paragraph ${draft.paragraphs.indexOf(first) + 1} tells, mostly in the same words. Keep one.`,
      related: [{ placed: first, span: { start: 0, end: first.paragraph.text.length }, message: 'It is told here first.' }],
      fixes: [deletion(placed, same ? 'certain' : 'judgement')],
    };
  }
}
