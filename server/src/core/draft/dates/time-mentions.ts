import type { Span } from '../../text/span';
import type { TimeMention, TimeParts } from '../draft';
import type { Phrase } from './phrase';
import type { Resolved } from './time-values';
import type { Tokens } from './tokens';

/** A phrase as the mention that goes into the paragraph; of a range two, its first day and its last. */
export function mentionsOf(t: Tokens, p: Phrase, r: Resolved): TimeMention[] {
  const whole: TimeMention = {
    span: { start: t.start[p.from]!, end: closed(t.text, t.start[p.from]!, t.end[p.to - 1]!) },
    kind: p.kind,
    ...(r.value === undefined ? {} : { value: r.value }),
    ...(r.from === undefined ? {} : { from: r.from }),
    ...(r.until === undefined ? {} : { until: r.until }),
    parts: partsOf(t, p, r.yearAssumed),
  };
  if (p.lastDayAt === undefined) return [whole];
  const { day: _day, daySpan: _span, lastDay: _last, ...shared } = whole.parts;
  const end: TimeMention = {
    span: { start: t.start[p.lastDayAt]!, end: whole.span.end },
    kind: 'date',
    ...(r.until === undefined ? {} : { value: r.until, from: r.until, until: r.until }),
    parts: { ...shared, day: p.lastDay!, daySpan: spanOf(t, p.lastDayAt) },
  };
  return [{ ...whole, span: { start: whole.span.start, end: t.end[p.dayAt!]! } }, end];
}

/** With the bracket that closes one inside: "Friday (Feb. 22)". */
function closed(text: string, start: number, end: number): number {
  const at = text.startsWith('.)', end) ? end + 1 : end;
  const c = text[at];
  if (c !== ')' && c !== ']') return end;
  return text.slice(start, end).includes(c === ')' ? '(' : '[') ? at + 1 : end;
}

const spanOf = (t: Tokens, i: number): Span => ({ start: t.start[i]!, end: t.end[i]! });

function partsOf(t: Tokens, p: Phrase, yearAssumed: boolean | undefined): TimeParts {
  return {
    ...(p.year === undefined ? {} : { year: p.year }),
    ...(p.month === undefined ? {} : { month: p.month }),
    ...(p.day === undefined ? {} : { day: p.day }),
    ...(p.weekday === undefined ? {} : { weekday: p.weekday }),
    ...(p.yearAt === undefined ? {} : { yearSpan: spanOf(t, p.yearAt) }),
    ...(p.monthAt === undefined ? {} : { monthSpan: spanOf(t, p.monthAt) }),
    ...(p.dayAt === undefined ? {} : { daySpan: spanOf(t, p.dayAt) }),
    ...(p.weekdayAt === undefined ? {} : { weekdaySpan: spanOf(t, p.weekdayAt) }),
    ...(yearAssumed ? { yearAssumed } : {}),
    ...(p.impossible ? { impossible: true } : {}),
    ...(p.either ? { either: p.either } : {}),
    ...(p.lastDay === undefined ? {} : { lastDay: p.lastDay }),
  };
}
