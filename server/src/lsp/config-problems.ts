import { dirname } from 'node:path';
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { decodeStetFile } from '../core';
import { stetPlace } from '../host/stet-file';
import { configCodes } from '../protocol/messages';
import { documentOf, toRange } from './convert';
import { configDiagnostics, source } from './diagnostics';
import type { HeldFiles } from './held-files';
import { firstLine, type House } from './house';

/** Shows on the config and stet files themselves what is wrong in them, open or not; says nothing twice. */
export function configProblems(
  connection: Connection,
  house: House,
  files: HeldFiles,
  uriOf: (path: string) => string,
): { show(paths: readonly string[]): void } {
  const shown = new Map<string, string>();

  function publish(file: string, diagnostics: Diagnostic[]): void {
    const uri = uriOf(file);
    const key = JSON.stringify(diagnostics);
    if ((shown.get(uri) ?? '[]') === key) return;
    shown.set(uri, key);
    void connection.sendDiagnostics({ uri, diagnostics });
    for (const d of diagnostics) connection.console.warn(`${file}:${d.range.start.line + 1}:${d.range.start.character + 1}: ${d.message}`);
  }

  return {
    /** @param paths of the open drafts, by which the stet files are found. */
    show(paths) {
      for (const [file, problems] of house.configProblems())
        publish(file, configDiagnostics(file, files.actual(file) ?? '', problems, files.isStale(file)));
      for (const file of new Set(paths.map((p) => stetPlace(dirname(p), house.folderOf(p), files)))) {
        const text = files.actual(file);
        publish(file, text === undefined ? [] : stetDiagnostics(text));
      }
    },
  };
}

function stetDiagnostics(text: string): Diagnostic[] {
  const range = toRange(documentOf('', text), firstLine(text));
  const at = (message: string, code = 'stet'): Diagnostic => ({ range, severity: DiagnosticSeverity.Error, source, code, message });
  try {
    return decodeStetFile(JSON.parse(text)).problems.map((p) => at(p.index >= 0 ? `Entry ${p.index + 1}: ${p.message}` : p.message));
  } catch (error) {
    return [at(`This is not JSON: ${(error as Error).message}`, configCodes.syntax)];
  }
}
