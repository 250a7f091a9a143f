import { yearOf } from '../../src/core/calendar/civil-date';
import type { Entries } from '../../src/core/knowledge/decode/entries';

/** Rows that may be of two people of one name: offices of two countries, forty years between terms, an office too early or too late in a life. */
export function* suspicions({ bodies, offices, people, tenures }: Entries): Generator<string> {
  const body = new Map(bodies.map((b) => [b.id, b]));
  const office = new Map(offices.map((o) => [o.id, o]));
  const countryOf = (id: string | undefined): string | undefined => {
    for (let at = id, steps = 0; at !== undefined && steps < 8; steps++) {
      const here = body.get(at);
      if (here?.kind === 'country') return here.id;
      at = here?.in;
    }
    return undefined;
  };
  const rows = new Map<string, (typeof tenures)[number][]>();
  for (const t of tenures) rows.set(t.person, [...(rows.get(t.person) ?? []), t]);
  for (const { id, born, died } of people) {
    const theirs = rows.get(id) ?? [];
    const countries = new Set(theirs.map((t) => countryOf(office.get(t.office)?.of)).filter((c) => c !== undefined));
    if (countries.size > 1) yield `${id}: offices of ${[...countries].join(', ')}`;
    for (const [i, t] of theirs.entries()) {
      const last = i > 0 ? (theirs[i - 1]?.until ?? t.from) : t.from;
      if (yearOf(t.from) - yearOf(last) > 40) yield `${id}: nothing between ${last} and ${t.from}`;
      const regnal = office.get(t.office)?.kind === 'monarch' || office.get(t.office)?.kind === 'crown-prince';
      if (born && !regnal && yearOf(t.from) - yearOf(born) < 21) yield `${id}: ${t.office} from ${t.from}, born ${born}`;
      if (born && yearOf(t.from) - yearOf(born) > 95) yield `${id}: ${t.office} from ${t.from}, born ${born}`;
      if (died && (t.from > died || t.until === undefined || t.until > died))
        yield `${id}: ${t.office} ${t.from}..${t.until ?? ''}, died ${died}`;
    }
  }
}
