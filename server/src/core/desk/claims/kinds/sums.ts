import type { Paragraph } from '../../../draft/draft';
import { oncePerParagraph } from '../../../draft/once';
import { isHistory, isOfAnother, type Kind, own, type Said } from '../claim';
import { agree, bounded, type Figure } from '../figures';

interface Sum {
  readonly figure: Figure;
  /** How fine the figure is: 2.3 million to 100,000. */
  readonly step: number;
}

const bound =
  'at least|more than|over|about|around|some|roughly|approximately|nearly|almost|close to|up to|as much as|less than|under|an estimated';
const money = `(?:\\b(${bound}) )?(?:an? )?(US\\$|A\\$|C\\$|[$€£])(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)[ -]?(million|billion|trillion|m|bn|k)?`;
const moneyNoun =
  '(?:deal|acquisition|takeover|merger|fine|penalty|settlement|package|contract|bail|bond|ransom|loan|grant|budget|bailout|transfer fee|fee|lawsuit|jackpot|award|damages|investment|stake|buyout|aid package|bribe)';
const beforeNoun = new RegExp(`${money} ((?:(?!and\\b)[a-z-]{1,30} ){0,2}?)(${moneyNoun})\\b`, 'gi');
/** Nouns of which a story has several: the word before them tells which. */
const several = /^(?:package|contract|loan|grant|budget|fee|lawsuit|award|damages|investment|stake)$/i;
const afterNoun = new RegExp(`\\b(${moneyNoun}) (?:(?:is|was|are) )?(?:worth|of|valued at|set at) ${money}\\b`, 'gi');
const fined = new RegExp(`\\b(fined|ordered to pay|agreed to pay|sued for) (?:[^.,;$€£]{0,30} )?${money}(?![\\w])`, 'gi');

const share = new RegExp(
  `(?:\\b(${bound}) )?(?:an? )?(\\d{1,3}(?:\\.\\d+)?) ?(?:%|percent|per cent|-percent) (?:(?:additional|import|new|punitive|flat|blanket|base|key|benchmark|interest|pay|wage|council|sales|income) ){0,2}(tariffs?|dut(?:y|ies)|lev(?:y|ies)|tax|rate|stake|pay rise|raise|turnout|discount)\\b((?: (?:on|of|in|for) (?:[a-z]+ ){0,2}?[a-z]+)?)`,
  'gi',
);
const turnout = new RegExp(
  `\\b(turnout) (?:was|of|stood at|reached|hit) (?:(${bound}) )?(\\d{1,3}(?:\\.\\d+)?) ?(?:%|percent|per cent)`,
  'gi',
);
const magnitude = /\b(?:magnitude[ -](\d\.\d)|(\d\.\d)[ -]magnitude)\b/gi;
const term =
  /\b(sentenced|jailed|imprisoned|banned|suspended) (?:[^.,;\d]{0,40} )?(?:to|for) (?:(at least|up to|about|nearly|more than) )?(\d{1,3}) (years?|months?|days|games|matches|weeks)\b/gi;

const besides =
  /\b(?:previous|previously|earlier|last (?:year|month|week|time)|years? ago|separate|another|original|originally|initially|first offer|sought|seeks?|seeking|asked|asks?|wants?|wanted|recommend\w{0,5}|urged?|urges|calls? for|called for|demanded|demands?|had offered|aftershocks?|if|would|could|may|might|threatened|proposed|between|each|in (?:19|20)\d\d|second|third|other|rest|remaining|versus|compared|concurrent|suspended sentence|each|respectively|million pounds|maximum|minimum|faces?|facing|additional|revised|preliminary)\b/i;

/** Of rates: the way from one to another, and by how much. */
const moving = /\b(?:rose|risen|raised?|rises?|fell|falls?|cut|from|doubled?|doubling|tripled?|by|up|down)\b/i;

const scale: Readonly<Record<string, number>> = { million: 1e6, m: 1e6, billion: 1e9, bn: 1e9, trillion: 1e12, k: 1e3 };

function read(paragraph: Paragraph): Said<Sum>[] {
  const out: Said<Sum>[] = [];
  const { text } = paragraph;
  if (!/\d/.test(text)) return out;
  const put = (
    key: string,
    word: string | undefined,
    digits: string,
    times: number,
    span: Said<Sum>['span'],
    sentence: Said<Sum>['sentence'],
  ): void => {
    if (
      word === 'up to' ||
      besides.test(text.slice(sentence.start, sentence.end)) ||
      out.some((o) => o.span.start < span.end && span.start < o.span.end)
    )
      return;
    const number = Number(digits.replace(/,/g, '')) * times;
    const decimals = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0;
    out.push({ key, span, sentence, value: { figure: bounded(number, word), step: times / 10 ** decimals } });
  };
  const one = (w: string): string => w.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '');
  if (/[$€£]/.test(text)) {
    for (const { m, span, sentence } of own(paragraph, beforeNoun))
      put(
        `${m[2]} ${several.test(m[6]!) ? m[5]!.toLowerCase() : ''}${one(m[6]!)}`,
        m[1],
        m[3]!,
        scale[m[4]?.toLowerCase() ?? ''] ?? 1,
        span,
        sentence,
      );
    for (const pattern of [afterNoun, fined])
      for (const { m, span, sentence } of own(paragraph, pattern))
        put(`${m[3]} ${pattern === fined ? one(m[1]!) : one(m[1]!)}`, m[2], m[4]!, scale[m[5]?.toLowerCase() ?? ''] ?? 1, span, sentence);
  }
  if (/%|percent|per cent/.test(text)) {
    for (const { m, span, sentence } of own(paragraph, share)) {
      if (moving.test(text.slice(sentence.start, sentence.end))) continue;
      const head = { start: span.start, end: span.end - m[4]!.length };
      const whole = text.slice(span.end).match(/^ (?!in\b|on\b|for\b|and\b|from\b|to\b|by\b|at\b|after\b|is\b|was\b)[a-z]+/)?.[0] ?? '';
      put(`% ${one(m[3]!)}${m[4]!.toLowerCase()}${whole}`, m[1], m[2]!, 1, head, sentence);
    }
    for (const { m, span, sentence } of own(paragraph, turnout)) put('% turnout', m[2], m[3]!, 1, span, sentence);
  }
  if (/magnitude/i.test(text))
    for (const { m, span, sentence } of own(paragraph, magnitude)) put('magnitude', undefined, (m[1] ?? m[2])!, 1, span, sentence);
  if (/\b(?:sentenced|jailed|imprisoned|banned|suspended)\b/i.test(text))
    for (const { m, span, sentence } of own(paragraph, term))
      put(`${/^(?:banned|suspended)/i.test(m[1]!) ? 'ban' : 'prison'} ${one(m[4]!)}`, m[2], m[3]!, 1, span, sentence);
  return out;
}

/** Sums of money, rates, terms of prison, magnitudes: one thing, two figures. */
export const sums: Kind<Sum> = {
  name: 'sums',
  read: oncePerParagraph(read),
  alone: ({ figure }) => String(figure.number),
  clash(a, b, { days }) {
    const [x, y] = [a.value, b.value];
    // one figure may be the other, rounded
    if (agree(x.figure, y.figure) || Math.abs(x.figure.number - y.figure.number) < Math.max(x.step, y.step) * 0.501) return undefined;
    if (isHistory(a) || isHistory(b) || isOfAnother(a, b)) return undefined;
    return { severity: days > 0 ? 'info' : 'warning', remedy: 'Settle the figure.' };
  },
};
