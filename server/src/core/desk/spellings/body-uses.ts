import type { Draft, Paragraph } from '../../draft/draft';
import { bodyForms, type Form } from '../../draft/mentions/forms';
import { type Tokens, tokensOf } from '../../draft/mentions/tokens';
import type { Body, Knowledge } from '../../knowledge/knowledge';
import { distance } from '../../knowledge/names/near';
import { transliterationKey } from '../../knowledge/names/transliteration';
import { fold } from '../../text/fold';
import type { Span } from '../../text/span';
import type { PlainUse } from './plain-uses';
import { isAscii, isShouted, straight } from './written';

/** Places and organisations that have several right spellings: "Kyiv" and "Kiev", "al-Qaida" and "al Qaeda". */
export function* bodyUses(paragraph: Paragraph, knowledge: Knowledge): Generator<PlainUse> {
  const t = tokensOf(paragraph.text, paragraph.words);
  for (let i = 0; i < t.words.count; i++) {
    const word = t.word(i);
    if (!t.capital(i) && !/^[ae]l(?:-|$)/.test(word)) continue;
    const form = formAt(t, i, knowledge);
    if (!form) {
      yield* inCompound(paragraph.text, t.start(i), word, knowledge);
      continue;
    }
    const last = i + form.words.length - 1;
    // with a capital word behind it, it is the front of a longer name
    if (t.joined(last) && t.capital(last + 1) && t.end(last) === t.words.bounds[2 * last + 1]!) continue;
    const use = useOf(form, paragraph.text, { start: t.start(i), end: t.end(last) });
    if (!use) continue;
    yield use;
    i = last;
  }
}

/** "Kiev-based", "the Moscow-Kiev train", "al-Qaeda-linked": the names between the hyphens. */
function* inCompound(text: string, start: number, word: string, knowledge: Knowledge): Generator<PlainUse> {
  if (!word.includes('-')) return;
  const front = /^[ae]l-\p{L}+(?=-\p{Ll})/iu.exec(word)?.[0];
  const named = front && bodyForms(knowledge, fold(front))?.alone;
  const whole = named && useOf(named, text, { start, end: start + front.length });
  if (whole) {
    yield whole;
    return;
  }
  let at = start;
  for (const part of word.split('-')) {
    const form = /^\p{Lu}\p{Ll}{3}/u.test(part) ? bodyForms(knowledge, fold(part))?.alone : undefined;
    const use = form && useOf(form, text, { start: at, end: at + part.length });
    if (use) yield use;
    at += part.length + 1;
  }
}

function useOf(form: Form<Body>, text: string, span: Span): PlainUse | undefined {
  // of several of that name only one is also spelled otherwise: Odessa in Ukraine, and not in Texas
  const several = form.means.length > 1 && form.means.every((b) => b.kind === 'city');
  const meant = several ? form.means.filter((b) => fold(b.name) !== form.text) : form.means;
  const body = meant[0]!;
  if (meant.length !== 1 || !hasSpellings(body)) return undefined;
  const written = straight(text.slice(span.start, span.end));
  const spelled = written.length < 4 || isShouted(written) ? undefined : known(body, written);
  if (spelled === undefined || isOther(text, span, spelled)) return undefined;
  return {
    kind: body.type,
    key: body.id,
    name: body.name.replace(/ \(.*\)$/, ''),
    preferred: body.name,
    form: articled(spelled, body),
    span,
    ...(several ? { namesakes: form.means.filter((b) => b !== body) } : {}),
  };
}

/** A handle, an address, somebody's surname; and chicken Kiev is a dish. */
function isOther(text: string, span: Span, form: string): boolean {
  const before = text.slice(Math.max(0, span.start - 8), span.start);
  if (/[@#/.]$/.test(before) || /^(?:\.\p{L}|\/|@)/u.test(text.slice(span.end, span.end + 2))) return true;
  return /\b(?:Mr|Mrs|Ms|Dr)\.? $/.test(before) || (form === 'Kiev' && /chicken $/i.test(before));
}

/** True where the draft names the country or state that the body lies in, and none that a namesake lies in. */
export function isMeant(body: Body | undefined, namesakes: readonly Body[], draft: Draft, knowledge: Knowledge): boolean {
  const around = (b: Body): boolean => {
    const within = b.in === undefined ? undefined : knowledge.body(b.in);
    return within !== undefined && [within.name, ...within.adjectives].some((n) => n.length > 3 && draft.text.includes(n));
  };
  return body !== undefined && around(body) && !namesakes.some(around);
}

/** The longest name of a body that begins at the word. */
function formAt(t: Tokens, i: number, knowledge: Knowledge): Form<Body> | undefined {
  const forms = bodyForms(knowledge, t.folded(i));
  if (!forms) return undefined;
  const longer = i + 1 < t.words.count && t.joined(i) ? (forms.longer.get(t.folded(i + 1)) ?? []) : [];
  return longer.find((f) => f.words.every((w, k) => t.folded(i + k) === w && (k === 0 || t.joined(i + k - 1)))) ?? forms.alone;
}

function hasSpellings(body: Body): boolean {
  return body.kind !== 'building' && (body.also.length > 0 || body.was.length > 0 || !isAscii(body.name));
}

const spelledAs = new WeakMap<Body, Map<string, string | undefined>>();

function known(body: Body, form: string): string | undefined {
  let forms = spelledAs.get(body);
  if (!forms) spelledAs.set(body, (forms = new Map()));
  if (!forms.has(form)) forms.set(form, spellingOf(body, form));
  return forms.get(form);
}

/** The spelling of the body's name, or of a name that it had, that this is, whatever its capitals; nothing for an abbreviation, an adjective, another name. */
function spellingOf(body: Body, form: string): string | undefined {
  const small = form.toLowerCase();
  const named = [body.name, ...body.also, ...body.was.map((w) => w.name)].find((n) => n.toLowerCase() === small);
  const key = fold(form);
  const name = fold(body.name);
  if (key === name || body.was.some((w) => fold(w.name) === key)) return named ?? form;
  const isVariant = body.also.some((n) => fold(n) === key);
  return isVariant && (distance(key, name, 2) <= 2 || transliterationKey(key) === transliterationKey(name)) ? (named ?? form) : undefined;
}

/** With a small article, where the body has such a name: "Al-Qaida" begins a sentence. */
function articled(form: string, body: Body): string {
  const small = form.replace(/^[AE]l(?=[- ])/, (a) => a.toLowerCase());
  return body.also.includes(small) ? small : form;
}
