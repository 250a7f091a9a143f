import { Anchor, Edge, Kind, Prep, Unit, VAGUE } from './lexicon';
import { digitsAt, gapAt, is, kindAt, type Phrase, valueAt } from './phrase';
import { kindOfUnit, UNCOUNTED, unitOf } from './relative-times';
import { Gap, type Tokens } from './tokens';

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
  if (
    v >= 20 &&
    v < 100 &&
    kindAt(t, i + 1) === Kind.count &&
    valueAt(t, i + 1) > 0 &&
    valueAt(t, i + 1) < 10 &&
    gapAt(t, i + 1) === Gap.hyphen
  )
    return { n: v + valueAt(t, i + 1), to: i + 2 };
  return { n: v, to: i + 1 };
}

/** "two years ago", "a week earlier", "25 days later", "three months from now", "a year and a half ago". */
export function readOffset(t: Tokens, i: number): Phrase | undefined {
  const count = readCount(t, i);
  if (!count || (gapAt(t, count.to) !== Gap.space && gapAt(t, count.to) !== Gap.hyphen) || kindAt(t, count.to) !== Kind.unit)
    return undefined;
  const unit = unitOf(valueAt(t, count.to));
  const j = count.to + 1;
  if (unit === Unit.period || unit === Unit.hour || unit === Unit.minute || (gapAt(t, j) !== Gap.space && gapAt(t, j) !== Gap.hyphen))
    return undefined;
  const base = { kind: kindOfUnit(unit), from: i, unit };
  const n = count.n;
  const back = n === UNCOUNTED ? UNCOUNTED : -n;
  if (is(t, j, Kind.ago, 1)) return { ...base, to: j + 1, steps: back };
  if (is(t, j, Kind.ago, 2) || (is(t, j, Kind.prep, Prep.from) && is(t, j + 1, Kind.anchor, Anchor.now)))
    return { ...base, to: is(t, j, Kind.ago, 2) ? j + 1 : j + 2, steps: n };
  if (n === UNCOUNTED) return undefined;
  if (is(t, j, Kind.edge, Edge.earlier)) return { ...base, to: j + 1, steps: back, anaphoric: true };
  if (is(t, j, Kind.edge, Edge.later)) return { ...base, to: j + 1, steps: n, anaphoric: true };
  return undefined;
}
