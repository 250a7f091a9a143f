/** A set of characters: pairs of code points, both ends included, and Unicode classes by name. */
export interface CharSet {
  readonly ranges: readonly number[];
  /** As JavaScript writes them: `\p{L}`. */
  readonly classes: readonly string[];
  readonly negated: boolean;
  /** Capitals and small letters are the same. */
  readonly folded: boolean;
}

export type Place = 'line start' | 'line end' | 'text start' | 'text end' | 'word edge' | 'no word edge';

/** A regular expression, read. */
export type Node =
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'row'; readonly of: readonly Node[] }
  | { readonly kind: 'either'; readonly of: readonly Node[] }
  | { readonly kind: 'repeat'; readonly of: Node; readonly least: number; readonly most: number; readonly greedy: boolean }
  | { readonly kind: 'group'; readonly of: Node }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'look'; readonly of: Node; readonly behind: boolean; readonly not: boolean };

/** (?i), (?m), (?s), (?U). */
export interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly U: boolean;
}

export const noFlags: Flags = { i: false, m: false, s: false, U: false };

const last = 0x10ffff;
const word = [48, 57, 65, 90, 95, 95, 97, 122];
const space = [9, 10, 12, 13, 32, 32];
/** The classes between brackets and colons; all are of ASCII. */
const posix: Readonly<Record<string, readonly number[]>> = {
  alnum: [48, 57, 65, 90, 97, 122],
  alpha: [65, 90, 97, 122],
  ascii: [0, 127],
  blank: [9, 9, 32, 32],
  cntrl: [0, 31, 127, 127],
  digit: [48, 57],
  graph: [33, 126],
  lower: [97, 122],
  print: [32, 126],
  punct: [33, 47, 58, 64, 91, 96, 123, 126],
  space: [9, 13, 32, 32],
  upper: [65, 90],
  word,
  xdigit: [48, 57, 65, 70, 97, 102],
};
const controls: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, f: 12, v: 11, a: 7, e: 27 };

/** What the ranges leave out. */
function others(ranges: readonly number[]): number[] {
  const out: number[] = [];
  let next = 0;
  for (let i = 0; i < ranges.length; i += 2) {
    if (ranges[i]! > next) out.push(next, ranges[i]! - 1);
    next = ranges[i + 1]! + 1;
  }
  if (next <= last) out.push(next, last);
  return out;
}

/** What is wrong in a pattern, and at which of its characters. */
export interface PatternProblem {
  readonly at: number;
  readonly message: string;
}

/**
 * Reads a pattern in the syntax of Vale: Go's RE2 with look-around. Classes such as \w and \b are of ASCII there, and are so here.
 * Never throws. What has no counterpart here (backreferences, atomic groups, conditions) is a problem.
 */
