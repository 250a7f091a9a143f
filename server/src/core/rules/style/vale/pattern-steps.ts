import { setSource } from './pattern-native';
import type { CharSet, Node, Place } from './pattern-syntax';

type Test = (code: number) => boolean;

type Step =
  | { readonly do: 'match'; readonly test: Test }
  | { readonly do: 'split'; readonly first: number; readonly then: number }
  | { readonly do: 'jump'; readonly to: number }
  | { readonly do: 'place'; readonly place: Place }
  | { readonly do: 'look'; readonly steps: readonly Step[]; readonly behind: boolean; readonly not: boolean }
  | { readonly do: 'save'; readonly slot: number }
  | { readonly do: 'end' };

/** A pattern as steps. Whatever the text, no step is taken twice at one place of it, so that time grows with the text and no faster. */
export interface Steps {
  readonly steps: readonly Step[];
  /** Two slots for the whole and for each group. */
  readonly slots: number;
  /** What a match can begin with; undefined where it may be empty. */
  readonly opens: Test | undefined;
}

const most = 4000;

function testOf(set: CharSet): Test {
  const regexp = new RegExp(`^${setSource(set, false)}$`, set.folded ? 'iu' : 'u');
  const known = new Map<number, boolean>();
  return (code) => {
    let answer = known.get(code);
    if (answer === undefined) known.set(code, (answer = regexp.test(String.fromCodePoint(code))));
    return answer;
  };
}

/** Undefined where the pattern unfolds into too many steps. */
export function stepsOf(node: Node): Steps | undefined {
  const groups = new Map<Node, number>();
  function compile(root: Node, back: boolean): Step[] | undefined {
    const out: Step[] = [];
    const emit = (n: Node): boolean => {
      if (out.length > most) return false;
      switch (n.kind) {
        case 'set':
          out.push({ do: 'match', test: testOf(n.set) });
          return true;
        case 'place':
          out.push({ do: 'place', place: n.place });
          return true;
        case 'row':
          return (back ? [...n.of].reverse() : n.of).every(emit);
        case 'group': {
          // a repeated group is one group, however often it stands in the steps
          const slot = 2 * (groups.get(n) ?? groups.size + 1);
          groups.set(n, slot / 2);
          out.push({ do: 'save', slot: back ? slot + 1 : slot });
          if (!emit(n.of)) return false;
          out.push({ do: 'save', slot: back ? slot : slot + 1 });
          return true;
        }
        case 'look': {
          const steps = compile(n.of, n.behind);
          if (steps) out.push({ do: 'look', steps, behind: n.behind, not: n.not });
          return steps !== undefined;
        }
        case 'either': {
          const ends: number[] = [];
          for (const [i, way] of n.of.entries()) {
            const split = out.length;
            if (i < n.of.length - 1) out.push({ do: 'end' });
            if (!emit(way)) return false;
            if (i < n.of.length - 1) {
              ends.push(out.length);
              out.push({ do: 'end' });
              out[split] = { do: 'split', first: split + 1, then: out.length };
            }
          }
          for (const end of ends) out[end] = { do: 'jump', to: out.length };
          return true;
        }
        case 'repeat': {
          for (let i = 0; i < n.least; i++) if (!emit(n.of)) return false;
          const split = (at: number, inside: number, after: number): void =>
            void (out[at] = n.greedy ? { do: 'split', first: inside, then: after } : { do: 'split', first: after, then: inside });
          if (n.most === Infinity) {
            const at = out.length;
            out.push({ do: 'end' });
            if (!emit(n.of)) return false;
            out.push({ do: 'jump', to: at });
            split(at, at + 1, out.length);
            return true;
          }
          const options: number[] = [];
          for (let i = n.least; i < n.most; i++) {
            options.push(out.length);
            out.push({ do: 'end' });
            if (!emit(n.of)) return false;
          }
          for (const at of options) split(at, at + 1, out.length);
          return true;
        }
      }
    };
    if (!emit(root) || out.length > most) return undefined;
    out.push({ do: 'end' });
    return out;
  }
  const steps = compile(node, false);
  return steps && { steps, slots: 2 + 2 * groups.size, opens: opening(steps) };
}

