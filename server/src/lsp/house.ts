import { dirname, isAbsolute, join, relative } from 'node:path';
import { type CivilDate, type Knowledge, lineIndex } from '../core';
import { configName, type FileProblem, parseConfig } from '../host/config-file';
import { packs } from '../host/packs';
import { createPencil, type Pencil } from '../host/pencil';
import { stetName } from '../host/stet-file';
import { iniNames } from '../host/vale/vale-ini';
import type { Settings } from '../protocol/settings';
import type { HeldFiles } from './held-files';
import type { World } from './world';

/** The pencils of a desk: one a workspace folder and set of settings, made anew when a config, a stet file or the day changes. */
export interface House {
  /** Names what has been read of configs so far: the same name means the same problems. */
  configState(): string;
  /** Grows with every change of config, stet or knowledge: what was judged before it is out of date. */
  generation(): number;
  /** The pencil for a draft; a draft that lies nowhere gets that of the first folder. */
  pencilFor(path: string | undefined, settings: Settings): Pencil;
  /** The folder of the workspace that holds the path, else the path's own folder. */
  folderOf(path: string | undefined): string;
  setFolders(paths: readonly string[]): void;
  folders(): readonly string[];
  setKnowledge(sent: Uint8Array | undefined): void;
  /** Opens the knowledge before the first draft asks for it. */
  warm(): void;
  /** Something that pencils have read has changed. */
  reset(): void;
  /** Every config and extended file that pencils have read, with what is wrong in it now. */
  configProblems(): ReadonlyMap<string, readonly FileProblem[]>;
  /** True for a config, a file that one extends, and what belongs to the styles in force. */
  isConfig(path: string): boolean;
  /** The config that holds for a draft, as last met. */
  configFileOf(path: string | undefined): string | undefined;
  /** True where the configs and stet files at and above a draft are not what they were when last asked. Reads them; at most once in a while. */
  hasChanged(path: string): boolean;
}

/** @param met is told of every config and extended file when it is read for the first time. */
export function createHouse(world: World, files: HeldFiles, met: (file: string) => void): House {
  let folders: readonly string[] = [];
  let generation = 1;
  let base: Knowledge | undefined;
  let sent: Uint8Array | undefined;
  let today: CivilDate | undefined;
  const pencils = new Map<string, Pencil>();
  const configs = new Set<string>();
  const styleFolders = new Set<string>();
  const inForce = new Map<string, string | undefined>();
  const looks = new Map<string, string>();
  let problems: { readonly state: string; readonly found: ReadonlyMap<string, readonly FileProblem[]> } | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;

  const contains = (folder: string, path: string): boolean => {
    const inner = relative(folder, path);
    return !inner.startsWith('..') && !isAbsolute(inner);
  };
  const folderOf = (path: string | undefined): string => {
    if (path === undefined) return folders[0] ?? '/';
    const holding = folders.filter((f) => contains(f, path)).sort((a, b) => b.length - a.length);
    return holding[0] ?? dirname(path);
  };

  return {
    generation: () => generation,
    configState: () => `${generation} ${configs.size} ${pencils.size}`,
    folderOf,
    folders: () => folders,
    setFolders(paths) {
      folders = paths;
      this.reset();
    },
    setKnowledge(bytes) {
      sent = bytes;
      base = undefined;
      this.reset();
    },
    warm() {
      base ??= world.knowledge(sent);
    },
    reset() {
      generation++;
      pencils.clear();
    },
    pencilFor(path, settings) {
      const now = world.today();
      if (now !== today) {
        today = now;
        this.reset();
      }
      const cwd = folderOf(path);
      const key = JSON.stringify([cwd, settings.rules, settings.leave]);
      let pencil = pencils.get(key);
      if (!pencil) {
        base ??= world.knowledge(sent);
        const rules = Object.fromEntries(Object.entries(settings.rules).map(([id, level]) => [id, { level }]));
        pencil = createPencil(base, world.rules, packs, { today: now, rules, leave: settings.leave }, cwd, files);
        pencils.set(key, pencil);
      }
      const { file, extended } = pencil.configOf(path);
      inForce.set(path ?? '', file);
      const styles = pencil.stylesOf(path);
      if (styles?.folder) styleFolders.add(styles.folder);
      const style = styles ? [...styles.files, ...styles.problems.map((p) => p.file)] : [];
      for (const f of [...(file ? [file, ...(extended ?? [])] : []), ...style]) {
        if (!configs.has(f)) met(f);
        configs.add(f);
      }
      return pencil;
    },
    configProblems() {
      if (problems?.state === this.configState()) return problems.found;
      const out = new Map<string, FileProblem[]>();
      const known = [...pencils.values()].flatMap((p) => p.problems());
      for (const file of configs) {
        const text = files.actual(file);
        if (text === undefined) {
          configs.delete(file);
          out.set(file, []);
        } else if (files.isStale(file)) out.set(file, parseConfig(file, text, world.rules).problems);
        else out.set(file, distinct(known.filter((p) => p.file === file)));
      }
      problems = { state: this.configState(), found: out };
      return out;
    },
    isConfig: (path) => configs.has(path) || (/\.(?:ya?ml|txt)$/.test(path) && [...styleFolders].some((folder) => contains(folder, path))),
    configFileOf: (path) => inForce.get(path ?? ''),
    hasChanged(path) {
      if (performance.now() - lookedAt < 500) return false;
      lookedAt = performance.now();
      const folder = dirname(path);
      const parts: string[] = [];
      for (let at = folder; ; at = dirname(at)) {
        for (const name of [configName, stetName, ...iniNames])
          if (files.exists(join(at, name))) parts.push(join(at, name), files.actual(join(at, name)) ?? '');
        if (dirname(at) === at) break;
      }
      for (const style of styleFolders)
        for (const inner of files.list(style))
          if (/\.(?:ya?ml|txt)$/.test(inner)) parts.push(inner, files.actual(join(style, inner)) ?? '');
      const now = parts.join('\0');
      const before = looks.get(folder);
      looks.set(folder, now);
      return before !== undefined && before !== now;
    },
  };
}

const distinct = (problems: readonly FileProblem[]): FileProblem[] => [
  ...new Map(problems.map((p) => [`${p.start} ${p.end} ${p.message}`, p])).values(),
];

/** Where a one-line problem of a file stands whose place is not known: its first line. */
export const firstLine = (text: string): { start: number; end: number } => ({ start: 0, end: (lineIndex(text)[1] ?? text.length + 1) - 1 });
