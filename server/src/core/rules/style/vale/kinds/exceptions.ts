import { patternOf } from '../pattern';
import type { Node } from '../pattern-syntax';

/** Terms that a rule lets stand: those that a match holds, and those of several words that hold a match. */
export interface Exceptions {
  readonly holds: (found: string) => boolean;
  readonly covers: (text: string, start: number, end: number) => boolean;
  readonly terms: readonly Node[];
}

export function exceptionsOf(terms: readonly Node[], phrases: readonly Node[]): Exceptions {
  const any = terms.length > 0 ? patternOf(terms) : undefined;
  const several = phrases.length > 0 ? patternOf(phrases) : undefined;
  return {
    terms,
    holds: (found) => any !== undefined && !any.hits(found)[Symbol.iterator]().next().done,
    covers(text, start, end) {
      if (several) for (const h of several.hits(text)) if (h.start <= start && end <= h.end) return true;
      return false;
    },
  };
}

/** Whether what was found is let stand. */
export const stands = (x: Exceptions, text: string, start: number, end: number): boolean =>
  x.holds(text.slice(start, end).trim()) || x.covers(text, start, end);
