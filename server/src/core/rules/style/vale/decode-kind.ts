import { unknown } from '../../../lint/config';
import type { Check } from './check';
import type { Remedy } from './edit';
import type { Fields } from './fields';
import { capitalization } from './kinds/capitalization';
import { conditional } from './kinds/conditional';
import { consistency } from './kinds/consistency';
import { type Exceptions, exceptionsOf } from './kinds/exceptions';
import { existence } from './kinds/existence';
import { occurrence } from './kinds/occurrence';
import { repetition } from './kinds/repetition';
import { substitution } from './kinds/substitution';
import { canRun } from './pattern';
import { type Flags, type Node, noFlags, parsePattern } from './pattern-syntax';

/** Terms that the house accepts: exceptions of every rule that does not refuse them. */
export interface Vocabulary {
  readonly accept: readonly string[];
}

/** What is done about what a rule finds. `replaces` is the action of that name; without parameters it has no remedy of its own. */
export interface Action {
  readonly replaces: boolean;
  readonly remedy: Remedy | undefined;
}

/** What a rule of one of the kinds reads; undefined, and told, where nothing is left of it. */
export function readingOf(
  kind: string,
  message: string,
  fields: Fields,
  vocabulary: Vocabulary,
  { replaces, remedy }: Action,
): Pick<Check, 'read' | 'across'> | undefined {
  const { name, wrong, flag, number, text, list, pairs, pattern } = fields;
  const ignorecase = flag('ignorecase');
  const nonword = flag('nonword');
  const exceptions = (): Exceptions => {
    const terms: Node[] = [];
    const phrases: Node[] = [];
    const own = list('exceptions');
    const accepted = flag('vocab', true) && !(kind === 'existence' && nonword) ? vocabulary.accept : [];
    // the longer term first: "Event Store" before "Event"
    const all = [...own, ...accepted.map((t) => ({ text: t, path: undefined }))].sort((a, b) => b.text.length - a.text.length);
    for (const { text: term, path } of all) {
      const read = path ? pattern(term, path, {}) : quietly(term);
      if (!read) continue;
      terms.push(bounded(read));
      const loose = /\s|\\s/.test(term) ? quietly(term, { i: true }) : undefined;
      if (loose) phrases.push(bounded(loose));
    }
    return exceptionsOf(terms, phrases);
  };
  const flags: Partial<Flags> = { i: ignorecase, m: true };

  switch (kind) {
    case 'existence': {
      const tokens = list('tokens').filter((t) => t.text.trim() !== '');
      const raw = list('raw');
      const rawText = raw.map((r) => r.text).join('');
      if (tokens.length === 0 && rawText === '') {
        wrong([], `${name} has no tokens: it would find nothing.`);
        return undefined;
      }
      const bare: Node[] = [];
      if (rawText !== '') {
        // the parts of "raw" are one pattern, and with tokens beside them one with those
        const joined = tokens.length === 0 ? rawText : glued(rawText, tokens, flag('append'), nonword);
        const read = pattern(joined, raw[0]!.path, flags);
        if (read) bare.push(read);
        return bare.length > 0 ? { read: existence(bare, bare, message, exceptions(), remedy) } : undefined;
      }
      for (const t of tokens) {
        const read = pattern(t.text, t.path, flags);
        if (read) bare.push(read);
      }
      if (bare.length === 0) return undefined;
      return { read: existence(nonword ? bare : bare.map(bounded), bare, message, exceptions(), remedy) };
    }
    case 'substitution': {
      // the longer key first, as Vale has it
      const swaps = pairs('swap')
        .sort((a, b) => b.from.length - a.from.length)
        .flatMap(({ from, to, path }) => {
          const bare = pattern(from, path, flags);
          return bare ? [{ bare, token: nonword ? bare : bounded(bare), expected: to }] : [];
        });
      if (swaps.length === 0) return undefined;
      const how = { replaces: replaces && remedy === undefined, capitalize: flag('capitalize'), matchcase: flag('matchcase'), remedy };
      return { read: substitution(swaps, message, exceptions(), how) };
    }
    case 'occurrence': {
      const [least, most] = [number('min', 0), number('max', 0)];
      const token = text('token') === '' ? undefined : pattern(text('token'), ['token'], { i: ignorecase });
      if (text('token') === '') wrong([], `${name} has no token to count.`);
      else if (least === 0 && most === 0) wrong([], `${name} needs "max" or "min", more than 0.`);
      return token && (least > 0 || most > 0) ? { read: occurrence(token, message, least, most) } : undefined;
    }
    case 'repetition': {
      const tokens = list('tokens').flatMap((t) => pattern(t.text, t.path, { i: ignorecase }) ?? []);
      if (list('tokens').length === 0) wrong([], `${name} has no tokens to repeat.`);
      if (tokens.length === 0) return undefined;
      const token: Node = tokens.length === 1 ? tokens[0]! : { kind: 'either', of: tokens };
      return { read: repetition(token, message, number('max', 0), ignorecase, flag('alpha'), exceptions(), remedy) };
    }
    case 'consistency': {
      const either = pairs('either').flatMap(({ from, to, path }): (readonly [Node, Node])[] => {
        const [a, b] = [pattern(from, path, flags), pattern(to, path, flags)];
        return a && b ? [nonword ? [a, b] : [bounded(a), bounded(b)]] : [];
      });
      return either.length > 0 ? { across: consistency(either, message) } : undefined;
    }
    case 'conditional': {
      for (const key of ['first', 'second']) if (text(key) === '') wrong([], `${name} needs "${key}".`);
      // Vale's page promises "ignorecase" here, Vale does not do it, and styles are written for what it does
      const first = text('first') === '' ? undefined : pattern(text('first'), ['first'], {});
      const second = text('second') === '' ? undefined : pattern(text('second'), ['second'], {});
      return first && second ? { across: conditional(first, second, message, exceptions()) } : undefined;
    }
    default: {
      const match = text('match');
      if (match === '') {
        wrong([], `${name} needs "match": $title, $sentence, $lower, $upper or a pattern.`);
        return undefined;
      }
      const named = ['$title', '$sentence', '$lower', '$upper'];
      if (/^\$[a-z]/i.test(match) && !named.includes(match)) {
        wrong(['match'], unknown('case', match, named));
        return undefined;
      }
      const style = text('style');
      if (style !== '' && style !== 'AP' && style !== 'Chicago') wrong(['style'], unknown('style', style, ['AP', 'Chicago']));
      const wanted = named.includes(match) ? match : pattern(match, ['match'], {});
      const prefix = text('prefix') === '' ? undefined : pattern(text('prefix'), ['prefix'], {});
      if (wanted === undefined || (text('prefix') !== '' && !prefix)) return undefined;
      const how = {
        chicago: style === 'Chicago',
        threshold: number('threshold', 0.8) || 0.8,
        indicators: list('indicators').map((i) => i.text),
        prefix,
        replaces,
      };
      return { read: capitalization(wanted, message, exceptions(), how) };
    }
  }
}

/** A pattern of the house's vocabulary: what is no pattern there is told where the vocabulary is read. */
function quietly(source: string, flags: Partial<Flags> = {}): Node | undefined {
  const read = parsePattern(source, { ...noFlags, ...flags });
  return 'node' in read && canRun(read.node) ? read.node : undefined;
}

const edge: Node = { kind: 'place', place: 'word edge' };
/** Between word boundaries. */
const bounded = (node: Node): Node => ({ kind: 'row', of: [edge, node, edge] });

/** "raw" and "tokens" together, as Vale joins them. */
const glued = (raw: string, tokens: readonly { readonly text: string }[], append: boolean, nonword: boolean): string => {
  const joined = `(?:${tokens.map((t) => t.text).join('|')})`;
  const worded = nonword ? joined : `\\b${joined}\\b`;
  return append ? worded + raw : raw + worded;
};
