import type { Draft } from '../draft/draft';
import type { Claim, Clash, Kind } from './claim';
import type { Pair } from './stories';

/** One claim and what another draft has against it. */
export interface Against {
  readonly claim: Claim<unknown>;
  readonly other: Claim<unknown>;
  readonly clash: Clash;
}

/** The claims of a draft by their keys. Where it says two things of one key, it has two things in mind and is left alone. */
function claimsOf<T>(draft: Draft, kind: Kind<T>): Map<string, Claim<T>[]> {
  const out = new Map<string, Claim<T>[]>();
  for (const placed of draft.paragraphs) {
    if (placed.paragraph.kind === 'furniture' || placed.paragraph.kind === 'quote') continue;
    for (const said of kind.read(placed.paragraph)) {
      const claim = { ...said, draft, placed };
      const list = out.get(said.key);
      if (list) list.push(claim);
      else out.set(said.key, [claim]);
    }
  }
  if (kind.alone) for (const [key, list] of out) if (new Set(list.map((c) => kind.alone!(c.value))).size > 1) out.delete(key);
  return out;
}

/** Where drafts on one story contradict each other in claims of one kind: every claim of each side, against the first of the other. */
export function* clashesOf<T>(kind: Kind<T>, pairs: readonly Pair[]): Generator<Against> {
  const read = new Map<Draft, Map<string, Claim<T>[]>>();
  const claims = (draft: Draft): Map<string, Claim<T>[]> => {
    let made = read.get(draft);
    if (!made) read.set(draft, (made = claimsOf(draft, kind)));
    return made;
  };
  for (const pair of pairs) {
    const theirs = claims(pair.b);
    for (const [key, list] of claims(pair.a)) {
      for (const a of list)
        for (const b of theirs.get(key) ?? []) {
          const clash = kind.clash(a as Claim<T>, b as Claim<T>, pair);
          if (!clash) continue;
          yield { claim: a, other: b, clash: clash.firmer === 'a' ? { ...clash, severity: 'info' } : clash };
          yield { claim: b, other: a, clash: clash.firmer === 'b' ? { ...clash, severity: 'info' } : clash };
        }
    }
  }
}
