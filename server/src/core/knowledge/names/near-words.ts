import type { Layer } from '../index/layer';
import type { NearName } from '../knowledge';
import { findNear } from './near';

/** Words of all layers within `most` edits of a key; nearest first, else alphabetical. `entry` is the word's key, `form` the word as written. */
export function nearWords(layers: readonly Layer[], key: string, most: 1 | 2): readonly NearName<string>[] {
  const found: NearName<string>[] = [];
  for (const { near, pool, seen, sections } of layers) {
    for (const { word, distance } of findNear(near, pool, key, most, seen)) {
      const entry = pool.text(near.keys[word]!);
      if (layers.length > 1 && found.some((f) => f.entry === entry)) continue;
      found.push({ entry, form: pool.text(sections.wordForms[word]!), distance });
    }
  }
  return found.sort((a, b) => a.distance - b.distance || (a.entry < b.entry ? -1 : 1));
}
