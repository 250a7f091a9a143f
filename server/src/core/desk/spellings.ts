import type { Draft, Mention, Paragraph, Placed } from '../draft/draft';
import { castOf } from '../draft/mentions/cast';
import { tokensOf } from '../draft/mentions/tokens';
import type { Knowledge, Person } from '../knowledge/knowledge';
import { distance } from '../knowledge/names/near';
import { transliterationKey } from '../knowledge/names/transliteration';
import { fold } from '../text/fold';
import type { Span } from '../text/span';
import { accented, isAscii, plainUses, straight, twins } from './plain-uses';

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
      if (!person || (person.also.length === 0 && isAscii(person.name))) continue;
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
    for (const { kind, key, name, preferred, span, form } of plainUses(paragraph, knowledge))
      if (free(span)) add(`${kind} ${key}`, kind, name, preferred, { placed, span, form });
  }
  // of names that nobody knows, those that are written with their accents and without
  const keys = new Set(draft.paragraphs.flatMap(({ paragraph }) => accented(paragraph, knowledge)));
  for (const person of headed.keys()) keys.delete(person);
  if (keys.size > 0)
    for (const placed of draft.paragraphs)
      for (const use of twins(placed.paragraph, keys))
        add(`accent ${use.key}`, 'accent', use.name, undefined, { placed, span: use.span, form: use.form });
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
  return best ?? (text.includes(' ') && new RegExp(`^${literal(person.surname)} `).test(person.name) ? { start, end } : undefined);
}
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The form in most uses; of equals the preferred one, else the one that came first. Nothing for a single form. */
export function majority(s: Spellings):
  | {
      readonly form: string;
      readonly count: number /** Another form has as many uses, or nearly: fewer than three to one. */;
      readonly tied: boolean;
    }
  | undefined {
  const counts = new Map<string, number>();
  for (const u of s.uses) counts.set(u.form, (counts.get(u.form) ?? 0) + 1);
  if (counts.size < 2) return undefined;
  const most = Math.max(...counts.values());
  const top = [...counts.keys()].filter((f) => counts.get(f) === most);
  const form = top.find((f) => f === s.preferred) ?? top[0]!;
  const rest = Math.max(...[...counts].filter(([f]) => f !== form).map(([, n]) => n));
  return { form, count: most, tied: most < 3 * rest };
}
