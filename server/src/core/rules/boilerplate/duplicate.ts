import type { Draft, Placed } from '../../draft/draft';
import type { DraftReport, DraftRule, Fix } from '../../lint/rule';
import { lowered } from '../../text/phrase-scan';
import { isResidue, judgePage } from './page';

/** Two paragraphs tell the same where this share of the shorter one's runs of words stands in the other. */
const SAME = 0.55;
/** Words in a run. */
const RUN = 3;
/** From so many words on a repetition is compared by runs; below it must be word for word. */
const LONG = 12;

export const duplicate: DraftRule = {
  id: 'boilerplate/duplicate',
  scope: 'draft',
  summary: 'A headline, byline or paragraph that stands in the draft twice, or a lede told twice in nearly the same words.',
  rationale: 'Pages carry headline and byline more than once, and two versions glued together tell the story twice. The reader needs it once.',
  severity: 'warning',
  quotes: 'same',
  examples: {
    wrong: [
      {
        marked: 'Harbour reopens after the storm\n\nAnna Reid\n⟦Anna Reid⟧\n\nThe harbour opened again on Monday, three days after the storm that tore two boats from their moorings.',
        becomes: 'Harbour reopens after the storm\n\nAnna Reid\n\nThe harbour opened again on Monday, three days after the storm that tore two boats from their moorings.',
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
    const residue = new Set(judgePage(draft).filter(isResidue).map((j) => j.line.placed));
    const kept = draft.paragraphs.filter((p) => !residue.has(p) && p.paragraph.kind !== 'cell' && p.paragraph.kind !== 'item');
    yield* short(kept);
    yield* long(draft, kept);
  },
};

const wordsOf = ({ paragraph }: Placed): readonly string[] => lowered(paragraph.text, paragraph.words);

/** Headlines and bylines word for word: short lines of two words or more that are told again. */
function* short(kept: readonly Placed[]): Iterable<DraftReport> {
  const first = new Map<string, { placed: Placed; at: number }>();
  for (let at = 0; at < kept.length; at++) {
    const placed = kept[at]!;
    const { kind, text, words } = placed.paragraph;
    if (words.count < 2 || words.count > 30 || /[.!?:”"]$/.test(text)) continue;
    const key = wordsOf(placed).join(' ');
    const before = first.get(key);
    if (!before) {
      first.set(key, { placed, at });
      continue;
    }
    const headline = before.placed.paragraph.kind === 'headline' || (before.at < 4 && words.count >= 5);
    const beside = at - before.at <= 2 && before.at < 8;
    if (!headline && !beside) continue;
    const sure = (headline && words.count >= 4) || (at - before.at === 1 && kind !== 'prose');
    yield {
      placed,
      span: { start: 0, end: text.length },
      message: `"${text.slice(0, 70)}" ${headline ? 'is the headline again' : 'stands here twice'}. Delete one.`,
      related: [{ placed: before.placed, span: { start: 0, end: before.placed.paragraph.text.length }, message: 'It stands here first.' }],
      fixes: [deletion(placed, sure ? 'certain' : 'judgement')],
    };
  }
}

const deletion = (placed: Placed, confidence: Fix['confidence']): Fix => ({ title: 'Delete the repetition', edits: [], remove: [placed], confidence });

/** Paragraphs told twice: most runs of three words of one stand in the other. */
function* long(draft: Draft, kept: readonly Placed[]): Iterable<DraftReport> {
  const owners = new Map<string, number[]>();
  const paragraphs: { placed: Placed; runs: number; opening: number }[] = [];
  for (const placed of kept) {
    if (placed.paragraph.words.count < LONG || placed.paragraph.kind === 'quote') continue;
    const words = wordsOf(placed);
    const me = paragraphs.length;
    const shared = new Map<number, number>();
    const early = new Map<number, number>();
    const runs = new Set<string>();
    const opening = Math.min(words.length, 45);
    for (let i = 0; i + RUN <= words.length; i++) {
      const run = words.slice(i, i + RUN).join(' ');
      if (runs.has(run)) continue;
      runs.add(run);
      const list = owners.get(run);
      if (list) {
        for (const other of list) {
          shared.set(other, (shared.get(other) ?? 0) + 1);
          if (i + RUN <= opening) early.set(other, (early.get(other) ?? 0) + 1);
        }
        if (list.length < 4) list.push(me);
      } else owners.set(run, [me]);
    }
    paragraphs.push({ placed, runs: runs.size, opening });
    let best: { other: number; share: number } | undefined;
    for (const [other, count] of shared) {
      const share = Math.max(count / Math.max(1, Math.min(runs.size, paragraphs[other]!.runs)), other === 0 || me - other > 3 ? (early.get(other) ?? 0) / Math.max(1, opening - RUN + 1) : 0);
      if (share >= SAME && (!best || share > best.share)) best = { other, share };
    }
    if (!best) continue;
    const first = paragraphs[best.other]!.placed;
    const same = first.paragraph.text === placed.paragraph.text;
    yield {
      placed,
      span: { start: 0, end: placed.paragraph.text.length },
      message: same ? 'This paragraph stands in the draft twice, word for word. Delete one.' : `This paragraph tells again what paragraph ${draft.paragraphs.indexOf(first) + 1} tells, mostly in the same words. Keep one.`,
      related: [{ placed: first, span: { start: 0, end: first.paragraph.text.length }, message: 'It is told here first.' }],
      fixes: [deletion(placed, same && placed.paragraph.words.count >= 20 ? 'certain' : 'judgement')],
    };
  }
}
