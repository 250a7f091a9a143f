import { type Dateline, type FileFix, type Finding, type LineIndex, lineIndex, positionAt } from '../core';

/** One draft, checked: what reporters write of. */
export interface Result {
  /** Absolute; a name where it came from stdin. */
  readonly path: string;
  /** As the reader knows it, from the working folder. */
  readonly shown: string;
  readonly text: string;
  readonly dateline: Dateline | undefined;
  readonly findings: readonly Finding[];
  /** Why it could not be judged, where it could not. */
  readonly unread?: string;
}

export interface Message {
  readonly ruleId: string;
  readonly severity: 1 | 2;
  readonly level: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly range: readonly [number, number];
  readonly fix?: JsonFix;
  readonly suggestions?: readonly { readonly desc: string; readonly fix: JsonFix }[];
  readonly evidence?: readonly { readonly text: string; readonly source?: string }[];
  readonly fingerprint: string;
  readonly related?: readonly { readonly filePath: string; readonly range: readonly [number, number]; readonly message: string }[];
}

type JsonEdit = { readonly range: readonly [number, number]; readonly text: string };
export type JsonFix = JsonEdit | { readonly edits: readonly JsonEdit[] };

/** A finding in the contract's JSON form. Lines and columns count from 1, ranges from 0, all in UTF-16. */
export function messageOf(finding: Finding, lines: LineIndex, path: string): Message {
  const start = positionAt(lines, finding.span.start);
  const end = positionAt(lines, finding.span.end);
  const certain = finding.fixes.find((f) => f.confidence === 'certain');
  const others = finding.fixes.filter((f) => f !== certain);
  return {
    ruleId: finding.rule,
    severity: finding.severity === 'error' ? 2 : 1,
    level: finding.severity,
    message: finding.message,
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
    range: [finding.span.start, finding.span.end],
    ...(certain ? { fix: jsonFix(certain) } : {}),
    ...(others.length ? { suggestions: others.map((f) => ({ desc: f.title, fix: jsonFix(f) })) } : {}),
    ...(finding.evidence.length ? { evidence: finding.evidence } : {}),
    fingerprint: finding.fingerprint,
    ...(finding.related.length
      ? {
          related: finding.related.map((r) => ({
            filePath: r.path ?? path,
            range: [r.span.start, r.span.end] as const,
            message: r.message,
          })),
        }
      : {}),
  };
}

function jsonFix(fix: FileFix): JsonFix {
  const edits = fix.edits.map((e): JsonEdit => ({ range: [e.span.start, e.span.end], text: e.text }));
  return edits.length === 1 ? edits[0]! : { edits };
}

export const messagesOf = (result: Result): Message[] => {
  const lines = lineIndex(result.text);
  return result.findings.map((f) => messageOf(f, lines, result.path));
};

/** The contract's object for one draft. */
export function jsonResult(result: Result): unknown {
  const messages = messagesOf(result);
  const count = (level: string, fixable = false): number => messages.filter((m) => m.level === level && (!fixable || m.fix)).length;
  return {
    filePath: result.path,
    ...(result.dateline ? { asOf: { date: result.dateline.on, source: result.dateline.from } } : {}),
    messages,
    ...(result.unread ? { unread: result.unread } : {}),
    errorCount: count('error'),
    warningCount: count('warning'),
    infoCount: count('info'),
    fixableErrorCount: count('error', true),
    fixableWarningCount: count('warning', true),
  };
}
