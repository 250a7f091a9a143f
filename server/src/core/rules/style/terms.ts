import type { Paragraph } from '../../draft/draft';
import type { Knowledge } from '../../knowledge/knowledge';
import type { ParagraphRule } from '../../lint/rule';
import { hitsOf, type PhraseScan, phraseScan } from '../../text/phrase-scan';
import type { Span } from '../../text/span';
import { packsNamed } from '../houses';
import { type Term, termsOf, withCapitals } from './term';

export interface TermsOptions {
  /** Names of packs that ship: "ap", "guardian", "reuters". */
  readonly packs: readonly string[];
  /** The house's own: `{ "from": "to" }`. They win over the packs. */
  readonly terms: Readonly<Record<string, unknown>>;
}

const ownHouse = 'the house';

const scans = new WeakMap<object, PhraseScan<Term> | undefined>();

/** One scan for one set of options, made at the first paragraph. */
function scanOf(options: TermsOptions): PhraseScan<Term> | undefined {
  if (scans.has(options)) return scans.get(options);
  const byFrom = new Map<string, Term>();
  for (const pack of packsNamed(options.packs)) for (const term of termsOf(pack.terms, pack.name)) byFrom.set(term.from, term);
  for (const term of termsOf(options.terms, ownHouse)) byFrom.set(term.from, term);
  // where two packs say the opposite of one another the later one holds, lest a text be changed back and forth
  for (const term of [...byFrom.values()].reverse()) for (const to of term.to) if (byFrom.get(term.from) === term) byFrom.delete(to);
  const scan =
    byFrom.size === 0 ? undefined : phraseScan([...byFrom].map(([from, term]): [string, Term] => [from.replace(/\|/g, ' '), term]));
  scans.set(options, scan);
  return scan;
}

export const terms: ParagraphRule<TermsOptions> = {
  id: 'style/terms',
  scope: 'paragraph',
  summary: 'A word that the house writes in another way. It marks nothing until packs or terms are set.',
  rationale: 'Style is a promise to the reader that the same thing has the same name on every page.',
  severity: 'warning',
  // one term ships, so that the rule can show what it does: our own name
  defaults: { packs: [], terms: { 'Blue Pensil': 'Blue Pencil' } },
  quotes: 'soften',
  examples: {
    wrong: [
      {
        marked: 'They ran the draft through ⟦Blue Pensil⟧ before it went out.',
        becomes: 'They ran the draft through Blue Pencil before it went out.',
      },
    ],
    stands: ['The advisor walked towards the centre, whilst others stayed amongst themselves.'],
  },
  *check(paragraph, { options, knowledge }) {
    const scan = scanOf(options);
    if (!scan) return;
    const { text, words } = paragraph;
    for (const { start, end, value: term } of hitsOf(scan, text, words)) {
      const was = text.slice(start, end);
      if (term.exact && was !== term.from) continue;
      const capital = /^\p{Lu}/u.test(was);
      const opens = capital && opensSentence(paragraph, start);
      if (capital && isOfName(paragraph, term, { start, end }, opens, knowledge)) continue;
      const better = term.to.map((t) => (!opens && t === term.from.toLowerCase() ? t : withCapitals(was, t)));
      if (better.includes(was)) continue;
      const remedy = better.length > 0 ? `Write ${better.map((b) => `"${b}"`).join(' or ')}.` : 'Find another word.';
      yield {
        span: { start, end },
        message: `"${was}" is not the style of ${term.of}${term.why ? ` (${term.why})` : ''}. ${remedy}`,
        fixes: better.map((b) => ({
          title: `Change "${was}" to "${b}"`,
          edits: [{ span: { start, end }, text: b }],
          // a capital may be that of a name
          confidence: better.length === 1 && (!capital || (term.exact && b !== b.toLowerCase())) ? 'certain' : 'judgement',
        })),
      };
    }
  },
};

const opensSentence = ({ text, sentences }: Paragraph, at: number): boolean =>
  sentences.some((s) => s.start <= at && at - s.start < 8 && !/[\p{L}\p{N}]/u.test(text.slice(s.start, at))) ||
  /[—–] $/.test(text.slice(Math.max(0, at - 2), at));

/**
 * True for a word with a capital that a name is made of, which keeps its spelling in every house: the Department of Defense, the Kennedy
 * Center, David Gray. What the house writes with capitals itself (NATO, Koran) is meant wherever it stands, and so is a title before a name
 * that it writes small. The desk's own words are: it knows its names.
 */
function isOfName(paragraph: Paragraph, term: Term, { start, end }: Span, opens: boolean, knowledge: Knowledge): boolean {
  const { text, mentions } = paragraph;
  const small = term.to.every((t) => t === t.toLowerCase());
  if (!small || term.of === ownHouse) return false;
  if (mentions.some((m) => m.name.start < end && start < m.name.end)) return true;
  if (!term.exact && (!opens || knowledge.bodiesNamed(text.slice(start, end)).length > 0)) return true;
  if (mentions.some((m) => m.name.start === end + 1)) return false;
  if (/^[ -]\p{Lu}/u.test(text.slice(end, end + 2))) return true;
  const before = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]* $/u.exec(text.slice(Math.max(0, start - 30), start))?.[0];
  return !opens && before !== undefined && !opensSentence(paragraph, start - before.length);
}
