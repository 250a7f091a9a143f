import { Anchor, DayPart, Edge, Kind, Prep, Shift } from './lexicon';
import { digitsAt, gapAt, is, kindAt, type Phrase, valueAt } from './phrase';
import { Gap, type Tokens } from './tokens';

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
const partCodes = ['', 'TMO', 'TAF', 'TEV', 'TNI', 'T12:00', 'T24:00'];
export const partCode = (part: number): string => partCodes[part] ?? 'TNI';

/** "3 p.m.", "10:30 a.m. EST", "3pm", "noon", "15:30" after "at" or before a zone, "4 in the morning", "3 o'clock", at token i. */
export function readClock(t: Tokens, i: number): Phrase | undefined {
  const k = kindAt(t, i);
  if (k === Kind.dayPart && valueAt(t, i) >= DayPart.noon && gapAt(t, i) !== Gap.hyphen)
    return zoned(t, { kind: 'time', from: i, to: i + 1, clock: partCode(valueAt(t, i)) });
  if (k === Kind.clock) {
    if (valueAt(t, i) < 1 || valueAt(t, i) > 12) return undefined;
    const pm = (t.text.charCodeAt(t.end[i]! - 2) | 32) === 112;
    return zoned(t, { kind: 'time', from: i, to: i + 1, clock: clockOf(valueAt(t, i), 0, pm ? 2 : 1) });
  }
  if (k !== Kind.number || digitsAt(t, i) > 2) return k === Kind.number && digitsAt(t, i) === 4 ? military(t, i) : undefined;
  const hour = valueAt(t, i);
  const c = t.text.charCodeAt(t.end[i]!);
  // "10:30"; and "10.30" where a.m. or p.m. follows
  const parted =
    kindAt(t, i + 1) === Kind.number && digitsAt(t, i + 1) === 2 && t.start[i + 1]! - t.end[i]! === 1 && (c === 58 || c === 46);
  if (parted && t.text.charCodeAt(t.end[i + 1]!) === 58) return undefined;
  if (!parted && kindAt(t, i + 1) === Kind.clock && c === 58) return clockMinutes(t, i);
  const minute = parted ? valueAt(t, i + 1) : 0;
  const next = parted ? i + 2 : i + 1;
  if (kindAt(t, next) === Kind.amPm && gapAt(t, next) === Gap.space) {
    const p = { kind: 'time' as const, from: i, to: next + 1, clock: clockOf(hour, minute, valueAt(t, next)) };
    return zoned(t, hour > 24 || minute > 59 ? { ...p, impossible: true } : p);
  }
  if (!parted && kindAt(t, next) === Kind.oclock && t.text.startsWith('clock', t.end[next]! + 1))
    return { kind: 'time', from: i, to: next + 1, clock: clockOf(hour, 0, 0) };
  if (
    !parted &&
    is(t, next, Kind.prep, Prep.in) &&
    is(t, next + 1, Kind.article, 1) &&
    kindAt(t, next + 2) === Kind.dayPart &&
    valueAt(t, next + 2) <= DayPart.evening &&
    hour <= 12
  )
    return { kind: 'time', from: i, to: next + 3, clock: clockOf(hour, 0, valueAt(t, next + 2) === DayPart.morning ? 1 : 2) };
  if (!parted || c !== 58) return undefined;
  const zone = kindAt(t, next) === Kind.zone && gapAt(t, next) === Gap.space;
  const at = is(t, i - 1, Kind.prep, Prep.at) && gapAt(t, i) === Gap.space;
  if (!zone && !at) return undefined;
  const impossible = hour > 24 || minute > 59 || (hour === 24 && minute > 0);
  return zoned(t, { kind: 'time', from: i, to: next, clock: `T${two(hour)}:${two(minute)}`, ...(impossible ? { impossible } : {}) });
}

/** "10:30pm": the token "30pm" holds the minutes. */
function clockMinutes(t: Tokens, i: number): Phrase {
  const pm = (t.text.charCodeAt(t.end[i + 1]! - 2) | 32) === 112;
  return zoned(t, { kind: 'time', from: i, to: i + 2, clock: clockOf(valueAt(t, i), valueAt(t, i + 1), pm ? 2 : 1) });
}

/** "1530 GMT": four digits before a zone. */
function military(t: Tokens, i: number): Phrase | undefined {
  const hour = Math.floor(valueAt(t, i) / 100);
  const minute = valueAt(t, i) % 100;
  if (kindAt(t, i + 1) !== Kind.zone || gapAt(t, i + 1) !== Gap.space || hour > 24 || minute > 59 || is(t, i + 1, Kind.zone, 2))
    return undefined;
  return zoned(t, { kind: 'time', from: i, to: i + 1, clock: `T${two(hour)}:${two(minute)}` });
}

function zoned(t: Tokens, p: Phrase): Phrase {
  const g = gapAt(t, p.to);
  if (kindAt(t, p.to) !== Kind.zone || (g !== Gap.space && g !== Gap.open)) return p;
  return { ...p, to: p.to + 1 };
}

const clockOf = (hour: number, minute: number, half: number): string =>
  `T${two(half === 2 && hour < 12 ? hour + 12 : half === 1 && hour === 12 ? 0 : hour)}:${two(minute)}`;

/** The part of the day after a weekday or a date: "Wednesday night", "Wednesday at 10 p.m."; the phrase goes on over it. */
export function withClock(t: Tokens, p: Phrase): Phrase {
  const g = gapAt(t, p.to);
  if (p.clock !== undefined || (g !== Gap.space && g !== Gap.comma)) return p;
  if (g === Gap.space && kindAt(t, p.to) === Kind.dayPart) return { ...p, to: p.to + 1, clock: partCode(valueAt(t, p.to)) };
  const at =
    is(t, p.to, Kind.prep, Prep.at) && gapAt(t, p.to + 1) === Gap.space
      ? p.to + 1
      : g === Gap.comma || kindAt(t, p.to) === Kind.number || kindAt(t, p.to) === Kind.clock
        ? p.to
        : -1;
  const clock = at < 0 ? undefined : readClock(t, at);
  return clock
    ? {
        ...p,
        to: clock.to,
        ...(clock.clock === undefined ? {} : { clock: clock.clock }),
        ...(clock.impossible ? { impossible: true } : {}),
      }
    : p;
}

/** "this morning", "last night", "tonight", "later this afternoon", "the next morning": shift word at i and part of the day after it. */
export function readPartOfDay(t: Tokens, i: number): Phrase | undefined {
  if (kindAt(t, i + 1) !== Kind.dayPart || gapAt(t, i + 1) !== Gap.space) return undefined;
  const part = valueAt(t, i + 1);
  const s = valueAt(t, i);
  const clock = partCode(part);
  const base = { kind: 'time' as const, from: i, to: i + 2, clock, unit: 1 };
  if (s === Shift.this) return { ...base, steps: 0 };
  if (s === Shift.last) return part === DayPart.night || part === DayPart.evening ? { ...base, steps: -1 } : undefined;
  if (s === Shift.same || s === Shift.that) return { ...base, steps: 0, anaphoric: true };
  if (s === Shift.next || s === Shift.following) return { ...base, steps: 1, anaphoric: true };
  if (s === Shift.previous) return { ...base, steps: -1, anaphoric: true };
  return undefined;
}

export const isEdge = (t: Tokens, i: number): boolean => kindAt(t, i) === Kind.edge && valueAt(t, i) <= Edge.earlier;
export const isTonight = (t: Tokens, i: number): boolean => is(t, i, Kind.anchor, Anchor.tonight);
