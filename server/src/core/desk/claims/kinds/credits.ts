import type { Paragraph } from '../../../draft/draft';
import { oncePerParagraph } from '../../../draft/once';
import { fold } from '../../../text/fold';
import { type Kind, own, type Said } from '../claim';
import { areOneSide } from '../speakers';

interface Credit {
  /** The words of the name, folded. */
  readonly who: readonly string[];
  /** The draft says that the news came from this one: "announced by", "the announcement came from". */
  readonly only: boolean;
  readonly event: string | undefined;
}

const untitled =
  '(?!(?:The|Foreign|Prime|Defen[cs]e|Finance|Interior|Health|Justice|Minister|President|Secretary|Chancellor|Governor|Mayor|Chief|Director|Chairman|Chairwoman|Senator|Sen|Rep|Gov|General|Police|Sheriff|Judge|Deputy|Vice|Press|Ambassador|King|Queen|Sir|Mr|Mrs|Ms|Dr)\\b)';
const person = `(${untitled}\\p{Lu}[\\p{Ll}’'-]{1,30}(?: \\p{Lu}\\.)?(?: (?:de|van|von|bin|al|da))? ${untitled}\\p{Lu}[\\p{L}’'-]{1,30})`;
const title = "(?:(?:the |its |their )?(?:[\\p{L}’'-]{1,30} ){0,5}?)";
const only = [
  new RegExp(
    `\\b(?:initial |first |original |official )?announcement (?:came|was (?:first )?made) (?:on \\p{Lu}\\p{Ll}+ )?(?:from|by) ${title}${person}`,
    'gu',
  ),
  new RegExp(`\\b(?:was|were) (?:first )?announced (?:on \\p{Lu}\\p{Ll}+ )?by ${title}${person}`, 'gu'),
];
const told = [
  new RegExp(`\\bagreed [^.;]{3,60}?, according to ${title}${person}`, 'gu'),
  new RegExp(`${person}(?:, [^,;.]{1,70},)? (?:first )?(?:announced|disclosed|revealed) (?:that |on \\p{Lu}\\p{Ll}+day )`, 'gu'),
];
const noBody =
  /^The |\b(?:House|Ministry|Department|Court|Council|Party|Bank|Union|Office|Committee|Times|Post|News|Press|Street|Group|Agency|Police|University|Club|City|United|Kingdom|States|Commission|Parliament)\b/;

const events: readonly (readonly [RegExp, string])[] = [
  [/\b(?:meetings?|summit|talks)\b/i, 'meeting'],
  [/\b(?:deal|merger|takeover|acquisition)\b/i, 'deal'],
  [/\b(?:election|referendum|vote)\b/i, 'vote'],
  [/\b(?:arrests?|charges?|verdict|sentence)\b/i, 'case'],
  [/\b(?:closure|layoffs|job cuts|plant|factory)\b/i, 'business'],
  [/\b(?:resignation|retirement|appointment|signing|transfer)\b/i, 'post'],
];

function read(paragraph: Paragraph): Said<Credit>[] {
  const out: Said<Credit>[] = [];
  const { text } = paragraph;
  if (!/\b(?:announce|according|confirmed|disclosed|revealed)/i.test(text)) return out;
  const add = (patterns: readonly RegExp[], alone: boolean): void => {
    for (const pattern of patterns)
      for (const { m, span, sentence } of own(paragraph, pattern)) {
        const named = m[1]!;
        if (noBody.test(named) || out.some((o) => o.span.start < span.end && span.start < o.span.end)) continue;
        const start = span.start + m[0].lastIndexOf(named);
        const words = text.slice(sentence.start, sentence.end);
        out.push({
          key: 'announcement',
          span: { start, end: start + named.replace(/[’']s?$/, '').length },
          sentence,
          value: {
            who: named.split(' ').map((w) => fold(w.replace(/[’']s?$/, ''))),
            only: alone,
            event: events.find(([e]) => e.test(words))?.[1],
          },
        });
      }
  };
  add(only, true);
  add(told, false);
  return out;
}

/** Who made the announcement: one draft has it from one official, another from his colleague. */
export const credits: Kind<Credit> = {
  name: 'credits',
  read: oncePerParagraph(read),
  alone: ({ who }) => who.at(-1)!,
  clash(a, b, { days, ...pair }) {
    const [x, y] = [a.value, b.value];
    if ((!x.only && !y.only) || days > 0 || x.who.at(-1) === y.who.at(-1)) return undefined;
    if (x.event !== y.event && x.event && y.event) return undefined;
    // of two sides each announces for itself
    if (!areOneSide(x.who, y.who, [pair.a, pair.b])) return undefined;
    return { severity: x.only && y.only && x.event && y.event ? 'warning' : 'info', remedy: 'Settle who made the announcement.' };
  },
};
