import type { ParagraphRule } from '../../lint/rule';
import { hitsOf, type PhraseScan, phraseScan } from '../../text/phrase-scan';
import { packsNamed } from '../houses';
import { type Term, termsOf, withCapitals } from './term';

export interface TermsOptions {
  /** Names of packs that ship: "ap", "guardian", "reuters". */
  readonly packs: readonly string[];
  /** The house's own: `{ "from": "to" }`. They win over the packs. */
  readonly terms: Readonly<Record<string, unknown>>;
}

const scans = new WeakMap<object, PhraseScan<Term> | undefined>();

/** One scan for one set of options, made at the first paragraph. */
function scanOf(options: TermsOptions): PhraseScan<Term> | undefined {
  if (scans.has(options)) return scans.get(options);
  const byFrom = new Map<string, Term>();
  for (const pack of packsNamed(options.packs)) for (const term of termsOf(pack.terms, pack.name)) byFrom.set(term.from, term);
  for (const term of termsOf(options.terms, 'the house')) byFrom.set(term.from, term);
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
  *check(paragraph, { options }) {
    const scan = scanOf(options);
    if (!scan) return;
    const { text, words } = paragraph;
    for (const { start, end, value: term } of hitsOf(scan, text, words)) {
      const was = text.slice(start, end);
      if (term.exact && was !== term.from) continue;
      const better = term.to.map((t) => withCapitals(was, t));
      if (better.includes(was)) continue;
      const remedy = better.length > 0 ? `Write ${better.map((b) => `"${b}"`).join(' or ')}.` : 'Find another word.';
      yield {
        span: { start, end },
        message: `"${was}" is not the style of ${term.of}${term.why ? ` (${term.why})` : ''}. ${remedy}`,
        fixes: better.map((b) => ({
          title: `Change "${was}" to "${b}"`,
          edits: [{ span: { start, end }, text: b }],
          confidence: better.length === 1 ? ('certain' as const) : ('judgement' as const),
        })),
      };
    }
  },
};
