import { type Body, fold, type Kind, type Knowledge, nearest, type Office, slug } from '../../core';
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

export interface FoundBody {
  readonly id: string;
  /** What a pack calls it so that it is found again. */
  readonly key: string;
  readonly name: string;
  /** How the pack has to list it, where we do not ship it. */
  readonly list?: 'places' | 'organisations';
}

export type Found = FoundOffice | { readonly wrong: string };

/** Kinds that many hold at a time in one body. */
const plural = new Set(['senator', 'representative', 'delegate', 'justice', 'commissioner', 'minister', 'deputy-prime-minister', 'ambassador', 'envoy', 'spokesperson', 'adviser', 'secretary']);
export const manySeats = (kind: string): boolean => plural.has(kind);

/** Finds the office of a row by its title and by the body that the row or the title names: "President" of Ukraine, "President of Ukraine", "Ukrainian President". */
export function officeFinder(base: Knowledge): (row: SourceRow) => Found {
  const known = new Map<string, Found>();
  return (row) => {
    const key = JSON.stringify([row.office, row.title, row.of, row.kind]);
    let found = known.get(key);
    if (!found) known.set(key, (found = find(row, base)));
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
  const formal = /^(.+?) of (?:the )?[^,]*\b(?:Republic|Kingdom|States?|Federation|Confederation|Emirates?|Commonwealth|Principality|Duchy|Sultanate)\b/i.exec(title)?.[1];
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
  const ofBody = bodies ? { body: bodyOf(of!, bodies, base), titles: [inTitle.find((r) => r.bodies.some((b) => bodies.some((x) => x.id === b.id)))?.title ?? strip(title, of!)] } : undefined;
  const reading = inTitle[0];
  const place = ofBody ?? (reading ? { body: bodyOf(reading.name, reading.bodies, base), titles: [reading.title] } : undefined);
  if (!place) return { wrong: `It is not said whose office "${title}" is: no place and no organisation is named` };
  if (place.body === undefined) return { wrong: `"${of}" may be any of several: ${bodies!.map((b) => `${b.name} (${b.kind || b.type})`).join(', ')}. Write it with the bracket` };
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
    const near = nearest(kind, base.kinds.map((k) => k.key));
    return { wrong: `"${kind}" is no kind of office that we know.${near ? ` Did you mean "${near}"?` : ''}` };
  }
  const found = [title, ...title.split(/ of (?:the )?/i)].some((t) => kindTitled(t, base) !== undefined);
  if (found) return { kind: '' };
  const near = nearest(title, base.kinds.flatMap((k) => k.titles));
  return { wrong: `"${title}" is no office that we know, and no kind of one.${near ? ` Did you mean "${near}"?` : ''} In CSV a column "kind" can say what it is like` };
}

/** The kind that has the title, else the one whose title ends it: "Deputy Foreign Minister" is like a foreign minister. */
function kindTitled(title: string, base: Knowledge): { readonly kind: Kind; readonly whole: boolean } | undefined {
  const words = fold(title).split(' ');
  for (let from = 0; from < words.length; from++) {
    const end = words.slice(from).join(' ');
    const kind = base.kinds.find((k) => k.titles.some((t) => fold(t) === end)) ?? base.kinds.find((k) => k.key === end.replaceAll(' ', '-'));
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

/** The readings of a title that names its body: "X of the Y", "Y X", "Y's X", with Y a name or an adjective. Names that are nobody's count after "of". */
function* split(title: string, base: Knowledge): Generator<{ title: string; bodies: readonly Body[]; name: string }> {
  const words = title.split(' ');
  const unknown: { title: string; bodies: readonly Body[]; name: string }[] = [];
  for (let i = words.length - 2; i > 0; i--) {
    if (!/^(?:of|for)$/i.test(words[i]!)) continue;
    const name = words.slice(i + 1).join(' ').replace(/^the /i, '');
    const office = words.slice(0, i).join(' ');
    const bodies = bodiesOf(name, base);
    if (bodies.length > 0) yield { title: office, bodies, name };
    else if (/^of$/i.test(words[i]!) && /^\p{Lu}/u.test(name)) unknown.push({ title: office, bodies, name });
  }
  for (let i = words.length - 1; i > 0; i--) {
    const name = words.slice(0, i).join(' ').replace(/['’]s$/, '').replace(/^the /i, '');
    const bodies = bodiesOf(name, base);
    if (bodies.length > 0) yield { title: words.slice(i).join(' '), bodies, name };
  }
  yield* unknown;
}

function bodiesOf(name: string, base: Knowledge): readonly Body[] {
  const bare = name.trim().replace(/^the /i, '');
  const own = base.body(slug(bare));
  return own ? [own, ...base.bodiesNamed(bare).filter((b) => b !== own)] : [...new Set([...base.bodiesNamed(bare), ...base.bodiesByAdjective(bare)])];
}

/** The one body meant: the one whose own key the name is, or the only one; a new one where there is none. */
function bodyOf(name: string, bodies: readonly Body[], base: Knowledge): FoundBody | undefined {
  const bare = name.trim().replace(/^the /i, '').replace(/\s+/g, ' ');
  const own = bodies.find((b) => b.id === slug(bare)) ?? (bodies.length === 1 ? bodies[0] : bodies.find((b) => b.kind === 'country'));
  if (own) return { id: own.id, key: keyOf(own.id, own.name), name: own.name };
  if (bodies.length > 1) return undefined;
  const id = slug(bare) || fold(bare);
  return base.body(id) ? undefined : { id, key: bare, name: bare, list: organisation.test(bare) ? 'organisations' : 'places' };
}

const organisation =
  /\b(?:university|college|school|committee|council|party|agency|bank|corporation|corp|inc|ltd|company|union|association|federation|foundation|institute|ministry|department|commission|court|police|senate|house|assembly|parliament|board|authority|office|service|club|group|church|league|organi[sz]ation|bureau|fund|museum|hospital|trust|academy)\b/i;

/** What to write so that the id comes out: the name, or the name with the bracket that the id has. */
export function keyOf(id: string, name: string): string {
  const bare = slug(name);
  if (bare === id) return name;
  if (id.startsWith(`${bare}-`)) return `${name} (${capitals(id.slice(bare.length + 1).replaceAll('-', ' '))})`;
  return id;
}

const capitals = (text: string): string => text.replace(/(^|[ -])(\p{Ll})(?!f\b|or\b|he\b|nd\b|o\b|n\b)/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());

/** "Mayor of Exampleton" without what says whose office it is. */
function strip(title: string, of: string): string {
  const name = fold(of.replace(/^the /i, ''));
  const parts = /^(.+?) of (?:the )?(.+)$/i.exec(title);
  if (parts && fold(parts[2]!) === name) return parts[1]!;
  return fold(title).startsWith(`${name} `) ? title.slice(name.length + 1) : title;
}

/** How Wikidata calls members of Congress. */
function legislator(title: string): { readonly title: string; readonly of?: string } | undefined {
  if (/^(?:member of the )?(?:united states|u\.s\.) senat(?:e|or)(?: from .+)?$/i.test(title)) return { title: 'Senator', ...fromState(title) };
  if (/^(?:member of the )?(?:united states|u\.s\.) (?:house of representatives|representative)(?: from .+)?$/i.test(title)) return { title: 'Representative', ...fromState(title) };
  return undefined;
}

const fromState = (title: string): { readonly of?: string } => {
  const of = / from (.+)$/i.exec(title)?.[1];
  return of === undefined ? {} : { of };
};
