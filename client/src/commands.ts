import {
  commands,
  type Disposable,
  FilePermission,
  type LogOutputChannel,
  l10n,
  ProgressLocation,
  type QuickPickItem,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, CodeActionRequest, type WorkspaceEdit } from 'vscode-languageclient';
import {
  addPerson,
  checkWorkspace,
  type EditAnswer,
  type Edited,
  giveReason,
  listRules,
  commands as named,
  type RuleLine,
  setDate,
  type WorkspaceResult,
} from '../../server/src/protocol/messages';
import { configName, starter } from './config-files';
import { isDraftScheme, languages } from './documents';
import { openRulePage } from './rule-pages';
import type { Session } from './session';
import { leftIn } from './settings';
import { countsIn, type StatusItem } from './status';

const draftGlob = '**/*.{md,markdown,txt,html,htm}';

/** Everything that a person can ask for by name. Only what they asked for says anything, and only where it cannot be done. */
export function registerCommands(session: Session, status: StatusItem, log: LogOutputChannel, readsDisk: boolean): Disposable[] {
  const register = (name: string, run: (...args: never[]) => unknown): Disposable => commands.registerCommand(`bluePencil.${name}`, run);
  /** The running client, or a word on why there is none. */
  const client = (): BaseLanguageClient | undefined => {
    const running = session.standing === 'running' ? session.client() : undefined;
    if (!running) void window.showWarningMessage(l10n.t('Blue Pencil is not running. "Blue Pencil: Restart" starts it.'));
    return running;
  };
  const draft = (): TextEditor | undefined => {
    const editor = window.activeTextEditor;
    if (editor && (languages as readonly string[]).includes(editor.document.languageId) && isDraftScheme(editor.document.uri.scheme))
      return editor;
    void window.showInformationMessage(l10n.t('Open a draft first.'));
    return undefined;
  };
  /** An editor whose document may be changed: an extension's edits would go past its being read-only. */
  const writable = async (): Promise<TextEditor | undefined> => {
    const editor = draft();
    if (!editor || (await isWritable(editor.document))) return editor;
    void window.showInformationMessage(l10n.t('This document is read-only.'));
    return undefined;
  };
  const apply = async (running: BaseLanguageClient, answer: EditAnswer & { uri?: string }): Promise<boolean> => {
    if ('refused' in answer) {
      void window.showWarningMessage(answer.refused);
      return false;
    }
    return workspace.applyEdit(await running.protocol2CodeConverter.asWorkspaceEdit(answer.edit as WorkspaceEdit));
  };

  return [
    register('fixAll', async () => {
      const [running, editor] = [client(), await writable()];
      if (!running || !editor) return;
      const { document } = editor;
      const end = document.lineAt(document.lineCount - 1).range.end;
      const actions = await running.sendRequest(CodeActionRequest.type, {
        textDocument: running.code2ProtocolConverter.asTextDocumentIdentifier(document),
        range: { start: { line: 0, character: 0 }, end },
        context: { diagnostics: [], only: ['source.fixAll.bluePencil'] },
      });
      const [first] = actions ?? [];
      if (first && 'edit' in first && first.edit)
        await workspace.applyEdit(await running.protocol2CodeConverter.asWorkspaceEdit(first.edit));
      else window.setStatusBarMessage(l10n.t('Blue Pencil: no certain fix to apply.'), 4000);
    }),

    register('checkWorkspace', async () => {
      const running = client();
      if (!running) return;
      status.busy(true);
      try {
        const result = await window.withProgress(
          { location: ProgressLocation.Notification, title: l10n.t('Checking drafts'), cancellable: true },
          async (progress, token) => {
            const id = `bluePencil-${Date.now()}`;
            let before = 0;
            const listening = running.onNotification(
              '$/progress',
              ({ token: of, value }: { token: string; value: { message: string; percentage: number } }) => {
                if (of !== id) return;
                progress.report({ message: value.message, increment: value.percentage - before });
                before = value.percentage;
              },
            );
            try {
              const beside = readsDisk && (workspace.workspaceFolders ?? []).every((f) => f.uri.scheme === 'file');
              return await running.sendRequest<WorkspaceResult>(
                checkWorkspace,
                { progress: id, ...(beside ? {} : { drafts: await readDrafts() }) },
                token,
              );
            } finally {
              listening.dispose();
            }
          },
        );
        const { error, warning, info } = result.counts;
        const said =
          result.drafts === 1
            ? l10n.t('1 draft checked: {0}.', countsIn(result))
            : l10n.t('{0} drafts checked: {1}.', result.drafts, countsIn(result));
        log.info(said);
        window.setStatusBarMessage(`Blue Pencil: ${said}`, 8000);
        if (error + warning + info > 0) await commands.executeCommand('workbench.actions.view.problems');
      } catch (error) {
        log.info(`The check of the workspace did not come to its end: ${error instanceof Error ? error.message : String(error)}`);
      } finally {
        status.busy(false);
      }
    }),

    register('toggle', () => {
      session.paused = !session.paused;
      status.paused(session.paused);
      session.settingsChanged();
    }),

    register('openConfig', async () => {
      const document = window.activeTextEditor?.document;
      const inForce = document && status.of(document)?.config;
      if (inForce) return void (await window.showTextDocument(Uri.parse(inForce)));
      const folder = (document && workspace.getWorkspaceFolder(document.uri)) ?? workspace.workspaceFolders?.[0];
      if (!folder) return void window.showInformationMessage(l10n.t('Open a folder first: the config is kept in it.'));
      const uri = Uri.joinPath(folder.uri, configName);
      const there = await workspace.fs.stat(uri).then(
        () => true,
        () => false,
      );
      if (there) return void (await window.showTextDocument(uri));
      // shown unsaved: nothing is written until it is saved
      const made = await workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
      const editor = await window.showTextDocument(made);
      if (made.getText() === '') await editor.edit((edit) => edit.insert(made.positionAt(0), starter));
    }),

    register('setDate', async () => {
      const [running, editor] = [client(), await writable()];
      if (!running || !editor) return;
      const value = await window.showInputBox({
        title: l10n.t("The draft's date"),
        prompt: l10n.t("The day on which this draft's facts are judged. It is written into the draft."),
        value: status.of(editor.document)?.dateline?.on ?? '',
        validateInput: (text) => (/^\d{4}-\d\d-\d\d$/.test(text.trim()) ? undefined : l10n.t('Write it as 2025-08-07.')),
      });
      if (value !== undefined)
        await apply(running, await running.sendRequest<EditAnswer>(setDate, { uri: uriOf(running, editor.document), on: value.trim() }));
    }),

    register('addPerson', async () => {
      const [running, editor] = [client(), draft()];
      if (!running || !editor) return;
      const name = await window.showInputBox({
        title: l10n.t('Add a person of the desk'),
        prompt: l10n.t('The full name, as it is to be spelled'),
        value: editor.document.getText(editor.selection).replace(/\s+/g, ' ').trim(),
      });
      if (!name?.trim()) return;
      const answer = await running.sendRequest<EditAnswer & { uri?: string }>(addPerson, { uri: uriOf(running, editor.document), name });
      if ((await apply(running, answer)) && answer.uri) await save(Uri.parse(answer.uri));
    }),

    register('showRules', async () => {
      const running = client();
      if (!running) return;
      const document = window.activeTextEditor?.document;
      const lines = await running.sendRequest<RuleLine[]>(listRules, {
        uri: document && isDraftScheme(document.uri.scheme) ? uriOf(running, document) : undefined,
      });
      const left = leftIn(document);
      const standing = (r: RuleLine): string => {
        const other = r.left ? left[r.id] : undefined;
        if (!other) return r.level;
        return r.level === 'off' ? l10n.t('left to {0}', other.to) : l10n.t('{0}, partly left to {1}', r.level, other.to);
      };
      const items = lines.map((r): QuickPickItem => ({ label: r.id, description: standing(r), detail: r.summary }));
      const chosen = await window.showQuickPick(items, { title: l10n.t('Rules, with the levels that hold here'), matchOnDetail: true });
      if (chosen) await openRulePage(chosen.label);
    }),

    register('openRule', (id: string) => openRulePage(id)),
    register('showOutput', () => log.show()),
    register('restart', () => session.restart()),

    commands.registerCommand(named.edited, async ({ uri, fingerprint }: Edited) => {
      const file = Uri.parse(uri);
      await save(file);
      const running = session.client();
      if (fingerprint === undefined || !running) return;
      const reason = await window.showInputBox({
        title: l10n.t('Why does it stand?'),
        prompt: l10n.t('A word for whoever asks later. It stands without one, too.'),
      });
      if (
        reason?.trim() &&
        (await apply(running, await running.sendRequest<EditAnswer>(giveReason, { uri, fingerprint, reason: reason.trim() })))
      )
        await save(file);
    }),
  ];
}

const uriOf = (client: BaseLanguageClient, document: TextDocument): string => client.code2ProtocolConverter.asUri(document.uri);

async function isWritable({ uri, isUntitled }: TextDocument): Promise<boolean> {
  if (isUntitled) return true;
  if (workspace.fs.isWritableFileSystem(uri.scheme) !== true) return false;
  try {
    return ((await workspace.fs.stat(uri)).permissions ?? 0) !== FilePermission.Readonly;
  } catch {
    return true;
  }
}

/** Saves a file that an action wrote to, so that the command line reads it too. */
async function save(uri: Uri): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  if (document.isDirty) await document.save();
}

/** The drafts of a workspace that the server cannot read. */
async function readDrafts(): Promise<{ uri: string; text: string }[]> {
  const uris = await workspace.findFiles(draftGlob, '**/node_modules/**', 5000);
  const out: { uri: string; text: string }[] = [];
  for (const uri of uris) {
    try {
      out.push({ uri: uri.toString(), text: new TextDecoder().decode(await workspace.fs.readFile(uri)) });
    } catch {
      // it has gone meanwhile
    }
  }
  return out;
}
