/**
 * Strings of the index, decoded when they are asked for. A string stands as one byte a unit where all its units are below 256, else as two, low byte first.
 * An offset is twice the place of the first byte, plus 1 where the string is wide; a string ends where the next begins. String 0 is empty.
 */
export interface Pool {
  readonly count: number;
  text(id: number): string;
  /** UTF-16 units of the string. */
  length(id: number): number;
  /** True where the string is this text; decodes nothing. */
  same(id: number, text: string): boolean;
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

const chunk = 4096;
const decode = String.fromCharCode as (...units: number[]) => string;

export function readPool(offsets: Uint32Array, bytes: Uint8Array): Pool {
  const startOf = (id: number): number => offsets[id]! >>> 1;
  const isWide = (id: number): boolean => (offsets[id]! & 1) === 1;
  const length = (id: number): number => {
    const size = startOf(id + 1) - startOf(id);
    return isWide(id) ? size >> 1 : size;
  };
  const text = (id: number): string => {
    const start = startOf(id);
    const end = startOf(id + 1);
    if (!isWide(id) && end - start <= chunk) return decode.apply(null, bytes.subarray(start, end) as unknown as number[]);
    let out = '';
    const step = isWide(id) ? 2 : 1;
    for (let i = start; i < end; i += step) out += decode(step === 2 ? bytes[i]! | (bytes[i + 1]! << 8) : bytes[i]!);
    return out;
  };
  const same = (id: number, other: string): boolean => {
    const n = length(id);
    if (n !== other.length) return false;
    let at = startOf(id);
    if (isWide(id)) {
      for (let i = 0; i < n; i++, at += 2) if ((bytes[at]! | (bytes[at + 1]! << 8)) !== other.charCodeAt(i)) return false;
      return true;
    }
    for (let i = 0; i < n; i++) if (bytes[at + i] !== other.charCodeAt(i)) return false;
    return true;
  };
  return { count: Math.max(0, offsets.length - 1), text, length, same, offsets, bytes };
}

export interface PoolWriter {
  /** The number of the string; equal strings have one. */
  id(text: string | undefined): number;
  write(): { readonly offsets: Uint32Array; readonly bytes: Uint8Array };
}

export function poolWriter(): PoolWriter {
  const ids = new Map<string, number>([['', 0]]);
  const id = (text = ''): number => {
    let n = ids.get(text);
    if (n === undefined) {
      n = ids.size;
      ids.set(text, n);
    }
    return n;
  };
  const write = (): { offsets: Uint32Array; bytes: Uint8Array } => {
    const texts = [...ids.keys()];
    const wide = texts.map((t) => /[^\0-\xff]/.test(t));
    const offsets = new Uint32Array(texts.length + 1);
    let at = 0;
    for (let i = 0; i < texts.length; i++) {
      offsets[i] = at * 2 + (wide[i] ? 1 : 0);
      at += texts[i]!.length * (wide[i] ? 2 : 1);
    }
    offsets[texts.length] = at * 2;
    const bytes = new Uint8Array(at);
    at = 0;
    for (let i = 0; i < texts.length; i++) {
      for (let j = 0; j < texts[i]!.length; j++) {
        const unit = texts[i]!.charCodeAt(j);
        bytes[at++] = unit & 255;
        if (wide[i]) bytes[at++] = unit >> 8;
      }
    }
    return { offsets, bytes };
  };
  return { id, write };
}
