import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Paragraph } from '../../../../server/src/core/draft/draft';
import { overlapsOf, runsOf } from '../../../../server/src/core/rules/boilerplate/runs';
import { wordsOf } from '../../../../server/src/core/text/words';

const paragraph = (text: string): Paragraph => ({ text, words: wordsOf(text) }) as Paragraph;

/** The same by looking at everything each time. */
function plainly(paragraphs: readonly Paragraph[], place: number) {
  const out = new Map<number, { all: number; early: number }>();
  const mine = runsOf(paragraphs[place]!);
  mine.runs.forEach((run, i) => {
    const first = paragraphs.flatMap((p, at) => (runsOf(p).runs.includes(run) ? [at] : [])).slice(0, 4);
    for (const other of first.filter((at) => at < place)) {
      const count = out.get(other) ?? { all: 0, early: 0 };
      out.set(other, { all: count.all + 1, early: count.early + (i < mine.early ? 1 : 0) });
    }
  });
  return [...out].map(([other, count]) => ({ place: other, ...count }));
}

const text = fc.array(fc.constantFrom('the ferry ran late', 'on Monday', 'said the mayor', 'to the town'), { minLength: 1, maxLength: 6 });

it('what is kept from the last reading says what a first reading would', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), fc.array(fc.tuple(fc.nat(20), text), { maxLength: 5 }), (texts, edits) => {
      let draft = texts.map((t) => paragraph(t.join(' ')));
      overlapsOf(draft);
      for (const [at, t] of edits) {
        const edited = paragraph(t.join(' '));
        // typed over, typed between, pasted a second time
        draft = draft.toSpliced(at % draft.length, at % 2, edited, ...(at % 5 === 0 ? [edited] : []));
        const { shared, withEarlier } = overlapsOf(draft);
        draft.forEach((_, place) => {
          const expected = plainly(draft, place);
          expect(withEarlier(place)).toEqual(expected);
          for (const e of expected) expect(shared(place)).toBeGreaterThanOrEqual(e.all);
        });
      }
    }),
    { numRuns: 300 },
  );
});
