import { type Diagnostic, DiagnosticSeverity, Disposable, extensions, type Uri, workspace } from 'vscode';
import type { HandleDiagnosticsSignature } from 'vscode-languageclient';
import { configCodes } from '../../server/src/protocol/messages';

export interface ConfigMarks extends Disposable {
  /** Middleware for the diagnostics that the server pushes: passes on those that nobody else shows. */
  readonly handle: (uri: Uri, diagnostics: Diagnostic[], next: HandleDiagnosticsSignature) => void;
}

/**
 * Each mistake in a config or stet file once: while such a file is open, the editor's own JSON marks what is no JSON.
 * Where it does not (switched off, or the file is closed), the server's marks stand.
 */
export function configMarks(): ConfigMarks {
  const told = new Map<string, { readonly uri: Uri; readonly diagnostics: Diagnostic[]; readonly next: HandleDiagnosticsSignature }>();
  const show = (key: string): void => {
    const known = told.get(key);
    if (!known) return;
    try {
      known.next(known.uri, jsonMarks(known.uri) ? known.diagnostics.flatMap(besideJson) : known.diagnostics);
    } catch {
      // of a server that has ended meanwhile
      told.delete(key);
    }
  };
  const listening = Disposable.from(
    workspace.onDidOpenTextDocument((d) => show(d.uri.toString())),
    workspace.onDidCloseTextDocument((d) => show(d.uri.toString())),
    workspace.onDidChangeConfiguration((e) => e.affectsConfiguration('json.validate') && [...told.keys()].forEach(show)),
  );
  return {
    handle(uri, diagnostics, next) {
      const key = uri.toString();
      const ours = diagnostics.some((d) => besideJson(d)[0] !== d);
      // a file that has nothing to hold back is not remembered
      if (ours) told.set(key, { uri, diagnostics, next });
      else told.delete(key);
      if (ours) show(key);
      else next(uri, diagnostics);
    },
    dispose: () => listening.dispose(),
  };
}

const jsonMarks = (uri: Uri): boolean =>
  extensions.getExtension('vscode.json-language-features') !== undefined &&
  workspace.getConfiguration('json').get('validate.enable') !== false &&
  workspace.textDocuments.some((d) => d.uri.toString() === uri.toString() && /^jsonc?$/.test(d.languageId));

/** A key that stands twice is marked by JSON without a remedy: ours is then a hint, which the hover shows and the list of problems does not. */
function besideJson(d: Diagnostic): Diagnostic[] {
  if (d.code === configCodes.syntax) return [];
  return d.code === configCodes.repeated
    ? [Object.assign(Object.create(Object.getPrototypeOf(d)), d, { severity: DiagnosticSeverity.Hint })]
    : [d];
}
