import { nearest, unknown } from '../../../lint/config';
import type { Severity } from '../../../lint/rule';
import type { Check, CheckProblem } from './check';
import { decodeAction, type Remedy } from './edit';
import {
  capitalization,
  conditional,
  consistency,
  type Exceptions,
  exceptionsOf,
  existence,
  occurrence,
  repetition,
  substitution,
} from './kinds';
import { canRun } from './pattern';
import { type Flags, type Node, noFlags, parsePattern } from './pattern-syntax';
import { decodeScope, everyText } from './scope';

/** Keys of every rule, and of each kind that is read. */
const header = ['extends', 'message', 'level', 'scope', 'link', 'description', 'limit', 'action', 'name', 'tests', 'code', 'matchcase'];
const keysOf: Readonly<Record<string, readonly string[]>> = {
  existence: ['tokens', 'raw', 'append', 'ignorecase', 'nonword', 'exceptions', 'vocab'],
  substitution: ['swap', 'ignorecase', 'nonword', 'exceptions', 'vocab', 'capitalize', 'pos'],
  occurrence: ['token', 'max', 'min', 'ignorecase'],
  repetition: ['tokens', 'max', 'ignorecase', 'alpha', 'exceptions', 'vocab'],
  consistency: ['either', 'ignorecase', 'nonword'],
  conditional: ['first', 'second', 'exceptions', 'vocab', 'ignorecase', 'in'],
  capitalization: ['match', 'style', 'exceptions', 'indicators', 'threshold', 'prefix', 'vocab'],
};
/** Kinds of Vale that need what is not here. */
const elsewhere: Readonly<Record<string, string>> = {
  spelling: 'it needs spelling dictionaries',
  sequence: 'it needs the parts of speech of every word',
  metric: 'it is a formula over counts of a whole document',
  readability: 'it is a grade of a whole document',
  script: 'it is a program',
};
const levels: Readonly<Record<string, Severity>> = { error: 'error', warning: 'warning', suggestion: 'info' };

/** Terms that the house accepts: exceptions of every rule that does not refuse them. */
export interface Vocabulary {
  readonly accept: readonly string[];
}

/** True for what was written as a rule of Vale's, right or wrong. */
export const looksLikeCheck = (value: unknown): boolean =>
  isRecord(value) && typeof value['extends'] === 'string' && (value['message'] !== undefined || Object.hasOwn(keysOf, value['extends']));

const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);
const isScalar = (v: unknown): boolean => typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean';

/**
 * Decodes one rule file of a Vale style. `json` is its YAML, scalars as strings or as what they are. Never throws.
 * A part that cannot be done here is left out and told; a rule that would say something else without that part is left out whole.
 */
