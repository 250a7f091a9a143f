import type { Dateline, Draft, Paragraph, Placed } from '../draft/draft';
import type { Knowledge } from '../knowledge/knowledge';
import type { Edit, Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'info';

/** title, name, date, number, boilerplate, headline, copy, sourcing, style, desk. */
export type RuleId = `${string}/${string}`;

export interface Evidence {
  readonly text: string;
  readonly source?: string;
}

/** A remedy, in offsets of the paragraph that it is reported in. */
export interface Fix {
  /** What happens: `Change "donald" to "Donald"`. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** certain: cannot change meaning, applied by --fix. judgement: offered. */
  readonly confidence: 'certain' | 'judgement';
  /** Whole paragraphs that it deletes, with their line breaks, beside the edits. */
  readonly remove?: readonly Placed[];
  /** Paragraphs whose list mark it takes away, which is no part of their plain text. */
  readonly unmark?: readonly Placed[];
  /** Edits in other paragraphs of the draft, beside those in its own. */
  readonly elsewhere?: readonly { readonly placed: Placed; readonly edits: readonly Edit[] }[];
}

export interface Related {
  readonly placed: Placed;
  readonly span: Span;
  readonly message: string;
}

/** What a rule marks: the claim, the fact, the remedy. Spans count in the paragraph's plain text. */
export interface Report {
  readonly span: Span;
  readonly message: string;
  readonly evidence?: readonly Evidence[];
  /** Best first. */
  readonly fixes?: readonly Fix[];
  /** Where the rule's own severity does not fit this case. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
}

/** A report of a draft rule says which paragraph it stands in; it may reach through several, up to `through`. */
export interface DraftReport extends Report {
  readonly placed: Placed;
  /** The last paragraph of a block of several; the span then ends with that paragraph's text. */
  readonly through?: Placed;
  /** The mark begins with the paragraph's list mark, before its plain text. */
  readonly marker?: boolean;
}

export interface DeskReport extends DraftReport {
  readonly draft: Draft;
  readonly elsewhere?: readonly { readonly draft: Draft; readonly placed: Placed; readonly span: Span; readonly message: string }[];
}

/** What a rule may lean on besides the text. */
export interface Context<Options = unknown> {
  readonly dateline: Dateline;
  readonly knowledge: Knowledge;
  readonly options: Options;
}

/** Text with marks: ⟦…⟧ around what is flagged. `becomes` is the text once the best fix is applied. */
export interface Example {
  readonly marked: string;
  readonly becomes?: string;
  /** The dateline; 2025-08-07 where none is given. */
  readonly asOf?: string;
}

interface RuleFace<Options> {
  readonly id: RuleId;
  /** One line: what it marks. */
  readonly summary: string;
  /** Why a copy chief cares. */
  readonly rationale: string;
  readonly severity: Severity | 'off';
  readonly defaults?: Options;
  /** Inside direct speech: not at all, one level lower (title: info), or the same. */
  readonly quotes: 'skip' | 'soften' | 'same';
  readonly examples: {
    readonly wrong: readonly Example[];
    readonly stands: readonly (string | { readonly text: string; readonly asOf: string })[];
  };
}

/** Sees one paragraph and the dateline, never its neighbours: its verdict is kept with the paragraph. */
// biome-ignore lint/suspicious/noExplicitAny: rules with different options stand in one list
export interface ParagraphRule<Options = any> extends RuleFace<Options> {
  readonly scope: 'paragraph';
  check(paragraph: Paragraph, context: Context<Options>): Iterable<Report>;
}

// biome-ignore lint/suspicious/noExplicitAny: as above
export interface DraftRule<Options = any> extends RuleFace<Options> {
  readonly scope: 'draft';
  check(draft: Draft, context: Context<Options>): Iterable<DraftReport>;
}

/** Sees all drafts checked together. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export interface DeskRule<Options = any> extends RuleFace<Options> {
  readonly scope: 'desk';
  check(drafts: readonly Draft[], context: Omit<Context<Options>, 'dateline'>): Iterable<DeskReport>;
}

export type Rule = ParagraphRule | DraftRule | DeskRule;
