import { type Check, filled, type Mark, type Reading } from '../check';
import type { Remedy } from '../edit';
import { patternOf } from '../pattern';
import type { Node } from '../pattern-syntax';
import { type Exceptions, stands } from './exceptions';

type Read = NonNullable<Check['read']>;

/** A token that follows itself more often than it may. */
export function repetition(
  token: Node,
  message: string,
  most: number,
  folded: boolean,
  alpha: boolean,
  except: Exceptions,
  remedy?: Remedy,
): Read {
  const pattern = patternOf([token]);
  const key = (t: string): string => (folded ? t.toLowerCase() : t);
  return ({ text, crosses }: Reading) => {
    const marks: Mark[] = [];
    let before: { start: number; end: number; text: string } | undefined;
    let count = 0;
    for (const { start, end } of pattern.hits(text)) {
      const found = text.slice(start, end).trim();
      const again = before !== undefined && found !== '' && key(found) === key(before.text) && (!alpha || /^\p{L}+$/u.test(found));
      count = again ? count + 1 : 0;
      if (again && before && count > most && !crosses(before.start, end) && !stands(except, text, before.start, end)) {
        const whole = text.slice(before.start, end).trimEnd();
        marks.push({
          start: before.start,
          end: before.start + whole.length,
          message: filled(message, found),
          instead: remedy?.(whole, []) ?? [],
        });
        count = 0;
      }
      before = { start, end, text: found };
    }
    return marks;
  };
}
