import { type CivilDate, parseCivilDate } from '../../calendar/civil-date';
import { fold, slug } from '../../text/fold';
import { nearest } from '../names/distance';
import type { KnowledgeProblem } from './entries';

export type Path = readonly (string | number)[];
export type Values = Readonly<Record<string, unknown>>;

/** Where a value stands, and where to say what is wrong with it. Nothing here throws, whatever the value. */
export interface Place {
  readonly document: number;
  readonly path: Path;
  readonly problems: KnowledgeProblem[];
}

export const inside = (place: Place, ...keys: Path): Place => ({ ...place, path: [...place.path, ...keys] });

export function report(place: Place, message: string, level: KnowledgeProblem['level'] = 'error'): void {
  place.problems.push({ level, message, document: place.document, path: place.path });
}

/** ` Did you mean "…"?`, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}

export const isMap = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as a map; an empty one for null (a key with nothing after it), and with a problem for anything else. */
export function mapAt(value: unknown, place: Place): Values {
  if (isMap(value)) return value;
  if (value !== null && value !== undefined) report(place, 'A map of keys and values belongs here.');
  return {};
}

/** As `mapAt`, with a problem for every key that is not in the list. */
export function fieldsAt(value: unknown, keys: readonly string[], place: Place): Values {
  const map = mapAt(value, place);
  for (const key of Object.keys(map)) {
    if (!keys.includes(key))
      report(inside(place, key), `Unknown key "${key}".${didYouMean(key, keys) || ` Known here: ${keys.join(', ')}.`}`);
  }
  return map;
}

export function textAt(value: unknown, place: Place): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  report(place, 'A text belongs here.');
  return undefined;
}

/** A list of texts; one text stands for a list of one. */
export function textsOf(value: unknown, place: Place): string[] {
  if (value === undefined || value === null) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = list.map((v, i) => {
    const text = textAt(v, Array.isArray(value) ? inside(place, i) : place);
    if (v === null) report(inside(place, i), 'A text belongs here.');
    return text;
  });
  return [...new Set(texts.filter((t) => t !== undefined))];
}

export function dayAt(value: unknown, place: Place): CivilDate | undefined {
  if (value === undefined || value === null) return undefined;
  const day = typeof value === 'string' ? parseCivilDate(value.trim()) : undefined;
  if (day === undefined) report(place, `${shown(value)} is no day. Write a whole day as YYYY-MM-DD.`);
  return day;
}

export function flagAt(value: unknown, place: Place): boolean | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'boolean') return value;
  report(place, '"true" or "false" belongs here.');
  return undefined;
}

/** A whole number that is not negative. */
export function countAt(value: unknown, place: Place): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1_000_000) return value;
  report(place, 'A whole number belongs here.');
  return undefined;
}

export const shown = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? `"${value}"` : 'This');

/** The id of a name: its slug ("OPEC+" as "opec-plus"); the folded name where nothing of it is Latin. Undefined, with a problem, where nothing is left. */
export function idOf(name: string, place: Place): string | undefined {
  const id = slug(name.replaceAll('+', ' plus ')) || fold(name).trim().replace(/ /g, '-');
  if (id === '') report(place, 'A name belongs here.');
  return id === '' ? undefined : id;
}

/** The name as it is shown: without the bracket at its end that tells namesakes apart. */
export function shownName(key: string): string {
  const name = key.trim().replace(/\s+/g, ' ');
  const open = name.endsWith(')') ? name.lastIndexOf(' (') : -1;
  return open > 0 ? name.slice(0, open) : name;
}
