import { Anchor, Edge, Kind, PLURAL, Prep, Shift, Unit, VAGUE } from './lexicon';
import { readPartOfDay } from './clock-times';
import { digitsAt, gapAt, is, isClose, kindAt, type Phrase, valueAt } from './phrase';
import { Gap, type Tokens } from './tokens';

/** Value of a unit in the singular or plural without the plural mark. */
const unitOf = (value: number): number => value & (PLURAL - 1);
const isPlural = (value: number): boolean => (value & PLURAL) !== 0;
/** Steps of no known number: "several years ago". */
export const UNCOUNTED = 0x7fff;

const kindOfUnit = (unit: number): Phrase['kind'] =>
  unit === Unit.year ? 'year' : unit === Unit.month ? 'month' : unit === Unit.quarter ? 'quarter' : unit === Unit.decade || unit === Unit.century ? 'decade' : 'relative';

const shiftSteps = (s: number): number | undefined =>
  s === Shift.last || s === Shift.past || s === Shift.previous ? -1 : s === Shift.next || s === Shift.coming || s === Shift.following ? 1 : s === Shift.this || s === Shift.current || s === Shift.latest ? 0 : undefined;

/** "last year", "next Monday", "this month", "the following day", "coming weeks": the shift word stands at i. */
export function readShift(t: Tokens, i: number): Phrase | undefined {
  const part = readPartOfDay(t, i);
  if (part) return part;
  const s = valueAt(t, i);
  let j = i + 1;
  if (!isClose(gapAt(t, j))) return undefined;
  // "that same day", "the latest fiscal year"
  if ((s === Shift.that || s === Shift.this) && is(t, j, Kind.shift, Shift.same)) j++;
  if (kindAt(t, j) === Kind.fiscal) j++;
  const k = kindAt(t, j);
  const v = valueAt(t, j);
  const steps = shiftSteps(s);
  const definite = is(t, i - 1, Kind.article, 1) && gapAt(t, i) === Gap.space;
  if (k === Kind.unit) return unitPhrase(t, i, j, s, v, definite);
  if (k === Kind.weekday && steps !== undefined && gapAt(t, j) === Gap.space) return { kind: 'weekday', from: i, to: j + 1, weekday: v, weekdayAt: j, shift: steps };
  if ((k === Kind.month || (k === Kind.monthShort && t.text.charCodeAt(t.end[j]!) === 46)) && steps !== undefined) return { kind: 'month', from: i, to: j + 1, month: v, monthAt: j, shift: steps };
  if (k === Kind.season && steps !== undefined) return { kind: 'season', from: i, to: j + 1, season: v, shift: steps };
  if (k === Kind.ordinal && is(t, j + 1, Kind.unit, Unit.quarter) && steps !== undefined) return { kind: 'quarter', from: i, to: j + 2, quarter: v, shift: steps };
  return undefined;
}

function unitPhrase(t: Tokens, i: number, j: number, s: number, value: number, definite: boolean): Phrase | undefined {
  const unit = unitOf(value);
  const base = { from: i, to: j + 1, unit };
  if (unit === Unit.hour || unit === Unit.minute) return undefined;
  if (isPlural(value)) {
    if (s === Shift.coming || (s === Shift.recent && unit !== Unit.year && unit !== Unit.quarter) || (s === Shift.past && unit === Unit.year) || (s === Shift.these && unit === Unit.day)) return { kind: 'relative', ...base, unit: 0 };
    return undefined;
  }
  if (unit === Unit.period && s !== Shift.latest && s !== Shift.previous && s !== Shift.same) return undefined;
  const kind = kindOfUnit(unit);
  if (s === Shift.same || s === Shift.that) return unit === Unit.period ? undefined : { kind, ...base, steps: 0, anaphoric: true };
  // "the next day", "the previous year" count from what was mentioned before; "next week" counts from the dateline
  const steps = shiftSteps(s);
  if (steps === undefined) return undefined;
  const anaphoric = s === Shift.following || s === Shift.previous || (definite && (s === Shift.next || (s === Shift.last && unit === Unit.day)));
  // "the past year" reaches until now
  return quarterAfter(t, { kind, ...base, steps, ...(anaphoric ? { anaphoric } : {}) });
}

/** "this year's third quarter", "next year's first half". */
function quarterAfter(t: Tokens, p: Phrase): Phrase {
  if (p.unit !== Unit.year || gapAt(t, p.to) !== Gap.possessive || kindAt(t, p.to) !== Kind.ordinal || !is(t, p.to + 1, Kind.unit, Unit.quarter)) return p;
  return { kind: 'quarter', from: p.from, to: p.to + 2, quarter: valueAt(t, p.to), shift: p.steps ?? 0 };
}

