import type { Draft, Paragraph, Placed } from '../../draft/draft';
import { listMark } from '../../draft/list-mark';
import { oncePerParagraph } from '../../draft/once';

/** A paragraph that may be one of a list. */
export interface Row {
  readonly placed: Placed;
  /** "*", "•" …, in the markup or typed in the text; none before a number or a word. */
  readonly sign: string | undefined;
  /** How long the mark is where it was typed, and the markup did not read it. */
  readonly typed: number;
  /** "Nixon’s visit (1972):" */
  readonly label: boolean;
  readonly length: number;
  readonly stop: boolean;
  readonly sentences: number;
}

const TYPED = /^([•‣◦▪●*])[ \u00a0]{1,3}(?=["“‘]?\p{L})/u;
const LABEL = /^["“‘]?\p{Lu}[^:.!?\n ]{0,30} [^:.!?\n]{1,70}: ["“‘]?\p{L}/u;
/** What stands under a story, with a mark of its own and by right; what speakers say. */
export const OWN =
  /^(?:notes?|sources?|corrections?|clarification|updated?|editor|disclosure|disclaimer|photos?|image|video|read|related|see|tags?|share|contact|by|q|a|warning)\b/i;
const SPEAKER = /^(?:[QA]|\p{Lu}{2,}[\p{Lu} .]*):/u;

/** What a paragraph looks like as a row: `typed` is a mark that the copy itself begins with. */
const shapeOf = oncePerParagraph(({ kind, text, sentences }: Paragraph) => {
  if (kind === 'headline' || kind === 'cell' || kind === 'caption' || kind === 'furniture' || kind === 'quote') return undefined;
  const typed = kind === 'item' ? null : TYPED.exec(text);
  const body = typed ? text.slice(typed[0].length) : text;
  if (SPEAKER.test(body) || !/^["“‘]?\p{Lu}/u.test(body) || body.length > 600) return undefined;
  return {
    sign: typed?.[1],
    typed: typed?.[0].length ?? 0,
    label: LABEL.test(body),
    length: body.length,
    stop: /[.!?]["”’')]{0,2}$/.test(body),
    sentences: sentences.length,
  };
});

/** A paragraph as a row of a list; undefined where it can be none. */
export function rowOf(draft: Draft, placed: Placed): Row | undefined {
  const shape = shapeOf(placed.paragraph);
  if (!shape) return undefined;
  const mark = listMark(draft, placed);
  // a mark behind a mark is no list of ours
  if (mark ? shape.typed > 0 || /[\d+]/.test(draft.text[mark.start]!) : placed.paragraph.kind === 'item') return undefined;
  return { ...shape, placed, sign: mark ? draft.text[mark.start]! : shape.sign };
}

/** Alike in shape: both with a label, or both one sentence or one phrase, and about as long. */
export const alike = (a: Row, b: Row): boolean =>
  a.label === b.label &&
  a.stop === b.stop &&
  Math.max(a.length, b.length) <= Math.min(a.length, b.length) * (a.label ? 3 : 2) &&
  (a.label || (a.sentences === 1 && b.sentences === 1));
