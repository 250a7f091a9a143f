import pc from 'picocolors';
import { lineIndex } from '../../core';
import { type Message, messageOf, type Result } from '../result';

const sources: Readonly<Record<string, string>> = {
  flag: 'from --as-of',
  comment: 'from its comment',
  'front matter': 'from its front matter',
  dateline: 'from its dateline',
  'file name': 'from its file name',
  config: 'from the config',
  today: 'today: the draft has no date',
};

/** For people: each draft with its dateline, each finding with its place, the line it stands in, evidence and remedy. */
export function pretty(results: readonly Result[], color: boolean): string {
  const c = pc.createColors(color);
  const paint = { error: c.red, warning: c.yellow, info: c.cyan };
  let out = '';
  const totals = { error: 0, warning: 0, info: 0, certain: 0, judgement: 0 };
  for (const r of results) {
    if (r.findings.length === 0) continue;
    const lines = lineIndex(r.text);
    out += `${c.underline(r.shown)}${r.dateline ? c.dim(`  as of ${r.dateline.on} (${sources[r.dateline.from]})`) : ''}\n`;
    for (const f of r.findings) {
      const m = messageOf(f, lines, r.path);
      totals[m.level]++;
      if (m.fix) totals.certain++;
      else if (m.suggestions) totals.judgement++;
      out += `  ${c.dim(`${m.line}:${m.column}`.padEnd(8))}${paint[m.level](m.level.padEnd(8))}${m.message}  ${c.dim(m.ruleId)}\n`;
      if (!r.unread) out += excerpt(r.text, lines, m, c);
      for (const e of m.evidence ?? []) out += `          ${c.dim(`· ${e.text}${e.source ? ` [${e.source}]` : ''}`)}\n`;
      const best = f.fixes[0];
      if (best) out += `          ${c.green(`→ ${best.title}`)}${best.confidence === 'certain' ? c.dim(' (--fix)') : ''}\n`;
    }
    out += '\n';
  }
  return out + summary(results, totals, c);
}

/** The words of the line around the mark, the mark underlined. */
function excerpt(text: string, lines: readonly number[], m: Message, c: ReturnType<typeof pc.createColors>): string {
  const lineStart = lines[m.line - 1]!;
  const lineEnd = lines[m.line] ?? text.length;
  const from = Math.max(lineStart, m.range[0] - 30);
  const to = Math.min(lineEnd, Math.min(m.range[1], m.range[0] + 80) + 30);
  const end = Math.min(m.range[1], to);
  const clean = (s: string): string => s.replace(/[\r\n\t\ufeff]/g, ' ');
  const before = clean(text.slice(from, m.range[0])).trimStart();
  const after = clean(text.slice(end, to)).trimEnd();
  return `          ${c.dim(from > lineStart ? '…' : '')}${c.dim(before)}${c.underline(clean(text.slice(m.range[0], end)))}${c.dim(after)}${c.dim(to < lineEnd - 1 ? '…' : '')}\n`;
}

function summary(
  results: readonly Result[],
  t: Record<'error' | 'warning' | 'info' | 'certain' | 'judgement', number>,
  c: ReturnType<typeof pc.createColors>,
): string {
  if (results.length === 0) return 'No draft was checked.\n';
  const drafts = count(results.length, 'draft');
  if (t.error + t.warning + t.info === 0) return `${c.green('✓')} ${drafts} checked, nothing marked.\n`;
  const fixes = t.certain ? ` ${t.certain} can be fixed with --fix.` : '';
  const offered = t.judgement ? ` ${t.judgement} ${t.judgement === 1 ? 'has' : 'have'} a fix for you to judge, in the editor.` : '';
  return `${c.bold(`${count(t.error, 'error')}, ${count(t.warning, 'warning')}, ${t.info} info`)} in ${drafts}.${fixes}${offered}\n`;
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
