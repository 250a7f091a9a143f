/** Columns of the tables of the binary: the place of each in a row of 32-bit numbers. Strings and lists are numbers of the pool and offsets in `lists`. */
export const personRow = { id: 0, name: 1, surname: 2, role: 3, born: 4, died: 5, also: 6, wrong: 7, flags: 8, width: 9 } as const;
export const officeRow = { id: 0, kind: 1, titles: 2, of: 3, seats: 4, rank: 5, flags: 6, width: 7 } as const;
export const tenureRow = { person: 0, office: 1, from: 2, until: 3, acting: 4, source: 5, verified: 6, width: 7 } as const;
export const bodyRow = {
  id: 0,
  name: 1,
  type: 2,
  kind: 3,
  also: 4,
  adjectives: 5,
  wrong: 6,
  was: 7,
  in: 8,
  capital: 9,
  long: 10,
  flags: 11,
  width: 12,
} as const;
export const eventRow = { id: 0, name: 1, on: 2, until: 3, kind: 4, of: 5, place: 6, also: 7, people: 8, after: 9, width: 10 } as const;
export const kindRow = { key: 0, titles: 1, rank: 2, width: 3 } as const;
/** The one row of `meta`; `verified` is a day number. */
export const metaRow = { edition: 0, verified: 1, width: 2 } as const;

/** A day that is not there. Days are numbers since 1970-01-01. */
export const noDay = -0x80000000;

/** Bits of `flags`. */
export const listed = 1;
export const surnameGiven = 2;
export const titlesGiven = 1;
export const seatsGiven = 2;
export const implicit = 1;

/** How a form belongs to a person, in the two low bits of a posting of `names` and `surnames`; the person's number stands above them. */
export const preferred = 0;
export const variant = 1;
export const derived = 2;
