import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCertain, createLinter, type Format } from '../../../../server/src/core';
import { boilerplateRules } from '../../../../server/src/core/rules/boilerplate';
import { copyRules } from '../../../../server/src/core/rules/copy';
import { headlineRules } from '../../../../server/src/core/rules/headline';
import { sourcingRules } from '../../../../server/src/core/rules/sourcing';
import { styleRules } from '../../../../server/src/core/rules/style';
import { draftOf } from '../../../check-text';
import { knowledge } from '../../../knowledge';

const rules = [...boilerplateRules, ...headlineRules, ...copyRules, ...sourcingRules, ...styleRules];
const linter = createLinter(
  rules,
  { 'style/terms': { options: { packs: ['ap', 'guardian', 'reuters'], terms: { towards: 'toward', '': 'x', a: '', 'b|c': ['d'] } } } },
  knowledge,
);
const formats: readonly Format[] = ['plaintext', 'markdown', 'html'];

const line = fc.oneof(
  fc.constantFrom(
    'Share This Article',
    '- Advertisement -',
    'Ad imageAd image',
    'Home » News » Sport',
    'Read more: The vote',
    'Follow @post',
    '6 Min Read',
    'By Anna Reid',
    'Anna Reid',
    'TK',
    '[NAME]',
    'Here is the article:',
    'User: hello',
    '© 2025',
    '“',
    '* * *',
    '12',
    '#',
    '@',
    '…',
  ),
  fc.constantFrom(
    'The harbour opened again on Monday, three days after the storm that tore two boats from their moorings.',
    'Nobody was hurt,the mayor said.The ferry runs. it is a hour late, and could potentially be be cancelled.',
    'Amidst these developments, the the council met “in principle" and it\'s own goverment thru ther talks .',
    'Critics say that the plan is reportedly dead, according to a report by the city.',
    'Harbour Reopens After storm',
  ),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      'A',
      '.',
      ',',
      ' ',
      '“',
      '”',
      '"',
      "'",
      '’',
      '(',
      ')',
      '*',
      '_',
      '&',
      ';',
      'é',
      '\u200b',
      '，',
      '1',
      '|',
      '>',
      '\ud83d',
    ),
    maxLength: 40,
  }),
);
const text = fc
  .array(line, { maxLength: 14 })
  .chain((lines) =>
    fc
      .array(fc.constantFrom('\n', '\n\n', '\r\n', ' '), { minLength: lines.length, maxLength: lines.length })
      .map((gaps) => lines.map((l, i) => l + gaps[i]).join('')),
  );

describe('whatever the text', () => {
  it('no rule throws, and every span lies in the text', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...formats), (t, format) => {
        const { findings, failures } = linter.lint(draftOf(t, '2025-08-07', format));
        expect(failures).toEqual([]);
        for (const f of findings) {
          expect(f.span.start).toBeGreaterThanOrEqual(0);
          expect(f.span.end).toBeLessThanOrEqual(t.length);
          expect(f.span.start).toBeLessThanOrEqual(f.span.end);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('certain fixes come to an end', () => {
    fc.assert(
      fc.property(text, (t) => {
        let now = t;
        let applied = 1;
        for (let round = 0; applied > 0 && round < 12; round++)
          ({ text: now, applied } = applyCertain(now, linter.lint(draftOf(now, '2025-08-07')).findings));
        expect(applied).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it('a draft of nothing but residue is not deleted as a whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Share This Article', 'Leave a Comment', '- Advertisement -', 'Follow us on Twitter', 'Subscribe now'), {
          minLength: 1,
          maxLength: 8,
        }),
        (lines) => {
          const t = lines.join('\n\n');
          expect(applyCertain(t, linter.lint(draftOf(t, '2025-08-07')).findings).text).toBe(t);
        },
      ),
      { numRuns: 60 },
    );
  });
});
