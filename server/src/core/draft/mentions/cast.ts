import type { Knowledge, Person } from '../../knowledge/knowledge';
import { fold } from '../../text/fold';
import type { Draft, Mention } from '../draft';
import { phrase, tokensOf } from './units';

/** Who a draft introduces: by their surnames, folded. */
export interface Cast {
  readonly known: ReadonlyMap<string, readonly Person[]>;
  /** Surnames that the draft gives to people we do not know: "Brown" where it introduces a Cara Brown. */
  readonly strangers: ReadonlySet<string>;
}

const casts = new WeakMap<Draft, Cast>();

/** The people whom the draft names in full, wherever it does. */
export function castOf(draft: Draft, knowledge: Knowledge): Cast {
  const made = casts.get(draft);
  if (made) return made;
  const known = new Map<string, Person[]>();
  const strangers = new Set<string>();
  for (const { paragraph } of draft.paragraphs) {
    const covered: [number, number][] = [];
    for (const m of paragraph.mentions) {
      covered.push([m.name.start, m.name.end]);
      if (m.form !== 'full') continue;
      for (const p of m.people) {
        for (const name of new Set([fold(p.surname), fold(p.surname).split(' ').at(-1)!])) {
          if (!name) continue;
          const list = known.get(name) ?? [];
          if (!list.includes(p)) list.push(p);
          known.set(name, list);
        }
      }
    }
    const t = tokensOf(paragraph.text, paragraph.words);
    for (let i = 1; i < paragraph.words.count; i++) {
      if (!t.capital(i) || !t.capital(i - 1) || !t.joined(i - 1) || /^(?:Mr|Mrs|Ms|Dr|The|St)$/.test(t.word(i - 1))) continue;
      const start = t.start(i);
      const mention = paragraph.mentions.find((m) => m.name.start <= start && start < m.name.end);
      if (mention && (mention.form === 'full' || mention.titles.length > 0)) continue;
      if (knowledge.titlesFrom(t.word(i - 1)).length > 0) continue;
      strangers.add(fold(phrase(t, i, i)));
    }
  }
  const cast = { known, strangers };
  casts.set(draft, cast);
  return cast;
}

/** The people that a mention can mean in its draft: by full name, or by the draft's own introductions, or by surname alone. */
export function meant(mention: Mention, cast: Cast): { readonly people: readonly Person[]; readonly by: 'name' | 'introduction' | 'surname' } {
  if (mention.form === 'full') return { people: mention.people, by: 'name' };
  const surnames = new Set(mention.people.map((p) => fold(p.surname)));
  for (const s of surnames) {
    const introduced = cast.known.get(s)?.filter((p) => mention.people.includes(p));
    if (introduced?.length) return { people: introduced, by: 'introduction' };
  }
  for (const s of surnames) if (cast.strangers.has(s)) return { people: [], by: 'surname' };
  return { people: mention.people, by: 'surname' };
}
