import { withCapitals } from '../term';
import { type Check, filled, listed, type Mark, type Note, type Reading } from './check';
import { type Remedy, replaced } from './edit';
import { inSentenceCase, inTitleCase, type Judged, type Word } from './letter-case';
import { type Grouped, groupedOf, type Pattern, patternOf } from './pattern';
import { type Node, parsePattern } from './pattern-syntax';

type Read = NonNullable<Check['read']>;
type Across = NonNullable<Check['across']>;

/** Terms that a rule lets stand: those that a match holds, and those of several words that hold a match. */
export interface Exceptions {
  readonly holds: (found: string) => boolean;
  readonly covers: (text: string, start: number, end: number) => boolean;
  readonly terms: readonly Node[];
}

export function exceptionsOf(terms: readonly Node[], phrases: readonly Node[]): Exceptions {
  const any = terms.length > 0 ? patternOf(terms) : undefined;
  const several = phrases.length > 0 ? patternOf(phrases) : undefined;
  return {
    terms,
    holds: (found) => any !== undefined && !any.hits(found)[Symbol.iterator]().next().done,
    covers(text, start, end) {
      if (several) for (const h of several.hits(text)) if (h.start <= start && end <= h.end) return true;
      return false;
    },
  };
}

const stands = (x: Exceptions, text: string, start: number, end: number): boolean =>
  x.holds(text.slice(start, end).trim()) || x.covers(text, start, end);

/** Any of the tokens. `bare` are the tokens without the word boundaries, for their groups. */
export function existence(tokens: readonly Node[], bare: readonly Node[], message: string, except: Exceptions, remedy?: Remedy): Read {
  const pattern = patternOf(tokens);
  const grouped = new Map<number, Grouped>();
  const groupsOf = (token: number, found: string): readonly string[] => {
    let g = grouped.get(token);
    if (!g) grouped.set(token, (g = groupedOf(bare[token]!)));
    return g.count > 0 ? (g.match(found)?.groups ?? []) : [];
  };
  return ({ text }) => {
    const marks: Mark[] = [];
    for (const { start, end, token } of pattern.hits(text)) {
      if (stands(except, text, start, end)) continue;
      const found = text.slice(start, end).trimEnd() || text.slice(start, end);
      const instead = remedy?.(found, groupsOf(token, found)) ?? [];
      const shown = instead.length > 1 ? `${instead.slice(0, -1).join(', ')} or ${instead.at(-1)}` : (instead[0] ?? found);
      marks.push({ start, end: start + found.length, message: filled(message, found.trim(), shown.trim()), instead });
    }
    return marks;
  };
}

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

/** More or fewer of a token than a piece may hold. */
export function occurrence(token: Node, message: string, least: number, most: number): Read {
  const pattern = patternOf([token]);
  return ({ text }) => {
    const hits = [...pattern.hits(text)];
    if (!((most > 0 && hits.length > most) || (least > 0 && hits.length < least))) return [];
    const first = hits.find((h) => text.slice(h.start, h.end).trim() !== '');
    if (hits.length > 0 && !first) return [];
    const [start, end] = first ? [first.start, first.end] : [0, /^\S*/.exec(text)![0].length];
    return [{ start, end, message: filled(message, hits.length), instead: [], ...(first ? {} : { once: true }) }];
  };
}

/** A token that follows itself more often than it may. */
export function repetition(
  token: Node,
  message: string,
  most: number,
  folded: boolean,
  alpha: boolean,
  except: Exceptions,
  remedy?: Remedy,
): Read {
  const pattern = patternOf([token]);
  const key = (t: string): string => (folded ? t.toLowerCase() : t);
  return ({ text, crosses }: Reading) => {
    const marks: Mark[] = [];
    let before: { start: number; end: number; text: string } | undefined;
    let count = 0;
    for (const { start, end } of pattern.hits(text)) {
      const found = text.slice(start, end).trim();
      const again = before !== undefined && found !== '' && key(found) === key(before.text) && (!alpha || /^\p{L}+$/u.test(found));
      count = again ? count + 1 : 0;
      if (again && before && count > most && !crosses(before.start, end) && !stands(except, text, before.start, end)) {
        const whole = text.slice(before.start, end).trimEnd();
        marks.push({
          start: before.start,
          end: before.start + whole.length,
          message: filled(message, found),
          instead: remedy?.(whole, []) ?? [],
        });
        count = 0;
      }
      before = { start, end, text: found };
    }
    return marks;
  };
}

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
