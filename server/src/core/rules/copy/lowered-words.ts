import type { Paragraph } from '../../draft/draft';
import { lowered } from '../../text/phrase-scan';

const known = new WeakMap<Paragraph, readonly string[]>();

/** The words of a paragraph in lower case, kept with it for all rules of the group. */
export function lowWords(paragraph: Paragraph): readonly string[] {
  let words = known.get(paragraph);
  if (!words) known.set(paragraph, (words = lowered(paragraph.text, paragraph.words)));
  return words;
}
