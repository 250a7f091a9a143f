import { join } from 'node:path';
import { decodeCheck, looksLikeCheck, nearest, patternProblem, type StyleSheet, unknown } from '../../core';
import type { FileProblem } from '../config-file';
import { reason } from '../draft-file';
import type { Files } from '../files';
import { checkName } from './check-name';
import { parseStyleFile, placeIn } from './style-file';
import { listOf, type ValeIni } from './vale-ini';

type Check = StyleSheet[number];

/** Where styles lie, and which of them are asked for. */
export interface StylesWish {
  readonly folder: string;
  /** Names of styles; undefined for all that lie there. */
  readonly use: readonly string[] | undefined;
  readonly vocab: readonly string[];
  /** The folder was named by nobody: what in it is no rule of Vale's is none of our business. */
  readonly found: boolean;
}

export interface Styles {
  /** Every check that was read, by its name. */
  readonly checks: ReadonlyMap<string, Check>;
  /** Every file that was read. */
  readonly files: readonly string[];
  readonly problems: readonly FileProblem[];
}

/** Reads the rules of a folder of styles. What is wrong or cannot be done here is told at its place; the rest holds. */
export function loadStyles(wish: StylesWish, ini: ValeIni | undefined, files: Files): Styles {
  const checks = new Map<string, Check>();
  const problems: FileProblem[] = [];
  const read: string[] = [];
  const accept: string[] = [];
  const reject: string[] = [];
  const all = files.list(wish.folder);
  const text = (file: string): string | undefined => {
    try {
      const found = files.read(file);
      read.push(file);
      return found;
    } catch (error) {
      problems.push({ file, line: 1, column: 1, start: 0, end: 0, message: `This file ${reason(error)}.` });
      return undefined;
    }
  };

  for (const name of wish.vocab)
    for (const [list, into] of [
      ['accept', accept],
      ['reject', reject],
    ] as const) {
      const inner = [`config/vocabularies/${name}/${list}.txt`, `Vocab/${name}/${list}.txt`].find((p) => all.includes(p));
      if (!inner) continue;
      const file = join(wish.folder, inner);
      const lines = text(file) ?? '';
      const place = placeIn(file, lines);
      for (const m of lines.matchAll(/[^\r\n]+/g)) {
        const term = m[0].trim();
        if (term === '' || term.startsWith('#')) continue;
        const problem = patternProblem(term);
        if (problem) problems.push(place(m.index, m.index + m[0].length, `"${term}" is left out. ${problem}`, 'warning'));
        else into.push(term);
      }
    }

  const parameters = new Map<string, Record<string, string>>();
  for (const { rule, key, setting } of ini?.parameters ?? []) parameters.set(rule, { ...parameters.get(rule), [key]: setting.value });

  for (const inner of all) {
    const name = checkName(inner, wish.folder);
    if (name === undefined || !isWanted(name, wish.use, ini)) continue;
    const file = join(wish.folder, inner);
    if (!inner.endsWith('.yml')) {
      const place = placeIn(file, '');
      if (!wish.found) problems.push(place(0, 0, 'Vale reads rules from files that end in .yml; this one is not read.', 'warning'));
      continue;
    }
    const source = text(file);
    if (source === undefined) continue;
    const parsed = parseStyleFile(file, source);
    if (wish.found && !looksLikeCheck(parsed.json)) {
      read.pop();
      continue;
    }
    problems.push(...parsed.problems);
    if (parsed.json === undefined) continue;
    const own = parameters.get(name);
    const json = own && typeof parsed.json === 'object' && parsed.json !== null ? { ...parsed.json, ...own } : parsed.json;
    const decoded = decodeCheck(name, json, { accept });
    for (const p of decoded.problems) problems.push(parsed.at(p.path, p.atKey === true, p.message, p.level));
    if (decoded.value) checks.set(name, decoded.value);
  }
  for (const check of [termsOf(accept), avoidOf(reject)]) if (check) checks.set(check.name, check);
  return { checks, files: read, problems };
}

