import { addDays, type CivilDate, longDate, weekdayName, weekdayOf } from '../../../calendar/civil-date';
import type { Paragraph } from '../../../draft/draft';
import { oncePerParagraph } from '../../../draft/once';
import { type Kind, type Said, sentenceOfOwn } from '../claim';
import { areOfOthers } from './settled';

interface Day {
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** It is told as to come. */
  readonly ahead: boolean;
  /** The day is named by its date or counted from the dateline, and with the hour of which one could be in doubt. */
  readonly night: boolean;
  readonly weekday: boolean;
}

const noun =
  '(?:meeting|summit|talks|vote|election|referendum|runoff|by-election|primary|trial|hearing|sentencing|verdict|arraignment|inquest|funeral|memorial service|burial|match|final|game|semi-?final|kick-off|race|bout|concert|wedding|launch|strike|walkout|ceremony|inauguration|debate|conference|opening|reopening|parade|festival|auction|merger|shareholder meeting|press conference|ban|curfew|ceasefire|truce)';
const ahead =
  '(?:will|is to|are to|is due to|are due to|is set to|are set to|is scheduled to|are scheduled to|is expected to|would) (?:be held|take place|begin|start|open|go ahead|take effect)|(?:is|are) (?:now )?(?:scheduled|set|planned|due|slated)(?: for| on| to take place on)?|begins|starts|opens|takes place';
const past = '(?:was|were) held|took place|began|started|opened|took effect|ended';
const held = new RegExp(`\\b(?:(${ahead})|(${past}))(?: (?:on|at|in|for|from|early|late|again|here|next|this))* `, 'g');
/** What stands before that: determiner, adjectives, noun, and what it is of. */
const subject = new RegExp(
  `\\b(?:[Tt]he|[Aa]n?|[Tt]heir|[Ii]ts|\\p{Lu}[\\p{L}’'-]{0,30}) ((?:(?!that |said |told |on |in )[\\p{L}’'–-]{1,30} ){0,3}?)(${noun})(?: (?:between|with|of|for|in|at|on) [^,.;:!?]{1,50}?)? $`,
  'u',
);
const other =
  /\b(?:first|second|third|next|previous|last|earlier|another|final round|follow-up|again|postponed|moved|delayed|rescheduled|brought forward|originally|initially|if|not|preliminary|or|until|each|every|annual|annually)\b/i;

function read(paragraph: Paragraph): Said<Day>[] {
  const out: Said<Day>[] = [];
  const { text, dates } = paragraph;
  if (dates.length === 0) return out;
  for (const date of dates) {
    if (date.from === undefined || date.until === undefined || addDays(date.from, 6) < date.until) continue;
    const sentence = sentenceOfOwn(paragraph, date.span);
    if (!sentence) continue;
    const near = Math.max(sentence.start, date.span.start - 90);
    const m = [...text.slice(near, date.span.start).matchAll(held)].at(-1);
    const sentenceText = text.slice(sentence.start, sentence.end);
    if (!m || other.test(sentenceText)) continue;
    const verb = { start: near + m.index, end: near + m.index + m[0].length };
    if (date.span.start > verb.end + 45 || /[,;]/.test(text.slice(verb.end, date.span.start))) continue;
    if (dates.some((d) => d.span.start >= verb.end && d.span.start < date.span.start)) continue;
    const from = Math.max(sentence.start, verb.start - 140);
    const what = subject.exec(text.slice(from, verb.start));
    if (!what || !sentenceOfOwn(paragraph, verb)) continue;
    const last = dates.find((d) => d !== date && d.span.start === date.span.end + 1 && d.parts.day !== undefined);
    // "the bail hearing" is not "the hearing"
    const sort = what[1]!
      .split(' ')
      .filter((w) => /^\p{Ll}{4}/u.test(w))
      .sort();
    out.push({
      key: [what[2]!.toLowerCase(), ...(/end/.test(m[2] ?? '') ? ['end'] : []), ...sort].join(' '),
      span: { start: from + what.index, end: date.span.end },
      sentence,
      value: {
        from: date.from,
        until: last?.until ?? date.until,
        ahead: m[1] !== undefined,
        night: /\b(?:night|evening|late|early|overnight|midnight|dawn|local time|GMT|UTC)\b/i.test(sentenceText),
        weekday: date.parts.day === undefined,
      },
    });
  }
  return out;
}

/** On which day something is, or was. */
export const days: Kind<Day> = {
  name: 'days',
  read: oncePerParagraph(read),
  alone: ({ from }) => from,
  clash(a, b, { days: later, dated }) {
    const [x, y] = [a.value, b.value];
    if (x.ahead !== y.ahead || (x.from <= y.until && y.from <= x.until)) return undefined;
    // without a day of its own a draft's weekdays cannot be placed
    if (!dated && x.weekday !== y.weekday) return undefined;
    if (x.night && y.night && addDays(x.until, 1) >= y.from && addDays(y.until, 1) >= x.from) return undefined;
    if (areOfOthers(a, b) || later > 0) return undefined;
    return { severity: 'warning', remedy: `${shown(x.from)} or ${shown(y.from)}: settle the day.` };
  },
};

const shown = (day: CivilDate): string => `${weekdayName(weekdayOf(day))}, ${longDate(day)}`;
