import type { Draft, Placed } from '../../../draft/draft';
import { castOf } from '../../../draft/mentions/cast';
import type { Knowledge, Person } from '../../../knowledge/knowledge';
import { fold } from '../../../text/fold';
import { localContexts, namedIn } from './local-context';
import type { NearPerson } from './near-people';
import { tallyOf } from './tally';

/** What the copy around a name says for or against its being that person's. */
export interface Context {
  readonly person: Person;
  readonly points: number;
}

/** The most that the rest of the draft adds to what the paragraph says. */
const most = 4;

/** The likeliest of the people who may be meant, where likeness and context can reach `enough` points; `points` are the context's. */
export function contextOf(near: NearPerson, enough: number, placed: Placed, draft: Draft, knowledge: Knowledge): Context | undefined {
  let best: Context | undefined;
  for (const { person, points: local, abroad } of localContexts(near, placed.paragraph, draft.dateline.on, knowledge)) {
    if (near.likeness + local + most < enough) continue;
    let points = local + earlier(near, person, draft, knowledge);
    if (near.likeness + points < enough) continue;
    // a foreign minister is not named in a draft that does not name the country
    if (abroad.length > 0 && !abroad.some((b) => namedIn(b, draft.text))) points -= 1.5;
    if (near.likeness + points >= enough && (!best || points > best.points)) best = { person, points };
  }
  return best;
}

/** Points for the right name elsewhere in the draft: a second real first name beside it is rather a relative. */
function earlier(near: NearPerson, person: Person, draft: Draft, knowledge: Knowledge): number {
  const surname = fold(person.surname);
  if (castOf(draft, knowledge).known.get(surname)?.includes(person)) return near.slot === 'first' && near.real ? -2 : 4;
  if (near.slot !== 'surname' || surname.length < 4) return 0;
  return tallyOf(draft, knowledge)
    .get(surname)
    ?.at.some((a) => a.word.alone)
    ? 4
    : 0;
}
