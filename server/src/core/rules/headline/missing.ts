import type { DraftRule } from '../../lint/rule';
import { outlineOf } from './outline';

export const missing: DraftRule = {
  id: 'headline/missing',
  scope: 'draft',
  summary: 'A story without a headline, or with a sentence in its place.',
  rationale: 'A story that goes out without a headline gets one from a machine, or none.',
  severity: 'info',
  quotes: 'same',
  examples: {
    wrong: [
      {
        marked:
          '⟦The harbour is sold, its office told⟧ the council at the weekend.\n\nThe harbour office confirmed on Monday that the papers were signed and that the price would be told in May.\n\nThe price\n\nNobody would say what was paid, and the members of the council left by the back door after the meeting.\n\nThe buyer\n\nThe company is known to few in the town, and its owner has not been seen there since the spring.',
      },
    ],
    stands: [
      'Harbour sale agreed\n\nThe harbour office confirmed on Monday that the papers were signed and that the price would be told in May.',
      'The harbour office confirmed on Monday that the papers were signed and that the price would be told in May.',
    ],
  },
  *check(draft) {
    const { headline, body } = outlineOf(draft);
    if (headline || draft.format === 'html' || draft.paragraphs.length < 5) return;
    const [first] = draft.paragraphs;
    // only where the draft has headings further down does it look as if one were missing at the top
    if (!first || body > 2 || first.paragraph.kind !== 'prose' || !draft.paragraphs.some((p) => p.paragraph.kind === 'heading')) return;
    const { words } = first.paragraph;
    yield {
      placed: first,
      span: { start: 0, end: words.bounds[Math.min(words.count, 7) * 2 - 1] ?? first.paragraph.text.length },
      message: 'The story begins without a headline, and has headings further down. Write one.',
    };
  },
};
