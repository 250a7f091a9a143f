/** What the house writes in the place of something else. Whatever names it (a pack, the config, one day a Vale style) is read into this. */
export interface Term {
  /** As it stands in the text. */
  readonly from: string;
  /** What the house writes, best first; none where the word is only to be avoided. */
  readonly to: readonly string[];
  /** Capitals count where it is written with capitals. */
  readonly exact: boolean;
  readonly why?: string;
  /** Whose rule it is: "AP basics", "the house". */
  readonly of: string;
}

/** Reads `{ "towards": "toward", "Kiev": { use: "Kyiv", why: "…" } }`. What is no such thing is left out. */
export function termsOf(written: unknown, of: string): Term[] {
  if (typeof written !== 'object' || written === null) return [];
  return Object.entries(written as Record<string, unknown>).flatMap(([from, value]): Term[] => {
    const detail =
      typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as { use?: unknown; why?: unknown }) : { use: value };
    const to = (Array.isArray(detail.use) ? detail.use : [detail.use]).filter(
      (t): t is string => typeof t === 'string' && t !== '' && t !== from,
    );
    if (from.trim() === '' || (to.length === 0 && !Array.isArray(detail.use) && detail.use !== '')) return [];
    return [{ from, to, exact: from !== from.toLowerCase(), of, ...(typeof detail.why === 'string' ? { why: detail.why } : {}) }];
  });
}

/** `to` with the capitals of what it replaces, where the house gives it none of its own. */
export function withCapitals(was: string, to: string): string {
  if (to !== to.toLowerCase()) return to;
  if (was.length > 1 && was === was.toUpperCase() && was !== was.toLowerCase()) return to.toUpperCase();
  const words = to.split(/([ -])/);
  if (words.length > 1 && words.length === was.split(/[ -]/).length * 2 - 1 && was.split(/[ -]/).every((w) => /^\p{Lu}/u.test(w)))
    return words.map((w) => w.charAt(0).toUpperCase() + w.slice(1)).join('');
  return /^\p{Lu}/u.test(was) ? to.charAt(0).toUpperCase() + to.slice(1) : to;
}
