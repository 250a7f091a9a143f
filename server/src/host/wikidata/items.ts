import data from '../../../data/wikidata.yaml';

const { items } = data as { readonly items: Readonly<Record<string, string>> };

/** Wikidata items by the ids of offices. */
export const itemsOfOffices: ReadonlyMap<string, string> = new Map(Object.entries(items));
/** Ids of offices by their Wikidata items. */
export const officesOfItems: ReadonlyMap<string, string> = new Map(Object.entries(items).map(([office, item]) => [item, office]));
