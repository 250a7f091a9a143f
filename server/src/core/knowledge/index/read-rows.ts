import type { Kind, Occasion } from '../knowledge';
import { dateOf, type Layer, optional, textsAt } from './layer';
import { eventRow, kindRow } from './rows';

/** Events of all layers by day; of one id the last layer's. */
export function eventsOf(layers: readonly Layer[]): readonly Occasion[] {
  const events = new Map<string, Occasion>();
  for (const layer of layers) {
    const r = layer.sections.events;
    for (let at = 0; at < r.length; at += eventRow.width) {
      const event = readEvent(layer, at);
      events.set(event.id, event);
    }
  }
  return [...events.values()].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function readEvent(layer: Layer, at: number): Occasion {
  const r = layer.sections.events;
  const until = dateOf(r[at + eventRow.until]!);
  const of = optional(layer, r[at + eventRow.of]!);
  const place = optional(layer, r[at + eventRow.place]!);
  const after = optional(layer, r[at + eventRow.after]!);
  return {
    id: layer.pool.text(r[at + eventRow.id]!),
    name: layer.pool.text(r[at + eventRow.name]!),
    on: dateOf(r[at + eventRow.on]!) ?? '0001-01-01',
    ...(until !== undefined && { until }),
    kind: layer.pool.text(r[at + eventRow.kind]!),
    ...(of !== undefined && { of }),
    ...(place !== undefined && { place }),
    also: textsAt(layer, r[at + eventRow.also]!),
    people: textsAt(layer, r[at + eventRow.people]!),
    ...(after !== undefined && { after }),
  };
}

/** Kinds of all layers; of one key the last layer's. */
export function kindsOf(layers: readonly Layer[]): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const layer of layers) {
    const r = layer.sections.kinds;
    for (let at = 0; at < r.length; at += kindRow.width) {
      const key = layer.pool.text(r[at + kindRow.key]!);
      kinds.set(key, { key, titles: textsAt(layer, r[at + kindRow.titles]!), rank: r[at + kindRow.rank]! });
    }
  }
  return [...kinds.values()];
}
