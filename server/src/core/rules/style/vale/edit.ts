import { unknown } from '../../../lint/config';
import { capitalized } from './letter-case';
import { type Grouped, groupedOf } from './pattern';
import { parsePattern } from './pattern-syntax';

/** Makes what could stand there instead from what stands there and the groups of the token that found it. */
export type Remedy = (found: string, groups: readonly string[]) => readonly string[];

type Edit = (text: string, args: readonly string[]) => string;

const strip = (text: string, chars: string, left: boolean, right: boolean): string => {
  let start = 0;
  let end = text.length;
  while (left && start < end && chars.includes(text[start]!)) start++;
  while (right && end > start && chars.includes(text[end - 1]!)) end--;
  return text.slice(start, end);
};

/** Operations of an edit: how many arguments each takes, and what it does. */
const edits: Readonly<Record<string, readonly [number, Edit]>> = {
  replace: [2, (t, [from, to]) => (from ? t.split(from).join(to!) : t)],
  remove: [1, (t, [chars]) => [...t].filter((c) => !chars!.includes(c)).join('')],
  trim: [1, (t, [chars]) => strip(t, chars!, true, true)],
  trim_left: [1, (t, [chars]) => strip(t, chars!, true, false)],
  trim_right: [1, (t, [chars]) => strip(t, chars!, false, true)],
  truncate: [1, (t, [mark]) => t.split(mark!)[0]!],
  split: [2, (t, [mark, nth]) => t.split(mark!)[Number(nth)] ?? t],
  squeeze: [0, (t) => t.replace(/\s+/g, ' ')],
  wrap: [1, (t, [s]) => s! + t + s!],
  unwrap: [1, (t, [s]) => (s && t.startsWith(s) && t.endsWith(s) && t.length >= 2 * s.length ? t.slice(s.length, -s.length) : t)],
  prefix: [1, (t, [s]) => s! + t],
  suffix: [1, (t, [s]) => t + s!],
  lower: [0, (t) => t.toLowerCase()],
  upper: [0, (t) => t.toUpperCase()],
  capitalize: [0, (t) => capitalized(t)],
  uncapitalize: [0, (t) => t.replace(/^\p{L}/u, (c) => c.toLowerCase())],
  sentence: [0, (t) => capitalized(t.toLowerCase())],
  simple: [0, (t) => t.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')],
};
/** What Vale has besides. */
const beyond = new Set('title kebab snake camel pascal smart dumb ascii words digits'.split(' '));

/** `$1`, `$0` and `$$` in a text. */
export const expanded = (text: string, found: string, groups: readonly string[]): string =>
  text.replace(/\$(?:\$|\{(\d{1,2})\}|(\d{1,2}))/g, (whole, braced: string | undefined, bare: string | undefined) => {
    if (whole === '$$') return '$';
    const nth = Number(braced ?? bare);
    return nth === 0 ? found : (groups[nth] ?? '');
  });

/** All matches of a pattern in a text, replaced; `$1` names its groups. */
export function replaced(pattern: Grouped, text: string, by: string): string {
  let out = '';
  let from = 0;
  for (let m = pattern.match(text, 0); m; m = pattern.match(text, from)) {
    out += text.slice(from, m.start) + expanded(by, m.groups[0]!, m.groups);
    if (m.end === m.start) break;
    from = m.end;
  }
  return out + text.slice(from);
}

/** Reads `action: { name, params }`. What has no counterpart is told in words; the check then marks and offers nothing. */
export function decodeAction(name: string, params: readonly unknown[]): { readonly remedy?: Remedy; readonly problem?: string } {
  const flat = params.flat().flatMap((p) => (typeof p === 'string' || typeof p === 'number' ? [String(p)] : []));
  if (name === 'replace') return flat.length === 0 ? {} : { remedy: (found, groups) => flat.map((p) => expanded(p, found, groups)) };
  if (name === 'remove') return { remedy: () => [''] };
  if (name === 'suggest') return { problem: 'The action "suggest" runs a script or a spelling dictionary, which is not done here' };
  if (name === 'convert')
    return flat[0] === 'simple'
      ? { remedy: (found) => [edits['simple']![1](found, [])] }
      : { problem: `The action "convert" knows no "${flat[0] ?? ''}"` };
  if (name !== 'edit') return { problem: unknown('action', name, ['replace', 'remove', 'edit', 'suggest', 'convert']) };
  const steps: { readonly run: Edit; readonly args: readonly string[]; readonly own: boolean }[] = [];
  for (let i = 0; i < flat.length; ) {
    const op = flat[i]!;
    if (op === 'regex') {
      const read = parsePattern(flat[i + 1] ?? '');
      if ('problem' in read) return { problem: `The pattern of the edit cannot be read: ${read.problem.message}` };
      const pattern = groupedOf(read.node);
      steps.push({ run: (t, [by]) => replaced(pattern, t, by ?? ''), args: [flat[i + 2] ?? ''], own: true });
      i += 3;
      continue;
    }
    const known = Object.hasOwn(edits, op) ? edits[op] : undefined;
    if (!known)
      return {
        problem: beyond.has(op)
          ? `The edit "${op}" has no counterpart here`
          : unknown('edit', op, [...Object.keys(edits), 'regex', ...beyond]),
      };
    const args = flat.slice(i + 1, i + 1 + known[0]);
    if (args.length < known[0]) return { problem: `The edit "${op}" needs ${known[0] === 1 ? 'an argument' : `${known[0]} arguments`}` };
    steps.push({ run: known[1], args, own: false });
    i += 1 + known[0];
  }
  if (steps.length === 0) return { problem: 'The action "edit" has no parameters' };
  return {
    remedy: (found, groups) => [
      steps.reduce((text, s) => s.run(text, s.own ? s.args : s.args.map((a) => expanded(a, found, groups))), found).trim(),
    ],
  };
}
