import { commands, type Disposable, EventEmitter, l10n, Uri, window, workspace } from 'vscode';
import { rulePage } from '../../server/src/protocol/messages';
import type { Session } from './session';

const scheme = 'blue-pencil-rule';

/** The pages of the rules as documents of the editor's own: there offline, and of the version at work. */
export function rulePages(session: Session): Disposable {
  const changed = new EventEmitter<Uri>();
  return workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    async provideTextDocumentContent(uri) {
      const id = uri.path.replace(/^\//, '').replace(/\.md$/, '');
      return (await session.client()?.sendRequest<string | null>(rulePage, { id })) ?? l10n.t('There is no rule {0}.', id);
    },
  });
}

/** Shows the page of a rule, as the Markdown preview where there is one. */
export async function openRulePage(id: string): Promise<void> {
  const uri = Uri.from({ scheme, path: `/${id}.md` });
  try {
    await commands.executeCommand('markdown.showPreview', uri);
  } catch {
    await window.showTextDocument(uri, { preview: true });
  }
}
