import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isLatin, latinClasses, lettered } from '../../../server/src/core/text/letters';

it('the spelled classes are the properties, for every unit that a Latin text may have', () => {
  for (const [property, units] of Object.entries(latinClasses)) {
    const written = new RegExp(`^${property}$`, 'u');
    const spelled = new RegExp(`^[${units}]$`);
    for (let c = 0; c < 0x10000; c++) {
      const s = String.fromCharCode(c);
      if (isLatin(s)) expect(spelled.test(s), `${property} ${c.toString(16)}`).toBe(written.test(s));
    }
  }
});

it('a text of another script is read by the pattern as it is written', () => {
  const name = lettered(() => /\p{Lu}[\p{L}-]+/u);
  expect(name('Путин').exec('Путин')?.[0]).toBe('Путин');
  expect(name('Erdoğan').exec('said Erdoğan')?.[0]).toBe('Erdoğan');
  expect(name('𝐓𝐫𝐮𝐦𝐩').exec('𝐓𝐫𝐮𝐦𝐩')?.[0]).toBe('𝐓𝐫𝐮𝐦𝐩');
});

const patterns = [
  () => /(?<![\p{L}\p{N}-])(\p{Lu}[\p{L}.’']{2,})([-–])(\p{Lu}[\p{L}.’']{2,})(?![\p{L}\p{N}-])/gu,
  () => /^(?:al|el)-(?=\p{L})/iu,
  () => /[^\p{Ll}\]]+|\[\p{Lu}/giu,
  () => /\p{Lu}|\p{Ll}{2}[.!?] \p{Lu}/giu,
];
it('both forms find the same in Latin text', () => {
  const unit = fc.constantFrom(...'aZéÉßŸÿıİſĸŉž0²½ª .’-–[]“ŁłµĐK℞ж'.split(''), 'al-', '\u2028', '😀');
  for (const written of patterns) {
    const pattern = lettered(written);
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 24 }), (text) => {
        const found = (re: RegExp) =>
          [...text.matchAll(re.global ? re : new RegExp(re.source, `${re.flags}g`))].map((m) => [m.index, ...m]);
        expect(found(pattern(text))).toEqual(found(written()));
      }),
      { numRuns: 2000 },
    );
  }
});
