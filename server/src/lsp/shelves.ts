import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../core';
import type { Settings } from '../protocol/settings';
import { documentOf } from './convert';
import type { Shelf } from './workspace-check';

/**
 * What the last check of the workspace found, shown on drafts until the next one. On an open draft its own findings are shown from the text as
 * it stands, so only what other drafts say against it comes from here, and that until it is edited.
 */
export interface Shelves {
  fill(shelves: ReadonlyMap<string, Shelf>): Promise<void>;
  has(uri: string): boolean;
  /** What other drafts say against an open one. */
  deskOf(uri: string): readonly Finding[];
  show(uri: string): Promise<void>;
  drop(uri: string): void;
  /** A draft that was edited, or whose file changed: what was said against it no longer holds. */
  outdate(uri: string, own?: { readonly findings: readonly Finding[]; readonly text: string }): Promise<void>;
}

export function createShelves(
  connection: Connection,
  uriOf: (path: string) => string,
  openDocument: (uri: string) => TextDocument | undefined,
  /** True where an open draft's own findings go another way, so that only the desk's are published. */
  pulls: boolean,
  settingsOf: (uri: string) => Promise<Settings>,
  toDiagnostic: (finding: Finding, document: TextDocument, settings: Settings) => Diagnostic,
): Shelves {
  const shelves = new Map<string, Shelf>();

  async function show(uri: string): Promise<void> {
    const shelf = shelves.get(uri);
    const open = openDocument(uri);
    if (open && !pulls) return;
    const settings = await settingsOf(uri);
    const document = documentOf(uri, shelf?.text ?? '');
    const findings = !shelf ? [] : open ? shelf.desk : [...shelf.own, ...shelf.desk].sort((a, b) => a.span.start - b.span.start);
    await connection.sendDiagnostics({
      uri,
      diagnostics: findings.slice(0, settings.maxNumberOfProblems).map((f) => toDiagnostic(f, document, settings)),
    });
  }

  const shelves_: Shelves = {
    async fill(found) {
      const before = [...shelves.keys()];
      shelves.clear();
      for (const [path, shelf] of found) shelves.set(uriOf(path), shelf);
      for (const uri of new Set([...before, ...shelves.keys()])) await show(uri);
    },
    has: (uri) => shelves.has(uri),
    deskOf: (uri) => shelves.get(uri)?.desk ?? [],
    show,
    drop(uri) {
      if (shelves.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    async outdate(uri, own) {
      const shelf = shelves.get(uri);
      if (!shelf || (!own && shelf.desk.length === 0)) return;
      shelves.set(uri, own ? { own: own.findings, desk: [], text: own.text } : { ...shelf, desk: [] });
      await show(uri);
    },
  };
  return shelves_;
}
