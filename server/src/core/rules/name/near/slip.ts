import { distance } from '../../../knowledge/names/near';
import { soundKey } from '../../../knowledge/names/sounds';

/** How a typed word came from the right one, if it did: one slip of the hand, or two. */
export interface Slip {
  readonly kind: 'swap' | 'double' | 'drop' | 'extra' | 'vowel' | 'letter' | 'two';
  readonly where: 'start' | 'inside' | 'end';
  readonly soundsAlike: boolean;
  /** The two differ as romanisations of another script do: "Natalya" and "Natalia". */
  readonly romanised: boolean;
  /** The two differ in their vowels and doubled letters alone, as spellings of one foreign name may. */
  readonly sameFrame: boolean;
}

const vowels = 'aeiouy';
const undoubled = (w: string): string => w.replace(/(.)\1/g, '$1');

/** Reads the edit between two folded words that are one or two edits apart; undefined where they are equal or further apart. Hyphens count as blanks. */
export function slipOf(written: string, wanted: string): Slip | undefined {
  const typed = written.replace(/-/g, ' ');
  const right = wanted.replace(/-/g, ' ');
  const d = distance(typed, right, 2);
  if (d === 0 || d > 2) return undefined;
  let start = 0;
  while (start < typed.length && typed[start] === right[start]) start++;
  let tail = 0;
  while (tail < Math.min(typed.length, right.length) - start && typed[typed.length - 1 - tail] === right[right.length - 1 - tail]) tail++;
  const was = right.slice(start, right.length - tail);
  const is = typed.slice(start, typed.length - tail);
  const where = start === 0 ? 'start' : tail === 0 ? 'end' : 'inside';
  const soundsAlike = soundKey(typed) === soundKey(right);
  const doubled = undoubled(typed) === undoubled(right);
  const romanised = romanKey(typed) === romanKey(right);
  const sameFrame = where !== 'end' && frame(typed) === frame(right);
  const kind =
    d === 2
      ? 'two'
      : doubled
        ? 'double'
        : was.length === 2 && is.length === 2
          ? 'swap'
          : is === ''
            ? 'drop'
            : was === ''
              ? 'extra'
              : vowels.includes(was) && vowels.includes(is)
                ? 'vowel'
                : 'letter';
  return { kind, where, soundsAlike, romanised, sameFrame };
}

const steps: readonly (readonly [RegExp, string])[] = [
  [/[’'-]/g, ''],
  [/kh/g, 'h'],
  [/q|ck?(?![eiyh])/g, 'k'],
  [/dzh|dj/g, 'j'],
  [/gh/g, 'g'],
  [/tz/g, 'ts'],
  [/tch/g, 'ch'],
  [/sch|shch/g, 'sh'],
  [/ff$/, 'v'],
  [/ou|oo/g, 'u'],
  [/ee|yy|iy|ij/g, 'i'],
  [/ye|ie/g, 'e'],
  [/[yj](?=[aeiou])/g, 'i'],
  [/y/g, 'i'],
  [/ii$/, 'i'],
];
/** Equal for the usual romanisations of one name, and for little else: vowels stay apart, letters do not get lost. */
const romanKey = (word: string): string => steps.reduce((w, [from, to]) => w.replace(from, to), word);

const frame = (word: string): string => undoubled(romanKey(word)).replace(/[aeiouy]+/g, 'a');

const byKind = { swap: 3, double: 2, drop: 2, extra: 2, vowel: 1, letter: 0.5, two: -1.5 } as const;

/** Points for a slip by its form alone: swaps, doubled and lost letters are what hands do; another first letter is another name. */
export function weightOf(slip: Slip, right: string): number {
  let weight: number = byKind[slip.kind];
  if (slip.kind === 'two' && slip.where === 'end') weight += 1.5;
  if (slip.kind === 'two' && slip.soundsAlike) weight += 0.5;
  if (slip.where === 'end' && slip.kind !== 'swap' && slip.kind !== 'double' && slip.kind !== 'two') weight -= 0.5;
  if (slip.where === 'start') weight -= slip.soundsAlike ? 1 : slip.kind === 'swap' ? 0.5 : 3.5;
  if (slip.soundsAlike) weight += 1;
  if (right.length >= 10) weight += 2;
  else if (right.length >= 8) weight += 1;
  else if (right.length <= 4) weight -= 2;
  else if (right.length === 5) weight -= 1;
  return weight;
}
