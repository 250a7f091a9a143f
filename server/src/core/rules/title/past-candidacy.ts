import { type CivilDate, daysBetween, longDate, yearOf } from '../../calendar/civil-date';
import type { Draft, Mention, Placed } from '../../draft/draft';
import { castOf, meant } from '../../draft/mentions/cast';
import { oncePerParagraph } from '../../draft/once';
import { holdsOn, type Knowledge, type Occasion, type Person, type Tenure } from '../../knowledge/knowledge';
import type { DraftReport, DraftRule, Fix } from '../../lint/rule';
import { type Claim, claimAt } from './candidacy-claims';

/** Copy that looks back may call people what they were then. */
const LOOKS_BACK =
  /\b(?:defeat\w*|beat|beaten|lost|lose|losing|loss|win|won|victory|campaign\w*|race|elections?|ran|running mate|rall(?:y|ies)|ballots?|vot(?:e|es|ed|ers|ing)|polls?|polling|debates?|debated|primar(?:y|ies)|nominations?|nominated|nominating|convention|endors\w+|donat\w+|Election Day|last (?:year|fall|autumn|summer|spring|winter|month|week|November|October|September|August|July)|ago|back then|at the time|when|while|during|previous\w*|earlier|once|since|former\w*|recall\w*|remember\w*|history|memoir|book)\b/i;

/** Days after a vote in which its losers and winners are still called what they ran as. */
const FRESH = 80;
/** Days before the next vote in which somebody may run again. */
const NEXT = 730;

export const pastCandidacy: DraftRule = {
  id: 'title/past-candidacy',
  scope: 'draft',
  summary: 'Somebody who is called a candidate or a nominee, or is said to be running, in an election that is over.',
  rationale: 'A nominee is one until the vote. A year later the label tells the reader that the paragraph was pasted from an old story.',
  severity: 'warning',
  quotes: 'skip',
  examples: {
    wrong: [
      {
        marked: '⟦Democratic presidential nominee Kamala Harris⟧ said on Monday that she had no plans.',
        becomes: 'Former Democratic presidential nominee Kamala Harris said on Monday that she had no plans.',
      },
      {
        marked: 'Donald Trump⟦, who is running as the Republican nominee⟧, met the ministers on Monday.',
      },
    ],
    stands: [
      'Donald Trump defeated Democratic presidential nominee Kamala Harris in November.',
      'Former Democratic presidential nominee Kamala Harris said on Monday that she had no plans.',
      'Democratic nominee Zohran Mamdani said on Monday that he would cut rents.',
      { text: 'Democratic presidential nominee Kamala Harris said on Monday that she would win.', asOf: '2024-10-01' },
    ],
  },
  *check(draft, { knowledge, dateline }) {
    for (const [i, placed] of draft.paragraphs.entries()) {
      const claims = claimsIn(placed.paragraph);
      if (claims.length === 0) continue;
      const around = `${draft.paragraphs[i - 1]?.paragraph.text ?? ''} ${placed.paragraph.text}`;
      const back = LOOKS_BACK.test(around) || hasOtherYear(around, dateline.on);
      for (const { mention, claim } of claims) {
        if (claim.now ? hasOtherYear(sentenceOf(placed, claim.span.start), dateline.on) : back) continue;
        const over = lostTo(draft, mention, claim.race, dateline.on, knowledge);
        if (over) yield report(placed, claim, over, dateline.on);
      }
    }
  },
};

const claimsIn = oncePerParagraph(({ text, mentions }) =>
  /nominee|candidate|contender|hopeful|runner|(?:is|are|[’']s) (?:\w+ )?(?:running|campaigning|standing)/i.test(text)
    ? mentions.flatMap((mention) => {
        const claim = claimAt(text, mention);
        return claim ? [{ mention, claim }] : [];
      })
    : [],
);

interface Over {
  readonly person: Person;
  readonly election: Occasion;
  readonly office: Tenure | undefined;
}

/** The election that the person stood in, where it is over and no other of its kind is near. Undefined in every doubt. */
function lostTo(draft: Draft, mention: Mention, race: string | undefined, on: CivilDate, knowledge: Knowledge): Over | undefined {
  const found: Over[] = [];
  for (const person of meant(mention, castOf(draft, knowledge)).people) {
    const stood = knowledge.events.filter((e) => e.kind === 'election' && e.people.includes(person.id));
    const races = stood.filter((e) => new RegExp(race ?? 'presidential|gubernatorial|mayoral', 'i').test(e.name));
    if (races.length === 0 || stood.some((e) => lastDay(e) >= on)) continue;
    const election = races.reduce((a, b) => (lastDay(a) > lastDay(b) ? a : b));
    const since = daysBetween(lastDay(election), on);
    const next = knowledge.events.find((e) => e.kind === 'election' && e.of === election.of && e.name === election.name && e.on >= on);
    if (since < FRESH || (next ? daysBetween(on, next.on) < NEXT : since > NEXT)) continue;
    const office = person.tenures.find((t) => holdsOn(t, on) && t.office.rank <= 2 && t.from > election.on);
    found.push({ person, election, office });
  }
  return found.length === 1 ? found[0] : undefined;
}

const lastDay = (e: Occasion): CivilDate => e.until ?? e.on;

const sentenceOf = ({ paragraph: { text, sentences } }: Placed, at: number): string => {
  const s = sentences.find((x) => x.start <= at && at < x.end);
  return s ? text.slice(s.start, s.end) : text;
};

/** A year that is not the dateline's: copy of another time, or of an election to come. */
function hasOtherYear(text: string, on: CivilDate): boolean {
  for (const [year] of text.matchAll(/(?<![\d$£€,.])(?:19|20)\d\d(?![\d,]\d|\d)/g)) if (Number(year) !== yearOf(on)) return true;
  return false;
}

function report(placed: Placed, claim: Claim, { person, election, office }: Over, on: CivilDate): DraftReport {
  const { text, sentences } = placed.paragraph;
  const { label, span } = claim;
  const was = text.slice(span.start, span.end).replace(/^[, ]+/, '');
  const now = office ? ` Now ${office.office.titles[0] ?? 'in office'}.` : '';
  const fixes: Fix[] = [];
  if (label) {
    const words = text.slice(label.start, label.end);
    const opens = sentences.some((s) => s.start === label.start);
    const put = `${opens ? 'Former' : 'former'} ${words.replace(/^(?:presumptive|presumed|likely|official) /i, '')}`;
    if (office?.office.titles[0])
      fixes.push({
        title: `Change "${words}" to "${office.office.titles[0]}"`,
        edits: [{ span: label, text: office.office.titles[0] }],
        confidence: 'judgement',
      });
    fixes.push({ title: `Change "${words}" to "${put}"`, edits: [{ span: label, text: put }], confidence: 'judgement' });
  }
  return {
    placed,
    span,
    message: `"${was}": the ${election.name} was on ${longDate(lastDay(election))}, ${Math.round(daysBetween(lastDay(election), on) / 30.4)} months before.${now} ${office ? 'Write the title of the day.' : 'Write "former", or tell it as past.'}`,
    evidence: [
      {
        text: `${person.name} stood in the ${election.name}: ${longDate(lastDay(election))}${election.after ? `; ${election.after}` : ''}`,
      },
    ],
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}
