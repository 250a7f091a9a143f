import type { Severity } from '../../../lint/rule';
import type { Scope } from './scope';

/** What a check marks in a piece of text, in offsets of the piece. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** What could stand there instead, best first; empty text deletes. */
  readonly instead: readonly string[];
  /** What is missing is told once in a draft. */
  readonly once?: boolean;
}

/** A text to be read by itself, and whether a stretch of it reaches over the end of a sentence. */
export interface Reading {
  readonly text: string;
  crosses(start: number, end: number): boolean;
}

/** What a check remembers of a piece for the rest of the draft. */
export interface Note {
  /** Marks that hold only if the draft says nothing to the contrary, by the key that decides it. */
  readonly marks: readonly (Mark & { readonly key: string })[];
  /** Keys that the piece settles. */
  readonly settles: readonly string[];
}

/** A rule of a Vale style, ready to run. */
export interface Check {
  /** As Vale calls it: "Microsoft.Adverbs". */
  readonly name: string;
  readonly level: Severity;
  readonly link?: string;
  readonly description?: string;
  readonly scope: Scope;
  /** How often it may fire in one draft. */
  readonly limit?: number;
  /** What it marks in a piece, whatever stands elsewhere. */
  readonly read?: (reading: Reading) => readonly Mark[];
  /** For what must be known of the whole draft: a note on each piece, and what follows from all of them. */
  readonly across?: {
    note(text: string): Note;
    /** In the order of the pieces: of each the marks that stand. */
    judge(notes: readonly Note[]): readonly (readonly Mark[])[];
  };
}

/** What is wrong in a rule file, by the keys that lead to it. */
export interface CheckProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly atKey?: boolean;
  /** Missing where Vale itself would refuse the file; `warning` for what is right there and cannot be done here. */
  readonly level?: 'warning';
}

/** Fills in %s, %d and %[1]s, in Go's way; what is left over is left out. */
export function filled(message: string, ...values: readonly (string | number)[]): string {
  let next = 0;
  return message.replace(/%(?:\[(\d{1,2})\])?([sdvq%])/g, (_, nth: string | undefined, verb: string) => {
    if (verb === '%') return '%';
    if (nth !== undefined) next = Number(nth) - 1;
    const value = values[next++];
    return value === undefined ? '' : verb === 'q' ? `"${value}"` : String(value);
  });
}

/** "'a', 'b', or 'c'", as Vale lists what it suggests. */
export function listed(options: readonly string[]): string {
  const quoted = options.map((o) => `'${o}'`);
  return quoted.length < 3 ? quoted.join(' or ') : `${quoted.slice(0, -1).join(', ')}, or ${quoted.at(-1)}`;
}
