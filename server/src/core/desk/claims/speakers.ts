import type { Draft, Paragraph } from '../../draft/draft';
import { fold } from '../../text/fold';
import type { Span } from '../../text/span';
import { capitals } from './claim';

const verb =
  '(?:said|says|told|tells|stated|states|announced|confirmed|disclosed|revealed|insisted|added|reported|declared|indicated|wrote|warned|claimed|acknowledged|suggested|specif(?:y|ied))';
const name =
  "(?:[Tt]he )?(?:\\p{Lu}[\\p{L}.’'-]{0,30})(?: (?:of|for|de|al|von|van|bin) \\p{Lu}[\\p{L}’'-]{0,30}| \\p{Lu}[\\p{L}.’'-]{0,30}){0,5}";
const said = new RegExp(
  `(${name}(?: [\\p{Ll}-]{1,30}){0,4}?)(,? who [^,.;]{0,80}|, [^,;]{1,80}, who|, [^,;]{1,90})?,? (?:(?:has|have|had|also|later|did not) ){0,2}${verb}\\b`,
  'u',
);
const according = /\baccording to ([^,.;]{2,90})/iu;
const after = new RegExp(`,? (?:said|says) (${name})(, [^,.;]{1,80})?`, 'u');
const body = new RegExp(
  `\\b(?:the )?(police|prosecutors|company|union|unions|government|army|military|ministry|council|firm|club|hospital|lawyers?|defen[cs]e|rebels|opposition|airline|league|coroner|sheriff|firefighters|organi[sz]ers)\\b[^,.;]{0,30} ${verb}\\b`,
  'iu',
);

/** Who is behind a claim: the words of the name and of what stands with it, folded; none where nobody is. */
export function speakerOf(paragraph: Paragraph, sentence: Span): readonly string[] {
  const text = paragraph.text.slice(sentence.start, sentence.end);
  if (/^(?:He|She|They)\b/.test(text)) {
    const before = paragraph.sentences.findLast((s) => s.end <= sentence.start);
    return before ? speakerOf(paragraph, before) : [];
  }
  const source = according.exec(text)?.[1];
  if (source !== undefined) return capitals(source);
  const m = said.exec(text) ?? after.exec(text);
  if (m) return capitals(`${m[1]} ${m[2] ?? ''}`).filter((w) => w !== 'the' && w !== 'he' && w !== 'she' && w !== 'they');
  const anonymous = body.exec(text)?.[1];
  return anonymous === undefined ? [] : [fold(anonymous)];
}

const role =
  '(?:aide|advis[eo]r|spokes(?:man|woman|person)|official|minister|secretary|chief|president|director|chairman|chairwoman|envoy|ambassador|lawyer|attorney|captain|coach|manager|executive|officer|leader|commander|governor|mayor|premier|chancellor)';
const before = new RegExp(`(\\p{Lu}[\\p{L}’'-]{0,30}(?: \\p{Ll}[\\p{L}’'-]{0,30}){0,3} ${role}(?: \\p{Lu}[\\p{L}’'-]{0,30})?) $`, 'u');
const beside = new RegExp(`^, (?:who [^,.;]{0,40})?([^,.;]{0,60}\\b${role}\\b[^,.;]{0,40})`, 'u');

/** The capital words that stand with a name in a draft: before it ("Kremlin aide Yuri Ushakov") and in the apposition after it. */
function companyOf(draft: Draft, surname: string): string[] {
  const out: string[] = [];
  for (const { paragraph } of draft.paragraphs) {
    const { text } = paragraph;
    for (const m of text.matchAll(/\p{Lu}[\p{L}’'-]{1,30}/gu)) {
      if (fold(m[0].replace(/[’']s$/, '')) !== surname) continue;
      const end = m.index + m[0].length;
      for (const found of [before.exec(text.slice(Math.max(0, m.index - 80), m.index)), beside.exec(text.slice(end, end + 110))])
        if (found) out.push(...capitals(found[1]!));
    }
  }
  return out;
}

const together = (words: readonly string[], drafts: readonly Draft[]): Set<string> =>
  new Set([...words, ...words.flatMap((w) => drafts.flatMap((d) => companyOf(d, w)))]);

/** True where two people stand for one body, as far as the drafts say: "Kremlin aide A", "B, the Kremlin's spokesman". */
export function areOneSide(a: readonly string[], b: readonly string[], drafts: readonly Draft[]): boolean {
  const other = together(b, drafts);
  return [...together(a, drafts)].some((w) => other.has(w));
}

/**
 * True where two claims come from two sides: both name who says so, and neither the names nor the bodies that the two drafts put beside
 * these names meet. What a union says and what the company says may differ, and both drafts be right.
 */
export const areTwoSides = (a: readonly string[], b: readonly string[], drafts: readonly Draft[]): boolean =>
  a.length > 0 && b.length > 0 && !areOneSide(a, b, drafts);
