import { readDecade, readMonth, readWeekday, readYear } from './bare-times';
import { readDate } from './calendar-dates';
import { readClock, withClock } from './clock-times';
import { holidayAt } from './holidays';
import { Anchor, Edge, Kind, Prep, Shift, Unit } from './lexicon';
import { isYear, readAnchor, readOrdinal, readSeason } from './named-times';
import { readOffset } from './offsets';
import { gapAt, is, kindAt, type Phrase, valueAt } from './phrase';
import { readShift, readUnit } from './relative-times';
import { Gap, type Tokens } from './tokens';

/** The time expression that begins at token i, by what its first word is; undefined where none does. */
export function phraseAt(t: Tokens, i: number): Phrase | undefined {
  switch (t.kind[i]!) {
    case Kind.weekday:
    case Kind.weekdayShort:
      return readWeekday(t, i);
    case Kind.month:
    case Kind.monthShort:
      return timed(t, readDate(t, i, 0)) ?? readMonth(t, i);
    case Kind.number:
      return timed(t, readDate(t, i, 0)) ?? onDay(t, readClock(t, i)) ?? readOffset(t, i) ?? periodOf(t, readYear(t, i));
    case Kind.ordinal:
      return timed(t, readDate(t, i, 0)) ?? readOrdinal(t, i);
    case Kind.article:
      return bareDay(t, i) ?? readOffset(t, i) ?? definite(t, i);
    case Kind.count:
      return readOffset(t, i);
    case Kind.shift:
      return readShift(t, i);
    case Kind.unit:
      return dayBeside(t, i) ?? readUnit(t, i);
    case Kind.season:
      return readSeason(t, i);
    case Kind.anchor:
      return readAnchor(t, i);
    case Kind.decade:
      return readDecade(t, i);
    case Kind.dayPart:
    case Kind.clock:
      return onDay(t, readClock(t, i));
    case Kind.holiday:
      return readHoliday(t, i);
    case Kind.thence:
      return sinceThen(t, i);
    case Kind.fiscal:
      return readFiscal(t, i);
    case Kind.quarterCode:
      return {
        kind: 'quarter',
        from: i,
        quarter: valueAt(t, i),
        ...(isYear(t, i + 1) ? { to: i + 2, year: valueAt(t, i + 1), yearAt: i + 1 } : { to: i + 1 }),
      };
    default:
      return undefined;
  }
}

const timed = (t: Tokens, p: Phrase | undefined): Phrase | undefined => (p ? withClock(t, p) : undefined);

/** The day that follows a time: "10 p.m. Wednesday", "5 p.m. EST Nov. 9", "noon on Thursday". */
function onDay(t: Tokens, clock: Phrase | undefined): Phrase | undefined {
  if (!clock) return undefined;
  const on = is(t, clock.to, Kind.prep, Prep.on) ? clock.to + 1 : clock.to;
  const g = gapAt(t, clock.to);
  if (g !== Gap.space && g !== Gap.comma) return clock;
  const k = kindAt(t, on);
  const time = clock.clock === undefined ? {} : { clock: clock.clock };
  const flag = clock.impossible ? { impossible: true } : {};
  const day =
    k === Kind.weekday || k === Kind.weekdayShort
      ? readWeekday(t, on)
      : k === Kind.month || k === Kind.monthShort || k === Kind.number || k === Kind.ordinal
        ? readDate(t, on, 0)
        : undefined;
  if (day && (day.day !== undefined || day.weekday !== undefined)) return { ...day, from: clock.from, ...time, ...flag };
  if (k === Kind.anchor && valueAt(t, on) <= Anchor.tomorrow) return { ...readAnchor(t, on)!, from: clock.from, ...time, ...flag };
  return clock;
}

/** "the 12th" alone, after "on" and the like. */
function bareDay(t: Tokens, i: number): Phrase | undefined {
  if (valueAt(t, i) !== 1 || kindAt(t, i + 1) !== Kind.ordinal) return undefined;
  const p = readDate(t, i, 0);
  if (!p || p.month !== undefined) return p;
  return kindAt(t, i - 1) === Kind.prep &&
    (valueAt(t, i - 1) === Prep.on || valueAt(t, i - 1) === Prep.by || valueAt(t, i - 1) === Prep.until)
    ? p
    : undefined;
}

/** "the year 2000"; "the past", "the future". */
function definite(t: Tokens, i: number): Phrase | undefined {
  if (valueAt(t, i) !== 1) return undefined;
  if (is(t, i + 1, Kind.unit, 5) && gapAt(t, i + 2) === Gap.space && isYear(t, i + 2))
    return { kind: 'year', from: i, to: i + 3, year: valueAt(t, i + 2), yearAt: i + 2 };
  const past = is(t, i + 1, Kind.shift, Shift.past);
  const next = kindAt(t, i + 2);
  if (
    past &&
    gapAt(t, i + 1) === Gap.space &&
    ((is(t, i - 1, Kind.prep, Prep.in) && (next === Kind.none || next === Kind.shift)) ||
      gapAt(t, i + 2) !== Gap.space ||
      next === Kind.prep ||
      next >= Kind.future ||
      next === Kind.and)
  )
    return { kind: 'relative', from: i, to: i + 2, unit: 0 };
  return undefined;
}

