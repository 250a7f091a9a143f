import type { Draft, Paragraph, Placed } from '../draft/draft';
import { listMark } from '../draft/list-mark';
import type { Knowledge } from '../knowledge/knowledge';
import { toSource, toSourceEdit } from '../text/source-map';
import { applyEdits, bySpan, type Edit, overlaps, type Span } from '../text/span';
import { type Level, type RuleSetting, settingOf } from './config';
import { type Failure, type FileFix, type Finding, lowered, type Verdict } from './finding';
import { fingerprint } from './fingerprint';
import type { Context, DeskReport, DeskRule, DraftReport, DraftRule, Fix, ParagraphRule, Report, Rule, Severity } from './rule';

export interface Linter {
  /** The findings of one draft, in the order of the text; stet is not yet taken off. */
  lint(draft: Draft): Verdict;
  /** What drafts say against one another; a list a draft, in the order given. */
  lintDesk(drafts: readonly Draft[]): { readonly findings: readonly (readonly Finding[])[]; readonly failures: readonly Failure[] };
  /** lint, a step at a time: after each paragraph and each rule the caller may pause, or leave off. */
  steps(draft: Draft): Generator<void, Verdict>;
  /** Rules that are on, with their levels. */
  readonly active: readonly { readonly rule: Rule; readonly level: Severity; readonly options: unknown }[];
  /** How many paragraphs have been judged anew since the linter was made: what a keystroke costs, in paragraphs. */
  readonly judged: () => number;
}

interface Running<R extends Rule> {
  readonly rule: R;
  readonly level: Severity;
  readonly options: unknown;
}

interface Judged {
  readonly reports: readonly { readonly running: Running<ParagraphRule>; readonly report: Report }[];
  readonly failures: readonly Failure[];
}

/** Makes a linter for one set of settings and one knowledge. Verdicts on paragraphs live as long as the paragraphs do. */
export function createLinter(rules: readonly Rule[], settings: Readonly<Record<string, RuleSetting>>, knowledge: Knowledge): Linter {
  const running = rules.flatMap((rule): Running<Rule>[] => {
    const { level, options } = settingOf(rule, settings);
    return level === 'off' ? [] : [{ rule, level: level as Exclude<Level, 'off'>, options }];
  });
  const paragraphRules = running.filter((r): r is Running<ParagraphRule> => r.rule.scope === 'paragraph');
  const draftRules = running.filter((r): r is Running<DraftRule> => r.rule.scope === 'draft');
  const deskRules = running.filter((r): r is Running<DeskRule> => r.rule.scope === 'desk');
  const verdicts = new WeakMap<Paragraph, Judged>();
  const drafts = new WeakMap<Draft, Verdict>();
  let judged = 0;

  function judge(paragraph: Paragraph, dateline: Context['dateline']): Judged {
    const known = verdicts.get(paragraph);
    if (known) return known;
    judged++;
    const reports: { running: Running<ParagraphRule>; report: Report }[] = [];
    const failures: Failure[] = [];
    for (const one of paragraphRules) {
      try {
        for (const report of one.rule.check(paragraph, { dateline, knowledge, options: one.options }))
          reports.push({ running: one, report });
      } catch (error) {
        failures.push({ rule: one.rule.id, error });
      }
    }
    const verdict = { reports, failures };
    verdicts.set(paragraph, verdict);
    return verdict;
  }

  function lint(draft: Draft): Verdict {
    const going = steps(draft);
    for (let step = going.next(); ; step = going.next()) if (step.done) return step.value;
  }

  function* steps(draft: Draft): Generator<void, Verdict> {
    const known = drafts.get(draft);
    if (known) return known;
    const findings: Loose[] = [];
    const failures = new Map<string, Failure>();
    for (const placed of draft.paragraphs) {
      const verdict = judge(placed.paragraph, draft.dateline);
      for (const { running: one, report } of verdict.reports) push(findings, draft, one, { ...report, placed });
      for (const f of verdict.failures) failures.set(f.rule, f);
      yield;
    }
    for (const one of draftRules) {
      try {
        for (const report of one.rule.check(draft, { dateline: draft.dateline, knowledge, options: one.options }))
          push(findings, draft, one, report);
      } catch (error) {
        failures.set(one.rule.id, { rule: one.rule.id, error });
      }
      yield;
    }
    const verdict = { findings: settle(findings, draft.text), failures: [...failures.values()] };
    drafts.set(draft, verdict);
    return verdict;
  }

  function lintDesk(all: readonly Draft[]): { findings: Finding[][]; failures: Failure[] } {
    const lists: Loose[][] = all.map(() => []);
    const failures: Failure[] = [];
    for (const one of deskRules) {
      try {
        for (const report of one.rule.check(all, { knowledge, options: one.options })) {
          const list = lists[all.indexOf(report.draft)];
          if (list) push(list, report.draft, one, report);
        }
      } catch (error) {
        failures.push({ rule: one.rule.id, error });
      }
    }
    return { findings: lists.map((l, i) => settle(l, all[i]!.text)), failures };
  }

  return { lint, steps, lintDesk, active: running, judged: () => judged };
}

