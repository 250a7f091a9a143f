import { addDays } from '../../calendar/civil-date';
import type { Draft, Paragraph, Placed } from '../../draft/draft';
import type { Severity } from '../../lint/rule';
import { fold } from '../../text/fold';
import { overlaps, type Span } from '../../text/span';
import type { Pair } from './stories';

/** Something that a paragraph says and that another draft could say otherwise. Spans count in the paragraph. */
export interface Said<T> {
  /** What it speaks of: claims of one key can be held against one another. */
  readonly key: string;
  readonly span: Span;
  /** The sentence around it. */
  readonly sentence: Span;
  readonly value: T;
}

/** The same, in its place. */
export interface Claim<T> extends Said<T> {
  readonly draft: Draft;
  readonly placed: Placed;
}

/** Two claims that cannot both be true. */
export interface Clash {
  readonly severity: Severity;
  /** What to do about it; "Find out which holds." where nothing is said. */
  readonly remedy?: string;
  /** The end that most likely holds, where one does: there it is only mentioned. */
  readonly firmer?: 'a' | 'b';
}

/** A kind of claim: how it is read, and when two of them contradict each other. */
export interface Kind<T> {
  readonly name: string;
  /** Looks at nothing but the paragraph. */
  read(paragraph: Paragraph): readonly Said<T>[];
  /** What it is told by within a draft, where a draft that says two things about a key has two things in mind and is left alone. */
  readonly alone?: (value: T) => string;
  /** `a` stands in the draft that is dated first. Nothing where both can be true. */
  clash(a: Claim<T>, b: Claim<T>, pair: Pair): Clash | undefined;
}

export const textOf = (claim: Claim<unknown>): string => claim.placed.paragraph.text.slice(claim.span.start, claim.span.end);
export const sentenceOf = (claim: Claim<unknown>): string => claim.placed.paragraph.text.slice(claim.sentence.start, claim.sentence.end);

interface Found {
  readonly m: RegExpMatchArray;
  readonly span: Span;
  readonly sentence: Span;
}

/** All matches of a pattern that stand in the writer's own words, inside one sentence that asks nothing. */
export function* own(paragraph: Paragraph, pattern: RegExp): Generator<Found> {
  for (const m of paragraph.text.matchAll(pattern)) {
    const span = { start: m.index, end: m.index + m[0].length };
    const sentence = sentenceOfOwn(paragraph, span);
    if (sentence) yield { m, span, sentence };
  }
}

/** The sentence around a span of the writer's own words; nothing for what is quoted, asked, or no sentence's. */
export function sentenceOfOwn({ text, sentences, quotes, verbatim }: Paragraph, span: Span): Span | undefined {
  if (quotes.some((q) => q.start <= span.start && span.start < q.end) || verbatim.some((v) => overlaps(v, span))) return undefined;
  const sentence = sentences.find((s) => s.start <= span.start && span.start < s.end) ?? { start: 0, end: text.length };
  return span.end <= sentence.end && !text.slice(sentence.start, sentence.end).trimEnd().endsWith('?') ? sentence : undefined;
}

const doubtful =
  /\b(?:if|unless|whether|should|would|could|might|may|hopes?|hoped|hoping|wants?|wanted|expects?|expected|rumou?rs?|rumou?red|denied|denies|false|untrue|incorrect|wrongly|mistakenly|initially|originally|previously|at first|had earlier)\b|\b(?:until|till|once|before|after|as soon as|when)\b[^,;]*$/i;

/** True where the words before a claim in its sentence make it a condition, a wish, a rumour or something that was said before and is no more. */
export const isDoubtful = (text: string, span: Span, sentence: Span): boolean => doubtful.test(text.slice(sentence.start, span.start));

/** True where the sentence of a claim speaks of a day well before the draft's own: it tells of something else, long past. */
export function isHistory({ placed, sentence, draft }: Claim<unknown>): boolean {
  const old = addDays(draft.dateline.on, -10);
  return placed.paragraph.dates.some((d) => overlaps(d.span, sentence) && d.until !== undefined && d.until < old);
}

