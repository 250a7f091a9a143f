import { castOf } from '../draft/mentions/cast';
import { bodyForms } from '../draft/mentions/forms';
import { tokensOf } from '../draft/mentions/tokens';
import type { Draft, Mention, Paragraph, Placed } from '../draft/draft';
import type { Body, Knowledge, Person } from '../knowledge/knowledge';
import { distance } from '../knowledge/names/near';
import { transliterationKey } from '../knowledge/names/transliteration';
import { fold } from '../text/fold';
import type { Span } from '../text/span';

/** One place at which something is written in one of its spellings. */
export interface Spelling {
  readonly placed: Placed;
  readonly span: Span;
  /** As written, with straight apostrophes. */
  readonly form: string;
}

/** Everything that a draft writes of one person, place, abbreviation or compound. */
export interface Spellings {
  readonly key: string;
  readonly kind: 'person' | 'place' | 'abbreviation' | 'accent' | 'dash';
  /** Whom or what it names, for a message. */
  readonly name: string;
  /** The form that the knowledge prefers, where it has one. */
  readonly preferred?: string;
  readonly uses: readonly Spelling[];
}

const read = new WeakMap<Draft, ReadonlyMap<string, Spellings>>();

/** The spellings of a draft, by what they name; only of what has several right ones. */
export function spellingsOf(draft: Draft, knowledge: Knowledge): ReadonlyMap<string, Spellings> {
  const made = read.get(draft);
  if (made) return made;
  const out = new Map<string, { key: string; kind: Spellings['kind']; name: string; preferred?: string; uses: Spelling[] }>();
  const add = (key: string, kind: Spellings['kind'], name: string, preferred: string | undefined, use: Spelling): void => {
    const entry = out.get(key);
    if (entry) entry.uses.push(use);
    else out.set(key, { key, kind, name, ...(preferred === undefined ? {} : { preferred }), uses: [use] });
  };
  const { known } = castOf(draft, knowledge);
  /** Surnames as the draft spells them, folded. */
  const headed = new Map<string, Person>();
  for (const placed of draft.paragraphs) {
    const { paragraph } = placed;
    const free = (span: Span): boolean => !paragraph.verbatim.some((v) => v.start < span.end && span.start < v.end);
    for (const mention of paragraph.mentions) {
      const person = whom(mention, known);
      if (!person || person.also.length === 0) continue;
      const span = surnameIn(paragraph, mention, person, knowledge);
      if (!span || !free(span)) continue;
      const form = straight(paragraph.text.slice(span.start, span.end));
      if (form === form.toUpperCase()) continue;
      const whole = form.includes(' ') && !person.surname.includes(' ');
      const preferred = whole ? person.name : bareOfArticle(person.surname);
      if (!alike(form, preferred)) continue;
      if (!whole && !headed.has(fold(form))) headed.set(fold(form), person);
      add(`person ${person.id}${whole ? ' in full' : ''}`, 'person', shown(person.name), preferred, { placed, span, form });
    }
    for (const a of abbreviations(paragraph, knowledge)) if (free(a.span)) add(`abbreviation ${a.key}`, 'abbreviation', a.key, undefined, { placed, span: a.span, form: a.form });
    for (const b of places(paragraph, knowledge)) if (free(b.span)) add(`place ${b.body.id}`, 'place', shown(b.body.name), b.body.name, { placed, span: b.span, form: b.form });
    for (const d of compounds(paragraph)) if (free(d.span)) add(`dash ${d.key}`, 'dash', d.key, undefined, { placed, span: d.span, form: d.form });
  }
  // headlines in capitals hide a surname before another capital word
  for (const placed of draft.paragraphs) {
    const { paragraph } = placed;
    if (paragraph.kind !== 'headline' && paragraph.kind !== 'heading') continue;
    const t = tokensOf(paragraph.text, paragraph.words);
    for (let i = 0; i < t.words.count; i++) {
      const person = t.capital(i) ? headed.get(t.folded(i)) : undefined;
      const key = `person ${person?.id}`;
      if (!person || out.get(key)!.uses.some((u) => u.placed === placed && u.span.start <= t.start(i) && t.start(i) < u.span.end)) continue;
      const span = { start: t.start(i), end: t.end(i) };
      add(key, 'person', shown(person.name), undefined, { placed, span, form: straight(paragraph.text.slice(span.start, span.end)) });
    }
  }
  for (const s of out.values()) s.uses.sort((a, b) => a.placed.at - b.placed.at || a.span.start - b.span.start);
  read.set(draft, out);
  return out;
}

