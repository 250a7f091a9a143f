import { type CivilDate, parseCivilDate } from '../../calendar/civil-date';
import { type Bodies, findBody, namesOf } from './bodies';
import type { KindEntry, OfficeEntry, TenureEntry } from './entries';
import { type People, personOfRow } from './people';
import {
  countAt,
  dayAt,
  didYouMean,
  fieldsAt,
  flagAt,
  idOf,
  inside,
  isMap,
  mapAt,
  type Place,
  report,
  shown,
  shownName,
  textAt,
  textsOf,
} from './reading';

export const officeDocumentKeys = ['of', 'verified', 'source', 'familyNameFirst', 'offices', 'people'];
const officeKeys = ['kind', 'titles', 'seats', 'rank', 'source', 'verified', 'tenures'];
/** Kinds whose holders bear a name with a numeral and no surname. */
const regnal = new Set(['monarch', 'pope', 'crown-prince']);

export interface Offices {
  readonly byId: Map<string, OfficeEntry>;
  readonly tenures: { readonly entry: TenureEntry; readonly place: Place }[];
  readonly kinds: ReadonlyMap<string, KindEntry>;
  readonly bodies: Bodies;
  readonly people: People;
  /** The verified day of documents that give none. */
  readonly verified: CivilDate | undefined;
}

/** One document of offices: `of`, `verified`, `source`, `familyNameFirst`, `offices`. `of` may come from a key above it. */
export function decodeOffices(value: unknown, name: string | undefined, place: Place, into: Offices): void {
  const map = mapAt(value, place);
  const of = name ?? textAt(map.of, inside(place, 'of'));
  if (of === undefined) {
    report(place, 'The document does not say whose offices it lists: `of` is missing.');
    return;
  }
  const at = name === undefined ? inside(place, 'of') : place;
  const body = findBody(of, into.bodies) ?? idOf(of, at);
  if (body === undefined) return;
  if (!into.bodies.byId.has(body)) addImplicit(body, of, at, into.bodies);
  const given = dayAt(map.verified, inside(place, 'verified'));
  const verified = given ?? into.verified;
  if (verified === undefined) report(place, `The offices of "${of}" have no verified day: \`verified\` is missing.`);
  const rows = {
    verified: verified ?? '0001-01-01',
    vouched: given === undefined && verified !== undefined,
    source: textAt(map.source, inside(place, 'source')) ?? '',
    familyNameFirst: flagAt(map.familyNameFirst, inside(place, 'familyNameFirst')) ?? false,
  };
  const offices = inside(place, 'offices');
  for (const [key, fields] of Object.entries(mapAt(map.offices, offices)))
    decodeOffice(key, fields, body, rows, inside(offices, key), into);
}

/** A body that the documents do not list: the base's, or nobody's. */
function addImplicit(id: string, of: string, place: Place, bodies: Bodies): void {
  const known = bodies.base?.body(id);
  if (!known) report(place, `Neither a place nor an organisation is called "${of}".${didYouMean(of, namesOf(bodies))}`, 'warning');
  bodies.byId.set(id, {
    id,
    name: known?.name ?? shownName(of),
    type: known?.type ?? 'place',
    kind: '',
    also: [],
    adjectives: [],
    wrong: [],
    was: [],
    implicit: true,
  });
}

interface RowDefaults {
  readonly verified: CivilDate;
  /** No day was given: who writes a row knows of it on its own days, too. */
  readonly vouched: boolean;
  readonly source: string;
  readonly familyNameFirst: boolean;
}

