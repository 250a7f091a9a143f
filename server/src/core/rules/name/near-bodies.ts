import type { Paragraph } from '../../draft/draft';
import { phrase, type Tokens } from '../../draft/mentions/tokens';
import type { Body, Knowledge } from '../../knowledge/knowledge';
import { fold } from '../../text/fold';
import type { Span } from '../../text/span';
import { isNameShaped, isOpener, wordsIn } from './capital-runs';
import { isFirstName, isOrdinary } from './lists';
import { slipOf, weightOf } from './slip';

/** A name of a place or an organisation, one word of which is wrong. */
export interface NearBody {
  /** The whole name, and the word that is wrong. */
  readonly span: Span;
  readonly word: Span;
  /** The right name as far as the span reaches, and the right word. */
  readonly right: string;
  readonly rightWord: string;
  readonly body: Body;
}

const found = new WeakMap<Paragraph, readonly NearBody[]>();

/** Points from which a slip in a name of a body is marked. */
const enough = 2.5;

/** Words of names that are not counted as matches. */
const small = new Set('of the and for in de la du des et & a to on at al el'.split(' '));

export function nearBodies(paragraph: Paragraph, knowledge: Knowledge): readonly NearBody[] {
  const made = found.get(paragraph);
  if (made) return made;
  const out: NearBody[] = [];
  const t = wordsIn(paragraph);
  const people = paragraph.mentions.filter((m) => m.form === 'full');
  for (let i = 0; i < t.words.count; i++) {
    if (!t.capital(i)) continue;
    const start = t.start(i);
    if (people.some((m) => m.name.start <= start && start < m.name.end)) continue;
    const near = bodyNear(t, i, knowledge);
    if (!near) continue;
    out.push(near.body);
    i = near.last;
  }
  found.set(paragraph, out);
  return out;
}

function bodyNear(t: Tokens, i: number, knowledge: Knowledge): { body: NearBody; last: number } | undefined {
  const first = fold(t.word(i));
  if (first.length < 3 || isOpener(first)) return undefined;
  const next = i + 1 < t.words.count && linked(t, i);
  let best: { body: NearBody; last: number; points: number } | undefined;
  const take = (b: typeof best): void => {
    if (b && (!best || b.points > best.points)) best = b;
  };
  if (next) {
    const forms = knowledge.bodyFormsFrom(first).filter((f) => f.includes(' '));
    if (forms.some((f) => spells(t, i, f))) return undefined;
    for (const form of forms) take(compare(t, i, form, knowledge));
  }
  if (isNameShaped(t.word(i)) && first.length >= 4 && knowledge.bodyFormsFrom(first).every((f) => f.includes(' ') || next)) {
    if (next && !isFirstName(first)) {
      for (const near of knowledge.nearWords(first, first.length >= 8 ? 2 : 1)) {
        if (near.distance === 0 || near.entry[0] !== first[0]) continue;
        for (const form of knowledge.bodyFormsFrom(near.entry)) if (form.includes(' ')) take(compare(t, i, form, knowledge));
      }
    }
    if (!best && first.length >= 7) take(alone(t, i, first, knowledge));
  }
  return best;
}

const linked = (t: Tokens, i: number): boolean => t.joined(i) && (t.capital(i + 1) || small.has(t.word(i + 1))) && t.end(i) >= t.words.bounds[2 * i + 1]! - 2;

/** The words from i on, in the folded form, without periods and apostrophes. */
const bare = (w: string): string => (/[.']/.test(w) ? w.replace(/[.']/g, '') : w);

function spells(t: Tokens, i: number, form: string): boolean {
  const parts = form.split(' ');
  return parts.every((p, n) => i + n < t.words.count && (n === 0 || t.joined(i + n - 1)) && (bare(fold(t.word(i + n))) === bare(p) || bare(fold(raw(t, i + n))) === bare(p)));
}
const raw = (t: Tokens, i: number): string => t.text.slice(t.words.bounds[2 * i], t.words.bounds[2 * i + 1]);

