import { dangerOf, folding, nativeSource } from './pattern-native';
import { type Steps, searchSteps, stepsOf } from './pattern-steps';
import type { Node } from './pattern-syntax';
import { inner, phraseFinder, phraseOf } from './pattern-words';

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

/** Each node in a group of its own; where all stand between word boundaries those are looked at once. */
function native(nodes: readonly Node[]): RegExp {
  const fold = folding(nodes);
  const bare = nodes.map(inner);
  const allBounded = bare.every((n) => n !== undefined);
  const source = (allBounded ? bare : nodes).map((n) => `(${nativeSource(n!, fold === 'some', false)})`).join('|');
  return new RegExp(allBounded ? `\\b(?:${source})\\b` : source, fold === 'all' ? 'giu' : 'gu');
}

/** True where the pattern can be run at all; one that unfolds into thousands of steps cannot. */
export const canRun = (node: Node): boolean => dangerOf(node) === 'none' || stepsOf(node) !== undefined;

/**
 * Tokens that are plain words are found by their first word; others that cannot take long go to the engine of the language together; the
 * rest are followed step by step, each for itself.
 */
export function patternOf(tokens: readonly Node[]): Pattern {
  const phrases = new Map<number, NonNullable<ReturnType<typeof phraseOf>>>();
  const quick: number[] = [];
  const loops: number[] = [];
  const slow: number[] = [];
  for (const [i, token] of tokens.entries()) {
    const phrase = phraseOf(token);
    if (phrase) phrases.set(i, phrase);
    else {
      const danger = dangerOf(token);
      (danger === 'none' ? quick : danger === 'loop' ? loops : slow).push(i);
    }
  }
  const words = phrases.size > 0 ? phraseFinder(phrases) : undefined;
  const made = new Map<readonly number[], Finder>();
  const together = (which: readonly number[]): Finder => {
    const regexp = native(which.map((i) => tokens[i]!));
    return (text, from) => {
      regexp.lastIndex = from;
      const m = regexp.exec(text);
      if (!m) return undefined;
      let nth = 1;
      while (nth < m.length && m[nth] === undefined) nth++;
      return { start: m.index, end: m.index + m[0].length, token: which[nth - 1]! };
    };
  };
  const alone = (token: number): Finder => {
    const own = stepsOf(tokens[token]!);
    return (text, from) => {
      const found = own && searchSteps(own, text, from);
      return found && { start: found[0]!, end: found[1]!, token };
    };
  };
  const kept = (key: readonly number[], make: () => Finder): Finder => {
    let finder = made.get(key);
    if (!finder) made.set(key, (finder = make()));
    return finder;
  };
  const each = tokens.map((_, i) => [i] as const);
  const findersFor = (isLong: boolean): Finder[] => {
    const fast = isLong ? quick : both;
    const steps = isLong ? [...loops, ...slow] : slow;
    return [
      ...(words ? [words] : []),
      ...(fast.length > 0 ? [kept(fast, () => together(fast))] : []),
      ...steps.map((i) => kept(each[i]!, () => alone(i))),
    ];
  };
  const both = [...quick, ...loops].sort((a, b) => a - b);
  let short: Finder[] | undefined;
  let lengthy: Finder[] | undefined;
  return {
    *hits(text) {
      const all = text.length > long ? (lengthy ??= findersFor(true)) : (short ??= findersFor(false));
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
        made ??= new RegExp(nativeSource(node, folding([node]) === 'some', true), folding([node]) === 'all' ? 'giu' : 'gu');
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
