import type { Paragraph } from '../draft/draft';
import { oncePerParagraph } from '../draft/once';
import type { Knowledge } from '../knowledge/knowledge';

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
