import {
  type CancellationToken,
  CancellationTokenSource,
  type Diagnostic,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { formatOf } from '../host/draft-file';
import { type Status, statusChanged } from '../protocol/messages';
import type { Settings } from '../protocol/settings';
import { configProblems } from './config-problems';
import type { Desk } from './desk';
import type { Verdict } from './drafts';
import { pathOf } from './uris';
import { countsOf } from './workspace-check';

export interface Delivery {
  /** Configs, stet files or settings have changed: everything shown is to be judged anew. */
  refresh(): void;
  /** What a verdict brings besides diagnostics: one log line a rule that failed, the status, problems of configs. */
  tell(verdict: Verdict, known: Settings): void;
}

/** Brings diagnostics to the editor: it pulls them, or where it cannot they are pushed after every change. */
export function deliver(desk: Desk): Delivery {
  const { connection, client, documents, drafts, house, settings, shelves } = desk;
  const problems = configProblems(connection, house, desk.files, desk.uriOf);
  const failed = new Set<string>();
  let shownState = '';

  function showProblems(): void {
    if (shownState === house.configState()) return;
    shownState = house.configState();
    problems.show(desk.openDrafts().flatMap((d) => pathOf(d.uri) ?? []));
  }

  function tell(verdict: Verdict, known: Settings): void {
    for (const { rule, error } of verdict.failures) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (failed.has(rule)) continue;
      failed.add(rule);
      connection.console.error(`The rule ${rule} failed and was left out; the others go on. ${message.replace(/\s*\n\s*/g, ' | ')}`);
    }
    showProblems();
    if (client.options.ours) void connection.sendNotification(statusChanged, statusOf(desk, verdict, known));
  }

  async function judge(document: TextDocument, known: Settings, token: CancellationToken): Promise<Verdict | undefined> {
    if (!client.watches) lookAround(desk, document);
    const verdict = await drafts.patiently(document, known, token);
    if (verdict) tell(verdict, known);
    return verdict;
  }

  async function pull(uri: string, previous: string | undefined, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const empty: DocumentDiagnosticReport = { kind: 'full', items: [] };
    const asked = desk.draftAt(uri);
    if (!asked) return empty;
    const { delay } = await settings.of(uri);
    if (delay > 0 && drafts.isKnown(uri) && drafts.idOf(asked, await settings.of(uri)) !== drafts.lastId(uri)) await sleep(delay, token);
    for (;;) {
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The text changed.');
      const known = await settings.of(uri);
      // closed, or closed and opened again, while this waited
      const document = desk.draftAt(uri);
      if (!document) return empty;
      const verdict = await judge(document, known, token);
      if (!verdict) continue;
      const resultId = `${verdict.id} ${known.highestSeverity} ${known.maxNumberOfProblems}`;
      if (resultId === previous) return { kind: 'unchanged', resultId };
      return { kind: 'full', resultId, items: desk.diagnostics.all(verdict, known) };
    }
  }

  const pushing = new Map<string, CancellationTokenSource>();
  async function push(uri: string, now: boolean): Promise<void> {
    pushing.get(uri)?.cancel();
    const mine = new CancellationTokenSource();
    pushing.set(uri, mine);
    const document = desk.draftAt(uri);
    if (!document) return;
    const known = await settings.of(uri);
    if (!now) await sleep(known.delay, mine.token);
    if (mine.token.isCancellationRequested || !desk.draftAt(uri)) return;
    const verdict = await judge(document, known, mine.token);
    if (!verdict || mine.token.isCancellationRequested) return;
    const against = shelves.deskOf(uri).map((f) => desk.diagnostics.one(f, document, known));
    const diagnostics: Diagnostic[] = [...desk.diagnostics.all(verdict, known), ...against];
    void connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  }

  if (client.pulls) connection.languages.diagnostics.on((p, token) => pull(p.textDocument.uri, p.previousResultId, token));
  documents.onDidChangeContent(async ({ document }) => {
    const { uri } = document;
    if (!desk.draftAt(uri)) return;
    const opened = !drafts.isKnown(uri);
    if (!opened) await shelves.outdate(uri);
    else if (shelves.has(uri)) await shelves.show(uri);
    if (client.pulls) return;
    const { run } = await settings.of(uri);
    if (opened || run === 'onType') await push(uri, opened);
  });
  documents.onDidSave(async ({ document: { uri } }) => {
    if (!client.pulls && (await settings.of(uri)).run === 'onSave') await push(uri, true);
  });
  documents.onDidClose(({ document: { uri } }) => {
    pushing.get(uri)?.cancel();
    pushing.delete(uri);
    drafts.forget(uri);
    settings.forget(uri);
    if (shelves.has(uri)) void reread(desk, uri);
    else if (!client.pulls) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  let waiting: ReturnType<typeof setTimeout> | undefined;
  return {
    tell,
    refresh() {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        if (desk.openDrafts().length === 0) showProblems();
        if (client.pulls && client.refreshes) connection.languages.diagnostics.refresh().catch(() => undefined);
        else if (!client.pulls) for (const d of desk.openDrafts()) void push(d.uri, true);
        if (client.hintRefreshes) connection.languages.inlayHint.refresh().catch(() => undefined);
      }, 100);
    },
  };
}

/** A closed draft that the last check of the workspace had found: judged again from its file. */
export async function reread(desk: Desk, uri: string): Promise<void> {
  const path = pathOf(uri);
  const read = path === undefined ? undefined : desk.world.readDraft?.(path);
  if (!path || !read || 'problem' in read) return desk.shelves.drop(uri);
  const pencil = desk.house.pencilFor(path, await desk.settings.of(uri));
  const { findings } = pencil.check(pencil.read(read.text, formatOf(path), path));
  await desk.shelves.outdate(uri, { findings, text: read.text });
}

/** For editors that do not watch files: looks whether the configs and stet files above a draft are what they were. */
function lookAround(desk: Desk, document: TextDocument): void {
  const path = pathOf(document.uri);
  if (path !== undefined && desk.house.hasChanged(path)) desk.house.reset();
}

function statusOf(desk: Desk, { document, state, draft, findings, path, milliseconds }: Verdict, known: Settings): Status {
  const file = desk.house.configFileOf(path);
  const { on, from, place } = draft.dateline;
  return {
    uri: document.uri,
    state,
    ...(state === 'checked' ? { dateline: { on, from, ...(place ? { place } : {}) } } : {}),
    counts: countsOf(findings),
    ...(file ? { config: desk.uriOf(file) } : {}),
    configBroken: file !== undefined && (desk.house.configProblems().get(file) ?? []).some((p) => p.level !== 'warning'),
    configStale: file !== undefined && desk.files.isStale(file),
    left: state === 'checked' ? desk.house.pencilFor(path, known).leftIn(path) : [],
    milliseconds: Math.round(milliseconds * 10) / 10,
  };
}

const sleep = (ms: number, token: CancellationToken): Promise<void> =>
  new Promise((resolve) => {
    // a token that was cancelled before it was looked at never fires
    if (token.isCancellationRequested) return resolve();
    const timer = setTimeout(done, ms);
    const listening = token.onCancellationRequested(done);
    function done(): void {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    }
  });
