import { addDays, type CivilDate, dayOf, longDate, monthOf, yearOf } from '../../calendar/civil-date';
import type { Mention, Paragraph } from '../../draft/draft';
import type { Report } from '../../lint/rule';
import { lettered } from '../../text/letters';
import type { Span } from '../../text/span';

/** Whole years from the day of birth to the day. */
export const ageOn = (born: CivilDate, on: CivilDate): number =>
  yearOf(on) - yearOf(born) - (monthOf(on) * 100 + dayOf(on) < monthOf(born) * 100 + dayOf(born) ? 1 : 0);

const afterName = /^, (?:aged )?(\d{1,3})(?=,|\.| who\b)/;
const bornIn = lettered(() => /(?:\p{Lu}[\p{L}'’-]+), (?:aged )?(\d{1,3}), (?:who )?(?:was|is) born (?:on|in) /gu);

/** Ages that a date of birth contradicts: one in the same sentence, or one that the knowledge has for a person named in full. */
export function* agesIn(paragraph: Paragraph, on: CivilDate): Iterable<Report> {
  yield* fromCopy(paragraph, on);
  if (!/, (?:aged )?\d{2}[,.]/.test(paragraph.text)) return;
  for (const m of paragraph.mentions) yield* fromKnowledge(paragraph, m, on);
}

function* fromCopy(paragraph: Paragraph, on: CivilDate): Iterable<Report> {
  const { text } = paragraph;
  for (const m of text.matchAll(bornIn(text))) {
    const end = m.index + m[0].length;
    const birth = paragraph.dates.find((d) => d.span.start === end);
    if (birth?.parts.year === undefined || !birth.from || !birth.until || isPast(paragraph, m.index)) continue;
    const said = Number(m[1]);
    const [least, most] = [ageOn(birth.until, on), ageOn(birth.from, on)];
    if (said >= least && said <= most) continue;
    yield found(
      text,
      spanOf(text, m.index, m[1]!),
      said,
      most,
      birth.from === birth.until ? `born on ${longDate(birth.from)}` : `born in ${birth.parts.year}`,
      on,
    );
  }
}

function* fromKnowledge(paragraph: Paragraph, m: Mention, on: CivilDate): Iterable<Report> {
  const person = m.form === 'full' && m.people.length === 1 ? m.people[0] : undefined;
  if (!person?.born || person.died) return;
  const { text } = paragraph;
  const age = afterName.exec(text.slice(m.name.end, m.name.end + 16));
  if (!age || isPast(paragraph, m.name.end)) return;
  const said = Number(age[1]);
  const right = ageOn(person.born, on);
  // within a week of the birthday the story may have been written before it
  const near = [-7, 7].some((days) => ageOn(person.born!, addDays(on, days)) === said);
  if (said === right || near || said < 15) return;
  yield found(text, spanOf(text, m.name.end, age[1]!), said, right, `${person.name} was born on ${longDate(person.born)}`, on);
}

/** True where the sentence tells of a death or of another year: the age may be that of then. */
function isPast(paragraph: Paragraph, at: number): boolean {
  const s = paragraph.sentences.find((x) => x.start <= at && at < x.end);
  const sentence = paragraph.text.slice(s?.start ?? 0, s?.end);
  return /\b(?:died|dies|death|killed|late|buried|then|when|obituary)\b/i.test(sentence);
}

const spanOf = (text: string, from: number, digits: string): Span => {
  const start = text.indexOf(digits, from);
  return { start, end: start + digits.length };
};

const found = (text: string, span: Span, said: number, right: number, because: string, on: CivilDate): Report => ({
  span,
  message: `"${text.slice(span.start, span.end)}": ${because}, which makes ${right} on ${longDate(on)}, not ${said}. Check the age.`,
  evidence: [{ text: because }],
  fixes: [{ title: `Change "${said}" to "${right}"`, edits: [{ span, text: String(right) }], confidence: 'judgement' }],
});