/** Spellings of British and American English that are no slips of one another. */
const british = (w: string): string => w.replace(/our(?=s?$|ed|ing|able)/, 'or').replace(/is(?=e|ation|ing)/, 'iz').replace(/ence$/, 'ense').replace(/tre(?=s?$)/, 'ter').replace(/programme/, 'program').replace(/ll/, 'l').replace(/ae|oe/, 'e');

function compare(t: Tokens, i: number, form: string, knowledge: Knowledge): { body: NearBody; last: number; points: number } | undefined {
  const parts = form.split(' ');
  if (i + parts.length > t.words.count) return undefined;
  let wrong = -1;
  let exact = 0;
  let rare = 0;
  for (let n = 0; n < parts.length; n++) {
    if (n > 0 && !t.joined(i + n - 1)) return undefined;
    const is = bare(fold(t.word(i + n)));
    const want = bare(parts[n]!);
    if (is === want || bare(fold(raw(t, i + n))) === want) {
      if (!small.has(want)) {
        exact++;
        if (!isOrdinary(want) && knowledge.bodiesWithWord(want).length <= 3) rare++;
      }
      continue;
    }
    if (wrong >= 0 || small.has(want) || is.length < 4 || want.length < 4 || !t.capital(i + n) || is[0] !== want[0]) return undefined;
    if (Math.abs(is.length - want.length) > 2 || british(is) === british(want) || is.replace(/-/g, '') === want.replace(/-/g, '')) return undefined;
    wrong = n;
  }
  if (wrong < 0 || exact === 0) return undefined;
  const typed = bare(fold(t.word(i + wrong)));
  const want = bare(parts[wrong]!);
  const slip = slipOf(typed, want);
  if (!slip || (slip.kind === 'two' && exact < 2 && typed.length < 8)) return undefined;
  if (inflected(typed, want) && exact < 2) return undefined;
  if (knowledge.bodiesByAdjective(typed).length > 0 && exact < 2) return undefined;
  const body = bodyOf(form, knowledge);
  if (!body) return undefined;
  let points = weightOf(slip, want) + (exact > 1 ? 3 : rare > 0 ? 2.5 : 0);
  if (isOrdinary(typed) || knowledge.bodiesWithWord(typed).length > 0) points -= 0.5;
  else if (isFirstName(typed) || knowledge.isNameWord(typed)) points -= 1;
  else points += 1.5;
  // another word behind it makes it another name
  const last = i + parts.length - 1;
  if (exact === 1 && wrong === parts.length - 1 && last + 1 < t.words.count && t.joined(last) && t.capital(last + 1) && raw(t, last) === t.word(last) && !isOpener(fold(t.word(last + 1)))) points -= 2;
  if (points < enough) return undefined;
  const names = properly(body, form).split(' ');
  const at = i + wrong;
  return { last, points, body: { span: { start: t.start(i), end: t.end(last) }, word: { start: t.start(at), end: t.end(at) }, right: names.join(' '), rightWord: names[wrong] ?? want, body } };
}

/** One is the other with an ending: "Councils", "Asian". */
const inflected = (a: string, b: string): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short) && /^(?:s|es|n|an|ian|i|er|ers|d|ed|al|ic|y)$/.test(long.slice(short.length)) && !(long === b && long.length >= 10 && long.endsWith('a'));
};

/** One long word that names a place: "Massachusets". */
function alone(t: Tokens, i: number, typed: string, knowledge: Knowledge): { body: NearBody; last: number; points: number } | undefined {
  if (isOrdinary(typed) || isFirstName(typed) || knowledge.isNameWord(typed) || knowledge.bodiesWithWord(typed).length > 0 || typed.includes('-')) return undefined;
  if ((i > 0 && t.joined(i - 1) && t.capital(i - 1) && !isOpener(fold(t.word(i - 1)))) || (t.joined(i) && t.capital(i + 1))) return undefined;
  for (const near of knowledge.nearWords(typed, 1)) {
    if (near.distance !== 1 || near.entry.length < 7 || near.entry[0] !== typed[0] || inflected(typed, near.entry)) continue;
    const body = knowledge.bodiesNamed(near.entry).find((b) => b.type === 'place' && (/^(?:country|state|territory|province|region)$/.test(b.kind) || b.capital === undefined) && fold(b.name) === near.entry);
    const slip = slipOf(typed, near.entry);
    if (!body || !slip || british(typed) === british(near.entry) || slip.romanised) continue;
    const points = weightOf(slip, near.entry) + (body.kind === 'city' ? -1 : 1);
    if (points < 3) continue;
    return { last: i, points, body: { span: { start: t.start(i), end: t.end(i) }, word: { start: t.start(i), end: t.end(i) }, right: body.name, rightWord: body.name, body } };
  }
  return undefined;
}

