import { type Claim, type Clash, type Kind, textOf } from '../../desk/claims/claim';
import { type Against, clashesOf } from '../../desk/claims/clashes';
import { ages } from '../../desk/claims/kinds/ages';
import { agreedOrNot } from '../../desk/claims/kinds/agreed';
import { counts } from '../../desk/claims/kinds/counts';
import { credits } from '../../desk/claims/kinds/credits';
import { days } from '../../desk/claims/kinds/days';
import { firsts } from '../../desk/claims/kinds/firsts';
import { requests } from '../../desk/claims/kinds/requests';
import { results } from '../../desk/claims/kinds/results';
import { settled } from '../../desk/claims/kinds/settled';
import { sums } from '../../desk/claims/kinds/sums';
import type { DeskReport, DeskRule } from '../../lint/rule';

// biome-ignore lint/suspicious/noExplicitAny: kinds of different values stand in one list
const kinds: readonly Kind<any>[] = [settled, agreedOrNot, days, counts, sums, results, ages, credits, requests, firsts];

export const factConflict: DeskRule = {
  id: 'desk/fact-conflict',
  scope: 'desk',
  summary:
    'Two drafts on one story that cannot both be true: the place agreed and still open, two tolls, two days, two years of a “first since”.',
  rationale:
    'Each draft is right by itself, and the reader sees both. Only drafts on the same story are compared, dated within three days; what a later draft has newer is no contradiction. In the examples ‖ parts two drafts.',
  severity: 'warning',
  quotes: 'skip',
  examples: {
    wrong: [
      {
        marked:
          'Fire at the Harrow Lane mill in Oldcastle ⟦killed 12 people⟧ on Monday, police said. ‖ ⟦Fourteen people were killed⟧ when fire tore through the Harrow Lane mill in Oldcastle on Monday.',
      },
      {
        marked:
          'The two ministers met in Varna. ⟦A venue for the fisheries summit in Varna has been agreed⟧. ‖ The two ministers left Varna. ⟦The date and venue of the fisheries summit are still to be agreed⟧.',
      },
    ],
    stands: [
      'Fire at the Harrow Lane mill in Oldcastle killed at least 12 people on Monday, police said. ‖ More than 12 people were killed when fire tore through the Harrow Lane mill in Oldcastle on Monday.',
      'The two ministers met in Varna. A venue for the fisheries summit in Varna has been agreed. ‖ The two ministers left Varna. The venue of the fisheries summit will be announced later.',
    ],
  },
  *check(drafts) {
    if (drafts.length < 2) return;
    const byClaim = new Map<string, Against[]>();
    const places = new Map(drafts.map((draft, i) => [draft, i]));
    for (const against of clashesOf(drafts, kinds)) {
      const { draft, placed, span } = against.claim;
      const place = `${places.get(draft)} ${placed.at} ${span.start} ${span.end}`;
      const list = byClaim.get(place);
      if (list) list.push(against);
      else byClaim.set(place, [against]);
    }
    for (const list of byClaim.values()) yield report(list);
  },
};

/** One claim with all that stands against it: the gravest leads, the rest are shown beside it. */
function report(list: readonly Against[]): DeskReport {
  const { claim, other, clash } = list.find((l) => l.clash.severity === 'warning') ?? list[0]!;
  const more = new Set(list.map((l) => l.other.draft)).size - 1;
  const others = more === 0 ? '' : more === 1 ? ', and so one more draft' : `, and so ${more} more drafts`;
  return {
    draft: claim.draft,
    placed: claim.placed,
    span: claim.span,
    severity: clash.severity,
    message: `"${short(claim)}": ${nameOf(other)} has "${short(other)}"${others}. ${clash.remedy ?? remedy}`,
    elsewhere: list.map((l) => ({ draft: l.other.draft, placed: l.other.placed, span: l.other.span, message: `"${short(l.other)}" here` })),
  };
}

const remedy = 'Find out which holds.' satisfies Clash['remedy'];

/** The file of a draft, without its folders. */
const nameOf = ({ draft }: Claim<unknown>): string => draft.path?.replace(/^.*[\\/]/, '') ?? 'another draft';

const short = (claim: Claim<unknown>): string => {
  const text = textOf(claim);
  return text.length <= 90 ? text : `${text.slice(0, 88).replace(/\s+\S*$/, '')} …`;
};
