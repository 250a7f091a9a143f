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
