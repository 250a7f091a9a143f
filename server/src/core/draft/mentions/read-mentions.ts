import type { Body, Knowledge, Office } from '../../knowledge/knowledge';
import type { Span } from '../../text/span';
import { isLetter, type Words } from '../../text/words';
import type { Mention, Sentence, TitleMention } from '../draft';
import { type Claim, claimOf } from './modifiers';
import { type Tokens, tokensOf } from './tokens';
import { type Unit, unitsOf } from './units';

type PersonUnit = Unit & { type: 'person' };
type TitleUnit = Unit & { type: 'title' };
type BodyUnit = Unit & { type: 'body' };

/**
 * People in a paragraph's plain text, with the titles that stand before and after their names. Spans count in the text.
 * Reads: [the] (modifier | jurisdiction)* office [of jurisdiction] Name [of jurisdiction], and Name, [the] (modifier | jurisdiction)* office [of jurisdiction].
 */
export function readMentions(text: string, words: Words, sentences: readonly Sentence[], knowledge: Knowledge): Mention[] {
  if (words.count === 0) return [];
  const t = tokensOf(text, words);
  const units = unitsOf(t, knowledge);
  const out: Mention[] = [];
  units.forEach((unit, at) => {
    if (unit.type !== 'person') return;
    const stop = sentences.find((s) => unit.start < s.end)?.end ?? text.length;
    const before = titlesBefore(t, units, at, knowledge);
    const after = titlesAfter(t, units, at, stop, knowledge);
    const name = { start: unit.start, end: unit.end };
    const titles = [...before, ...after];
    if (unit.loose && !titles.some((x) => unit.people.some((p) => p.tenures.some((h) => x.offices.includes(h.office))))) return;
    if (unit.form === 'surname' && (runsOn(t, unit) || (before.length === 0 && after.length === 0 && partOfLonger(t, unit)))) return;
    const start = Math.min(name.start, ...before.map((x) => x.span.start));
    out.push({ span: { start, end: name.end }, name, form: unit.form, people: unit.people, titles });
  });
  return out;
}

/** A surname with a capital word behind it is the front of a name that we do not know: "Anthony" in "Anthony Example". */
const runsOn = (t: Tokens, unit: PersonUnit): boolean =>
  unit.last + 1 < t.words.count &&
  t.joined(unit.last) &&
  t.capital(unit.last + 1) &&
  t.end(unit.last) === t.words.bounds[2 * unit.last + 1];

/** A surname behind another capital word is the end of a name that we do not know: "Bush" in "Shepherd's Bush", "Kate Bush". */
function partOfLonger(t: Tokens, unit: PersonUnit): boolean {
  const before = unit.first - 1;
  return before >= 0 && t.joined(before) && t.capital(before) && t.start(before) > 0 && !opensClause.test(t.word(before));
}

