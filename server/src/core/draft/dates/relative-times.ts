import { readPartOfDay } from './clock-times';
import { Edge, Kind, PLURAL, Prep, Shift, Unit } from './lexicon';
import { gapAt, is, isClose, kindAt, type Phrase, valueAt } from './phrase';
import { Gap, type Tokens } from './tokens';

/** Value of a unit in the singular or plural without the plural mark. */
export const unitOf = (value: number): number => value & (PLURAL - 1);
const isPlural = (value: number): boolean => (value & PLURAL) !== 0;
/** Steps of no known number: "several years ago". */
export const UNCOUNTED = 0x7fff;

export const kindOfUnit = (unit: number): Phrase['kind'] =>
  unit === Unit.year
    ? 'year'
    : unit === Unit.month
      ? 'month'
      : unit === Unit.quarter
        ? 'quarter'
        : unit === Unit.decade || unit === Unit.century
          ? 'decade'
          : 'relative';

export const shiftSteps = (s: number): number | undefined =>
  s === Shift.last || s === Shift.past || s === Shift.previous
    ? -1
    : s === Shift.next || s === Shift.coming || s === Shift.following
      ? 1
      : s === Shift.this || s === Shift.current || s === Shift.latest
        ? 0
        : undefined;

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
  if (k === Kind.weekday && steps !== undefined && gapAt(t, j) === Gap.space)
    return { kind: 'weekday', from: i, to: j + 1, weekday: v, weekdayAt: j, shift: steps };
  if ((k === Kind.month || (k === Kind.monthShort && t.text.charCodeAt(t.end[j]!) === 46)) && steps !== undefined)
    return { kind: 'month', from: i, to: j + 1, month: v, monthAt: j, shift: steps };
  if (k === Kind.season && steps !== undefined) return { kind: 'season', from: i, to: j + 1, season: v, shift: steps };
  if (k === Kind.ordinal && is(t, j + 1, Kind.unit, Unit.quarter) && steps !== undefined)
    return { kind: 'quarter', from: i, to: j + 2, quarter: v, shift: steps };
  return undefined;
}

function unitPhrase(t: Tokens, i: number, j: number, s: number, value: number, definite: boolean): Phrase | undefined {
  const unit = unitOf(value);
  const base = { from: i, to: j + 1, unit };
  if (unit === Unit.hour || unit === Unit.minute) return undefined;
  if (isPlural(value)) {
    if (
      s === Shift.coming ||
      (s === Shift.recent && unit !== Unit.year && unit !== Unit.quarter) ||
      (s === Shift.past && unit === Unit.year) ||
      (s === Shift.these && unit === Unit.day)
    )
      return { kind: 'relative', ...base, unit: 0 };
    return undefined;
  }
  if (unit === Unit.period && s !== Shift.latest && s !== Shift.previous && s !== Shift.same) return undefined;
  const kind = kindOfUnit(unit);
  if (s === Shift.same || s === Shift.that) return unit === Unit.period ? undefined : { kind, ...base, steps: 0, anaphoric: true };
  // "the next day", "the previous year" count from what was mentioned before; "next week" counts from the dateline
  const steps = shiftSteps(s);
  if (steps === undefined) return undefined;
  const anaphoric =
    s === Shift.following || s === Shift.previous || (definite && (s === Shift.next || (s === Shift.last && unit === Unit.day)));
  // "the past year" reaches until now
  return quarterAfter(t, { kind, ...base, steps, ...(anaphoric ? { anaphoric } : {}) });
}

/** "this year's third quarter", "next year's first half". */
function quarterAfter(t: Tokens, p: Phrase): Phrase {
  if (
    p.unit !== Unit.year ||
    gapAt(t, p.to) !== Gap.possessive ||
    kindAt(t, p.to) !== Kind.ordinal ||
    !is(t, p.to + 1, Kind.unit, Unit.quarter)
  )
    return p;
  return { kind: 'quarter', from: p.from, to: p.to + 2, quarter: valueAt(t, p.to), shift: p.steps ?? 0 };
}

/** "year-ago quarter", "the year-earlier period": the unit stands at i. */
export function readUnit(t: Tokens, i: number): Phrase | undefined {
  const unit = unitOf(valueAt(t, i));
  const definite = is(t, i - 1, Kind.article, 1) && gapAt(t, i) === Gap.space;
  if (unit === Unit.year && gapAt(t, i + 1) === Gap.hyphen && (is(t, i + 1, Kind.ago, 1) || is(t, i + 1, Kind.edge, Edge.earlier))) {
    let to = i + 2;
    const ordinal = kindAt(t, to) === Kind.ordinal;
    if (ordinal && is(t, to + 1, Kind.unit, Unit.quarter))
      return { kind: 'quarter', from: i, to: to + 2, quarter: valueAt(t, to), shift: -1 };
    if (is(t, to, Kind.unit, Unit.quarter) || is(t, to, Kind.unit, Unit.period)) to++;
    return { kind: 'year', from: i, to, unit: Unit.year, steps: -1 };
  }
  if (isPlural(valueAt(t, i)) || !definite || gapAt(t, i + 1) === Gap.hyphen) return undefined;
  const phrase: Phrase = { kind: kindOfUnit(unit), from: i, to: i + 1, unit, steps: 0 };
  if (unit === Unit.weekend) return phrase;
  if (
    is(t, i - 2, Kind.prep, Prep.of) &&
    kindAt(t, i - 3) === Kind.edge &&
    valueAt(t, i - 3) >= Edge.end &&
    unit >= Unit.week &&
    unit <= Unit.year
  )
    return phrase;
  if (unit === Unit.quarter && kindAt(t, i - 2) === Kind.prep && (valueAt(t, i - 2) === Prep.in || valueAt(t, i - 2) === Prep.for))
    return { ...phrase, unit: 0 };
  if (is(t, i - 2, Kind.prep, Prep.in) && isLater(t, i - 3) && unit <= Unit.year) return { ...phrase, anaphoric: unit === Unit.day };
  return undefined;
}

const isLater = (t: Tokens, i: number): boolean =>
  kindAt(t, i) === Kind.edge && (valueAt(t, i) === Edge.later || valueAt(t, i) === Edge.earlier);
