import { type Body, fold, type Knowledge, slug } from '../../core';

export interface FoundBody {
  readonly id: string;
  /** What a pack calls it so that it is found again. */
  readonly key: string;
  readonly name: string;
  /** How the pack has to list it, where we do not ship it. */
  readonly list?: 'places' | 'organisations';
}

/** The readings of a title that names its body: "X of the Y", "Y X", "Y's X", with Y a name or an adjective. Names that are nobody's count after "of". */
export function* split(title: string, base: Knowledge): Generator<{ title: string; bodies: readonly Body[]; name: string }> {
  const words = title.split(' ');
  const unknown: { title: string; bodies: readonly Body[]; name: string }[] = [];
  for (let i = words.length - 2; i > 0; i--) {
    if (!/^(?:of|for)$/i.test(words[i]!)) continue;
    const name = words
      .slice(i + 1)
      .join(' ')
      .replace(/^the /i, '');
    const office = words.slice(0, i).join(' ');
    const bodies = bodiesOf(name, base);
    if (bodies.length > 0) yield { title: office, bodies, name };
    else if (/^of$/i.test(words[i]!) && /^\p{Lu}/u.test(name)) unknown.push({ title: office, bodies, name });
  }
  for (let i = words.length - 1; i > 0; i--) {
    const name = words
      .slice(0, i)
      .join(' ')
      .replace(/['’]s$/, '')
      .replace(/^the /i, '');
    const bodies = bodiesOf(name, base);
    if (bodies.length > 0) yield { title: words.slice(i).join(' '), bodies, name };
  }
  yield* unknown;
}

export function bodiesOf(name: string, base: Knowledge): readonly Body[] {
  const bare = name.trim().replace(/^the /i, '');
  const own = base.body(slug(bare));
  return own
    ? [own, ...base.bodiesNamed(bare).filter((b) => b !== own)]
    : [...new Set([...base.bodiesNamed(bare), ...base.bodiesByAdjective(bare)])];
}

/** The one body meant: the one whose own key the name is, or the only one; a new one where there is none. */
export function bodyOf(name: string, bodies: readonly Body[], base: Knowledge): FoundBody | undefined {
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

export const capitals = (text: string): string =>
  text.replace(/(^|[ -])(\p{Ll})(?!f\b|or\b|he\b|nd\b|o\b|n\b)/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());
