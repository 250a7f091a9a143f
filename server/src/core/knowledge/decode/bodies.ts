import { slug } from '../../text/fold';
import type { Knowledge } from '../knowledge';
import { nameKey } from '../names/name-forms';
import type { BodyEntry, KindEntry } from './entries';
import { countAt, dayAt, didYouMean, fieldsAt, idOf, inside, mapAt, type Place, report, shownName, textAt, textsOf } from './reading';

const bodyKeys = ['long', 'also', 'adjectives', 'wrong', 'was', 'in', 'capital', 'kind', 'prefer'];
const kindKeys = ['titles', 'rank', 'body'];

/** `kinds:` of kinds.yaml. */
export function decodeKinds(value: unknown, place: Place, kinds: Map<string, KindEntry>): void {
  for (const [key, fields] of Object.entries(mapAt(value, place))) {
    const here = inside(place, key);
    const map = fieldsAt(fields, kindKeys, here);
    const titles = textsOf(map.titles, inside(here, 'titles'));
    if (titles.length === 0) report(here, `The kind "${key}" has no titles.`);
    kinds.set(key, { key, titles, rank: countAt(map.rank, inside(here, 'rank')) ?? 5 });
  }
}

/** Bodies so far, and how a name in a document finds one. */
export interface Bodies {
  readonly byId: Map<string, BodyEntry>;
  /** Ids by the key of a name or variant. */
  readonly byName: Map<string, Set<string>>;
  /** Where each body is listed. */
  readonly places: Map<string, Place>;
  readonly base: Knowledge | undefined;
}

/** `places:` or `organisations:`, `prefer` being the name under which the body is to be written; places first, for an organisation that bears the name of a place gets an id that says so. What lies `in` what is resolved when all are read. */
export function decodeBodies(value: unknown, type: BodyEntry['type'], place: Place, bodies: Bodies): void {
  for (const [key, fields] of Object.entries(mapAt(value, place))) {
    const here = inside(place, key);
    const map = fieldsAt(fields, bodyKeys, here);
    let id = idOf(key, here);
    if (id === undefined) continue;
    const other = bodies.byId.get(id);
    if (other?.type === type) {
      report(here, `"${key}" is listed twice. Tell the two apart by a bracket, as in "${shownName(key)} (${type})".`);
      continue;
    }
    if (other) id = `${id}-${type}`;
    const at = (name: string): Place => inside(here, name);
    const [within, capital, long] = [textAt(map.in, at('in')), textAt(map.capital, at('capital')), textAt(map.long, at('long'))];
    const prefer = textAt(map.prefer, at('prefer'));
    if (prefer !== undefined) id = knownBy(shownName(key), type, bodies.base) ?? id;
    const was = Object.entries(mapAt(map.was, at('was'))).flatMap(([name, day]) => {
      const until = dayAt(day, inside(here, 'was', name));
      return until === undefined ? [] : [{ name: name.trim(), until }];
    });
    bodies.places.set(id, here);
    bodies.byId.set(id, {
      id,
      name: prefer ?? shownName(key),
      type,
      kind: textAt(map.kind, at('kind')) ?? '',
      also: [...(prefer === undefined || prefer === shownName(key) ? [] : [shownName(key)]), ...textsOf(map.also, at('also'))],
      adjectives: textsOf(map.adjectives, at('adjectives')),
      wrong: textsOf(map.wrong, at('wrong')),
      was,
      ...(within !== undefined && { in: within }),
      ...(capital !== undefined && { capital }),
      ...(long !== undefined && { long }),
      implicit: false,
    });
  }
}

/** The base's one body of that type and name, whatever its own: "Kiev" is Kyiv. */
function knownBy(name: string, type: BodyEntry['type'], base: Knowledge | undefined): string | undefined {
  const known = base?.bodiesNamed(name).filter((b) => b.type === type) ?? [];
  return known.length === 1 ? known[0]!.id : undefined;
}

/** Turns the names that bodies lie `in` into ids, and makes the bodies findable by name. Call once all are read. */
export function settleBodies(bodies: Bodies): void {
  for (const body of bodies.byId.values()) {
    for (const name of [body.name, ...body.also, ...(body.long ? [body.long] : [])]) {
      const key = nameKey(name);
      const ids = bodies.byName.get(key);
      if (ids) ids.add(body.id);
      else bodies.byName.set(key, new Set([body.id]));
    }
  }
  for (const body of bodies.byId.values()) {
    if (body.in === undefined) continue;
    const id = findBody(body.in, bodies);
    const place = bodies.places.get(body.id);
    const { in: name, ...rest } = body;
    if (id === undefined && place) report(inside(place, 'in'), `Nothing is known of "${name}".${didYouMean(name, namesOf(bodies))}`);
    bodies.byId.set(body.id, id === undefined ? rest : { ...rest, in: id });
  }
}

/** The id of the body of that name: by its key, else by a name that one body alone has, else as the base knows it. */
export function findBody(name: string, { byId, byName, base }: Bodies): string | undefined {
  const id = idOf(name, { document: 0, path: [], problems: [] });
  if (id === undefined) return undefined;
  if (byId.has(id)) return id;
  const ids = byName.get(nameKey(name));
  if (ids?.size === 1) return [...ids][0];
  if (base?.body(id)) return id;
  const known = base?.bodiesNamed(name) ?? [];
  if (known.length === 1) return known[0]!.id;
  return bracketed(name, byId, byName);
}

/** "Georgia (state)" where the list has it under another bracket: the one body of the shown name that is of that kind, or lies in it. */
function bracketed(name: string, byId: Bodies['byId'], byName: Bodies['byName']): string | undefined {
  const shown = shownName(name);
  if (shown === name.trim()) return undefined;
  const bracket = slug(name.trim().slice(shown.length));
  const ids = [...(byName.get(nameKey(shown)) ?? [])].filter((id) =>
    [byId.get(id)?.kind, byId.get(id)?.in].some((word) => slug(word ?? '') === bracket),
  );
  return ids.length === 1 ? ids[0] : undefined;
}

export const namesOf = (bodies: Bodies): Iterable<string> => Array.from(bodies.byId.values(), (b) => b.name);
