import type { TimeMention } from '../draft';
import { Gap, type Tokens } from './tokens';

/**
 * A time expression as it was read, before it is resolved against a day. Numbers in `…At` are token indices; -1 or missing where
 * the part was not written.
 */
export interface Phrase {
  readonly kind: TimeMention['kind'];
  /** First token, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  readonly yearAt?: number;
  readonly monthAt?: number;
  readonly dayAt?: number;
  readonly weekdayAt?: number;
  /** The last day of "April 27-28", with its token. */
  readonly lastDay?: number;
  readonly lastDayAt?: number;
  /** Numeric and readable in both orders: then month and day are left out. */
  readonly either?: readonly [month: number, day: number];
  readonly impossible?: boolean;
  /** Weeks, months, years … from the anchor: "last year" -1, "this year" 0, "two days later" 2. */
  readonly unit?: number;
  readonly steps?: number;
  /** Counted from what was mentioned before ("a year earlier") and not from the dateline ("a year ago"). */
  readonly anaphoric?: boolean;
  /** last -1, this 0, next 1: before a weekday, month, season, holiday. */
  readonly shift?: number;
  readonly quarter?: number;
  readonly season?: number;
  readonly decade?: number;
  readonly century?: number;
  readonly holiday?: number;
  /** Days to add to what the rest comes to: "the day before …". */
  readonly move?: number;
  /** "T15:00", "TMO". */
  readonly clock?: string;
}

/** The offset where token i ends, a period of its abbreviation not counted. */
export const endOf = (t: Tokens, i: number): number => t.end[i]!;

/** Kind of token i; 0 beyond the ends. */
export const kindAt = (t: Tokens, i: number): number => (i >= 0 && i < t.count ? t.kind[i]! : 0);
export const valueAt = (t: Tokens, i: number): number => (i >= 0 && i < t.count ? t.value[i]! : 0);
/** Gap before token i; none at the end of the text. */
export const gapAt = (t: Tokens, i: number): number => (i >= 0 && i < t.count ? t.gap[i]! : Gap.none);
export const is = (t: Tokens, i: number, kind: number, value: number): boolean =>
  i >= 0 && i < t.count && t.kind[i] === kind && t.value[i] === value;
export const digitsAt = (t: Tokens, i: number): number => t.end[i]! - t.start[i]!;
/** The code unit after token i. */
export const after = (t: Tokens, i: number): number => t.text.charCodeAt(t.end[i]!);

export function isCapitalised(t: Tokens, i: number): boolean {
  if (i < 0 || i >= t.count) return false;
  const c = t.text.charCodeAt(t.start[i]!);
  return (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde && c !== 0xd7);
}

/** A space, or nothing but a hyphen: how the words of one expression hang together. */
export const isClose = (gap: number): boolean => gap === Gap.space || gap === Gap.hyphen;
