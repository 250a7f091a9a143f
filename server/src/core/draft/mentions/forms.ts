import type { Body, Knowledge, Office } from '../../knowledge/knowledge';

/** A title or a body's name of one or more words, folded and without periods, with what it means. */
export interface Form<T> {
  readonly text: string;
  readonly words: readonly string[];
  readonly means: readonly T[];
}

/** The forms that begin with one word: by their second word, longest first, and the word alone. */
export interface Forms<T> {
  readonly alone: Form<T> | undefined;
  readonly longer: ReadonlyMap<string, readonly Form<T>[]>;
}

interface Index {
  readonly titles: Map<string, Forms<Office> | undefined>;
  readonly bodies: Map<string, Forms<Body> | undefined>;
}
const indices = new WeakMap<Knowledge, Index>();

function indexOf(knowledge: Knowledge): Index {
  let index = indices.get(knowledge);
  if (!index) indices.set(knowledge, (index = { titles: new Map(), bodies: new Map() }));
  return index;
}

export const bare = (word: string): string => (word.includes('.') ? word.replace(/\./g, '') : word);

/** Titles that begin with the folded word; undefined where none does. */
export const titleForms = (knowledge: Knowledge, first: string): Forms<Office> | undefined =>
  formsOf(
    indexOf(knowledge).titles,
    first,
    () => knowledge.titlesFrom(first),
    (form) => knowledge.officesTitled(form),
  );

/** Names and adjectives of bodies that begin with the folded word; undefined where none does. */
export const bodyForms = (knowledge: Knowledge, first: string): Forms<Body> | undefined =>
  formsOf(
    indexOf(knowledge).bodies,
    first,
    () => knowledge.bodyFormsFrom(first),
    (form) => [...new Set([...knowledge.bodiesNamed(form), ...knowledge.bodiesByAdjective(form)])],
  );

function formsOf<T>(
  known: Map<string, Forms<T> | undefined>,
  first: string,
  look: () => readonly string[],
  means: (form: string) => readonly T[],
): Forms<T> | undefined {
  if (known.has(first)) return known.get(first);
  let alone: Form<T> | undefined;
  const longer = new Map<string, Form<T>[]>();
  for (const text of look()) {
    const words = text.split(' ').map(bare);
    if (words[0] !== bare(first)) continue;
    const form = { text, words, means: means(text) };
    if (form.means.length === 0) continue;
    if (words.length === 1) alone ??= form;
    else {
      const list = longer.get(words[1]!);
      if (list) list.push(form);
      else longer.set(words[1]!, [form]);
    }
  }
  for (const list of longer.values()) list.sort((a, b) => b.words.length - a.words.length);
  const forms = alone || longer.size ? { alone, longer } : undefined;
  known.set(first, forms);
  return forms;
}
