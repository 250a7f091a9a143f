import {
  type CivilDate,
  createLinter,
  type Draft,
  type Finding,
  type Format,
  type Linter,
  type Rule,
  readDraft,
  rules,
} from '../server/src/core';
import { knowledge } from './knowledge';

let shipped: Linter | undefined;
/** The linter with every rule at its own level. */
export const allRules = (): Linter => (shipped ??= createLinter(rules, {}, knowledge));

const alone = new Map<string, Linter>();
/** A linter with one rule only, on even where it is off by default. */
export function onlyRule(rule: Rule): Linter {
  let linter = alone.get(rule.id);
  if (!linter)
    alone.set(
      rule.id,
      (linter = createLinter([rule], rule.severity === 'off' ? { [rule.id]: { level: 'warning', options: {} } } : {}, knowledge)),
    );
  return linter;
}

export const draftOf = (text: string, asOf?: string, format: Format = 'plaintext', previous?: Draft): Draft =>
  readDraft(text, format, { today: '2026-01-01', ...(asOf ? { asOf: asOf as CivilDate } : {}) }, knowledge, previous);

/** What one rule, or all, mark in a text. A rule that throws fails the test. */
export function check(text: string, asOf = '2025-08-07', linter = allRules(), format: Format = 'plaintext'): readonly Finding[] {
  const verdict = linter.lint(draftOf(text, asOf, format));
  for (const f of verdict.failures) throw f.error;
  return verdict.findings;
}

/** What a linter marks in drafts that are checked together, a list a draft. A rule that throws fails the test. */
export function checkDesk(texts: readonly { readonly text: string; readonly asOf?: string }[], linter: Linter): string[][] {
  const drafts = texts.map(({ text, asOf }) => draftOf(text, asOf));
  const { findings, failures } = linter.lintDesk(drafts);
  for (const f of failures) throw f.error;
  return findings.map((list, i) => list.map((f) => drafts[i]!.text.slice(f.span.start, f.span.end)));
}
