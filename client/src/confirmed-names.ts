import {
  DecorationRangeBehavior,
  Disposable,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import type { Range } from 'vscode-languageclient';
import { type ConfirmedNames, confirmedNames } from '../../server/src/protocol/messages';
import { section } from '../../server/src/protocol/settings';
import { isDraftScheme, languages } from './documents';
import type { Session } from './session';

export interface NameLines extends Disposable {
  /** A draft has been checked: its lines are drawn anew. */
  checked(uri: string): void;
}

/** A dotted line under the names that are known and right. Asks the server for nothing where the setting is off. */
export function nameLines(session: () => Session): NameLines {
  let line: TextEditorDecorationType | undefined;
  const drawn = new Set<TextEditor>();

  async function draw(editor: TextEditor): Promise<void> {
    const { document } = editor;
    if (!isDraft(document)) return;
    const client = wanted(document) && session().standing === 'running' ? session().client() : undefined;
    if (!client) {
      if (line && drawn.delete(editor)) editor.setDecorations(line, []);
      return;
    }
    try {
      const answer = await client.sendRequest<ConfirmedNames | null>(confirmedNames, {
        uri: client.code2ProtocolConverter.asUri(document.uri),
      });
      // typed on meanwhile: the next check draws
      if (answer && answer.version !== document.version) return;
      line ??= window.createTextEditorDecorationType({
        borderWidth: '0 0 1px 0',
        borderStyle: 'none none dotted none',
        borderColor: new ThemeColor('bluePencil.confirmedName'),
        rangeBehavior: DecorationRangeBehavior.ClosedClosed,
      });
      drawn.add(editor);
      editor.setDecorations(
        line,
        (answer?.ranges ?? []).map((r) => client.protocol2CodeConverter.asRange(r as Range)),
      );
    } catch {
      // the server is on its way out; the next one draws
    }
  }
  const drawAll = (editors: readonly TextEditor[]): void => editors.forEach((e) => void draw(e));

  const listening = Disposable.from(
    window.onDidChangeVisibleTextEditors((editors) => {
      for (const editor of drawn) if (!editors.includes(editor)) drawn.delete(editor);
      drawAll(editors);
    }),
    workspace.onDidChangeConfiguration((e) => e.affectsConfiguration(`${section}.confirmedNames`) && drawAll(window.visibleTextEditors)),
  );
  return {
    checked: (uri) => drawAll(window.visibleTextEditors.filter((e) => e.document.uri.toString() === uri)),
    dispose() {
      listening.dispose();
      line?.dispose();
    },
  };
}

const isDraft = ({ languageId, uri }: TextDocument): boolean =>
  (languages as readonly string[]).includes(languageId) && isDraftScheme(uri.scheme);
const wanted = ({ uri, languageId }: TextDocument): boolean =>
  workspace.getConfiguration(section, { uri, languageId }).get('confirmedNames') === 'underline';
