import { type CivilDate, fold, slug } from '../../core';
import type { FoundBody } from './bodies';
import type { PackPerson } from './people';
import type { PackOffice, PackRow } from './tenures';

/** A desk pack: what `.blue-pencil.json` takes in by `extends`. */
export interface Pack {
  readonly people: Readonly<Record<string, Fields>>;
  readonly offices: Readonly<
    Record<string, { readonly verified: CivilDate; readonly source: string; readonly offices: Readonly<Record<string, Fields>> }>
  >;
  readonly places?: Readonly<Record<string, Fields>>;
  readonly organisations?: Readonly<Record<string, Fields>>;
}
type Fields = Readonly<Record<string, unknown>>;

export interface Assembled {
  readonly pack: Pack;
  /** Rows by the path at which they stand. */
  readonly places: ReadonlyMap<string, PackRow>;
}

/** Lays the rows out as a pack, and notes where each stands. */
export function assemble(
  offices: readonly PackOffice[],
  bodies: ReadonlyMap<string, FoundBody>,
  word: string,
  verified: CivilDate,
): Assembled {
  const places = new Map<string, PackRow>();
  const out: Record<string, { verified: CivilDate; source: string; offices: Record<string, Fields> }> = {};
  const people: Record<string, Fields> = {};
  const order = (o: PackOffice): string => `${fold(o.office.body.key)} ${o.office.key}`;
  for (const { office, rows, seats } of [...offices].sort((a, b) => (order(a) < order(b) ? -1 : 1))) {
    if (rows.length === 0) continue;
    const { body, key } = office;
    out[body.key] ??= { verified, source: word, offices: {} };
    const those = out[body.key]!;
    those.offices[key] = {
      ...(office.kind !== key && { kind: office.kind }),
      ...(office.titles && { titles: office.titles }),
      ...(seats !== undefined && { seats }),
      tenures: rows.map((row, i) => {
        places.set(JSON.stringify(['offices', body.key, 'offices', key, 'tenures', i, row.person.key]), row);
        const source = row.source?.replace(/[[\]]/g, '').trim();
        return { [row.person.key]: `${row.from}..${row.until ?? ''}${row.acting ? ' acting' : ''}${source ? ` [${source}]` : ''}` };
      }),
    };
    for (const { person } of rows) people[person.key] = factsOf(person);
  }
  for (const [key, facts] of Object.entries(people)) if (facts['skip']) delete people[key];
  const list = (kind: 'places' | 'organisations'): Record<string, Fields> | undefined => {
    const own = [...bodies.values()].filter((b) => b.list === kind && out[b.key]);
    return own.length > 0 ? Object.fromEntries(own.map((b) => [b.key, {}])) : undefined;
  };
  const [placesList, organisations] = [list('places'), list('organisations')];
  const sorted = Object.fromEntries(Object.entries(people).sort((a, b) => (fold(a[0]) < fold(b[0]) ? -1 : 1)));
  return {
    pack: { ...(placesList && { places: placesList }), ...(organisations && { organisations }), people: sorted, offices: out },
    places,
  };
}

/** What `people` says of a person; of one whom we ship only what we have not. */
function factsOf({ key, name, also, born, known }: PackPerson): Fields {
  const forms = also.filter((form) => form !== name && !(known && [known.name, ...known.also].some((k) => fold(k) === fold(form))));
  const own = known
    ? { ...(forms.length > 0 && { also: forms }), ...(born && !known.born && { born }) }
    : { ...(forms.length > 0 && { also: forms }), ...(born && { born }) };
  if (known && Object.keys(own).length === 0) return { skip: true };
  // a key that is an id says nothing of the spelling
  return slug(name) !== key && key === slug(key) && name !== key ? { prefer: name, ...own } : own;
}
