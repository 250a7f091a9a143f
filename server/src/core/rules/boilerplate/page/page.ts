import type { Draft, Placed } from '../../../draft/draft';
import type { Span } from '../../../text/span';
import { featuresOf } from './features';
import { isProse, isSetApart, type Layout, layoutOf, type Zone } from './layout';
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
const RESIDUE = 0.45;

const pages = new WeakMap<Draft, readonly Judged[]>();

/** What each line of a draft is: copy or residue of a page. Kept with the draft, for all rules that ask. */
export function judgePage(draft: Draft): readonly Judged[] {
  let page = pages.get(draft);
  if (!page) pages.set(draft, (page = judge(draft)));
  return page;
}

export const isResidue = (j: Pick<Judged, 'odds'>): boolean => j.odds > RESIDUE;

function judge(draft: Draft): Judged[] {
  const layout = layoutOf(draft.paragraphs);
  const features = featuresOf(layout);
  const { lines, zones } = layout;
  const scores = features.map((names, i) => {
    const [least, most] = limits(layout, i, draft);
    return Math.max(
      least,
      Math.min(
        most,
        names.reduce((sum, name) => sum + (weights[name] ?? 0), 0),
      ),
    );
  });
  const odds = smooth(scores);
  const told = lines.some((line, i) => odds[i]! <= RESIDUE && isParagraph(line));
  const alone = (i: number): boolean => !(lines[i - 1]?.match?.tier === 'certain' || lines[i + 1]?.match?.tier === 'certain');
  const own = lines.map((line, i) => odds[i]! > RESIDUE && isCertain(line) && (told || !(isDoubtful(line) && alone(i))));
  return lines.map((line, i) => ({
    line,
    zone: zones[i]!,
    headline: i === layout.headline,
    odds: odds[i]!,
    certain:
      own[i]! || (odds[i]! > RESIDUE && line.match !== undefined && !isProse(line) && (own[i - 1] ?? false) && (own[i + 1] ?? false)),
  }));
}

/** What no weighing goes below or above: a line that is surely copy, or surely a phrase of pages. */
export function limits(layout: Layout, i: number, { dateline }: Draft): readonly [least: number, most: number] {
  const { lines, zones, headline } = layout;
  const line = lines[i]!;
  const { kind } = line.placed.paragraph;
  if (i === headline || line.traits.includes('newsroom note') || holds(line.placed, dateline.span)) return [-Infinity, COPY];
  // "Corrections" at the head of a page, with its date below, is what the page is called
  if (i === 0 && line.match?.kind === 'notice' && line.match.tier !== 'certain' && isDay(lines[1])) return [-Infinity, COPY];
  if (isByline(layout, i)) return [-Infinity, NAME];
  if (isSetApart(line) && (kind !== 'caption' || line.match?.tier !== 'certain')) return [-Infinity, COPY];
  if (line.traits.includes('said twice') || line.traits.includes('call at the end')) return [TEASER, Infinity];
  if (kind === 'furniture' && !isProse(line)) {
    if (line.traits.includes('link') || (line.match && line.match.tier !== 'hint')) return [PHRASE, Infinity];
    if (!line.stop && line.words <= SHORT) return [TEASER, Infinity];
  }
  if (isPhrase(line) && !(zones[i] === 'lone' && isDoubtful(line))) return [PHRASE, Infinity];
  if (isLastWord(lines, i)) return [-Infinity, COPY];
  if (zones[i] === 'inside' && isSubhead(lines, i)) return [-Infinity, SUBHEAD];
  return (zones[i] === 'inside' || zones[i] === 'lone') && isSentence(line) ? [-Infinity, COPY] : [-Infinity, Infinity];
}

/** A paragraph of a story: verse, lists, scores, notices and talk have none, and what is short there may be copy. */
const isParagraph = (line: Line): boolean => isProse(line) && line.words >= LEDE;
const LEDE = 16;

/** True where the draft holds a story beside which residue can be told from copy. */
export const hasStory = (page: readonly Judged[]): boolean => page.filter((j) => !isResidue(j) && isParagraph(j.line)).length > 1;

