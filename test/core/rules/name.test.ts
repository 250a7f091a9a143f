import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLinter, type Finding, rules } from '../../../server/src/core';
import { check, draftOf } from '../../check-text';
import { knowledge } from '../../knowledge';

const linter = createLinter(
  rules.filter((r) => r.id.startsWith('name/') || r.id === 'desk/name-conflict'),
  {},
  knowledge,
);
const loud = (text: string, format: 'plaintext' | 'markdown' | 'html' = 'plaintext'): readonly Finding[] =>
  check(text, '2025-08-07', linter, format).filter((f) => f.severity !== 'info');
const marked = (text: string, format: 'plaintext' | 'markdown' | 'html' = 'plaintext'): string[] =>
  loud(text, format).map((f) => `${f.rule} ${text.slice(f.span.start, f.span.end)}`);

const syllable = fc.constantFrom(
  ...'zor qui blen vax thra mog plu dre skiv ond urk fen wib jask oom trell gax nirr vosp yel dahk tov'.split(' '),
);
const word = fc.array(syllable, { minLength: 2, maxLength: 4 }).map((s) => {
  const w = s.join('');
  return w[0]!.toUpperCase() + w.slice(1);
});
const isFar = (w: string): boolean => knowledge.nearWords(w, 2).length === 0 && knowledge.wrongFormsFrom(w).length === 0;
const frame = fc.constantFrom(
  (n: string) => `It was ${n} who called on Monday.`,
  (n: string) => `Senator ${n} of Ohio disagreed.`,
  (n: string) => `“No,” said ${n}, 44, a nurse from Leeds.`,
  (n: string) => `French President Emmanuel Macron met ${n} in Paris, and Mr. ${n.split(' ').at(-1)} smiled.`,
  (n: string) => `${n}’s book about Vladimir Putin is out. ${n.split(' ').at(-1)} wrote it.`,
);

describe('an unknown name', () => {
  it('is never marked for being unknown', () => {
    fc.assert(
      fc.property(word, word, frame, (first, last, say) => {
        fc.pre(isFar(first) && isFar(last));
        expect(marked(say(`${first} ${last}`))).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });
  it('is not marked behind a common first name', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('John', 'Mary', 'Donald', 'Vladimir', 'Angela', 'Ahmed', 'Boris', 'Li'),
        word,
        frame,
        (first, last, say) => {
          fc.pre(isFar(last));
          expect(marked(say(`${first} ${last}`))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('names in bad input', () => {
  it('all capitals', () =>
    expect(marked('DONALD TRUMP MET VLADIMIR PUTTIN IN THE KREMLIN\n\nDonald Trump met Vladimir Putin.')).toEqual([]));
  it('footnote digits', () => expect(marked('Donald Trump1 met Vladimir Putin2 and Emmanuel Macron.3 Putin4 left.')).toEqual([]));
  it('split by emphasis', () => {
    expect(marked('Vladimir *Pu*tin met **Donald** Trump, and Donald Tr*um*p left.', 'markdown')).toEqual([]);
    expect(marked('<p>Vladimir <b>Pu</b>tin met Donald <i>Trump</i>.</p>', 'html')).toEqual([]);
  });
  it('soft hyphens and zero-width blanks', () =>
    expect(marked('Vladi\u00admir Pu\u00adtin met Benjamin Netan\u00adyahu. Netanyahu and Netan\u00adyahu are one.')).toEqual([]));
  it('other scripts', () =>
    expect(marked('Владимир Путин met 习近平 and Δονάλδος Τραμπ; نتنياهو did not come. Vladimir Пutin is odd.')).toEqual([]));
  it('odd lines', () => {
    for (const text of [
      '',
      'A',
      'a.b@c.d',
      '@@@',
      '-- - --',
      'Trump-',
      '-Putin',
      "'s",
      'Mr.',
      'U.S.',
      'O’',
      '𝐃onald 𝐓rump',
      'Trump\u0000Putin',
      'J. J. J. J. J.',
    ])
      expect(() => loud(text)).not.toThrow();
  });
});

describe('a list of 5,000 names', () => {
  const letters = 'bcdfghklmnprstvwz';
  const vowels = 'aeiou';
  const made = (n: number): string => {
    let w = '';
    for (let k = 0, x = n * 7919 + 13; k < 4; k++, x = Math.floor(x / 7) + n * 31)
      w += letters[x % letters.length]! + vowels[(x >> 3) % 5]!;
    return w[0]!.toUpperCase() + w.slice(1);
  };
  const list = (n: number): string => Array.from({ length: n }, (_, i) => `${made(2 * i)} ${made(2 * i + 1)}x`).join('\n\n');
  const cost = (text: string): number => {
    const draft = draftOf(text, '2025-08-07');
    const start = performance.now();
    linter.lint(draft);
    return performance.now() - start;
  };
  it('raises nothing', () => expect(marked(list(5000)).length).toBeLessThanOrEqual(5));
  it('costs no more than its length', () => {
    cost(list(1000));
    const small = Math.min(...[1, 2, 3].map(() => cost(list(1000))));
    const large = Math.min(...[1, 2, 3].map(() => cost(list(5000))));
    expect(large / small).toBeLessThan(15);
  });
});

describe('drafts of one desk', () => {
  const desk = (...texts: string[]): string[][] => {
    const drafts = texts.map((t) => draftOf(t, '2025-08-07'));
    const { findings, failures } = linter.lintDesk(drafts);
    expect(failures).toEqual([]);
    return findings.map((list) => list.map((f) => `${f.severity}: ${f.fixes[0]!.title}`));
  };
  it('agree on a spelling', () => {
    expect(desk('Volodymyr Zelenskyy spoke.', 'Volodymyr Zelenskyy left.', 'Volodymyr Zelensky spoke. Zelensky left.')).toEqual([
      [],
      [],
      ['warning: Change "Zelensky" to "Zelenskyy"', 'warning: Change "Zelensky" to "Zelenskyy"'],
    ]);
  });
  it('hear of abbreviations as a matter of style', () => {
    expect(desk('The U.S. grew.', 'The U.S. fell.', 'The US rose.')).toEqual([[], [], ['info: Change "US" to "U.S."']]);
  });
  it('say nothing where all agree, or one stands alone', () => {
    expect(desk('Volodymyr Zelensky spoke.', 'Volodymyr Zelensky left.')).toEqual([[], []]);
    expect(desk('Volodymyr Zelensky spoke.')).toEqual([[]]);
  });
});
