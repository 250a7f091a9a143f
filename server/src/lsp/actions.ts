import { type CodeAction, CodeActionKind, type CodeActionParams, CodeActionTriggerKind, type Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { certainEdits, type Finding } from '../core';
import { commands, ruleUrl } from '../protocol/messages';
import type { Settings } from '../protocol/settings';
import { fixesOf, throughout } from './actions/fixes';
import { addPersonTo } from './actions/people';
import { draftEdit, type Scope } from './actions/scope';
import { stetsOf } from './actions/stet';
import { fixAllKind } from './client';
import { toSpan } from './convert';
import type { Desk } from './desk';
import type { Data } from './diagnostics';
import type { Verdict } from './drafts';
import { piecesOf } from './pieces';

/** What can be done at a place of a draft, best first. Every action but the rule's page carries its edit. */
export function codeActions(desk: Desk, document: TextDocument, settings: Settings, { range, context }: CodeActionParams): CodeAction[] {
  const asked = (kind: string): boolean => context.only?.some((o) => kind === o || kind.startsWith(`${o}.`)) ?? false;
  if (asked(fixAllKind)) return fixAll(desk, document, settings);
  if (
    context.only
      ? !asked(CodeActionKind.QuickFix)
      : context.triggerKind === CodeActionTriggerKind.Automatic && context.diagnostics.length === 0
  )
    return [];
  const verdict = desk.drafts.verdict(document, settings);
  const theirs = context.diagnostics.filter((d) => d.source === undefined || d.source === 'Blue Pencil');
  const findings = chosen(verdict, document, toSpan(document, range), theirs);
  if (findings.length === 0) return [];
  const scope: Scope = {
    ...desk,
    document,
    verdict,
    findings,
    diagnosticOf: (finding) => theirs.find((d) => isOf(d, finding, document)) ?? desk.diagnostics.one(finding, document, settings),
  };
  const out = findings.flatMap((f) => fixesOf(scope, f, findings.length > 2 ? 1 : 4));
  for (const f of distinctRules(findings)) out.push(...throughout(scope, f));
  // a wide selection is for fixing; what is to stand is said of one finding at a time
  for (const f of findings.length > 2 ? [] : findings) out.push(...addPersonTo(scope, f, settings), ...stetsOf(scope, f));
  for (const f of findings.length > 2 ? [] : distinctRules(findings)) if (desk.documented.has(f.rule)) out.push(pageOf(scope, f));
  return distinctTitles(out);
}

/** Certain fixes only, read anew until none is left, as the smallest edits of the text as it stands. */
function fixAll(desk: Desk, document: TextDocument, settings: Settings): CodeAction[] {
  const verdict = desk.drafts.verdict(document, settings);
  if (verdict.state !== 'checked') return [];
  const { path, draft } = verdict;
  const pencil = desk.house.pencilFor(path, settings);
  const pieces = piecesOf(draft.text);
  let { findings } = verdict;
  let previous = draft;
  for (let round = 0; round < 10; round++) {
    const { edits } = certainEdits(findings);
    if (edits.length === 0) break;
    pieces.apply(edits);
    const text = pieces.text();
    if (text === previous.text) break;
    previous = pencil.read(text, draft.format, path, previous);
    findings = pencil.check(previous).findings;
  }
  const edits = pieces.edits();
  if (edits.length === 0) return [];
  return [{ title: 'Apply all certain fixes (Blue Pencil)', kind: fixAllKind, edit: draftEdit({ client: desk.client, document }, edits) }];
}

/** By what the client sent back with its diagnostics, where it did; else by place. */
function chosen(verdict: Verdict, document: TextDocument, at: { start: number; end: number }, theirs: readonly Diagnostic[]): Finding[] {
  const here = verdict.findings.filter((f) => f.span.start <= at.end && at.start <= f.span.end);
  const meant = theirs.length ? verdict.findings.filter((f) => theirs.some((d) => isOf(d, f, document))) : [];
  return meant.length ? meant : here;
}

function isOf(d: Diagnostic, finding: Finding, document: TextDocument): boolean {
  const data = d.data as Partial<Data> | undefined;
  if (data?.fingerprint !== undefined) return data.fingerprint === finding.fingerprint;
  const span = toSpan(document, d.range);
  return d.code === finding.rule && span.start === finding.span.start && span.end === finding.span.end;
}

const distinctRules = (findings: readonly Finding[]): Finding[] =>
  [...new Map([...findings].reverse().map((f) => [f.rule, f])).values()].reverse();
const distinctTitles = (actions: readonly CodeAction[]): CodeAction[] =>
  actions.filter((a, i) => actions.findIndex((b) => b.title === a.title) === i);

const pageOf = (scope: Scope, finding: Finding): CodeAction => ({
  title: `Open the page of ${finding.rule}`,
  kind: CodeActionKind.QuickFix,
  diagnostics: [scope.diagnosticOf(finding)],
  command: { title: `Open the page of ${finding.rule}`, command: commands.openRule, arguments: [finding.rule, ruleUrl(finding.rule)] },
});
