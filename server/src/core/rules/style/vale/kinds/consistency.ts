import { type Check, filled, type Mark, type Note } from '../check';
import { type Pattern, patternOf } from '../pattern';
import type { Node } from '../pattern-syntax';

type Across = NonNullable<Check['across']>;

/** Two forms of one thing, of which a draft may hold one: the first to stand there is the one that holds, and each later use of the other is marked. */
export function consistency(pairs: readonly (readonly [Node, Node])[], message: string): Across {
  const patterns: Pattern[] = pairs.map((p) => patternOf(p));
  return {
    note(text): Note {
      const marks: (Mark & { key: string })[] = [];
      for (const [i, pattern] of patterns.entries())
        for (const h of pattern.hits(text)) {
          const found = text.slice(h.start, h.end);
          marks.push({ start: h.start, end: h.end, message: filled(message, found), instead: [], key: `${i} ${h.token}` });
        }
      return { marks, settles: [] };
    },
    judge(notes) {
      const first = new Map<string, string>();
      return notes.map(({ marks }) =>
        marks.filter(({ key }) => {
          const [pair] = key.split(' ');
          if (!first.has(pair!)) first.set(pair!, key);
          return first.get(pair!) !== key;
        }),
      );
    },
  };
}
