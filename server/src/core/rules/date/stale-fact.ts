import { addDays, type CivilDate, longDate, yearOf } from '../../calendar/civil-date';
import type { Paragraph } from '../../draft/draft';
import type { Knowledge, Occasion } from '../../knowledge/knowledge';
import type { Evidence, ParagraphRule, Report } from '../../lint/rule';
import { fold } from '../../text/fold';
import { lettered } from '../../text/letters';
import { overlaps, type Span } from '../../text/span';

export const staleFact: ParagraphRule = {
  id: 'date/stale-fact',
  scope: 'paragraph',
  summary: 'What a known event has overtaken: a prisoner since freed, a country since joined, "the first since" where there was one since.',
  rationale: 'Background paragraphs are copied from story to story, and nobody reads them again on the day the facts change.',
  severity: 'warning',
  quotes: 'skip',
  examples: {
    wrong: [
      { marked: 'His family asks when the ⟦release of Paul Whelan⟧ will come.' },
      { marked: 'The banks look for ⟦neutral ground, perhaps Stockholm⟧.' },
      { marked: 'It would be their first meeting ⟦since the 2018 Singapore summit⟧.' },
    ],
    stands: [
      'Stockholm, once neutral ground, was host to the talks of 2019.',
      'Paul Whelan, who was freed in 2024, is home.',
      'They look for neutral ground, perhaps Geneva.',
    ],
  },
  *check(paragraph, { dateline, knowledge }) {
    const low = dateline.from === 'today' ? { severity: 'info' as const } : {};
    for (const r of [
      ...captivesIn(paragraph, dateline.on, knowledge),
      ...firstSinceIn(paragraph, dateline.on, knowledge),
      ...neutralsIn(paragraph, dateline.on, knowledge),
      ...deadIn(paragraph, dateline.on),
    ])
      yield { ...r, ...low };
  },
};

const evidenceOf = (e: Occasion): readonly Evidence[] => [{ text: `${e.name}: ${longDate(e.on)}${e.after ? `; ${e.after}` : ''}` }];

const held =
  /\b(?:release of|free(?:ing)?|detained|detention|imprisoned|jailed|captive|captivity|held in|behind bars|hostages?|prisoners?|languish\w*)\b/i;
const isFree = /\b(?:freed|released|was|were|had|swapped|exchanged|former|ex-|after|since|until)\b/i;
const isNow = /\b(?:is|are|will|could|would|may|might|can|remains?|has|have|should|must)\b/i;

/** "When the release of Paul Whelan will come", after he was freed. */
function* captivesIn(paragraph: Paragraph, on: CivilDate, knowledge: Knowledge): Iterable<Report> {
  const { text } = paragraph;
  if (!held.test(text)) return;
  for (const s of paragraph.sentences) {
    const sentence = text.slice(s.start, s.end);
    if (!held.test(sentence) || isFree.test(sentence) || !isNow.test(sentence)) continue;
    const words = fold(sentence);
    for (const e of knowledge.events) {
      if (!/release|swap|freed|prison|hostage/.test(e.kind) || e.on >= on) continue;
      const name = e.people.map((id) => fold(knowledge.person(id)?.name ?? id)).find((n) => words.includes(n));
      if (name === undefined) continue;
      const all = [...sentence.matchAll(new RegExp(held, 'gi'))];
      // folding may change lengths; then the word alone is marked
      const at = words.length === sentence.length ? words.indexOf(name) : -1;
      const m = all.find((x) => x.index < at && at - x.index <= 80) ?? all[0]!;
      const [start, end] =
        at < 0 ? [m.index, m.index + m[0].length] : [Math.min(m.index, at), Math.max(at + name.length, m.index + m[0].length)];
      yield {
        span: { start: s.start + start, end: s.start + end },
        message: `Told as still held: ${e.name} was on ${longDate(e.on)}. Bring the sentence up to date.`,
        evidence: evidenceOf(e),
      };
      break;
    }
  }
}

