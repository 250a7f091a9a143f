import type { Paragraph } from '../../../draft/draft';
import { oncePerParagraph } from '../../../draft/once';
import { fold } from '../../../text/fold';
import { isDoubtful, isHistory, type Kind, own, type Said } from '../claim';

interface Request {
  /** The nouns of who asked, folded. */
  readonly who: readonly string[];
}

const thing =
  '(?:meeting|summit|talks|call|recount|extradition|review|inquiry|investigation|loan|bailout|postponement|adjournment|transfer|hearing)';
const whoBefore =
  "((?:[Tt]he )?(?:\\p{Lu}[\\p{L}’'.-]{0,30}(?: \\p{Lu}[\\p{L}’'.-]{0,30}){0,3}|(?:\\p{Ll}+ )?\\p{Ll}{4,}s|(?:\\p{Ll}+ )?(?:side|government|defen[cs]e|prosecution|company|club|union)))";
const patterns = [
  new RegExp(`${whoBefore} (?:(?:had|has) )?(?:requested|asked for|initiated) (?:the|this) (?:\\p{Ll}+ )?(${thing})\\b`, 'gu'),
  new RegExp(
    `\\b()(?:the|this) (?:\\p{Ll}+ )?(${thing}) (?:was|had been|has been) (?:requested|initiated) by ((?:the )?\\p{Lu}[\\p{L}’'.-]{0,30}(?: \\p{Lu}[\\p{L}’'.-]{0,30}){0,3})`,
    'gu',
  ),
  new RegExp(
    `\\b(${thing}) (?:was|had been|were) (?:held|arranged|called|set up)? ?at the request of ((?:the )?\\p{Lu}[\\p{L}’'.-]{0,30}(?: \\p{Lu}[\\p{L}’'.-]{0,30}){0,3})`,
    'gu',
  ),
];
const overture = new RegExp(`${whoBefore} (?:had )?(?:made|took) the first (?:overture|approach|step)\\b`, 'gu');

function read(paragraph: Paragraph): Said<Request>[] {
  const out: Said<Request>[] = [];
  const { text } = paragraph;
  if (!/\b(?:request|asked for|initiated|overture|approach)/.test(text)) return out;
  const add = (pattern: RegExp, whoAt: number, thingAt: number): void => {
    for (const { m, span, sentence } of own(paragraph, pattern)) {
      const who = m[whoAt]!.split(/[ -]/)
        .map((w) => fold(w.replace(/[’']s$/, '')))
        .filter((w) => w !== 'the' && w !== 'mr' && w !== 'both');
      const noun = thingAt < 0 ? 'meeting' : m[thingAt]!;
      if (who.length === 0 || /^(?:he|she|they|it|both|who|we|i)$/.test(who.at(-1)!) || isDoubtful(text, span, sentence)) continue;
      out.push({ key: /^(?:summit|talks)$/.test(noun) ? 'meeting' : noun, span, sentence, value: { who } });
    }
  };
  add(patterns[0]!, 1, 2);
  add(patterns[1]!, 3, 2);
  add(patterns[2]!, 2, 1);
  add(overture, 1, -1);
  return out;
}

/** Who asked for the meeting. */
export const requests: Kind<Request> = {
  name: 'requests',
  read: oncePerParagraph(read),
  alone: ({ who }) => who.join(' '),
  clash(a, b, { days }) {
    const [x, y] = [a.value.who, b.value.who];
    if (days > 0 || x.some((w) => y.includes(w)) || isHistory(a) || isHistory(b)) return undefined;
    return { severity: 'info', remedy: 'Settle who asked first.' };
  },
};
