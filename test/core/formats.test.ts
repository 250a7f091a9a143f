import { describe, expect, it } from 'vitest';
import type { Finding, Format } from '../../server/src/core';
import { check } from '../check-text';

const headline = 'Harbour talks resume in Valletta after a long spring';
const paragraphs = [
  'Former U.S. President Donald Trump sent a letter on Thursday, Aug. 8, and President Joe Biden came in person.',
  '“We are close,”said the the chair. Emmanuel Macron and emmanuel Macron spoke by video link.The session closed at 3 p.m. & nobody clapped.',
  'A second round is due on Feb. 30, an official said, and Emmanual Macron will pay for it.',
  'Former Russian President Dmitry Medvedev called the plan “a paper boat” — nobody answered him.',
];
const entities = (t: string): string => t.replace(/&/g, '&amp;').replace(/“/g, '&ldquo;').replace(/ — /g, ' &mdash; ');
const texts: Record<Format, string> = {
  plaintext: [headline, ...paragraphs].join('\n\n'),
  markdown: `# ${headline}\n\n${paragraphs.map((p) => p.replace('Donald Trump', '**Donald Trump**').replace('Emmanual Macron', '*Emmanual* Macron').replace(/ & /, ' &amp; ')).join('\n\n')}\n`,
  html: `<h1>${headline}</h1>\n${paragraphs.map((p) => `<p>${entities(p).replace('Donald Trump', '<b>Donald Trump</b>').replace('Emmanual Macron', '<em>Emmanual</em> Macron')}</p>`).join('\n')}`,
};

const plain = (t: string): string =>
  t
    .replace(/<[^>]*>|\*/g, '')
    .replace(/&ldquo;/g, '“')
    .replace(/&amp;/g, '&')
    .replace(/&mdash;/g, '—');
const seen = (findings: readonly Finding[], text: string): string[] =>
  findings.map((f) => `${f.rule} | ${plain(text.slice(f.span.start, f.span.end))} | ${f.severity} | ${f.message}`);

describe('one text in three formats', () => {
  const found = Object.fromEntries(
    Object.entries(texts).map(([format, text]) => [format, check(text, '2025-08-07', undefined, format as Format)]),
  ) as unknown as Record<Format, readonly Finding[]>;

  it('gives the same findings on the same words', () => {
    const inText = seen(found.plaintext, texts.plaintext);
    expect(inText.length).toBeGreaterThan(6);
    expect(seen(found.markdown, texts.markdown)).toEqual(inText);
    expect(seen(found.html, texts.html)).toEqual(inText);
  });

  it('and fixes that leave markup whole', () => {
    for (const format of ['markdown', 'html'] as const) {
      const text = texts[format];
      for (const f of found[format]) {
        for (const fix of f.fixes) {
          const after = [...fix.edits]
            .sort((a, b) => b.span.start - a.span.start)
            .reduce((t, e) => t.slice(0, e.span.start) + e.text + t.slice(e.span.end), text);
          const marks = (t: string): string => (t.match(format === 'html' ? /<[^>]*>/g : /\*+/g) ?? []).join('');
          expect(marks(after), fix.title).toBe(marks(text));
        }
      }
    }
  });
});
