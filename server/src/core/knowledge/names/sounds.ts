import { fold } from '../../text/fold';

/**
 * A key under which English spellings that sound alike meet: "Stephen" and "Steven" (STFN), "Catherine" and "Katherine" (K0RN), "Philips" and "Phillips".
 * The rules of Metaphone (Lawrence Philips, "Hanging on the Metaphone", Computer Language 7/12, 1990), shortened, and with "sch" and "cz" as names from
 * German and Polish say them. X stands for "sh" and "ch", 0 for "th", A for a vowel at the start; other vowels do not count.
 * Letters that are not Latin are kept. Only a view: names that sound alike need not be one name.
 */
export function soundKey(word: string): string {
  const w = fold(word).replace(/[^\p{L}]+/gu, '');
  let key = '';
  let i = opening(w);
  if (i < w.length && w[i] === 'x') {
    key = 'S';
    i++;
  }
  while (i < w.length) {
    const c = w[i]!;
    const [sound, taken] = soundAt(w, i, key === '');
    if (c !== w[i - 1] || !key.endsWith(sound)) key += sound;
    i += taken;
  }
  return key;
}

/** Letters at the start that are not heard: "kn", "gn", "pn", "wr", "ae", "ps" and the h of "wh" stay unsaid. */
const opening = (w: string): number => (/^(?:kn|gn|pn|wr|ae|ps)/.test(w) ? 1 : 0);

const isVowel = (c: string | undefined): boolean => c !== undefined && 'aeiou'.includes(c);
const isFront = (c: string | undefined): boolean => c !== undefined && 'eiy'.includes(c);

type Sound = readonly [sound: string, taken: number];

const fixed: Readonly<Record<string, string>> = {
  b: 'B',
  f: 'F',
  j: 'J',
  k: 'K',
  l: 'L',
  m: 'M',
  n: 'N',
  q: 'K',
  r: 'R',
  v: 'F',
  x: 'KS',
  z: 'S',
};

/** The sound at a place, and how many letters it takes. */
function soundAt(w: string, i: number, first: boolean): Sound {
  const c = w[i]!;
  const next = w[i + 1];
  const at = (letters: string): boolean => w.startsWith(letters, i);
  if (isVowel(c)) return [first ? 'A' : '', 1];
  switch (c) {
    case 'b':
      return [w[i - 1] === 'm' && i + 1 === w.length ? '' : 'B', 1];
    case 'c':
      if (at('cz') || at('ch')) return ['X', 2];
      if (at('ck')) return ['K', 2];
      if (at('cia')) return ['X', 2];
      return [isFront(next) ? 'S' : 'K', 1];
    case 'd':
      if (at('dt')) return ['T', 2];
      return at('dg') && isFront(w[i + 2]) ? ['J', 2] : ['T', 1];
    case 'g':
      if (at('gh')) return [isVowel(w[i + 2]) ? 'K' : '', 2];
      if (at('gn') && i + 2 >= w.length) return ['N', 2];
      return [isFront(next) ? 'J' : 'K', 1];
    case 'h':
      return [isVowel(next) && !'csptgw'.includes(w[i - 1] ?? ' ') ? 'H' : '', 1];
    case 'p':
      return next === 'h' ? ['F', 2] : ['P', 1];
    case 's':
      if (at('sch')) return ['X', 3];
      if (at('sh') || at('sio') || at('sia')) return ['X', 2];
      return ['S', 1];
    case 't':
      if (at('th')) return [at('thom') ? 'T' : '0', 2];
      if (at('tch')) return ['X', 3];
      return at('tio') || at('tia') ? ['X', 2] : ['T', 1];
    case 'w':
      return [isVowel(next) || next === 'h' ? 'W' : '', 1];
    case 'y':
      return [isVowel(next) ? 'Y' : first ? 'A' : '', 1];
    default:
      return [fixed[c] ?? c, 1];
  }
}
