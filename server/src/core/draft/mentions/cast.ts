import type { Knowledge, Person } from '../../knowledge/knowledge';
import { fold } from '../../text/fold';
import type { Draft, Mention, Paragraph } from '../draft';
import { readOnce } from '../once';
import { titleForms } from './forms';
import { phrase, tokensOf } from './tokens';

/** Who a draft introduces: by their surnames, folded. */
export interface Cast {
  readonly known: ReadonlyMap<string, readonly Person[]>;
  /** Surnames that the draft gives to people we do not know: "Brown" where it introduces a Cara Brown. */
  readonly strangers: ReadonlySet<string>;
}

const casts = new WeakMap<Draft, Cast>();

/** What a paragraph adds to the cast: surnames, folded, of people named in full, and of people with a first name whom nothing is known of. */
interface Share {
  readonly known: readonly (readonly [surname: string, person: Person])[];
  readonly strangers: readonly string[];
}
const shareOf = readOnce((p, knowledge): Share => ({ known: introduced(p), strangers: strangersIn(p, knowledge) }));

function introduced(paragraph: Paragraph): [string, Person][] {
  const out: [string, Person][] = [];
  for (const m of paragraph.mentions) {
    if (m.form !== 'full') continue;
    for (const p of m.people) {
      const surname = fold(p.surname);
      for (const name of new Set([surname, surname.split(' ').at(-1)!])) if (name) out.push([name, p]);
    }
  }
  return out;
}

function strangersIn(paragraph: Paragraph, knowledge: Knowledge): string[] {
  const out: string[] = [];
  const t = tokensOf(paragraph.text, paragraph.words);
  for (let i = 1; i < paragraph.words.count; i++) {
    if (!t.capital(i) || !t.capital(i - 1) || !t.joined(i - 1) || /^(?:Mr|Mrs|Ms|Dr|The|St)$/.test(t.word(i - 1))) continue;
    const start = t.start(i);
    const mention = paragraph.mentions.find((m) => m.name.start <= start && start < m.name.end);
    if (mention && (mention.form === 'full' || mention.titles.length > 0)) continue;
    if (titleForms(knowledge, t.folded(i - 1))) continue;
    out.push(fold(phrase(t, i, i)));
  }
  return out;
}

/** The people whom the draft names in full, wherever it does. */
export function castOf(draft: Draft, knowledge: Knowledge): Cast {
  const made = casts.get(draft);
  if (made) return made;
  const known = new Map<string, Person[]>();
  const strangers = new Set<string>();
  for (const { paragraph } of draft.paragraphs) {
    const share = shareOf(paragraph, knowledge);
    for (const [surname, person] of share.known) {
      const list = known.get(surname);
      if (!list) known.set(surname, [person]);
      else if (!list.includes(person)) list.push(person);
    }
    for (const s of share.strangers) strangers.add(s);
  }
  const cast = { known, strangers };
  casts.set(draft, cast);
  return cast;
}

/** The people that a mention can mean in its draft: by full name, or by the draft's own introductions, or by surname alone. */
export function meant(
  mention: Mention,
  cast: Cast,
): { readonly people: readonly Person[]; readonly by: 'name' | 'introduction' | 'surname' } {
  if (mention.form === 'full') return { people: mention.people, by: 'name' };
  const surnames = new Set(mention.people.map((p) => fold(p.surname)));
  for (const s of surnames) {
    const introduced = cast.known.get(s)?.filter((p) => mention.people.includes(p));
    if (introduced?.length) return { people: introduced, by: 'introduction' };
  }
  for (const s of surnames) if (cast.strangers.has(s)) return { people: [], by: 'surname' };
  return { people: mention.people, by: 'surname' };
}
