import type { InlayHint } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  castOf,
  describeOffice,
  fold,
  holdsOn,
  inFile,
  judgedTitles,
  type Knowledge,
  longDate,
  type Mention,
  meant,
  type Person,
  type Placed,
  type Span,
} from '../core';
import { toPosition } from './convert';
import type { Verdict } from './drafts';

/** A name that the knowledge has and that is right on the draft's day. */
export interface Confirmed {
  readonly placed: Placed;
  readonly mention: Mention;
  readonly person: Person;
  /** True where a title stands with it, and fits. */
  readonly titled: boolean;
  /** In the file: the name, with the titles that fit; one span where only blanks are between them. */
  readonly spans: readonly Span[];
}

/** Every confirmed name of a draft, in the order of the text. Whatever leaves a doubt is left out: a missing mark says nothing. */
export function confirmedNames(verdict: Verdict, knowledge: Knowledge): Confirmed[] {
  return verdict.draft.paragraphs.flatMap((placed) =>
    placed.paragraph.mentions.flatMap((mention) => confirm(verdict, placed, mention, knowledge) ?? []),
  );
}

/**
 * One mention, confirmed; undefined where it carries a finding, can mean two people, is spelled in no listed way, or has a title that does not fit.
 * A title is confirmed with it only up to the day to which its rows were verified.
 */
export function confirm({ draft, findings }: Verdict, placed: Placed, mention: Mention, knowledge: Knowledge): Confirmed | undefined {
  const { text, sentences, verbatim } = placed.paragraph;
  const cast = castOf(draft, knowledge);
  const { people, by } = meant(mention, cast);
  const [person] = people;
  const written = text.slice(mention.name.start, mention.name.end);
  if (!person || people.length > 1 || by === 'surname' || !isRight(written, person, mention.form)) return undefined;
  if (mention.form === 'surname' && cast.strangers.has(fold(written))) return undefined;
  if (verbatim.some((v) => overlap(v, mention.span)) || goesOn.test(text.slice(mention.name.end))) return undefined;
  const whole = inFile(placed, mention.span);
  if (findings.some((f) => overlap(f.span, whole))) return undefined;
  const titles = judgedTitles(draft, knowledge).filter((t) => t.mention === mention && t.placed === placed);
  if (titles.some((t) => t.verdict.fit !== 'fits' && t.verdict.fit !== 'unknown')) return undefined;
  const fitting = titles.filter((t) => t.verdict.fit === 'fits' && !t.verdict.unverified && t.verdict.person === person);
  if (fitting.length === 0 && introducesStranger.test(text.slice(mention.name.end))) return undefined;
  const opening = sentences.find((s) => s.start <= mention.name.start && mention.name.start < s.end)?.start ?? 0;
  const parts = [mention.name, ...fitting.map(({ title: { span } }) => ({ start: Math.max(span.start, opening), end: span.end }))];
  parts.sort((a, b) => a.start - b.start);
  if (parts.some((p) => findings.some((f) => overlap(f.span, inFile(placed, p))))) return undefined;
  return { placed, mention, person, titled: fitting.length > 0, spans: joined(parts, text).map((p) => inFile(placed, p)) };
}

/** A capital word behind the name makes it another: "George Washington University", "Donald Trump Jr." */
const goesOn = /^ [\p{Lu}\p{N}]|^-\p{L}|^, (?:Jr|Sr|II|III)\b/u;
/** What follows a name that nobody is expected to know: an age, or "a teacher". */
const introducesStranger = /^, (?:an?\s|\d)/;

/** The spelling is one of those that the knowledge lists, letter by letter; it finds names without their accents and capitals, too. */
function isRight(written: string, person: Person, form: Mention['form']): boolean {
  const full = [person.name, ...person.also].map(plain);
  const name = plain(written);
  return form === 'full' ? full.includes(name) : name === plain(person.surname) || full.some((f) => f.endsWith(` ${name}`));
}

const plain = (name: string): string => name.normalize('NFC').replace(/[’‘]/g, "'").replace(/\s+/g, ' ');
const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Spans in order, those with nothing but blanks between them made one. */
function joined(spans: readonly Span[], text: string): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last && span.start <= last.end + 2 && text.slice(last.end, span.start).trim() === '')
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
}

/** "Donald Trump, on 7 August 2025 President of the United States". */
const described = ({ person }: Confirmed, { draft }: Verdict): string => {
  const held = person.tenures.filter((t) => holdsOn(t, draft.dateline.on)).map((t) => describeOffice(t.office, t.acting));
  return [person.name, ...(held.length ? [`on ${longDate(draft.dateline.on)} ${held.join(', ')}`] : [])].join(', ');
};

/** A tick behind each confirmed name. */
export function nameHints(document: TextDocument, verdict: Verdict, knowledge: Knowledge, within: Span): InlayHint[] {
  return confirmedNames(verdict, knowledge).flatMap((c) => {
    const { end } = inFile(c.placed, c.mention.name);
    if (end < within.start || end > within.end) return [];
    return [{ position: toPosition(document, end), label: '✓', paddingLeft: false, tooltip: `Confirmed: ${described(c, verdict)}.` }];
  });
}
