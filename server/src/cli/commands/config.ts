import { resolve } from 'node:path';
import { rules } from '../../core';
import type { Pencil } from '../../host/pencil';
import type { ExitCode, Io } from '../io';
import { readFlags } from '../options';
import { judgingFlags, pencilFor, reportProblems, wishesOf } from '../setup';

/** `blue-pencil config [FILE]`: the settings that hold for a file, and where they come from. */
export async function config(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = readFlags(argv, judgingFlags);
  const pencil = pencilFor(wishesOf(values, io), io);
  const path = positionals[0] === undefined ? undefined : resolve(io.cwd, positionals[0]);
  const { file, config: c } = pencil.configOf(path);
  const active = new Map(pencil.linterOf(path).active.map((a) => [a.rule.id, a.level]));
  const shown = {
    file: file ?? null,
    failOn: c.failOn ?? 'error',
    dateline: c.dateline,
    extends: c.extends,
    exclude: c.exclude,
    rules: Object.fromEntries(rules.map((r) => [r.id, active.get(r.id) ?? 'off'])),
    knowledge: Object.fromEntries(Object.entries(c.knowledge).filter(([, v]) => v !== undefined)),
    terms: c.terms,
    styles: stylesShown(pencil.stylesOf(path), path),
  };
  await io.out(`${JSON.stringify(shown, null, 2)}\n`);
  return reportProblems(pencil, io) ? 2 : 0;
}

/** Where Vale styles are read from, and the rules of theirs that hold for the file; null where there are none. */
const stylesShown = (styles: ReturnType<Pencil['stylesOf']>, path: string | undefined): unknown =>
  styles ? { folder: styles.folder, checks: Object.fromEntries(styles.sheetFor(path).sheet.map((c) => [c.name, c.level])) } : null;
