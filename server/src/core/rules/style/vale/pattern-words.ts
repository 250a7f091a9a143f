import type { Node } from './pattern-syntax';

const isWord = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);

/** A token that is plain words between word boundaries. */
interface Phrase {
  readonly text: string;
  readonly folded: boolean;
}

const isEdge = (n: Node | undefined): boolean => n?.kind === 'place' && n.place === 'word edge';

/** What stands between the word boundaries of a token; undefined where it has not both. */
export function inner(node: Node): Node | undefined {
  return node.kind === 'row' && node.of.length === 3 && isEdge(node.of[0]) && isEdge(node.of[2]) ? node.of[1] : undefined;
}

/** The words of a token that is nothing but words; undefined for any other. */
export function phraseOf(node: Node): Phrase | undefined {
  const body = inner(node);
  const row = body?.kind === 'row' ? body.of : [];
  let text = '';
  let folded = 0;
  for (const n of row) {
    if (n.kind !== 'set') return undefined;
    const { ranges, classes, negated } = n.set;
    const code = ranges[0]!;
    if (negated || classes.length > 0 || ranges.length !== 2 || code !== ranges[1] || code > 0xffff) return undefined;
    if (n.set.folded) {
      if (code > 127) return undefined;
      folded++;
    }
    text += String.fromCharCode(code);
  }
  if (text === '' || !isWord(text.charCodeAt(0)) || (folded !== 0 && folded !== row.length)) return undefined;
  return folded > 0 ? { text: text.toLowerCase(), folded: true } : { text, folded: false };
}

const firstWord = (text: string): string => {
  let end = 0;
  while (end < text.length && isWord(text.charCodeAt(end))) end++;
  return text.slice(0, end).toLowerCase();
};

/**
 * Finds phrases by their first words: one look-up a word, however many phrases there are.
 * @param phrases with the number that names each; of those that fit at one place the lower number is preferred.
 */
export function phraseFinder(
  phrases: ReadonlyMap<number, Phrase>,
): (text: string, from: number) => { start: number; end: number; token: number } | undefined {
  const byFirst = new Map<string, [number, Phrase][]>();
  for (const [token, phrase] of [...phrases].sort(([a], [b]) => a - b)) {
    const first = firstWord(phrase.text);
    const list = byFirst.get(first);
    if (list) list.push([token, phrase]);
    else byFirst.set(first, [[token, phrase]]);
  }
  return (text, from) => {
    for (let at = from; at < text.length; ) {
      if (!isWord(text.charCodeAt(at))) {
        at++;
        continue;
      }
      let end = at + 1;
      while (end < text.length && isWord(text.charCodeAt(end))) end++;
      // a search that goes on inside a word finds nothing in the rest of it
      const found = at > 0 && isWord(text.charCodeAt(at - 1)) ? undefined : byFirst.get(text.slice(at, end).toLowerCase());
      for (const [token, { text: wanted, folded }] of found ?? []) {
        const stop = at + wanted.length;
        const there = text.slice(at, stop);
        if ((folded ? there.toLowerCase() : there) !== wanted) continue;
        if (isWord(text.charCodeAt(stop - 1)) !== isWord(text.charCodeAt(stop))) return { start: at, end: stop, token };
      }
      at = end;
    }
    return undefined;
  };
}
