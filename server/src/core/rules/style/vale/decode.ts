import { nearest, unknown } from '../../../lint/config';
import type { Severity } from '../../../lint/rule';
import type { Check, CheckProblem } from './check';
import { readingOf, type Vocabulary } from './decode-kind';
import { decodeAction, type Remedy } from './edit';
import { type Fields, fieldsOf, isRecord, isScalar } from './fields';
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

/** True for what was written as a rule of Vale's, right or wrong. */
export const looksLikeCheck = (value: unknown): boolean =>
  isRecord(value) && typeof value['extends'] === 'string' && (value['message'] !== undefined || Object.hasOwn(keysOf, value['extends']));

/**
 * Decodes one rule file of a Vale style. `json` is its YAML, scalars as strings or as what they are. Never throws.
 * A part that cannot be done here is left out and told; a rule that would say something else without that part is left out whole.
 */
export function decodeCheck(name: string, json: unknown, vocabulary: Vocabulary): { value?: Check; problems: readonly CheckProblem[] } {
  const fields = fieldsOf(name, isRecord(json) ? json : {});
  const { problems, wrong, cannot, said, text, flag, number } = fields;
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
  lookOverKeys(kind, json, fields);
  const level = said('level') ? levels[text('level')] : 'warning';
  if (level === undefined) wrong(['level'], unknown('level', text('level'), Object.keys(levels)));
  const scopes = fields.list('scope');
  const scope = decodeScope(scopes.map((s) => s.text));
  for (const p of scope.problems) cannot(scopes[p.index]!.path, `${name}: ${p.message}`);
  if (scopes.length > 0 && scope.value.length === 0) fields.spoil();
  if (flag('code')) cannot(['code'], `${name}: "code" is not read here: code is never checked.`, true);

  const made = readingOf(kind, message, fields, vocabulary, actionOf(json['action'], fields));
  if (!made || fields.spoiled() || level === undefined) return leftOut;
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

/** Keys that the kind has not, and keys that need what is not here. */
function lookOverKeys(kind: string, json: Readonly<Record<string, unknown>>, fields: Fields): void {
  const { wrong, cannot } = fields;
  const allowed = [...header, ...keysOf[kind]!];
  for (const key of Object.keys(json)) {
    if (allowed.includes(key)) continue;
    // Vale looks over the keys of this one kind it does not know
    if (kind === 'consistency') {
      cannot([key], `"${key}" is not a key of consistency; it is left out.`, true);
      continue;
    }
    fields.spoil();
    const near = nearest(key, allowed);
    if (near) wrong([key], `"${key}" is not a key of ${kind}. Did you mean "${near}"? The rule is left out.`, true);
    else cannot([key], `"${key}" is not a key of ${kind} that is known here. The rule is left out.`, true);
  }
  for (const key of ['pos', 'in'])
    if (keysOf[kind]!.includes(key) && json[key] !== undefined && json[key] !== '') {
      fields.spoil();
      cannot(
        [key],
        `"${key}" is not read here${key === 'pos' ? ': it needs the parts of speech of every word' : ''}. The rule is left out.`,
        true,
      );
    }
}

/** What the rule does about what it finds. */
function actionOf(
  action: unknown,
  { name, wrong, cannot, said }: Fields,
): { readonly replaces: boolean; readonly remedy: Remedy | undefined } {
  let remedy: Remedy | undefined;
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
  return { replaces, remedy };
}
