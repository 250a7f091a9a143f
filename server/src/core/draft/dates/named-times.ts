import { Anchor, Edge, Kind, Prep, Unit } from './lexicon';
import { digitsAt, gapAt, is, isClose, kindAt, type Phrase, valueAt } from './phrase';
import { shiftSteps, unitOf } from './relative-times';
import { Gap, type Tokens } from './tokens';

export const isYear = (t: Tokens, i: number): boolean =>
  kindAt(t, i) === Kind.number && digitsAt(t, i) === 4 && valueAt(t, i) >= 1000 && valueAt(t, i) <= 2999;

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
  if (of && kindAt(t, year) === Kind.shift && is(t, year + 1, Kind.unit, Unit.year))
    return { ...base, to: year + 2, shift: shiftSteps(valueAt(t, year)) ?? 0 };
  return { ...base, to: j + 1 };
}

/** "spring", "summer" …, where the words around it show that it is a season: "in summer", "the summer of 2018", "early autumn". */
export function readSeason(t: Tokens, i: number): Phrase | undefined {
  const base = { kind: 'season' as const, from: i, season: valueAt(t, i) };
  if (isYear(t, i + 1) && gapAt(t, i + 1) === Gap.space) return { ...base, to: i + 2, year: valueAt(t, i + 1), yearAt: i + 1 };
  if (is(t, i + 1, Kind.prep, Prep.of) && isYear(t, i + 2)) return { ...base, to: i + 3, year: valueAt(t, i + 2), yearAt: i + 2 };
  const g = gapAt(t, i);
  if (g !== Gap.space && g !== Gap.hyphen) return undefined;
  const edge = kindAt(t, i - 1) === Kind.edge && valueAt(t, i - 1) <= Edge.mid;
  const k = kindAt(t, i - 1);
  const definite =
    is(t, i - 1, Kind.article, 1) &&
    k === Kind.article &&
    kindAt(t, i - 2) === Kind.prep &&
    valueAt(t, i - 2) !== Prep.of &&
    valueAt(t, i - 2) !== Prep.to;
  const in_ =
    k === Kind.prep &&
    (valueAt(t, i - 1) === Prep.in ||
      valueAt(t, i - 1) === Prep.since ||
      valueAt(t, i - 1) === Prep.by ||
      valueAt(t, i - 1) === Prep.until);
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
