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
  readonly titles: Map<string, Forms<Office> | null>;
  readonly bodies: Map<string, Forms<Body> | null>;
}
const indices = new WeakMap<Knowledge, Index>();

function indexOf(knowledge: Knowledge): Index {
  let index = indices.get(knowledge);
  if (!index) indices.set(knowledge, (index = { titles: new Map(), bodies: new Map() }));
  return index;
}

export const bare = (word: string): string => (word.includes('.') ? word.replace(/\./g, '') : word);

/** Titles that begin with the folded word; undefined where none does. */
export function titleForms(knowledge: Knowledge, first: string): Forms<Office> | undefined {
  const { titles } = indexOf(knowledge);
  let forms = titles.get(first);
  // asked of every word of a text: the answer is mostly that none does
  if (forms === undefined)
    titles.set(first, (forms = formsOf(first, knowledge.titlesFrom(first), (form) => knowledge.officesTitled(form))));
  return forms ?? undefined;
}

/** Names and adjectives of bodies that begin with the folded word; undefined where none does. */
export function bodyForms(knowledge: Knowledge, first: string): Forms<Body> | undefined {
  const { bodies } = indexOf(knowledge);
  let forms = bodies.get(first);
  if (forms === undefined) {
    const means = (form: string): readonly Body[] => [...new Set([...knowledge.bodiesNamed(form), ...knowledge.bodiesByAdjective(form)])];
    bodies.set(first, (forms = formsOf(first, knowledge.bodyFormsFrom(first), means)));
  }
  return forms ?? undefined;
}

function formsOf<T>(first: string, texts: readonly string[], means: (form: string) => readonly T[]): Forms<T> | null {
  let alone: Form<T> | undefined;
  const longer = new Map<string, Form<T>[]>();
  for (const text of texts) {
    const words = text.split(' ').map(bare);
    if (words[0] !== bare(first)) continue;
    let meant: readonly T[] | undefined;
    // of the hundred titles that begin with "president" a draft has one or two
    const form: Form<T> = {
      text,
      words,
      get means() {
        meant ??= means(text);
        return meant;
      },
    };
    if (words.length === 1) alone ??= form;
    else {
      const list = longer.get(words[1]!);
      if (list) list.push(form);
      else longer.set(words[1]!, [form]);
    }
  }
  for (const list of longer.values()) list.sort((a, b) => b.words.length - a.words.length);
  return alone || longer.size ? { alone, longer } : null;
}
