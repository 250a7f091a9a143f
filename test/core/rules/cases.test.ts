import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Rule, rules } from '../../../server/src/core';
import { check, checkDesk, onlyRule } from '../../check-text';

/**
 * Hard cases in prose: test/rules/GROUP/NAME.md, one a line. `- [2025-08-07] text with ⟦marks⟧`; a line without marks must stand.
 * Of a desk rule a line holds several drafts, parted by ` ‖ `, each with its own date in front where it has one.
 */
const folder = join(__dirname, '../../rules');
const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.md')) : [];

function deskCase(rule: Rule, marked: string, asOf: string | undefined): void {
  const drafts = marked.split(' ‖ ').map((part, i) => {
    const m = /^(?:\[(\d{4}-\d\d-\d\d)\] )?([\s\S]*)$/.exec(part)!;
    return { asOf: (i === 0 ? asOf : m[1]) ?? '2025-08-07', marked: m[2]! };
  });
  const found = checkDesk(
    drafts.map((d) => ({ text: d.marked.replace(/[⟦⟧]/g, ''), asOf: d.asOf })),
    onlyRule(rule),
  );
  expect(found).toEqual(drafts.map((d) => [...d.marked.matchAll(/⟦([^⟧]*)⟧/g)].map((x) => x[1])));
}

for (const file of files) {
  const id = file.replace(/\\/g, '/').replace(/\.md$/, '');
  const rule = rules.find((r) => r.id === id);
  describe(id, () => {
    it('is a rule', () => expect(rule).toBeDefined());
    if (!rule) return;
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const m = /^- (?:\[(\d{4}-\d\d-\d\d)\] )?(.+)$/.exec(line);
      if (!m) continue;
      const marked = m[2]!.replaceAll('\\n', '\n');
      it(marked.slice(0, 100), () => {
        if (rule.scope === 'desk') return deskCase(rule, marked, m[1]);
        const wanted = [...marked.matchAll(/⟦([^⟧]*)⟧/g)].map((x) => x[1]);
        const text = marked.replace(/[⟦⟧]/g, '');
        expect(
          check(text, m[1], onlyRule(rule))
            .filter((f) => f.rule === id)
            .map((f) => text.slice(f.span.start, f.span.end)),
        ).toEqual(wanted);
      });
    }
  });
}
