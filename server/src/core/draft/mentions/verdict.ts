import { type CivilDate, daysBetween } from '../../calendar/civil-date';
import { holdsOn as holds, type Knowledge, type Person, type Tenure } from '../../knowledge/knowledge';
import type { Draft, Mention, Paragraph, Placed, TitleMention } from '../draft';
import { castOf, meant } from './cast';
import { type Claim, claimIn } from './modifiers';
import { firmly, othersInOffice } from './other-holders';
import { courtesy, daysToldOf, isToldLeaving, isToldOfThePast } from './told-of-the-past';

export type TitleFit =
  /** Right on the dateline, or on a day that the sentence names. */
  | 'fits'
  /** The knowledge does not say: silence. */
  | 'unknown'
  /** Called former, and in office. */
  | 'former in office'
  /** Called by the title, and has left. */
  | 'left'
  /** Called by the title, and has not started. */
  | 'not yet'
  /** Called -elect or incoming, and in office. */
  | 'coming in office'
  /** Never held it; somebody else does. */
  | 'never'
  /** Holds it for the time being, and is called by the bare title. */
  | 'acting only';

export interface TitleVerdict {
  readonly fit: TitleFit;
  readonly person?: Person;
  /** The tenures that the title means, by first day. */
  readonly tenures: readonly Tenure[];
  /** What the person is on that day, the highest post first. */
  readonly present: readonly Tenure[];
  /** Where somebody else holds the office: the rows that say so. */
  readonly holders: readonly Tenure[];
  readonly on: CivilDate;
  /** True where the day lies after the day up to which the rows were verified. */
  readonly unverified: boolean;
}

export interface JudgedTitle {
  readonly placed: Placed;
  readonly mention: Mention;
  readonly title: TitleMention;
  readonly verdict: TitleVerdict;
}

const judged = new WeakMap<Draft, readonly JudgedTitle[]>();

/** Every title in the draft with its verdict on the dateline, in the order of the text. */
export function judgedTitles(draft: Draft, knowledge: Knowledge): readonly JudgedTitle[] {
  const made = judged.get(draft);
  if (made) return made;
  const out: JudgedTitle[] = [];
  for (const placed of draft.paragraphs) {
    for (const mention of placed.paragraph.mentions) {
      for (const title of mention.titles)
        out.push({ placed, mention, title, verdict: judgeTitle(mention, title, placed.paragraph, draft, knowledge) });
    }
  }
  judged.set(draft, out);
  return out;
}

/** What a title was found to be, and what that hangs on besides its paragraph. */
interface Weighed {
  readonly on: CivilDate;
  readonly knowledge: Knowledge;
  readonly by: Meant['by'];
  readonly people: readonly Person[];
  readonly verdict: TitleVerdict;
}
const weighed = new WeakMap<TitleMention, Weighed>();

type Meant = ReturnType<typeof meant>;
const same = (a: readonly Person[], b: readonly Person[]): boolean => a === b || (a.length === b.length && a.every((p, i) => p === b[i]));

export function judgeTitle(mention: Mention, title: TitleMention, paragraph: Paragraph, draft: Draft, knowledge: Knowledge): TitleVerdict {
  const on = draft.dateline.on;
  if (title.offices.length === 0 || title.position === 'relative') return nothingOn(on);
  const { people, by } = meant(mention, castOf(draft, knowledge));
  let known = weighed.get(title);
  if (!known || known.on !== on || known.knowledge !== knowledge || known.by !== by || !same(known.people, people)) {
    known = { on, knowledge, by, people, verdict: weigh(mention, title, paragraph, { people, by }, on, knowledge) };
    weighed.set(title, known);
  }
  const { verdict } = known;
  if (
    verdict.person &&
    (verdict.fit === 'left' || verdict.fit === 'never') &&
    (isToldOfThePast(mention, title, paragraph) ||
      (verdict.fit === 'left' && isToldLeaving(mention, verdict, paragraph)) ||
      courtesy(mention, title, verdict, draft, by, paragraph))
  )
    return { ...verdict, fit: 'unknown' };
  return verdict;
}

const nothingOn = (on: CivilDate): TitleVerdict => ({ fit: 'unknown', tenures: [], present: [], holders: [], on, unverified: false });

