import type { CivilDate } from '../calendar/civil-date';
import type { Body, Office, Person } from '../knowledge/knowledge';
import type { SourceMap } from '../text/source-map';
import type { Span } from '../text/span';
import type { Words } from '../text/words';

export type Format = 'markdown' | 'plaintext' | 'html';

/**
 * headline: the first heading, or the first line of a text that is shaped as one · heading: any other · prose · item: of a list · quote: block quotation ·
 * caption: of a picture · cell: of a table · furniture: nav, footer, aside, form of HTML · line: a short line of plain text that is neither heading nor prose by its shape.
 */
export type ParagraphKind = 'headline' | 'heading' | 'prose' | 'item' | 'quote' | 'caption' | 'cell' | 'furniture' | 'line';

/** What markup says of a block, before anything is read in it. */
export interface Block {
  readonly kind: ParagraphKind;
  /** Plain text: no markup, entities decoded, line breaks within a paragraph as one space. */
  readonly text: string;
  /** Where the block begins in the file; the map counts from here. */
  readonly at: number;
  readonly map: SourceMap;
  /** The whole lines (or the whole element) of the block in the file, its own line break included: what deleting the paragraph takes away. */
  readonly whole: Span;
  /** Depth of a heading, 1 to 6. */
  readonly depth?: number;
  /** Spans of the plain text that are not the writer's words: code, URLs, link targets shown as text. Rules of every group leave them alone. */
  readonly verbatim: readonly Span[];
  /** Spans of the plain text that were links, with their targets. */
  readonly links: readonly (Span & { readonly href: string })[];
}

/** A comment in the file that speaks to us: `<!-- as-of: … -->`, `<!-- stet … -->`. */
export interface Remark {
  /** In the file, the comment's delimiters included. */
  readonly span: Span;
  /** What stands between the delimiters, trimmed. */
  readonly text: string;
}

/** What a markup reader gives. It never throws, whatever the text. */
export interface Markup {
  readonly blocks: readonly Block[];
  readonly remarks: readonly Remark[];
  /** Front matter as it stands, delimiters left out, with its place in the file. */
  readonly frontMatter?: { readonly span: Span; readonly text: string; readonly language: 'yaml' | 'toml' };
}

export interface Dateline {
  readonly on: CivilDate;
  readonly from: 'flag' | 'comment' | 'front matter' | 'dateline' | 'file name' | 'config' | 'today';
  readonly place?: string;
  /** In the file, where it was read there. */
  readonly span?: Span;
}

/** A title as it stands in the copy, and what it can mean. */
export interface TitleMention {
  /** In the paragraph: modifiers, jurisdiction and office, without the name. */
  readonly span: Span;
  /** The office words alone: "President", "prime minister". */
  readonly office: Span;
  /** former, ex-, erstwhile, late, then-, acting, interim, incoming, outgoing, deputy, vice …: folded, in order. */
  readonly modifiers: readonly { readonly span: Span; readonly word: string }[];
  /** Span and bodies of a jurisdiction that was named ("Russian", "of Ukraine", "U.S."). */
  readonly jurisdiction?: { readonly span: Span; readonly bodies: readonly Body[] };
  /** Offices that the words can mean, narrowed by the jurisdiction where one was named. */
  readonly offices: readonly Office[];
  readonly position: 'before' | 'after' | 'relative';
}

/** A reference to a person, with the title that stands with it. */
export interface Mention {
  /** In the paragraph: title and name. */
  readonly span: Span;
  readonly name: Span;
  /** Full: first name and surname at least. Surname: only that, possibly after Mr. or a title. */
  readonly form: 'full' | 'surname';
  /** Everybody it can be by name alone, whom the draft has not yet decided between. */
  readonly people: readonly Person[];
  readonly titles: readonly TitleMention[];
}

/** A time expression, resolved as far as it resolves. */
export interface TimeMention {
  readonly span: Span;
  readonly kind:
    | 'date'
    | 'weekday'
    | 'relative'
    | 'month'
    | 'year'
    | 'season'
    | 'quarter'
    | 'decade'
    | 'holiday'
    | 'time'
    | 'range'
    | 'duration';
  /** ISO day, month (2025-08), year (2025), decade (202), quarter (2025-Q3), week (2025-W32); missing where it does not resolve. */
  readonly value?: string;
  /** The days that it covers, where it resolves to days. */
  readonly from?: CivilDate;
  readonly until?: CivilDate;
  /** The parts that were written, for the rules that check them against one another. */
  readonly parts: TimeParts;
}

export interface TimeParts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** Monday is 1. */
  readonly weekday?: number;
  readonly yearSpan?: Span;
  readonly monthSpan?: Span;
  readonly daySpan?: Span;
  readonly weekdaySpan?: Span;
  /** True where the year was not written but taken from the dateline. */
  readonly yearAssumed?: boolean;
  /** The date as written exists in no calendar: Feb. 30. */
  readonly impossible?: boolean;
  /** The two numbers of a date that reads in both orders, 3/4/2025: then month and day are left out. */
  readonly either?: readonly [number, number];
  /** The last day of a range that was written with this one: "27-28". */
  readonly lastDay?: number;
}

export interface Sentence extends Span {}

/** A block and what was read in it. All spans count in `text`. The object is reused while kind and text stay the same. */
export interface Paragraph {
  readonly kind: ParagraphKind;
  readonly text: string;
  readonly map: SourceMap;
  readonly depth?: number;
  readonly verbatim: readonly Span[];
  readonly links: readonly (Span & { readonly href: string })[];
  readonly words: Words;
  readonly sentences: readonly Sentence[];
  /** Direct speech, quotation marks included. A quotation that opened in an earlier paragraph begins at 0. */
  readonly quotes: readonly Span[];
  readonly mentions: readonly Mention[];
  readonly dates: readonly TimeMention[];
}

/** A paragraph in its place. `at` and `whole` are offsets of the file. */
export interface Placed {
  readonly at: number;
  readonly whole: Span;
  readonly paragraph: Paragraph;
}

export interface Draft {
  readonly text: string;
  readonly format: Format;
  readonly path?: string;
  readonly dateline: Dateline;
  readonly paragraphs: readonly Placed[];
  readonly remarks: readonly Remark[];
}
