import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Finding, type Severity, severityRank } from '../core';
import type { FileProblem } from '../host/config-file';
import { configCodes, ruleUrl } from '../protocol/messages';
import type { Level, Settings } from '../protocol/settings';
import type { Client } from './client';
import { documentOf, toRange } from './convert';
import type { Verdict } from './drafts';
import { uriOf } from './uris';
import type { World } from './world';

export const source = 'Blue Pencil';
const severities = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information } as const;

/** What travels with a diagnostic and comes back with a request for code actions, from editors that keep it. */
export interface Data {
  readonly rule: string;
  readonly fingerprint: string;
}

/** Makes diagnostics as one client wants them. `textOf` gives the text of another file that a finding points to. */
export function diagnosticMaker(client: Client, world: World, textOf: (path: string) => TextDocument | undefined) {
  const documented = new Set<string>(world.rules.map((r) => r.id));

  function one(finding: Finding, document: TextDocument, settings: Settings): Diagnostic {
    const data: Data = { rule: finding.rule, fingerprint: finding.fingerprint };
    const related = client.related ? relatedOf(finding, document) : [];
    const superfluous =
      finding.rule === 'copy/unused-stet' ||
      (finding.rule.startsWith('boilerplate/') && finding.fixes[0]?.edits.every((e) => e.text === ''));
    return {
      range: toRange(document, finding.span),
      severity: severities[capped(finding.severity, settings.highestSeverity)],
      source,
      code: finding.rule,
      ...(documented.has(finding.rule) ? { codeDescription: { href: ruleUrl(finding.rule) } } : {}),
      message: finding.message,
      ...(related.length ? { relatedInformation: related } : {}),
      ...(superfluous ? { tags: [DiagnosticTag.Unnecessary] } : {}),
      data,
    };
  }

  const relatedOf = (finding: Finding, document: TextDocument): NonNullable<Diagnostic['relatedInformation']> =>
    finding.related.flatMap((r) => {
      const where = r.path === undefined ? document : textOf(r.path);
      return where ? [{ location: { uri: where.uri, range: toRange(where, r.span) }, message: r.message }] : [];
    });

  return {
    one,
    /** All that is shown of a verdict: of more than the settings allow the gravest, and a line that says how many are not shown. */
    all(verdict: Verdict, settings: Settings): Diagnostic[] {
      const { document, findings } = verdict;
      if (verdict.state === 'too long')
        return [
          note(
            document,
            `This draft has ${document.getText().length.toLocaleString('en')} characters, more than the ${settings.maxFileLength.toLocaleString('en')} that are checked in the editor (bluePencil.maxFileLength). The command line checks it.`,
            'too-long',
          ),
        ];
      if (findings.length <= settings.maxNumberOfProblems) return findings.map((f) => one(f, document, settings));
      const gravest = new Set(
        [...findings].sort((a, b) => severityRank(b.severity) - severityRank(a.severity)).slice(0, settings.maxNumberOfProblems),
      );
      const shown = findings.filter((f) => gravest.has(f));
      const hidden = note(
        document,
        `${(findings.length - shown.length).toLocaleString('en')} more findings are not shown: bluePencil.maxNumberOfProblems is ${settings.maxNumberOfProblems}.`,
        'more',
      );
      return [...shown.map((f) => one(f, document, settings)), hidden];
    },
  };
}

const capped = (severity: Severity, highest: Level): Severity => (severityRank(severity) > severityRank(highest) ? highest : severity);

const note = (document: TextDocument, message: string, code: string): Diagnostic => ({
  range: toRange(document, { start: 0, end: 0 }),
  severity: DiagnosticSeverity.Information,
  source,
  code,
  message,
});

/** What is wrong in a config file, at its place. */
export function configDiagnostics(file: string, text: string, problems: readonly FileProblem[], stale: boolean): Diagnostic[] {
  const document = documentOf(uriOf(file), text);
  return problems.map((p, i) => ({
    range: toRange(document, p.end > p.start ? p : { start: p.start, end: p.start + 1 }),
    severity: severities[p.level ?? 'error'],
    source,
    code: p.json === undefined ? configCodes.said : p.json === 'syntax' ? configCodes.syntax : configCodes.repeated,
    message: stale && i === 0 ? `${p.message} Until it is mended the settings as they last were hold.` : p.message,
  }));
}
