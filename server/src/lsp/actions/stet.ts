import { dirname } from 'node:path';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Edit, Finding, Placed } from '../../core';
import { addStet } from '../../host/edit-settings';
import { shown } from '../../host/pencil';
import { stetPlace } from '../../host/stet-file';
import { commands, type Edited } from '../../protocol/messages';
import { draftEdit, fileEdit, quoted, type Scope } from './scope';

/** "Let it stand": by fingerprint in the stet file, by a comment before the paragraph, by a comment for the file. */
export function stetsOf(scope: Scope, finding: Finding): CodeAction[] {
  if (finding.rule === 'copy/unused-stet') return [];
  return [byFingerprint(scope, finding), ...byComment(scope, finding)].flatMap((a) => (a ? [a] : []));
}

function byFingerprint(scope: Scope, finding: Finding): CodeAction | undefined {
  const { document, house, files, client, verdict } = scope;
  if (verdict.path === undefined) return undefined;
  const root = house.folderOf(verdict.path);
  const file = stetPlace(dirname(verdict.path), root, files);
  const text = document.getText().slice(finding.span.start, finding.span.end).slice(0, 200);
  const edits = addStet(files.actual(file), {
    fingerprint: finding.fingerprint,
    rule: finding.rule,
    text,
    reason: 'Let stand in the editor.',
  });
  const edit = edits && fileEdit(scope, file, edits);
  if (!edit) return undefined;
  const edited: Edited = { uri: scope.uriOf(file), fingerprint: finding.fingerprint };
  return {
    title: `Let ${quoted(text)} stand: note it in ${shown(file, root)}`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [scope.diagnosticOf(finding)],
    edit,
    ...(client.options.ours ? { command: { title: 'Save', command: commands.edited, arguments: [edited] } } : {}),
  };
}

function byComment(scope: Scope, finding: Finding): CodeAction[] {
  const { draft } = scope.verdict;
  const placed = draft.paragraphs.find((p) => p.whole.start <= finding.span.start && finding.span.start < p.whole.end);
  const first = draft.paragraphs[0];
  if (!placed || !first) return [];
  const action = (title: string, edit: Edit): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [scope.diagnosticOf(finding)],
    edit: draftEdit(scope, [edit]),
  });
  return [
    // a comment cannot be tied to one cell of a table
    ...(placed.paragraph.kind === 'cell'
      ? []
      : [action(`Let this paragraph stand: <!-- stet ${finding.rule} -->`, stetParagraph(draft.text, draft.format, placed, finding.rule))]),
    action(
      `Let ${finding.rule} stand in this whole file: <!-- stet-file ${finding.rule} -->`,
      lineBefore(draft.text, first, `<!-- stet-file ${finding.rule} -->`),
    ),
  ];
}

/** Before a paragraph on a line of its own; inside lists, quotations and headings of Markdown at the end of the text, where it breaks nothing. */
function stetParagraph(text: string, format: string, placed: Placed, rule: string): Edit {
  const comment = `<!-- stet ${rule} -->`;
  const { kind } = placed.paragraph;
  const inside =
    format === 'markdown' &&
    (kind === 'item' ||
      kind === 'quote' ||
      kind === 'heading' ||
      kind === 'headline' ||
      kind === 'caption' ||
      lineStart(text, placed) !== placed.whole.start);
  if (!inside) return lineBefore(text, placed, comment);
  const { runs } = placed.paragraph.map;
  const end = placed.at + (runs.at(-1) ?? 0);
  return { span: { start: end, end }, text: ` ${comment}` };
}

/** A line of its own before the paragraph, indented as it is; for an element within a line of HTML, right before the element. */
export function lineBefore(text: string, placed: Placed, comment: string): Edit {
  const at = placed.whole.start;
  const eol = /\r\n/.test(text.slice(0, 2000)) ? '\r\n' : '\n';
  if (lineStart(text, placed) === at)
    return { span: { start: at, end: at }, text: `${/^[ \t]*/.exec(text.slice(at, at + 40))![0]}${comment}${eol}` };
  return { span: { start: at, end: at }, text: `${comment}${eol}` };
}

const lineStart = (text: string, placed: Placed): number =>
  Math.max(text.lastIndexOf('\n', placed.whole.start - 1), text.lastIndexOf('\r', placed.whole.start - 1)) + 1;
