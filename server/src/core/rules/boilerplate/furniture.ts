import data from '../../../../data/phrases/en/furniture.yaml';
import type { Draft } from '../../draft/draft';
import type { DraftReport, DraftRule } from '../../lint/rule';
import { reportBlocks } from './page/blocks';
import { isResidue, judgePage } from './page/page';

export const furniture: DraftRule = {
  id: 'boilerplate/furniture',
  scope: 'draft',
  summary: 'What a web page sets around a story to be read: menus, breadcrumbs, read times, handles, captions and credits, section labels.',
  rationale:
    'A menu above the headline or a "6 min read" under the last line tells the reader that nobody looked at the text before it ran.',
  severity: 'error',
  quotes: 'same',
  examples: {
    wrong: [
      {
        marked:
          '⟦Home » News » Harbour reopens after the storm⟧\n\nHarbour reopens after the storm\n\nThe harbour opened again on Monday, three days after the storm that tore two boats from their moorings.',
        becomes:
          'Harbour reopens after the storm\n\nThe harbour opened again on Monday, three days after the storm that tore two boats from their moorings.',
      },
      {
        marked: 'The harbour opened again on Monday, three days after the storm that tore two boats from their moorings.\n\n⟦6 Min Read⟧',
        becomes: 'The harbour opened again on Monday, three days after the storm that tore two boats from their moorings.',
      },
      {
        marked:
          '⟦Evergreen Context: ⟧The history of the harbour\n\nThe harbour was dug in 1904 by men who had come for the railway and stayed.',
        becomes: 'The history of the harbour\n\nThe harbour was dug in 1904 by men who had come for the railway and stayed.',
      },
    ],
    stands: [
      'The speech was a 6 minute read from a sheet of paper, and nobody in the hall looked up.',
      'Harbour reopens after the storm\n\nThe harbour opened again on Monday, three days after the storm.',
    ],
  },
  *check(draft) {
    yield* reportBlocks(draft, 'furniture');
    yield* reportLabels(draft);
  },
};

const labels = new Set((data as { readonly labels: readonly string[] }).labels);

/** "Evergreen Context: The history of the harbour": the label goes, the heading stays. */
function* reportLabels(draft: Draft): Iterable<DraftReport> {
  for (const { line, odds } of judgePage(draft)) {
    const { text, placed } = line;
    const colon = text.indexOf(': ');
    if (colon < 2 || colon > 24 || isResidue({ odds }) || line.words > 25 || !labels.has(text.slice(0, colon).toLowerCase())) continue;
    yield {
      placed,
      span: { start: 0, end: colon + 2 },
      message: `"${text.slice(0, colon)}:" is a label of the page builder, not copy. Delete it.`,
      fixes: [
        { title: `Delete "${text.slice(0, colon)}:"`, edits: [{ span: { start: 0, end: colon + 2 }, text: '' }], confidence: 'certain' },
      ],
    };
  }
}
