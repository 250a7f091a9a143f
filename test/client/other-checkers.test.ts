import { describe, expect, it } from 'vitest';
import { checkersOf, leaveOf, leftToOthers } from '../../client/src/other-checkers';
import { rules } from '../../server/src/core';

const harper = 'elijah-potter.harper';
const cspell = 'streetsidesoftware.code-spell-checker';
const ltex = 'ltex-plus.vscode-ltex-plus';
const left = (ids: readonly string[], settings: Record<string, unknown> = {}, language = 'markdown') =>
  leftToOthers(
    (id) => ids.includes(id),
    (name) => settings[name],
    language,
  );
const everything = [harper, cspell, ltex, 'valentjn.vscode-ltex'];

describe('what is left to other checkers', () => {
  it('nothing where none is installed, and nothing to Vale, which does nothing by default', () => {
    expect(left([])).toEqual({});
    expect(left(['chrischinchilla.vale-vscode'])).toEqual({});
  });

  it('rules and options that there are, and only slips of copy and the case of headlines', () => {
    for (const ids of [everything, [harper], [cspell], [ltex]])
      for (const [id, how] of Object.entries(leaveOf(left(ids)))) {
        expect(id).toMatch(/^copy\/|^headline\/case$/);
        const rule = rules.find((r) => r.id === id)!;
        if (how !== 'off')
          expect(Object.keys((rule.defaults as object | undefined) ?? {}), id).toEqual(expect.arrayContaining(Object.keys(how)));
      }
  });

  it('to a dictionary its words, and not the phrases', () => {
    expect(leaveOf(left([cspell]))).toEqual({ 'copy/misspelling': { words: false } });
    expect(leaveOf(left([harper, cspell]))['copy/misspelling']).toBe('off');
    expect(leaveOf(left([cspell, ltex]))['copy/misspelling']).toBe('off');
  });

  it('what their own settings switch off stays with us', () => {
    expect(Object.keys(left([harper]))).toContain('copy/article');
    expect(Object.keys(left([harper], { 'harper.linters.AnA': false }))).not.toContain('copy/article');
    expect(left([cspell], { 'cSpell.enabled': false })).toEqual({});
    expect(left([cspell], { 'cSpell.language': 'de' })).toEqual({});
    expect(left([cspell], { 'cSpell.language': 'de,en-GB' })).not.toEqual({});
    expect(left([ltex], { 'ltex.language': 'fr' })).toEqual({});
    expect(left([ltex], { 'ltex.enabled': ['latex'] })).toEqual({});
  });

  it('by the languages that they read', () => {
    expect(left([ltex], {}, 'plaintext')).toEqual({});
    expect(Object.keys(left([harper], {}, 'plaintext'))).not.toContain('headline/case');
    expect(Object.keys(left([harper], {}, 'markdown'))).toContain('headline/case');
  });

  it('is told by name, each once', () => {
    const both = left([harper, cspell]);
    expect(checkersOf(both, ['copy/misspelling', 'copy/article'])).toEqual(['Harper']);
    expect(checkersOf(left([ltex, harper]), Object.keys(left([ltex, harper])))).toEqual(['Harper', 'LTeX+']);
    expect(checkersOf(both, ['title/not-holder'])).toEqual([]);
  });
});
