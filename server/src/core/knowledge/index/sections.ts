import type { HashIndex } from './hash-index';

type Column = 'i32' | 'u32' | 'u16' | 'u8';

/** The arrays of the binary, in the order in which they stand. A change here, or in what an array holds, must raise `version`. */
const plain = {
  meta: 'i32',
  people: 'i32',
  offices: 'i32',
  tenures: 'i32',
  bodies: 'i32',
  events: 'i32',
  kinds: 'i32',
  lists: 'u32',
  personTenures: 'u32',
  officeTenureStarts: 'u32',
  officeTenures: 'u32',
  wordForms: 'u32',
  wordMasks: 'u32',
  wordBodyStarts: 'u32',
  wordBodies: 'u32',
  nearStarts: 'u32',
  near: 'u32',
  nearNarrow: 'u16',
  borneFirst: 'u32',
  borneSurname: 'u32',
  poolOffsets: 'u32',
  poolBytes: 'u8',
} as const satisfies Record<string, Column>;

/** Hash indices, four arrays each. */
export const indexNames = [
  'personIds',
  'names',
  'surnames',
  'words',
  'officeIds',
  'titles',
  'titleStarts',
  'bodyIds',
  'bodyNames',
  'adjectives',
  'bodyStarts',
  'wrongPeople',
  'wrongBodies',
  'wrongStarts',
] as const;
export type IndexName = (typeof indexNames)[number];

interface ArrayOf {
  i32: Int32Array;
  u32: Uint32Array;
  u16: Uint16Array;
  u8: Uint8Array;
}

export type Sections = { readonly [K in keyof typeof plain]: ArrayOf[(typeof plain)[K]] } & {
  readonly indices: Readonly<Record<IndexName, HashIndex>>;
};

const magic = 0x314b5042; // "BPK1", little-endian
const version = 2;
const makers = { i32: Int32Array, u32: Uint32Array, u16: Uint16Array, u8: Uint8Array } as const;

const names = Object.keys(plain) as (keyof typeof plain)[];
const count = names.length + indexNames.length * 4;

/**
 * Header: magic, version, number of sections, size in bytes; then offset and length (in elements) of each section; then the sections, each at a multiple of 4.
 * Numbers are little-endian, as on every machine that runs editors.
 */
export function writeSections(sections: Sections): Uint8Array {
  const arrays: (Int32Array | Uint32Array | Uint16Array | Uint8Array)[] = names.map((n) => sections[n]);
  for (const n of indexNames) {
    const { slots, keys, starts, postings } = sections.indices[n];
    arrays.push(slots, keys, starts, postings);
  }
  let size = 16 + arrays.length * 8;
  const header = [magic, version, count, 0];
  for (const a of arrays) {
    header.push(size, a.length);
    size += (a.byteLength + 3) & ~3;
  }
  header[3] = size;
  const out = new Uint8Array(size);
  out.set(new Uint8Array(Uint32Array.from(header).buffer), 0);
  arrays.forEach((a, i) => {
    out.set(new Uint8Array(a.buffer, a.byteOffset, a.byteLength), header[4 + i * 2]!);
  });
  return out;
}

/** Views over the bytes, which are copied only where they do not begin at a multiple of 4. Throws where the bytes are not ours, or of another version. */
export function readSections(bytes: Uint8Array): Sections {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const header = new Uint32Array(whole.buffer, whole.byteOffset, Math.min(4 + count * 2, whole.byteLength >> 2));
  const fits =
    header.length === 4 + count * 2 &&
    header[0] === magic &&
    header[1] === version &&
    header[2] === count &&
    header[3]! <= whole.byteLength;
  if (!fits) throw new Error('These bytes are not a knowledge index of this version of Blue Pencil. Run `npm run build` to make one.');
  let n = 0;
  const next = <C extends Column>(column: C): ArrayOf[C] => {
    const at = header[4 + n * 2]!;
    const length = header[5 + n * 2]!;
    n++;
    return new makers[column](whole.buffer as ArrayBuffer, whole.byteOffset + at, length) as unknown as ArrayOf[C];
  };
  const arrays = Object.fromEntries(names.map((name) => [name, next(plain[name])]));
  const indices = Object.fromEntries(
    indexNames.map((name) => [name, { slots: next('u32'), keys: next('u32'), starts: next('u32'), postings: next('u32') }]),
  );
  return { ...arrays, indices } as unknown as Sections;
}
