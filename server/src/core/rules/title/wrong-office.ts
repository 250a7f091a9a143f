import { judgedTitles } from '../../draft/mentions/verdict';
import type { DraftRule } from '../../lint/rule';
import { asWritten, replaceTitle, report, shortTitle } from './wording';

export const wrongOffice: DraftRule = {
  id: 'title/wrong-office',
  scope: 'draft',
  summary: 'The right person with an office that they never held and somebody else holds.',
  rationale:
    'A vice president who is called president, a chancellor who is called prime minister: the name is right, so nobody looks twice.',
  severity: 'error',
  quotes: 'soften',
  examples: {
    wrong: [
      {
        marked: '⟦Prime Minister Olaf Scholz⟧ arrived on Sunday.',
        becomes: 'Chancellor Olaf Scholz arrived on Sunday.',
        asOf: '2023-05-14',
      },
      {
        marked: '⟦President Kamala Harris⟧ said so on Sunday.',
        becomes: 'Vice President Kamala Harris said so on Sunday.',
        asOf: '2023-05-14',
      },
    ],
    stands: [
      { text: 'Vice President Kamala Harris said so on Sunday.', asOf: '2023-05-14' },
      { text: 'European Central Bank President Christine Lagarde said rates would stay.', asOf: '2023-05-14' },
    ],
  },
  *check(draft, { knowledge, dateline }) {
    for (const j of judgedTitles(draft, knowledge)) {
      if (j.verdict.fit !== 'never') continue;
      const { person, holders, present } = j.verdict;
      const who =
        holders.length === 0 ? '' : holders.length === 1 ? `; ${holders[0]!.person.name} holds that office` : '; others hold that office';
      const is = present[0] ? `; ${person!.name} is ${shortTitle(present[0], false)}` : '';
      yield report(
        j,
        dateline,
        `"${asWritten(j)}": ${person!.name} never held it by our rows${who}${is}. Check the title.`,
        present.slice(0, 3).flatMap((t) => replaceTitle(j, t)),
      );
    }
  },
};
