import { dirname, isAbsolute, relative, sep } from 'node:path';
import {
  type Assumed,
  applyStet,
  type CivilDate,
  createLinter,
  type Draft,
  type Failure,
  type Finding,
  type Format,
  type Knowledge,
  type Level,
  type Linter,
  mergeRules,
  type Rule,
  type RuleSetting,
  readDraft,
  type StetEntry,
  type StyleSheet,
  valeRule,
} from '../core';
import { type FileProblem, findConfig, type LoadedConfig, loadConfig, noConfig } from './config-file';
import { type DeskPack, joinDesk, shelfOf } from './desk-knowledge';
import { disk, type Files } from './files';
import { matchesAny } from './find-drafts';
import { withHouse } from './house-names';
import { loadStet } from './stet-file';
import { type StylesInForce, stylesOf } from './vale/styles-of';
import { findIni } from './vale/vale-ini';

/** What a shell asks for, over what configs say. */
export interface Wishes {
  readonly asOf?: CivilDate;
  readonly today: CivilDate;
  /** A config file to use for every draft; false for none at all. */
  readonly config?: string | false;
  /** By rule id or group, over every config. */
  readonly rules?: Readonly<Record<string, { readonly level: Level }>>;
  /**
   * What another checker does as well: a rule is off, or has these options, unless a config or one of these wishes names it or its group.
   * House rules win over what an editor finds installed.
   */
  readonly leave?: Leave;
  /** Only these groups. */
  readonly groups?: readonly string[];
}

export type Leave = Readonly<Record<string, 'off' | Readonly<Record<string, unknown>>>>;

export interface Checked {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
}

/** One engine over a knowledge: finds each draft's config, makes the linter that it asks for once, and checks. */
export interface Pencil {
  read(text: string, format: Format, path?: string, previous?: Draft): Draft;
  check(draft: Draft): Checked;
  /** What drafts say against one another, a list a draft. */
  checkDesk(drafts: readonly Draft[]): { readonly findings: readonly (readonly Finding[])[]; readonly failures: readonly Failure[] };
  configOf(path: string | undefined): LoadedConfig;
  knowledgeOf(path: string | undefined): Knowledge;
  /** What the config and its packs add to what we ship, a part a file. */
  packsOf(path: string | undefined): readonly DeskPack[];
  linterOf(path: string | undefined): Linter;
  /** The rules of `leave` that are left to others here, since nothing names them. */
  leftIn(path: string | undefined): readonly string[];
  /** The Vale styles that hold for a draft; undefined where there are none. */
  stylesOf(path: string | undefined): StylesInForce | undefined;
  excluded(path: string): boolean;
  /** Everything wrong with the configs and stet files met so far. */
  problems(): readonly FileProblem[];
  stetProblems(): readonly string[];
}

interface Setting {
  readonly loaded: LoadedConfig;
  readonly knowledge: Knowledge;
  readonly desk: readonly DeskPack[];
  readonly linters: Map<string, Linter>;
  /** Read when the first draft asks for a linter. */
  readonly styles: () => StylesInForce | undefined;
}

