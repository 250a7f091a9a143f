import { addDays, type CivilDate, daysBetween } from '../../calendar/civil-date';
import type { Body, Knowledge, Office, Person, Tenure } from '../../knowledge/knowledge';
import type { Draft, Mention, Paragraph, Placed, TitleMention } from '../draft';
import { castOf, meant } from './cast';
import { type Claim, claimOf, prefixClaims, suffixClaims } from './modifiers';

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
      for (const title of mention.titles) out.push({ placed, mention, title, verdict: judgeTitle(mention, title, placed.paragraph, draft, knowledge) });
    }
  }
  judged.set(draft, out);
  return out;
}

const holds = (t: Tenure, day: CivilDate): boolean => t.from <= day && (t.until === undefined || day <= t.until);
/** In office for certain: neither the first nor the last day. */
const firmly = (t: Tenure, day: CivilDate): boolean => t.from < day && (t.until === undefined || day < t.until);

export function judgeTitle(mention: Mention, title: TitleMention, paragraph: Paragraph, draft: Draft, knowledge: Knowledge): TitleVerdict {
  const on = draft.dateline.on;
  const nothing: TitleVerdict = { fit: 'unknown', tenures: [], present: [], holders: [], on, unverified: false };
  if (title.offices.length === 0 || title.position === 'relative') return nothing;
  const claim = claimIn(title);
  if (claim === undefined) return nothing;
  const { people, by } = meant(mention, castOf(draft, knowledge));
  const titled = people.filter((p) => p.tenures.some((t) => title.offices.includes(t.office)));
  // of namesakes the one who bore the title is meant; by a surname nobody else can be
  const bearers = by === 'name' && titled.length === 0 ? people : titled;
  if (bearers.length === 0) return nothing;
  const days = [on, ...daysToldOf(mention, paragraph, on)];
  const verdicts = bearers.map((person) => judgePerson(person, title, claim, on, days, knowledge, paragraph.text.slice(title.office.start, title.office.end)));
  const best = verdicts.find((v) => v.fit === 'fits') ?? verdicts.find((v) => v.fit === 'unknown') ?? latest(verdicts);
  if (best.fit === 'fits' || best.fit === 'unknown') return best;
  if (by === 'surname' && !recent(best, on)) return { ...nothing, person: best.person! };
  if ((best.fit === 'left' || best.fit === 'never') && (isToldOfThePast(mention, title, paragraph) || courtesy(mention, title, best, draft, by, paragraph))) return { ...best, fit: 'unknown' };
  return best;
}

/** What all modifiers together claim: nothing means "holds it now"; undefined means that it is not ours to judge. */
function claimIn(title: TitleMention): Claim | undefined {
  let claim: Claim = 'neutral';
  for (const m of title.modifiers) {
    const c = claimOf(m.word) ?? prefixClaims[m.word] ?? suffixClaims[m.word];
    if (c === undefined || c === 'neutral') continue;
    if (c === 'other' || c === 'then') return undefined;
    claim = c;
  }
  return claim;
}

function judgePerson(person: Person, title: TitleMention, claim: Claim, on: CivilDate, days: readonly CivilDate[], knowledge: Knowledge, words: string): TitleVerdict {
  const tenures = person.tenures.filter((t) => title.offices.includes(t.office));
  const present = person.tenures.filter((t) => holds(t, on)).sort((a, b) => a.office.rank - b.office.rank || (a.from < b.from ? 1 : -1));
  const unverified = tenures.some((t) => t.verified < on) || present.some((t) => t.verified < on);
  const verdict = (fit: TitleFit, holders: readonly Tenure[] = []): TitleVerdict => ({ fit, person, tenures, present, holders, on, unverified: unverified || holders.some((t) => t.verified < on) });
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
  if (claim !== 'acting' && days.length === 1 && tenures.every((t) => t.acting) && tenures.some((t) => t.acting && firmly(t, on) && t.office.rank === 1 && daysBetween(t.from, on) > 2)) return verdict('acting only');
  if (days.some((d) => tenures.some((t) => holds(t, d)))) return verdict('fits');
  if (tenures.length > 0) {
    if (tenures.some((t) => t.until !== undefined && t.until < on)) return verdict('left');
    return tenures.every((t) => daysBetween(on, t.from) <= 1) ? verdict('fits') : verdict('not yet');
  }
  if (claim === 'acting') return verdict('unknown');
  const holders = generic.test(words) ? undefined : othersInOffice(person, title, on, knowledge);
  return holders ? verdict('never', holders) : verdict('unknown');
}

/** Words for any high post: they name none. */
const generic = /^(?:leader|head|chief|ruler|boss|director|head of state|head of government|chair(?:man|woman|person)?|member|official|aide|advis[eo]r|envoy)$/i;