const firstSince = lettered(
  () =>
    /\bfirst\b[^.;]{0,80}?\bsince (?:the |their |his |her )?((?:19|20)\d\d )?((?:[\p{Lu}][\p{L}.'’-]*,? ?){1,4})(summit|meeting|talks|visit)\b(?: (?:in|of) ((?:19|20)\d\d))?/giu,
);
const meetingKinds = /summit|meeting|visit|talks/;

/** "The first meeting since the 2018 Singapore summit", where the same people have met since. */
function* firstSinceIn(paragraph: Paragraph, on: CivilDate, knowledge: Knowledge): Iterable<Report> {
  if (!/\bsince\b/.test(paragraph.text) || !/\bfirst\b/i.test(paragraph.text)) return;
  for (const m of paragraph.text.matchAll(firstSince(paragraph.text))) {
    const year = Number(m[1] ?? m[4] ?? 0);
    const place = fold(m[2]!.trim());
    const meetings = knowledge.events.filter((e) => meetingKinds.test(e.kind) && e.on < on);
    const named = meetings.filter(
      (e) => (year === 0 || yearOf(e.on) === year) && fold([e.name, e.place ?? '', ...e.also].join(' ')).includes(place),
    );
    const base = named.length === 1 ? named[0]! : undefined;
    if (!base || base.people.length < 2) continue;
    const later = meetings.filter((e) => e.on > (base.until ?? base.on) && base.people.every((p) => e.people.includes(p))).at(-1);
    if (!later) continue;
    const start = m.index + m[0].search(/\bsince\b/i);
    yield {
      span: { start, end: m.index + m[0].length },
      message: `"${paragraph.text.slice(start, m.index + m[0].length)}" is not the last: ${later.name}${later.place ? ` (${later.place})` : ''} was on ${longDate(later.on)}. Change what it is the first since.`,
      evidence: [...evidenceOf(base), ...evidenceOf(later)],
    };
  }
}

const neutral = /\b(?:neutral|non-?aligned|militarily non-aligned|outside (?:of )?NATO)\b/gi;

/** "Neutral ground, perhaps Stockholm", after the country joined an alliance. */
function* neutralsIn(paragraph: Paragraph, on: CivilDate, knowledge: Knowledge): Iterable<Report> {
  const { text } = paragraph;
  for (const m of text.matchAll(neutral)) {
    const s = paragraph.sentences.find((x) => x.start <= m.index && m.index < x.end);
    if (!s) continue;
    const rest = text.slice(m.index, Math.min(s.end, m.index + 120));
    if (/\b(?:once|formerly|was|were|long|historically|traditionally|had been|until)\b/i.test(text.slice(s.start, m.index + 120))) continue;
    for (const place of rest.matchAll(/\p{Lu}[\p{L}-]+/gu)) {
      const ids = knowledge.bodiesNamed(place[0]).flatMap((b) => (b.in ? [b.id, b.in] : [b.id]));
      const joined = knowledge.events.find(
        (e) => /accession|enlargement|membership|joining/.test(e.kind) && e.on < on && ids.some((id) => concerns(e, id, knowledge)),
      );
      if (!joined) continue;
      const span: Span = { start: m.index, end: m.index + place.index + place[0].length };
      yield {
        span,
        message: `"${place[0]}" is named as neutral ground; ${joined.name} was on ${longDate(joined.on)}. Drop the word or the place.`,
        evidence: evidenceOf(joined),
      };
      break;
    }
  }
}

function concerns(e: Occasion, id: string, knowledge: Knowledge): boolean {
  const body = knowledge.body(id);
  return e.of === id || (body !== undefined && (fold(e.place ?? '').includes(fold(body.name)) || fold(e.name).includes(fold(body.name))));
}

const willDo =
  /^(?:,[^,.;]{1,60},)? (?:will (?!be (?:buried|remembered|honou?red|laid|cremated|interred)|lie )|plans to |intends to |is (?:expected|set|scheduled|due|slated) to (?!be (?:buried|remembered|honou?red|laid)))/;

/** Somebody who has died is told to be about to do something. */
function* deadIn(paragraph: Paragraph, on: CivilDate): Iterable<Report> {
  for (const m of paragraph.mentions) {
    const person = m.form === 'full' && m.people.length === 1 ? m.people[0]! : undefined;
    if (!person?.died || addDays(person.died, 30) >= on || !willDo.test(paragraph.text.slice(m.span.end, m.span.end + 110))) continue;
    if (paragraph.quotes.some((q) => overlaps(q, m.span))) continue;
    yield {
      span: m.span,
      message: `${person.name} died on ${longDate(person.died)} and is told of as to come. Bring the sentence up to date.`,
      evidence: [{ text: `${person.name} died on ${longDate(person.died)}` }],
    };
  }
}
