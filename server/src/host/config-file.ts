import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import {
  type Config,
  decodeConfig,
  emptyConfig,
  joinConfigs,
  lineIndex,
  mergeConfigs,
  nearest,
  type Problem,
  positionAt,
  type Rule,
} from '../core';
import { type DeskSource, type PackShelf, worthKeeping } from './desk-knowledge';
import { reason } from './draft-file';
import { disk, type Files } from './files';
import { knowledgeKeys, repeatedKeys } from './repeated-keys';
import { namesInConfig } from './vale/names-in-config';

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
  /** Missing for what is wrong; `warning` for what may be meant so. */
  readonly level?: 'warning';
  /** What every reader of JSON can say of the file, whatever it is for: it cannot be parsed, or a key stands twice. */
  readonly json?: 'syntax' | 'repeated key';
}

export interface LoadedConfig {
  /** The file itself; missing where there is none. */
  readonly file?: string;
  /** The files that it extends, and that they extend. */
  readonly extended?: readonly string[];
  /** Where globs of the config start from. */
  readonly root: string;
  readonly config: Config;
  readonly problems: readonly FileProblem[];
  /** What it and the files that it extends say of people, offices, places and organisations, each over those before it. */
  readonly desk: readonly DeskSource[];
  /** Where in the file a problem stands; missing where there is no file. */
  readonly at?: (problem: Problem) => FileProblem;
}

/** The nearest config at or above the folder. */
export function findConfig(folder: string, files: Files = disk): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, configName);
    if (files.exists(file)) return file;
    if (dirname(at) === at) return undefined;
  }
}

export const noConfig = (root: string): LoadedConfig => ({ root, config: emptyConfig, problems: [], desk: [] });

/**
 * Reads a config and what it extends. Whatever is wrong is reported at its place; the rest holds.
 * @param shelf of packs that were compiled before: a large one that is kept there is not parsed again.
 */
export function loadConfig(
  file: string,
  rules: readonly Rule[],
  packs: Readonly<Record<string, unknown>>,
  seen: readonly string[] = [],
  files: Files = disk,
  shelf?: PackShelf,
): LoadedConfig {
  const root = dirname(file);
  const unread = (why: string): LoadedConfig => {
    const problem = { file, line: 1, column: 1, start: 0, end: 0, message: `The config ${why}.` };
    return { file, root, config: emptyConfig, problems: [problem], desk: [] };
  };
  let text: string;
  try {
    text = files.read(file);
  } catch (error) {
    return unread(reason(error));
  }
  if (text.includes('\0')) return unread('is not encoded as UTF-8: save it as UTF-8');
  const large = seen.length > 0 && text.length >= worthKeeping;
  const kept = large ? shelf?.find(text) : undefined;
  let parsed: ReturnType<typeof parseConfig> | undefined;
  const parse = (): ReturnType<typeof parseConfig> => (parsed ??= parseConfig(file, text, rules));
  const source = (pure: boolean): DeskSource => ({
    file,
    text,
    pure,
    kept,
    said: () => parse().config.knowledge,
    remarks: () =>
      repeatedKeys(parse().tree).map((k) => ({
        ...parse().place(
          k.offset,
          k.offset + k.length,
          `"${k.key}" stands here ${k.times === 2 ? 'twice' : `${k.times} times`}; only the last counts. Tell two of one name apart by a bracket, as in "${k.key} (Ohio)".`,
        ),
        json: 'repeated key' as const,
      })),
    at: (p) => parse().at(p),
  });
  if (kept?.pure) return { file, root, config: emptyConfig, problems: [], desk: [source(true)] };
  const { config, problems, tree, at } = parse();
  let base: Config = emptyConfig;
  const inherited: FileProblem[] = [];
  const extended: string[] = [];
  const desk: DeskSource[] = [];
  config.extends.forEach((name, i) => {
    const here: Problem['path'] = Array.isArray(tree && getNodeValue(tree)?.extends) ? ['extends', i] : ['extends'];
    const wrong = (message: string): void => void inherited.push(at({ path: here, message }));
    const pack = packs[name];
    if (pack !== undefined) {
      const shipped = decodeConfig(pack, rules).value;
      base = joinConfigs(base, shipped);
      if (saysSomething(shipped))
        desk.push({
          file,
          text: `extends ${name}`,
          pure: false,
          said: () => shipped.knowledge,
          remarks: () => [],
          at: (p) => at({ path: here, message: `${name}: ${p.message}` }),
        });
      return;
    }
    const path = resolve(root, name);
    if (!/[./\\]/.test(name)) {
      const near = nearest(name, Object.keys(packs));
      wrong(
        `"${name}" is not a pack that ships.${near ? ` Did you mean "${near}"?` : ''} Known: ${Object.keys(packs).join(', ')}. A file is written as "./${name}.json".`,
      );
    } else if (!files.exists(path)) wrong(`"${name}" does not exist.`);
    else if (leaves(root, path, files)) wrong(`"${name}" lies outside the folder of this config; only files inside it are read.`);
    else if (seen.includes(path) || path === file) wrong(`"${name}" extends itself in a circle.`);
    else {
      const loaded = loadConfig(path, rules, packs, [...seen, file], files, shelf);
      base = joinConfigs(base, loaded.config);
      inherited.push(...loaded.problems);
      extended.push(path, ...(loaded.extended ?? []));
      desk.push(...loaded.desk);
    }
  });
  const pure =
    tree?.type === 'object' &&
    problems.length === 0 &&
    (tree.children ?? []).every((c) => ['$schema', ...knowledgeKeys].includes(c.children?.[0]?.value as string));
  if (saysSomething(config)) desk.push(source(pure));
  // what a large pack says stays with its source: nobody wants ten thousand rows in the config
  const own: Config = located(large ? { ...config, knowledge: {} } : config, root, files, (p) => void inherited.push(at(p)));
  return { file, root, extended, config: mergeConfigs(base, own), problems: [...problems, ...inherited], desk, at };
}

