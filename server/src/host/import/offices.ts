import { fold, type Kind, type Knowledge, nearest, type Office, slug } from '../../core';
import { bodiesOf, bodyOf, capitals, type FoundBody, keyOf, split } from './bodies';
import type { SourceRow } from './source';

/** The office that a row is of: one that we ship, or a new one. */
export interface FoundOffice {
  readonly body: FoundBody;
  /** Its key among the offices of the body. */
  readonly key: string;
  readonly kind: string;
  /** Where they are not those of the kind. */
  readonly titles?: readonly string[];
  /** As we ship it. */
  readonly known?: Office;
}

export type Found = FoundOffice | { readonly wrong: string };

/** Kinds that many hold at a time in one body. */
const plural = new Set([
  'senator',
  'representative',
  'delegate',
  'justice',
  'commissioner',
  'minister',
  'deputy-prime-minister',
  'ambassador',
  'envoy',
  'spokesperson',
  'adviser',
  'secretary',
]);
export const manySeats = (kind: string): boolean => plural.has(kind);

/** Finds the office of a row by its title and by the body that the row or the title names: "President" of Ukraine, "President of Ukraine", "Ukrainian President". */
export function officeFinder(base: Knowledge): (row: SourceRow) => Found {
  const known = new Map<string, Found>();
  return (row) => {
    const key = JSON.stringify([row.office, row.title, row.of, row.kind]);
    let found = known.get(key);
    if (!found) {
      found = find(row, base);
      known.set(key, found);
    }
    return found;
  };
}

function find(row: SourceRow, base: Knowledge): Found {
  if (row.office !== undefined) {
    const office = base.office(row.office);
    if (office) return shipped(office);
  }
  const special = legislator(row.title);
  const title = special?.title ?? row.title;
  const of = row.of ?? special?.of;
  const bodies = of === undefined ? undefined : bodiesOf(of, base);
  const formal =
    /^(.+?) of (?:the )?[^,]*\b(?:Republic|Kingdom|States?|Federation|Confederation|Emirates?|Commonwealth|Principality|Duchy|Sultanate)\b/i.exec(
      title,
    )?.[1];
  const readings = [
    ...(bodies ? [{ title, bodies, name: of! }] : []),
    ...split(title, base),
    ...(bodies && formal ? [{ title: formal, bodies, name: of! }] : []),
  ];
  for (const { title, bodies } of readings) {
    const offices = base.officesTitled(title).filter((o) => bodies.some((b) => b.id === o.of.id) && bears(o, title) < Infinity);
    const best = [...offices].sort((a, b) => bears(a, title) - bears(b, title) || a.rank - b.rank)[0];
    if (best && (row.kind === undefined || row.kind === best.kind)) return shipped(best);
  }
  const own = kindOf(row, base);
  if ('wrong' in own) return own;
  // a new office: of the body that the row names, else of what the title names
  const inTitle = readings.filter((r) => r.bodies !== bodies && kindTitled(r.title, base) !== undefined);
  const ofBody = bodies
    ? {
        body: bodyOf(of!, bodies, base),
        titles: [inTitle.find((r) => r.bodies.some((b) => bodies.some((x) => x.id === b.id)))?.title ?? strip(title, of!)],
      }
    : undefined;
  const reading = inTitle[0];
  const place = ofBody ?? (reading ? { body: bodyOf(reading.name, reading.bodies, base), titles: [reading.title] } : undefined);
  if (!place) return { wrong: `It is not said whose office "${title}" is: no place and no organisation is named` };
  if (place.body === undefined)
    return {
      wrong: `"${of}" may be any of several: ${bodies!.map((b) => `${b.name} (${b.kind || b.type})`).join(', ')}. Write it with the bracket`,
    };
  return newOffice(place.titles[0]!, row.kind, place.body, base);
}

const shipped = (office: Office): FoundOffice => ({
  body: { id: office.of.id, key: keyOf(office.of.id, office.of.name), name: office.of.name },
  key: office.id.slice(office.of.id.length + 1),
  kind: office.kind,
  known: office,
});

/** Where the title stands among those of the office; infinity where it is none of them, but derived. */
const bears = (office: Office, title: string): number => {
  const at = office.titles.findIndex((t) => fold(t) === fold(title));
  return at < 0 ? Infinity : at;
};

function kindOf({ kind, title }: SourceRow, base: Knowledge): { readonly kind: string } | { readonly wrong: string } {
  if (kind !== undefined) {
    if (base.kinds.some((k) => k.key === kind)) return { kind };
    const near = nearest(
      kind,
      base.kinds.map((k) => k.key),
    );
    return { wrong: `"${kind}" is no kind of office that we know.${near ? ` Did you mean "${near}"?` : ''}` };
  }
  const found = [title, ...title.split(/ of (?:the )?/i)].some((t) => kindTitled(t, base) !== undefined);
  if (found) return { kind: '' };
  const near = nearest(
    title,
    base.kinds.flatMap((k) => k.titles),
  );
  return {
    wrong: `"${title}" is no office that we know, and no kind of one.${near ? ` Did you mean "${near}"?` : ''} In CSV a column "kind" can say what it is like`,
  };
}

/** The kind that has the title, else the one whose title ends it: "Deputy Foreign Minister" is like a foreign minister. */
function kindTitled(title: string, base: Knowledge): { readonly kind: Kind; readonly whole: boolean } | undefined {
  const words = fold(title).split(' ');
  for (let from = 0; from < words.length; from++) {
    const end = words.slice(from).join(' ');
    const kind =
      base.kinds.find((k) => k.titles.some((t) => fold(t) === end)) ?? base.kinds.find((k) => k.key === end.replaceAll(' ', '-'));
    if (kind) return { kind, whole: from === 0 };
  }
  return undefined;
}

function newOffice(title: string, kindKey: string | undefined, body: FoundBody, base: Knowledge): Found {
  const like = kindTitled(title, base);
  const kind = kindKey === undefined ? like?.kind : base.kinds.find((k) => k.key === kindKey);
  if (!kind) return { wrong: `"${title}" is no office that we know, and no kind of one. In CSV a column "kind" can say what it is like` };
  const taken = base.office(`${body.id}/${kind.key}`) !== undefined;
  if (like?.whole && like.kind === kind && !taken) return { body, key: kind.key, kind: kind.key };
  return { body, key: slug(title), kind: kind.key, titles: [capitals(title)] };
}

/** "Mayor of Exampleton" without what says whose office it is. */
function strip(title: string, of: string): string {
  const name = fold(of.replace(/^the /i, ''));
  const parts = /^(.+?) of (?:the )?(.+)$/i.exec(title);
  if (parts && fold(parts[2]!) === name) return parts[1]!;
  return fold(title).startsWith(`${name} `) ? title.slice(name.length + 1) : title;
}

/** How Wikidata calls members of Congress. */
function legislator(title: string): { readonly title: string; readonly of?: string } | undefined {
  if (/^(?:member of the )?(?:united states|u\.s\.) senat(?:e|or)(?: from .+)?$/i.test(title))
    return { title: 'Senator', ...fromState(title) };
  if (/^(?:member of the )?(?:united states|u\.s\.) (?:house of representatives|representative)(?: from .+)?$/i.test(title))
    return { title: 'Representative', ...fromState(title) };
  return undefined;
}

const fromState = (title: string): { readonly of?: string } => {
  const of = / from (.+)$/i.exec(title)?.[1];
  return of === undefined ? {} : { of };
};
