import { type CivilDate, daysBetween, longDate } from '../calendar/civil-date';
import { type Body, holdsOn, type Knowledge, type Office, type Person, type Tenure } from './knowledge';

const withArticle =
  /^(?:United|Netherlands$|Philippines$|Maldives$|Bahamas$|Gambia$|Comoros$|Czech Republic$|Dominican Republic$|Central African Republic$|Vatican$|District of|Republic of|.* (?:Islands|Territories|Emirates)$)/;

/** "the United States", "Ukraine", "NATO", "the European Commission", "Hamas". */
export function bodyInText(body: Body): string {
  const plain = body.type === 'place' ? !withArticle.test(body.name) : !body.name.includes(' ') || /^The |'s /.test(body.name);
  return plain ? body.name : `the ${body.name}`;
}

/** "President of the United States", "Senator from Texas", "acting Prime Minister of Ukraine"; a title that names the body already stands alone. */
export function describeOffice(office: Office, acting = false): string {
  const title = office.titles[0] ?? office.kind;
  const { of } = office;
  const named = [of.name, ...of.adjectives, ...of.also].some((name) => title.includes(name));
  const link = office.kind === 'senator' || office.kind === 'representative' || office.kind === 'delegate' ? 'from' : 'of';
  return `${acting ? 'acting ' : ''}${title}${named ? '' : ` ${link} ${bodyInText(of)}`}`;
}

/** "20 January 2017 – 20 January 2021", "since 20 January 2025". */
const days = (t: Tenure): string => (t.until === undefined ? `since ${longDate(t.from)}` : `${longDate(t.from)} – ${longDate(t.until)}`);

const verifiedTo = (tenures: readonly Tenure[]): string => {
  const open = tenures.filter((t) => t.until === undefined).map((t) => t.verified);
  const first = open.sort()[0];
  return first === undefined ? '' : ` (verified to ${longDate(first)})`;
};

/** "President of Ukraine, since 20 May 2019 (verified to 31 January 2026)". */
export const describeTenure = (t: Tenure): string => `${describeOffice(t.office, t.acting)}, ${days(t)}${verifiedTo([t])}`;

/** Days from a tenure to a day; 0 within it. */
function distanceTo(t: Tenure, day: CivilDate): number {
  if (holdsOn(t, day)) return 0;
  return day < t.from ? daysBetween(day, t.from) : daysBetween(t.until ?? day, day);
}

/** Offices that one text names at most. */
const most = 4;

/**
 * What a finding shows as evidence: "Donald Trump: President of the United States, 20 January 2017 – 20 January 2021, and since 20 January 2025
 * (verified to 31 January 2026)". Terms of one office stand together, offices in the order in which they were first held; of more than four those
 * nearest to `on`, else the latest. The role, or the bare name, for a person without tenures.
 */
export function describeTenures(person: Person, on?: CivilDate): string {
  const offices = new Map<string, Tenure[]>();
  for (const t of person.tenures) {
    const key = `${t.office.id}${t.acting ? '?' : ''}`;
    const terms = offices.get(key);
    if (terms) terms.push(t);
    else offices.set(key, [t]);
  }
  if (offices.size === 0) return person.role ? `${person.name}: ${person.role}` : person.name;
  const all = [...offices.values()];
  const nearness = (terms: readonly Tenure[]): number => Math.min(...terms.map((t) => distanceTo(t, on ?? '9999-12-31')));
  const shown = new Set([...all].sort((a, b) => nearness(a) - nearness(b)).slice(0, most));
  const parts = all
    .filter((terms) => shown.has(terms))
    .map((terms) => `${describeOffice(terms[0]!.office, terms[0]!.acting)}, ${listed(terms.map(days))}`);
  return `${person.name}: ${parts.join('; ')}${verifiedTo([...shown].flat())}`;
}

const listed = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')}, and ${texts.at(-1)}`;

/**
 * in office: holds one of the offices on that day, handover included · acting: the same, as an interim only · former: held one, and holds none now ·
 * future: will hold one, and has held none · never: has held other offices, but none of these · unknown: nobody's rows say.
 */
export type Standing = 'in office' | 'acting' | 'former' | 'future' | 'never' | 'unknown';

export interface TenureVerdict {
  readonly verdict: Standing;
  /** The tenures of these offices that decide it: those that run, that have ended, or that are to come. */
  readonly tenures: readonly Tenure[];
}

/**
 * How a person stands to some offices (those that a title can mean) on a day. Unknown where the person has no tenures at all, or where the day
 * lies before the first row of every one of the offices; for the latter give the knowledge, else the person's own rows are all that is looked at.
 */
export function judgeTenure(
  person: Person,
  offices: readonly Office[],
  day: CivilDate,
  knowledge?: Pick<Knowledge, 'tenuresOf'>,
): TenureVerdict {
  if (person.tenures.length === 0 || offices.length === 0) return { verdict: 'unknown', tenures: [] };
  const theirs = person.tenures.filter((t) => offices.includes(t.office));
  const running = theirs.filter((t) => holdsOn(t, day));
  if (running.length > 0) return { verdict: running.every((t) => t.acting) ? 'acting' : 'in office', tenures: running };
  const ended = theirs.filter((t) => t.until !== undefined && t.until < day);
  if (ended.length > 0) return { verdict: 'former', tenures: ended };
  const covered = !knowledge || offices.some((office) => (knowledge.tenuresOf(office)[0]?.from ?? '9999-12-31') <= day);
  if (!covered) return { verdict: 'unknown', tenures: theirs };
  return theirs.length > 0 ? { verdict: 'future', tenures: theirs } : { verdict: 'never', tenures: [] };
}