/** How many: "two", "25", "a", "several", "a few", "a couple of"; and the token after it. */
function readCount(t: Tokens, i: number): { readonly n: number; readonly to: number } | undefined {
  const k = kindAt(t, i);
  const v = valueAt(t, i);
  if (k === Kind.number) return digitsAt(t, i) <= 3 ? { n: v, to: i + 1 } : undefined;
  if (k === Kind.article && v === 2) {
    if (kindAt(t, i + 1) === Kind.count && gapAt(t, i + 1) === Gap.space) {
      const inner = readCount(t, i + 1)!;
      return inner;
    }
    return { n: 1, to: i + 1 };
  }
  if (k !== Kind.count) return undefined;
  if (v === VAGUE) return { n: UNCOUNTED, to: i + 1 };
  if (v === 2 && is(t, i + 1, Kind.prep, Prep.of) && gapAt(t, i + 1) === Gap.space) return { n: 2, to: i + 2 };
  // "twenty-five"
  if (v >= 20 && v < 100 && kindAt(t, i + 1) === Kind.count && valueAt(t, i + 1) > 0 && valueAt(t, i + 1) < 10 && gapAt(t, i + 1) === Gap.hyphen) return { n: v + valueAt(t, i + 1), to: i + 2 };
  return { n: v, to: i + 1 };
}

/** "two years ago", "a week earlier", "25 days later", "three months from now", "a year and a half ago". */
export function readOffset(t: Tokens, i: number): Phrase | undefined {
  const count = readCount(t, i);
  if (!count || (gapAt(t, count.to) !== Gap.space && gapAt(t, count.to) !== Gap.hyphen) || kindAt(t, count.to) !== Kind.unit) return undefined;
  const unit = unitOf(valueAt(t, count.to));
  const j = count.to + 1;
  if (unit === Unit.period || unit === Unit.hour || unit === Unit.minute || (gapAt(t, j) !== Gap.space && gapAt(t, j) !== Gap.hyphen)) return undefined;
  const base = { kind: kindOfUnit(unit), from: i, unit };
  const n = count.n;
  const back = n === UNCOUNTED ? UNCOUNTED : -n;
  if (is(t, j, Kind.ago, 1)) return { ...base, to: j + 1, steps: back };
  if (is(t, j, Kind.ago, 2) || (is(t, j, Kind.prep, Prep.from) && is(t, j + 1, Kind.anchor, Anchor.now))) return { ...base, to: is(t, j, Kind.ago, 2) ? j + 1 : j + 2, steps: n };
  if (n === UNCOUNTED) return undefined;
  if (is(t, j, Kind.edge, Edge.earlier)) return { ...base, to: j + 1, steps: back, anaphoric: true };
  if (is(t, j, Kind.edge, Edge.later)) return { ...base, to: j + 1, steps: n, anaphoric: true };
  return undefined;
}

/** "year-ago quarter", "the year-earlier period": the unit stands at i. */
export function readUnit(t: Tokens, i: number): Phrase | undefined {
  const unit = unitOf(valueAt(t, i));
  const definite = is(t, i - 1, Kind.article, 1) && gapAt(t, i) === Gap.space;
  if (unit === Unit.year && gapAt(t, i + 1) === Gap.hyphen && (is(t, i + 1, Kind.ago, 1) || is(t, i + 1, Kind.edge, Edge.earlier))) {
    let to = i + 2;
    const ordinal = kindAt(t, to) === Kind.ordinal;
    if (ordinal && is(t, to + 1, Kind.unit, Unit.quarter)) return { kind: 'quarter', from: i, to: to + 2, quarter: valueAt(t, to), shift: -1 };
    if (is(t, to, Kind.unit, Unit.quarter) || is(t, to, Kind.unit, Unit.period)) to++;
    return { kind: 'year', from: i, to, unit: Unit.year, steps: -1 };
  }
  if (isPlural(valueAt(t, i)) || !definite || gapAt(t, i + 1) === Gap.hyphen) return undefined;
  const phrase: Phrase = { kind: kindOfUnit(unit), from: i, to: i + 1, unit, steps: 0 };
  if (unit === Unit.weekend) return phrase;
  if (is(t, i - 2, Kind.prep, Prep.of) && kindAt(t, i - 3) === Kind.edge && valueAt(t, i - 3) >= Edge.end && unit >= Unit.week && unit <= Unit.year) return phrase;
  if (unit === Unit.quarter && kindAt(t, i - 2) === Kind.prep && (valueAt(t, i - 2) === Prep.in || valueAt(t, i - 2) === Prep.for)) return { ...phrase, unit: 0 };
  if (is(t, i - 2, Kind.prep, Prep.in) && isLater(t, i - 3) && unit <= Unit.year) return { ...phrase, anaphoric: unit === Unit.day };
  return undefined;
}

