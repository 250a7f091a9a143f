import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Format, Markup } from '../../../../server/src/core/draft/draft';
import { readFrontMatter } from '../../../../server/src/core/draft/markup/front-matter';
import { readStretch } from '../../../../server/src/core/draft/markup/markdown-block';
import { markdownEvents, noDefinitions, readDefinitions } from '../../../../server/src/core/draft/markup/markdown-events';
import { readSimple } from '../../../../server/src/core/draft/markup/markdown-simple';
import { readMarkup } from '../../../../server/src/core/draft/markup/markup';
import { moveBlock, moveRemark } from '../../../../server/src/core/draft/markup/reading';
import { edited, expectSound, formats, soup } from './soup';

const runs = Number(globalThis.process?.env.FC_RUNS ?? 300);

describe.each(formats)('%s', (format: Format) => {
  test('no text makes it throw, and every map is true', () => {
    fc.assert(
      fc.property(soup, (text) => expectSound(text, readMarkup(text, format))),
      { numRuns: runs },
    );
  });

  test('a reading after an edit equals a reading from scratch', () => {
    fc.assert(
      fc.property(edited, ({ text, next }) => {
        const before = readMarkup(text, format);
        expect(readMarkup(next, format, before)).toEqual(readMarkup(next, format));
        expect(readMarkup(text, format, readMarkup(next, format, before))).toEqual(before);
      }),
      { numRuns: runs },
    );
  });
});

describe('markdown', () => {
  /** The reading without cutting the text into stretches. */
  const whole = (text: string): Markup => {
    const { from } = readFrontMatter(text, false);
    const source = text.slice(from);
    const { blocks, remarks } = readStretch(source, readDefinitions(source));
    return { blocks: blocks.map((b) => moveBlock(b, from)), remarks: remarks.map((r) => moveRemark(r, from)) };
  };

  /** After indented code micromark takes for text what begins a list ("2) x"), since it believes a paragraph to be open. Cut apart it does not. */
  const isCoded = (text: string): boolean => markdownEvents(text, noDefinitions).some(([, token]) => token.type === 'codeIndented');

  test('stretches read alike apart and together', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const { blocks, remarks } = readMarkup(text, 'markdown');
        fc.pre(!isCoded(text));
        expect({ blocks: blocks.map((b): Block => (b.kind === 'headline' ? { ...b, kind: 'heading' } : b)), remarks }).toEqual(whole(text));
      }),
      { numRuns: 2 * runs },
    );
  });

  test('a simple stretch reads as the parser reads it', () => {
    const plain = fc.array(
      fc.constantFrom(
        'Trump',
        'said.',
        ' ',
        ' ',
        '  ',
        '\n',
        '\r\n',
        ' \n',
        '\n ',
        '# ',
        '## ',
        '#',
        '“x”',
        '1',
        '12. ',
        '2025',
        '- ',
        '+',
        '=',
        '-',
        'www',
        '.',
        ':',
        '//',
        'é',
        '😀',
        '$',
        '!',
        '(x)',
        '\u00a0',
        '\f',
        '\n\n',
      ),
      {
        maxLength: 14,
      },
    );
    fc.assert(
      fc.property(plain, (parts) => {
        const text = parts.join('');
        const simple = readSimple(text);
        if (simple) expect(simple).toEqual(readStretch(text, noDefinitions));
      }),
      { numRuns: 4 * runs },
    );
  });
});

describe('all formats', () => {
  const words = [
    'Trump',
    'met',
    'Putin',
    'in',
    'Helsinki',
    'U.S.',
    'café',
    'Erdog\u0306an',
    '😀',
    '“peace”',
    '$1.5',
    '2025',
    'said',
    'the',
    'Kremlin’s',
    '(AP)',
    'x.org',
    '24/7',
  ];
  const sentence = fc
    .tuple(fc.constantFrom('The', 'Trump', '“We'), fc.array(fc.constantFrom(...words), { minLength: 6, maxLength: 60 }))
    .map(([first, rest]) => `${first} ${rest.join(' ')} ends.`);

  test('the same prose gives the same paragraphs', () => {
    const breaks = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), breaks, (paragraphs, line) => {
        const texts = (text: string, format: Format): string[] => readMarkup(text, format).blocks.map((b) => `${b.kind}: ${b.text}`);
        const expected = paragraphs.map((p) => `prose: ${p}`);
        expect(texts(paragraphs.join(line + line), 'plaintext')).toEqual(expected);
        expect(texts(paragraphs.join(line + line), 'markdown')).toEqual(expected);
        expect(texts(paragraphs.map((p) => `<p>${p.replaceAll(' ', line)}</p>`).join(line), 'html')).toEqual(expected);
        const marked = paragraphs.map((p) => p.replaceAll('met', '*met*').replaceAll('the', '**the**').replaceAll(' in', `${line}in`));
        expect(texts(marked.join(line + line), 'markdown')).toEqual(expected);
      }),
      { numRuns: runs },
    );
  });
});