type Loose = Omit<Finding, 'fingerprint'>;

function push(into: Loose[], draft: Draft, one: Running<Rule>, report: DraftReport | DeskReport): void {
  const { placed } = report;
  const { paragraph } = placed;
  const mark = clamp(report.span, paragraph.text.length);
  if (
    !('through' in report && report.through) &&
    paragraph.verbatim.some((v) => overlaps(v, mark)) &&
    !one.rule.id.startsWith('boilerplate/')
  )
    return;
  const quoted = one.rule.quotes !== 'same' && paragraph.quotes.some((q) => overlaps(q, mark) && q.start <= mark.start);
  if (quoted && one.rule.quotes === 'skip') return;
  let severity = report.severity && rankBelow(report.severity, one) ? report.severity : one.level;
  if (quoted) severity = one.rule.id.startsWith('title/') ? 'info' : lowered(severity);
  const anyQuote = quoted || paragraph.quotes.some((q) => overlaps(q, mark) && q.start <= mark.start);
  const source = toSource(paragraph.map, mark);
  const span =
    report.through && report.through !== placed
      ? {
          start: placed.at + source.start,
          end: report.through.at + toSource(report.through.paragraph.map, { start: 0, end: report.through.paragraph.text.length }).end,
        }
      : { start: markedFrom(draft, report) ?? placed.at + source.start, end: placed.at + source.end };
  const fixes = (report.fixes ?? []).flatMap((fix): FileFix[] => {
    const edits = fix.elsewhere && fix.edits.length === 0 ? sharedEdits(draft, placed, fix) : fileEdits(draft, placed, fix);
    return edits
      ? [{ title: fix.title, edits, confidence: anyQuote && !one.rule.id.startsWith('boilerplate/') ? 'judgement' : fix.confidence }]
      : [];
  });
  const related = [
    ...(report.related ?? []).map((r) => ({ span: inFile(r.placed, r.span), message: r.message })),
    ...('elsewhere' in report
      ? (report.elsewhere ?? []).map((r) => ({
          ...(r.draft.path === undefined ? {} : { path: r.draft.path }),
          span: inFile(r.placed, r.span),
          message: r.message,
        }))
      : []),
  ];
  into.push({ rule: one.rule.id, severity, span, message: report.message, evidence: report.evidence ?? [], fixes, related });
}

/** Where the list mark begins that a report takes in. */
const markedFrom = (draft: Draft, report: DraftReport): number | undefined =>
  report.marker ? listMark(draft, report.placed)?.start : undefined;

/** A report may lower its rule's level, and raise it only where the level is the rule's own, not the house's word. */
const rankBelow = (_s: Severity, one: Running<Rule>): boolean => one.level === one.rule.severity || one.rule.severity === 'off';

const clamp = (s: Span, length: number): Span => {
  const start = Math.min(Math.max(0, s.start), length);
  return { start, end: Math.min(Math.max(start, s.end), length) };
};

/** The place in the file of a span of a paragraph. */
export function inFile(placed: Placed, s: Span): Span {
  const source = toSource(placed.paragraph.map, clamp(s, placed.paragraph.text.length));
  return { start: placed.at + source.start, end: placed.at + source.end };
}

const shared = new WeakMap<Fix, { readonly edits: readonly Edit[] | undefined }>();

/** A fix that is one for many reports, with no edits at a place of its own: put into the file's offsets once. */
function sharedEdits(draft: Draft, placed: Placed, fix: Fix): readonly Edit[] | undefined {
  const known = shared.get(fix) ?? { edits: fileEdits(draft, placed, fix) };
  shared.set(fix, known);
  return known.edits;
}

