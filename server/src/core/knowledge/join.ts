import type { Knowledge } from './knowledge';
import { knowledgeOf, layersOf } from './open';

/**
 * The base with the rows of packs (a desk's, a shipped pack's) added; of two that speak of one id the later wins, fact by fact (merge.ts, amendments.ts).
 * All must come from `openKnowledge` or from here; the result has objects of its own. Costs a look-up for each row of the packs.
 */
export function joinKnowledge(base: Knowledge, ...packs: readonly Knowledge[]): Knowledge {
  const layers = [base, ...packs].flatMap((k) => layersOf(k));
  return packs.length === 0 || layers.length === 0 ? base : knowledgeOf(layers);
}