export function createPencil(
  base: Knowledge,
  rules: readonly Rule[],
  packs: Readonly<Record<string, unknown>>,
  wishes: Wishes,
  cwd: string,
  files: Files = disk,
): Pencil {
  const settings = new Map<string, Setting>();
  const met: (() => readonly FileProblem[])[] = [];
  const folders = new Map<string, Setting>();
  const stets = new Map<string, ReturnType<typeof loadStet>>();
  const lefts = new WeakMap<Linter, readonly string[]>();
  const deskProblems: FileProblem[] = [];
  const sheets = new WeakMap<StyleSheet, readonly Rule[]>();
  const chosen = wishes.groups?.length ? rules.filter((r) => wishes.groups!.includes(r.id.split('/')[0]!)) : rules;
  const usesStyles = chosen.some((r) => r.id === 'style/vale');

  function settingFor(path: string | undefined): Setting {
    const folder = path === undefined ? cwd : dirname(path);
    const known = folders.get(folder);
    if (known) return known;
    const file = wishes.config === false ? undefined : (wishes.config ?? findConfig(folder, files));
    const ini = wishes.config === false ? undefined : findIni(folder, files);
    const key = `${file ?? ''}\0${ini ?? ''}`;
    let setting = settings.get(key);
    if (!setting) {
      const loaded = file ? loadConfig(file, rules, packs, [], files, shelfOf(base)) : noConfig(cwd);
      const { knowledge, packs: desk } = joinDesk(base, loaded.desk);
      for (const pack of desk) deskProblems.push(...pack.problems);
      let styles: { readonly found: StylesInForce | undefined } | undefined;
      const readStyles = (): StylesInForce | undefined =>
        (styles ??= { found: wishes.config === false ? undefined : stylesOf(loaded, ini, files) }).found;
      setting = { loaded, knowledge, desk, linters: new Map(), styles: readStyles };
      met.push(() => styles?.found?.problems ?? []);
      settings.set(key, setting);
    }
    folders.set(folder, setting);
    return setting;
  }

  /** The rules, with the one for Vale styles bound to a sheet. */
  function rulesWith(sheet: StyleSheet): readonly Rule[] {
    let bound = sheets.get(sheet);
    if (!bound) sheets.set(sheet, (bound = chosen.map((r) => (r.id === 'style/vale' ? valeRule(sheet) : r))));
    return bound;
  }

  function linterFor(path: string | undefined): Linter {
    const { loaded, knowledge, linters, styles } = settingFor(path);
    const style = usesStyles ? styles()?.sheetFor(path) : undefined;
    const applied = path === undefined ? [] : loaded.config.overrides.filter((o) => matchesAny(path, o.files, loaded.root));
    const key = `${applied.map((o) => loaded.config.overrides.indexOf(o)).join()} ${style?.key ?? ''}`;
    const known = linters.get(key);
    if (known) return known;
    let merged: Readonly<Record<string, RuleSetting>> = loaded.config.rules;
    for (const o of applied) merged = mergeRules(merged, o.rules);
    const wished = Object.fromEntries(
      Object.entries(wishes.rules ?? {}).map(([id, r]): [string, RuleSetting] => [id, { level: r.level, options: {} }]),
    );
    const named = mergeRules(merged, wished);
    const left = Object.entries(wishes.leave ?? {}).filter(([id]) => !(id in named) && !(id.split('/')[0]! in named));
    for (const [id, how] of left) named[id] = how === 'off' ? { level: 'off', options: {} } : { options: how };
    const linter = createLinter(style ? rulesWith(style.sheet) : chosen, withHouse(named, loaded.config, knowledge), knowledge);
    linters.set(key, linter);
    lefts.set(
      linter,
      left.map(([id]) => id),
    );
    return linter;
  }

  const stetOf = (path: string | undefined): readonly StetEntry[] => {
    if (wishes.config === false) return [];
    const folder = path === undefined ? cwd : dirname(path);
    let stet = stets.get(folder);
    if (!stet) stets.set(folder, (stet = loadStet(folder, files)));
    return stet.entries;
  };

  const judge = (draft: Draft, findings: readonly Finding[]): readonly Finding[] =>
    draft.remarks.length === 0 && stetOf(draft.path).length === 0
      ? findings
      : applyStet(draft, findings, stetOf(draft.path), (rule) => wasAsked(rule, draft.path)).findings;

  /** Whether a draft by itself was judged by all rules of an id or a group; those of the desk compare drafts, and judge none by itself. */
  function wasAsked(named: string | undefined, path: string | undefined): boolean {
    if (named === undefined)
      return (
        chosen.length === rules.length &&
        Object.keys(wishes.leave ?? {}).length === 0 &&
        Object.values(wishes.rules ?? {}).every((r) => r.level !== 'off')
      );
    const active = new Set(linterFor(path).active.map((a) => a.rule.id));
    return rules.filter((r) => r.id === named || r.id.startsWith(`${named}/`)).every((r) => r.scope !== 'desk' && active.has(r.id));
  }

  return {
    read(text, format, path, previous) {
      const { config } = settingFor(path).loaded;
      const assumed: Assumed = {
        today: wishes.today,
        ...(wishes.asOf ? { asOf: wishes.asOf } : {}),
        ...(path === undefined ? {} : { path: shown(path, cwd) }),
        ...(config.dateline.date ? { configured: config.dateline.date } : {}),
        ...(config.dateline.keys ? { keys: config.dateline.keys } : {}),
      };
      const draft = readDraft(text, format, assumed, settingFor(path).knowledge, previous);
      if (path !== undefined) (draft as { path?: string }).path = path;
      return draft;
    },
    check(draft) {
      const { findings, failures } = linterFor(draft.path).lint(draft);
      return { draft, findings: judge(draft, findings), failures };
    },
    checkDesk(drafts) {
      const { findings, failures } = linterFor(drafts[0]?.path).lintDesk(drafts);
      return { findings: findings.map((f, i) => judge(drafts[i]!, f).filter((x) => x.rule !== 'copy/unused-stet')), failures };
    },
    configOf: (path) => settingFor(path).loaded,
    knowledgeOf: (path) => settingFor(path).knowledge,
    packsOf: (path) => settingFor(path).desk,
    linterOf: linterFor,
    leftIn: (path) => lefts.get(linterFor(path)) ?? [],
    stylesOf: (path) => (usesStyles ? settingFor(path).styles() : undefined),
    excluded(path) {
      const { loaded, styles } = settingFor(path);
      if (matchesAny(path, loaded.config.exclude, loaded.root)) return true;
      // the vocabularies and read-me files of styles are no drafts
      const folder = usesStyles ? styles()?.folder : undefined;
      return folder ? !relative(folder, path).startsWith('..') && !isAbsolute(relative(folder, path)) : false;
    },
    problems: () => [...[...settings.values()].flatMap((s) => s.loaded.problems), ...deskProblems, ...met.flatMap((m) => m())],
    stetProblems: () => [...stets.values()].flatMap((s) => s.problems),
  };
}

/** The path as the reader knows it: from the working folder, with forward slashes. */
export function shown(path: string, cwd: string): string {
  const inner = relative(cwd, path);
  return (inner === '' || inner.startsWith('..') ? path : inner).split(sep).join('/');
}
