import { type Check, filled } from '../check';
import { patternOf } from '../pattern';
import type { Node } from '../pattern-syntax';

type Read = NonNullable<Check['read']>;

/** More or fewer of a token than a piece may hold. */
export function occurrence(token: Node, message: string, least: number, most: number): Read {
  const pattern = patternOf([token]);
  return ({ text }) => {
    const hits = [...pattern.hits(text)];
    if (!((most > 0 && hits.length > most) || (least > 0 && hits.length < least))) return [];
    const first = hits.find((h) => text.slice(h.start, h.end).trim() !== '');
    if (hits.length > 0 && !first) return [];
    const [start, end] = first ? [first.start, first.end] : [0, /^\S*/.exec(text)![0].length];
    return [{ start, end, message: filled(message, hits.length), instead: [], ...(first ? {} : { once: true }) }];
  };
}
