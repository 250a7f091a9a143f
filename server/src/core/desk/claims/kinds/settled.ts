import { oncePerParagraph } from '../../../draft/once';
import { type Claim, isDoubtful, isElsewhere, isHistory, type Kind, own, type Said, sentenceOf } from '../claim';
import { areTwoSides, speakerOf } from '../speakers';

/** How far something is settled; `none`: not even proposed, `proposed`: named, and not agreed. */
interface Settledness {
  readonly state: 'settled' | 'open' | 'none' | 'proposed';
  /** meeting, deal, vote …: what it is the place, the day or the agenda of, where that is said. */
  readonly event: string | undefined;
}

const aspects: readonly (readonly [RegExp, string])[] = [
  [/^(?:location|venue|site|place|host city|city)/i, 'place'],
  [/^(?:date|timing|day)/i, 'date'],
  [/^(?:agenda|format)/i, 'agenda'],
];
const aspectWord = '(?:locations?|venues?|host city|dates?|timing|agenda|format)';
const agreed =
  '(?:agreed(?: up)?(?: on)?|agreed to|finali[sz]ed|settled(?: on)?|chosen|confirmed|decided(?: on| upon)?|determined|fixed|selected|picked|set)';
const of = '(?: (?:for|of) [^,.;:!?]{1,60}?)?';
const list = `(${aspectWord}(?:,? (?:and|or) (?:the |an? )?${aspectWord}|, (?:the |an? )?${aspectWord}){0,3})`;

const settledAspect = [
  new RegExp(
    `\\b(?:the|an?|its|their|exact|final) ${list}${of} (?:has|have|had|was|were|is|are) (?:(?:already|now|also|been|finally) ){0,3}${agreed}\\b(?! (?:to be|aside|out|for discussion))`,
    'gi',
  ),
  new RegExp(`\\b(?:have|has|had) (?:(?:already|now|finally) )?(?:agreed|settled|decided)(?: on| upon)? (?:an?|the) ${list}\\b`, 'gi'),
];
const openAspect = [
  new RegExp(
    `\\b(?:the |an? )?${list}${of} (?:(?:is|are|was|were|has|have|had|remains?) )?(?:still |yet )(?:to be ${agreed}\\b|undecided\\b)(?: upon)?`,
    'gi',
  ),
  new RegExp(`\\b(?:the |an? )?${list}${of} (?:has|have|had) (?:not|never) (?:yet )?been ${agreed}(?: upon)?`, 'gi'),
  new RegExp(`\\bno (?:[a-z]+ )?${list}${of} (?:has|have|had) (?:yet )?been ${agreed}(?: upon)?`, 'gi'),
  new RegExp(
    `\\b(?:the |an? )?(?:[a-z]+ )?${list}(?: such as [^.;:!?]{1,70}?|${of}) (?:is|are|remains?|was|were) (?:still )?(?:undecided|unsettled|up in the air|to be determined|under (?:discussion|consideration|negotiation)|(?:being )(?:discussed|considered|negotiated|weighed))\\b`,
    'gi',
  ),
  new RegExp(
    `\\b(?:have|has|had) (?:(?:not|yet) (?:yet |to )?|failed to |been unable to )(?:agreed?|decided?|settled?)(?: on| upon)? (?:an?|the) ${list}\\b`,
    'gi',
  ),
  /\b(?:potential|possible|candidate|prospective) ((?:locations|venues|sites|host cities|dates)) (?:include|are|range)\b[^.;!?]*/gi,
  /\b(?:(?:he|she|they|it) (?:did not|declined to) (?:specify|name|give) (?:an?|the) )(location|venue|place|date)[^.;!?]{0,20}\b(?:several|various|a number of|different) (?:[a-z]+ )?(?:options|places|cities|venues|locations|dates) (?:are|were|remain) (?:still )?(?:being considered|under consideration|on the table|being discussed|under discussion)/gi,
  /\bseveral (?:possible |potential )?(venues|locations|cities|dates) (?:are|were|remain) (?:still )?(?:being considered|under consideration|on the table|being discussed|under discussion)/gi,
];
const noDate =
  /\bno (?:specific |firm |possible |exact )?(dates?) (?:has|have|had) (?:yet )?been (?:publicly )?(?:proposed|suggested|put forward|floated|offered|discussed)(?: publicly)?/gi;
const proposedDate = [
  /\bbetween \p{Lu}[^.;:!?]{3,40}\d(?:st|nd|rd|th)?\b(?=[^.;!?]{0,30}\b(?:timeframe|time frame|window|dates?)\b[^.;!?]{0,20}\b(?:discussed|considered|proposed|mooted|floated))/gu,
  /\b(?:proposed|suggested|floated|put forward) (?:\p{Lu}[a-z]+\.? \d{1,2}|\d{1,2} \p{Lu}[a-z]+)(?=[^.;!?]{0,20}\bas (?:a|the) (?:possible )?date\b)/gu,
];