/** A fix in the file's own offsets, or undefined where it would cut through markup. */
function fileEdits(draft: Draft, placed: Placed, fix: Fix): Edit[] | undefined {
  const out: Edit[] = [];
  for (const part of [{ placed, edits: fix.edits }, ...(fix.elsewhere ?? [])]) {
    for (const edit of part.edits) {
      const mapped = toSourceEdit(part.placed.paragraph.map, part.placed.paragraph.text, edit);
      if (!mapped) return undefined;
      const span = { start: part.placed.at + mapped.span.start, end: part.placed.at + mapped.span.end };
      out.push({ span, text: draft.format === 'html' ? escapeHtml(mapped.text) : mapped.text });
    }
  }
  if (fix.remove) out.push(...removals(draft, fix.remove));
  for (const placed of fix.unmark ?? []) {
    const span = listMark(draft, placed);
    if (!span) return undefined;
    out.push({ span, text: '' });
  }
  if (out.length === 0) return undefined;
  out.sort(bySpan);
  for (let i = 1; i < out.length; i++) if (out[i]!.span.start < out[i - 1]!.span.end) return undefined;
  return out;
}

const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Deletes whole paragraphs with their line breaks, and of the blank lines around them all but one. Neighbours are taken together. */
function removals(draft: Draft, paragraphs: readonly Placed[]): Edit[] {
  const { text } = draft;
  const edits: Edit[] = [];
  for (const p of [...paragraphs].sort((a, b) => a.whole.start - b.whole.start)) {
    let { start, end } = p.whole;
    const previous = edits.at(-1);
    if (previous && start < previous.span.end) start = previous.span.end;
    if (end <= start) continue;
    const blankBefore =
      start === 0 ||
      /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(Math.max(0, start - 200), start)) ||
      previous?.span.end === start;
    if (blankBefore) {
      const after = /^(?:[ \t]*(?:\r\n|\n|\r))+/.exec(text.slice(end, end + 400));
      if (after) end += after[0].length;
    }
    if (end >= text.length) {
      const before = /(?:[ \t]*(?:\r\n|\n|\r))+$/.exec(text.slice(Math.max(0, start - 400), start));
      // what ended with a line break still does
      const kept = /[\r\n]$/.test(text) ? (/^[ \t]*(?:\r\n|\n|\r)/.exec(before?.[0] ?? '')?.[0].length ?? 0) : 0;
      if (before && start > 0) start -= before[0].length - kept;
    }
    if (previous && previous.span.end >= start) edits[edits.length - 1] = { span: { start: previous.span.start, end }, text: '' };
    else edits.push({ span: { start, end }, text: '' });
  }
  return edits;
}

/** In the order of the text, without repetitions, each with its fingerprint. */
function settle(findings: readonly Loose[], text: string): Finding[] {
  const seen = new Map<string, number>();
  const kept = new Set<string>();
  const out: Finding[] = [];
  for (const f of [...findings].sort((a, b) => bySpan(a, b) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0))) {
    const same = `${f.rule} ${f.span.start} ${f.span.end} ${f.message}`;
    if (kept.has(same)) continue;
    kept.add(same);
    const marked = text.slice(f.span.start, f.span.end);
    const before = text.slice(Math.max(0, f.span.start - 60), f.span.start).replace(/^[\s\S]*[\r\n]/, '');
    const after = text.slice(f.span.end, f.span.end + 60).replace(/[\r\n][\s\S]*$/, '');
    const base = fingerprint(f.rule, marked, before, after, 0);
    const nth = seen.get(base) ?? 0;
    seen.set(base, nth + 1);
    out.push({ ...f, fingerprint: nth === 0 ? base : fingerprint(f.rule, marked, before, after, nth) });
  }
  return out;
}

/** Applies the certain fixes of a verdict to the text as read; of two that overlap, the first. Returns the text unchanged where there is none. */
export function applyCertain(text: string, findings: readonly Finding[]): { text: string; applied: number } {
  const { edits, applied } = certainEdits(findings);
  return { text: applyEdits(text, edits), applied };
}

/** The edits of the certain fixes of a verdict, none overlapping another: of two that do, the first. */
export function certainEdits(findings: readonly Finding[]): { edits: readonly Edit[]; applied: number } {
  const edits: Edit[] = [];
  let applied = 0;
  const taken = (e: Edit): boolean =>
    edits.some(
      (t) => (e.span.start < t.span.end && t.span.start < e.span.end) || (e.span.start === t.span.start && e.span.end === t.span.end),
    );
  for (const f of findings) {
    const fix = f.fixes.find((x) => x.confidence === 'certain');
    if (!fix || fix.edits.some(taken)) continue;
    edits.push(...fix.edits);
    applied++;
  }
  return { edits, applied };
}
