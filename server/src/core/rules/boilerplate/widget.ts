import type { DraftRule } from '../../lint/rule';
import { reportBlocks } from './page/blocks';

export const widget: DraftRule = {
  id: 'boilerplate/widget',
  scope: 'draft',
  summary:
    'What a web page puts around a story to be clicked: share and follow buttons, ads, comment forms, related links, newsletters, cookie notices.',
  rationale:
    'Text pasted from a page brings the page along. None of it was written for the story, and no reader should find "Leave a Comment" in print.',
  severity: 'error',
  quotes: 'same',
  examples: {
    wrong: [
      {
        marked:
          'The council passed the budget on Tuesday after a debate of five hours, with two votes to spare.\n\n⟦Share This Article⟧\n\nIt takes effect on the first of the month, the treasurer told the members after the vote.',
        becomes:
          'The council passed the budget on Tuesday after a debate of five hours, with two votes to spare.\n\nIt takes effect on the first of the month, the treasurer told the members after the vote.',
      },
      {
        marked:
          'The ferry is back in service after a week in the dock, the harbour office said on Friday morning.\n\n⟦Leave a Comment\nYour email address will not be published. Required fields are marked *⟧\n\nIt will run until October, with a boat more at the weekends.',
        becomes:
          'The ferry is back in service after a week in the dock, the harbour office said on Friday morning.\n\nIt will run until October, with a boat more at the weekends.',
      },
    ],
    stands: [
      'Advertisement revenue fell 3%, the company said.',
      'Share prices rose in London after the bank left its rate alone.',
      'Follow the money, the prosecutor told the jury, and it leads to one office on the second floor.',
    ],
  },
  check: (draft) => reportBlocks(draft, 'widget'),
};