/** "until then", "since then". */
function sinceThen(t: Tokens, i: number): Phrase | undefined {
  const prep = kindAt(t, i - 1) === Kind.prep && gapAt(t, i) === Gap.space ? valueAt(t, i - 1) : 0;
  return prep === Prep.until || prep === Prep.by
    ? { kind: 'relative', from: i, to: i + 1, unit: Unit.day, steps: 0, anaphoric: true }
    : undefined;
}

/** "fiscal 1989", "the fiscal year", "fiscal second-quarter". */
function readFiscal(t: Tokens, i: number): Phrase | undefined {
  if (gapAt(t, i + 1) !== Gap.space) return undefined;
  if (isYear(t, i + 1)) return { kind: 'year', from: i, to: i + 2, year: valueAt(t, i + 1), yearAt: i + 1 };
  if (is(t, i + 1, Kind.unit, 5) && isYear(t, i + 2)) return { kind: 'year', from: i, to: i + 3, year: valueAt(t, i + 2), yearAt: i + 2 };
  const q = kindAt(t, i + 1) === Kind.ordinal ? readOrdinal(t, i + 1) : undefined;
  if (q) return { ...q, from: i };
  return is(t, i + 1, Kind.unit, Unit.year) && is(t, i - 1, Kind.article, 1)
    ? { kind: 'year', from: i, to: i + 2, unit: Unit.year, steps: 0 }
    : undefined;
}

/** "the 1989 quarter", "the 1988 third quarter", "the 1989 period" */
function periodOf(t: Tokens, p: Phrase | undefined): Phrase | undefined {
  if (!p || gapAt(t, p.to) !== Gap.space) return p;
  const q = kindAt(t, p.to) === Kind.ordinal ? readOrdinal(t, p.to) : undefined;
  return q && q.kind === 'quarter' && q.year === undefined ? { ...q, from: p.from, year: p.year!, yearAt: p.yearAt! } : p;
}

function readHoliday(t: Tokens, i: number): Phrase | undefined {
  const h = holidayAt(t.text, t.start[i]!);
  if (!h) return undefined;
  let to = i + 1;
  while (to < t.count && t.start[to]! < h.end) to++;
  const shifted = kindAt(t, i - 1) === Kind.shift && gapAt(t, i) === Gap.space ? valueAt(t, i - 1) : 0;
  const shift = shifted === Shift.last ? -1 : shifted === Shift.this ? 0 : shifted === Shift.next ? 1 : undefined;
  const year = isYear(t, to) && (gapAt(t, to) === Gap.space || gapAt(t, to) === Gap.comma);
  return {
    kind: 'holiday',
    from: shift === undefined ? i : i - 1,
    to: year ? to + 1 : to,
    holiday: h.index,
    ...(year ? { year: valueAt(t, to), yearAt: to } : {}),
    ...(shift === undefined ? {} : { shift }),
  };
}

/** "the day before yesterday", "the day after Christmas": the word day stands at i. */
function dayBeside(t: Tokens, i: number): Phrase | undefined {
  if (valueAt(t, i) !== Unit.day || gapAt(t, i + 1) !== Gap.space || gapAt(t, i + 2) !== Gap.space) return undefined;
  const move = is(t, i + 1, Kind.prep, Prep.before) ? -1 : is(t, i + 1, Kind.prep, Prep.after) ? 1 : 0;
  const inner = move === 0 || kindAt(t, i + 2) === Kind.unit ? undefined : phraseAt(t, i + 2);
  const isDay = inner && (inner.day !== undefined || inner.weekday !== undefined || inner.holiday !== undefined || inner.unit === Unit.day);
  if (isDay) return { ...inner, kind: 'relative', from: i, move };
  if (move === 0 || !is(t, i - 1, Kind.article, 1) || kindAt(t, i + 2) === Kind.number) return undefined;
  // "Oct. 12, the day before the crash" is that day again; "the day after his death" is one day on from what was mentioned
  return { kind: 'relative', from: i, to: i + 1, unit: Unit.day, steps: gapAt(t, i - 1) === Gap.comma ? 0 : move, anaphoric: true };
}

/** Takes in what stands before and belongs to it: "early", "mid-", "later", "almost", "the", "the end of". Not before token `free`. */
export function widened(t: Tokens, p: Phrase, free: number): Phrase {
  let from = p.from;
  const hangs = () => gapAt(t, from) === Gap.space || gapAt(t, from) === Gap.hyphen;
  if (
    from > free &&
    kindAt(t, from - 1) === Kind.article &&
    p.kind !== 'date' &&
    hangs() &&
    (is(t, from - 1, Kind.article, 1) || p.kind === 'quarter')
  )
    from--;
  while (from > free && hangs() && kindAt(t, from - 1) === Kind.edge && valueAt(t, from - 1) <= Edge.about) from--;
  if (from > free && kindAt(t, from - 1) === Kind.article && valueAt(t, from - 1) === 1 && hangs() && p.kind !== 'date') from--;
  if (
    from - 1 > free &&
    is(t, from - 1, Kind.prep, Prep.of) &&
    hangs() &&
    kindAt(t, from - 2) === Kind.edge &&
    valueAt(t, from - 2) >= Edge.end
  ) {
    from -= 2;
    if (from > free && is(t, from - 1, Kind.article, 1)) from--;
  }
  return from === p.from ? p : { ...p, from };
}
