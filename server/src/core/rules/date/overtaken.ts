import { type CivilDate, daysBetween, longDate, yearOf } from '../../calendar/civil-date';
import { Kind } from '../../draft/dates/lexicon';
import { kindAt } from '../../draft/dates/phrase';
import { isEd } from '../../draft/dates/tense';
import { type Tokens, tokensOf } from '../../draft/dates/tokens';
import type { Paragraph } from '../../draft/draft';
import type { Knowledge } from '../../knowledge/knowledge';
import { overlaps, type Span } from '../../text/span';
import { type NamedOccasion, occasionsIn, type Placing, placingOf } from './occasions';
import { tokenAt } from './token-at';

/** An event of the past that the copy looks forward to, with the words that do. */
export interface Overtaken {
  readonly occasion: NamedOccasion;
  readonly placing: Placing;
  readonly span: Span;
  /** "upcoming", "just months before", "are running in". */
  readonly words: string;
}

const before =
  /\b((?:(?:just|only|mere|barely) )?(?:(?:a few|several|some|two|three|four|five|six|\d+) )?(?:a )?(?:hours?|days?|weeks?|months?|years?) (?:before|ahead of|away from|out from|from|until|prior to)) (?:the )?$/i;
const eve =
  /\b(ahead of|in the run-up to|running up to|leading up to|in advance of|on the eve of|in the final (?:days|weeks|months) of|in the midst of|amid) (?:(?:the|an?) )?$/i;
const open = /\b((?:before or after|either side of|whether (?:to|or not)[^.]{0,40} before) )(?:the )?$/i;
const running =
  /\b((?:is|are|['’]re|['’]s) (?:\w+ )?(?:running|campaigning|competing|preparing|standing|vying|gearing up|seeking re-?election)\b[^,.;]{0,60}? (?:in|for|at|before)) (?:the )?$/i;
const going =
  /\b(will|is expected to|are expected to|is set to|are set to|plans to|plan to|hopes to|hope to|could|may|might) ((?:\w+ ){1,4})(?:in|at|during|before|for) (?:the )?$/i;
const lookingBack =
  /\b(?:discuss|investigate|remember|mark|commemorate|examine|review|revisit|explain|show|tell|study|probe|honor|honour|recall|defend|answer)\b/i;

/** Units of text in a sentence; what is longer is a list or a table. */
const LONGEST = 1500;

/** Events that are past on the day `on` and told of in this paragraph as to come. */
export function overtakenIn(paragraph: Paragraph, on: CivilDate, knowledge: Knowledge): readonly Overtaken[] {
  const out: Overtaken[] = [];
  let tokens: Tokens | undefined;
  for (const o of occasionsIn(paragraph)) {
    if (o.sentence.end - o.sentence.start > LONGEST || paragraph.quotes.some((q) => overlaps(q, o.span))) continue;
    const placing = placingOf(o, paragraph.text, on, knowledge, o.owner ? homeOf(paragraph, o.owner) : []);
    if (!placing || placing.until >= on) continue;
    tokens ??= tokensOf(paragraph.text, paragraph.words);
    const looks = outlookOf(paragraph, tokens, o, placing, on);
    if (looks) out.push({ occasion: o, placing, ...looks });
  }
  return out;
}

