import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type Config, decodeConfig, emptyConfig, lineIndex, mergeConfigs, nearest, type Problem, positionAt, type Rule } from '../core';
import { reason } from './draft-file';

export const configName = '.blue-pencil.json';

/** What is wrong with a file of settings, and where. Lines and columns count from 1. */
export interface FileProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** In the file, UTF-16. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface LoadedConfig {
  /** The file itself; missing where there is none. */
  readonly file?: string;
  /** Where globs of the config start from. */
  readonly root: string;
  readonly config: Config;
  readonly problems: readonly FileProblem[];
}

/** The nearest config at or above the folder. */
export function findConfig(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, configName);
    if (existsSync(file)) return file;
    if (dirname(at) === at) return undefined;
  }
}

export const noConfig = (root: string): LoadedConfig => ({ root, config: emptyConfig, problems: [] });

/** Reads a config and what it extends. Whatever is wrong is reported at its place; the rest holds. */
export function loadConfig(file: string, rules: readonly Rule[], packs: Readonly<Record<string, unknown>>, seen: readonly string[] = []): LoadedConfig {
  const root = dirname(file);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return { file, root, config: emptyConfig, problems: [{ file, line: 1, column: 1, start: 0, end: 0, message: `The config ${reason(error)}.` }] };
  }
  const { config, problems, tree, at } = parseConfig(file, text, rules);
  let base: Config = emptyConfig;
  const inherited: FileProblem[] = [];
  config.extends.forEach((name, i) => {
    const pack = packs[name];
    if (pack !== undefined) {
      base = mergeConfigs(base, decodeConfig(pack, rules).value);
      return;
    }
    const here: Problem['path'] = Array.isArray(tree && getNodeValue(tree)?.extends) ? ['extends', i] : ['extends'];
    const path = resolve(root, name);
    const wrong = (message: string): void => void inherited.push(at({ path: here, message }));
    if (!/[./\\]/.test(name)) {
      const near = nearest(name, Object.keys(packs));
      wrong(`"${name}" is not a pack that ships.${near ? ` Did you mean "${near}"?` : ''} Known: ${Object.keys(packs).join(', ')}. A file is written as "./${name}.json".`);
    } else if (!existsSync(path)) wrong(`"${name}" does not exist.`);
    else if (leaves(root, path)) wrong(`"${name}" lies outside the folder of this config; only files inside it are read.`);
    else if (seen.includes(path) || path === file) wrong(`"${name}" extends itself in a circle.`);
    else {
      const loaded = loadConfig(path, rules, packs, [...seen, file]);
      base = mergeConfigs(base, loaded.config);
      inherited.push(...loaded.problems);
    }
  });
  return { file, root, config: mergeConfigs(base, config), problems: [...problems, ...inherited] };
}

const leaves = (root: string, path: string): boolean => {
  const inner = relative(realpathSync(root), realpathSync(path));
  return inner.startsWith('..') || isAbsolute(inner);
};

/** Decodes the text of a config; for editors, which have it in memory. */
export function parseConfig(file: string, text: string, rules: readonly Rule[]): { config: Config; problems: FileProblem[]; tree: Node | undefined; at: (p: Problem) => FileProblem } {
  const lines = lineIndex(text);
  const place = (start: number, end: number, message: string): FileProblem => {
    const p = positionAt(lines, start);
    return { file, line: p.line + 1, column: p.column + 1, start, end, message };
  };
  const errors: ParseError[] = [];
  const tree = parseTree(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true });
  const at = (p: Problem): FileProblem => {
    const node = tree && findNodeAtLocation(tree, [...p.path]);
    const shown = p.atKey && node?.parent?.type === 'property' ? node.parent.children?.[0] : node;
    const where = shown ?? tree;
    return place(where?.offset ?? 0, (where?.offset ?? 0) + (where?.length ?? 0), p.message);
  };
  const syntax = errors.map((e) => place(e.offset, e.offset + e.length, `This is not JSON with comments: ${words(printParseErrorCode(e.error))}.`));
  if (!tree) return { config: emptyConfig, problems: syntax.length ? syntax : [place(0, 0, 'The config is empty. Write {} at least.')], tree, at };
  const decoded = decodeConfig(getNodeValue(tree), rules);
  return { config: decoded.value, problems: [...syntax, ...decoded.problems.map(at)], tree, at };
}

/** "PropertyNameExpected" as "property name expected". */
const words = (code: string): string => code.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`).replace(/^./, (c) => c.toLowerCase());
