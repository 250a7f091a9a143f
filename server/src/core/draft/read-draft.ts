import type { Knowledge } from '../knowledge/knowledge';
import type { Span } from '../text/span';
import { type Words, wordsOf } from '../text/words';
import { type Assumed, datelineOf } from './dateline';
import { readDates } from './dates/read-dates';
import type { Block, Dateline, Draft, Format, Markup, Mention, Paragraph, Placed, Sentence, TimeMention } from './draft';
import { readMarkup } from './markup/markup';
import { readMentions } from './mentions/read-mentions';
import { quotesOf } from './quotes';
import { sentencesOf } from './sentences';

/** What a draft was read from and with: kept beside it, so that the next reading can begin from here. */
interface Origin {
  readonly markup: Markup;
  readonly knowledge: Knowledge;
}
const origins = new WeakMap<Draft, Origin>();

/**
 * Reads a draft. `previous` is an earlier reading of the same file: every paragraph whose kind and text are unchanged is taken from
 * it, object and all, so that verdicts kept with paragraphs stand. A changed dateline or other knowledge reads everything anew.
 * Never throws, whatever the text.
 */
export function readDraft(text: string, format: Format, assumed: Assumed, knowledge: Knowledge, previous?: Draft): Draft {
  const before = previous && origins.get(previous);
  const markup = readMarkup(text, format, previous?.format === format ? before?.markup : undefined);
  const dateline = datelineOf(markup, assumed);
  const reusable =
    previous && before?.knowledge === knowledge && sameDay(previous.dateline, dateline) ? paragraphsByText(previous) : undefined;
  const paragraphs: Placed[] = [];
  for (const block of markup.blocks) {
    const known = reusable?.get(block.text);
    const paragraph = known?.find((p) => sameBlock(p, block)) ?? new Reading(block, dateline, knowledge);
    paragraphs.push({ at: block.at, whole: block.whole, paragraph });
  }
  const draft: Draft = {
    text,
    format,
    dateline,
    paragraphs,
    remarks: markup.remarks,
    ...(assumed.path === undefined ? {} : { path: assumed.path }),
  };
  origins.set(draft, { markup, knowledge });
  return draft;
}

const sameDay = (a: Dateline, b: Dateline): boolean => a.on === b.on && a.from === b.from && a.place === b.place;

function paragraphsByText(draft: Draft): Map<string, Paragraph[]> {
  const map = new Map<string, Paragraph[]>();
  for (const { paragraph } of draft.paragraphs) {
    const list = map.get(paragraph.text);
    if (!list) map.set(paragraph.text, [paragraph]);
    else if (!list.includes(paragraph)) list.push(paragraph);
  }
  return map;
}

function sameBlock(p: Paragraph, b: Block): boolean {
  return (
    p.kind === b.kind &&
    p.depth === b.depth &&
    sameNumbers(p.map.runs, b.map.runs) &&
    sameSpans(p.verbatim, b.verbatim) &&
    p.links.length === b.links.length &&
    sameSpans(p.links, b.links) &&
    p.links.every((l, i) => l.href === b.links[i]!.href)
  );
}

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean =>
  a === b || (a.length === b.length && a.every((n, i) => n === b[i]));
const sameSpans = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length && a.every((s, i) => s.start === b[i]!.start && s.end === b[i]!.end);

/** A paragraph whose parts are read when they are first asked for: a rule set that asks for no mentions pays for none. */
class Reading implements Paragraph {
  readonly kind;
  readonly text;
  readonly map;
  readonly depth?: number;
  readonly verbatim;
  readonly links;
  #words?: Words;
  #sentences?: readonly Sentence[];
  #quotes?: readonly Span[];
  #mentions?: readonly Mention[];
  #dates?: readonly TimeMention[];
  readonly #dateline: Dateline;
  readonly #knowledge: Knowledge;

  constructor(block: Block, dateline: Dateline, knowledge: Knowledge) {
    this.kind = block.kind;
    this.text = block.text;
    this.map = block.map;
    if (block.depth !== undefined) this.depth = block.depth;
    this.verbatim = block.verbatim;
    this.links = block.links;
    this.#dateline = dateline;
    this.#knowledge = knowledge;
  }
  get words(): Words {
    return (this.#words ??= wordsOf(this.text));
  }
  get sentences(): readonly Sentence[] {
    return (this.#sentences ??= sentencesOf(this.text));
  }
  get quotes(): readonly Span[] {
    return (this.#quotes ??= quotesOf(this.text));
  }
  get mentions(): readonly Mention[] {
    return (this.#mentions ??= readMentions(this.text, this.words, this.sentences, this.#knowledge));
  }
  get dates(): readonly TimeMention[] {
    return (this.#dates ??= readDates(this.text, this.words, this.sentences, this.#dateline.on));
  }
}