function outlookOf(
  paragraph: Paragraph,
  t: Tokens,
  o: NamedOccasion,
  placing: Placing,
  on: CivilDate,
): { readonly span: Span; readonly words: string } | undefined {
  const { text } = paragraph;
  const from = Math.max(o.sentence.start, o.span.start - 200);
  const left = text.slice(
    from,
    o.span.start +
      (/^the /i.test(text.slice(o.span.start, o.span.end))
        ? 4
        : /^an? /i.test(text.slice(o.span.start, o.span.end))
          ? text.slice(o.span.start).indexOf(' ') + 1
          : 0),
  );
  const at = (m: RegExpExecArray): Span => ({ start: from + m.index, end: o.span.end });
  const told = pastTold(t, o.sentence, o.span);
  // copy that looks back on another time may call that time's future by its name
  const elsewhere = paragraph.dates.some(
    (d) =>
      d.until !== undefined &&
      d.until < placing.from &&
      d.span.start >= o.sentence.start &&
      d.span.end <= o.sentence.end &&
      !overlaps(d.span, o.span),
  );
  if (elsewhere) return undefined;
  const m1 = open.exec(left);
  if (m1 && /\b(?:will|would|could|can|may|might|should)\b/i.test(left)) return { span: at(m1), words: m1[1]!.trim() };
  const m2 = running.exec(left);
  if (m2) return { span: at(m2), words: m2[1]! };
  if (o.outlook && (o.outlook.word !== 'coming' || o.year !== undefined) && (!told || daysBetween(placing.until, on) < 400)) {
    return isPastAttribute(text, o)
      ? undefined
      : { span: { start: o.owner?.start ?? o.outlook.span.start, end: o.span.end }, words: o.outlook.word };
  }
  if (told) return undefined;
  const m3 = before.exec(left) ?? eve.exec(left);
  if (m3 && isPresent(t, o.sentence)) return { span: at(m3), words: m3[1]! };
  const m4 = going.exec(left);
  if (m4 && !lookingBack.test(m4[2]!)) return { span: at(m4), words: m4[1]! };
  return undefined;
}

/** "The then-upcoming", "what was the current campaign". */
const isPastAttribute = (text: string, o: NamedOccasion): boolean =>
  /\b(?:then|was|were)[ -](?:the |an? )?$/i.test(text.slice(Math.max(0, o.outlook!.span.start - 14), o.outlook!.span.start));

/** True where a verb of the sentence, outside the phrase, tells the past. "Said" and "have" do not: they report what is. */
function pastTold(t: Tokens, sentence: Span, phrase: Span): boolean {
  for (let i = tokenAt(t, sentence.start); i < t.count && t.start[i]! < sentence.end; i++) {
    if (t.start[i]! >= phrase.start && t.start[i]! < phrase.end) continue;
    const k = kindAt(t, i);
    if (
      k === Kind.was ||
      k === Kind.past ||
      (isEd(t, i) &&
        kindAt(t, i - 1) !== Kind.be &&
        kindAt(t, i - 1) !== Kind.article &&
        !/^(?:be|being|been)$/.test(t.text.slice(t.start[i - 1] ?? 0, t.end[i - 1] ?? 0)))
    )
      return true;
  }
  return false;
}

function isPresent(t: Tokens, sentence: Span): boolean {
  for (let i = tokenAt(t, sentence.start); i < t.count && t.start[i]! < sentence.end; i++) {
    const k = kindAt(t, i);
    if (k === Kind.be || k === Kind.future || k === Kind.modal || k === Kind.have || k === Kind.plan) return true;
  }
  return false;
}

/** The countries whose offices the owner of a campaign has held: "Trump's re-election bid" is an American one. */
function homeOf(paragraph: Paragraph, owner: Span): readonly string[] {
  const mention = paragraph.mentions.find((m) => overlaps(m.name, owner));
  const homes = new Set((mention?.people ?? []).flatMap((p) => p.tenures.map((x) => x.office.of.id)));
  return homes.size > 0 ? [...homes] : ['?'];
}

/** What the finding says. */
export function messageOf(text: string, f: Overtaken, on: CivilDate): string {
  const phrase = text.slice(f.occasion.span.start, f.occasion.span.end);
  const when = f.placing.occasion
    ? `${f.occasion.noun === 'campaign' ? 'ended with the vote' : 'was'} on ${longDate(f.placing.occasion.on)}`
    : f.occasion.month !== undefined
      ? 'is past'
      : `was in ${yearOf(f.placing.until)}`;
  return `"${f.words}" looks ahead to "${phrase}", which ${when}; the draft is dated ${longDate(on)}. Bring the passage up to date.`;
}
