import { fold } from '../../text/fold';

/**
 * Wade-Giles syllables, and older postal names, that pinyin writes otherwise. From the tables in the Library of Congress's "New Chinese Romanization
 * Guidelines" (1998), the syllables of names in the news only.
 */
const syllables: Readonly<Record<string, string>> = {
  peking: 'beijing',
  nanking: 'nanjing',
  tientsin: 'tianjin',
  tse: 'ze',
  tung: 'dong',
  chou: 'zhou',
  hsiao: 'xiao',
  teng: 'deng',
  hsi: 'xi',
  chin: 'jin',
  hsieh: 'xie',
  tsai: 'cai',
  ching: 'jing',
  kuo: 'guo',
  kung: 'gong',
  chu: 'zhu',
  pai: 'bai',
  pei: 'bei',
};

/** Replacements in a folded word, in this order. Sources: BGN/PCGN and scholarly romanisations of Russian, Ukrainian and Arabic, and what wire services write. */
const steps: readonly (readonly [RegExp, string])[] = [
  [/^(?:q|k|kh|g|gh)[aeu]?d+h?d?h?a+f+[iy]$/, 'kadafi'],
  [/x/g, 'ks'],
  [/shch|sch|stch/g, 'sh'],
  [/tch|tsch/g, 'ch'],
  [/kh|q|ck/g, 'k'],
  [/c(?=[^heiyz]|$)/g, 'k'],
  [/gh/g, 'g'],
  [/dh/g, 'd'],
  [/dzh|dj/g, 'j'],
  [/tz/g, 'ts'],
  [/ph/g, 'f'],
  [/ff$/, 'v'],
  [/^(?:ye|je|ie)/, 'e'],
  [/^(?:ju|iu)/, 'yu'],
  [/^(?:ja|ia)/, 'ya'],
  [/^dim/, 'dm'],
  [/^(?:al|ol)eks/, 'aleks'],
  [/([bcdfgklmnprstvz])ye/g, '$1e'],
  [/(?:iy|ij$|yy|yi|ii|ee|ie)/g, 'i'],
  [/(?:ei|ey|ai|ay)/g, 'ai'],
  [/(?:ou|oo|uu|o)/g, 'u'],
  [/aa|e/g, 'a'],
  [/y/g, 'i'],
  [/dr$/, 'dar'],
  [/(\p{L})\1+/gu, '$1'],
];

/**
 * A key under which transliterations of one name meet: "Zelensky", "Zelenskyy" and "Zelenskiy"; "Gaddafi", "Qaddafi" and "Gadhafi"; "Mohammed" and
 * "Muhammad"; "Yuri" and "Yury"; "Mao Tse-tung" and "Mao Zedong". Takes a word or a full name; articles ("al-", "el ") and the breaks between words
 * do not count. A view of ours, and a generous one: equal keys are a reason to look, not a proof.
 */
export function transliterationKey(name: string): string {
  return fold(name)
    .replace(/[’'.,]/g, '')
    .replace(/\babd[ -]?[aeu]l[ -]?/g, 'abdal ')
    .replace(/\b(?:al|el|ul|ur|ad|as|ash|an|ar|az)-/g, ' ')
    .split(/[\s-]+/)
    .filter((word) => word !== '' && word !== 'al' && word !== 'el')
    .map((word) => (word === 'ibn' || word === 'ben' ? 'bin' : word))
    .map((word) => steps.reduce((w, [from, to]) => w.replace(from, to), Object.hasOwn(syllables, word) ? syllables[word]! : word))
    .join('')
    .replace(/(\p{L})\1+/gu, '$1');
}
