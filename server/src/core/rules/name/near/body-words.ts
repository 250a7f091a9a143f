import type { Tokens } from '../../../draft/mentions/tokens';
import type { Body, Knowledge } from '../../../knowledge/knowledge';
import { fold } from '../../../text/fold';

/** A folded word without periods and apostrophes. */
export const bare = (w: string): string => (/[.']/.test(w) ? w.replace(/[.']/g, '') : w);

/** Word i with its possessive. */
export const raw = (t: Tokens, i: number): string => t.text.slice(t.words.bounds[2 * i], t.words.bounds[2 * i + 1]);

/** True where word i, with or without a possessive, is the bare word. */
export const isWord = (t: Tokens, i: number, want: string): boolean => bare(t.folded(i)) === want || bare(fold(raw(t, i))) === want;

/** True where the words from i on are those of the folded form. */
export function spells(t: Tokens, i: number, form: string): boolean {
  const parts = form.split(' ');
  return parts.every((p, n) => i + n < t.words.count && (n === 0 || t.joined(i + n - 1)) && isWord(t, i + n, bare(p)));
}

/** One spelling for British and American ones: "defence" and "defense", "labour" and "labor". Only to compare by. */
export const british = (w: string): string =>
  w
    .replace(/our(?=s?$|ed|ing|able)/, 'or')
    .replace(/is(?=e|ation|ing)/, 'iz')
    .replace(/ence$/, 'ense')
    .replace(/tre(?=s?$)/, 'ter')
    .replace(/programme/, 'program')
    .replace(/coun(?:cill?|sell?)or/, 'counselor')
    .replace(/ll/, 'l')
    .replace(/ae|oe/, 'e');

/** One is the other with an ending: "Councils", "Asian". */
export function inflected(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short) && /^(?:s|es|n|an|ian|i|er|ers|d|ed|al|ic|y)$/.test(long.slice(short.length));
}

/** The folded form with the capitals that the body's own name, or a variant, has. */
export function properly(body: Body, form: string): string {
  const all = [body.name, ...body.also, ...(body.long ? [body.long] : []), ...body.adjectives, ...body.was.map((w) => w.name)];
  return all.find((n) => fold(n) === form) ?? all.find((n) => bare(fold(n)) === bare(form)) ?? body.name;
}

/** "…, Fla.": what the place lies in stands behind word `last`. */
export function homeFollows(t: Tokens, last: number, body: Body, knowledge: Knowledge): boolean {
  const home = body.in === undefined ? undefined : knowledge.body(body.in);
  return (
    home !== undefined &&
    last + 1 < t.words.count &&
    /^, /.test(t.text.slice(t.end(last), t.end(last) + 2)) &&
    knowledge.bodiesNamed(t.word(last + 1)).includes(home)
  );
}

/** What a finding shows of a body. */
export const aboutBody = (b: Body): string => `${b.name.replace(/ \(.*\)$/, '')}: ${b.kind}`;
