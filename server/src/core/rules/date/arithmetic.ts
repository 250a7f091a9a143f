import { type CivilDate, longDate, type Weekday, weekdayName, weekdayNames, yearOf } from '../../calendar/civil-date';
import type { Paragraph } from '../../draft/draft';
import type { Fix, ParagraphRule, Report } from '../../lint/rule';
import { type Span, slice } from '../../text/span';
import { numberPattern, spelledNumber } from '../../text/spelled-number';
import { agesIn } from './ages';

export const arithmetic: ParagraphRule = {
  id: 'date/arithmetic',
  scope: 'paragraph',
  summary: 'Ages, anniversaries, terms and "years ago" that do not add up.',
  rationale: 'A reader with a pencil finds it in a second, and then checks the rest.',
  severity: 'warning',
  quotes: 'skip',
  examples: {
    wrong: [
      { marked: 'The wall fell ⟦30 years ago, in 1989⟧.' },
      {
        marked: 'In his ⟦nine years in office (2011-2016)⟧ he signed one law.',
        becomes: 'In his five years in office (2011-2016) he signed one law.',
      },
      {
        marked: 'Crowds marked the ⟦20th anniversary of the 2001⟧ attacks.',
        becomes: 'Crowds marked the 24th anniversary of the 2001 attacks.',
      },
      { marked: 'On ⟦Thursday, two days after Monday’s⟧ vote, he left.', becomes: 'On Thursday, three days after Monday’s vote, he left.' },
      { marked: 'Ada Norr, ⟦34⟧, was born on 3 May 1985.', becomes: 'Ada Norr, 40, was born on 3 May 1985.' },
    ],
    stands: [
      'The wall fell nearly 36 years ago, in 1989.',
      'In her nine years in office (2011-2020) she signed one law.',
      'Crowds marked the 24th anniversary of the 2001 attacks.',
      'On Thursday, three days after Monday’s vote, he left.',
      'Ada Norr, 40, was born on 3 May 1985.',
    ],
  },
  *check(paragraph, { dateline }) {
    const { text } = paragraph;
    if (text.includes('year')) yield* spansIn(paragraph);
    if (/ days? (?:after|before) /.test(text)) yield* weekdaysIn(paragraph);
    if (dateline.from === 'today') return;
    if (text.includes(' ago')) yield* agoIn(paragraph, dateline.on);
    if (text.includes(' anniversary of ')) yield* anniversariesIn(paragraph, dateline.on);
    yield* agesIn(paragraph, dateline.on);
  },
};

const change = (text: string, span: Span, to: string): Fix => ({
  title: `Change "${slice(text, span)}" to "${to}"`,
  edits: [{ span, text: to }],
  confidence: 'judgement',
});
const small = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
/** A number in the form of the one written: words stay words up to nine, as newspapers count. */
const likeWritten = (written: string, n: number): string => (/\d/.test(written) || n > 9 ? String(n) : small[n]!);

const hedge =
  /\b(?:nearly|almost|about|around|roughly|some|approximately|more than|over|less than|under|barely|at least|up to|close to|just)\b[^,]{0,12}$/i;

