import type { CharSet, Node } from './pattern-syntax';

const unit = (code: number): string =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 32
    ? String.fromCharCode(code)
    : `\\u{${code.toString(16)}}`;

/** Letters in the other case, for sets that are folded beside others that are not. */
function bothCases(ranges: readonly number[]): number[] {
  const out = [...ranges];
  for (let i = 0; i < ranges.length; i += 2) {
    const low = ranges[i]!;
    const high = ranges[i + 1]!;
    if (high - low > 500) {
      const upper = [Math.max(low, 65), Math.min(high, 90)] as const;
      const lower = [Math.max(low, 97), Math.min(high, 122)] as const;
      if (upper[0] <= upper[1]) out.push(upper[0] + 32, upper[1] + 32);
      if (lower[0] <= lower[1]) out.push(lower[0] - 32, lower[1] - 32);
      continue;
    }
    for (let code = low; code <= high; code++) {
      const c = String.fromCodePoint(code);
      for (const other of [c.toLowerCase(), c.toUpperCase()]) {
        const found = other.codePointAt(0)!;
        if (found !== code && other.length === String.fromCodePoint(found).length) out.push(found, found);
      }
    }
  }
  return out;
}

/** The set as JavaScript writes it under the flag `u`. */
export function setSource(set: CharSet, fold: boolean): string {
  const ranges = fold && set.folded ? bothCases(set.ranges) : set.ranges;
  if (!set.negated && set.classes.length === 0 && ranges.length === 2 && ranges[0] === ranges[1]) return unit(ranges[0]!);
  let inner = set.classes.join('');
  for (let i = 0; i < ranges.length; i += 2)
    inner += ranges[i] === ranges[i + 1] ? unit(ranges[i]!) : `${unit(ranges[i]!)}-${unit(ranges[i + 1]!)}`;
  return `[${set.negated ? '^' : ''}${inner}]`;
}

const places = {
  'line start': '(?:^|(?<=\\n))',
  'line end': '(?:$|(?=\\n))',
  'text start': '^',
  'text end': '$',
  'word edge': '\\b',
  'no word edge': '\\B',
} as const;

/**
 * The pattern as JavaScript writes it, under the flag `u` and without `m`.
 * @param fold sets of letters hold both cases by themselves; false where the flag `i` sees to that.
 * @param groups whether its groups are kept, or only bracketed.
 */
export function nativeSource(node: Node, fold: boolean, groups: boolean): string {
  switch (node.kind) {
    case 'set':
      return setSource(node.set, fold);
    case 'row':
      return node.of.map((n) => (n.kind === 'either' ? `(?:${nativeSource(n, fold, groups)})` : nativeSource(n, fold, groups))).join('');
    case 'either':
      return node.of.map((n) => nativeSource(n, fold, groups)).join('|');
    case 'group':
      return `(${groups ? '' : '?:'}${nativeSource(node.of, fold, groups)})`;
    case 'place':
      return places[node.place];
    case 'look':
      return `(?${node.behind ? '<' : ''}${node.not ? '!' : '='}${nativeSource(node.of, fold, groups)})`;
    case 'repeat': {
      const { least, most } = node;
      const times =
        most === Infinity
          ? least === 0
            ? '*'
            : least === 1
              ? '+'
              : `{${least},}`
          : least === 0 && most === 1
            ? '?'
            : least === most
              ? `{${least}}`
              : `{${least},${most}}`;
      return `(?:${nativeSource(node.of, fold, groups)})${times}${node.greedy ? '' : '?'}`;
    }
  }
}

/** How the letters of a pattern are compared: all alike in both cases, none, or some. */
export function folding(nodes: readonly Node[]): 'all' | 'none' | 'some' {
  let folded = 0;
  let exact = 0;
  const look = (n: Node): void => {
    if (n.kind === 'set') {
      if (n.set.folded) folded++;
      else exact++;
    } else if (n.kind === 'row' || n.kind === 'either') n.of.forEach(look);
    else if (n.kind !== 'place') look(n.of);
  };
  nodes.forEach(look);
  return folded === 0 ? 'none' : exact === 0 ? 'all' : 'some';
}

/** Whether a pattern has no loop, one that cannot run away, or may take long on a text made for that. */
export function dangerOf(node: Node): 'none' | 'loop' | 'high' {
  let loops = 0;
  let options = 0;
  let nested = false;
  const varies = (n: Node): boolean => {
    if (n.kind === 'set' || n.kind === 'place') return false;
    if (n.kind === 'either' || n.kind === 'look') return true;
    if (n.kind === 'repeat') return n.least !== n.most || varies(n.of);
    return n.kind === 'row' ? n.of.some(varies) : varies(n.of);
  };
  const walk = (n: Node): void => {
    if (n.kind === 'row' || n.kind === 'either') n.of.forEach(walk);
    else if (n.kind === 'group' || n.kind === 'look') walk(n.of);
    else if (n.kind === 'repeat') {
      if (n.most === Infinity || n.most - n.least > 16) loops++;
      else if (n.most !== n.least) options++;
      if (n.most > 1 && varies(n.of)) nested = true;
      walk(n.of);
    }
  };
  walk(node);
  return nested || loops > 1 || options > 10 ? 'high' : loops > 0 ? 'loop' : 'none';
}
