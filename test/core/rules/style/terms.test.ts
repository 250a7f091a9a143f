import { describe, expect, it } from 'vitest';
import { applyEdits, createLinter } from '../../../../server/src/core';
import { styleRules } from '../../../../server/src/core/rules/style';
import { termsOf, withCapitals } from '../../../../server/src/core/rules/style/term';
import { draftOf } from '../../../check-text';
import { knowledge } from '../../../knowledge';

function styled(text: string, options: object): string {
  const { findings, failures } = createLinter(styleRules, { 'style/terms': { options: { ...options } } }, knowledge).lint(
    draftOf(text, '2025-08-07'),
  );
  expect(failures).toEqual([]);
  return applyEdits(
    text,
    findings.flatMap((f) => f.fixes[0]?.edits ?? []),
  );
}

describe('house style', () => {
  it('is off until it is set', () => expect(styled('He walked towards the centre.', {})).toBe('He walked towards the centre.'));
  it('comes in packs', () => {
    expect(styled('Towards the theatre, amidst rain, the grey town fell silent.', { packs: ['ap'] })).toBe(
      'Toward the theater, amid rain, the gray town fell silent.',
    );
    expect(styled('The defense chief spoke at NATO.', { packs: ['guardian'] })).toBe('The defence chief spoke at Nato.');
  });
  it('is the house’s own first', () =>
    expect(styled('towards the centre', { packs: ['ap'], terms: { towards: 'unto' } })).toBe('unto the center'));
  it('keeps capitals', () => {
    expect(withCapitals('TOWARDS', 'toward')).toBe('TOWARD');
    expect(withCapitals('Towards', 'toward')).toBe('Toward');
    expect(withCapitals('okay', 'OK')).toBe('OK');
  });
  it('leaves names alone', () => {
    for (const text of [
      'The Labour leader spoke in Lewis Centre.',
      'Labour leader Keir Starmer spoke.',
      'She left the Royal Theatre for the Nigeria Labour Congress.',
    ])
      expect(styled(text, { packs: ['ap'] })).toBe(text);
  });
  it('takes a capital away within a sentence alone', () =>
    expect(styled('The Internet is old. Internet cafes are older.', { terms: { Internet: 'internet' } })).toBe(
      'The internet is old. Internet cafes are older.',
    ));
  it('counts capitals where the term has them', () =>
    expect(styled('The Internet and the internet', { terms: { Internet: 'net' } })).toBe('The Net and the internet'));
  it('packs leave names as they are', () => {
    const names =
      'The Department of Defense, the Kennedy Center and the Labor Party met David Gray. Gray left. Labor Secretary Lori Chavez-DeRemer saw the Internet Archive.';
    expect(styled(names, { packs: ['guardian'] })).toBe(names);
    expect(styled('The Ministry of Defence and the Lincoln Theatre said so.', { packs: ['ap'] })).toBe(
      'The Ministry of Defence and the Lincoln Theatre said so.',
    );
  });
  it('takes capitals away within a sentence, and before the name of a person', () =>
    expect(
      styled('The Internet slept. On Monday former Prime Minister Rishi Sunak and the Prime Minister met.', { packs: ['guardian'] }),
    ).toBe('The internet slept. On Monday former prime minister Rishi Sunak and the prime minister met.'));
  it('leaves out what is no term, and never throws', () => {
    expect(termsOf(null, 'x')).toEqual([]);
    expect(termsOf({ a: 7, '': 'b', c: 'c' }, 'x').filter((t) => t.to.length > 0)).toEqual([]);
    for (const options of [{ packs: 'ap' }, { packs: [7, null] }, { terms: [] }, { terms: 'x' }])
      expect(styled('one two', options)).toBe('one two');
  });
});
