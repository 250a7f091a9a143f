import type { Paragraph, Placed } from '../../../draft/draft';
import { lettered } from '../../../text/letters';
import { hashesOf, hashOf } from '../../../text/phrase-scan';
import { type Match, matchLine } from '../phrases/phrases';

/** A line of the page and what can be seen of it alone. */
export interface Line {
  readonly placed: Placed;
  readonly text: string;
  readonly words: number;
  readonly match: Match | undefined;
  /** Ends as a sentence does. */
  readonly stop: boolean;
  /** Share of words that only running text needs: the, of, was, that. */
  readonly running: number;
  /** Most of its longer words begin with a capital. */
  readonly titled: boolean;
  readonly traits: readonly Trait[];
  /** The hashes of the beginnings of its longer words: what it is about. */
  readonly themes: readonly number[];
}

export type Trait =
  | 'capitals'
  | 'separators'
  | 'figures'
  | 'address'
  | 'arrow'
  | 'question'
  | 'colon'
  | 'cut short'
  | 'quoted'
  | 'lower case'
  | 'item'
  | 'markup'
  | 'glued'
  | 'exclamation'
  | 'about the author'
  | 'to the reader'
  | 'time'
  | 'caption'
  | 'name'
  | 'listing'
  | 'row'
  | 'call to action'
  | 'link'
  | 'newsroom note'
  | 'bare address'
  | 'buttons'
  | 'call at the end'
  | 'capital label'
  | 'said twice';

