import type { Draft, Placed } from '../../draft/draft';
import type { Span } from '../../text/span';
import { featuresOf, isProse, layoutOf, type Zone } from './features';
import type { Line } from './line';
import { BETWEEN, weights } from './weights';

/** The verdict on one line. */
export interface Judged {
  readonly line: Line;
  readonly zone: Zone;
  readonly headline: boolean;
  /** How likely it is page residue, 0 to 1. */
  readonly odds: number;
  /** Residue by its own words, or between two lines that are. */
  readonly certain: boolean;
}

/** From here on a line is called residue. */
const RESIDUE = 0.38;

const pages = new WeakMap<Draft, readonly Judged[]>();

/** What each line of a draft is: copy or residue of a page. Kept with the draft, for all rules that ask. */
export function judgePage(draft: Draft): readonly Judged[] {
  let page = pages.get(draft);
  if (!page) pages.set(draft, (page = judge(draft)));
  return page;
}

export const isResidue = (j: Pick<Judged, 'odds'>): boolean => j.odds > RESIDUE;

function judge({ paragraphs, dateline }: Draft): Judged[] {
  const layout = layoutOf(paragraphs);
  const features = featuresOf(layout);
  const { lines, zones } = layout;
  const scores = features.map((names, i) => {
    const score = names.reduce((sum, name) => sum + (weights[name] ?? 0), 0);
    const line = lines[i]!;
    if (i === layout.headline || line.traits.includes('newsroom note') || holds(line.placed, dateline.span)) return Math.min(score, COPY);
    if (isPhrase(line) && !(zones[i] === 'lone' && isDoubtful(line))) return Math.max(score, PHRASE);
    return (zones[i] === 'inside' || zones[i] === 'lone') && isSentence(line) ? Math.min(score, COPY) : score;
  });
  const odds = smooth(scores);
  const own = lines.map((line, i) => odds[i]! > RESIDUE && isCertain(line));
  return lines.map((line, i) => ({
    line,
    zone: zones[i]!,
    headline: i === layout.headline,
    odds: odds[i]!,
    certain:
      own[i]! || (odds[i]! > RESIDUE && line.match !== undefined && !isProse(line) && (own[i - 1] ?? false) && (own[i + 1] ?? false)),
  }));
}

/** The line that the draft's own date was read from is needed where it stands. */
const holds = ({ whole }: Placed, span: Span | undefined): boolean =>
  span !== undefined && whole.start <= span.start && span.end <= whole.end;
/** Where there is no story to stand beside, one word or the beginning of a line is not enough. */
const isDoubtful = ({ match, words }: Line): boolean => match?.how === 'opening' || (words < 2 && match?.kind !== 'ads');
/** A sentence of the story that is like no certain phrase and not spoken to the reader is copy whatever its neighbours are. */
const COPY = -8;
const SENTENCE = 12;
const isSentence = ({ match, stop, words, traits }: Line): boolean =>
  stop &&
  (match ? words >= 8 && match.tier !== 'certain' && match.how === 'opening' : words >= SENTENCE) &&
  !traits.includes('to the reader');
/** What a certain phrase says at least, whatever stands around it. */
const PHRASE = 5;
/** Nothing but a certain phrase, or several. */
export const isPhrase = ({ match, stop, words }: Line): boolean =>
  match?.tier === 'certain' && (match.how === 'opening' ? !stop && words <= 20 : !stop || words <= 12);

/** Its own words leave no doubt: a phrase of pages, whole, and no sentence of copy. */
const isCertain = ({ match, words, stop }: Line): boolean => match?.tier === 'certain' && (match.how !== 'opening' || !stop || words < 30);

/**
 * Neighbours agree more often than not: each line's own score is weighed against those around it. Two states, residue and copy, with a price for every change
 * between them; what comes out is the share of all readings of the page, weighed by their scores, in which the line is residue (forward-backward).
 */
function smooth(scores: readonly number[]): number[] {
  const n = scores.length;
  const stay = 1;
  const change = Math.exp(BETWEEN);
  const ahead: number[] = [];
  let p = 0;
  for (let i = 0; i < n; i++) {
    const own = Math.exp(clamp(scores[i]!));
    p = i === 0 ? own / (1 + own) : share((p * stay + (1 - p) * change) * own, p * change + (1 - p) * stay);
    ahead.push(p);
  }
  const out = new Array<number>(n);
  let back = 0.5;
  for (let i = n - 1; i >= 0; i--) {
    out[i] = share(ahead[i]! * back, (1 - ahead[i]!) * (1 - back));
    const own = Math.exp(clamp(scores[i]!));
    const here = share(back * own, 1 - back);
    back = share(here * stay + (1 - here) * change, here * change + (1 - here) * stay);
  }
  return out;
}

const share = (a: number, b: number): number => a / (a + b);
const clamp = (x: number): number => Math.max(-12, Math.min(12, x));