const events: readonly (readonly [RegExp, string])[] = [
  [/\b(?:meetings?|summit|talks|encounter|face-to-face|conference)\b/i, 'meeting'],
  [/\b(?:trial|hearing|sentencing)\b/i, 'trial'],
  [/\b(?:election|by-election|runoff)\b/i, 'election'],
  [/\b(?:referendum|vote)\b/i, 'vote'],
  [/\b(?:funeral|memorial)\b/i, 'funeral'],
  [/\b(?:match|final|game|bout|fight|race|replay|tournament)\b/i, 'match'],
  [/\b(?:concert|tour|festival|wedding|launch|release|opening|reopening|strike|walkout)\b/i, 'occasion'],
];
/** Which of several meetings: "three-way", "second", "next". */
const which =
  /\b(?:three-way|trilateral|tripartite|four-way|second|third|next|another|follow-up|further|previous|earlier|separate|last) (?:[a-z]+ )?(?:round|session|meetings?|summit|talks|encounter|trial|hearing|vote|election|match|game|concert|strike|venue|location|date)\b|\bagain\b/i;

function read(paragraph: Parameters<Kind<Settledness>['read']>[0]): Said<Settledness>[] {
  const out: Said<Settledness>[] = [];
  if (!/\b(?:location|venue|date|timing|agenda|format|cit(?:y|ies)|between)/i.test(paragraph.text)) return out;
  const add = (patterns: readonly RegExp[], state: Settledness['state'], fixed?: string): void => {
    for (const pattern of patterns)
      for (const { m, span, sentence } of own(paragraph, pattern)) {
        const words = paragraph.text.slice(sentence.start, sentence.end);
        const lead = paragraph.text.slice(sentence.start, span.start);
        if (
          which.test(words) ||
          (state === 'settled' &&
            (isDoubtful(paragraph.text, span, sentence) || /\b(?:no|not|nor|neither|never|yet)\b[^,;]{0,30}$/i.test(lead)))
        )
          continue;
        if (/\b(?:if|unless|until|once|denied|whether)\b/i.test(lead)) continue;
        const event = (events.find(([e]) => e.test(m[0])) ?? events.find(([e]) => e.test(words)))?.[1];
        for (const name of fixed === undefined ? aspectsIn(m[1]!) : [fixed])
          if (!out.some((o) => o.key === name && o.value.state === state && o.span.start < span.end && span.start < o.span.end))
            out.push({ key: name, span, sentence, value: { state, event } });
      }
  };
  add(settledAspect, 'settled');
  add(openAspect, 'open');
  add([noDate], 'none');
  add(proposedDate, 'proposed', 'date');
  return out;
}

const aspectsIn = (words: string): string[] => [
  ...new Set(words.split(/,? (?:and|or) |, /).flatMap((w) => aspects.find(([a]) => a.test(w.replace(/^(?:the|an?) /i, '')))?.[1] ?? [])),
];

/** What cannot stand side by side. */
const opposed = (a: Settledness['state'], b: Settledness['state']): boolean =>
  (a === 'settled' && (b === 'open' || b === 'none')) || (a === 'proposed' && b === 'none');

/** The place, the date or the agenda of a meeting: agreed in one draft, still open in another. */
export const settled: Kind<Settledness> = {
  name: 'settled',
  read: oncePerParagraph(read),
  clash(a, b, { days, dated }) {
    const fits = opposed(a.value.state, b.value.state) || opposed(b.value.state, a.value.state);
    if (!fits || (a.value.event && b.value.event && a.value.event !== b.value.event)) return undefined;
    // what was open on Monday may be settled on Tuesday
    if (days > 0 && (b.value.state === 'settled' || b.value.state === 'proposed')) return undefined;
    if (isHistory(a) || isHistory(b) || isElsewhere(a, b) || areOfOthers(a, b)) return undefined;
    return { severity: days > 0 || !dated ? 'info' : 'warning' };
  },
};

/** Two named meetings, of which nobody is at both; or two sides that each say their own. */
export function areOfOthers(a: Claim<unknown>, b: Claim<unknown>): boolean {
  const [x, y] = [partiesOf(a), partiesOf(b)];
  if (x.length > 0 && y.length > 0 && !x.some((p) => y.includes(p))) return true;
  return areTwoSides(speakerOf(a.placed.paragraph, a.sentence), speakerOf(b.placed.paragraph, b.sentence), [a.draft, b.draft]);
}

/** "the Trump–Putin meeting", "the Leeds trial": names that stand right before the event. */
function partiesOf(claim: Claim<unknown>): string[] {
  const m =
    /((?:\p{Lu}[\p{L}’'.]{0,30}[ –-])+)(?:meeting|summit|talks|trial|election|match|final|game|concert|strike|vote|hearing|funeral|launch|festival)\b/u.exec(
      sentenceOf(claim),
    );
  return m
    ? m[1]!
        .split(/[ –-]/)
        .filter((w) => w.length > 2 && w !== 'The')
        .map((w) => w.toLowerCase().replace(/[’']s$/, ''))
    : [];
}