const article = /^(?:al|el|ad|as|ash|an|ar|az|ul)-(?=\p{L})/iu;
const bareOfArticle = (name: string): string => name.replace(article, '');

/** Two spellings of one name, and not two names of one person. */
function alike(form: string, preferred: string): boolean {
  const a = fold(bareOfArticle(form));
  const b = fold(preferred);
  return a === b || (Math.min(a.length, b.length) > 3 && (distance(a, b, 2) <= 2 || transliterationKey(a) === transliterationKey(b)));
}

const shown = (name: string): string => name.replace(/ \(.*\)$/, '');
const straight = (text: string): string => text.replace(/[’‘]/g, "'").normalize('NFC');

/** The one person that a mention means: by full name, or by surname where the draft introduces one of that surname. */
function whom(mention: Mention, known: ReadonlyMap<string, readonly Person[]>): Person | undefined {
  if (mention.people.length === 1 && (mention.form === 'full' || !isShort(mention.people[0]!))) return mention.people[0];
  if (mention.form === 'full') return undefined;
  const introduced = mention.people.filter((p) => known.get(fold(p.surname))?.includes(p));
  return introduced.length === 1 ? introduced[0] : undefined;
}
/** Surnames of two letters are words as well: "He", "An". */
const isShort = (person: Person): boolean => person.surname.length < 4;

