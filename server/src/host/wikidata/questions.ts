import type { Office } from '../../core';
import { itemsOfOffices } from './items';

/** One query, and the offices that it asks for. */
export interface Question {
  readonly offices: readonly string[];
  readonly query: string;
}

/** Offices that Wikidata keeps as one position for all states; the lists of Congress have them better. */
export const elsewhere = new Set(['senator', 'representative', 'delegate']);

/** What one question may hold: more makes the service run into its time limit. */
const most = { byItem: 8, byLabel: 4 };

/** Questions for the holders of offices: by their item where we know it, else by their English title and the name of their country or body. */
export function questionsFor(offices: readonly Office[]): Question[] {
  const known = offices.filter((o) => itemsOfOffices.has(o.id));
  const others = offices.filter((o) => !itemsOfOffices.has(o.id));
  return [...batches(known, most.byItem).map(byItem), ...batches(others, most.byLabel).map(byLabel)];
}

/** The same question in two halves, for a service that could not answer it as a whole. Undefined for one office alone. */
export function halves({ offices: ids }: Question, offices: ReadonlyMap<string, Office>): readonly [Question, Question] | undefined {
  if (ids.length < 2) return undefined;
  const half = Math.ceil(ids.length / 2);
  const question = (some: readonly string[]): Question => {
    const those = some.flatMap((id) => offices.get(id) ?? []);
    return itemsOfOffices.has(some[0]!) ? byItem(those) : byLabel(those);
  };
  return [question(ids.slice(0, half)), question(ids.slice(half))];
}

const byItem = (offices: readonly Office[]): Question => ({
  offices: offices.map((o) => o.id),
  query: queryOf(`VALUES (?key ?position) { ${offices.map((o) => `(${literal(o.id)} wd:${itemsOfOffices.get(o.id)!})`).join(' ')} }`),
});

const byLabel = (offices: readonly Office[]): Question => ({
  offices: offices.map((o) => o.id),
  query:
    queryOf(`VALUES (?key ?label) { ${offices.flatMap((o) => labelsOf(o).map((l) => `(${literal(o.id)} ${literal(l)}@en)`)).join(' ')} }
  ?position rdfs:label|skos:altLabel ?label .`),
});

/** What docs/knowledge.md shows, for the positions that the values name. Deprecated statements and people of fiction are left out. */
const queryOf = (
  values: string,
): string => `SELECT DISTINCT ?key ?position ?positionLabel ?person ?personLabel ?born ?start ?startPrecision ?end ?endPrecision ?acting WHERE {
  ${values}
  ?person p:P39 ?held ; wdt:P31 wd:Q5 .
  ?held ps:P39 ?position ; wikibase:rank ?rank .
  FILTER(?rank != wikibase:DeprecatedRank)
  OPTIONAL { ?held pqv:P580 [ wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision ] }
  OPTIONAL { ?held pqv:P582 [ wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision ] }
  OPTIONAL { ?person p:P569/psv:P569 [ wikibase:timeValue ?born ; wikibase:timePrecision 11 ] }
  BIND(EXISTS { ?held pq:P5102 wd:Q4676846 } AS ?acting)
  SERVICE wikibase:label { bd:serviceParam wikibase:language "en,mul" . }
}`;

/** English titles that the item of an office may bear: "President of Ukraine", "President of the United States", "Ukrainian President". */
export function labelsOf({ titles, of }: Office): readonly string[] {
  const out = new Set<string>();
  const add = (label: string): void => {
    out.add(label);
    out.add(label.charAt(0).toLowerCase() + label.slice(1));
  };
  // abbreviations and nicknames of offices are nobody's label there
  for (const title of titles.filter((t) => !t.includes('.') && t.length > 3).slice(0, 4)) {
    const name = of.long ?? of.name;
    add(`${title} of ${name}`);
    add(`${title} of the ${name}`);
    add(`${name} ${title}`);
    for (const adjective of of.adjectives.filter((a) => !a.includes('.') && a.length > 2).slice(0, 1)) add(`${adjective} ${title}`);
    if (title.includes(' of ')) add(title);
  }
  return [...out];
}

const literal = (text: string): string => `"${text.replace(/[\\"]/g, (c) => `\\${c}`).replace(/[\n\r]/g, ' ')}"`;

function batches<T>(list: readonly T[], size: number): T[][] {
  const out: T[][] = [];
  for (let at = 0; at < list.length; at += size) out.push(list.slice(at, at + size));
  return out;
}