export function decodeCheck(name: string, json: unknown, vocabulary: Vocabulary): { value?: Check; problems: readonly CheckProblem[] } {
  const problems: CheckProblem[] = [];
  const wrong = (path: CheckProblem['path'], message: string, atKey = false): void =>
    void problems.push({ path, message, ...(atKey ? { atKey } : {}) });
  const cannot = (path: CheckProblem['path'], message: string, atKey = false): void =>
    void problems.push({ path, message, level: 'warning', ...(atKey ? { atKey } : {}) });
  const leftOut = { problems };
  if (!isRecord(json)) {
    wrong([], `${name} is no rule: it must have keys, "extends" and "message" at least.`);
    return leftOut;
  }
  const kind = json['extends'];
  if (typeof kind !== 'string' || kind === '') {
    wrong(['extends'], `${name} does not say what it extends: one of ${Object.keys(keysOf).join(', ')}.`);
    return leftOut;
  }
  if (Object.hasOwn(elsewhere, kind)) {
    cannot(['extends'], `${name} extends "${kind}", which is not read here: ${elsewhere[kind]}. The rule is left out.`);
    return leftOut;
  }
  if (!Object.hasOwn(keysOf, kind)) {
    if (kind.includes('.')) cannot(['extends'], `${name} builds on the rule "${kind}", which is not read here. The rule is left out.`);
    else wrong(['extends'], unknown('kind of rule', kind, [...Object.keys(keysOf), ...Object.keys(elsewhere)]));
    return leftOut;
  }
  const message = json['message'];
  if (typeof message !== 'string' || message === '') {
    wrong(message === undefined ? [] : ['message'], `${name} has no message.`);
    return leftOut;
  }
  const allowed = [...header, ...keysOf[kind]!];
  let whole = true;
  for (const key of Object.keys(json)) {
    if (allowed.includes(key)) continue;
    // Vale looks over the keys of this one kind it does not know
    if (kind === 'consistency') {
      cannot([key], `"${key}" is not a key of consistency; it is left out.`, true);
      continue;
    }
    whole = false;
    const near = nearest(key, allowed);
    if (near) wrong([key], `"${key}" is not a key of ${kind}. Did you mean "${near}"? The rule is left out.`, true);
    else cannot([key], `"${key}" is not a key of ${kind} that is known here. The rule is left out.`, true);
  }
  for (const key of ['pos', 'in'])
    if (keysOf[kind]!.includes(key) && json[key] !== undefined && json[key] !== '') {
      whole = false;
      cannot(
        [key],
        `"${key}" is not read here${key === 'pos' ? ': it needs the parts of speech of every word' : ''}. The rule is left out.`,
        true,
      );
    }

  const said = (key: string): boolean => json[key] !== undefined && json[key] !== null;
  const flag = (key: string, standard = false): boolean => {
    if (!said(key)) return standard;
    const value = String(json[key]).toLowerCase();
    if (['true', 'yes', 'on', '1', 'y'].includes(value)) return true;
    if (!['false', 'no', 'off', '0', 'n', ''].includes(value)) wrong([key], `"${key}" must be true or false.`);
    return false;
  };
  const number = (key: string, standard: number): number => {
    if (!said(key)) return standard;
    const value = Number(json[key]);
    if (Number.isFinite(value) && value >= 0) return value;
    wrong([key], `"${key}" must be a number.`);
    whole = false;
    return standard;
  };
  const text = (key: string): string => (isScalar(json[key]) ? String(json[key]) : '');
  const list = (key: string): { readonly text: string; readonly path: CheckProblem['path'] }[] => {
    const value = json[key];
    if (value === undefined || value === null || value === '') return [];
    if (!Array.isArray(value)) {
      if (isScalar(value)) return [{ text: String(value), path: [key] }];
      wrong([key], `"${key}" must be a list.`);
      return [];
    }
    return value.flatMap((v: unknown, i) => {
      if (isScalar(v)) return [{ text: String(v), path: [key, i] }];
      if (v !== null) wrong([key, i], 'This must be text. Text with a colon or a bracket needs quotation marks.');
      return [];
    });
  };
  const pairs = (key: string): { readonly from: string; readonly to: string; readonly path: CheckProblem['path'] }[] => {
    const value = json[key];
    if (!isRecord(value)) {
      wrong(said(key) ? [key] : [], `${name} needs "${key}": what is written, and what it is held against.`);
      return [];
    }
    return Object.entries(value).flatMap(([from, to]) => {
      if (isScalar(to)) return [{ from, to: String(to), path: [key, from] }];
      wrong([key, from], 'This must be text.');
      return [];
    });
  };
  const pattern = (source: string, path: CheckProblem['path'], flags: Partial<Flags>): Node | undefined => {
    const read = parsePattern(source, { ...noFlags, ...flags });
    if ('problem' in read) cannot(path, `${name}: the pattern "${short(source)}" is left out. ${read.problem.message}`);
    else if (!canRun(read.node)) cannot(path, `${name}: the pattern "${short(source)}" is left out. It unfolds into too many steps.`);
    else return read.node;
    return undefined;
  };

  const level = said('level') ? levels[text('level')] : 'warning';
  if (level === undefined) wrong(['level'], unknown('level', text('level'), Object.keys(levels)));
  const scopes = list('scope');
  const scope = decodeScope(scopes.map((s) => s.text));
  for (const p of scope.problems) cannot(scopes[p.index]!.path, `${name}: ${p.message}`);
  if (scopes.length > 0 && scope.value.length === 0) whole = false;
  if (flag('code')) cannot(['code'], `${name}: "code" is not read here: code is never checked.`, true);

  let remedy: Remedy | undefined;
  const action = json['action'];
  const replaces = isRecord(action) && action['name'] === 'replace';
  if (isRecord(action) && isScalar(action['name']) && action['name'] !== '') {
    const params = action['params'];
    const decoded = decodeAction(
      String(action['name']),
      Array.isArray(params) ? params : params === undefined || params === null ? [] : [params],
    );
    remedy = decoded.remedy;
    if (decoded.problem) cannot(['action'], `${name}: ${decoded.problem.replace(/[.]?$/, '.')} It is marked without a remedy.`);
  } else if (said('action') && action !== '') wrong(['action'], 'An action needs a name: { name: replace }.');

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

  const make = (): Pick<Check, 'read' | 'across'> | undefined => {
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
  };
  const made = make();
  if (!made || !whole || level === undefined) return leftOut;
  const limit = number('limit', 0);
  return {
    value: {
      name,
      level,
      ...(text('link') ? { link: text('link') } : {}),
      ...(text('description') ? { description: text('description') } : {}),
      ...(limit > 0 ? { limit } : {}),
      scope: scopes.length === 0 ? everyText : scope.value,
      ...made,
    },
    problems,
  };
}

/** Why an entry of a vocabulary is no pattern that can be read here; undefined where it is one. */
export function patternProblem(source: string): string | undefined {
  const read = parsePattern(source);
  return 'problem' in read ? read.problem.message : undefined;
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

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
