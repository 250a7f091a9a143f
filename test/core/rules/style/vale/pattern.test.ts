import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupedOf, patternOf } from '../../../../../server/src/core/rules/style/vale/pattern';
import { dangerOf, nativeSource } from '../../../../../server/src/core/rules/style/vale/pattern-native';
import { searchSteps, stepsOf } from '../../../../../server/src/core/rules/style/vale/pattern-steps';
import { type Flags, type Node, noFlags, parsePattern } from '../../../../../server/src/core/rules/style/vale/pattern-syntax';

function nodeOf(source: string, flags: Partial<Flags> = {}): Node {
  const read = parsePattern(source, { ...noFlags, ...flags });
  if ('problem' in read) throw new Error(`${source}: ${read.problem.message}`);
  return read.node;
}
const problemOf = (source: string): string | undefined => {
  const read = parsePattern(source);
  return 'problem' in read ? read.problem.message : undefined;
};
const found = (text: string, ...sources: string[]): string[] =>
  [...patternOf(sources.map((s) => nodeOf(s))).hits(text)].map((h) => text.slice(h.start, h.end));

describe('the syntax of patterns', () => {
  it.each([
    ['(?i)vale', 'Vale VALE vale', ['Vale', 'VALE', 'vale']],
    ['a(?i)b(?-i)c', 'abc aBc Abc aBC', ['abc', 'aBc']],
    ['(?i:É)t', 'ét Ét ÉT', ['ét', 'Ét']],
    ['[[:upper:]]{2,}', 'NATO and Nato', ['NATO']],
    ['[^[:alpha:] ]', 'ab 1', ['1']],
    ['\\p{Greek}+|\\pL+', 'αβ ab', ['αβ', 'ab']],
    ['(?P<word>o+)(?<more>k)', 'ok ook', ['ok', 'ook']],
    ['\\x41\\x{42}\\u0043', 'ABC', ['ABC']],
    ['\\Qa.b\\E', 'a.b axb', ['a.b']],
    ['(?s)a.b', 'a\nb', ['a\nb']],
    ['a.b', 'a\nb', []],
    ['(?m)^b$', 'a\nb\nc', ['b']],
    ['^b', 'a\nb', []],
    ['(?<!not )good(?= news)', 'good news, not good news, good', ['good']],
    ['[]a]+', 'x]a', [']a']],
    ['[a-z-]+', 'a-b', ['a-b']],
    ['x{2,3}?', 'xxxx', ['xx', 'xx']],
    ['x{,3}', 'x{,3}', ['x{,3}']],
    ['(?U)a+', 'aaa', ['a', 'a', 'a']],
    ['\\s', 'a\u00a0b c', [' ']],
    ['\\w+', 'naïve', ['na', 've']],
    ['🎉|.', '🎉x', ['🎉', 'x']],
  ] as const)('%s', (source, text, expected) => {
    expect(found(text, source)).toEqual(expected);
    const steps = stepsOf(nodeOf(source))!;
    const out: string[] = [];
    for (let m = searchSteps(steps, text, 0); m && m[1]! > m[0]!; m = searchSteps(steps, text, m[1]!)) out.push(text.slice(m[0], m[1]));
    expect(out).toEqual(expected);
  });

  it.each([
    ['(a)\\1', /Backreferences/],
    ['(?>a)', /Atomic/],
    ['(?x)a', /flag "x"/],
    ['a**', /Two repetitions/],
    ['*a', /nothing before it/],
    ['(a', /not closed/],
    ['a)', /not opened/],
    ['[a', /not closed/],
    ['[z-a]', /wrong way round/],
    ['a{3,2}', /wrong way round/],
    ['a{2000}', /thousand/],
    ['\\p{Klingon}', /no Unicode class/],
    ['[[:vowel:]]', /no class/],
    ['\\y', /no counterpart/],
    ['(?(1)a|b)', /no counterpart/],
    ['a\\', /backslash/],
  ] as const)('%s has no counterpart', (source, message) => expect(problemOf(source)).toMatch(message));

  it('prefers the earlier token at one place, and the leftmost place', () => {
    const hits = [...patternOf([nodeOf('ab'), nodeOf('a'), nodeOf('(?:b c)+')]).hits('ab c a')];
    expect(hits.map((h) => [h.start, h.end, h.token])).toEqual([
      [0, 2, 0],
      [5, 6, 1],
    ]);
  });
  it('keeps groups, repeated ones by their last turn', () => {
    for (const source of ['(a|b)(c)?', '(?:(a|b)(c)?)+']) {
      const g = groupedOf(nodeOf(source));
      expect(g.count).toBe(2);
      expect(g.match('xbc')?.groups).toEqual(['bc', 'b', 'c']);
    }
  });
});

/** Patterns of a small alphabet, as text. */
const pattern: fc.Arbitrary<string> = fc.letrec<{ p: string }>((tie) => ({
  p: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('a', 'b', 'c', '[ab]', '[^a]', '.', '\\b', '^', '$', '\\w', ' '),
    fc.tuple(tie('p'), tie('p')).map(([a, b]) => a + b),
    fc.tuple(tie('p'), tie('p')).map(([a, b]) => `(?:${a}|${b})`),
    fc.tuple(tie('p'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '*?', '+?')).map(([a, q]) => `(?:a${a}|b)${q}`),
    tie('p').map((a) => `(${a})`),
    tie('p').map((a) => `(?=${a})`),
    tie('p').map((a) => `(?<!${a})`),
  ),
})).p;

describe('the two engines', () => {
  it('find the same', () => {
    fc.assert(
      fc.property(pattern, fc.stringMatching(/^[abc ]{0,12}$/), (source, text) => {
        const node = nodeOf(source);
        const steps = stepsOf(node)!;
        const native = new RegExp(nativeSource(node, false, true), 'u').exec(text);
        const own = searchSteps(steps, text, 0);
        expect(own && [own[0], own[1]]).toEqual(native ? [native.index, native.index + native[0].length] : undefined);
      }),
      { numRuns: 2000 },
    );
  });
  it('patterns that could run away are followed step by step, and end', () => {
    for (const source of [
      '(?:a+)+$',
      '(?:a|a)*$',
      '(?:a|aa)+$',
      '(?:.*a){12}$',
      '(?:a?){30}a{30}b',
      '\\w+\\s*\\w+\\s*\\w+$',
      '(?:[^,]+,)+x',
    ]) {
      expect(dangerOf(nodeOf(source)), source).toBe('high');
      const began = performance.now();
      expect(found(`${'a'.repeat(3000)}!`, source)).toEqual([]);
      expect(performance.now() - began, source).toBeLessThan(5000);
    }
  });
  it('a long text is read in time that grows with it', () => {
    const began = performance.now();
    expect(found('a '.repeat(100_000), '.*x')).toEqual([]);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
