import type { Paragraph } from '../../../draft/draft';
import { oncePerParagraph } from '../../../draft/once';
import { fold } from '../../../text/fold';
import { isHistory, type Kind, own, type Said } from '../claim';

const person = "(\\p{Lu}[\\p{Ll}’'-]{1,30}(?: \\p{Lu}\\.)?(?: (?:de|van|von|bin|al|da))? \\p{Lu}[\\p{L}’'-]{1,30})";
const after = new RegExp(`\\b${person}, (?:aged |who is |now )?(\\d{1,3})(?=,|\\.|;| was | of | from )(?!,\\d{3})`, 'gu');
const before = new RegExp(`\\b(\\d{1,3})-year-old (?:\\p{Ll}+ ){0,3}?${person}`, 'gu');

function read(paragraph: Paragraph): Said<number>[] {
  const out: Said<number>[] = [];
  if (!/\d/.test(paragraph.text)) return out;
  for (const [pattern, nameAt, ageAt] of [
    [after, 1, 2],
    [before, 2, 1],
  ] as const)
    for (const { m, span, sentence } of own(paragraph, pattern)) {
      const age = Number(m[ageAt]);
      const rest = paragraph.text.slice(span.end, sentence.end);
      // "Smith, 12, 14 and 16": numbers of another kind
      if (age > 0 && age < 111 && !/^, \d/.test(rest) && !/^, (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/.test(rest))
        out.push({ key: fold(m[nameAt]!.replace(/[’']s?$/, '')).replace(/ \p{L}\. /u, ' '), span, sentence, value: age });
    }
  return out;
}

/** The age of one person. */
export const ages: Kind<number> = {
  name: 'ages',
  read: oncePerParagraph(read),
  alone: String,
  clash(a, b, { days, dated }) {
    if (a.value === b.value || isHistory(a) || isHistory(b)) return undefined;
    // a birthday may lie between
    if ((days > 0 || !dated) && b.value === a.value + 1) return undefined;
    return { severity: 'warning', remedy: 'Check the age.' };
  },
};
