import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLinter, decodeCheck, looksLikeCheck, patternProblem, valeRule } from '../../../../../server/src/core';
import { check, draftOf } from '../../../../check-text';
import { knowledge } from '../../../../knowledge';

/** The messages of one rule on a text. */
function marks(json: Record<string, unknown>, text: string, format: 'markdown' | 'plaintext' | 'html' = 'markdown'): string[] {
  const { value, problems } = decodeCheck('House.Rule', json, { accept: [] });
  expect(problems).toEqual([]);
  return check(text, '2025-08-07', createLinter([valeRule([value!])], {}, knowledge), format).map((f) => f.message);
}
const problems = (json: unknown): string[] =>
  decodeCheck('House.Rule', json, { accept: [] }).problems.map((p) => `${p.level ?? 'error'} ${p.path.join('.')}: ${p.message}`);

describe('capitalization', () => {
  const heading = (rule: Record<string, unknown>, text: string): boolean =>
    marks({ extends: 'capitalization', message: "'%s'", scope: 'heading', ...rule }, `# ${text}\n`).length === 0;
  it('sentence case', () => {
    const sentence = { match: '$sentence' };
    for (const good of [
      'Top-level entities',
      'Non-member predicates',
      "Client's key share and finish",
      'Client’s key share and finish',
      '5 piers burn',
      'NATO and the EU meet in a small town',
    ])
      expect(heading(sentence, good), good).toBe(true);
    for (const bad of ['Non-member Predicates', 'the harbour', 'Find the thief: Introduction', 'The Old Harbour Pier Burns'])
      expect(heading(sentence, bad), bad).toBe(false);
    expect(heading({ ...sentence, indicators: [':'] }, 'Find the thief: Introduction')).toBe(true);
    expect(heading({ ...sentence, exceptions: ['Event Store'] }, 'Creating a connection to Event Store')).toBe(true);
    expect(heading({ ...sentence, threshold: '0.5' }, 'The Old harbour pier burns Now')).toBe(true);
    expect(heading({ ...sentence, prefix: '^[a-z]\\.\\s' }, 'a. This is my heading')).toBe(true);
  });
  it('title case by AP and by Chicago', () => {
    const title = (style: string) => ({ match: '$title', style, threshold: '1' });
    for (const good of [
      'The Pier and the Quay of the Town',
      'How to Sell a Pier',
      'A Pier by Any Name',
      'What They Came For',
      'Follow Step-by-Step Rules',
    ])
      expect(heading(title('AP'), good), good).toBe(true);
    expect(heading(title('AP'), 'A Walk With the Mayor')).toBe(true);
    expect(heading(title('Chicago'), 'A Walk with the Mayor')).toBe(true);
    expect(heading(title('AP'), 'A Walk with the Mayor')).toBe(false);
    expect(heading(title('Chicago'), 'A Walk With the Mayor')).toBe(false);
    expect(heading(title('AP'), 'the pier burns')).toBe(false);
  });
  it('lower, upper and patterns', () => {
    expect(heading({ match: '$lower' }, 'the pier')).toBe(true);
    expect(heading({ match: '$lower' }, 'The pier')).toBe(false);
    expect(heading({ match: '$upper' }, 'THE PIER')).toBe(true);
    expect(heading({ match: '$upper' }, 'The pier')).toBe(false);
    expect(heading({ match: '^[A-Z].*[^.]$' }, 'The pier')).toBe(true);
    expect(heading({ match: '^[A-Z].*[^.]$' }, 'The pier.')).toBe(false);
  });
});

