import type { Paragraph } from '../../draft/draft';
import { hashesOf, hashOf } from '../../text/phrase-scan';

const SMALL = new Set(
  'the of and to in is for that was with on said he she it they by from are his her their has have will not this which who at as'
    .split(' ')
    .map(hashOf),
);
const known = new WeakMap<Paragraph, boolean>();

/** True where the small words of a paragraph are English ones: what is misspelled in one language is a word in the next. */
export function isEnglish(paragraph: Paragraph): boolean {
  let english = known.get(paragraph);
  if (english === undefined) {
    const hashes = hashesOf(paragraph.text, paragraph.words);
    const stop = Math.min(hashes.length, 60);
    let small = 0;
    for (let i = 0; i < stop; i++) if (SMALL.has(hashes[i]!)) small++;
    english = small * 10 >= stop || (small > 0 && stop < 15);
    known.set(paragraph, english);
  }
  return english;
}
