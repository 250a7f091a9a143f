import { resolve } from 'node:path';
import { rules, type ValeOptions, valeLevel } from '../../core';
import type { Pencil } from '../../host/pencil';
import type { ExitCode, Io } from '../io';
import { noMore, readFlags } from '../options';
import { judgingFlags, pencilFor, reportProblems, wishesOf } from '../setup';

/** `blue-pencil config [FILE]`: the settings that hold for a file, and where they come from. */
export async function config(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = readFlags(argv, judgingFlags);
  noMore('config', positionals, 1);
  const pencil = pencilFor(wishesOf(values, io), io);
  const path = positionals[0] === undefined ? undefined : resolve(io.cwd, positionals[0]);
  const { file, config: c } = pencil.configOf(path);
  const active = new Map(pencil.linterOf(path).active.map((a) => [a.rule.id, a]));
  const shown = {
    file: file ?? null,
    failOn: c.failOn ?? 'error',
    dateline: c.dateline,
    extends: c.extends,
    exclude: c.exclude,
    rules: Object.fromEntries(rules.map((r) => [r.id, active.get(r.id)?.level ?? 'off'])),
    knowledge: Object.fromEntries(Object.entries(c.knowledge).filter(([, v]) => v !== undefined)),
    terms: c.terms,
    styles: stylesShown(pencil.stylesOf(path), path, active.get('style/vale')?.options as ValeOptions | undefined),
  };
  await io.out(`${JSON.stringify(shown, null, 2)}\n`);
  return reportProblems(pencil, io) ? 2 : 0;
}

/** Where Vale styles are read from, and the rules of theirs with the level that holds for the file; null where there are none. */
function stylesShown(styles: ReturnType<Pencil['stylesOf']>, path: string | undefined, options: ValeOptions | undefined): unknown {
  if (!styles) return null;
  const levels = styles.sheetFor(path).sheet.map((c) => [c.name, (options ? valeLevel(c, options.checks) : 'off') ?? c.level]);
  return { folder: styles.folder, checks: Object.fromEntries(levels) };
}