/** The config with the folder of its styles found; what is named and is not there is told. */
function located(config: Config, root: string, files: Files, wrong: (problem: Problem) => void): Config {
  if (!config.styles) return config;
  const { path: written, ...rest } = config.styles;
  // without a path the folder beside the config, or that of Vale's own config, is meant
  if (written === undefined) return config;
  const path = resolve(root, written);
  const refused = leaves(root, path, files)
    ? `"${written}" lies outside the folder of this config; only files inside it are read.`
    : files.list(path).length === 0
      ? `"${written}" is no folder with styles.`
      : undefined;
  if (refused !== undefined) {
    wrong({ path: ['styles'], message: refused });
    return { ...config, styles: false };
  }
  for (const p of namesInConfig(config, path, files)) wrong(p);
  return { ...config, styles: { ...rest, path } };
}

const saysSomething = ({ knowledge }: Config): boolean => Object.values(knowledge).some((v) => v !== undefined);

const leaves = (root: string, path: string, files: Files): boolean => {
  const real = (p: string): string => {
    try {
      return files.real(p);
    } catch {
      return p; // it is not there, and that is told in other words
    }
  };
  const inner = relative(real(root), real(path));
  return inner.startsWith('..') || isAbsolute(inner);
};

/** Decodes the text of a config; for editors, which have it in memory. */
export function parseConfig(
  file: string,
  text: string,
  rules: readonly Rule[],
): {
  config: Config;
  problems: FileProblem[];
  tree: Node | undefined;
  at: (p: Problem) => FileProblem;
  place: (start: number, end: number, message: string) => FileProblem;
} {
  const lines = lineIndex(text);
  const place = (start: number, end: number, message: string): FileProblem => {
    const p = positionAt(lines, start);
    return { file, line: p.line + 1, column: p.column + 1, start, end, message };
  };
  const errors: ParseError[] = [];
  const tree = parseTree(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true });
  const at = (p: Problem): FileProblem => {
    // the place itself, or the nearest above it that is in this file; of what lies above, the key alone
    let depth = p.path.length;
    let node = tree && findNodeAtLocation(tree, [...p.path]);
    while (tree && !node && depth > 0) node = findNodeAtLocation(tree, p.path.slice(0, --depth));
    const shown = (p.atKey || depth < p.path.length) && node?.parent?.type === 'property' ? node.parent.children?.[0] : node;
    const where = shown ?? tree;
    return place(where?.offset ?? 0, (where?.offset ?? 0) + (where?.length ?? 0), p.message);
  };
  const syntax = errors.map(
    (e): FileProblem => ({
      ...place(e.offset, e.offset + e.length, `This is not JSON with comments: ${words(printParseErrorCode(e.error))}.`),
      json: 'syntax',
    }),
  );
  if (!tree)
    return {
      config: emptyConfig,
      problems: syntax.length ? syntax : [place(0, 0, 'The config is empty. Write {} at least.')],
      tree,
      at,
      place,
    };
  const decoded = decodeConfig(getNodeValue(tree), rules);
  return { config: decoded.value, problems: [...syntax, ...decoded.problems.map(at)], tree, at, place };
}

/** True where the text can be parsed as JSON with comments; what it says may still be wrong. */
export function isWholeConfig(text: string): boolean {
  const errors: ParseError[] = [];
  return parseTree(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true }) !== undefined && errors.length === 0;
}

/** "PropertyNameExpected" as "property name expected". */
const words = (code: string): string =>
  code.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`).replace(/^./, (c) => c.toLowerCase());
