import { type Check, filled } from '../check';
import { inSentenceCase, inTitleCase, type Judged, type Word } from '../letter-case';
import { groupedOf, patternOf } from '../pattern';
import { type Node, parsePattern } from '../pattern-syntax';
import type { Exceptions } from './exceptions';

type Read = NonNullable<Check['read']>;

const wordToken = parsePattern('[\\p{N}\\p{L}*]+[^\\s]*');

/** The case of a whole piece. */
export function capitalization(
  match: string | Node,
  message: string,
  except: Exceptions,
  how: {
    readonly chicago: boolean;
    readonly threshold: number;
    readonly indicators: readonly string[];
    readonly prefix: Node | undefined;
    readonly replaces: boolean;
  },
): Read {
  const wanted = typeof match === 'string' ? undefined : groupedOf(match);
  const words = 'node' in wordToken ? patternOf([...except.terms, wordToken.node]) : undefined;
  const wordsOf = (text: string): Word[] =>
    [...(words?.hits(text) ?? [])].map(({ start, end, token }) => {
      const w = text.slice(start, end);
      return { text: w, start, end, excepted: token < except.terms.length || except.holds(w) };
    });
  const judge = (text: string): Judged => {
    if (match === '$title') return inTitleCase(text, wordsOf(text), how.chicago, how.threshold);
    if (match === '$sentence') return inSentenceCase(text, wordsOf(text), how.indicators, how.threshold);
    if (match === '$lower') return { expected: text.toLowerCase(), holds: text === text.toLowerCase() || except.holds(text) };
    if (match === '$upper') return { expected: text.toUpperCase(), holds: text === text.toUpperCase() || except.holds(text) };
    return { expected: '', holds: wanted?.match(text) !== undefined || except.holds(text) };
  };
  const prefix = how.prefix && groupedOf(how.prefix);
  return ({ text }) => {
    if (text.trim() === '') return [];
    const head = prefix?.match(text);
    const skip = head && head.start === 0 ? head.end : 0;
    const { expected, holds } = judge(text.slice(skip));
    if (holds) return [];
    const whole = text.slice(0, skip) + expected;
    const offer = how.replaces && wanted === undefined && whole !== text;
    return [{ start: 0, end: text.length, message: filled(message, text, whole), instead: offer ? [whole] : [] }];
  };
}