/** Where a mention's words spell the surname, in whatever spelling. */
function surnameIn(paragraph: Paragraph, mention: Mention, person: Person, knowledge: Knowledge): Span | undefined {
  const { start, end } = mention.name;
  const text = paragraph.text.slice(start, end);
  if (mention.form === 'surname') return { start: start + (article.exec(text)?.[0].length ?? 0), end };
  let at = text.lastIndexOf(' ') + 1;
  let best: Span | undefined;
  while (at > 0) {
    const word = text.slice(at);
    if (knowledge.peopleSurnamed(word).includes(person)) best = { start: start + at + (article.exec(word)?.[0].length ?? 0), end };
    at = text.lastIndexOf(' ', at - 2) + 1;
    if (at === 0) break;
  }
  // the family name first, or none: the whole name is the spelling
  return best ?? (text.includes(' ') && new RegExp(`^${escape(person.surname)} `).test(person.name) ? { start, end } : undefined);
}
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const pairs = ['US', 'UK', 'UN', 'EU', 'UAE', 'DC'] as const;
const abbreviation = /(?<![\p{L}\p{N}@#/&._-])(?:U\.S\.|US|U\.K\.|UK|U\.N\.|UN|E\.U\.|EU|U\.A\.E\.|UAE|D\.C\.|DC)(?![\p{L}\p{N}@$_/])(?!-\p{Ll}{0,2}\d)/gu;
/** Verbs and prepositions whose shouted object "US" is. */
const shouted = /(?:^|[\s"“])(?:follow|contact|about|join|call|e-?mail|tell|give|help|support|with|like|find|let|reach|visit|of|to|for|at|on|by|from|between|among|watch|subscribe|text|write|message|ask|trust|all|both|most|some|many|none|one|each)\s+$/i;

function* abbreviations(paragraph: Paragraph, knowledge: Knowledge): Generator<{ key: string; form: string; span: Span }> {
  const { text } = paragraph;
  if (!/[UED]\.?[SKNUAC]/.test(text)) return;
  for (const m of text.matchAll(abbreviation)) {
    const form = m[0];
    const key = pairs.find((p) => p === form.replace(/\./g, ''))!;
    const span = { start: m.index, end: m.index + form.length };
    const before = text.slice(Math.max(0, span.start - 24), span.start);
    const after = text.slice(span.end, span.end + 40);
    if (form === 'US' && shouted.test(before) && (!/^[\s-]+\p{L}/u.test(after) || /[A-Z]{2,}\s+$/.test(before)) && (/^\s*(?:$|[!:|])/.test(after) || text.length < 40)) continue;
    if (/\p{Lu}{3}[^\p{Ll}]*$/u.test(before) && /^[^\p{Ll}]*\p{Lu}{3}/u.test(after)) continue;
    if (ownName(form, after, knowledge)) continue;
    if (key === 'DC' && !/Washington,? $/.test(before)) continue;
    yield { key, form, span };
  }
}

/** "US Airways", "U.S. Steel": the abbreviation is part of a name that is never written the other way. */
function ownName(form: string, after: string, knowledge: Knowledge): boolean {
  const next = /^ (\p{Lu}[\p{L}’'&-]*)/u.exec(after);
  if (!next) return false;
  if (/^(?:Airways|Weekly|Steel|Foods|Open|News|Bancorp|Bank|Cellular|Today)$/.test(next[1]!)) return true;
  const key = fold(form).replace(/\./g, '');
  const forms = bodyForms(knowledge, key)?.longer.get(fold(next[1]!)) ?? [];
  if (forms.length === 0) return false;
  const other = form.includes('.') ? form.replace(/\./g, '') : form.split('').join('.') + '.';
  return forms.every((f) => f.means.every((b) => ![b.name, ...b.also, b.long ?? ''].some((n) => n.startsWith(`${other} `)) && [b.name, ...b.also].some((n) => n.startsWith(`${form} `))) && f.means.every((b) => b.kind === 'company' || b.kind === 'newspaper' || b.kind === 'magazine'));
}

function* places(paragraph: Paragraph, knowledge: Knowledge): Generator<{ body: Body; form: string; span: Span }> {
  const t = tokensOf(paragraph.text, paragraph.words);
  for (let i = 0; i < t.words.count; i++) {
    if (!t.capital(i)) continue;
    const alone = bodyForms(knowledge, t.folded(i))?.alone;
    if (!alone || alone.means.length !== 1) continue;
    const body = alone.means[0]!;
    if (body.type !== 'place' || body.kind === 'building' || (body.also.length === 0 && body.was.length === 0)) continue;
    const form = straight(paragraph.text.slice(t.start(i), t.end(i)));
    if (form.length < 4 || form === form.toUpperCase() || !kin(body, form)) continue;
    // a longer name around it is not the place alone
    if (t.joined(i) && t.capital(i + 1) && t.end(i) === t.words.bounds[2 * i + 1]!) continue;
    yield { body, form, span: { start: t.start(i), end: t.end(i) } };
  }
}

/** A spelling of the place's name, or a name that it had; no abbreviation, no adjective. */
function kin(body: Body, form: string): boolean {
  if (fold(form) === fold(body.name)) return true;
  if (body.was.some((w) => fold(w.name) === fold(form))) return true;
  return body.also.some((n) => fold(n) === fold(form)) && (distance(fold(form), fold(body.name), 2) <= 2 || transliterationKey(form) === transliterationKey(body.name));
}

const compound = /(?<![\p{L}\p{N}-])(\p{Lu}[\p{L}.’']{2,})([-–])(\p{Lu}[\p{L}.’']{2,})(?![\p{L}\p{N}-])/gu;

function* compounds(paragraph: Paragraph): Generator<{ key: string; form: string; span: Span }> {
  if (!/\p{L}[-–]\p{Lu}/u.test(paragraph.text)) return;
  for (const m of paragraph.text.matchAll(compound)) {
    const [form, a, dash, b] = m as unknown as [string, string, string, string];
    const at = m.index + a.length;
    yield { key: `${a}-${b.replace(/[’']s?$/, '')}`, form: dash, span: { start: at, end: at + 1 } };
    void form;
  }
}

/** The form in most uses; of equals the preferred one, else the one that came first. Nothing for a single form. */
export function majority(s: Spellings): { readonly form: string; readonly count: number; readonly tied: boolean } | undefined {
  const counts = new Map<string, number>();
  for (const u of s.uses) counts.set(u.form, (counts.get(u.form) ?? 0) + 1);
  if (counts.size < 2) return undefined;
  const most = Math.max(...counts.values());
  const top = [...counts.keys()].filter((f) => counts.get(f) === most);
  const form = top.find((f) => f === s.preferred) ?? top[0]!;
  return { form, count: most, tied: top.length > 1 };
}
