import { addMonths, type CivilDate, civilDate, daysBetween, daysInMonth, monthNames, monthOf, yearOf } from '../../calendar/civil-date';
import type { Paragraph } from '../../draft/draft';
import type { Knowledge, Occasion } from '../../knowledge/knowledge';
import { fold } from '../../text/fold';
import { lettered } from '../../text/letters';
import type { Span } from '../../text/span';

/** An event that the copy names: "the 2024 U.S. presidential election", "November's election", "the upcoming Olympics". */
export interface NamedOccasion {
  readonly span: Span;
  /** Where the sentence around it begins and ends. */
  readonly sentence: Span;
  /** The noun, in the singular and folded: election, summit, campaign … */
  readonly noun: string;
  /** "upcoming", "current" … among its adjectives. */
  readonly outlook?: { readonly word: string; readonly span: Span };
  /** The words that tell it from others of its kind, folded. */
  readonly qualifiers: readonly string[];
  readonly year?: number;
  readonly month?: number;
  /** The owner of "Trump's re-election bid". */
  readonly owner?: Span;
}

const nouns: Readonly<Record<string, string>> = {
  election: 'election',
  elections: 'election',
  referendum: 'referendum',
  primary: 'primary',
  primaries: 'primary',
  midterms: 'midterms',
  olympics: 'olympics',
  games: 'games',
  cup: 'cup',
  summit: 'summit',
  inauguration: 'inauguration',
  coronation: 'coronation',
  conclave: 'conclave',
  campaign: 'campaign',
  bid: 'campaign',
  race: 'campaign',
  convention: 'convention',
  championship: 'championship',
  championships: 'championship',
};
const nounPattern = new RegExp(`\\b(?:${Object.keys(nouns).join('|')})\\b`, 'gi');
const outlooks = /^(?:upcoming|forthcoming|impending|looming|approaching|coming|current|ongoing|active|present)$/i;
/** Adjectives of events, and what may stand among them in lower case. */
const adjective =
  /^(?:presidential|general|parliamentary|federal|national|local|snap|early|midterm|mid-term|legislative|legislature|mayoral|gubernatorial|state|european|regional|municipal|runoff|run-off|primary|papal|royal|summer|winter|world|men's|women's|re-election|reelection|election|electoral|leadership|special|second|first|next|this|the|a|an|year's|crucial|key|annual|brexit|independence|nato|presidency|senate|congressional)$/i;
const monthWord = new RegExp(`^(?:${monthNames.join('|')})$`, 'i');

/** The named events of a paragraph. Cheap where it names none: one scan for the nouns. */
export function occasionsIn(paragraph: Paragraph): readonly NamedOccasion[] {
  const { text } = paragraph;
  const found: NamedOccasion[] = [];
  for (const m of text.matchAll(nounPattern)) {
    const at = m.index;
    const sentence = paragraph.sentences.find((s) => s.start <= at && at < s.end);
    // "election officials", "summit meeting": the noun is an adjective there
    if (sentence && !(found.at(-1) && found.at(-1)!.span.end > at))
      found.push(phraseAround(text, sentence, at, at + m[0].length, nouns[m[0].toLowerCase()]!));
  }
  return found;
}

const lastWord = lettered(() => /([\p{L}\p{N}][\p{L}\p{N}.'’-]*) $/u);

function phraseAround(text: string, sentence: Span, at: number, end: number, noun: string): NamedOccasion {
  let start = at;
  let year: number | undefined;
  let month: number | undefined;
  let outlook: NamedOccasion['outlook'];
  let owner: Span | undefined;
  const qualifiers: string[] = [];
  for (let i = 0; i < 9; i++) {
    const word = lastWord(text).exec(text.slice(Math.max(sentence.start, start - 30), start));
    if (!word) break;
    const w = word[1]!;
    const from = start - word[0].length;
    const bare = w.replace(/['’]s?$/, '');
    if (/^(?:19|20)\d\d$/.test(w)) year = Number(w);
    else if (monthWord.test(bare) && /^[A-Z]/.test(w)) month = monthNames.findIndex((n) => n.toLowerCase() === bare.toLowerCase()) + 1;
    else if (outlooks.test(w)) outlook = { word: w.toLowerCase(), span: { start: from, end: from + w.length } };
    else if (/['’]s?$/.test(w) && /^\p{Lu}/u.test(w) && outlook) owner = { start: from, end: from + bare.length };
    else if (adjective.test(w)) {
      if (!/^(?:the|a|an|this|next|crucial|key|first|second|annual)$/i.test(w)) qualifiers.push(fold(w));
    } else if (/^\p{Lu}/u.test(w) && !(from === sentence.start && /^(?:In|On|At|Before|After|For|Ahead|With|As|But|And|By|If)$/.test(w)))
      qualifiers.push(fold(bare));
    else break;
    start = from;
    if (/^(?:the|a|an|this)$/i.test(w) || owner) break;
  }
  const after =
    /^,? (?:in|of|on) (?:(January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2},?)? ?)?((?:19|20)\d\d)?(?![\d,]\d)/.exec(
      text.slice(end, end + 40),
    );
  if (after && (after[1] || after[2])) {
    if (after[2]) year ??= Number(after[2]);
    if (after[1]) month ??= monthNames.indexOf(after[1] as (typeof monthNames)[number]) + 1;
    if (after[2]) end += after[0].trimEnd().length;
  }
  return {
    span: { start, end },
    sentence,
    noun,
    qualifiers,
    ...(outlook ? { outlook } : {}),
    ...(year ? { year } : {}),
    ...(month ? { month } : {}),
    ...(owner ? { owner } : {}),
  };
}

/** When a named event was or is: from its own year, or from the events that the knowledge has under that name. */
export interface Placing {
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly occasion?: Occasion;
}

/** An event within this many days behind the dateline is the one that a phrase without a year means. */
const RECENT = 360;
/** Events of which one word is enough: they do not come every year. "The upcoming NATO summit" may be the next one. */
const rare = /^(?:election|campaign|referendum|inauguration|coronation|conclave|midterms)$/;

/** Where the named event lies; undefined where it cannot be told, or where one is still to come within the reach of the phrase. */
export function placingOf(
  o: NamedOccasion,
  text: string,
  on: CivilDate,
  knowledge: Knowledge,
  home: readonly string[],
): Placing | undefined {
  // the day first: it costs nothing, and leaves few events whose names must be read
  const known = (near: (e: Occasion) => boolean): readonly Occasion[] =>
    matching(o, knowledge, home, near).filter((e) => home.length > 0 || namesBody(text, e, knowledge));
  if (o.year !== undefined) {
    const own = known((e) => yearOf(e.on) === o.year && (o.month === undefined || monthOf(e.on) === o.month));
    if (own.length === 1) return { from: own[0]!.on, until: own[0]!.until ?? own[0]!.on, occasion: own[0]! };
    if (o.month !== undefined)
      return { from: civilDate(o.year, o.month, 1)!, until: civilDate(o.year, o.month, daysInMonth(o.year, o.month))! };
    return { from: civilDate(o.year, 1, 1)!, until: civilDate(o.year, 12, 31)! };
  }
  if (!rare.test(o.noun)) return undefined;
  if (o.qualifiers.length === 0 && o.month === undefined && home.length === 0) return undefined;
  const past = known(
    (e) => (e.until ?? e.on) < on && (o.month === undefined || monthOf(e.on) === o.month) && daysBetween(e.on, on) <= RECENT,
  ).at(-1);
  if (!past) return undefined;
  const horizon = addMonths(on, 24);
  if (known((e) => e.on >= on && e.on < horizon).length > 0) return undefined;
  return { from: past.on, until: past.until ?? past.on, occasion: past };
}

/** True where the paragraph names the country or body that the event is of: there are elections everywhere. */
function namesBody(text: string, e: Occasion, knowledge: Knowledge): boolean {
  const body = e.of === undefined ? undefined : knowledge.body(e.of);
  if (!body) return true;
  return [body.name, ...body.also, ...body.adjectives, ...(body.capital ? [body.capital] : [])].some((name) => holdsWord(text, name));
}

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + word.length] ?? ' '];
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}

const kindNouns: Readonly<Record<string, readonly string[]>> = {
  campaign: ['election'],
  primary: ['primary', 'election'],
  midterms: ['midterm', 'election'],
  cup: ['cup'],
  games: ['games', 'olympics'],
};

/** Of the events that `near` lets through those that the phrase can mean, by day: noun and every qualifier are of the event's names, place or country. */
function matching(
  o: NamedOccasion,
  knowledge: Knowledge,
  home: readonly string[],
  near: (event: Occasion) => boolean,
): readonly Occasion[] {
  const wanted = kindNouns[o.noun] ?? [o.noun];
  return knowledge.events
    .filter((e) => {
      if (!near(e)) return false;
      const names = wordsOfEvent(e, knowledge);
      if (!wanted.some((n) => names.has(n) || names.has(`${n}s`) || e.kind === n)) return false;
      if (o.noun === 'campaign' && !names.has('presidential') && !o.qualifiers.some((q) => names.has(q))) return false;
      if (home.length > 0 && !(e.of !== undefined && home.includes(e.of))) return false;
      return o.qualifiers.every((q) => names.has(q) || names.has(q.replace(/\./g, '')) || /^(?:re-?election|election|electoral)$/.test(q));
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

const eventWords = new WeakMap<Occasion, ReadonlySet<string>>();
function wordsOfEvent(e: Occasion, knowledge: Knowledge): ReadonlySet<string> {
  let words = eventWords.get(e);
  if (!words) {
    const body = e.of === undefined ? undefined : knowledge.body(e.of);
    const names = [e.name, ...e.also, e.place ?? '', ...(body ? [body.name, ...body.also, ...body.adjectives] : [])];
    words = new Set(
      names.flatMap((n) => [
        ...fold(n).split(/[\s,]+/),
        ...fold(n)
          .replace(/\./g, '')
          .split(/[\s,]+/),
      ]),
    );
    eventWords.set(e, words);
  }
  return words;
}
