import type { Knowledge } from '../knowledge/knowledge';
import type { Paragraph } from './draft';

/**
 * A reading of paragraphs that is made once for each and kept as long as the paragraph lives. For what a draft rule needs of every
 * paragraph: after a keystroke only the touched one is read again. `read` may look at nothing but the paragraph.
 */
export function oncePerParagraph<T>(read: (paragraph: Paragraph) => T): (paragraph: Paragraph) => T {
  const known = new WeakMap<Paragraph, { readonly value: T }>();
  return (paragraph) => {
    let entry = known.get(paragraph);
    if (!entry) known.set(paragraph, (entry = { value: read(paragraph) }));
    return entry.value;
  };
}

/** A reading of a paragraph by a knowledge, made once for the two: after a keystroke only the touched paragraph is read again. */
export function readOnce<T>(read: (paragraph: Paragraph, knowledge: Knowledge) => T): (paragraph: Paragraph, knowledge: Knowledge) => T {
  const readers = new WeakMap<Knowledge, (paragraph: Paragraph) => T>();
  return (paragraph, knowledge) => {
    let reader = readers.get(knowledge);
    if (!reader) {
      reader = oncePerParagraph((p) => read(p, knowledge));
      readers.set(knowledge, reader);
    }
    return reader(paragraph);
  };
}
