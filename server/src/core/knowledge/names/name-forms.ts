import { fold } from '../../text/fold';

/**
 * The key under which names, titles and bodies are looked up: folded, periods, commas, quotation marks and apostrophes dropped, hyphens as spaces,
 * runs of initials as one word. "Kim Jong-un" and "Kim Jong Un", "J.D. Vance", "J. D. Vance" and "JD Vance", "O’Brien" and "OBrien" meet.
 */
export function nameKey(text: string): string {
  const folded = fold(text);
  if (isKey(folded)) return folded;
  return folded
    .replace(/[.,'"“”«»]/g, '')
    .replace(/[\s\-/_]+/g, ' ')
    .replace(/(?<=^| )(\p{L}) (?=\p{L}(?: |$))/gu, '$1')
    .trim();
}

/** Lower-case letters and digits, single spaces inside, no word of one letter: a text that is its own key. */
function isKey(text: string): boolean {
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if ((c >= 97 && c <= 122) || (c >= 48 && c <= 57)) run++;
    else if (c === 32 && run > 1) run = 0;
    else return false;
  }
  return run > 1;
}

/** "Müller" as "Mueller", "Ægir" stays: the spelling of those who have no umlauts. Undefined where the text has none. */
export function spelledOut(text: string): string | undefined {
  const out = text.normalize('NFC').replace(/[äöüøåÄÖÜØÅ]/g, (c) => expansions[c] ?? c);
  return out === text.normalize('NFC') ? undefined : out;
}

const expansions: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', Ø: 'Oe', Å: 'Aa' };

/** Words that belong to the family name after them. Compared folded. */
const particles = new Set(
  'von van der den vom zu zur zum af av ter ten te de la las los le du des del della delle degli di da do dos das al el bin ibn ben bint binti abu ould st st. mac mc d'.split(
    ' ',
  ),
);

const generation = /^(?:jr|sr)\.?$/i;
const numeral = /^(?=[IVXL])(?:X[LC]|L?X{0,3})(?:I[VX]|V?I{0,3})$/;

/** The words of a name, and the generational suffix after them: "Jr.", "III". */
export function partsOf(name: string): { readonly words: readonly string[]; readonly suffix: string } {
  const words = name.replace(/,/g, ' ').split(/\s+/).filter(Boolean);
  const last = words[words.length - 1] ?? '';
  if (words.length > 2 && (generation.test(last) || numeral.test(last))) return { words: words.slice(0, -1), suffix: last };
  return { words, suffix: '' };
}

/**
 * The name on later reference: the last word with the particles before it; the first where the family name comes first; the whole of a single name;
 * nothing for "Charles III", nor for "John Paul II" where `regnal` says that a numeral is no generation's.
 */
export function surnameOf(name: string, familyNameFirst = false, regnal = false): string {
  const { words, suffix } = partsOf(name);
  if (words.length === 0) return '';
  if (words.length === 1) return words[0]!;
  const last = words.length - 1;
  if (numeral.test(words[last]!) || (regnal && numeral.test(suffix))) return '';
  if (familyNameFirst) return words[0]!;
  let first = last;
  while (first > 1 && particles.has(fold(words[first - 1]!))) first--;
  return words.slice(first).join(' ');
}

const isInitial = (word: string): boolean => /^\p{L}\.?$/u.test(word) || /^(?:\p{Lu}\.){2,4}$/u.test(word);

/**
 * Forms that a right name may be shortened to: without suffix, without middle names or initials, with middle names as initials; family name last only.
 * "Joseph Robinette Biden Jr." gives "Joseph Robinette Biden", "Joseph R. Biden Jr.", "Joseph R. Biden", "Joseph Biden Jr.", "Joseph Biden".
 */
export function shorterForms(name: string, surname: string, familyNameFirst: boolean): readonly string[] {
  const { words, suffix } = partsOf(name);
  const forms = new Set<string>();
  const add = (form: readonly string[]): void => {
    forms.add(form.join(' '));
    if (suffix) forms.add([...form, suffix].join(' '));
  };
  if (suffix && surname) add(words);
  const tail = surname.split(' ').length;
  const given = words.slice(0, words.length - tail);
  const [first, ...middle] = given;
  if (!familyNameFirst && first && !isInitial(first) && middle.length > 0 && surname && words.slice(-tail).join(' ') === surname) {
    const family = words.slice(-tail);
    add([first, ...middle.filter((m) => !isInitial(m)), ...family]);
    add([first, ...middle.map((m) => (isInitial(m) ? m : `${m[0]}.`)), ...family]);
    add([first, ...family]);
  }
  forms.delete(name);
  return [...forms];
}

/** The words of a form by which it can be found: as keys, with the word as written. Particles, initials, numerals and suffixes are none. */
export function* wordsOfForm(form: string): Generator<{ readonly key: string; readonly form: string }> {
  for (const token of form.split(/[\s,/()"“”]+/)) {
    const key = nameKey(token);
    if (key.length < 2 || !startsName(token) || numeral.test(token) || generation.test(token)) continue;
    yield { key, form: token };
    if (key.includes(' ')) {
      for (const part of token.split(/[-‐‑–]/)) if (startsName(part) && nameKey(part).length > 1) yield { key: nameKey(part), form: part };
    }
  }
}

/** Capitalised, or of a script or sort that has no capitals; "d'Estaing", "al-Assad" and "eBay" count by the capital inside. */
const startsName = (token: string): boolean => token !== token.toLowerCase() || /^\P{L}|^\p{Lo}/u.test(token);