/** "30 years ago, in 1995". */
function* agoIn(paragraph: Paragraph, on: CivilDate): Iterable<Report> {
  const { text, dates } = paragraph;
  for (let i = 0; i + 1 < dates.length; i++) {
    const [a, b] = [dates[i]!, dates[i + 1]!];
    const between = text.slice(a.span.end, b.span.start);
    if (!/^, (?:on |in |back in )?$|^ \((?:in )?$|^ in $/.test(between)) continue;
    const ago = /\bago$/.test(slice(text, a.span)) ? a : /\bago$/.test(slice(text, b.span)) ? b : undefined;
    const date = ago === a ? b : a;
    if (!ago || date.parts.year === undefined || !date.from || !ago.value) continue;
    const span = { start: a.span.start, end: b.span.end };
    const said = slice(text, ago.span);
    const loose =
      hedge.test(text.slice(Math.max(0, ago.span.start - 24), ago.span.start)) ||
      /^(?:nearly|almost|about|around|roughly|some|just|barely|a decade|\w+ decades)\b/i.test(said);
    const years = yearOf(on) - date.parts.year;
    const n = ago.kind === 'year' ? yearOf(on) - Number(ago.value.slice(0, 4)) : undefined;
    if (n === undefined || n < 1 || years < 0) continue;
    const slack = loose ? Math.max(2, Math.round(n * 0.2)) : 0;
    if (n <= years + slack && n >= years - 1 - slack) continue;
    yield {
      span,
      message: `"${slice(text, span)}": ${longDate(on)} is ${years} years after ${date.parts.year}, not ${n}. Check the figure or the year.`,
      evidence: [{ text: `${yearOf(on)} - ${date.parts.year} = ${years}` }],
      fixes: numberFix(text, ago.span, years),
    };
  }
}

function numberFix(text: string, span: Span, n: number): Fix[] {
  const m = new RegExp(`\\b(?:${numberPattern})\\b`, 'i').exec(slice(text, span));
  return m ? [change(text, { start: span.start + m.index, end: span.start + m.index + m[0].length }, likeWritten(m[0], n))] : [];
}

const inBrackets = new RegExp(`\\b(${numberPattern})([- ]years?)\\b((?: [\\p{L}'’]+){0,4}),? \\((\\d{4}) ?[-–] ?(\\d{4}|\\d\\d)\\)`, 'giu');
const fromTo = new RegExp(`\\b(${numberPattern})( years?)((?: [\\p{L}'’]+){0,3}),? from (\\d{4}) (?:to|until|through) (\\d{4})\\b`, 'giu');

/** "nine years in office (2011-2016)", "served five years, from 2010 to 2015". */
function* spansIn({ text }: Paragraph): Iterable<Report> {
  // both patterns are long, and most texts have no such years
  for (const pattern of [...(/\(\d{4}/.test(text) ? [inBrackets] : []), ...(/ from \d{4} /i.test(text) ? [fromTo] : [])]) {
    for (const m of text.matchAll(pattern)) {
      const n = spelledNumber(m[1]!);
      const from = Number(m[4]);
      const until = m[5]!.length === 2 ? from - (from % 100) + Number(m[5]) : Number(m[5]);
      const years = until - from;
      if (
        n === undefined ||
        years < 0 ||
        from < 1000 ||
        Math.abs(years - n) <= 1 ||
        hedge.test(text.slice(Math.max(0, m.index - 24), m.index))
      )
        continue;
      const span = { start: m.index, end: m.index + m[0].length };
      yield {
        span,
        message: `"${m[0]}": from ${from} to ${until} is ${years} years, not ${n}. Check the figure or the years.`,
        evidence: [{ text: `${until} - ${from} = ${years}` }],
        fixes: [change(text, { start: m.index, end: m.index + m[1]!.length }, likeWritten(m[1]!, years))],
      };
    }
  }
}

const ordinalWords = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const anniversary =
  /\b(\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) anniversary of (?:the|its|his|her|their|a) ((?:1\d|20)\d\d)\b/gi;

/** "the 20th anniversary of the 2001 attacks", in a sentence that names no other year. */
function* anniversariesIn(paragraph: Paragraph, on: CivilDate): Iterable<Report> {
  const { text } = paragraph;
  for (const m of text.matchAll(anniversary)) {
    const n = /^\d/.test(m[1]!) ? Number.parseInt(m[1]!, 10) : ordinalWords.indexOf(m[1]!.toLowerCase());
    const years = yearOf(on) - Number(m[2]);
    const s = paragraph.sentences.find((x) => x.start <= m.index && m.index < x.end);
    const others = (text.slice(s?.start ?? 0, s?.end).match(/\b(?:1[6-9]|20)\d\d\b/g) ?? []).length;
    if (
      years <= 0 ||
      Math.abs(years - n) <= 1 ||
      others > 1 ||
      /\b(?:last|next|previous|had|ago|earlier|later)\b/i.test(text.slice(s?.start ?? 0, s?.end))
    )
      continue;
    const span = { start: m.index, end: m.index + m[0].length };
    const tail =
      years % 10 === 1 && years % 100 !== 11
        ? 'st'
        : years % 10 === 2 && years % 100 !== 12
          ? 'nd'
          : years % 10 === 3 && years % 100 !== 13
            ? 'rd'
            : 'th';
    yield {
      span,
      message: `"${m[0]}": ${yearOf(on)} is ${years} years after ${m[2]}, not ${n}. Check the figure or the year.`,
      evidence: [{ text: `${yearOf(on)} - ${m[2]} = ${years}` }],
      fixes: [change(text, { start: m.index, end: m.index + m[1]!.length }, `${years}${tail}`)],
    };
  }
}

const apart = new RegExp(
  `\\b(${weekdayNames.join('|')}),? (${numberPattern}) days? (after|before) (?:last |this )?(${weekdayNames.join('|')})\\b(?:['’]s)?`,
  'g',
);

/** "Thursday, two days after Monday's vote". */
function* weekdaysIn({ text }: Paragraph): Iterable<Report> {
  for (const m of text.matchAll(apart)) {
    const n = spelledNumber(m[2]!);
    const [a, b] = [
      weekdayNames.indexOf(m[1] as (typeof weekdayNames)[number]),
      weekdayNames.indexOf(m[4] as (typeof weekdayNames)[number]),
    ];
    if (n === undefined || n > 6) continue;
    const days = m[3] === 'after' ? (a - b + 7) % 7 : (b - a + 7) % 7;
    if (days === n % 7) continue;
    const span = { start: m.index, end: m.index + m[0].length };
    const at = m.index + m[1]!.length + (text[m.index + m[1]!.length] === ',' ? 2 : 1);
    yield {
      span,
      message: `"${m[0]}": ${weekdayName((a + 1) as Weekday)} is ${days === 0 ? 7 : days} days ${m[3]} ${weekdayName((b + 1) as Weekday)}, not ${n}. Check the figure or the day.`,
      evidence: [],
      fixes: [change(text, { start: at, end: at + m[2]!.length }, likeWritten(m[2]!, days === 0 ? 7 : days))],
    };
  }
}
