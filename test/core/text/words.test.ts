import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, slug } from '../../../server/src/core/text/fold';
import { wordsOf } from '../../../server/src/core/text/words';

const words = (text: string): string[] => {
  const w = wordsOf(text);
  return Array.from({ length: w.count }, (_, i) => text.slice(w.bounds[2 * i], w.bounds[2 * i + 1]));
};

describe('words', () => {
  it.each([
    ['U.S. President Trump’s envoy', ['U.S.', 'President', 'Trump’s', 'envoy']],
    ['Kim Jong-un met J.D. Vance.', ['Kim', 'Jong-un', 'met', 'J.D.', 'Vance']],
    ['Robert F. Kennedy Jr., 71', ['Robert', 'F', 'Kennedy', 'Jr', '71']],
    ['himself.The summit', ['himself', 'The', 'summit']],
    ['Erdoğan, Łukasz—naïve', ['Erdoğan', 'Łukasz', 'naïve']],
    ['', []],
    ['— … —', []],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));

  it('never splits a surrogate pair and stays inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const w = wordsOf(text);
        let last = 0;
        for (let i = 0; i < w.count; i++) {
          const [s, e] = [w.bounds[2 * i]!, w.bounds[2 * i + 1]!];
          expect(s >= last && e > s && e <= text.length).toBe(true);
          const pair = (at: number): boolean => /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
          expect(pair(s) || pair(e)).toBe(false);
          last = e;
        }
      }),
    );
  });
});

describe('fold', () => {
  it.each([
    ['Erdoğan', 'erdogan'],
    ['ZELENSKYY', 'zelenskyy'],
    ['O’Neill', "o'neill"],
    ['Jens  Stoltenberg', 'jens stoltenberg'],
    ['Wit\u00adkoff', 'witkoff'],
  ])('%s', (text, expected) => expect(fold(text)).toBe(expected));
  it('slugs', () => expect(slug('Luiz Inácio Lula da Silva')).toBe('luiz-inacio-lula-da-silva'));
});