/** Whether anybody may ask for the rule. */
function isWanted(name: string, use: readonly string[] | undefined, ini: ValeIni | undefined): boolean {
  const style = name.split('.')[0]!;
  if (use) return use.includes(style);
  if (!ini) return true;
  return ini.sections.some(({ settings }) =>
    settings.some((s) => (s.key === 'BasedOnStyles' ? listOf(s).some((l) => l.value === style) : s.key === name)),
  );
}

/** Vale.Terms: accepted words and phrases stand as the vocabulary writes them. */
const termsOf = (accept: readonly string[]): Check | undefined => {
  const terms = accept.filter((t) => /^[\p{L}\p{Nd} -]+$/u.test(t));
  if (terms.length === 0) return undefined;
  const swap = Object.fromEntries(terms.map((t) => [t.toLowerCase(), t]));
  const message = "Use '%s' instead of '%s'.";
  return decodeCheck(
    'Vale.Terms',
    { extends: 'substitution', message, level: 'error', ignorecase: true, vocab: false, action: { name: 'replace' }, swap },
    { accept: [] },
  ).value;
};

/** Vale.Avoid: what the vocabulary rejects. */
const avoidOf = (reject: readonly string[]): Check | undefined =>
  reject.length === 0
    ? undefined
    : decodeCheck(
        'Vale.Avoid',
        { extends: 'existence', message: "Avoid using '%s'.", level: 'error', vocab: false, tokens: reject },
        { accept: [] },
      ).value;

/** Styles and rules that the config of Vale names and that are not there. */
export function namesOf(folder: string, ini: ValeIni, files: Files): readonly FileProblem[] {
  const text = ((): string => {
    try {
      return files.read(ini.file);
    } catch {
      return '';
    }
  })();
  const place = placeIn(ini.file, text);
  const all = files.list(folder);
  const there = new Set(all.flatMap((inner) => checkName(inner, folder) ?? []));
  const styleNames = [...new Set([...there].map((n) => n.split('.')[0]!))];
  const out: FileProblem[] = ini.problems.map((p) => place(p.start, p.end, p.message, p.level));
  const builtIn: Readonly<Record<string, string>> = {
    'Vale.Spelling': 'it needs spelling dictionaries',
    'Vale.Repetition': 'copy/doubled-word does what it does',
  };
  const off = new Set(ini.sections.flatMap((s) => s.settings.filter((x) => isNo(x.value)).map((x) => x.key)));
  for (const { settings } of ini.sections)
    for (const s of settings) {
      if (s.key === 'BasedOnStyles') {
        for (const { value } of listOf(s))
          if (value === 'Vale') {
            for (const [rule, why] of Object.entries(builtIn))
              if (!off.has(rule))
                out.push(place(s.start, s.end, `${rule} is not read here: ${why}. "${rule} = NO" says that you know.`, 'warning'));
          } else if (!styleNames.includes(value)) out.push(place(s.start, s.end, unknown('style', value, [...styleNames, 'Vale'])));
        continue;
      }
      if (!/^(?:YES|NO|error|warning|suggestion)$/i.test(s.value))
        out.push(place(s.start, s.end, unknown('value', s.value, ['YES', 'NO', 'suggestion', 'warning', 'error'])));
      else if (!s.key.startsWith('Vale.') && s.key !== 'Vale' && !there.has(s.key) && !styleNames.includes(s.key)) {
        const near = nearest(s.key, [...there]);
        out.push(place(s.start, s.end, `There is no rule "${s.key}" in the styles.${near ? ` Did you mean "${near}"?` : ''}`, 'warning'));
      }
    }
  for (const { value, start, end } of ini.vocab)
    if (!all.some((p) => p.startsWith(`config/vocabularies/${value}/`) || p.startsWith(`Vocab/${value}/`)))
      out.push(place(start, end, `The vocabulary "${value}" is not there: config/vocabularies/${value} is looked for in the styles.`));
  for (const { setting, rule } of ini.parameters)
    if (!there.has(rule)) out.push(place(setting.start, setting.end, `There is no rule "${rule}" in the styles.`, 'warning'));
  return out;
}

const isNo = (value: string): boolean => /^no$/i.test(value);