const bodyOf = (form: string, knowledge: Knowledge): Body | undefined => knowledge.bodiesNamed(form)[0];

/** The form with the capitals that the body's own name, or a variant, has. */
export function properly(body: Body, form: string): string {
  const all = [body.name, ...body.also, ...(body.long ? [body.long] : []), ...body.adjectives, ...body.was.map((w) => w.name)];
  return all.find((n) => fold(n) === form) ?? all.find((n) => bare(fold(n)) === bare(form)) ?? body.name;
}

/** A name of two words at least whose apostrophe is where it does not belong: "Veteran's Affairs". */
export function apostrophes(paragraph: Paragraph, knowledge: Knowledge): readonly NearBody[] {
  const out: NearBody[] = [];
  const t = wordsIn(paragraph);
  const { bounds } = t.words;
  for (let i = 0; i + 1 < t.words.count; i++) {
    const word = raw(t, i);
    if (!t.capital(i) || !/['’]/.test(word) || !t.capital(i + 1) || !t.joined(i)) continue;
    for (let size = 4; size >= 2; size--) {
      const last = i + size - 1;
      if (last >= t.words.count) continue;
      const typed = t.text.slice(bounds[2 * i], t.end(last));
      const bodies = knowledge.bodiesNamed(typed).length ? knowledge.bodiesNamed(typed) : knowledge.bodiesNamed(`Department of ${typed}`);
      const body = bodies[0];
      if (!body) continue;
      const key = fold(typed);
      const forms = [body.name, ...body.also, ...(body.long ? [body.long] : []), ...body.was.map((w) => w.name)].map((n) => n.replace(/^Department of (?:the )?/, ''));
      if (forms.some((n) => fold(n) === key || fold(n).endsWith(` ${key}`))) break;
      const right = forms.find((n) => bare(fold(n)) === bare(key) && !/['’]/.test(n));
      if (!right) continue;
      const rightWord = right.split(' ')[0]!;
      out.push({ span: { start: bounds[2 * i]!, end: t.end(last) }, word: { start: bounds[2 * i]!, end: bounds[2 * i + 1]! }, right, rightWord, body });
      break;
    }
  }
  return out;
}

/** A listed wrong form. */
export interface WrongForm {
  readonly span: Span;
  readonly right: string;
  readonly body?: Body;
  readonly person?: import('../../knowledge/knowledge').Person;
}

export function wrongForms(paragraph: Paragraph, knowledge: Knowledge): readonly WrongForm[] {
  const out: WrongForm[] = [];
  const t = wordsIn(paragraph);
  for (let i = 0; i < t.words.count; i++) {
    if (!t.capital(i)) continue;
    for (const form of knowledge.wrongFormsFrom(t.word(i))) {
      if (!spells(t, i, form)) continue;
      const last = i + form.split(' ').length - 1;
      if (knowledge.peopleNamed(phrase(t, i, last)).length > 0 || knowledge.bodiesNamed(phrase(t, i, last)).length > 0) continue;
      const entries = knowledge.miswritten(form);
      const entry = entries[0];
      if (!entry || entries.length > 1) continue;
      const span = { start: t.start(i), end: t.end(last) };
      if ('tenures' in entry) out.push({ span, right: entry.name, person: entry });
      else if (t.text.slice(span.start, span.end) !== entry.name) out.push({ span, right: entry.name, body: entry });
      i = last;
      break;
    }
  }
  return out;
}
