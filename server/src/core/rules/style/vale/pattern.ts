import { dangerOf, folding, nativeSource } from './pattern-native';
import { type Steps, searchSteps, stepsOf } from './pattern-steps';
import type { Node } from './pattern-syntax';

export interface Hit {
  readonly start: number;
  readonly end: number;
  /** Which of the tokens it is. */
  readonly token: number;
}

/** Several tokens as one pattern. At one place the earlier token is preferred. */
export interface Pattern {
  /** Every hit, from left to right, none over another and none empty. */
  hits(text: string): Iterable<Hit>;
}

type Finder = (text: string, from: number) => Hit | undefined;

/** Beyond this length a pattern with a loop is followed step by step: the built-in engine may need the square of it. */
const long = 4000;

const native = (nodes: readonly Node[], groups: boolean, wrap: boolean): RegExp => {
  const fold = folding(nodes);
  const source = nodes.map((n) => (wrap ? `(${nativeSource(n, fold === 'some', groups)})` : nativeSource(n, fold === 'some', groups)));
  return new RegExp(source.join('|'), fold === 'all' ? 'giu' : 'gu');
};

/** True where the pattern can be run at all; one that unfolds into thousands of steps cannot. */
export const canRun = (node: Node): boolean => dangerOf(node) === 'none' || stepsOf(node) !== undefined;

/** Tokens that cannot take long go to the engine of the language together; the others are followed step by step, each for itself. */
export function patternOf(tokens: readonly Node[]): Pattern {
  const danger = tokens.map(dangerOf);
  const index = tokens.map((_, i) => i);
  let quick: RegExp | undefined;
  let plain: RegExp | undefined;
  const steps = new Map<number, Steps | undefined>();
  const together = (which: readonly number[], made: RegExp): Finder => {
    return (text, from) => {
      made.lastIndex = from;
      const m = made.exec(text);
      if (!m) return undefined;
      const nth = m.findIndex((g, i) => i > 0 && g !== undefined) - 1;
      return { start: m.index, end: m.index + m[0].length, token: which[Math.max(0, nth)]! };
    };
  };
  const alone = (token: number): Finder => {
    if (!steps.has(token)) steps.set(token, stepsOf(tokens[token]!));
    const own = steps.get(token);
    return (text, from) => {
      const found = own && searchSteps(own, text, from);
      return found && { start: found[0]!, end: found[1]!, token };
    };
  };
  const finders = (text: string): Finder[] => {
    const isLong = text.length > long;
    const fast = index.filter((i) => danger[i] === 'none' || (danger[i] === 'loop' && !isLong));
    const rest = index.filter((i) => !fast.includes(i));
    const out = rest.map(alone);
    if (fast.length > 0) {
      const made = isLong
        ? (plain ??= native(
            fast.map((i) => tokens[i]!),
            false,
            true,
          ))
        : (quick ??= native(
            fast.map((i) => tokens[i]!),
            false,
            true,
          ));
      out.push(together(fast, made));
    }
    return out;
  };
  let short: Finder[] | undefined;
  return {
    *hits(text) {
      const all = text.length > long ? finders(text) : (short ??= finders(text));
      const next = all.map((find) => find(text, 0));
      for (let from = 0; ; ) {
        let best: Hit | undefined;
        for (const h of next) if (h && (!best || h.start < best.start || (h.start === best.start && h.token < best.token))) best = h;
        if (!best) return;
        if (best.end > best.start) yield best;
        from = best.end > best.start ? best.end : best.end + 1;
        if (from > text.length) return;
        for (const [i, h] of next.entries()) if (h && h.start < from) next[i] = all[i]!(text, from);
      }
    },
  };
}

/** A pattern whose groups are wanted. */
export interface Grouped {
  /** The first match at or after a place: the whole, then its groups, as they stand in the text. */
  match(text: string, from?: number): { readonly start: number; readonly end: number; readonly groups: readonly string[] } | undefined;
  readonly count: number;
}

export function groupedOf(node: Node): Grouped {
  const danger = dangerOf(node);
  let made: RegExp | undefined;
  let steps: Steps | undefined;
  return {
    count: groupsIn(node),
    match(text, from = 0) {
      if (danger === 'none' || (danger === 'loop' && text.length <= long)) {
        made ??= native([node], true, false);
        made.lastIndex = from;
        const m = made.exec(text);
        return m ? { start: m.index, end: m.index + m[0].length, groups: m.map((g) => g ?? '') } : undefined;
      }
      steps ??= stepsOf(node);
      const found = steps && searchSteps(steps, text, from);
      if (!found) return undefined;
      const groups: string[] = [];
      for (let i = 0; i < found.length; i += 2) groups.push(found[i]! < 0 ? '' : text.slice(found[i]!, found[i + 1]!));
      return { start: found[0]!, end: found[1]!, groups };
    },
  };
}

function groupsIn(node: Node): number {
  if (node.kind === 'row' || node.kind === 'either') return node.of.reduce((n, x) => n + groupsIn(x), 0);
  if (node.kind === 'set' || node.kind === 'place') return 0;
  return (node.kind === 'group' ? 1 : 0) + groupsIn(node.of);
}