describe('kinds and keys', () => {
  it('raw before tokens, and after them with append', () => {
    const rule = { extends: 'existence', message: '%s', ignorecase: true, raw: ['\\b(?:more|very)\\s+'], tokens: ['unique', 'complete'] };
    expect(marks(rule, 'A very unique and complete pier.')).toEqual(['very unique']);
    expect(marks({ ...rule, raw: ['\\s+pier'], append: 'true' }, 'A very complete pier.')).toEqual(['complete pier']);
  });
  it('verbs of messages', () => {
    expect(marks({ extends: 'existence', message: '100%% %[1]s, %q, %d', tokens: ['pier'] }, 'A pier.')).toEqual(['100% pier, "pier", ']);
  });
  it('a swap of one rule may be a pattern of what is right', () => {
    const rule = { extends: 'substitution', message: 'x %s', nonword: true, swap: { 'CAUTION: \\w+': 'CAUTION: (?:Caution|Warning)' } };
    expect(marks(rule, 'CAUTION: Warning')).toEqual([]);
    expect(marks(rule, 'CAUTION: Danger')).toEqual(['x CAUTION: (?:Caution|Warning)']);
  });
  it('capitalize and matchcase', () => {
    const rule = { extends: 'substitution', message: '%s', ignorecase: true, swap: { 'a ok': 'a-ok' } };
    expect(marks({ ...rule, matchcase: true }, 'A OK, a ok.')).toEqual(['A-OK', 'a-ok']);
    expect(marks({ ...rule, capitalize: true }, 'A ok, a ok.')).toEqual(['A-ok', 'a-ok']);
  });
  it('words in quotation marks drop a level', () => {
    const { value } = decodeCheck('House.Rule', { extends: 'existence', message: 'x', level: 'error', tokens: ['pier'] }, { accept: [] });
    const found = check('“The pier,” he said of the pier.', '2025-08-07', createLinter([valeRule([value!])], {}, knowledge));
    expect(found.map((f) => f.severity)).toEqual(['warning', 'error']);
  });
  it('what is wrong is told by its keys', () => {
    expect(problems(7)).toEqual(['error : House.Rule is no rule: it must have keys, "extends" and "message" at least.']);
    expect(problems({ message: 'x' })[0]).toMatch(/does not say what it extends/);
    expect(problems({ extends: 'occurrence', message: 'x', token: 'a' })).toEqual([
      'error : House.Rule needs "max" or "min", more than 0.',
    ]);
    expect(problems({ extends: 'occurrence', message: 'x', token: 'a', max: 'many' })[0]).toBe('error max: "max" must be a number.');
    expect(problems({ extends: 'substitution', message: 'x' })).toEqual([
      'error : House.Rule needs "swap": what is written, and what it is held against.',
    ]);
    expect(problems({ extends: 'existence', message: 'x', tokens: [{ a: 'b' }, 'c'] })[0]).toMatch(/^error tokens.0: This must be text/);
    expect(problems({ extends: 'existence', message: 'x', tokens: ['(a'] })).toEqual([
      'warning tokens.0: House.Rule: the pattern "(a" is left out. A bracket is not closed.',
    ]);
    expect(problems({ extends: 'capitalization', message: 'x', match: '$titel' })[0]).toMatch(/Did you mean "\$title"/);
    expect(problems({ extends: 'existence', message: 'x', tokens: ['a'], action: { name: 'edit', params: ['kebab'] } })[0]).toMatch(
      /^warning action: House.Rule: The edit "kebab" has no counterpart here/,
    );
    expect(looksLikeCheck({ extends: 'existence', tokens: [] })).toBe(true);
    expect(looksLikeCheck({ extends: '../tsconfig.json' })).toBe(false);
    expect(patternProblem('a+')).toBeUndefined();
  });
});

it('no rule and no text makes it throw', () => {
  const kinds: Readonly<Record<string, readonly string[]>> = {
    existence: ['tokens', 'raw', 'exceptions'],
    substitution: ['swap', 'exceptions'],
    occurrence: ['token', 'max', 'min'],
    repetition: ['tokens', 'max', 'exceptions'],
    consistency: ['either'],
    conditional: ['first', 'second', 'exceptions'],
    capitalization: ['match', 'exceptions', 'indicators', 'prefix'],
  };
  const source = fc.oneof(fc.string({ maxLength: 12 }), fc.stringMatching(/^[a-c.*+?()[\]|\\bws^$ ]{0,10}$/));
  const value = fc.oneof(source, fc.array(source, { maxLength: 3 }), fc.dictionary(source, source, { maxKeys: 3 }), fc.constant(null));
  const lists = fc.array(source, { maxLength: 3 });
  const maps = fc.dictionary(source, source, { maxKeys: 3 });
  const fitting = (key: string): fc.Arbitrary<unknown> =>
    fc.oneof(
      {
        weight: 5,
        arbitrary: ['swap', 'either'].includes(key)
          ? maps
          : key === 'max' || key === 'min'
            ? fc.nat(2)
            : /s$|raw/.test(key)
              ? lists
              : source,
      },
      { weight: 1, arbitrary: value },
    );
  const rule = fc.constantFrom(...Object.keys(kinds)).chain((kind) =>
    fc.record({
      extends: fc.constant(kind),
      message: fc.constant('x %s'),
      scope: fc.constantFrom('text', 'sentence', 'raw', ['~heading', 'link']),
      ignorecase: fc.boolean(),
      nonword: fc.constant(undefined),
      action: fc.constantFrom(undefined, { name: 'remove' }, { name: 'edit', params: ['regex', '(.)', '$1$1'] }, { name: 'replace' }),
      ...Object.fromEntries(kinds[kind]!.map((key) => [key, fitting(key)])),
    }),
  );
  let run = 0;
  fc.assert(
    fc.property(rule, fc.string({ maxLength: 40 }), (json, text) => {
      const plain = Object.fromEntries(
        Object.entries(json).filter(([k, v]) => v !== undefined && (k !== 'ignorecase' || json.extends !== 'capitalization')),
      );
      const made = decodeCheck('A.B', plain, { accept: ['a b', '(?i)c'] }).value;
      if (!made) return;
      run++;
      const { findings, failures } = createLinter([valeRule([made])], {}, knowledge).lint(draftOf(text, '2025-08-07', 'markdown'));
      for (const f of failures) throw f.error;
      for (const f of findings) expect(f.span.start >= 0 && f.span.end <= text.length && f.span.end >= f.span.start).toBe(true);
    }),
    { numRuns: 600 },
  );
  expect(run).toBeGreaterThan(100);
});