/** Kinds of which one body has so many, or which the knowledge knows so little of, that an absent row proves nothing. */
const vague = new Set(['minister', 'chair', 'director', 'party-leader', 'spokesperson', 'adviser', 'envoy', 'ambassador', 'commissioner', 'mayor', 'justice', 'delegate', 'head-of-state', 'chief-of-staff', 'trade-minister', 'economy-minister', 'crown-prince', 'premier', 'opposition-leader']);

/** Who holds every office that the title can mean for this person on that day; undefined where one of them has no row for the day. */
function othersInOffice(person: Person, title: TitleMention, on: CivilDate, knowledge: Knowledge): Tenure[] | undefined {
  const bodies = title.jurisdiction ? undefined : homes(person, knowledge);
  const precise = title.offices.filter((o) => !vague.has(o.kind) && o.seats !== 0);
  const own = bodies ? precise.filter((o) => bodies.has(o.of) || (o.of.in !== undefined && bodies.has(knowledge.body(o.of.in)!))) : precise;
  if (own.length === 0 && !title.jurisdiction && headOfAnotherKind(person, title, on)) return [];
  if (own.length === 0) return undefined;
  if (title.jurisdiction && !own.some((o) => homes(person, knowledge).has(o.of) || (o.of.in !== undefined && homes(person, knowledge).has(knowledge.body(o.of.in)!)))) return undefined;
  // a post that the person holds on that day must be known: an unknown career proves nothing
  if (!person.tenures.some((t) => holds(t, on))) return undefined;
  if (excluded(person, own, on, knowledge)) return [];
  const out: Tenure[] = [];
  for (const office of own) {
    const rows = knowledge.tenuresOf(office);
    const others = rows.filter((t) => holds(t, on) && t.person !== person);
    if (others.length >= Math.max(1, office.seats)) out.push(...others);
    else if (others.length > 0 || rows.length === 0 || !isDormant(rows, on)) return undefined;
  }
  return out.length > 0 ? out : undefined;
}

/** An office that nobody held on the day because it was not yet or is no more: all rows end before it or begin after it. */
const isDormant = (rows: readonly Tenure[], on: CivilDate): boolean => rows.every((t) => t.until !== undefined && t.until < on) || rows.every((t) => on < t.from);

/** Posts of the United States that nobody holds together with another of them (Constitution, art. I sec. 6, and the states' own). */
const exclusive = new Set(['president', 'vice-president', 'governor', 'senator', 'representative', 'justice', 'chief-justice', 'attorney-general', 'secretary']);

/** True where the person firmly holds one such post, and the title names another of the same country. */
function excluded(person: Person, claimed: readonly Office[], on: CivilDate, knowledge: Knowledge): boolean {
  const country = (o: Office): string => (o.of.in === undefined ? o.of.name : (knowledge.body(o.of.in)?.name ?? ''));
  const american = (o: Office): boolean => exclusive.has(o.kind) && country(o) === 'United States';
  if (!claimed.some(american)) return false;
  const kinds = new Set(claimed.map((o) => o.kind));
  return person.tenures.some((t) => !t.acting && firmly(t, on) && american(t.office) && t.office.kind !== 'attorney-general' && !kinds.has(t.office.kind)) && claimed.every((o) => country(o) !== 'United States' || american(o));
}

/** A head of state or government by another title of a country that has no such office: "Prime Minister" for a chancellor. */
const headOfAnotherKind = (person: Person, title: TitleMention, on: CivilDate): boolean =>
  title.offices.some((o) => /^(?:president|prime-minister|chancellor)$/.test(o.kind)) && person.tenures.some((t) => firmly(t, on) && t.office.rank === 1 && t.office.of.kind === 'country' && /^(?:president|prime-minister|chancellor|monarch)$/.test(t.office.kind));

/** The bodies that the person's posts are of, and the countries that those lie in. */
function homes(person: Person, knowledge: Knowledge): Set<Body> {
  const out = new Set<Body>();
  for (const t of person.tenures) {
    out.add(t.office.of);
    let up = t.office.of.in;
    for (let depth = 0; up !== undefined && depth < 3; depth++) {
      const body = knowledge.body(up);
      if (!body) break;
      out.add(body);
      up = body.in;
    }
  }
  return out;
}

/** Days that the sentence itself names with a year: its first and last day, when it lies well apart from the dateline. */
function daysToldOf(mention: Mention, paragraph: Paragraph, on: CivilDate): CivilDate[] {
  const sentence = paragraph.sentences.find((s) => s.start <= mention.name.start && mention.name.start < s.end);
  if (!sentence) return [];
  const out: CivilDate[] = [];
  for (const d of paragraph.dates) {
    if (d.span.start < sentence.start || d.span.end > sentence.end || d.from === undefined || d.until === undefined) continue;
    if (Math.abs(daysBetween(d.from, on)) < 45 || (d.from <= on && on <= d.until)) continue;
    out.push(d.from, d.until);
    const span = daysBetween(d.from, d.until);
    if (span > 1) for (let k = 1; k < 12; k++) out.push(addDays(d.from, Math.round((span * k) / 12)));
  }
  return out;
}

