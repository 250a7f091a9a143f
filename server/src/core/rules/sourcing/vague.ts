import data from '../../../../data/phrases/en/sourcing.yaml';
import type { Paragraph } from '../../draft/draft';
import { oncePerParagraph } from '../../draft/once';
import type { DraftRule, Report } from '../../lint/rule';
import { hashesOf, hashOf, hitsOf, lowWord, type PhraseScan, phraseScan } from '../../text/phrase-scan';

interface SourcingFile {
  readonly nobody: readonly string[];
  readonly vague: readonly string[];
  readonly verbs: readonly string[];
  readonly weak: readonly string[];
  readonly passive: readonly string[];
}
const file = data as SourcingFile;
const nobody = new Set(file.nobody.map(hashOf));
const vagueWords = new Set(file.vague);
const verbs = new Set(file.verbs);
const weak = new Set(file.weak);
let scan: PhraseScan<true> | undefined;
const passives = () => (scan ??= phraseScan(file.passive.map((p): [string, true] => [p, true])));

/** Somebody with a name, an office or a paper to quote. */
const NAMED =
  /\b(?:said|says|told|added|wrote|according to|asked|warned|argued|noted|explained)(?: the)? \p{Lu}|\p{Lu}[\p{L}’'-]+,? (?:said|says|told|added|wrote|warned|argued|noted|explained)\b/u;

export const vague: DraftRule = {
  id: 'sourcing/vague',
  scope: 'draft',
  summary: 'A claim that nobody makes: observers say, critics argue, sources indicate, it is widely believed.',
  rationale: 'The reader asks who. If nobody can be named, say why, or leave the claim out.',
  severity: 'warning',
  quotes: 'skip',
  examples: {
    wrong: [
      { marked: '⟦Observers say⟧ the sale could change the town.' },
      { marked: 'The price is not known. ⟦Some analysts view⟧ it as low.' },
      { marked: 'No date was given, but ⟦sources indicate⟧ that spring is likely.' },
      { marked: 'In the town ⟦it is widely believed⟧ that the price was low.' },
    ],
    stands: [
      'Analysts say the price is low. “It is a gift,” said Anna Reid of Harbour Bank.',
      'Analysts at Harbour Bank said the price was low.',
      'Kremlin sources told the paper that the price was low.',
      'Some of the boats were old, and others sank.',
    ],
  },
  *check(draft) {
    for (const [i, placed] of draft.paragraphs.entries()) {
      const claims = claimsIn(placed.paragraph);
      // where somebody with a name speaks next, the claim may only open their passage
      const opens = claims.length > 0 && NAMED.test(draft.paragraphs[i + 1]?.paragraph.text ?? '');
      for (const claim of claims) yield { ...claim, ...(opens ? { severity: 'info' as const } : {}), placed };
    }
  },
};

const claimsIn = oncePerParagraph((paragraph): readonly Report[] => {
  const out: Report[] = [];
  const hashes = hashesOf(paragraph.text, paragraph.words);
  for (let i = 0; i + 1 < hashes.length; i++) {
    const found = nobody.has(hashes[i]!) ? claimAt(paragraph, i) : undefined;
    if (found) out.push(found);
  }
  for (const { start, end } of hitsOf(passives(), paragraph.text, paragraph.words))
    out.push({
      span: { start, end },
      message: `"${paragraph.text.slice(start, end)}": by whom? Name who says so, or leave it out.`,
      severity: 'info',
    });
  return out;
});

function claimAt(paragraph: Paragraph, at: number): Report | undefined {
  const { text, sentences, words } = paragraph;
  const { bounds } = words;
  const low = (i: number): string => lowWord(text, words, i);
  const who = low(at);
  const verb = low(at + 1);
  const watching =
    verb === 'will' && /^ (?:be )?(?:closely )?(?:be )?(?:watch|closely)/.test(text.slice(bounds[2 * at + 3]!, bounds[2 * at + 3]! + 20));
  if (!verbs.has(verb) && !watching) return undefined;
  const bare = who === 'some' || who === 'others' || who === 'many';
  if (bare && (weak.has(verb) || /^(?:said|agreed)$/.test(verb))) return undefined;
  if (text.slice(bounds[2 * at + 1]!, bounds[2 * at + 2]!) !== ' ') return undefined;
  // what stands before must leave them nameless, back to the start of the sentence or of the clause
  let first = at;
  while (first > 0 && vagueWords.has(low(first - 1)) && /^\s$/.test(text.slice(bounds[2 * first - 1]!, bounds[2 * first]!))) first--;
  const start = bounds[2 * first]!;
  const opens =
    first === 0 ||
    sentences.some((s) => s.start === start) ||
    /[,;:.!?—–]\s?$/.test(text.slice(Math.max(0, start - 2), start)) ||
    (first < at && /^(?:but|and|that|while|although|though|however|as|yet|because|where)$/.test(low(first)));
  if (!opens) return undefined;
  // "Nadler and others say": one more of those before; "the sources said": the ones named before
  if (first > 0 && first < at && low(first) === 'and' && /[\p{L}\p{N}] $/u.test(text.slice(Math.max(0, start - 2), start)))
    return undefined;
  while (first < at && /^(?:but|and|that|while|although|though|however|as|yet|still|meanwhile|because|where)$/.test(low(first))) first++;
  if (low(first) === 'the' && first < at && (who === 'sources' || /d$|^(?:view|see|express|question)$/.test(verb))) return undefined;
  const end = bounds[2 * at + 3]!;
  const from = bounds[2 * first]!;
  const said = text.slice(from, end);
  if (NAMED.test(text.slice(end)) || (sentences.some((s) => s.end >= end && /^["“]/.test(text.slice(s.start))) && at > 0)) return undefined;
  return {
    span: { start: from, end },
    message: `"${said}": who? Name one of them, or leave the claim out.`,
    ...(bare ||
    /^ (?:may|might|can|could|would|will|should|must|has|have|had|is|are|was|were)\b/.test(text.slice(end, end + 8)) ||
    watching ||
    (/^(?:said|noted)$/.test(verb) && start > 0 && text[start - 2] === ',') ||
    /^(?:opponents|supporters|proponents)$/.test(who)
      ? { severity: 'info' as const }
      : {}),
  };
}
