import data from '../../../../data/names.yaml';
import { fold } from '../../text/fold';

/** What data/names.yaml holds, folded and made into sets when it is first asked for. */
interface Lists {
  readonly first: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
  readonly ordinary: ReadonlySet<string>;
  /** For each name the groups that it stands in. A full name and a short form of one group are one name. */
  readonly short: ReadonlyMap<string, readonly { readonly full: ReadonlySet<string>; readonly short: ReadonlySet<string> }[]>;
  readonly romanised: ReadonlyMap<string, readonly number[]>;
}

let made: Lists | undefined;
function lists(): Lists {
  if (made) return made;
  const set = (words: string): Set<string> => new Set(fold(words).split(' ').filter(Boolean));
  const short = new Map<string, { full: Set<string>; short: Set<string> }[]>();
  for (const entry of data.short as readonly Record<string, string>[]) {
    for (const [full, forms] of Object.entries(entry)) {
      const group = { full: set(full), short: set(forms) };
      for (const name of [...group.full, ...group.short]) short.set(name, [...(short.get(name) ?? []), group]);
    }
  }
  const romanised = new Map<string, number[]>();
  (data.romanised as readonly string[]).forEach((line, i) => {
    for (const name of set(line)) romanised.set(name, [...(romanised.get(name) ?? []), i]);
  });
  const first = set(data.first);
  for (const name of short.keys()) first.add(name);
  made = { first, last: set(data.last), ordinary: set(data.ordinary), short, romanised };
  return made;
}

/** All of these take a folded word. */
export const isFirstName = (word: string): boolean => lists().first.has(word);
export const isCommonSurname = (word: string): boolean => lists().last.has(word);
/** A word of the language that is a name too, or lies one letter from one. */
export const isOrdinary = (word: string): boolean => lists().ordinary.has(word);

/** True for a full name and its short form, either way round: "Robert" and "Bob". Two spellings of a full name, or of a short one, are two names. */
export function isShortFor(a: string, b: string): boolean {
  return (lists().short.get(a) ?? []).some((g) => (g.short.has(a) && g.full.has(b)) || (g.full.has(a) && g.short.has(b)));
}

/** True for two spellings that one name of another script has: "Dmitry" and "Dmitri". */
export function isRomanisation(a: string, b: string): boolean {
  const groups = lists().romanised.get(a);
  return (
    groups !== undefined &&
    (lists()
      .romanised.get(b)
      ?.some((g) => groups.includes(g)) ??
      false)
  );
}

/** True where two first names can be one person's: the same, a short form, another spelling of the same name, an initial. */
export function sameFirstName(a: string, b: string): boolean {
  if (a === b || isShortFor(a, b) || isRomanisation(a, b)) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  return (lists().short.get(a) ?? []).some((g) => (g.full.has(a) && g.full.has(b)) || (g.short.has(a) && g.short.has(b)));
}
