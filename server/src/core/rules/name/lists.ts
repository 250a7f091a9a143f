import data from '../../../../data/names.yaml';
import { fold } from '../../text/fold';

/** What data/names.yaml holds, folded; each list is made into a set when it is first asked for. */
const setOf = (words: string): Set<string> => new Set(fold(words).split(' ').filter(Boolean));
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};
const shortForms = data.short as readonly Record<string, string>[];

const firstNames = once(() => setOf([data.first, ...shortForms.flatMap((entry) => Object.entries(entry).flat())].join(' ')));
const lastNames = once(() => setOf(data.last));
const ordinaryWords = once(() => setOf(data.ordinary));

/** For each name the groups that it stands in. A full name and a short form of one group are one name. */
const shortNames = once(() => {
  const short = new Map<string, { full: Set<string>; short: Set<string> }[]>();
  for (const entry of shortForms) {
    for (const [full, forms] of Object.entries(entry)) {
      const group = { full: setOf(full), short: setOf(forms) };
      for (const name of [...group.full, ...group.short]) short.set(name, [...(short.get(name) ?? []), group]);
    }
  }
  return short;
});
const romanisedNames = once(() => {
  const romanised = new Map<string, number[]>();
  (data.romanised as readonly string[]).forEach((line, i) => {
    for (const name of setOf(line)) romanised.set(name, [...(romanised.get(name) ?? []), i]);
  });
  return romanised;
});

const koreanSyllables = once(() => setOf(data.korean));

/** All of these take a folded word. */
export const isFirstName = (word: string): boolean => firstNames().has(word);
export const isCommonSurname = (word: string): boolean => lastNames().has(word);
/** A word of the language that is a name too, or lies one letter from one. */
export const isOrdinary = (word: string): boolean => ordinaryWords().has(word);

/** True for a full name and its short form, either way round: "Robert" and "Bob". Two spellings of a full name, or of a short one, are two names. */
export function isShortFor(a: string, b: string): boolean {
  return (shortNames().get(a) ?? []).some((g) => (g.short.has(a) && g.full.has(b)) || (g.full.has(a) && g.short.has(b)));
}

/** True for two spellings that one name of another script has: "Dmitry" and "Dmitri". */
export function isRomanisation(a: string, b: string): boolean {
  const groups = romanisedNames().get(a);
  return (
    groups !== undefined &&
    (romanisedNames()
      .get(b)
      ?.some((g) => groups.includes(g)) ??
      false)
  );
}

/** True where two first names can be one person's: the same, a short form, another spelling of the same name, an initial. */
export function sameFirstName(a: string, b: string): boolean {
  if (a === b || isShortFor(a, b) || isRomanisation(a, b)) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  return (shortNames().get(a) ?? []).some((g) => (g.full.has(a) && g.full.has(b)) || (g.short.has(a) && g.short.has(b)));
}

/** Two syllables joined by a hyphen or a blank, each of which Korean given names have: "Jong-seok" is no slip of "Jong-seop". */
export function isKoreanName(word: string): boolean {
  const syllables = word.split(/[- ]/);
  return syllables.length === 2 && syllables.every((s) => koreanSyllables().has(s));
}