function decodeOffice(key: string, value: unknown, of: string, defaults: RowDefaults, place: Place, into: Offices): void {
  const map = fieldsAt(value, officeKeys, place);
  const own = idOf(key, place);
  if (own === undefined) return;
  const id = `${of}/${own}`;
  // what a desk does not say of an office that we ship is as we ship it
  const shipped = into.bodies.base?.office(id);
  const kindKey = textAt(map.kind, inside(place, 'kind')) ?? shipped?.kind ?? key;
  const kind = into.kinds.get(kindKey);
  if (!kind) {
    const why = map.kind === undefined ? ' Say which by `kind`.' : '';
    report(
      map.kind === undefined ? place : inside(place, 'kind'),
      `Unknown kind of office "${kindKey}".${didYouMean(kindKey, into.kinds.keys()) || why}`,
    );
  }
  const titles = textsOf(map.titles, inside(place, 'titles'));
  const seats = countAt(map.seats, inside(place, 'seats'));
  const rank = countAt(map.rank, inside(place, 'rank')) ?? shipped?.rank ?? kind?.rank ?? 5;
  const earlier = into.byId.get(id);
  into.byId.set(id, {
    id,
    kind: earlier?.kind ?? kindKey,
    titles: titles.length > 0 ? titles : (earlier?.titles ?? shipped?.titles ?? kind?.titles ?? [key]),
    titlesGiven: titles.length > 0 || earlier?.titlesGiven === true,
    of,
    seats: seats ?? earlier?.seats ?? shipped?.seats ?? 1,
    seatsGiven: seats !== undefined || earlier?.seatsGiven === true,
    rank: earlier?.rank ?? rank,
  });
  const rows = {
    ...defaults,
    verified: dayAt(map.verified, inside(place, 'verified')) ?? defaults.verified,
    source: textAt(map.source, inside(place, 'source')) ?? defaults.source,
  };
  for (const { name, row, place: here } of rowsAt(map.tenures, inside(place, 'tenures'))) {
    const tenure = decodeRow(row, here);
    const person = tenure && personOfRow(name, rows.familyNameFirst, regnal.has(kindKey), here, into.people);
    if (!tenure || !person) continue;
    const verified = rows.vouched ? latest(rows.verified, tenure.from, tenure.until) : rows.verified;
    if (tenure.from > verified) report(here, `The row begins after ${verified}, the day to which it was verified.`, 'warning');
    const { source, ...days } = tenure;
    into.tenures.push({ entry: { person, office: id, ...days, source: source ?? rows.source, verified }, place: here });
  }
}

const latest = (...days: readonly (CivilDate | undefined)[]): CivilDate =>
  days.reduce<CivilDate>((a, b) => (b !== undefined && b > a ? b : a), '0001-01-01');

/** The rows of `tenures`: a list of `Name: FROM..UNTIL`, or a map of them; a name may have a list of terms. */
function* rowsAt(value: unknown, place: Place): Generator<{ name: string; row: unknown; place: Place }> {
  if (value === null || value === undefined) return;
  const list: readonly (readonly [Place, unknown])[] = Array.isArray(value)
    ? value.map((v, i) => [inside(place, i), v] as const)
    : [[place, value]];
  for (const [at, item] of list) {
    if (!isMap(item)) report(at, `${shown(item)} is no row. Write \`Name: YYYY-MM-DD..YYYY-MM-DD\`.`);
    else {
      for (const [name, rows] of Object.entries(item)) {
        if (Array.isArray(rows)) for (const [i, row] of rows.entries()) yield { name, row, place: inside(at, name, i) };
        else yield { name, row: rows, place: inside(at, name) };
      }
    }
  }
}

const form = /^(\d{4}-\d\d-\d\d) ?\.\. ?(\d{4}-\d\d-\d\d)?((?: acting)?)(?: ?\[([^[\]]*)\])?((?: acting)?)$/;

/** `FROM..UNTIL`, then `acting` and `[source]` where they apply. */
function decodeRow(row: unknown, place: Place): { from: CivilDate; until?: CivilDate; acting: boolean; source?: string } | undefined {
  const parts = typeof row === 'string' ? form.exec(row.trim().replace(/\s+/g, ' ')) : null;
  if (!parts) {
    report(
      place,
      `${shown(row)} is no tenure. Write \`YYYY-MM-DD..YYYY-MM-DD\`, or \`YYYY-MM-DD..\` for one that lasts; then \`acting\` and \`[source]\` where they apply.`,
    );
    return undefined;
  }
  const from = parseCivilDate(parts[1]!);
  const until = parts[2] === undefined ? undefined : parseCivilDate(parts[2]);
  if (from === undefined) report(place, `There is no day ${parts[1]}.`);
  if (parts[2] !== undefined && until === undefined) report(place, `There is no day ${parts[2]}.`);
  if (from === undefined || (parts[2] !== undefined && until === undefined)) return undefined;
  if (until !== undefined && until < from) {
    report(place, `The tenure ends on ${until}, before it begins on ${from}.`);
    return undefined;
  }
  const source = parts[4]?.trim();
  return { from, ...(until !== undefined && { until }), acting: parts[3] !== '' || parts[5] !== '', ...(source && { source }) };
}