const isLater = (t: Tokens, i: number): boolean => kindAt(t, i) === Kind.edge && (valueAt(t, i) === Edge.later || valueAt(t, i) === Edge.earlier);

/** "third quarter", "third-quarter results", "the third quarter of 1990", "first two quarters of 1990", "20th century"; the ordinal stands at i. */
export function readOrdinal(t: Tokens, i: number): Phrase | undefined {
  const v = valueAt(t, i);
  let j = i + 1;
  if (kindAt(t, j) === Kind.count && gapAt(t, j) === Gap.space) j++;
  if (kindAt(t, j) !== Kind.unit || !isClose(gapAt(t, j))) return undefined;
  const unit = unitOf(valueAt(t, j));
  if (unit === Unit.century && j === i + 1 && v <= 30) return { kind: 'decade', from: i, to: j + 1, century: v };
  if (unit !== Unit.quarter || v > 4) return undefined;
  const of = is(t, j + 1, Kind.prep, Prep.of) && gapAt(t, j + 1) === Gap.space;
  if (j !== i + 1 && !of) return undefined;
  const base = { kind: 'quarter' as const, from: i, quarter: v };
  const year = of ? j + 2 : gapAt(t, j + 1) === Gap.space || gapAt(t, j + 1) === Gap.comma ? j + 1 : -1;
  if (year > 0 && isYear(t, year)) return { ...base, to: year + 1, year: valueAt(t, year), yearAt: year };
  if (of && kindAt(t, year) === Kind.shift && is(t, year + 1, Kind.unit, Unit.year)) return { ...base, to: year + 2, shift: shiftSteps(valueAt(t, year)) ?? 0 };
  return { ...base, to: j + 1 };
}

export const isYear = (t: Tokens, i: number): boolean => kindAt(t, i) === Kind.number && digitsAt(t, i) === 4 && valueAt(t, i) >= 1000 && valueAt(t, i) <= 2999;

/** "spring", "summer" …, where the words around it show that it is a season: "in summer", "the summer of 2018", "early autumn". */
export function readSeason(t: Tokens, i: number): Phrase | undefined {
  const base = { kind: 'season' as const, from: i, season: valueAt(t, i) };
  if (isYear(t, i + 1) && gapAt(t, i + 1) === Gap.space) return { ...base, to: i + 2, year: valueAt(t, i + 1), yearAt: i + 1 };
  if (is(t, i + 1, Kind.prep, Prep.of) && isYear(t, i + 2)) return { ...base, to: i + 3, year: valueAt(t, i + 2), yearAt: i + 2 };
  const g = gapAt(t, i);
  if (g !== Gap.space && g !== Gap.hyphen) return undefined;
  const edge = kindAt(t, i - 1) === Kind.edge && valueAt(t, i - 1) <= Edge.mid;
  const k = kindAt(t, i - 1);
  const definite = is(t, i - 1, Kind.article, 1) && k === Kind.article && kindAt(t, i - 2) === Kind.prep && valueAt(t, i - 2) !== Prep.of && valueAt(t, i - 2) !== Prep.to;
  const in_ = k === Kind.prep && (valueAt(t, i - 1) === Prep.in || valueAt(t, i - 1) === Prep.since || valueAt(t, i - 1) === Prep.by || valueAt(t, i - 1) === Prep.until);
  // "in fall", "the fall of Kabul": the verb and the noun for dropping are no season
  const drop = t.text.charCodeAt(t.start[i]!) === 102 && (is(t, i + 1, Kind.prep, Prep.of) || is(t, i + 1, Kind.prep, Prep.in));
  return (edge || definite || in_) && !drop ? { ...base, to: i + 1 } : undefined;
}

/** today, yesterday, now, recently, "the future". */
export function readAnchor(t: Tokens, i: number): Phrase | undefined {
  const v = valueAt(t, i);
  const p = { kind: 'relative' as const, from: i, to: i + 1, unit: Unit.day };
  switch (v) {
    case Anchor.today:
      return { ...p, steps: 0 };
    case Anchor.yesterday:
      return { ...p, steps: -1 };
    case Anchor.tomorrow:
      return { ...p, steps: 1 };
    case Anchor.tonight:
      return { ...p, kind: 'time', steps: 0, clock: 'TNI' };
    case Anchor.soon:
      return is(t, i + 1, Kind.prep, Prep.after) || is(t, i + 1, Kind.prep, Prep.before) ? undefined : { ...p, unit: 0 };
    default:
      return { ...p, unit: 0 };
  }
}
