import { addDays, type CivilDate, lineIndex, longDate, positionAt, rules } from '../../core';
import { formatOf, readDraftFile } from '../../host/draft-file';
import { findDrafts } from '../../host/find-drafts';
import { packs } from '../../host/packs';
import { createPencil, type Pencil, shown } from '../../host/pencil';
import { calendar } from '../calendar';
import { type ExitCode, type Io, UsageError } from '../io';
import { choice, dayFlag, readFlags } from '../options';
import { type Rot, rotOf } from '../rot';
import { judgingFlags, knowledgeOf, reportProblems, wishesOf } from '../setup';

interface Row extends Rot {
  readonly shown: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** `blue-pencil rot [paths] --from DATE --to DATE`: which sentences stop being true, on which day and why. Exit code 1 where any does. */
export async function rot(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { 'as-of': _, ...shared } = judgingFlags;
  const { values, positionals } = readFlags(argv, {
    ...shared,
    from: { type: 'string' },
    to: { type: 'string' },
    format: { type: 'string' },
  });
  const from = dayFlag('--from', values['from']) ?? io.today;
  const to = dayFlag('--to', values['to']) ?? addDays(from, 365);
  if (to < from) throw new UsageError(`--to ${to} lies before --from ${from}`);
  const format = choice('--format', values['format'], ['pretty', 'json', 'ics'] as const, 'pretty');
  const wishes = wishesOf(values, io);
  const knowledge = knowledgeOf(io);
  const pencils = new Map<CivilDate, Pencil>();
  const pencilOn = (asOf: CivilDate): Pencil => {
    let pencil = pencils.get(asOf);
    if (!pencil) {
      if (pencils.size > 64) pencils.delete(pencils.keys().next().value!);
      pencil = createPencil(knowledge, rules, packs, { ...wishes, asOf }, io.cwd);
      pencils.set(asOf, pencil);
    }
    return pencil;
  };
  const base = pencilOn(from);
  const found = await findDrafts(positionals.length ? positionals : ['.'], io.cwd, []);
  for (const p of found.problems) io.err(`blue-pencil: ${p}\n`);
  let unread = found.problems.length;
  const rows: Row[] = [];
  for (const path of found.paths) {
    if (base.excluded(path)) continue;
    const file = readDraftFile(path);
    if ('problem' in file) {
      unread++;
      io.err(`blue-pencil: ${shown(path, io.cwd)} ${file.problem}\n`);
      continue;
    }
    const lines = lineIndex(file.text);
    for (const r of rotOf((on) => pencilOn(on).read(file.text, formatOf(path), path), base, from, to)) {
      const at = positionAt(lines, r.finding.span.start);
      rows.push({ ...r, path, shown: shown(path, io.cwd), line: at.line + 1, column: at.column + 1 });
    }
  }
  rows.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  if (format === 'json') await io.out(`${JSON.stringify(rows.map(json), null, 2)}\n`);
  else if (format === 'ics')
    await io.out(
      calendar(
        rows.map((r) => ({
          on: r.on,
          uid: `${r.finding.fingerprint}-${r.on}@blue-pencil`,
          title: `${r.shown}: "${r.text}"`,
          text: `${r.shown}:${r.line}\n${r.finding.message}`,
        })),
        io.today,
      ),
    );
  else await io.out(table(rows, from, to));
  if (unread || reportProblems(base, io)) return 2;
  return rows.length ? 1 : 0;
}

const json = (r: Row): unknown => ({
  filePath: r.path,
  on: r.on,
  text: r.text,
  ruleId: r.finding.rule,
  level: r.finding.severity,
  message: r.finding.message,
  line: r.line,
  column: r.column,
  range: [r.finding.span.start, r.finding.span.end],
  evidence: r.finding.evidence,
  fingerprint: r.finding.fingerprint,
});

function table(rows: readonly Row[], from: CivilDate, to: CivilDate): string {
  if (rows.length === 0) return `Nothing goes bad between ${longDate(from)} and ${longDate(to)}.\n`;
  const wide = Math.max(...rows.map((r) => `${r.shown}:${r.line}:${r.column}`.length)) + 2;
  return rows
    .map(
      (r) =>
        `from ${r.on}  ${`${r.shown}:${r.line}:${r.column}`.padEnd(wide)}"${r.text.replace(/\s+/g, ' ')}"\n${' '.repeat(17)}${r.finding.message}  ${r.finding.rule}\n`,
    )
    .join('');
}
