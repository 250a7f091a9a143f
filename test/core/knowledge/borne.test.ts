import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inFilter, writeFilter } from '../../../server/src/core/knowledge/index/borne';
import { knowledge } from '../../knowledge';
import { small } from './small';

describe('names that people bear', () => {
  it('holds every word that was written', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), (words) => {
        const filter = writeFilter(words);
        expect(words.every((w) => inFilter(filter, w))).toBe(true);
      }),
    );
  });
  it('takes few others for one', () => {
    const filter = writeFilter(Array.from({ length: 5000 }, (_, i) => `in${i}`));
    const taken = Array.from({ length: 5000 }, (_, i) => `out${i}`).filter((w) => inFilter(filter, w));
    expect(taken.length).toBeLessThan(60);
  });
  it('knows what the registers count, whatever its capitals', () => {
    expect(['Smith', 'NGUYEN', 'O’Brien', 'Kushner'].map((w) => knowledge.isBorne(w, 'surname'))).toEqual([true, true, true, true]);
    expect(['Mary', 'jermaine'].map((w) => knowledge.isBorne(w, 'first'))).toEqual([true, true]);
    expect(['Smmith', 'Kemnedy', 'Bdien'].map((w) => knowledge.isBorne(w, 'surname'))).toEqual([false, false, false]);
    expect(knowledge.isBorne('Dvaid', 'first')).toBe(false);
  });
  it('says nothing of anybody where it has no registers', () => {
    expect(small.isBorne('Zzyzx', 'surname')).toBe(true);
  });
});
