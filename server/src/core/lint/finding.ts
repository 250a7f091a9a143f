import type { Edit, Span } from '../text/span';
import type { Evidence, RuleId, Severity } from './rule';

/** A report in its place: every span counts in the file as read, UTF-16. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly evidence: readonly Evidence[];
  /** Best first. Each, applied to the file as read, gives well-formed text. */
  readonly fixes: readonly FileFix[];
  readonly related: readonly { readonly path?: string; readonly span: Span; readonly message: string }[];
  /** Of rule, text and neighbours, never of line numbers: the same finding after an edit elsewhere has the same fingerprint. */
  readonly fingerprint: string;
}

export interface FileFix {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly confidence: 'certain' | 'judgement';
}

/** A rule that threw: the others go on. */
export interface Failure {
  readonly rule: RuleId;
  readonly error: unknown;
}

export interface Verdict {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
}

const ranks: Record<Severity, number> = { error: 3, warning: 2, info: 1 };
export const severityRank = (s: Severity): number => ranks[s];
/** One level lower; info stays info. */
export const lowered = (s: Severity): Severity => (s === 'error' ? 'warning' : 'info');
