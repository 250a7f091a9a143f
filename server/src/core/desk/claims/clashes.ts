import type { Draft } from '../../draft/draft';
import type { Claim, Clash, Kind } from './claim';
import { pairsOf } from './stories';

/** One claim and what another draft has against it. */
export interface Against {
  readonly claim: Claim<unknown>;
  readonly other: Claim<unknown>;
  readonly clash: Clash;
}

// biome-ignore lint/suspicious/noExplicitAny: kinds of different values stand in one list
type Kinds = readonly Kind<any>[];

/** Claims of one key that are compared in a draft: what it says more often it says alike. */
const AT_MOST = 8;

/** The claims of a draft by kind and key. Where it says two things of one key, it has two things in mind and is left alone. */
function claimsOf(draft: Draft, kinds: Kinds): Map<string, Claim<unknown>[]> {
  const out = new Map<string, Claim<unknown>[]>();
  for (const kind of kinds) {
    const mine = new Map<string, Claim<unknown>[]>();
    for (const placed of draft.paragraphs) {
      if (placed.paragraph.kind === 'furniture' || placed.paragraph.kind === 'quote') continue;
      for (const said of kind.read(placed.paragraph)) {
        const key = `${kind.name}: ${said.key}`;
        const list = mine.get(key);
        if (list) list.push({ ...said, draft, placed });
        else mine.set(key, [{ ...said, draft, placed }]);
      }
    }
    for (const [key, list] of mine)
      if (!kind.alone || new Set(list.map((c) => kind.alone!(c.value))).size === 1) out.set(key, list.slice(0, AT_MOST));
  }
  return out;
}

/** The drafts that have a key in common with another, by what each has. Only these can contradict one another. */
export function sharing<T>(drafts: readonly Draft[], read: (draft: Draft) => ReadonlyMap<string, T>): Map<Draft, ReadonlyMap<string, T>> {
  const all = drafts.map((draft) => ({ draft, claims: read(draft) }));
  const counts = new Map<string, number>();
  for (const { claims } of all) for (const key of claims.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map(
    all.filter(({ claims }) => [...claims.keys()].some((k) => counts.get(k)! > 1)).map(({ draft, claims }) => [draft, claims]),
  );
}

/** Where drafts on one story contradict each other: every claim of each side, with the one that stands against it. */
export function* clashesOf(drafts: readonly Draft[], kinds: Kinds): Generator<Against> {
  const claims = sharing(drafts, (draft) => claimsOf(draft, kinds));
  const byName = new Map(kinds.map((k) => [k.name, k]));
  for (const pair of pairsOf([...claims.keys()])) {
    const theirs = claims.get(pair.b)!;
    for (const [key, list] of claims.get(pair.a)!)
      for (const b of theirs.get(key) ?? [])
        for (const a of list) {
          const clash = byName.get(key.slice(0, key.indexOf(':')))!.clash(a, b, pair);
          if (!clash) continue;
          yield { claim: a, other: b, clash: clash.firmer === 'a' ? { ...clash, severity: 'info' } : clash };
          yield { claim: b, other: a, clash: clash.firmer === 'b' ? { ...clash, severity: 'info' } : clash };
        }
  }
}
