import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { nameKey, shorterForms, surnameOf } from '../../../server/src/core/knowledge/names/name-forms';
import { soundKey } from '../../../server/src/core/knowledge/names/sounds';
import { transliterationKey } from '../../../server/src/core/knowledge/names/transliteration';

describe('surnameOf', () => {
  it.each([
    ['Joe Biden', 'Biden'],
    ['Joseph R. Biden Jr.', 'Biden'],
    ['Robert F. Kennedy, Jr.', 'Kennedy'],
    ['Ursula von der Leyen', 'von der Leyen'],
    ['Bill de Blasio', 'de Blasio'],
    ['Mohammed bin Salman', 'bin Salman'],
    ['Abdel Fattah el-Sisi', 'el-Sisi'],
    ['Hamad bin Isa Al Khalifa', 'Al Khalifa'],
    ['Van Morrison', 'Morrison'],
    ['Marine Le Pen', 'Le Pen'],
    ['Charles III', ''],
    ['William Gates III', 'Gates'],
    ['Suharto', 'Suharto'],
    ['Alexandria Ocasio-Cortez', 'Ocasio-Cortez'],
  ])('%s', (name, surname) => expect(surnameOf(name)).toBe(surname));
  it('where the family name comes first, and of popes', () => {
    expect(surnameOf('Xi Jinping', true)).toBe('Xi');
    expect(surnameOf('Ban Ki-moon', true)).toBe('Ban');
    expect(surnameOf('John Paul II', false, true)).toBe('');
  });
});

describe('nameKey', () => {
  it.each([
    ['Kim Jong-un', 'Kim Jong Un'],
    ['J.D. Vance', 'J. D. Vance'],
    ['J.D. Vance', 'JD Vance'],
    ['O’Brien', 'OBrien'],
    ['George H. W. Bush', 'George H.W. Bush'],
    ['Recep Tayyip Erdoğan', 'RECEP TAYYIP ERDOGAN'],
    ['U.S.', 'US'],
    ['Robert Kennedy, Jr.', 'Robert Kennedy Jr'],
  ])('%s = %s', (a, b) => expect(nameKey(a)).toBe(nameKey(b)));
  it('is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(nameKey(nameKey(text))).toBe(nameKey(text));
      }),
    );
  });
});

test('shorter forms', () => {
  expect(shorterForms('Joseph Robinette Biden Jr.', 'Biden', false).toSorted()).toEqual(
    ['Joseph Biden', 'Joseph Biden Jr.', 'Joseph R. Biden', 'Joseph R. Biden Jr.', 'Joseph Robinette Biden'].toSorted(),
  );
  expect(shorterForms('Xi Jinping', 'Xi', true)).toEqual([]);
  expect(shorterForms('J. Edgar Hoover', 'Hoover', false)).toEqual([]);
});

describe('soundKey', () => {
  it.each([
    ['Stephen', 'Steven'],
    ['Catherine', 'Katherine'],
    ['Phillips', 'Philips'],
    ['Smith', 'Smyth'],
    ['Schmidt', 'Schmitt'],
    ['Wright', 'Rite'],
    ['Geoffrey', 'Jeffrey'],
    ['Gonzalez', 'Gonzales'],
    ['Xavier', 'Zavier'],
    ['McCarthy', 'MacCarthy'],
  ])('%s = %s', (a, b) => expect(soundKey(a)).toBe(soundKey(b)));
  it.each([
    ['Smith', 'Schmidt'],
    ['Trump', 'Tramps'],
    ['Biden', 'Baden-Powell'],
  ])('%s ≠ %s', (a, b) => expect(soundKey(a)).not.toBe(soundKey(b)));
});

describe('transliterationKey', () => {
  it.each([
    ['Zelensky', 'Zelenskyy', 'Zelenskiy', 'Zelenskij'],
    ['Gaddafi', 'Qaddafi', 'Gadhafi', 'Khadafy', 'Kadafi'],
    ['Mohammed', 'Muhammad', 'Mohamed', 'Mohammad'],
    ['Yuri', 'Yury', 'Yuriy', 'Iurii'],
    ['Mao Zedong', 'Mao Tse-tung'],
    ['Deng Xiaoping', 'Teng Hsiao-ping'],
    ['Beijing', 'Peking'],
    ['Abdel Fattah el-Sisi', 'Abd al-Fattah al-Sisi', 'Abdul Fatah al Sisi'],
    ['Alexander', 'Aleksandr', 'Oleksandr'],
    ['Dmitry', 'Dmitri', 'Dimitri'],
    ['Hussein', 'Husayn', 'Hussain'],
    ['Kim Jong Un', 'Kim Jong-un', 'Kim Jongun'],
    ['Viktor', 'Victor'],
  ])('%s', (...names) => expect(new Set(names.map(transliterationKey)).size).toBe(1));
  it('keeps apart what is apart', () => expect(transliterationKey('Putin')).not.toBe(transliterationKey('Patten')));
});

test('no text makes a key throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const key of [soundKey, transliterationKey, nameKey]) expect(typeof key(text)).toBe('string');
      expect(typeof surnameOf(text, true)).toBe('string');
    }),
  );
});
