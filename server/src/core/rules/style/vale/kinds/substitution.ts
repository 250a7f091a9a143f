import { withCapitals } from '../../term';
import { type Check, filled, listed, type Mark } from '../check';
import { type Remedy, replaced } from '../edit';
import { groupedOf, patternOf } from '../pattern';
import { type Node, parsePattern } from '../pattern-syntax';
import { type Exceptions, stands } from './exceptions';

type Read = NonNullable<Check['read']>;

/** An entry of `swap`. */
export interface Swap {
  /** With the word boundaries, and without. */
  readonly token: Node;
  readonly bare: Node;
  readonly expected: string;
}

const isPhrase = (text: string): boolean => /^[\p{L}\p{Nd} -]*$/u.test(text);

/** What is written, and what the style writes instead. */
export function substitution(
  swaps: readonly Swap[],
  message: string,
  except: Exceptions,
  how: { readonly replaces: boolean; readonly capitalize: boolean; readonly matchcase: boolean; readonly remedy: Remedy | undefined },
): Read {
  const pattern = patternOf(swaps.map((s) => s.token));
  const same = swaps.map((s) => sameAs(s.expected));
  return ({ text }) => {
    const marks: Mark[] = [];
    for (const { start, end, token } of pattern.hits(text)) {
      const { expected: written, bare } = swaps[token]!;
      const found = text.slice(start, end);
      let expected = /\$\d/.test(written) ? replaced(groupedOf(bare), found, written) : written;
      if (how.capitalize && /^\p{Lu}/u.test(found)) expected = capitalFirst(expected);
      if (how.matchcase) expected = withCapitals(found, expected);
      if ((expected === written ? same[token]! : sameAs(expected))(found) || stands(except, text, start, end)) continue;
      const options = expected
        .split(/(?<!\\)\|/)
        .filter(Boolean)
        .map((o) => o.replace(/\\\|/g, '|'))
        .map((o) => (how.capitalize && /^\p{Lu}/u.test(found) ? capitalFirst(o) : o));
      const said = how.replaces
        ? filled(message.replace(/^(.*?)(['"])%s\2(?=.*\2%s\2)/s, '$1%s'), listed(options), found)
        : filled(message, expected, found);
      const literal = options.every((o) => (how.replaces ? !/[\\^$*+?()[\]{}]/.test(o) : isTerm(o)));
      // a fix keeps the capital of a sentence's first word, unless capitals are what it is about
      const instead =
        how.remedy?.(found, []) ??
        (literal ? options.map((o) => (o.toLowerCase() === found.toLowerCase() ? o : withCapitals(found, o))) : []);
      marks.push({ start, end, message: said, instead: instead.filter((o) => o !== found) });
    }
    return marks;
  };
}

/** A word or a few: what a rule writes in the place of another, and not what it says about it. */
const isTerm = (text: string): boolean => /^[\p{L}\p{Nd}'’.&/-]+(?: [\p{L}\p{Nd}'’.&/-]+){0,4}$/u.test(text);

const capitalFirst = (text: string): string => text.replace(/^\p{L}/u, (c) => c.toUpperCase());

/** Whether what stands there is what is expected; the expected may be a pattern. */
function sameAs(expected: string): (found: string) => boolean {
  const read = isPhrase(expected) ? undefined : parsePattern(`\\A(?:${expected})\\z`);
  const pattern = read && 'node' in read ? groupedOf(read.node) : undefined;
  return (found) => found === expected || (pattern !== undefined && pattern.match(found) !== undefined);
}