/** What the first character of a match can be. */
function opening(steps: readonly Step[]): Test | undefined {
  const tests: Test[] = [];
  const seen = new Set<number>();
  const walk = (at: number): boolean => {
    if (seen.has(at)) return true;
    seen.add(at);
    const step = steps[at]!;
    if (step.do === 'end') return false;
    if (step.do === 'match') return tests.push(step.test) > 0;
    if (step.do === 'split') return walk(step.first) && walk(step.then);
    return walk(step.do === 'jump' ? step.to : at + 1);
  };
  if (!walk(0)) return undefined;
  return tests.length === 1 ? tests[0] : (code) => tests.some((t) => t(code));
}

const isWord = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);

function stands(place: Place, text: string, at: number): boolean {
  if (place === 'text start') return at === 0;
  if (place === 'text end') return at === text.length;
  if (place === 'line start') return at === 0 || text.charCodeAt(at - 1) === 10;
  if (place === 'line end') return at === text.length || text.charCodeAt(at) === 10;
  const edge = isWord(text.charCodeAt(at - 1)) !== isWord(text.charCodeAt(at));
  return edge === (place === 'word edge');
}

/** Bits for every step at every place; of a text that is too long for them, only the beginning is searched. */
const memory = 1 << 28;

/** The first match at or after `from`, as slots; -1 for a group that took no part. */
export function searchSteps(pattern: Steps, text: string, from: number): readonly number[] | undefined {
  const reach = Math.min(text.length, Math.floor(memory / pattern.steps.length));
  const seen = new Uint32Array(Math.ceil((pattern.steps.length * (reach - from + 1)) / 32) + 1);
  for (let at = from; at <= reach; at++) {
    const code = text.charCodeAt(at);
    if (at > from && code >= 0xdc00 && code <= 0xdfff) continue;
    if (pattern.opens && (at === text.length || !pattern.opens(text.codePointAt(at)!))) continue;
    const found = follow(pattern.steps, pattern.slots, text, at, reach, false, (step, place) => {
      const bit = step * (reach - from + 1) + place - from;
      if (seen[bit >>> 5]! & (1 << (bit & 31))) return true;
      seen[bit >>> 5]! |= 1 << (bit & 31);
      return false;
    });
    if (found) return found;
  }
  return undefined;
}

/** Follows the steps from one place, the preferred way first. `known` says whether a step was taken at a place before, and notes that it was. */
function follow(
  steps: readonly Step[],
  slots: number,
  text: string,
  start: number,
  reach: number,
  back: boolean,
  known: (step: number, place: number) => boolean,
): number[] | undefined {
  const saved = new Array<number>(slots).fill(-1);
  saved[0] = start;
  // pairs: a step and a place, or a slot (below zero) and what it held before
  const stack: number[] = [0, start];
  while (stack.length > 0) {
    let at = stack.pop()!;
    let step = stack.pop()!;
    if (step < 0) {
      saved[-1 - step] = at;
      continue;
    }
    for (;;) {
      if (known(step, at)) break;
      const s = steps[step]!;
      if (s.do === 'end') {
        saved[1] = at;
        return saved;
      }
      if (s.do === 'match') {
        if (back) {
          if (at === 0) break;
          const low = text.charCodeAt(at - 1);
          const size = low >= 0xdc00 && low <= 0xdfff && at > 1 ? 2 : 1;
          if (!s.test(text.codePointAt(at - size)!)) break;
          at -= size;
        } else {
          if (at >= reach) break;
          const code = text.codePointAt(at)!;
          if (!s.test(code)) break;
          at += code > 0xffff ? 2 : 1;
        }
        step++;
      } else if (s.do === 'split') {
        stack.push(s.then, at);
        step = s.first;
      } else if (s.do === 'jump') step = s.to;
      else if (s.do === 'place') {
        if (!stands(s.place, text, at)) break;
        step++;
      } else if (s.do === 'save') {
        if (s.slot < slots) {
          stack.push(-1 - s.slot, saved[s.slot]!);
          saved[s.slot] = at;
        }
        step++;
      } else {
        const met = new Set<number>();
        const width = text.length + 1;
        const there = follow(s.steps, 2, text, at, text.length, s.behind, (n, place) => {
          const key = n * width + place;
          if (met.has(key)) return true;
          met.add(key);
          return false;
        });
        if ((there === undefined) !== s.not) break;
        step++;
      }
    }
  }
  return undefined;
}
