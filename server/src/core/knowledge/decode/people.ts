import type { CivilDate } from '../../calendar/civil-date';
import { slug } from '../../text/fold';
import type { Knowledge } from '../knowledge';
import { surnameOf } from '../names/name-forms';
import type { PersonEntry } from './entries';
import { dayAt, fieldsAt, flagAt, idOf, inside, mapAt, type Place, report, shownName, textAt, textsOf } from './reading';

const personKeys = ['also', 'surname', 'prefer', 'role', 'born', 'died', 'wrong', 'familyNameFirst'];

/** A person while documents are read. */
interface Draft {
  readonly id: string;
  name: string;
  listed: boolean;
  surname?: string;
  familyNameFirst: boolean;
  regnal: boolean;
  readonly also: Set<string>;
  readonly wrong: Set<string>;
  role?: string;
  born?: CivilDate;
  died?: CivilDate;
}

export interface People {
  readonly byId: Map<string, Draft>;
  /** Ids by the slug of a variant. */
  readonly byVariant: Map<string, Set<string>>;
  readonly base: Knowledge | undefined;
}

export const newPeople = (base: Knowledge | undefined): People => ({ byId: new Map(), byVariant: new Map(), base });

function person(people: People, id: string, name: string, familyNameFirst: boolean): Draft {
  let draft = people.byId.get(id);
  if (!draft) {
    draft = { id, name, listed: false, familyNameFirst, regnal: false, also: new Set(), wrong: new Set() };
    people.byId.set(id, draft);
  }
  return draft;
}

/** The base's person of whom this is a listed variant, where it is nobody's own name. */
function variantInBase(base: Knowledge | undefined, id: string): { readonly id: string; readonly name: string } | undefined {
  if (!base || base.person(id)) return undefined;
  const found = base.peopleNamed(id.replaceAll('-', ' ')).filter((p) => p.also.some((form) => slug(form) === id));
  return found.length === 1 ? found[0] : undefined;
}

/**
 * `people:`. A name that the base lists as a variant of one person speaks of that person, and becomes the preferred spelling; so does `prefer`.
 */
export function decodePeople(value: unknown, familyNameFirst: boolean, place: Place, people: People): void {
  for (const [key, fields] of Object.entries(mapAt(value, place))) {
    const here = inside(place, key);
    const map = fieldsAt(fields, personKeys, here);
    const at = (name: string): Place => inside(here, name);
    const own = idOf(key, here);
    if (own === undefined) continue;
    const id = variantInBase(people.base, own)?.id ?? own;
    const first = flagAt(map.familyNameFirst, at('familyNameFirst'));
    const draft = person(people, id, shownName(key), first ?? familyNameFirst);
    if (first !== undefined) draft.familyNameFirst = first;
    const preferred = textAt(map.prefer, at('prefer'));
    const name = preferred === undefined ? shownName(key) : inFull(preferred, people.base?.person(id)?.name ?? shownName(key));
    if (draft.listed && draft.name !== name) report(here, `The same person is listed as "${draft.name}".`, 'warning');
    else draft.name = name;
    // a key that is an id says nothing of the spelling
    if (name !== shownName(key) && slug(key) !== key) draft.also.add(shownName(key));
    draft.listed = true;
    for (const form of textsOf(map.also, at('also'))) draft.also.add(form);
    for (const form of textsOf(map.wrong, at('wrong'))) draft.wrong.add(form);
    const surname = textAt(map.surname, at('surname'));
    const role = textAt(map.role, at('role'));
    if (surname !== undefined) draft.surname = surname;
    if (role !== undefined) draft.role = role;
    for (const fact of ['born', 'died'] as const) {
      const day = dayAt(map[fact], at(fact));
      if (day === undefined) continue;
      const other = draft[fact];
      if (other !== undefined && other !== day) {
        report(
          at(fact),
          `"${key}" is listed twice, ${fact} ${other} and ${day}. Tell two people of one name apart by a bracket, as in "${key} (Michigan)".`,
        );
      } else draft[fact] = day;
    }
    if (draft.born && draft.died && draft.died < draft.born) report(at('died'), `"${key}" died before being born.`);
  }
}

/** A preferred spelling in full: "Zelensky" stands for the last word of the name. */
const inFull = (preferred: string, name: string): string =>
  preferred.includes(' ') || !name.includes(' ') ? preferred : `${name.slice(0, name.lastIndexOf(' '))} ${preferred}`;

/** Makes people findable by their variants. Call once all `people` are read, before the rows of tenures. */
export function settlePeople(people: People): void {
  for (const { id, also } of people.byId.values()) {
    for (const form of also) {
      const ids = people.byVariant.get(slug(form));
      if (ids) ids.add(id);
      else people.byVariant.set(slug(form), new Set([id]));
    }
  }
}

/** The id of the person whom a row of a tenure names; a new person where nobody is listed under the name. */
export function personOfRow(key: string, familyNameFirst: boolean, regnal: boolean, place: Place, people: People): string | undefined {
  const own = idOf(key, place);
  if (own === undefined) return undefined;
  let id = own;
  let name = shownName(key);
  const listed = people.byId.get(own);
  const variants = people.byVariant.get(own);
  if (!listed && variants?.size === 1) {
    id = [...variants][0]!;
    const other = people.byId.get(id)!.name;
    report(
      place,
      `"${name}" is listed as another spelling of "${other}". Write one name for one person; tell two apart by a bracket, as in "${name} (Ohio)".`,
    );
  } else if (!listed) {
    const known = variantInBase(people.base, own) ?? people.base?.person(own);
    if (known) [id, name] = [known.id, known.name];
  } else if (listed.name !== name && !listed.also.has(name)) {
    report(place, `"${name}" is written "${listed.name}" elsewhere. Write one name for one person.`, 'warning');
    if (!listed.listed && accents(name) > accents(listed.name)) listed.name = name;
  }
  const draft = person(people, id, name, familyNameFirst);
  if (regnal) draft.regnal = true;
  return id;
}

const accents = (name: string): number => name.replace(/[\0-\x7f]/g, '').length;

export function finishPeople(people: People): readonly PersonEntry[] {
  return Array.from(people.byId.values(), (p) => ({
    id: p.id,
    name: p.name,
    surname: p.surname ?? surnameOf(p.name, p.familyNameFirst, p.regnal),
    surnameGiven: p.surname !== undefined,
    familyNameFirst: p.familyNameFirst,
    also: [...p.also].filter((form) => form !== p.name),
    wrong: [...p.wrong],
    ...(p.role !== undefined && { role: p.role }),
    ...(p.born !== undefined && { born: p.born }),
    ...(p.died !== undefined && { died: p.died }),
    listed: p.listed,
  }));
}
