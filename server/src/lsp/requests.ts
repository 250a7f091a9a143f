import { WorkDoneProgress } from 'vscode-languageserver';
import { type Draft, type Edit, parseCivilDate } from '../core';
import { setReason } from '../host/edit-settings';
import {
  addPerson,
  checkWorkspace,
  type EditAnswer,
  type Edited,
  giveReason,
  listRules,
  type RuleLine,
  rulePage,
  setDate,
  type WorkspaceResult,
} from '../protocol/messages';
import { personEdit } from './actions/people';
import { draftEdit, fileEdit } from './actions/scope';
import { lineBefore } from './actions/stet';
import type { Desk } from './desk';
import { rulePageOf } from './rule-page';
import { pathOf } from './uris';
import { type Candidate, checkDrafts } from './workspace-check';

/** The requests of our own client. Each is answered with data; what is to be written the client writes, so that it can be undone. */
export function answerRequests(desk: Desk, watchDrafts: () => void): void {
  const { connection, house, world, settings, files } = desk;

  connection.onRequest(listRules, async ({ uri }: { uri?: string }): Promise<RuleLine[]> => {
    const path = uri === undefined ? undefined : pathOf(uri);
    const pencil = house.pencilFor(path, await settings.of(uri ?? ''));
    const active = new Map(pencil.linterOf(path).active.map((a) => [a.rule.id as string, a.level]));
    const left = pencil.leftIn(path);
    return world.rules.map((r) => ({ id: r.id, level: active.get(r.id) ?? 'off', left: left.includes(r.id), summary: r.summary }));
  });

  connection.onRequest(rulePage, ({ id }: { id: string }): string | null => {
    const rule = world.rules.find((r) => r.id === id);
    return rule ? rulePageOf(rule) : null;
  });

  connection.onRequest<EditAnswer, void>(setDate, async ({ uri, on }: { uri: string; on: string }): Promise<EditAnswer> => {
    const document = desk.draftAt(uri);
    const day = parseCivilDate(on);
    if (!document) return { refused: 'This is not a draft.' };
    if (!day) return { refused: `There is no such day as ${on}. Write it as 2025-08-07.` };
    const { draft } = desk.drafts.verdict(document, await settings.of(uri));
    return { edit: draftEdit({ client: desk.client, document }, [dateEdit(draft, day)]), file: uri };
  });

  connection.onRequest<EditAnswer, void>(
    addPerson,
    async ({ uri, name }: { uri: string; name: string }): Promise<EditAnswer & { uri?: string }> =>
      personEdit(desk, pathOf(uri), await settings.of(uri), name.replace(/\s+/g, ' ').trim()),
  );

  connection.onRequest<EditAnswer, void>(giveReason, ({ uri, fingerprint, reason }: Edited & { reason: string }): EditAnswer => {
    const path = pathOf(uri);
    const text = path === undefined ? undefined : files.actual(path);
    const edits = text === undefined ? undefined : setReason(text, fingerprint ?? '', reason);
    const edit = edits && fileEdit(desk, path!, edits);
    return edit ? { edit, file: uri } : { refused: 'The entry is no longer there.' };
  });

  connection.onRequest(
    checkWorkspace,
    async (
      { progress, drafts: brought }: { progress: string; drafts?: readonly { uri: string; text: string }[] },
      token,
    ): Promise<WorkspaceResult> => {
      const candidates: Candidate[] = brought
        ? brought.flatMap(({ uri, text }) => (pathOf(uri) === undefined ? [] : [{ path: pathOf(uri)!, text }]))
        : (await Promise.all(house.folders().map((f) => world.findDrafts?.(f) ?? []))).flat().map((path) => ({ path }));
      const withOpen = candidates.map((c) => {
        const open = desk.draftAt(desk.uriOf(c.path));
        return open ? { path: c.path, text: open.getText() } : c;
      });
      const say = (done: number): void =>
        void connection.sendProgress(WorkDoneProgress.type, progress, {
          kind: 'report',
          message: `${done + 1} of ${withOpen.length}`,
          percentage: Math.round((100 * done) / Math.max(1, withOpen.length)),
        });
      const { shelves, result } = await checkDrafts(withOpen, world, house, (path) => settings.of(desk.uriOf(path)), token, say);
      if (!result.cancelled) {
        await desk.shelves.fill(shelves);
        watchDrafts();
      }
      for (const line of result.unread) connection.console.warn(line);
      return result;
    },
  );
}

/** The date where the draft says it now, in its comment or its front matter; else a comment before the first paragraph. */
function dateEdit(draft: Draft, on: string): Edit {
  const { from, span, on: old } = draft.dateline;
  const comment = `<!-- as-of: ${on} -->`;
  if (from === 'comment' && span) return { span, text: comment };
  const at = from === 'front matter' && span ? draft.text.slice(span.start, span.end).indexOf(old) : -1;
  if (at >= 0) return { span: { start: span!.start + at, end: span!.start + at + old.length }, text: on };
  const first = draft.paragraphs[0];
  return first
    ? lineBefore(draft.text, first, comment)
    : { span: { start: draft.text.length, end: draft.text.length }, text: `${comment}\n` };
}
