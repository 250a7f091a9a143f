import type { Mention, Paragraph } from '../../draft/draft';
import type { Knowledge, Person } from '../../knowledge/knowledge';
import { distance } from '../../knowledge/names/near';
import { transliterationKey } from '../../knowledge/names/transliteration';
import { fold } from '../../text/fold';
import type { Span } from '../../text/span';
import { straight } from './written';

/** What of a name is spelled: "Muammar", "al" and "Gaddafi" of "Muammar al-Gaddafi"; the whole of "Kim Jong Un", which begins with the surname. */
export type Part = 'given' | 'article' | 'surname' | 'whole';

/** One part of a person's name as a paragraph spells it. */
export interface PersonUse {
  readonly part: Part;
  readonly span: Span;
  readonly form: string;
  /** The same part as the knowledge prefers it. */
  readonly preferred: string;
}

const article = /^(?:al|el|ad|as|ash|an|ar|az|ul)-(?=\p{L})/iu;

const kept = new WeakMap<Mention, { readonly person: Person; readonly uses: readonly PersonUse[] }>();

/** The parts of a mention that are spellings of the person's name, and no other name of theirs. Kept with the mention, for the one it last meant. */
export function personUses(paragraph: Paragraph, mention: Mention, person: Person, knowledge: Knowledge): readonly PersonUse[] {
  const known = kept.get(mention);
  if (known?.person === person) return known.uses;
  const uses = [...read(paragraph, mention, person, knowledge)];
  kept.set(mention, { person, uses });
  return uses;
}

function* read(paragraph: Paragraph, mention: Mention, person: Person, knowledge: Knowledge): Generator<PersonUse> {
  const { start, end } = mention.name;
  const text = paragraph.text.slice(start, end);
  const parts: Partial<Record<Part, Span>> = mention.form === 'surname' ? surnameParts(text, 0) : partsOf(text, person, knowledge);
  const right = preferredParts(person, knowledge);
  for (const part of all) {
    const span = parts[part];
    if (!span) continue;
    const found = written(text, span, part);
    const preferred = right[part] ?? (part === 'surname' ? person.surname : undefined);
    if (preferred === undefined || !alike(found, preferred, part)) continue;
    // "Bin Laden" begins a sentence: its first letter says nothing of the spelling
    const [first, own] = [found.charAt(0), preferred.charAt(0)];
    const form = first !== own && first.toLowerCase() === own.toLowerCase() ? own + found.slice(1) : found;
    yield { part, span: { start: start + span.start, end: start + span.end }, form, preferred };
  }
}

const all = ['given', 'article', 'surname', 'whole'] as const;
const preferredOf = new WeakMap<Person, Partial<Record<Part, string>>>();

/** The parts of the name as the knowledge prefers it. */
function preferredParts(person: Person, knowledge: Knowledge): Partial<Record<Part, string>> {
  const known = preferredOf.get(person);
  if (known) return known;
  const spans = partsOf(person.name, person, knowledge);
  const parts = Object.fromEntries(all.flatMap((part) => (spans[part] ? [[part, written(person.name, spans[part], part)]] : [])));
  preferredOf.set(person, parts);
  return parts;
}

/** A part as it is compared: an article is small wherever it stands. */
export function written(name: string, span: Span, part: Part): string {
  const form = straight(name.slice(span.start, span.end));
  return part === 'article' ? form.toLowerCase() : form;
}

/** Where the parts of a full name of the person stand in it. */
export function partsOf(name: string, person: Person, knowledge: Knowledge): Partial<Record<Part, Span>> {
  const own = fold(person.surname);
  const folded = fold(name);
  if (own === '' || !name.includes(' ')) return {};
  // the family name first: the whole name is the spelling
  if (folded.startsWith(`${own} `) && fold(person.name).startsWith(`${own} `)) return { whole: { start: 0, end: name.length } };
  // behind the surname there may be that of the house: "Mohammed bin Zayed Al Nahyan"
  const inner = folded.length === name.length ? folded.indexOf(` ${own} `) + 1 : 0;
  if (inner > 0) return { ...given(name, inner), ...surnameParts(name.slice(0, inner + own.length), inner) };
  let surname: number | undefined;
  for (let at = name.lastIndexOf(' ') + 1; at > 0; at = name.lastIndexOf(' ', at - 2) + 1)
    if (knowledge.peopleSurnamed(name.slice(at)).includes(person)) surname = at;
  return surname === undefined ? {} : { ...given(name, surname), ...surnameParts(name, surname) };
}

const given = (name: string, surname: number): { readonly given: Span } => ({
  given: { start: 0, end: name.slice(0, surname).trimEnd().length },
});

function surnameParts(name: string, at: number): { readonly surname: Span; readonly article?: Span } {
  const length = article.exec(name.slice(at))?.[0].length ?? 0;
  const surname = { start: at + length, end: name.length };
  return length > 0 ? { article: { start: at, end: at + length - 1 }, surname } : { surname };
}

/** Two spellings of one name, and not two names of one person: "Mohammed" and "Mohamed", and not "Steve" and "Steven". */
export function alike(form: string, preferred: string, part: Part): boolean {
  if (part === 'article') return true;
  const a = fold(form);
  const b = fold(preferred.replace(article, ''));
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 4) return false;
  if (transliterationKey(a) === transliterationKey(b)) return true;
  if (part === 'given' && (shorter < 6 || a.startsWith(b) || b.startsWith(a))) return false;
  return distance(a, b, 2) <= 2;
}
