import { join } from 'node:path';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { type Draft, type Finding, inFile, type Span } from '../../core';
import { configName } from '../../host/config-file';
import { addPerson } from '../../host/edit-settings';
import { shown } from '../../host/pencil';
import { commands, type EditAnswer } from '../../protocol/messages';
import type { Settings } from '../../protocol/settings';
import { fileEdit, type Scope } from './scope';

type Place = Pick<Scope, 'client' | 'house' | 'files' | 'uriOf'>;

/** Offers to take a name that is marked as wrong for the right name of somebody the desk knows. */
export function addPersonTo(scope: Scope, finding: Finding, settings: Settings): CodeAction[] {
  if (!finding.rule.startsWith('name/')) return [];
  const name = fullName(scope.verdict.draft, finding.span);
  const added = name === undefined ? undefined : personEdit(scope, scope.verdict.path, settings, name);
  if (!added || !('edit' in added)) return [];
  return [
    {
      title: `Add "${name}" to the people in ${added.file}`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [scope.diagnosticOf(finding)],
      edit: added.edit as NonNullable<CodeAction['edit']>,
      ...(scope.client.options.ours ? { command: { title: 'Save', command: commands.edited, arguments: [{ uri: added.uri }] } } : {}),
    },
  ];
}

/** The edit that adds a person to the config that holds for a draft, or to a new one in its folder of the workspace. */
export function personEdit(
  place: Place,
  path: string | undefined,
  settings: Settings,
  name: string,
): EditAnswer & { readonly uri?: string } {
  const root = place.house.folderOf(path);
  if (path === undefined && place.house.folders().length === 0) return { refused: 'Open a folder first: the config is kept in it.' };
  const file = place.house.pencilFor(path, settings).configOf(path).file ?? join(root, configName);
  const edits = addPerson(place.files.actual(file), name);
  if (!edits) return { refused: `${shown(file, root)} is broken: mend it first.` };
  if (edits.length === 0) return { refused: `${name} is in ${shown(file, root)} already.` };
  const edit = fileEdit(place, file, edits);
  return edit
    ? { edit, file: shown(file, root), uri: place.uriOf(file) }
    : { refused: 'This editor cannot make files: make the config first.' };
}

/** The full name that a marked span is part of: the mention's, else the run of capitalised words around it. Undefined for a lone word. */
export function fullName(draft: Draft, span: Span): string | undefined {
  for (const placed of draft.paragraphs) {
    if (span.start < placed.whole.start || span.start >= placed.whole.end) continue;
    for (const m of placed.paragraph.mentions) {
      const at = inFile(placed, m.name);
      const name = placed.paragraph.text.slice(m.name.start, m.name.end);
      if (at.start < span.end && span.start < at.end && m.form === 'full') return name;
    }
    const words = [
      ...placed.paragraph.text.matchAll(
        /\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:(?:de|da|di|van|von|der|bin|al|el|la|le) )*\p{Lu}[\p{L}\p{M}'’-]*)+/gu,
      ),
    ];
    for (const w of words) {
      const at = inFile(placed, { start: w.index, end: w.index + w[0].length });
      if (at.start <= span.start && span.end <= at.end) return w[0].replace(/['’]s$/, '');
    }
  }
  return undefined;
}
