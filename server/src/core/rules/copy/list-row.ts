import type { Draft, Placed } from '../../draft/draft';
import { listMark } from '../../draft/list-mark';

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

/** A paragraph as a row of a list; undefined where it can be none. */
export function rowOf(draft: Draft, placed: Placed): Row | undefined {
  const { kind, text, sentences } = placed.paragraph;
  if (kind === 'headline' || kind === 'cell' || kind === 'caption' || kind === 'furniture' || kind === 'quote') return undefined;
  const mark = listMark(draft, placed);
  const typed = mark || kind === 'item' ? null : TYPED.exec(text);
  const sign = mark ? draft.text[mark.start]! : typed?.[1];
  const body = typed ? text.slice(typed[0].length) : text;
  if ((kind === 'item' && !mark) || (sign && /[\d+]/.test(sign)) || SPEAKER.test(body)) return undefined;
  if (!/^["“‘]?\p{Lu}/u.test(body) || body.length > 600) return undefined;
  return {
    placed,
    sign,
    typed: typed?.[0].length ?? 0,
    label: LABEL.test(body) && !SPEAKER.test(body),
    length: body.length,
    stop: /[.!?]["”’')]{0,2}$/.test(body),
    sentences: sentences.length,
  };
}

/** Alike in shape: both with a label, or both one sentence or one phrase, and about as long. */
export const alike = (a: Row, b: Row): boolean =>
  a.label === b.label &&
  a.stop === b.stop &&
  Math.max(a.length, b.length) <= Math.min(a.length, b.length) * (a.label ? 3 : 2) &&
  (a.label || (a.sentences === 1 && b.sentences === 1));
