import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { StyleSheet } from '../../core';
import type { FileProblem, LoadedConfig } from '../config-file';
import type { Files } from '../files';
import { matchesAny } from '../find-drafts';
import { loadStyles, namesOf, type Styles } from './load-styles';
import { namesInConfig } from './names-in-config';
import { placeIn } from './style-file';
import { listOf, parseIni, type ValeIni } from './vale-ini';

/** The styles that a config and Vale's own put in force. */
export interface StylesInForce {
  readonly folder: string;
  /** Vale's config and every file of the styles. */
  readonly files: readonly string[];
  readonly problems: readonly FileProblem[];
  /** The checks for a draft. The same key means the same checks. */
  sheetFor(path: string | undefined): { readonly key: string; readonly sheet: StyleSheet };
}

/** Where styles lie by themselves: beside the config, or where there is none in the folder that is worked in. */
export const stylesFolder = 'styles';

/**
 * The styles for the drafts of one config.
 * The config's word comes first, then that of Vale's own config; a folder "styles" is taken where neither names one. Undefined where there are none.
 */
export function stylesOf(loaded: LoadedConfig, iniFile: string | undefined, files: Files): StylesInForce | undefined {
  const { styles: wish } = loaded.config;
  if (wish === false) return undefined;
  const problems: FileProblem[] = [];
  const ini = iniFile === undefined ? undefined : readIni(iniFile, files, problems);
  const iniFolder = iniFolderOf(ini, files, problems);
  const folder = wish?.path ?? iniFolder ?? (ini?.stylesPath ? undefined : join(ini ? dirname(ini.file) : loaded.root, stylesFolder));
  if (folder === undefined) return { folder: '', files: iniFile ? [iniFile] : [], problems, sheetFor: () => none };
  const found = wish?.path === undefined && iniFolder === undefined;
  // of a folder that the config names itself, this was told when the config was read
  if (wish?.path === undefined && loaded.at) problems.push(...namesInConfig(loaded.config, folder, files).map(loaded.at));
  if (found && files.list(folder).length === 0 && problems.length === 0) return undefined;
  const byIni = wish?.use === undefined ? ini : undefined;
  const vocab = wish?.vocab ?? (ini?.vocab ?? []).map((v) => v.value);
  const styles = loadStyles({ folder, use: wish?.use, vocab, found: found && !ini }, byIni, files);
  problems.push(...styles.problems);
  if (byIni) problems.push(...namesOf(folder, byIni, files));
  const sheets = new Map<string, { readonly key: string; readonly sheet: StyleSheet }>();
  return {
    folder,
    files: [...(iniFile ? [iniFile] : []), ...styles.files],
    problems,
    sheetFor(path) {
      const chosen = byIni ? sheetBy(byIni, styles, path) : sheetOf(styles, wish?.use);
      const key = JSON.stringify(chosen.map((c) => [c.name, c.level]));
      let known = sheets.get(key);
      if (!known) sheets.set(key, (known = { key, sheet: chosen }));
      return known;
    },
  };
}

const none = { key: '', sheet: [] };

function readIni(file: string, files: Files, problems: FileProblem[]): ValeIni | undefined {
  try {
    return parseIni(file, files.read(file));
  } catch {
    problems.push({ file, line: 1, column: 1, start: 0, end: 0, message: 'This file cannot be read.' });
    return undefined;
  }
}

/** The folder that Vale's config names. It must lie beside the config or below. */
function iniFolderOf(ini: ValeIni | undefined, files: Files, problems: FileProblem[]): string | undefined {
  if (!ini?.stylesPath) return undefined;
  const { value, start, end } = ini.stylesPath;
  const path = resolve(dirname(ini.file), value);
  const wrong = (message: string): void => void problems.push(placeIn(ini.file, files.read(ini.file))(start, end, message));
  const inner = relative(dirname(ini.file), path);
  if (inner.startsWith('..') || isAbsolute(inner))
    wrong(`"${value}" lies outside the folder of this config; only files inside it are read.`);
  else if (files.list(path).length === 0) wrong(`"${value}" is no folder with styles.`);
  else return path;
  return undefined;
}

/** Every check of the styles that are used, or of all; the vocabulary's own only where "Vale" is used. */
const sheetOf = (styles: Styles, use: readonly string[] | undefined): StyleSheet =>
  [...styles.checks.values()].filter((c) => (use ? use.includes(c.name.split('.')[0]!) : !c.name.startsWith('Vale.')));

const levels = { suggestion: 'info', warning: 'warning', error: 'error' } as const;
const ranks = { info: 0, warning: 1, error: 2 } as const;

/** The checks that Vale's config puts in force for a draft: sections in their order, the later word over the earlier. */
function sheetBy(ini: ValeIni, styles: Styles, path: string | undefined): StyleSheet {
  const root = dirname(ini.file);
  let based: readonly string[] = [];
  const words = new Map<string, string>();
  for (const { glob, settings } of ini.sections) {
    const holds = glob === '*' || (path !== undefined && matchesAny(path, [glob], root)) || (path === undefined && glob.startsWith('*'));
    if (!holds) continue;
    for (const s of settings)
      if (s.key === 'BasedOnStyles') based = listOf(s).map((l) => l.value);
      else words.set(s.key, s.value.toLowerCase());
  }
  const least = levels[ini.least ?? 'suggestion'];
  return [...styles.checks.values()].flatMap((check) => {
    const style = check.name.split('.')[0]!;
    const own = words.get(check.name);
    if (own === 'no' || (own === undefined && !based.includes(style))) return [];
    if (own === undefined && words.get(style) === 'no') return [];
    const said = [own, words.get(style)].find((w): w is keyof typeof levels => w !== undefined && w in levels);
    const level = said ? levels[said] : check.level;
    if (ranks[level] < ranks[least]) return [];
    return [level === check.level ? check : { ...check, level }];
  });
}