const pastTie = /\b(?:under|during|since|(?:appointed|nominated|named|picked|chosen|selected|tapped|signed|ordered|created|established|launched|enacted|issued|pardoned|commuted|fired|hired|negotiated|installed|assassinated|ousted|overthrown|toppled|succeeded|replaced|defeated|written|built|started|begun|founded|inherited|left|adopted)(?: into law)?(?: in \d{4})? by|(?:death|assassination|ouster|overthrow|removal|resignation|impeachment|funeral|successor|predecessor|legacy|memory|era|reign|presidency|premiership|tenure|time|years|days|administration|government|fall|downfall|statue|bust|portrait|grave|tomb|birth|birthplace|widow|shooting|murder|killing) of|succeed(?:ed)?|replac(?:ed?|ing)|oust(?:ed)?|aide to|advis[eo]r to|clerk to|lawyer (?:to|for)|counsel to|speechwriter (?:to|for)|fir(?:ed|ing)|dismiss(?:ed|ing)|late|remember(?:ing)?|recall(?:ed|ing)?)\s+(?:the\s+)?(?:then[- ])?$/i;

/** "appointed by President …", "under President …": the title is told of its own time. */
function isToldOfThePast(mention: Mention, title: TitleMention, paragraph: Paragraph): boolean {
  const sentence = paragraph.sentences.find((s) => s.start <= mention.name.start && mention.name.start < s.end);
  if (sentence && /\b(?:years?|decades?|months?|weeks?|days?) (?:later|earlier|before|after)\b/i.test(paragraph.text.slice(sentence.start, sentence.end))) return true;
  const before = paragraph.text.slice(Math.max(0, title.span.start - 48), Math.min(title.span.start, mention.span.start));
  if (pastTie.test(before)) return true;
  if (/\bformer [\w -]{2,30} (?:to|for|of|under) $/i.test(before)) return true;
  const after = paragraph.text.slice(mention.span.end, mention.span.end + 48);
  if (/^(?: and [\w .]{2,24})?(?: that)? (?:had|did not|didn[’']t|once|used to|would have)\b/.test(after)) return true;
  return /^(?:[’']s?)? (?:administration|presidency|premiership|era|government at the time|at the time|first term|second term|tenure|reign)\b/i.test(after);
}

/** A title of courtesy: the dead, and on later reference those whom the draft introduced as former. */
function courtesy(mention: Mention, title: TitleMention, verdict: TitleVerdict, draft: Draft, by: 'name' | 'introduction' | 'surname', paragraph: Paragraph): boolean {
  const person = verdict.person!;
  if (person.died !== undefined && person.died < verdict.on && !toldAsNews(mention, person.died, paragraph) && (by !== 'name' || daysBetween(person.died, verdict.on) > 7300 || isUnitedStates(verdict))) return true;
  if (verdict.fit !== 'left' || by !== 'introduction' || title.position !== 'before') return false;
  for (const { paragraph } of draft.paragraphs) {
    for (const m of paragraph.mentions) {
      if (m === mention) return false;
      if (m.form === 'full' && m.people.includes(person) && m.titles.some((t) => claimIn(t) === 'former')) return true;
    }
  }
  return false;
}

const isUnitedStates = (v: TitleVerdict): boolean => v.tenures.some((t) => t.office.id === 'united-states/president');

/** The sentence tells of a day after the death as of any other: "opened the bridge Monday". */
function toldAsNews(mention: Mention, died: CivilDate, paragraph: Paragraph): boolean {
  const sentence = paragraph.sentences.find((s) => s.start <= mention.name.start && mention.name.start < s.end);
  return sentence !== undefined && paragraph.dates.some((d) => d.kind === 'weekday' && d.from !== undefined && d.from > died && sentence.start <= d.span.start && d.span.end <= sentence.end);
}

/** By surname alone only people of the last dozen years are meant for certain, and nobody who has died. */
const recent = (v: TitleVerdict, on: CivilDate): boolean => v.tenures.some((t) => t.until === undefined || daysBetween(t.until, on) < 4400) && v.fit !== 'never' && v.fit !== 'not yet';

/** Of several people who may be meant, all of them wrong: the one whose tenure is nearest to now. */
function latest(verdicts: readonly TitleVerdict[]): TitleVerdict {
  const end = (v: TitleVerdict): string => v.tenures.at(-1)?.until ?? '9999';
  return [...verdicts].sort((a, b) => (end(a) < end(b) ? 1 : -1))[0]!;
}

/** Offices that a person is known by on a day, highest first. */
export const presentOffices = (person: Person, on: CivilDate): Office[] => person.tenures.filter((t) => holds(t, on)).map((t) => t.office).sort((a, b) => a.rank - b.rank);