/** Credits, corrections and sign-offs: a newsroom's own words about its story. */
const NOTE =
  /^\W{0,3}(?:with )?(?:additional |further )?(?:reporting|writing|editing|contributing|compiled|assistance)\b.{0,30}\b(?:by|from)\b|^\W{0,3}contributing:|\bcontributed (?:to this (?:report|story|article)|reporting)\b|\b(?:story|article|report|headline|version|post)\b.{0,30}\b(?:has been|was|is) (?:corrected|amended|clarified|revised)\b|^\W{0,3}(?:correction|clarification|ends|end|enditem|editor['’]s note|most recent update)\b|^\W{0,3}with (?:assistance|files|inputs?|contributions?|reporting) (?:by|from)\b/i;
/** What buttons ask for. */
const CALL =
  /^(?:try|shop|book|buy|view|see|get|start|download|explore|discover|join|order|visit|browse|watch|listen|request|contact|call|click|tap|learn|read|check|find|compare|create|claim|register|subscribe|sign|donate|follow|share|send|submit|open|show|add|go)\b/i;
/** "… over the last few months. Read more »": a teaser runs into its link. */
const CALL_AT_END =
  /[.…!?"”’)] ?(?:read more|read on|continue reading|learn more|see more|(?:read the )?full story)(?: read)?[\s…»›→>]{0,5}$|… ?(?:read|more)[\s…»›→>]{0,5}$/i;
/** "IN TEXAS: Family in quarantine", "(MORE: Thirteen best reactions)" */
const CAPITAL_LABEL = lettered(() => /^[[(]?\p{Lu}[\p{Lu} ’'&-]{2,24}: ?\p{Lu}/u);
/** Names of buttons, also where the page has lost the spaces between them: "TWEET 24COMMENTEMAILMORE". */
const BUTTONS = /tweet|facebook|linkedin|pinterest|reddit|whatsapp|e-?mail|comments?|print|share|connect|google\+|copy link|\bsave\b/gi;
const READER = /\b(?:you|your|we|our)\b/i;
const RUNNING = new Set(
  'the of and to in a is that for was on with as by at from has have had it he she they but not be are were which who his her their its this an will would said says been after than or when there also into if could more about while we i did do what'
    .split(' ')
    .map(hashOf),
);
/** Letters of a word that stand for its family: "democr". */
const STEM = 6;
const COMMON = new Set(
  'with from that this have will more your about what when they their them than then were been over after into said says also here just some most news read story'
    .split(' ')
    .map(hashOf),
);
const ROLE = lettered(
  () =>
    /\b(?:is|was) (?:an?|the) (?:[\p{L}’'-]+ ){0,6}?(?:reporter|journalist|correspondent|editor|writer|columnist|author|producer|photographer|contributor|blogger|freelancer?|professor|fellow|editor-in-chief)\b/u,
);
const NAME = lettered(() => /^(?:by )?\p{Lu}[\p{L}’'.-]+(?: \p{Lu}\.?)?(?: \p{Lu}[\p{L}’'-]+){1,2}$/u);
const GLUED = lettered(() => /\p{Ll}\p{Lu}\p{Ll}/u);
const TWO_WORDS = lettered(() => /\p{L}{2}[\s\S]*\p{L}{2}/u);
/** Sentences of more words than this are running text; most traits say nothing about them. */
const LONG = 30;
const seen = new WeakMap<Paragraph, Omit<Line, 'placed'>>();

/** What can be seen of a paragraph alone; it is kept with the paragraph. */
export function lineOf(placed: Placed): Line {
  const { paragraph } = placed;
  let line = seen.get(paragraph);
  if (!line) seen.set(paragraph, (line = look(paragraph)));
  return { ...line, placed };
}

function look(paragraph: Paragraph): Omit<Line, 'placed'> {
  const { text, words } = paragraph;
  let running = 0;
  let long = 0;
  let capital = 0;
  const stop = /[.!?…]["”’')\]]{0,3}$/.test(text);
  const scan = Math.min(words.count, 60);
  const hashes = hashesOf(text, words);
  const themes: number[] = [];
  for (let i = 0; i < scan; i++) {
    const start = words.bounds[2 * i]!;
    const end = words.bounds[2 * i + 1]!;
    if (end - start <= 5 && RUNNING.has(hashes[i]!)) running++;
    else if (end - start >= 4) {
      if (!COMMON.has(hashes[i]!)) themes.push(end - start <= STEM ? hashes[i]! : hashOf(text.slice(start, start + STEM).toLowerCase()));
      long++;
      const c = text.charCodeAt(start);
      if (c >= 65 && c <= 90) capital++;
    }
  }
  return {
    text,
    words: words.count,
    match: text.length < 1500 ? matchLine(text) : undefined,
    stop: stop && words.count > 1,
    running: scan === 0 ? 0 : running / scan,
    titled: long > 1 && capital * 4 >= long * 3,
    themes,
    traits: [...(words.count > LONG && stop ? longTraitsOf(paragraph) : traitsOf(paragraph))],
  };
}

/** Of running text only what tells the about-the-author note and the quotation from other copy. */
function* longTraitsOf({ text, kind }: Paragraph): Iterable<Trait> {
  if (text.length < 500 && NOTE.test(text)) yield 'newsroom note';
  if (/^["“‘'«]/.test(text)) yield 'quoted';
  if (kind === 'item') yield 'item';
  if (kind === 'furniture') yield 'markup';
  if (text.length < 900 && ROLE(text).test(text)) yield 'about the author';
  if (CALL_AT_END.test(text.slice(-40))) yield 'call at the end';
  if (saidTwice(text)) yield 'said twice';
  if (READER.test(text) && !/["“]/.test(text)) yield 'to the reader';
}

function* traitsOf({ text, kind, words, links }: Paragraph): Iterable<Trait> {
  if (NOTE.test(text)) yield 'newsroom note';
  if (text === text.toUpperCase() && TWO_WORDS(text).test(text)) yield 'capitals';
  if (/\S ?[|·•»›] ?\S.*\S ?[|·•»›] ?\S|\S [|·•»›>] \S/.test(text)) yield 'separators';
  if (/^[\d\s.,:/%$€£+-]+$/.test(text)) yield 'figures';
  if (/[\w.-]+@[\w-]+\.\w|(?:^|\s)@\w|https?:\/\/|www\./.test(text)) yield 'address';
  if (/[→←»«›‹▼▲►▶▾↓↑❯⟶>]\s*$|^[→←»«›‹▼▲►▶▾↓↑<>+]/.test(text)) yield 'arrow';
  if (text.endsWith('?')) yield 'question';
  if (text.endsWith(':')) yield 'colon';
  if (/(?:…|\.\.\.)$/.test(text)) yield 'cut short';
  if (/^["“‘'«]/.test(text)) yield 'quoted';
  if (/^\p{Ll}/u.test(text)) yield 'lower case';
  if (kind === 'item') yield 'item';
  if (kind === 'furniture') yield 'markup';
  if (links.length > 0 && links.reduce((sum, l) => sum + l.end - l.start, 0) * 10 >= text.length * 9) yield 'link';
  if (GLUED(text).test(text) && words.count < 30) yield 'glued';
  if (CALL_AT_END.test(text)) yield 'call at the end';
  if (saidTwice(text)) yield 'said twice';
  if (CAPITAL_LABEL(text).test(text) && !/[.!”"]$/.test(text)) yield 'capital label';
  if (words.count <= 30 && !/[.!?]$/.test(text) && (text.match(BUTTONS)?.length ?? 0) >= 3) yield 'buttons';
  if (text.endsWith('!')) yield 'exclamation';
  if (ROLE(text).test(text)) yield 'about the author';
  if (READER.test(text) && !/["“]/.test(text)) yield 'to the reader';
  if (/\b\d{1,2}:\d\d ?(?:[ap]\.?m|[A-Z]{2,4}\b)|\b(?:19|20)\d\d\b|\b\d+ (?:min|minutes|hours|days|weeks|months|years) ago/i.test(text))
    yield 'time';
  if (
    /, pictured\b|^pictured|\bfile (?:photo|picture|image)\b|\((?:photo|image|credit|file|picture)\b|\bgetty images\b|\bvia (?:ap|getty|reuters|afp)\b|\bphoto(?:graph)? by\b/i.test(
      text,
    )
  )
    yield 'caption';
  if (NAME(text).test(text)) yield 'name';
  if ((text.match(/, /g)?.length ?? 0) >= 3 && words.count < 40 && !/[.!?]$/.test(text)) yield 'listing';
  if (/^\S+@\S+\.\w+$|^(?:https?:\/\/|www\.)\S+$/.test(text)) yield 'bare address';
  if (words.count <= 10 && CALL.test(text) && !/[.:?]$/.test(text)) yield 'call to action';
  if (
    words.count > 2 &&
    words.count < 20 &&
    (text.match(/(?:^|\s)[$€£+-]?\d[\d.,%]*(?=\s|$)/g)?.length ?? 0) >= 2 &&
    !/\d{4}|:\d\d/.test(text)
  )
    yield 'row';
}

/** The same words twice or three times over: a link and the name of its picture. */
function saidTwice(text: string): boolean {
  if (text.length < 48) return false;
  const again = text.indexOf(text.slice(0, 16), 16);
  if (again < 0 || text[again - 1] !== ' ') return false;
  const unit = text.slice(0, again);
  const times = Math.round((text.length + 1) / again);
  return again > 24 && times >= 2 && times <= 3 && unit.repeat(times) === `${text} `;
}
