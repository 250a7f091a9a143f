import { describe, expect, it } from 'vitest';
import { applyEdits, type Example, type Rule, rules } from '../../../server/src/core';
import { check, checkDesk, onlyRule } from '../../check-text';

const unmarked = (marked: string): { text: string; spans: [number, number][] } => {
  const spans: [number, number][] = [];
  let text = '';
  for (const c of marked) {
    if (c === '⟦') spans.push([text.length, -1]);
    else if (c === '⟧') spans.at(-1)![1] = text.length;
    else text += c;
  }
  return { text, spans };
};
const shown = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 90);

function holds(rule: Rule, example: Example): void {
  const { text, spans } = unmarked(example.marked);
  const findings = check(text, example.asOf, onlyRule(rule)).filter((f) => f.rule === rule.id);
  expect(findings.map((f) => text.slice(f.span.start, f.span.end))).toEqual(spans.map(([s, e]) => text.slice(s, e)));
  expect(findings.map((f) => [f.span.start, f.span.end])).toEqual(spans);
  if (example.becomes !== undefined)
    expect(
      applyEdits(
        text,
        findings.flatMap((f) => f.fixes[0]?.edits ?? []),
      ),
    ).toBe(example.becomes);
}

describe('every example holds', () => {
  for (const rule of rules) {
    if (rule.scope === 'desk') continue;
    for (const e of rule.examples.wrong) it(`${rule.id} marks: ${shown(e.marked)}`, () => holds(rule, e));
    it(`${rule.id} has examples of both kinds`, () => {
      expect(rule.examples.wrong.length).toBeGreaterThan(0);
      expect(rule.examples.stands.length).toBeGreaterThan(0);
    });
  }
});

describe('what stands is clean under all rules', () => {
  for (const rule of rules) {
    if (rule.scope === 'desk') continue;
    for (const s of rule.examples.stands) {
      const { text, asOf } = typeof s === 'string' ? { text: s, asOf: '2025-08-07' } : s;
      it(`${rule.id}: ${shown(text)}`, () => {
        expect(
          check(text, asOf)
            .filter((f) => f.severity !== 'info')
            .map((f) => `${f.rule}: ${f.message}`),
        ).toEqual([]);
        expect(check(text, asOf, onlyRule(rule))).toEqual([]);
      });
    }
  }
});

describe('examples of desk rules', () => {
  for (const rule of rules) {
    if (rule.scope !== 'desk' || rule.id === 'desk/name-conflict') continue;
    const found = (marked: string): string[][] =>
      checkDesk(
        marked.split(' ‖ ').map((part) => ({ text: unmarked(part).text, asOf: '2025-08-07' })),
        onlyRule(rule),
      );
    for (const { marked } of rule.examples.wrong)
      it(`${rule.id} marks: ${shown(marked)}`, () =>
        expect(found(marked)).toEqual(marked.split(' ‖ ').map((part) => [...part.matchAll(/⟦([^⟧]*)⟧/g)].map((m) => m[1]))));
    for (const s of rule.examples.stands) {
      const text = typeof s === 'string' ? s : s.text;
      it(`${rule.id} lets stand: ${shown(text)}`, () => expect(found(text).flat()).toEqual([]));
    }
  }
});
