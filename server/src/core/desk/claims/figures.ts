import { numberPattern, spelledNumber } from '../../text/spelled-number';

/** What a figure and the words before it allow: "about 50", "at least 12", "more than 20". */
export interface Figure {
  readonly least: number;
  readonly most: number;
  /** The figure as it stands, where nothing stands before it that widens it. */
  readonly exact: boolean;
  /** "at least", "as many as": true of more, or of fewer, and still the count as of now. */
  readonly floor: boolean;
  readonly number: number;
}

const bounds =
  'at least|no fewer than|not less than|more than|over|upwards of|above|about|around|some|roughly|approximately|nearly|almost|close to|up to|as many as|fewer than|less than|under|an estimated|estimated|between|only|just|exactly';
/** A count, with what stands before it: group 1 the bound, group 2 the figure. */
export const countPattern = `(?:\\b(${bounds}) )?(?<![\\d.,:$€£/-])\\b((?:\\d{1,3}(?:,\\d{3})+|\\d{4,7}|${numberPattern})(?! ?(?:%|per ?cent|million|billion|thousand|hundred|[-–/:]\\d|[.,]\\d)))`;

export function figureOf(bound: string | undefined, text: string): Figure | undefined {
  const number = /^\d/.test(text) ? Number(text.replace(/,/g, '')) : spelledNumber(text);
  if (number === undefined || !Number.isFinite(number)) return undefined;
  return bounded(number, bound);
}

/** A number with the word before it, as the range that it allows. */
export function bounded(number: number, bound: string | undefined): Figure {
  const word = bound?.toLowerCase();
  const of = (least: number, most: number, floor = false): Figure => ({ least, most, exact: least === most, floor, number });
  switch (word) {
    case undefined:
    case 'only':
    case 'just':
    case 'exactly':
      return of(number, number);
    case 'at least':
    case 'no fewer than':
    case 'not less than':
      return of(number, Infinity, true);
    case 'more than':
    case 'over':
    case 'upwards of':
    case 'above':
      return of(number, Infinity);
    case 'up to':
    case 'as many as':
    case 'fewer than':
    case 'less than':
    case 'under':
      return of(0, number);
    case 'nearly':
    case 'almost':
    case 'close to':
      return of(0.8 * number, 1.05 * number);
    case 'between':
      return of(0, Infinity);
    default:
      return of(0.75 * number, 1.3 * number);
  }
}

/** True where both figures can be of one thing. Round figures ("5,000") may be rounded ones. */
export function agree(a: Figure, b: Figure): boolean {
  if (a.least <= b.most && b.least <= a.most) return true;
  if (!a.exact || !b.exact) return false;
  const [round, other] = trailingZeros(a.number) >= trailingZeros(b.number) ? [a, b] : [b, a];
  const step = 10 ** trailingZeros(round.number);
  return step >= 100 && 2 * Math.abs(round.number - other.number) < step;
}

const trailingZeros = (n: number): number => /0*$/.exec(String(n))![0].length;