/** Words that have a capital because they open a sentence or stand for a title, so that what follows is a name of its own. */
const opensClause =
  /^(?:Mr|Mrs|Ms|Dr|The|A|An|But|And|For|If|When|While|As|Like|With|Yet|So|In|On|At|By|To|From|Since|After|Before|Under|Of|Both|Even|Only|Meanwhile|Earlier|Although|Though|Because|Whether|That|What|Why|How|Where|Until|Once|Will|Would|Could|Should|Can|Did|Does|Is|Was|Are|Were|Has|Had|Or|Not|Nor|Then|Former|His|Her|Their|Its|Our|Said|Asked|Today|Yesterday|Following|During|Despite|Given|Dear|Thank|Hail|Meet|Watch|Vote|Elect|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;

const gap = (t: Tokens, from: number, to: number): string => t.text.slice(from, to);
const blank = /^[ \t\u00a0\u202f]*$/;
const stopBlank = /^\.?[ \t\u00a0\u202f]+$/;
/** A title whose period belongs to it, so that no sentence ends there. */
const shortened = /(?:^|[\s.-])(?:sens?|govs?|reps?|gen|pres|sec|amb|atty|del|lt|min)$/i;

interface Reading {
  title: TitleUnit;
  ofBody: BodyUnit | undefined;
  before: Unit[];
  /** True where an unknown capital word stands right before: "UC President", which is then no office that we know. */
  foreign: boolean;
}

/** The titles that end where the name begins, nearest last. */
function titlesBefore(t: Tokens, units: readonly Unit[], at: number, knowledge: Knowledge): TitleMention[] {
  const name = units[at]!;
  const found: TitleMention[] = [];
  let edge = name.start;
  let k = at - 1;
  let comma = false;
  while (k >= 0 && found.length < 3) {
    let u = units[k]!;
    let between = gap(t, u.end, edge);
    let ofBody: BodyUnit | undefined;
    if (found.length === 0 && /^, $/.test(between) && (u.type === 'title' || u.type === 'body')) comma = true;
    else if (
      !blank.test(between) &&
      !(u.type === 'title' && stopBlank.test(between) && shortened.test(t.text.slice(u.start, u.end))) &&
      !/^ (?:Mr|Mrs|Ms|Dr)\.? $/.test(between)
    )
      break;
    if (
      u.type === 'body' &&
      k > 0 &&
      units[k - 1]!.type === 'title' &&
      /^ (?:of|of the|to|to the|for|at|at the|in|in the) $/.test(gap(t, units[k - 1]!.end, u.start))
    ) {
      ofBody = u;
      u = units[--k]!;
      between = '';
    }
    if (u.type !== 'title') break;
    const reading = leftOf(t, units, k, u, ofBody);
    if (comma && !definite(t, reading.start)) break;
    const after = comma ? undefined : bodyAfterName(t, units, at);
    found.unshift(mention(reading, after, 'before', knowledge));
    edge = reading.start;
    k = reading.next;
    if (comma) break;
  }
  return found;
}

/** "the", "his", "its", "country's" before a title that stands before a comma and a name: "the former president, Donald Trump". */
const definite = (t: Tokens, start: number): boolean =>
  /(?:^|[\s“"(])(?:the|his|her|its|their|our|country[’']s|nation[’']s)\s$/i.test(t.text.slice(Math.max(0, start - 12), start));

/** Modifiers and jurisdictions that stand before the title unit at index k. */
function leftOf(
  t: Tokens,
  units: readonly Unit[],
  k: number,
  title: TitleUnit,
  ofBody: BodyUnit | undefined,
): Reading & { start: number; next: number } {
  const before: Unit[] = [];
  let start = title.prefix ? title.prefix.start : title.start;
  let i = k - 1;
  for (; i >= 0; i--) {
    const u = units[i]!;
    if (u.type !== 'modifier' && u.type !== 'body') break;
    const between = gap(t, u.end, start);
    if (
      !blank.test(between) &&
      !/^\.? ?(?:-|[’']s ) ?$/.test(between) &&
      between !== '.' &&
      // "U.S. President", and not the end of one sentence and the start of another
      !(between === '. ' && (u.type !== 'body' || t.joined(u.last))) &&
      !(u.type === 'modifier' && u.claim === 'neutral' && between === ', ')
    )
      break;
    before.unshift(u);
    start = u.start;
  }
  const far = farModifier(t, start);
  if (far) {
    before.unshift({ type: 'modifier', claim: far.claim, word: far.word, first: title.first, last: title.first, ...far.span });
    start = far.span.start;
    while (i >= 0 && units[i]!.start >= start) i--;
  }
  const word = wordBefore(t, start);
  const foreign = word !== undefined && /^[A-Z\u00c0-\u00de]/.test(word) && !opensClause.test(word);
  return { title, ofBody, before, foreign, start, next: i };
}

/** "former Example Falls, Iowa, Mayor": the modifier that stands before a town and its state, both between it and the title. */
function farModifier(t: Tokens, start: number): { readonly claim: Claim; readonly word: string; readonly span: Span } | undefined {
  if (t.text[start - 2] !== ',') return undefined;
  const from = Math.max(0, start - 80);
  const m = townAndState.exec(t.text.slice(from, start));
  if (!m) return undefined;
  const word = m[1]!.toLowerCase();
  const claim = claimOf(word);
  return claim && { claim, word, span: { start: from + m.index, end: from + m.index + word.length } };
}
const townAndState =
  /\b([Ff]ormer|[Oo]ne-?time|[Ll]ongtime|[Rr]etired|[Tt]hen|[Ll]ate|[Oo]utgoing|[Dd]eputy|[Aa]ssistant|[Aa]cting|[Ii]nterim) [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}, [A-Z][A-Za-z]*\.?(?:[ A-Z][A-Za-z]*\.?)?, $/;

/** The word that ends right before the offset with blanks between, or undefined where punctuation or the start of the text stands there. */
function wordBefore(t: Tokens, start: number): string | undefined {
  let i = start;
  while (i > 0 && /[ \u00a0]/.test(t.text[i - 1]!)) i--;
  if (i === start || i === 0 || !isLetter(t.text.charCodeAt(i - 1))) return undefined;
  let from = i;
  while (from > 0 && (isLetter(t.text.charCodeAt(from - 1)) || /[-'’&\d]/.test(t.text[from - 1]!))) from--;
  return t.text.slice(from, i);
}

/** "… Name of Gabon", "… Name, R-Ky.": the jurisdiction that follows the name. */
function bodyAfterName(t: Tokens, units: readonly Unit[], at: number): BodyUnit | { span: Span; party: string } | undefined {
  const name = units[at]!;
  const next = units[at + 1];
  if (next?.type === 'body' && /^ of (?:the )?$/.test(gap(t, name.end, next.start))) return next;
  const party = /^,? \(?(?:[RDI]|DFL|Ind)[-–]((?:[A-Z][A-Za-z]*\.?){1,3}(?: [A-Z][a-z]+\.?)?)(?=[,);:. ]|$)/.exec(
    t.text.slice(name.end, name.end + 34),
  );
  return party ? { span: { start: name.end, end: name.end + party[0].length }, party: party[1]! } : undefined;
}

const opening =
  /^,? ?[—–(-]? ?(?:who (?:is|has been|serves as|now serves as) )?(?:the |a |an |now |now the |currently |currently the |then |then the |then-|its |his |her |their |the country[’']s |the nation[’']s )?$/;
/** A predicate in the present: "Example is the prime minister". */
const predicate = /^ (?:is|is now|is currently|currently is|remains|serves as|now serves as) (?:the |a |an )?$/;
const past =
  /^,? (?:who (?:was|served as|had been|once served as|used to be|became) |formerly |previously |once |who (?:was|served as) the )(?:the |a )?$/;

/** The title in apposition behind the name. */
function titlesAfter(t: Tokens, units: readonly Unit[], at: number, stop: number, knowledge: Knowledge): TitleMention[] {
  const name = units[at]!;
  let k = at + 1;
  const lead: Unit[] = [];
  let u = units[k];
  while (u && u.end <= stop && (u.type === 'modifier' || u.type === 'body')) {
    if (lead.length && !/^ ?(?:-|[’']s )? ?$/.test(gap(t, lead.at(-1)!.end, u.start))) return [];
    lead.push(u);
    u = units[++k];
  }
  if (u?.type !== 'title' || u.end > stop) return [];
  if (lead.length && !/^\.? ?(?:[’']s )? ?$/.test(gap(t, lead.at(-1)!.end, u.start))) return [];
  const first = lead[0]?.start ?? u.prefix?.start ?? u.start;
  const between = gap(t, name.end, first);
  const relative = past.test(between);
  if (!relative && !predicate.test(between) && !(/^,| who |^ \(|^ [—–]/.test(between) && opening.test(between))) return [];
  // another name behind the title makes it that one's: "…, President Joe Biden and …"
  const following = units[k + 1];
  if (following?.type === 'person' && stopBlank.test(gap(t, u.end, following.start)) && /^[A-Z]/.test(t.text[u.start]!)) return [];
  if (/^ [A-Z]/.test(t.text.slice(u.end, u.end + 2)) && !following) return [];
  const of =
    following?.type === 'body' && /^ (?:of|of the|to|to the|for|at|at the) $/.test(gap(t, u.end, following.start)) ? following : undefined;
  if (/^ (?:of|to|for|at) /.test(t.text.slice(u.end, u.end + 5)) && !of) return [];
  // an apposition is closed: "To Mr. Example, the president is the problem" is none
  if (!relative && !/^(?:[,.;:!?)—–”"]|$| [—–(]| who\b| and\b)/.test(t.text.slice(of ? of.end : u.end, (of ? of.end : u.end) + 5)))
    return [];
  if (/^[’']s? /.test(t.text.slice(u.end, u.end + 3)) || /^-/.test(t.text.slice(u.end, u.end + 1))) return [];
  return [
    mention(
      { title: u, ofBody: of, before: lead, foreign: false, start: first, next: k },
      undefined,
      relative ? 'relative' : 'after',
      knowledge,
    ),
  ];
}

function mention(
  r: Reading & { start: number; next: number },
  after: ReturnType<typeof bodyAfterName>,
  position: TitleMention['position'],
  knowledge: Knowledge,
): TitleMention {
  const { title } = r;
  const bodyUnits = r.before.filter((u): u is BodyUnit => u.type === 'body');
  const named: { span: Span; bodies: readonly Body[] } | undefined = r.ofBody
    ? { span: { start: r.ofBody.start, end: r.ofBody.end }, bodies: r.ofBody.bodies }
    : bodyUnits.length
      ? { span: { start: bodyUnits[0]!.start, end: bodyUnits.at(-1)!.end }, bodies: bodyUnits.at(-1)!.bodies }
      : after && 'party' in after
        ? { span: after.span, bodies: knowledge.bodiesNamed(after.party).filter((b) => b.kind === 'state' || b.kind === 'territory') }
        : after
          ? { span: { start: after.start, end: after.end }, bodies: after.bodies }
          : undefined;
  const modifiers = r.before.flatMap((u) => (u.type === 'modifier' ? [{ span: { start: u.start, end: u.end }, word: u.word }] : []));
  if (title.prefix) modifiers.push({ span: { start: title.prefix.start, end: title.prefix.end }, word: title.prefix.word });
  if (title.suffix) modifiers.push({ span: { start: title.suffix.start, end: title.suffix.end }, word: title.suffix.word });
  const offices = r.foreign ? [] : named ? narrowed(title.offices, named.bodies, knowledge) : title.offices;
  const end = r.ofBody ? r.ofBody.end : title.end;
  return {
    span: { start: r.start, end },
    office: { start: title.start, end: title.suffix ? title.suffix.start : title.end },
    modifiers,
    ...(named ? { jurisdiction: named } : {}),
    offices: title.plural && position === 'before' ? [] : offices,
    position,
  };
}

/** The offices of these bodies, or of what lies in them; a party adjective or a city in a country narrows nothing away wrongly. */
function narrowed(offices: readonly Office[], bodies: readonly Body[], knowledge: Knowledge): readonly Office[] {
  const own = offices.filter((o) => bodies.includes(o.of));
  if (own.length) return own;
  const capitals = offices.filter((o) => bodies.some((b) => b.kind === 'city' && (o.of.capital === b.name || b.in === o.of.id)));
  if (capitals.length) return capitals;
  return offices.filter((o) =>
    bodies.some((b) => lies(o.of, b, knowledge) || (b.in !== undefined && knowledge.body(b.in) === o.of && b.kind === 'organisation')),
  );
}

function lies(inner: Body, outer: Body, knowledge: Knowledge): boolean {
  for (let b: Body | undefined = inner, depth = 0; b && depth < 4; b = b.in ? knowledge.body(b.in) : undefined, depth++)
    if (b === outer) return true;
  return false;
}
