import { oncePerParagraph } from '../../../draft/once';
import { capitals, isDoubtful, isElsewhere, isHistory, type Kind, own, type Said, textOf } from '../claim';
import { areOfOthers } from './settled';

interface Agreed {
  readonly agreed: boolean;
  /** Names right before the claim: who has agreed, or has not. */
  readonly who: readonly string[];
}

const meeting = '(?:meetings?|summit|talks|face-to-face|encounter)';
const kinds: readonly (readonly [RegExp, string])[] = [
  [/\b(?:meet|meetings?|summit|talks|face-to-face|encounter)\b/i, 'meeting'],
  [/\b(?:cease-?fire|truce|armistice)\b/i, 'truce'],
  [/\b(?:deal|merger|takeover|sale|settlement|contract|transfer)\b/i, 'deal'],
];
const thing = `(?:${meeting}|cease-?fire|truce|armistice|deal|merger|takeover|sale|settlement|contract|transfer)`;
const aux = '(?:has|have|had)';

const yes = [
  new RegExp(
    `\\b(?:${aux} |that )?(?:already )?agreed (?:to (?:hold|have|a|an|the)|on (?:a|an|the)|a|an|the) (?:[a-z]+ ){0,2}?${thing}\\b`,
    'gi',
  ),
  new RegExp(`\\b${aux} (?:already )?agreed to meet\\b`, 'gi'),
  new RegExp(`\\bconfirmed the agreement (?:for|on) (?:a|the) (?:[a-z]+ )?${thing}\\b`, 'gi'),
  new RegExp(`\\b(?:the|a|an) [^,.;:!?]{0,40}?\\b${thing} (?:[^,.;:!?]{1,40} )?(?:has|had) (?:already )?been agreed\\b`, 'gi'),
];
const no = [
  new RegExp(
    `\\b${aux} (?:not (?:yet )?|yet to |failed to |never )agreed? (?:to (?:hold|have|a|an|the)|on (?:a|an|the)|a|an|the) (?:[a-z]+ ){0,2}?${thing}\\b`,
    'gi',
  ),
  new RegExp(`\\b${aux} (?:not (?:yet )?agreed|yet to agree) to meet\\b`, 'gi'),
  new RegExp(`\\bno (?:[a-z]+ )?${thing} (?:has|have) (?:yet )?been agreed\\b`, 'gi'),
  new RegExp(`\\bno agreement (?:(?:has|had) (?:yet )?been reached )?on (?:a|an|the) (?:[a-z]+ )?${thing}\\b`, 'gi'),
  new RegExp(
    `\\b(?:discussions|negotiations|talks) are (?:still )?(?:underway|under way|ongoing|continuing)\\b[^.;:!?]{0,40}(?:both|the two|two) (?:sides|leaders|parties|countries|governments|companies)[^.;:!?]{0,20}\\bopen to [^.;:!?]{0,40}\\b${thing}\\b`,
    'gi',
  ),
  new RegExp(
    `\\b(?:both|the two|two) (?:sides|leaders|parties|countries|governments|companies) (?:are|were|remain) (?:still )?(?:only )?(?:open to|considering|weighing|exploring) (?:the |a )?(?:possibility of |idea of |prospect of |possible )(?:a |an )?(?:[a-z]+ )?${thing}\\b`,
    'gi',
  ),
];
const other =
  /\b(?:three-way|trilateral|tripartite|second|third|another|follow-up|further|again|in principle|previous|earlier|separate|principle|sell|buy|prisoner|swap)\b/i;

function read(paragraph: Parameters<Kind<Agreed>['read']>[0]): Said<Agreed>[] {
  const out: Said<Agreed>[] = [];
  if (!/\bagree|\bopen to|\b(?:considering|weighing|exploring) /i.test(paragraph.text)) return out;
  const add = (patterns: readonly RegExp[], agreed: boolean): void => {
    for (const pattern of patterns)
      for (const { m, span, sentence } of own(paragraph, pattern)) {
        const words = paragraph.text.slice(sentence.start, sentence.end);
        const lead = paragraph.text.slice(sentence.start, span.start);
        if (
          other.test(words) ||
          (agreed && (isDoubtful(paragraph.text, span, sentence) || /\b(?:no|not|nor|neither|never|yet|to)\s*$/i.test(lead)))
        )
          continue;
        if (/\b(?:if|unless|until|once|denied|whether)\b/i.test(lead)) continue;
        const key = kinds.find(([k]) => k.test(m[0].replace(/^(?:discussions|negotiations|talks) are/i, '')))?.[1];
        if (key !== undefined && !out.some((o) => o.span.start < span.end && span.start < o.span.end))
          out.push({ key, span, sentence, value: { agreed, who: capitals(/[^.;:]{0,60}$/.exec(lead)![0]) } });
      }
  };
  add(no, false);
  add(yes, true);
  return out;
}

/** A meeting, a truce, a deal: agreed in one draft, not agreed or no more than talked about in another. */
export const agreedOrNot: Kind<Agreed> = {
  name: 'agreed',
  read: oncePerParagraph(read),
  clash(a, b, { days, dated }) {
    if (a.value.agreed === b.value.agreed || (days > 0 && b.value.agreed)) return undefined;
    const [x, y] = [a.value.who, b.value.who];
    if (
      x.length > 0 &&
      y.length > 0 &&
      !x.some((w) => y.includes(w)) &&
      !/^discussions/i.test(textOf(a)) &&
      !/^discussions/i.test(textOf(b))
    )
      return undefined;
    if (isHistory(a) || isHistory(b) || isElsewhere(a, b) || areOfOthers(a, b)) return undefined;
    return { severity: days > 0 || !dated ? 'info' : 'warning', firmer: a.value.agreed ? 'a' : 'b' };
  },
};
