import type { DraftRule } from '../../lint/rule';
import { reportBlocks } from './blocks';

export const furniture: DraftRule = {
  id: 'boilerplate/furniture',
  scope: 'draft',
  summary: 'What a web page sets around a story to be read: menus, breadcrumbs, read times, handles, captions and credits, section labels.',
  rationale: 'A menu above the headline or a "6 min read" under the last line tells the reader that nobody looked at the text before it ran.',
  severity: 'error',
  quotes: 'same',
  examples: {
    wrong: [
      {
        marked: '⟦Home » News » Harbour reopens after the storm⟧\n\nHarbour reopens after the storm\n\nThe harbour opened again on Monday, three days after the storm that tore two boats from their moorings.',
        becomes: 'Harbour reopens after the storm\n\nThe harbour opened again on Monday, three days after the storm that tore two boats from their moorings.',
      },
      {
        marked: 'The harbour opened again on Monday, three days after the storm that tore two boats from their moorings.\n\n⟦6 Min Read⟧\n',
        becomes: 'The harbour opened again on Monday, three days after the storm that tore two boats from their moorings.\n',
      },
    ],
    stands: ['The speech was a 6 minute read from a sheet of paper, and nobody in the hall looked up.', 'Harbour reopens after the storm\n\nThe harbour opened again on Monday, three days after the storm.'],
  },
  check: (draft) => reportBlocks(draft, 'furniture'),
};
