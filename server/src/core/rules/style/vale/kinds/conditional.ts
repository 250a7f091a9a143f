import { type Check, filled, type Mark, type Note } from '../check';
import { groupedOf, patternOf } from '../pattern';
import type { Node } from '../pattern-syntax';
import { type Exceptions, stands } from './exceptions';

type Across = NonNullable<Check['across']>;

/** What may stand only where something else stands: in the same piece, or, where that has a group, with the same words before it or in it. */
export function conditional(first: Node, second: Node, message: string, except: Exceptions): Across {
  const antecedent = patternOf([first]);
  const consequent = groupedOf(second);
  return {
    note(text): Note {
      const marks: (Mark & { key: string })[] = [];
      for (const { start, end } of antecedent.hits(text)) {
        if (stands(except, text, start, end)) continue;
        const found = text.slice(start, end);
        marks.push({ start, end, message: filled(message, found), instead: [], key: found });
      }
      const settles: string[] = [];
      for (let m = consequent.match(text, 0); m; m = m.end > m.start ? consequent.match(text, m.end) : undefined) {
        if (consequent.count === 0) return { marks: [], settles: [] };
        settles.push(...m.groups.slice(1).filter(Boolean));
      }
      return { marks, settles };
    },
    judge(notes) {
      const known = new Set<string>();
      return notes.map(({ marks, settles }) => {
        for (const s of settles) known.add(s);
        return marks.filter((m) => !known.has(m.key));
      });
    },
  };
}