export function parsePattern(source: string, flags: Flags = noFlags): { readonly node: Node } | { readonly problem: PatternProblem } {
  let at = 0;
  let depth = 0;
  const refuse = (message: string, where = at): never => {
    throw { at: Math.min(where, source.length), message } satisfies PatternProblem;
  };
  const eat = (text: string): boolean => {
    if (!source.startsWith(text, at)) return false;
    at += text.length;
    return true;
  };
  const setOf = (ranges: readonly number[], f: Flags, negated = false, classes: readonly string[] = []): Node => ({
    kind: 'set',
    set: { ranges, classes, negated, folded: f.i },
  });

  /** Alternatives up to the bracket that closes them, or the end. `(?i)` holds to the end of its group. */
  function either(outer: Flags): Node {
    if (++depth > 100) refuse('It is nested more than a hundred deep.');
    let f = outer;
    const ways: Node[] = [];
    let row: Node[] = [];
    while (at < source.length && source[at] !== ')') {
      if (eat('|')) {
        ways.push({ kind: 'row', of: row });
        row = [];
        continue;
      }
      const switched = flagsAt(f);
      if (switched) f = switched;
      else {
        const one = atom(f);
        if (one) row.push(quantified(one, f));
      }
    }
    depth--;
    ways.push({ kind: 'row', of: row });
    return ways.length === 1 ? ways[0]! : { kind: 'either', of: ways };
  }

  /** `(?i)` or `(?-i)` with nothing inside: the flags from here on. */
  function flagsAt(f: Flags): Flags | undefined {
    const m = /^\(\?([a-zA-Z]*(?:-[a-zA-Z]+)?)\)/.exec(source.slice(at, at + 24));
    if (!m) return undefined;
    const changed = withFlags(m[1]!, f);
    at += m[0].length;
    return changed;
  }

  function withFlags(letters: string, f: Flags): Flags {
    const out = { ...f };
    let on = true;
    for (const c of letters)
      if (c === '-') on = false;
      else if (c === 'i' || c === 'm' || c === 's' || c === 'U') out[c] = on;
      else refuse(`The flag "${c}" has no counterpart here.`);
    return out;
  }

  function atom(f: Flags): Node | undefined {
    const c = source[at]!;
    if (c === '(') return group(f);
    if (c === '[') return bracket(f);
    if (c === '\\') return escaped(f);
    if (c === '.') {
      at++;
      return setOf(f.s ? [0, last] : others([10, 10]), f);
    }
    if (c === '^' || c === '$') {
      at++;
      if (c === '^') return { kind: 'place', place: f.m ? 'line start' : 'text start' };
      return { kind: 'place', place: f.m ? 'line end' : 'text end' };
    }
    if (c === '*' || c === '+' || c === '?') refuse(`"${c}" has nothing before it to repeat.`);
    return literal(f);
  }

  function literal(f: Flags): Node {
    const code = source.codePointAt(at)!;
    at += code > 0xffff ? 2 : 1;
    return setOf([code, code], f);
  }

  function group(f: Flags): Node | undefined {
    const from = at;
    at++;
    let inner = f;
    let make: (of: Node) => Node = (of) => ({ kind: 'group', of });
    const plain = (of: Node): Node => of;
    if (eat('?#')) {
      const end = source.indexOf(')', at);
      if (end < 0) refuse('A comment is not closed.', from);
      at = end + 1;
      return undefined;
    }
    if (eat('?:')) make = plain;
    else if (eat('?=')) make = (of) => ({ kind: 'look', of, behind: false, not: false });
    else if (eat('?!')) make = (of) => ({ kind: 'look', of, behind: false, not: true });
    else if (eat('?<=')) make = (of) => ({ kind: 'look', of, behind: true, not: false });
    else if (eat('?<!')) make = (of) => ({ kind: 'look', of, behind: true, not: true });
    else if (source[at] === '?') {
      const named = /^\?P?(?:<\w+>|'\w+')/.exec(source.slice(at, at + 80));
      const flagged = /^\?([a-zA-Z]*(?:-[a-zA-Z]+)?):/.exec(source.slice(at, at + 24));
      if (named) at += named[0].length;
      else if (flagged) {
        inner = withFlags(flagged[1]!, f);
        at += flagged[0].length;
        make = plain;
      } else
        refuse(source[at + 1] === '>' ? 'Atomic groups have no counterpart here.' : 'This kind of group has no counterpart here.', from);
    }
    const of = either(inner);
    if (!eat(')')) refuse('A bracket is not closed.', from);
    return make(of);
  }

  function quantified(of: Node, f: Flags): Node {
    const m = /^(?:[*+?]|\{(\d{1,4})(,(\d{0,4}))?\})/.exec(source.slice(at, at + 14));
    if (!m) return of;
    if (of.kind === 'place' || of.kind === 'look') {
      at += m[0].length;
      eat('?');
      return m[0] === '*' || m[0] === '?' || m[1] === '0' ? { kind: 'row', of: [] } : of;
    }
    const from = at;
    at += m[0].length;
    const lazy = eat('?');
    if (/^[*+?]|^\{\d+(?:,\d*)?\}/.test(source.slice(at, at + 14))) refuse('Two repetitions follow one another.');
    const least = m[0] === '+' ? 1 : m[1] === undefined ? 0 : Number(m[1]);
    const most = m[0] === '?' ? 1 : m[1] === undefined ? Infinity : m[2] === undefined ? least : m[3] ? Number(m[3]) : Infinity;
    if (most < least) refuse(`The repetition {${least},${most}} is the wrong way round.`, from);
    if (least > 1000 || (most !== Infinity && most > 1000)) refuse('It repeats more than a thousand times.', from);
    return { kind: 'repeat', of, least, most, greedy: lazy === f.U };
  }

  function bracket(f: Flags): Node {
    const from = at++;
    const negated = eat('^');
    const ranges: number[] = [];
    const classes: string[] = [];
    for (let first = true; source[at] !== ']' || first; first = false) {
      if (at >= source.length) refuse('A character class is not closed.', from);
      const named = /^\[:(\^?)(\w+):\]/.exec(source.slice(at, at + 14));
      if (named) {
        const found = Object.hasOwn(posix, named[2]!) ? posix[named[2]!]! : refuse(`[:${named[2]}:] is no class of characters.`);
        ranges.push(...(named[1] ? others(found) : found));
        at += named[0].length;
        continue;
      }
      const low = member(classes);
      if (typeof low !== 'number') {
        ranges.push(...low);
        continue;
      }
      if (source[at] === '-' && source[at + 1] !== ']' && at + 1 < source.length) {
        at++;
        const high = member(classes);
        if (typeof high !== 'number') ranges.push(low, low, 45, 45, ...high);
        else if (high < low) refuse('A range of characters is the wrong way round.');
        else ranges.push(low, high);
      } else ranges.push(low, low);
    }
    at++;
    return setOf(ranges, f, negated, classes);
  }

  /** One character of a bracket, or the ranges that an escape stands for; Unicode classes are added to the list. */
  function member(classes: string[]): number | readonly number[] {
    if (source[at] !== '\\') {
      const code = source.codePointAt(at)!;
      at += code > 0xffff ? 2 : 1;
      return code;
    }
    const known = shorthand(classes);
    if (known) return known;
    if (source[at + 1] === 'b') {
      at += 2;
      return 8;
    }
    return character();
  }

  /** \d, \W, \pL and their like, whose ranges it gives. */
  function shorthand(classes: string[]): readonly number[] | undefined {
    const c = source[at + 1] ?? '';
    const kind = { d: [48, 57], w: word, s: space }[c.toLowerCase()];
    if (kind) {
      at += 2;
      return c === c.toLowerCase() ? kind : others(kind);
    }
    if (c !== 'p' && c !== 'P') return undefined;
    const m = /^\\[pP](?:\{(\^?)([A-Za-z_]+)\}|([A-Z]))/.exec(source.slice(at, at + 40)) ?? refuse('This Unicode class is not whole.');
    const name = m[2] ?? m[3]!;
    const not = (c === 'P') !== (m[1] === '^') ? 'P' : 'p';
    const found = [`\\${not}{${name}}`, `\\${not}{Script=${name}}`].find(isClass) ?? refuse(`\\p{${name}} is no Unicode class.`);
    classes.push(found);
    at += m[0].length;
    return [];
  }

  /** The code point of an escape that stands for one character. */
  function character(): number {
    const c = source[at + 1];
    if (c === undefined) return refuse('A backslash stands at the end.');
    const hex = /^\\(?:x\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/.exec(source.slice(at, at + 11));
    if (hex) {
      at += hex[0].length;
      const code = Number.parseInt(hex[1] ?? hex[2] ?? hex[3]!, 16);
      return code <= last ? code : refuse('There is no such character.');
    }
    if (Object.hasOwn(controls, c)) {
      at += 2;
      return controls[c]!;
    }
    if (/[1-9]|k/.test(c)) refuse('Backreferences have no counterpart here.');
    if (/[a-zA-Z]/.test(c)) refuse(`"\\${c}" has no counterpart here.`);
    at++;
    const code = source.codePointAt(at)!;
    at += code > 0xffff ? 2 : 1;
    return c === '0' ? 0 : code;
  }

  function escaped(f: Flags): Node {
    const c = source[at + 1] ?? '';
    const place = ({ b: 'word edge', B: 'no word edge', A: 'text start', z: 'text end', Z: 'text end' } as const)[c];
    if (place) {
      at += 2;
      return { kind: 'place', place };
    }
    if (c === 'Q') {
      at += 2;
      const end = source.indexOf('\\E', at);
      const row: Node[] = [];
      while (at < (end < 0 ? source.length : end)) row.push(literal(f));
      if (end >= 0) at += 2;
      return { kind: 'row', of: row };
    }
    const classes: string[] = [];
    const ranges = shorthand(classes);
    if (ranges) return setOf(ranges, f, false, classes);
    const code = character();
    return setOf([code, code], f);
  }

  try {
    const node = either(flags);
    if (at < source.length) refuse('A bracket closes that was not opened.');
    return { node };
  } catch (problem) {
    if (typeof problem === 'object' && problem !== null && 'at' in problem) return { problem: problem as PatternProblem };
    throw problem;
  }
}

function isClass(written: string): boolean {
  try {
    new RegExp(`[${written}]`, 'u');
    return true;
  } catch {
    return false;
  }
}

/** Why an entry of a vocabulary is no pattern that can be read here; undefined where it is one. */
export function patternProblem(source: string): string | undefined {
  const read = parsePattern(source);
  return 'problem' in read ? read.problem.message : undefined;
}
