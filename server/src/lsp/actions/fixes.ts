import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { applyEdits, type Edit, type FileFix, type Finding } from '../../core';
import { draftEdit, type Scope } from './scope';

/** What remedies a finding, the certain one first and preferred. */
export function fixesOf(scope: Scope, finding: Finding, most = 4): CodeAction[] {
  const certain = finding.fixes.find((f) => f.confidence === 'certain');
  const ordered = [...(certain ? [certain] : []), ...finding.fixes.filter((f) => f !== certain)];
  return ordered.slice(0, most).map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [scope.diagnosticOf(finding)],
    ...(fix === certain ? { isPreferred: true } : {}),
    edit: draftEdit(scope, fix.edits),
  }));
}

/** One step for several places of the draft: the rule's own, a spelling throughout, all residue. */
export function throughout(scope: Scope, finding: Finding): CodeAction[] {
  const all = scope.verdict.findings;
  const out: CodeAction[] = [];
  const add = (title: (n: number) => string, chosen: readonly { readonly finding: Finding; readonly fix: FileFix }[]): void => {
    const taken = disjoint(chosen);
    if (taken.length < 2) return;
    const edit = draftEdit(
      scope,
      taken.flatMap((t) => t.fix.edits),
    );
    out.push({ title: title(taken.length), kind: CodeActionKind.QuickFix, diagnostics: [scope.diagnosticOf(finding)], edit });
  };

  if (finding.rule.startsWith('name/') && finding.fixes[0]) {
    const word = wordWritten(scope.verdict.draft.text, finding.fixes[0]);
    if (word) {
      const same = all.flatMap((f) => {
        const fix = f.rule.startsWith('name/') ? f.fixes.find((x) => wordWritten(scope.verdict.draft.text, x) === word) : undefined;
        return fix ? [{ finding: f, fix }] : [];
      });
      add((n) => `Use "${word}" throughout this draft (${n} places)`, same);
    }
  }
  if (finding.rule.startsWith('boilerplate/') && isDeletion(finding.fixes[0])) {
    const residue = all.filter((f) => f.rule.startsWith('boilerplate/') && isDeletion(f.fixes[0]));
    add(
      (n) => `Delete all residue in this draft (${n} places)`,
      residue.map((f) => ({ finding: f, fix: f.fixes[0]! })),
    );
  }
  // of two remedies one must be chosen by somebody: such findings are left out
  const plain = all.filter((f) => f.rule === finding.rule && onlyFix(f));
  if (onlyFix(finding))
    add(
      (n) => `Fix all ${n} of ${finding.rule} in this draft`,
      plain.map((f) => ({ finding: f, fix: onlyFix(f)! })),
    );
  return out;
}

const onlyFix = (f: Finding): FileFix | undefined =>
  f.fixes.find((x) => x.confidence === 'certain') ?? (f.fixes.length === 1 ? f.fixes[0] : undefined);
const isDeletion = (fix: FileFix | undefined): boolean =>
  fix !== undefined && fix.edits.length > 0 && fix.edits.every((e) => e.text === '');

/** Those whose edits clash with none before them. */
function disjoint<T extends { readonly fix: FileFix }>(list: readonly T[]): T[] {
  const taken: Edit[] = [];
  return list.filter(({ fix }) => {
    const clash = fix.edits.some((e) =>
      taken.some(
        (t) => (e.span.start < t.span.end && t.span.start < e.span.end) || (e.span.start === t.span.start && e.span.end === t.span.end),
      ),
    );
    if (!clash) taken.push(...fix.edits);
    return !clash;
  });
}

/** The whole words that stand where the fix has been, once it is applied: "Zelenskyy" where it adds a letter. Undefined for a deletion. */
function wordWritten(text: string, fix: FileFix): string | undefined {
  const first = fix.edits[0];
  const last = fix.edits.at(-1);
  if (!first || !last || isDeletion(fix) || last.span.end - first.span.start > 200) return undefined;
  let start = first.span.start;
  let end = last.span.end;
  while (start > 0 && /[\p{L}\p{M}\p{N}'’-]/u.test(text[start - 1]!)) start--;
  while (end < text.length && /[\p{L}\p{M}\p{N}'’-]/u.test(text[end]!)) end++;
  const moved = fix.edits.map((e) => ({ span: { start: e.span.start - start, end: e.span.end - start }, text: e.text }));
  return (
    applyEdits(text.slice(start, end), moved)
      .replace(/['’]s$/, '')
      .trim() || undefined
  );
}
