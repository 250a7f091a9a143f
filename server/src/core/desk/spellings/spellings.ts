import type { Draft, Mention, Placed } from '../../draft/draft';
import { castOf } from '../../draft/mentions/cast';
import { tokensOf } from '../../draft/mentions/tokens';
import type { Knowledge, Person } from '../../knowledge/knowledge';
import { fold } from '../../text/fold';
import type { Span } from '../../text/span';
import { isMeant } from './body-uses';
import { alike, type Part, partsOf, personUses } from './person-uses';
import { accented, plainUses, twins } from './plain-uses';
import { isAscii, isShouted, straight } from './written';

/** One place at which something is written in one of its spellings. */
export interface Spelling {
  readonly placed: Placed;
  readonly span: Span;
  /** As written, with straight apostrophes; a name in capitals as it is written without them. */
  readonly form: string;
}

/** Everything that a draft writes of one person, place, organisation, abbreviation or compound. */
export interface Spellings {
  readonly key: string;
  readonly kind: 'person' | 'place' | 'organisation' | 'abbreviation' | 'accent' | 'dash';
  /** The person or body in the knowledge; the abbreviation without periods; the compound with its hyphen. */
  readonly id: string;
  /** Of a person, what of the name is spelled. */
  readonly part?: Part;
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
  const out = new Map<string, Omit<Spellings, 'uses'> & { uses: Spelling[] }>();
  const add = (what: Omit<Spellings, 'key' | 'uses'>, use: Spelling): void => {
    const key = `${what.kind} ${what.id}${what.part ? ` ${what.part}` : ''}`;
    const entry = out.get(key);
    if (entry) entry.uses.push(use);
    else out.set(key, { key, ...what, uses: [use] });
  };
  const { known } = castOf(draft, knowledge);
  /** Surnames as the draft spells them, folded. */
  const headed = new Map<string, Person>();
  for (const placed of draft.paragraphs) {
    const { paragraph } = placed;
    const free = (span: Span): boolean => !paragraph.verbatim.some((v) => v.start < span.end && span.start < v.end);
    for (const mention of paragraph.mentions) {
      const person = whom(mention, known, paragraph.text);
      if (!person || !hasSpellings(person)) continue;
      for (const { part, span, form, preferred } of personUses(paragraph, mention, person, knowledge)) {
        if (!free(span) || isShouted(form)) continue;
        if (part === 'surname') headed.set(fold(form), headed.get(fold(form)) ?? person);
        add({ kind: 'person', id: person.id, part, name: shown(person.name), preferred }, { placed, span, form });
      }
    }
    for (const { kind, key, name, preferred, span, form, namesakes } of plainUses(paragraph, knowledge))
      if (free(span) && (!namesakes || isMeant(knowledge.body(key), namesakes, draft, knowledge)))
        add({ kind, id: key, name, ...(preferred === undefined ? {} : { preferred }) }, { placed, span, form });
  }
  // of names that nobody knows, those that are written with their accents and without
  const keys = new Set(draft.paragraphs.flatMap(({ paragraph }) => accented(paragraph, knowledge)));
  for (const s of out.values()) for (const u of s.uses) for (const word of fold(u.form).split(' ')) keys.delete(word);
  if (keys.size > 0)
    for (const placed of draft.paragraphs)
      for (const use of twins(placed.paragraph, keys))
        add({ kind: 'accent', id: use.key, name: use.name }, { placed, span: use.span, form: use.form });
  for (const person of [...headed.values()])
    for (const surname of surnames(person, knowledge))
      if (surname.length > 3 && !headed.has(fold(surname))) headed.set(fold(surname), person);
  // headlines in capitals hide a surname before another capital word
  for (const placed of draft.paragraphs) {
    const { paragraph } = placed;
    if (paragraph.kind !== 'headline' && paragraph.kind !== 'heading') continue;
    const t = tokensOf(paragraph.text, paragraph.words);
    for (let i = 0; i < t.words.count; i++) {
      const person = t.capital(i) ? headed.get(t.folded(i)) : undefined;
      const entry = person && out.get(`person ${person.id} surname`);
      const span = { start: t.start(i), end: t.end(i) };
      if (!person || !entry || entry.uses.some((u) => u.placed === placed && u.span.start < span.end && span.start < u.span.end)) continue;
      const form = straight(paragraph.text.slice(span.start, span.end));
      const small = isShouted(form) ? surnames(person, knowledge).find((s) => s.toUpperCase() === form) : form;
      if (small !== undefined && alike(small, person.surname, 'surname')) entry.uses.push({ placed, span, form: small });
    }
  }
  for (const s of out.values()) s.uses.sort((a, b) => a.placed.at - b.placed.at || a.span.start - b.span.start);
  read.set(draft, out);
  return out;
}

