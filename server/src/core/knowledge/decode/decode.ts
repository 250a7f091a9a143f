import type { CivilDate } from '../../calendar/civil-date';
import type { Knowledge } from '../knowledge';
import { type Bodies, decodeBodies, decodeKinds, settleBodies } from './bodies';
import type { DecodedKnowledge, EventEntry, KindEntry, KnowledgeDocument, KnowledgeProblem, TenureEntry } from './entries';
import { decodeEvents } from './events';
import { decodeOffices, type Offices, officeDocumentKeys } from './offices';
import { decodePeople, finishPeople, newPeople, settlePeople } from './people';
import { fieldsAt, flagAt, inside, mapAt, type Place, report, type Values } from './reading';
import { crowdings } from './seats';

export interface DecodeOptions {
  /** What is known already: its kinds, bodies and people can be named without being listed again. Give it for a desk's own rows and for packs. */
  readonly base?: Knowledge;
  /** The verified day of documents that give none; the base's where missing. Without either, a document of offices must give its own. */
  readonly verified?: CivilDate;
}

const documentKeys = [...officeDocumentKeys, 'kinds', 'places', 'organisations', 'events'];

/**
 * Reads parsed documents of the form of server/data/README.md. All are read together: a row in one may name a body or a person of another.
 * `offices` stands beside `of` in a document of one body. Without `of`, as in `.blue-pencil.json`, it is either a map from the body to its document
 * (`{"Ukraine": {"offices": {"president": {"tenures": […]}}}}`) or a list of documents (`[{"of": "Ukraine", "offices": {…}}]`).
 * Problems carry the document's index and the path to the value; whatever is sound loads. No value makes it throw.
 */
export function decodeDocuments(documents: readonly KnowledgeDocument[], options: DecodeOptions = {}): DecodedKnowledge {
  const { base } = options;
  const problems: KnowledgeProblem[] = [];
  const verified = options.verified ?? base?.verified;
  const kinds = new Map<string, KindEntry>(base?.kinds.map((k) => [k.key, k]));
  const ownKinds = new Map<string, KindEntry>();
  const bodies: Bodies = { byId: new Map(), byName: new Map(), places: new Map(), base };
  const people = newPeople(base);
  const offices: Offices = { byId: new Map(), tenures: [], kinds, bodies, people, verified };
  const events = new Map<string, EventEntry>();

  const read = documents.map(({ value }, document) => {
    const top: Place = { document, path: [], problems };
    const map = fieldsAt(value, documentKeys, top);
    return { top, map, parts: officeDocuments(map, top) };
  });
  for (const { top, map } of read) {
    decodeKinds(map.kinds, inside(top, 'kinds'), ownKinds);
    decodeBodies(map.places, 'place', inside(top, 'places'), bodies);
  }
  for (const { top, map } of read) decodeBodies(map.organisations, 'organisation', inside(top, 'organisations'), bodies);
  for (const [key, kind] of ownKinds) kinds.set(key, kind);
  settleBodies(bodies);
  for (const { top, map, parts } of read) {
    if (map.of === undefined)
      decodePeople(map.people, flagAt(map.familyNameFirst, inside(top, 'familyNameFirst')) === true, inside(top, 'people'), people);
    for (const { value, place } of parts) {
      const part = mapAt(value, place);
      decodePeople(part.people, part.familyNameFirst === true, inside(place, 'people'), people);
    }
  }
  settlePeople(people);
  for (const { parts } of read) for (const { value, of, place } of parts) decodeOffices(value, of, place, offices);
  for (const { top, map } of read) decodeEvents(map.events, inside(top, 'events'), bodies, people, events);
  reportCrowds(offices);

  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const tenures = offices.tenures.map((t) => t.entry);
  tenures.sort((a, b) => compare(a.person, b.person) || compare(a.from, b.from) || compare(a.office, b.office));
  return {
    value: {
      kinds: [...ownKinds.values()],
      people: [...finishPeople(people)].sort(byId),
      offices: [...offices.byId.values()].sort(byId),
      tenures,
      bodies: [...bodies.byId.values()].sort(byId),
      events: [...events.values()].sort(byId),
    },
    problems: problems.sort((a, b) => a.document - b.document),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * A desk's own knowledge, one value with `people`, `offices`, `places` and `organisations` (see `decodeDocuments`), over what is known already.
 * Compiled, opened and joined to its base it adds to it, later wins. Paths of problems count from the value.
 */
export const decodeKnowledge = (value: unknown, base?: Knowledge, verified?: CivilDate): DecodedKnowledge =>
  decodeDocuments([{ source: '', value }], { ...(base && { base }), ...(verified && { verified }) });

/** The documents of offices in a document: itself where it says `of`, else what stands under `offices`. */
function officeDocuments(
  map: Values,
  top: Place,
): readonly { readonly value: unknown; readonly of: string | undefined; readonly place: Place }[] {
  if (map.of !== undefined) return [{ value: map, of: undefined, place: top }];
  const { offices } = map;
  const at = inside(top, 'offices');
  if (offices === undefined || offices === null) return [];
  const parts = Array.isArray(offices)
    ? offices.map((value: unknown, i) => ({ value, of: undefined, place: inside(at, i) }))
    : Object.entries(mapAt(offices, at)).map(([of, value]) => ({ value, of, place: inside(at, of) }));
  for (const { value, place } of parts) fieldsAt(value, officeDocumentKeys, place);
  return parts;
}

function reportCrowds({ byId, tenures }: Offices): void {
  const rows = new Map<string, { readonly entry: TenureEntry; readonly place: Place }[]>();
  for (const t of tenures) {
    const those = rows.get(t.entry.office);
    if (those) those.push(t);
    else rows.set(t.entry.office, [t]);
  }
  for (const [id, those] of rows) {
    const office = byId.get(id)!;
    for (const { row, holders } of crowdings(
      office,
      those.map((t) => t.entry),
    )) {
      const { place } = those.find((t) => t.entry === row)!;
      const twice = holders.filter((h) => h.person === row.person).length > 1;
      const who = [...new Set(holders.map((h) => h.person))].join(', ');
      if (twice) report(place, `Two rows of ${id} for "${row.person}" overlap on ${row.from}.`);
      else
        report(
          place,
          `${holders.length} hold ${id} on ${row.from}, which has ${office.seats === 1 ? 'one seat' : `${office.seats} seats`}: ${who}. End the earlier row, or say \`seats\`.`,
        );
    }
  }
}