/** The one stretch of days, of at most a week, that some dates name; nothing where they name several, or none. */
function oneStretch(dates: Paragraph['dates']): Span | undefined {
  let from: string | undefined;
  let until: string | undefined;
  for (const d of dates) {
    if (d.from === undefined || d.until === undefined || addDays(d.from, 7) < d.until) continue;
    if (from !== undefined && d.from !== from) return undefined;
    from = d.from;
    until = d.until;
  }
  return from === undefined ? undefined : { start: Number(from.replace(/-/g, '')), end: Number(until!.replace(/-/g, '')) + 1 };
}

/** The days that the sentence of a claim names; where it names none, those of the draft's opening paragraph. */
function daysOf({ draft, placed, sentence }: Claim<unknown>): Span | undefined {
  const near = placed.paragraph.dates.filter((d) => overlaps(d.span, sentence) && d.from !== undefined);
  if (near.length > 0) return oneStretch(near);
  const opening = draft.paragraphs.find((p) => p.paragraph.kind === 'prose');
  return opening && oneStretch(opening.paragraph.dates);
}

const where =
  /\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]n|[Oo]utside|[Oo]ff|[Aa]long|[Ii]nside|[Aa]cross|(?:town|city|village|suburb|district|province|region|port|state|island) of) (?:the |a |an )?(?:[a-z]+ ){0,2}?(\p{Lu}[\p{L}\d’'.-]{0,30}(?:[ -]\p{Lu}[\p{L}\d’'-]{0,30})*)/gu;
const calendar =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\b/;

function placesIn(text: string): string[] {
  return [...text.matchAll(where)].map((m) => m[1]!.replace(/(?:[’']s|\.)$/, '')).filter((name) => !calendar.test(name));
}

/** True where two claims tell of different events of one kind: their days differ, or each names a place of which the other draft knows nothing. */
export const isElsewhere = (a: Claim<unknown>, b: Claim<unknown>): boolean =>
  areOfOtherDays(a, b) || (isStrange(placesOf(a), b.draft) && isStrange(placesOf(b), a.draft));

/** The same for figures, which one place has and a wider one has not: there a place that the other draft does not name is enough, or one that the other sentence does not. */
export function isOfAnother(a: Claim<unknown>, b: Claim<unknown>): boolean {
  if (areOfOtherDays(a, b)) return true;
  const [x, y] = [placesOf(a), placesOf(b)];
  if (x.length > 0 && y.length > 0 && !x.some((p) => y.some((q) => p.includes(q) || q.includes(p)))) return true;
  if (isStrange(x, b.draft) || isStrange(y, a.draft)) return true;
  // "in Leeds" is not "in Leeds and Bradford"
  if (listOf(a) !== listOf(b)) return true;
  // "on the M1 near Leeds", "on the M62 near Leeds"
  return x.some((p) => !b.draft.text.includes(p)) && y.some((p) => !a.draft.text.includes(p));
}

/** Two places or more that a sentence takes together. */
const listOf = (claim: Claim<unknown>): string =>
  /\b[Ii]n (\p{Lu}[\p{L}’'-]{0,30}(?:, \p{Lu}[\p{L}’'-]{0,30}){0,4},? and \p{Lu}[\p{L}’'-]{0,30})/u.exec(sentenceOf(claim))?.[1] ?? '';

function areOfOtherDays(a: Claim<unknown>, b: Claim<unknown>): boolean {
  const [x, y] = [daysOf(a), daysOf(b)];
  return x !== undefined && y !== undefined && !overlaps(x, y);
}

const placesOf = (claim: Claim<unknown>): string[] => placesIn(sentenceOf(claim));

/** Not one of these places stands in the draft. */
const isStrange = (places: readonly string[], draft: Draft): boolean => places.length > 0 && !places.some((p) => draft.text.includes(p));

/** Words of a phrase that are written with a capital, folded, possessives off. */
export const capitals = (phrase: string): string[] =>
  (phrase.match(/\p{Lu}[\p{L}.’'-]{0,30}/gu) ?? []).map((w) => fold(w.replace(/[’']s?$/, '').replace(/\.$/, '')));
