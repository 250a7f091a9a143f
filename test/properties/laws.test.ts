import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCertain, applyFixes, type Draft, type Format, inFile } from '../../server/src/core';
import { allRules, draftOf } from '../check-text';

/** Pieces that drafts are made of, residue, faults, markup and nonsense among them. */
const pieces = [
  'Former U.S. President Donald Trump met President Joe Biden on Thursday, Aug. 8.',
  'donald Trump said the the deal was off.Then he left.',
  'PutinTrump',
  'Share This Article',
  '- Advertisement -',
  'Leave a Comment',
  'Emmanual Macron',
  '“We are close,” she said.',
  'Follow US',
  'TK',
  '# Heading',
  '* item',
  '> quote',
  '**bold** text',
  '[a link](https://example.org/x)',
  '&amp; &#8217;',
  '<p>para</p>',
  '<nav>Home</nav>',
  '<!-- stet -->',
  '<!-- as-of: 2025-08-07 -->',
  '```\ncode\n```',
  '---\ndate: 2025-08-07\n---',
  '😀',
  'e\u0301',
  '\ufeff',
  '\r\n',
  '\n\n',
  '\n',
  ' ',
  '\t',
  'on Feb. 30',
  'next week',
  'Sen. Chuck Shumer',
  '“',
  '"',
  '‘',
  '\ud800',
  '\u0000',
  '٣ أغسطس',
  '1,000',
  'U.S.',
  'US',
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((p) => p.join(' ').replace(/ (\n+) /g, '$1'));
const paragraphs = fc
  .array(
    fc.array(fc.constantFrom(...pieces), { maxLength: 5 }).map((p) => p.join(' ')),
    { maxLength: 12 },
  )
  .map((p) => p.join('\n\n'));
const format = fc.constantFrom<Format>('markdown', 'plaintext', 'html');
const anything = fc.oneof(text, paragraphs, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
const asOf = '2025-08-07';

const verdict = (draft: Draft) => {
  const v = allRules().lint(draft);
  for (const f of v.failures) throw f.error;
  return v.findings;
};
const splits = (t: string, at: number): boolean => /[\ud800-\udbff]/.test(t[at - 1] ?? '') && /[\udc00-\udfff]/.test(t[at] ?? '');

describe('laws', () => {
  it('no string makes it throw; every span and edit lies inside the text and splits no surrogate pair', () => {
    fc.assert(
      fc.property(anything, format, (t, f) => {
        const draft = draftOf(t, asOf, f);
        for (const finding of verdict(draft)) {
          const spans = [finding.span, ...finding.fixes.flatMap((x) => x.edits.map((e) => e.span)), ...finding.related.map((r) => r.span)];
          for (const s of spans) {
            expect(s.start >= 0 && s.start <= s.end && s.end <= t.length).toBe(true);
            expect(splits(t, s.start) || splits(t, s.end)).toBe(false);
          }
        }
        for (const placed of draft.paragraphs) {
          const p = placed.paragraph;
          for (const s of [...p.sentences, ...p.quotes, ...p.verbatim, ...p.mentions.map((m) => m.span), ...p.dates.map((d) => d.span)]) {
            expect(s.start >= 0 && s.start <= s.end && s.end <= p.text.length).toBe(true);
            const there = inFile(placed, s);
            expect(there.start >= 0 && there.start <= there.end && there.end <= t.length).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a reading after edits equals a reading from scratch', () => {
    const edit = fc.record({ at: fc.nat(2000), cut: fc.nat(40), put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })) });
    fc.assert(
      fc.property(paragraphs, format, fc.array(edit, { minLength: 1, maxLength: 8 }), (start, f, edits) => {
        let t = start;
        let draft = draftOf(t, asOf, f);
        verdict(draft);
        for (const e of edits) {
          const at = Math.min(e.at, t.length);
          t = t.slice(0, at) + e.put + t.slice(at + e.cut);
          draft = draftOf(t, asOf, f, draft);
          expect(verdict(draft)).toEqual(verdict(draftOf(t, asOf, f)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('certain fixes converge, and leave nothing certain', () => {
    fc.assert(
      fc.property(anything, format, (t, f) => {
        const check = (x: string) => verdict(draftOf(x, asOf, f));
        const done = applyFixes(t, check);
        expect(applyCertain(done.text, check(done.text)).applied).toBe(0);
        expect(applyFixes(done.text, check).text).toBe(done.text);
      }),
      { numRuns: 200 },
    );
  });

  it('a paragraph added far away changes no paragraph finding here', () => {
    const own = (t: string) =>
      verdict(draftOf(t, asOf))
        .filter((f) => /^copy\/(?:missing-space|doubled-word|article)|^date\/(?:weekday|impossible)/.test(f.rule))
        .map((f) => [f.rule, f.span.start, f.message]);
    fc.assert(
      fc.property(paragraphs, (t) => {
        const before = own(`${t}\n\nThe end of it all came early.`);
        expect(own(`${t}\n\nThe end of it all came early.\n\nNobody in the town had expected that to happen.`)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('the same text and day give the same findings', () => {
    fc.assert(
      fc.property(text, format, (t, f) => {
        expect(verdict(draftOf(t, asOf, f))).toEqual(verdict(draftOf(t, asOf, f)));
      }),
      { numRuns: 50 },
    );
  });
});
