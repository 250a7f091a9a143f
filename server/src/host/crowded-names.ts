import { type Config, type decodeKnowledge, fold, type Problem, slug } from '../core';

type Entries = ReturnType<typeof decodeKnowledge>['value'];

/** Above this, people of one name or offices of one person are rather a mistake than a fact. Charles III is king of fifteen countries. */
const most = 20;

/** More people of one name, or more offices held by one at a time, than can be: what a list does that leaves out how to tell namesakes apart. */
export function crowdedNames(entries: Entries, said: Config['knowledge']): Problem[] {
  const found: Problem[] = [];
  const named = new Map<string, string[]>();
  for (const { id, name } of entries.people) {
    const ids = named.get(fold(name));
    if (ids) ids.push(id);
    else named.set(fold(name), [id]);
  }
  for (const ids of named.values()) {
    if (ids.length <= most) continue;
    const { name } = entries.people.find((p) => p.id === ids[0])!;
    const path = placeOf(said, (key) => fold(withoutBracket(key)) === fold(name));
    found.push({
      path,
      message: `${ids.length} people here are called "${name}". Of a draft that says no more than the name, nothing can be said.`,
      atKey: true,
    });
  }
  for (const [person, count] of atOnce(entries)) {
    if (count <= most) continue;
    const { name } = entries.people.find((p) => p.id === person)!;
    const path = placeOf(said, (key) => slug(key) === person);
    found.push({
      path,
      message: `"${name}" holds ${count} offices at a time here. If these are several people, tell them apart by a bracket, as in "${name} (Ohio)".`,
      atKey: true,
    });
  }
  return found;
}

const withoutBracket = (key: string): string => key.trim().replace(/ \([^()]*\)$/, '');

/** The most offices that each person holds on one day; people with few rows are left out. Rows are ordered by person and first day. */
function atOnce({ tenures }: Entries): Map<string, number> {
  const rows = new Map<string, Entries['tenures'][number][]>();
  for (const t of tenures) {
    const those = rows.get(t.person);
    if (those) those.push(t);
    else rows.set(t.person, [t]);
  }
  const out = new Map<string, number>();
  for (const [person, those] of rows) {
    if (those.length <= most) continue;
    let holding: Entries['tenures'][number][] = [];
    let top = 0;
    for (const t of those) {
      holding = holding.filter((o) => o.until === undefined || o.until > t.from);
      holding.push(t);
      top = Math.max(top, new Set(holding.map((o) => o.office)).size);
    }
    out.set(person, top);
  }
  return out;
}

/** The way to the first key of `people`, else of a row of a tenure, that fits; to the top where none does. */
function placeOf(said: Config['knowledge'], fits: (key: string) => boolean): (string | number)[] {
  for (const key of keysOf(said.people)) if (fits(key)) return ['people', key];
  return rowAt(said.offices, ['offices'], fits) ?? [said.offices === undefined ? 'people' : 'offices'];
}

function rowAt(value: unknown, path: readonly (string | number)[], fits: (key: string) => boolean): (string | number)[] | undefined {
  if (typeof value !== 'object' || value === null || path.length > 8) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (path.includes('tenures') && !Array.isArray(value) && fits(key)) return here;
    const found = rowAt(inner, here, fits);
    if (found) return found;
  }
  return undefined;
}

const keysOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
