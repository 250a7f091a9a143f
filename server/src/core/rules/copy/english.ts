import type { Paragraph } from '../../draft/draft';
import { lowWords } from './lowered-words';

const SMALL = new Set('the of and to in is for that was with on said he she it they by from are his her their has have will not this which who at as'.split(' '));
const known = new WeakMap<Paragraph, boolean>();

/** True where the small words of a paragraph are English ones: what is misspelled in one language is a word in the next. */
export function isEnglish(paragraph: Paragraph): boolean {
  let english = known.get(paragraph);
  if (english === undefined) {
    const low = lowWords(paragraph);
    const stop = Math.min(low.length, 60);
    let small = 0;
    for (let i = 0; i < stop; i++) if (SMALL.has(low[i]!)) small++;
    english = small * 10 >= stop || (small > 0 && stop < 15);
    known.set(paragraph, english);
  }
  return english;
}
