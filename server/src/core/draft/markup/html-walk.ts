import { entityAt } from './entity';

/** One step from source to value: value from, value to, source start, source end. Equal lengths mean the same characters. */
export type Step = readonly [from: number, to: number, start: number, end: number];

/**
 * Goes through the source of a text node beside the value that the parser made of it, and gives the steps of the map between them.
 * Entities and CRLF are steps of their own; tags that stand inside (text that the parser moved together) are passed over.
 * Where the two cannot be matched the rest is one indivisible step. Linear in the source.
 */
export function walk(source: string, start: number, end: number, value: string): Step[] {
  if (end - start === value.length && !value.includes('&') && source.startsWith(value, start))
    return value === '' ? [] : [[0, value.length, start, end]];
  const steps: Step[] = [];
  let s = textStart(source, start, value);
  let v = 0;
  let from = 0;
  let begin = s;
  const flush = (): void => {
    if (v > from) steps.push([from, v, begin, s]);
  };
  while (v < value.length && s < end) {
    const x = source.charCodeAt(s);
    const c = value.charCodeAt(v);
    if (x === c && x !== 38) {
      s++;
      v++;
      continue;
    }
    const entity = x === 38 ? entityAt(source, s, value, v) : undefined;
    if (x === c && !entity) {
      s++;
      v++;
      continue;
    }
    flush();
    if (entity) {
      steps.push([v, v + entity.text.length, s, s + entity.length]);
      v += entity.text.length;
      s += entity.length;
    } else if (x === 13 && c === 10) {
      const length = source.charCodeAt(s + 1) === 10 ? 2 : 1;
      steps.push([v, v + 1, s, s + length]);
      v++;
      s += length;
    } else if (x === 0 && c === 0xfffd) {
      steps.push([v, v + 1, s, s + 1]);
      v++;
      s++;
    } else if (x === 0 || x === 10 || x === 13) s++;
    else if (x === 60) {
      const close = source.indexOf('>', s);
      s = close < 0 || close >= end ? end : close + 1;
    } else {
      steps.push([v, value.length, s, end]);
      return steps;
    }
    from = v;
    begin = s;
  }
  flush();
  return steps;
}

/**
 * Where a text node really begins. After white space that it dropped, parse5 places a text that begins with an entity at the entity's last unit, and one
 * that begins with a surrogate pair or with `<` a unit or two late.
 */
function textStart(source: string, start: number, value: string): number {
  if (start === 0 || source.charCodeAt(start - 1) === 62) return start;
  const high = value.charCodeAt(0) >= 0xd800 && value.charCodeAt(0) < 0xdc00;
  if (high && source.charCodeAt(start) !== value.charCodeAt(0) && source[start - 1] === value[0]) return start - 1;
  if (value[0] === '<')
    return start > 1 && value[1] === '/' && source.startsWith('</', start - 2) ? start - 2 : source[start - 1] === '<' ? start - 1 : start;
  const from = Math.max(0, start - 40);
  const ampersand = source.slice(from, start).lastIndexOf('&');
  if (ampersand < 0) return start;
  return entityAt(source, from + ampersand, value, 0)?.length === start + 1 - from - ampersand ? from + ampersand : start;
}
