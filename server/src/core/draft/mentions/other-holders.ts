import type { CivilDate } from '../../calendar/civil-date';
import { type Body, holdsOn as holds, type Knowledge, type Office, type Person, type Tenure } from '../../knowledge/knowledge';
import type { TitleMention } from '../draft';

/** In office for certain: neither the first nor the last day. */
export const firmly = (t: Tenure, day: CivilDate): boolean => t.from < day && (t.until === undefined || day < t.until);

/** Words for any high post: they name none. */
const generic =
  /^(?:leader|head|chief|ruler|boss|director|head of state|head of government|chair(?:man|woman|person)?|member|official|aide|advis[eo]r|envoy)$/i;

/** Kinds of which one body has so many, or which the knowledge knows so little of, that an absent row proves nothing. */
const vague = new Set([
  'minister',
  'chair',
  'director',
  'party-leader',
  'spokesperson',
  'adviser',
  'envoy',
  'ambassador',
  'commissioner',
  'mayor',
  'justice',
  'delegate',
  'head-of-state',
  'chief-of-staff',
  'trade-minister',
  'economy-minister',
  'crown-prince',
  'premier',
  'opposition-leader',
]);

/**
 * Who else holds every office that the title can mean for this person on that day; undefined where the rows do not say, empty where the person's
 * own post rules the other out.
 * @param words the office as it stands in the copy
 */
export function othersInOffice(
  person: Person,
  title: TitleMention,
  words: string,
  on: CivilDate,
  knowledge: Knowledge,
): Tenure[] | undefined {
  if (generic.test(words)) return undefined;
  const sole = soleHolder(person, title, on, knowledge);
  if (sole) return [sole];
  const bodies = title.jurisdiction ? undefined : homes(person, knowledge);
  const precise = title.offices.filter((o) => !vague.has(o.kind) && o.seats !== 0);
  const own = bodies ? precise.filter((o) => bodies.has(o.of) || (o.of.in !== undefined && bodies.has(knowledge.body(o.of.in)!))) : precise;
  if (own.length === 0 && !title.jurisdiction && headOfAnotherKind(person, title, on)) return [];
  if (own.length === 0) return undefined;
  if (
    title.jurisdiction &&
    !own.some(
      (o) => homes(person, knowledge).has(o.of) || (o.of.in !== undefined && homes(person, knowledge).has(knowledge.body(o.of.in)!)),
    )
  )
    return undefined;
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

/** Posts that somebody may have beside another, or that go from hand to hand. */
const besides = new Set(['party-leader', 'spokesperson', 'adviser', 'envoy', 'ambassador', 'delegate']);

/** "CIA Director", "House Speaker": the one other person who holds the one post of a body that the title names, while this one holds another post. */
function soleHolder(person: Person, title: TitleMention, on: CivilDate, knowledge: Knowledge): Tenure | undefined {
  const [office] = title.offices;
  if (!office || title.offices.length > 1 || office.of.type !== 'organisation' || office.seats !== 1 || besides.has(office.kind))
    return undefined;
  if (!person.tenures.some((t) => firmly(t, on) && !t.acting)) return undefined;
  const holders = knowledge.tenuresOf(office).filter((t) => holds(t, on));
  return holders.length === 1 && firmly(holders[0]!, on) && holders[0]!.person !== person ? holders[0] : undefined;
}

/** An office that nobody held on the day because it was not yet or is no more: all rows end before it or begin after it. */
const isDormant = (rows: readonly Tenure[], on: CivilDate): boolean =>
  rows.every((t) => t.until !== undefined && t.until < on) || rows.every((t) => on < t.from);

/** Posts of the United States that nobody holds together with another of them (Constitution, art. I sec. 6, and the states' own). */
const exclusive = new Set([
  'president',
  'vice-president',
  'governor',
  'senator',
  'representative',
  'justice',
  'chief-justice',
  'attorney-general',
  'secretary',
]);

/** True where the person firmly holds one such post, and the title names another of the same country. */
function excluded(person: Person, claimed: readonly Office[], on: CivilDate, knowledge: Knowledge): boolean {
  const country = (o: Office): string => (o.of.in === undefined ? o.of.name : (knowledge.body(o.of.in)?.name ?? ''));
  const american = (o: Office): boolean => exclusive.has(o.kind) && country(o) === 'United States';
  if (!claimed.some(american)) return false;
  const kinds = new Set(claimed.map((o) => o.kind));
  return (
    person.tenures.some(
      (t) => !t.acting && firmly(t, on) && american(t.office) && t.office.kind !== 'attorney-general' && !kinds.has(t.office.kind),
    ) && claimed.every((o) => country(o) !== 'United States' || american(o))
  );
}

/** A head of state or government by another title of a country that has no such office: "Prime Minister" for a chancellor. */
const headOfAnotherKind = (person: Person, title: TitleMention, on: CivilDate): boolean =>
  title.offices.some((o) => /^(?:president|prime-minister|chancellor)$/.test(o.kind)) &&
  person.tenures.some(
    (t) =>
      firmly(t, on) &&
      t.office.rank === 1 &&
      t.office.of.kind === 'country' &&
      /^(?:president|prime-minister|chancellor|monarch)$/.test(t.office.kind),
  );

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
