import { type Check, filled, type Mark } from '../check';
import type { Remedy } from '../edit';
import { type Grouped, groupedOf, patternOf } from '../pattern';
import type { Node } from '../pattern-syntax';
import { type Exceptions, stands } from './exceptions';

type Read = NonNullable<Check['read']>;

/** Any of the tokens. `bare` are the tokens without the word boundaries, for their groups. */
export function existence(tokens: readonly Node[], bare: readonly Node[], message: string, except: Exceptions, remedy?: Remedy): Read {
  const pattern = patternOf(tokens);
  const grouped = new Map<number, Grouped>();
  const groupsOf = (token: number, found: string): readonly string[] => {
    let g = grouped.get(token);
    if (!g) grouped.set(token, (g = groupedOf(bare[token]!)));
    return g.count > 0 ? (g.match(found)?.groups ?? []) : [];
  };
  return ({ text }) => {
    const marks: Mark[] = [];
    for (const { start, end, token } of pattern.hits(text)) {
      if (stands(except, text, start, end)) continue;
      const found = text.slice(start, end).trimEnd() || text.slice(start, end);
      const instead = remedy?.(found, groupsOf(token, found)) ?? [];
      const shown = instead.length > 1 ? `${instead.slice(0, -1).join(', ')} or ${instead.at(-1)}` : (instead[0] ?? found);
      marks.push({ start, end: start + found.length, message: filled(message, found.trim(), shown.trim()), instead });
    }
    return marks;
  };
}
