import type { Paragraph } from '../../../draft/draft';
import { oncePerParagraph } from '../../../draft/once';
import { capitals, isHistory, isOfAnother, type Kind, own, type Said } from '../claim';

interface Result {
  readonly high: number;
  readonly low: number;
  readonly vote: boolean;
  /** Folded names of the sentence. */
  readonly names: readonly string[];
}

const pair = '(?<![\\d–-])(\\d{1,3}) ?(?:[-–]|to) ?(\\d{1,3})(?![\\d–-]|,? ?\\d+[-–]\\d|%| per ?cent)';
const votes = [
  new RegExp(
    `\\b(?:voted|vote of|by a vote of|approved|passed|rejected|ruled|confirmed|cleared|adopted|defeated)\\b[^.;!?\\d]{0,70}?${pair}`,
    'gi',
  ),
  new RegExp(`\\bby (?:a (?:vote|margin) of )?${pair},? [^.;!?\\d]{0,60}?\\b(?:voted|approved|passed|rejected|adopted)\\b`, 'gi'),
  new RegExp(`${pair} (?:vote|ruling|decision|majority)\\b`, 'gi'),
];
const scores = [
  new RegExp(`\\b(?:beat|beats|defeated|edged|thrashed|overcame|downed|routed|lost|drew|won|tied)\\b[^.;!?\\d]{0,50}?${pair}`, 'gi'),
  new RegExp(`${pair} (?:(?:home|away|league|extra-time|overtime) )?(?:win|victory|defeat|loss|draw|triumph)\\b`, 'gi'),
];
const chamber =
  /\b(Senate|House|Commons|Lords|Congress|Assembly|Parliament|Knesset|Bundestag|Duma|[Cc]ouncil|[Cc]ommittee|[Bb]oard|Court|[Cc]ourt|[Cc]ommission|[Pp]anel|[Jj]ury|General Assembly|Security Council)\b/g;
/** Other scores and votes of the same sides. */
const besides =
  /\b(?:half-?time|aggregate|penalties|shoot-?out|series|previous|previously|earlier|last (?:year|month|week|season|time)|first leg|second leg|reverse fixture|amendment|procedural|cloture|second reading|first reading|record|set|sets|tie-?break|head-to-head|reading|poll|odds|between|overall|in (?:19|20)\d\d|lead|led|leads|ahead|subcommittee|age[sd]?|would|could|may|might)\b/i;

function read(paragraph: Paragraph): Said<Result>[] {
  const out: Said<Result>[] = [];
  const { text } = paragraph;
  if (!/\d ?(?:[-–]|to) ?\d/.test(text)) return out;
  const add = (patterns: readonly RegExp[], vote: boolean): void => {
    for (const pattern of patterns)
      for (const { m, span, sentence } of own(paragraph, pattern)) {
        const words = text.slice(sentence.start, sentence.end);
        const [one, two] = [Number(m[1]), Number(m[2])];
        if (besides.test(words) || one + two === 0 || (words.match(/\d ?[-–] ?\d/g)?.length ?? 0) > 1) continue;
        if (/ to /.test(m[0].slice(-9)) && !vote) continue;
        const body = [...new Set([...words.matchAll(chamber)].map((c) => c[1]!.toLowerCase()))].sort().join(' ');
        if (out.some((o) => o.span.start < span.end && span.start < o.span.end)) continue;
        const at = span.start + m[0].search(/\d/);
        out.push({
          key: vote ? `vote ${body}` : `score ${/\b(?:women|youth|reserve|under-\d+|U\d\d)/i.exec(words)?.[0].toLowerCase() ?? ''}`,
          span: { start: at, end: span.start + m[0].lastIndexOf(m[2]!) + m[2]!.length },
          sentence,
          value: { high: Math.max(one, two), low: Math.min(one, two), vote, names: capitals(words) },
        });
      }
  };
  add(votes, true);
  add(scores, false);
  return out;
}

/** How a vote went; how a match ended. */
export const results: Kind<Result> = {
  name: 'results',
  read: oncePerParagraph(read),
  alone: ({ high, low }) => `${high}-${low}`,
  clash(a, b, { days }) {
    const [x, y] = [a.value, b.value];
    if ((x.high === y.high && x.low === y.low) || isHistory(a) || isHistory(b) || isOfAnother(a, b)) return undefined;
    if (x.vote) {
      const [all, other] = [x.high + x.low, y.high + y.low];
      if (Math.abs(all - other) > 0.04 * Math.max(all, other)) return undefined;
    } else if (x.names.filter((n) => y.names.includes(n)).length < 2) return undefined;
    return { severity: days > 0 ? 'info' : 'warning', remedy: 'Check the result.' };
  },
};
