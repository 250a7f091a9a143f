import type { CivilDate } from './civil-date';

/** Days from `from` to `until`, both included; an end that is missing is open. */
export interface Interval {
  readonly from?: CivilDate;
  readonly until?: CivilDate;
}

export const contains = (i: Interval, day: CivilDate): boolean =>
  (i.from === undefined || i.from <= day) && (i.until === undefined || day <= i.until);

export const meets = (a: Interval, b: Interval): boolean =>
  (a.from === undefined || b.until === undefined || a.from <= b.until) &&
  (b.from === undefined || a.until === undefined || b.from <= a.until);
