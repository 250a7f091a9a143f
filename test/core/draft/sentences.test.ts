import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotesOf } from '../../../server/src/core/draft/quotes';
import { sentencesOf } from '../../../server/src/core/draft/sentences';

const sentences = (text: string): string[] => sentencesOf(text).map((s) => text.slice(s.start, s.end));
const quotes = (text: string): string[] => quotesOf(text).map((s) => text.slice(s.start, s.end));

describe('sentences', () => {
  it.each<[string, number]>([
    ['U.S. President Donald Trump met Sen. John Thune on Aug. 7. They spoke for an hour.', 2],
    ['He arrived at 3 p.m. The doors were shut.', 2],
    ['It rose 2.5 percent. Prices fell.', 2],
    ['J. K. Rowling and George W. Bush met. Nobody saw it.', 2],
    ['“We are close,” he said. “It is late.” Then he left.', 3],
    ['Mr. Whit of St. Paul, Minn. said no.', 1],
    ['She lives in the U.S. The house is old.', 2],
    ['The firm, Acme Inc. of Ohio, closed.', 1],
    ['Really? Yes! No…', 3],
    ['He waited… and waited.', 1],
    ['No stop at the end', 1],
    ['The deal (signed on Jan. 3) is off.', 1],
    ['Gov. Abbott, Lt. Gov. Patrick and Rep. Roy spoke.', 1],
    ['', 0],
  ])('%s', (text, n) => expect(sentences(text)).toHaveLength(n));

  it('are in order, apart, and cover every word', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '”', '“', '\n', '!', 'U.S.', 'Mr.', '…', ')') }), (text) => {
        const found = sentencesOf(text);
        let last = 0;
        for (const s of found) {
          expect(s.start >= last && s.end > s.start && s.end <= text.length).toBe(true);
          expect(text.slice(last, s.start).trim()).toBe('');
          last = s.end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });
});

describe('direct speech', () => {
  it.each<[string, string[]]>([
    ['“We are close,” he said.', ['“We are close,”']],
    ['He said: "It is done." Then he left.', ['"It is done."']],
    ['‘All that counts is that nobody is late,’ he said.', ['‘All that counts is that nobody is late,’']],
    ['The leaders’ summit and the country’s future', []],
    ["Trump's envoy and Putin's aide", []],
    ['“He called it ‘a paper boat’ twice,” she said.', ['“He called it ‘a paper boat’ twice,”']],
    ['“A quotation that goes on in the next paragraph.', ['“A quotation that goes on in the next paragraph.']],
    ['and ends here,” she said.', ['and ends here,”']],
    ['the so-called “president” of the club', ['“president”']],
    ["a 'very good prospect' of peace", ["'very good prospect'"]],
    ["It was '90s music, rock 'n' roll.", []],
    ['„Wir sind nah dran“, sagte er. «Oui», dit-il.', ['„Wir sind nah dran“', '«Oui»']],
  ])('%s', (text, expected) => expect(quotes(text)).toEqual(expected));

  it('lies inside the text and does not overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '"', "'", '“', '”', '‘', '’', '.', 's', '«', '»') }), (text) => {
        let last = 0;
        for (const q of quotesOf(text)) {
          expect(q.start >= last && q.end > q.start && q.end <= text.length).toBe(true);
          last = q.end;
        }
      }),
    );
  });
});
