import type { Paragraph } from '../../draft/draft';
import { bodyForms } from '../../draft/mentions/forms';
import { type Tokens, tokensOf } from '../../draft/mentions/tokens';
import { readOnce } from '../../draft/once';
import type { Body, Knowledge } from '../../knowledge/knowledge';
import { fold } from '../../text/fold';
import { lettered } from '../../text/letters';
import type { Span } from '../../text/span';
import { bodyUses } from './body-uses';
import { isAscii, isShouted, straight } from './written';

/** Something that a paragraph writes in one of several spellings, without regard to the draft around it. */
export interface PlainUse {
  readonly kind: 'place' | 'organisation' | 'abbreviation' | 'accent' | 'dash';
  readonly key: string;
  readonly name: string;
  readonly preferred?: string;
  readonly form: string;
  readonly span: Span;
  /** Other places that are called so; which of them is meant the draft tells. */
  readonly namesakes?: readonly Body[];
}

/** Abbreviations with and without periods, places and organisations with several spellings, and compounds with a hyphen or a dash. */
export const plainUses: (paragraph: Paragraph, knowledge: Knowledge) => readonly PlainUse[] = readOnce((paragraph, knowledge) => [
  ...abbreviated(paragraph.text, knowledge),
  ...bodyUses(paragraph, knowledge),
  ...compounds(paragraph.text),
]);

/** Abbreviations that are written with periods and without. */
export const abbreviations = ['US', 'UK', 'UN', 'EU', 'UAE', 'DC'] as const;
const abbreviation = lettered(
  () =>
    /(?<![\p{L}\p{N}@#/&._-])(?:U\.S\.|US|U\.K\.|UK|U\.N\.|UN|E\.U\.|EU|U\.A\.E\.|UAE|D\.C\.|DC)(?![\p{L}\p{N}@$_/])(?!-\p{Ll}{0,2}\d)/gu,
);
/** Verbs and prepositions whose shouted object "US" is, where nothing or little stands beside them. */
const shouted =
  /(?:^|[\s"“])(?:follow|contact|about|join|call|e-?mail|tell|give|help|support|with|like|find|let|reach|visit|of|to|for|at|on|by|from|between|among|watch|subscribe|text|write|message|ask|trust|all|both|most|some|many|none|one|each)\s+$/i;
/** "Follow US on X": the reader is told to do something, whatever comes after. */
const bidden =
  /(?:^|[.!?:|•·–—"“]\s*|\bPlease )(?:Follow|Contact|Join|Call|E-?mail|Tell|Give|Help|Let|Reach|Message|Trust|Read about|Learn about|Write to|Subscribe to|Sign up with|Advertise with)\s+$/i;
/** "… and follow US for more": here the words after it must show that it is nobody's country. */
const asked =
  /\b(?:follow|contact|join|call|e-?mail|tell|give|help|support|like|find|let|reach|visit|watch|text|message|ask|trust|about|to|with)\s+$/i;
const isBidding = (text: string): boolean =>
  /^(?:follow|contact|join|like|subscribe|sign up|share|click|visit|support|donate|get|read|want|have|got|love|enjoy)\b/i.test(text);
const afterPronoun = /^\s*(?:$|[.,;:!?|)”"]|(?:on|at|in|for|to|with|via|by|through|today|now|know|and|or|your|a|an|the)\b)/;

function* abbreviated(text: string, knowledge: Knowledge): Generator<PlainUse> {
  if (!/[UED]\.?[SKNUAC]/.test(text)) return;
  for (const m of text.matchAll(abbreviation(text))) {
    const form = m[0];
    const key = abbreviations.find((p) => p === form.replace(/\./g, ''))!;
    const span = { start: m.index, end: m.index + form.length };
    const before = text.slice(Math.max(0, span.start - 32), span.start);
    const after = text.slice(span.end, span.end + 40);
    if (form === 'US' && shouted.test(before) && (/^\s*(?:$|[!:|])/.test(after) || text.length < 40 || /[A-Z]{2,}\s+$/.test(before)))
      continue;
    if (form === 'US' && (bidden.test(before) || (asked.test(before) && afterPronoun.test(after) && isBidding(text)))) continue;
    if (/\p{Lu}{3}[^\p{Ll}]*$/u.test(before) && /^[^\p{Ll}]*\p{Lu}{3}/u.test(after)) continue;
    if (ownName(form, after, knowledge) || (key === 'DC' && !/Washington,? $/.test(before))) continue;
    yield { kind: 'abbreviation', key, name: key, form, span };
  }
}

/** "US Airways", "U.S. Steel": the abbreviation is part of a company's or a paper's name, which has one spelling. */
function ownName(form: string, after: string, knowledge: Knowledge): boolean {
  const next = /^ (\p{Lu}[\p{L}’'&-]*)/u.exec(after)?.[1];
  if (next === undefined) return false;
  if (/^(?:Airways|Weekly|Steel|Foods|Open|News|Bancorp|Bank|Cellular|Today)$/.test(next)) return true;
  const forms = bodyForms(knowledge, fold(form).replace(/\./g, ''))?.longer.get(fold(next)) ?? [];
  return forms.some((f) => f.means.some((b) => /^(?:company|newspaper|magazine|airline|broadcaster)$/.test(b.kind)));
}

const compound = lettered(() => /(?<![\p{L}\p{N}-])(\p{Lu}[\p{L}.’']+)([-–])(\p{Lu}[\p{L}.’']+)(?![\p{L}\p{N}-])/gu);

function* compounds(text: string): Generator<PlainUse> {
  if (!/[\p{L}.][-–]\p{Lu}/u.test(text)) return;
  for (const m of text.matchAll(compound(text))) {
    const at = m.index + m[1]!.length;
    const key = `${m[1]}-${m[3]}`.replace(/\./g, '').replace(/[’']s?$/, '');
    yield { kind: 'dash', key, name: key, form: m[2]!, span: { start: at, end: at + 1 } };
  }
}

/** Capital words with accents, folded: those whose plain twins are to be looked for. */
export const accented: (paragraph: Paragraph, knowledge: Knowledge) => readonly string[] = readOnce((paragraph) => {
  if (isAscii(paragraph.text.replace(/[‘’“”–—…]/g, ''))) return [];
  const t = tokensOf(paragraph.text, paragraph.words);
  const out: string[] = [];
  for (let i = 0; i < t.words.count; i++) if (isAccented(t, i)) out.push(t.folded(i));
  return out;
});

const isAccented = (t: Tokens, i: number): boolean => t.capital(i) && t.end(i) - t.start(i) > 4 && !isAscii(straight(t.word(i)));

/** The words of a paragraph that are, folded, in the set. */
export function* twins(paragraph: Paragraph, keys: ReadonlySet<string>): Generator<PlainUse> {
  const t = tokensOf(paragraph.text, paragraph.words);
  for (let i = 0; i < t.words.count; i++) {
    if (!t.capital(i) || !keys.has(t.folded(i))) continue;
    const form = straight(t.word(i));
    if (!isShouted(form)) yield { kind: 'accent', key: t.folded(i), name: form, form, span: { start: t.start(i), end: t.end(i) } };
  }
}
