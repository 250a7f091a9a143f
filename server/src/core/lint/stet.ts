import type { Draft, Remark } from '../draft/draft';
import type { Span } from '../text/span';
import type { Finding } from './finding';

/** The writer's word that something is to stand. No rules named means all. */
interface Stet {
  readonly remark: Remark;
  readonly rules: readonly string[];
  readonly reach: Span;
}

/** An entry of `.blue-pencil.stet.json`: lets one finding stand, by its fingerprint. */
export interface StetEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly text: string;
  readonly reason: string;
}

/**
 * Takes off what the writer lets stand, by `<!-- stet -->`, `<!-- stet rule, rule: reason -->`, `<!-- stet-file … -->` in the draft and by
 * the entries of the stet file. A rule may be named by its id or by its group. A remark that lets nothing stand becomes a finding of level info,
 * unless what it names was not asked.
 * @param asked true where every rule of this id or group has judged the draft; without an id, where nobody held any back.
 * @returns what is left, and which entries were used.
 */
export function applyStet(
  draft: Draft,
  findings: readonly Finding[],
  entries: readonly StetEntry[] = [],
  asked: (rule?: string) => boolean = () => true,
): { findings: Finding[]; used: ReadonlySet<string> } {
  const stets = draft.remarks.flatMap((r) => readStet(r, draft));
  const byFingerprint = new Map(entries.map((e) => [e.fingerprint, e]));
  const used = new Set<string>();
  const worked = new Set<Stet>();
  const left = findings.filter((f) => {
    if (byFingerprint.has(f.fingerprint)) {
      used.add(f.fingerprint);
      return false;
    }
    const stet = stets.find(
      (s) =>
        f.span.start < s.reach.end &&
        s.reach.start <= f.span.start &&
        (s.rules.length === 0 || s.rules.some((r) => f.rule === r || f.rule.startsWith(`${r}/`))),
    );
    if (stet) worked.add(stet);
    return !stet;
  });
  for (const s of stets) {
    if (worked.has(s) || !(s.rules.length ? s.rules.every((r) => asked(r)) : asked())) continue;
    const { span } = s.remark;
    left.push({
      rule: 'copy/unused-stet',
      severity: 'info',
      span,
      message: s.rules.length
        ? `This stet lets nothing stand: no finding of ${s.rules.join(', ')} is left here. Delete it.`
        : 'This stet lets nothing stand: nothing is marked here. Delete it.',
      evidence: [],
      fixes: [{ title: 'Delete the stet', edits: [{ span, text: '' }], confidence: 'judgement' }],
      related: [],
      fingerprint: `unused-stet-${span.start}`,
    });
  }
  return { findings: left.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end), used };
}

function readStet(remark: Remark, draft: Draft): Stet[] {
  const m = /^stet(-file)?(?:\s+([\w/-]+(?:\s*,\s*[\w/-]+)*))?\s*(?::.*)?$/s.exec(remark.text);
  if (!m) return [];
  const rules = m[2]?.split(/\s*,\s*/) ?? [];
  if (m[1]) return [{ remark, rules, reach: { start: 0, end: draft.text.length + 1 } }];
  const next = draft.paragraphs.find(
    (p) => p.at >= remark.span.end || (p.whole.start <= remark.span.start && remark.span.end <= p.whole.end),
  );
  return [
    {
      remark,
      rules,
      reach: next
        ? { start: Math.min(next.whole.start, next.at), end: Math.max(next.whole.end, remark.span.end) }
        : { start: remark.span.end, end: remark.span.end },
    },
  ];
}

/** Reads the entries of a stet file that was parsed from JSON. Never throws; entries without a fingerprint are left out and reported. */
export function decodeStetFile(json: unknown): { value: StetEntry[]; problems: { index: number; message: string }[] } {
  const list = Array.isArray(json)
    ? json
    : typeof json === 'object' && json !== null && Array.isArray((json as { stet?: unknown }).stet)
      ? (json as { stet: unknown[] }).stet
      : undefined;
  if (!list) return { value: [], problems: [{ index: -1, message: 'The stet file must hold { "stet": [ … ] }.' }] };
  const value: StetEntry[] = [];
  const problems: { index: number; message: string }[] = [];
  list.forEach((entry: unknown, index) => {
    const e = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
    if (typeof e['fingerprint'] !== 'string') problems.push({ index, message: 'This entry has no "fingerprint".' });
    else
      value.push({
        fingerprint: e['fingerprint'],
        rule: String(e['rule'] ?? ''),
        text: String(e['text'] ?? ''),
        reason: String(e['reason'] ?? ''),
      });
  });
  return { value, problems };
}