/** With one spelling only there is nothing to compare; a hyphen may be written as a blank, or before a capital. */
const hasSpellings = (person: Person): boolean => person.also.length > 0 || person.name.includes('-') || !isAscii(person.name);

const shown = (name: string): string => name.replace(/ \(.*\)$/, '');

/** The one person that a mention means: by full name, or by surname where the draft introduces one of that surname. */
function whom(mention: Mention, known: ReadonlyMap<string, readonly Person[]>, text: string): Person | undefined {
  const introduced = mention.people.filter((p) => known.get(fold(p.surname))?.includes(p));
  // "in Example" is a town's, unless the draft knows somebody of that name
  if (
    mention.form === 'surname' &&
    introduced.length === 0 &&
    inTown.test(text.slice(Math.max(0, mention.name.start - 8), mention.name.start))
  )
    return undefined;
  if (mention.people.length === 1 && (mention.form === 'full' || !isShort(mention.people[0]!))) return mention.people[0];
  if (mention.form === 'full') return undefined;
  return introduced.length === 1 ? introduced[0] : undefined;
}
const inTown = /\b(?:in|at|near|outside) $/i;
/** Surnames of two letters are words as well: "He", "An". */
const isShort = (person: Person): boolean => person.surname.length < 4;

const surnamesOf = new WeakMap<Person, readonly string[]>();

/** The surname in every spelling, without its article. */
function surnames(person: Person, knowledge: Knowledge): readonly string[] {
  const known = surnamesOf.get(person);
  if (known) return known;
  const found = [person.name, ...person.also].flatMap((name) => {
    const span = partsOf(name, person, knowledge).surname;
    return span ? [straight(name.slice(span.start, span.end))] : [];
  });
  surnamesOf.set(person, found);
  return found;
}

export interface Majority {
  readonly form: string;
  readonly count: number;
  /** Another form has as many uses, or nearly: fewer than three to one. */
  readonly tied: boolean;
}

/** The form in most uses; of equals the preferred one, else the one that came first. Nothing for a single form. */
export function majority(s: Spellings): Majority | undefined {
  const counts = new Map<string, number>();
  for (const u of s.uses) counts.set(u.form, (counts.get(u.form) ?? 0) + 1);
  if (counts.size < 2) return undefined;
  const most = Math.max(...counts.values());
  const top = [...counts.keys()].filter((f) => counts.get(f) === most);
  const form = top.find((f) => f === s.preferred) ?? top[0]!;
  const rest = Math.max(...[...counts].filter(([f]) => f !== form).map(([, n]) => n));
  return { form, count: most, tied: most < 3 * rest };
}

/** A first name, or an article, with its preferred form: the one beside the surname that the draft writes most often, so that the name stays of one piece. */
export function besideSurname(s: Spellings, all: ReadonlyMap<string, Spellings>): Spellings {
  const surname = s.part === 'given' || s.part === 'article' ? all.get(`person ${s.id} surname`) : undefined;
  const lead = surname && majority(surname)?.form;
  const beside = s.uses.find((u) =>
    surname?.uses.some((x) => x.placed === u.placed && x.form === lead && x.span.start >= u.span.end && x.span.start - u.span.end < 5),
  );
  return beside ? { ...s, preferred: beside.form } : s;
}