/** The verdict on a title of one of these people. It hangs on nothing but the paragraph, the people and the day. */
function weigh(
  mention: Mention,
  title: TitleMention,
  paragraph: Paragraph,
  { people, by }: Meant,
  on: CivilDate,
  knowledge: Knowledge,
): TitleVerdict {
  const nothing = nothingOn(on);
  const claim = claimIn(title);
  if (claim === undefined) return nothing;
  const titled = people.filter((p) => p.tenures.some((t) => title.offices.includes(t.office)));
  // of namesakes the one who bore the title is meant; by a surname nobody else can be
  const bearers = by === 'name' && titled.length === 0 ? people : titled;
  if (bearers.length === 0) return nothing;
  const days = [on, ...daysToldOf(mention, paragraph, on)];
  const verdicts = bearers.map((person) =>
    judgePerson(person, title, claim, on, days, knowledge, paragraph.text.slice(title.office.start, title.office.end)),
  );
  const best = verdicts.find((v) => v.fit === 'fits') ?? verdicts.find((v) => v.fit === 'unknown') ?? latest(verdicts);
  if (best.fit === 'fits' || best.fit === 'unknown') return best;
  if (by === 'surname' && !recent(best, on)) return { ...nothing, person: best.person! };
  return best;
}

function judgePerson(
  person: Person,
  title: TitleMention,
  claim: Claim,
  on: CivilDate,
  days: readonly CivilDate[],
  knowledge: Knowledge,
  words: string,
): TitleVerdict {
  const tenures = person.tenures.filter((t) => title.offices.includes(t.office));
  const present = person.tenures.filter((t) => holds(t, on)).sort((a, b) => a.office.rank - b.office.rank || (a.from < b.from ? 1 : -1));
  const unverified = tenures.some((t) => t.verified < on) || present.some((t) => t.verified < on);
  const verdict = (fit: TitleFit, holders: readonly Tenure[] = []): TitleVerdict => ({
    fit,
    person,
    tenures,
    present,
    holders,
    on,
    unverified: unverified || holders.some((t) => t.verified < on),
  });
  const ended = (t: Tenure, d: CivilDate): boolean => t.until !== undefined && t.until <= d;
  if (claim === 'former') {
    if (tenures.length === 0) return verdict('unknown');
    // right on any day that is spoken of: had left it by then, and was not in it
    if (days.some((d) => tenures.some((t) => ended(t, d)) && !tenures.some((t) => firmly(t, d)))) return verdict('fits');
    return tenures.some((t) => firmly(t, on)) ? verdict('former in office') : verdict('unknown');
  }
  if (claim === 'coming') {
    if (tenures.some((t) => days.some((d) => d <= t.from))) return verdict('fits');
    return tenures.some((t) => firmly(t, on)) ? verdict('coming in office') : verdict('unknown');
  }
  if (
    claim !== 'acting' &&
    days.length === 1 &&
    tenures.every((t) => t.acting) &&
    tenures.some((t) => t.acting && firmly(t, on) && t.office.rank === 1 && daysBetween(t.from, on) > 2)
  )
    return verdict('acting only');
  if (days.some((d) => tenures.some((t) => holds(t, d)))) return verdict('fits');
  if (tenures.length > 0) {
    if (tenures.some((t) => t.until !== undefined && t.until < on)) return verdict('left');
    return tenures.every((t) => daysBetween(on, t.from) <= 1) ? verdict('fits') : verdict('not yet');
  }
  if (claim === 'acting') return verdict('unknown');
  const holders = othersInOffice(person, title, words, on, knowledge);
  return holders ? verdict('never', holders) : verdict('unknown');
}

/** By surname alone only people of the last dozen years are meant for certain, and nobody who has died. */
const recent = (v: TitleVerdict, on: CivilDate): boolean =>
  v.tenures.some((t) => t.until === undefined || daysBetween(t.until, on) < 4400) && v.fit !== 'never' && v.fit !== 'not yet';

/** Of several people who may be meant, all of them wrong: the one whose tenure is nearest to now. */
function latest(verdicts: readonly TitleVerdict[]): TitleVerdict {
  const end = (v: TitleVerdict): string => v.tenures.at(-1)?.until ?? '9999';
  return [...verdicts].sort((a, b) => (end(a) < end(b) ? 1 : -1))[0]!;
}
