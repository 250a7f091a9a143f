import type { RuleId } from './rule';

/** FNV-1a over UTF-16 code units, 2 × 32 bits with different offsets, as 16 hexadecimal digits. */
export function digest(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x85ebca6b);
    b ^= b >>> 13;
  }
  const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0');
  return hex(a) + hex(b);
}

const plain = (t: string): string => t.toLowerCase().replace(/\s+/g, ' ').trim();

/** Those made lately: after a keystroke nearly all are asked for again. */
const made = new Map<string, string>();
const most = 4096;

/** What tells a finding apart: its rule, the words marked and the words around them. `nth` counts equal ones within a draft, from 0. */
export function fingerprint(rule: RuleId, marked: string, before: string, after: string, nth: number): string {
  const key = [rule, marked, before, after, nth].join('\u0000');
  let print = made.get(key);
  if (print === undefined) {
    print = digest([rule, plain(marked), plain(before).slice(-24), plain(after).slice(0, 24), nth].join('\u0000'));
    if (made.size >= most) made.clear();
    made.set(key, print);
  }
  return print;
}
