import { fold } from '../../text/fold';
import { isLetter, isUpper, type Words } from '../../text/words';
import { bare } from './forms';

/** Words whose period does not end a sentence before a name. */
const abbreviation =
  /(?:^|[-.])(?:[A-Z]|sens?|govs?|reps?|gen|lt|col|maj|capt|cmdr|adm|brig|sgt|dr|mr|mrs|ms|mx|prof|rev|pres|sec|amb|atty|del|hon|st|ft|mt|asst|dep|min|jr|sr|supt|insp|Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo)$/i;
export const possessive = /['’]s?$/i;

/** The words of a paragraph in the forms that look-ups want. */
export interface Tokens {
  readonly text: string;
  readonly words: Words;
  /** Word as written, possessive off. */
  word(i: number): string;
  /** The word folded, periods out. */
  folded(i: number): string;
  start(i: number): number;
  /** End without a possessive. */
  end(i: number): number;
  capital(i: number): boolean;
  /** True where only blanks (and a period of an abbreviation) stand between word i and i + 1. */
  joined(i: number): boolean;
}

export function tokensOf(text: string, words: Words): Tokens {
  const { bounds } = words;
  const end = (i: number): number => {
    const e = bounds[2 * i + 1]!;
    const c = text.charCodeAt(e - 2);
    if ((c === 39 || c === 0x2019) && (text[e - 1] === 's' || text[e - 1] === 'S')) return e - 2;
    return e;
  };
  const folded: string[] = [];
  return {
    text,
    words,
    folded: (i) => (folded[i] ??= bare(fold(text.slice(bounds[2 * i], end(i))))),
    start: (i) => bounds[2 * i]!,
    end,
    word: (i) => text.slice(bounds[2 * i], end(i)),
    capital: (i) => isUpper(text.charCodeAt(bounds[2 * i]!)),
    joined(i) {
      if (i < 0 || i + 1 >= words.count) return false;
      let at = bounds[2 * i + 1]!;
      const stop = bounds[2 * i + 2]!;
      if (text[at] === '.' && stop - at > 1) {
        if (!abbreviation.test(text.slice(bounds[2 * i]!, at))) return false;
        at++;
      }
      if (at === stop) return false;
      for (; at < stop; at++) {
        const c = text.charCodeAt(at);
        if (c !== 32 && c !== 9 && c !== 0xa0 && c !== 0x202f) return false;
      }
      return true;
    },
  };
}

/** The words i to j as a look-up wants them: possessive off, periods out, one space between. */
export function phrase(t: Tokens, i: number, j: number): string {
  if (i === j) return unstopped(t.word(i));
  let out = '';
  for (let k = i; k <= j; k++)
    out += (k > i ? ' ' : '') + unstopped(k === j ? t.word(k) : t.text.slice(t.words.bounds[2 * k], t.words.bounds[2 * k + 1]));
  return out;
}
export const unstopped = (w: string): string => (w.includes('.') ? w.replace(/\./g, '') : w);

/** A lower-case word before a capital one may be a name in the wrong case ("donald Trump") or a particle ("de Gaulle"). */
export const isLowerName = (t: Tokens, i: number): boolean => t.joined(i) && t.capital(i + 1) && isLetter(t.text.charCodeAt(t.start(i)));
