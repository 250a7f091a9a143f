import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../server/src/core';
import { check, onlyRule } from '../../check-text';

/** Hard cases in prose: test/rules/GROUP/NAME.md, one a line. `- [2025-08-07] text with ⟦marks⟧`; a line without marks must stand. */
const folder = join(__dirname, '../../rules');
const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.md')) : [];

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