/** The line that the draft's own date was read from is needed where it stands. */
const holds = ({ whole }: Placed, span: Span | undefined): boolean =>
  span !== undefined && whole.start <= span.start && span.end <= whole.end;
const isDay = (line: Line | undefined): boolean => line !== undefined && line.words <= 4 && /\b\d{4}$/.test(line.text);
/** Where there is no story to stand beside, one word or the beginning of a line is not enough. */
const isDoubtful = ({ match, words }: Line): boolean => match?.how === 'opening' || (words < 2 && match?.kind !== 'ads');
/** A sentence of the story that is like no certain phrase and not spoken to the reader is copy whatever its neighbours are. */
const COPY = -8;
const SENTENCE = 12;
const isSentence = ({ match, stop, words, traits }: Line): boolean =>
  stop &&
  (match ? words >= 8 && match.tier !== 'certain' && match.how === 'opening' : words >= SENTENCE) &&
  (words >= PARAGRAPH || !traits.includes('to the reader'));
const PARAGRAPH = 30;
/** A short line between two paragraphs that nothing speaks against: where a story is parted, it is parted so. */
function isSubhead(lines: readonly Line[], i: number): boolean {
  const { match, stop, traits } = lines[i]!;
  const before = lines[i - 1];
  const after = lines[i + 1];
  return (
    (!match || match.tier === 'hint') &&
    !stop &&
    before !== undefined &&
    isProse(before) &&
    after !== undefined &&
    isProse(after) &&
    !traits.some((t) => ODD.has(t))
  );
}
/** The last line, a sentence below an advertisement that parts it from its story: the story's last word. */
function isLastWord(lines: readonly Line[], i: number): boolean {
  const { match, stop, words, traits } = lines[i]!;
  const above = lines[i - 2];
  return (
    i === lines.length - 1 &&
    !match &&
    stop &&
    words >= 4 &&
    !traits.includes('to the reader') &&
    !traits.some((t) => ODD.has(t)) &&
    lines[i - 1]?.match?.kind === 'ads' &&
    above !== undefined &&
    isProse(above)
  );
}
const ODD = new Set<string>([
  'call to action',
  'separators',
  'arrow',
  'capital label',
  'address',
  'buttons',
  'link',
  'time',
  'figures',
  'caption',
]);
const SUBHEAD = 0;
/** A name right above the story, and the line below it that says for whom the writer works. */
function isByline({ lines, from }: Layout, i: number): boolean {
  if (i >= from || i < from - BYLINE) return false;
  const isName = (line: Line | undefined): boolean =>
    line?.traits.includes('name') === true && (!line.match || line.match.kind === 'handle');
  const { words, stop, match } = lines[i]!;
  return isName(lines[i]) || (words <= 4 && !stop && match?.tier !== 'certain' && isName(lines[i - 1]));
}
/** What a byline scores at most: names stand in menus, too. */
const NAME = -2;
/** Lines above the story among which a byline stands. */
const BYLINE = 4;
/** What a link with its picture's name, or a teaser with its "Read more", says at least. */
const TEASER = 4;
/** Words of a line that the page's own elements may hold: a button, a label, the title of another story. */
const SHORT = 14;
/** What a certain phrase says at least, whatever stands around it. */
const PHRASE = 6;
/** Nothing but a certain phrase, or several. */
export const isPhrase = ({ match, stop, words }: Line): boolean =>
  match?.tier === 'certain' && (match.how === 'opening' ? !stop && words <= 20 : !stop || words <= 12);

/**
 * Its own words leave no doubt: a phrase of pages, whole, and no sentence of copy. In an element that is the page's own by its name or its class a likely
 * phrase is enough; the class alone never is.
 */
const isCertain = ({ match, words, stop, traits }: Line): boolean =>
  match?.tier === 'certain'
    ? match.how !== 'opening' || !stop || words < 30
    : match?.tier === 'likely' && match.how !== 'opening' && !stop && words <= 8 && traits.includes('markup');

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
