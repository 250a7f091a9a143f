import type { Knowledge, Person } from '../../knowledge/knowledge';
import { fold } from '../../text/fold';
import { partsOf, written } from './person-uses';
import { abbreviations } from './plain-uses';
import type { Spellings } from './spellings';
import { isAscii, straight } from './written';

/** What a house has said of spellings, in a pack or in a config. */
export interface Choices {
  /** Whose word it is, for a message: "AP". */
  readonly of: string;
  /** Names of people, places, organisations and abbreviations as the house writes them, in full: "Volodymyr Zelenskyy", "Kyiv", "U.S.". */
  readonly names: readonly string[];
  /** keep: people have the accents of their names. drop: letters stand without them, but for those that become two (ä, ø, ß). */
  readonly accents?: 'keep' | 'drop';
  /** What stands between the names of a pair: "US-Russia" or "US–Russia". */
  readonly compounds?: 'hyphen' | 'dash';
}

/** What a house writes, and whose word it is. */
export interface Choice {
  readonly form: string;
  readonly of: string;
}

export interface House {
  /** How the house writes this very name; nothing where it has not said. */
  formOf(s: Spellings): Choice | undefined;
  /** How the house writes all such names, put on a form of this one; nothing where that changes nothing. */
  styled(s: Spellings, form: string): Choice | undefined;
}

/** The word of a house; of two choices the later holds. Names that the knowledge does not have say nothing. */
export function houseOf(choices: readonly Choices[], knowledge: Knowledge): House {
  const named = new Map<string, Choice>();
  const people = new Map<string, { readonly person: Person; readonly name: string; readonly of: string }>();
  for (const { of, names } of choices)
    for (const name of names) {
      const choice: Choice = { form: straight(name), of };
      const letters = name.replace(/\./g, '');
      if (abbreviations.some((a) => a === letters)) {
        named.set(`abbreviation ${letters}`, choice);
        continue;
      }
      for (const person of bearers(name, knowledge)) people.set(person.id, { person, name, of });
      for (const body of knowledge.bodiesNamed(name)) named.set(`${body.type} ${body.id}`, choice);
    }
  const accents = choices.findLast((c) => c.accents !== undefined);
  const compounds = choices.findLast((c) => c.compounds !== undefined);

  /** The part of a person's name as the house writes the name. */
  function ofPerson({ id, part }: Spellings): Choice | undefined {
    const said = people.get(id);
    if (!said || !part) return undefined;
    const span = said.name.includes(' ')
      ? partsOf(said.name, said.person, knowledge)[part]
      : part === 'surname'
        ? { start: 0, end: said.name.length }
        : undefined;
    return span && { form: written(said.name, span, part), of: said.of };
  }

  function styled(s: Spellings, form: string): Choice | undefined {
    const rule = s.kind === 'dash' ? compounds : accents;
    let made: string | undefined;
    if (s.kind === 'dash') made = compounds && (compounds.compounds === 'dash' ? '–' : '-');
    else if (/^(?:person|place|accent)$/.test(s.kind) && accents)
      made = accents.accents === 'drop' ? plain(form) : s.kind === 'person' ? accentedForm(s, form) : undefined;
    return rule && made !== undefined && made !== form ? { form: made, of: rule.of } : undefined;
  }

  return { formOf: (s) => (s.kind === 'person' ? ofPerson(s) : named.get(`${s.kind} ${s.id}`)), styled };
}

/** Everybody of that full name, else everybody of that surname. */
function bearers(name: string, knowledge: Knowledge): readonly Person[] {
  const people = knowledge.peopleNamed(name);
  return people.length > 0 || name.includes(' ') ? people : knowledge.peopleSurnamed(name);
}

/** Without accents; nothing where a letter would have to become two, as some houses and not others write it. */
function plain(form: string): string | undefined {
  return /[äöüåøæœßþðđ]/iu.test(form)
    ? undefined
    : form.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l').replace(/Ł/g, 'L').replace(/ı/g, 'i').normalize('NFC');
}

/** With the accents that the knowledge has. */
function accentedForm({ preferred }: Spellings, form: string): string | undefined {
  return preferred !== undefined && !isAscii(preferred) && fold(preferred) === fold(form) ? preferred : undefined;
}
