import { type Config, type Knowledge, type RuleSetting, slug } from '../core';

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names that a config says how to spell (`prefer`), as the knowledge joined with it has them. */
export function preferredNames({ people, places, organisations }: Config['knowledge'], knowledge: Knowledge): readonly string[] {
  const of = (entries: unknown, name: (id: string) => string | undefined): string[] =>
    Object.entries(isMap(entries) ? entries : {}).flatMap(([key, said]) =>
      isMap(said) && typeof said['prefer'] === 'string' && said['prefer'].trim() !== '' ? [name(slug(key)) ?? said['prefer'].trim()] : [],
    );
  return [
    ...of(people, (id) => knowledge.person(id)?.name),
    ...of(places, (id) => knowledge.body(id)?.name),
    ...of(organisations, (id) => (knowledge.body(`${id}-organisation`) ?? knowledge.body(id))?.name),
  ];
}

/**
 * Settings with what the rest of the config says of house style: its terms, and its spellings of names. The rule of the desk is told of the
 * same house as the rule of the draft.
 */
export function withHouse(
  settings: Readonly<Record<string, RuleSetting>>,
  config: Config,
  knowledge: Knowledge,
): Readonly<Record<string, RuleSetting>> {
  const out: Record<string, RuleSetting> = { ...settings };
  const put = (id: string, options: Readonly<Record<string, unknown>>): void => {
    out[id] = { ...out[id], options: { ...out[id]?.options, ...options } };
  };
  const said = (id: string, option: string): unknown => settings[id]?.options[option];
  if (Object.keys(config.terms).length > 0) {
    const own = said('style/terms', 'terms');
    put('style/terms', { terms: { ...config.terms, ...(isMap(own) ? own : {}) } });
  }
  const names = preferredNames(config.knowledge, knowledge);
  const listed = said('name/variant', 'spellings');
  const spellings = [...names, ...(Array.isArray(listed) ? (listed as unknown[]) : [])];
  const packs = said('name/variant', 'packs');
  if (spellings.length > 0) put('name/variant', { spellings });
  if (spellings.length > 0 || packs !== undefined) put('desk/name-conflict', { spellings, ...(packs === undefined ? {} : { packs }) });
  return out;
}
