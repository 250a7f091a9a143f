import { majority, type Spelling, type Spellings, spellingsOf } from '../../desk/spellings';
import type { Placed } from '../../draft/draft';
import type { DraftReport, DraftRule, Fix } from '../../lint/rule';
import type { Edit } from '../../text/span';

interface Options {
  /** draft: what the draft writes most often. house: what the knowledge, with the house's own `people` and `places`, prefers. */
  readonly prefer: 'draft' | 'house';
}

export const variant: DraftRule<Options> = {
  id: 'name/variant',
  scope: 'draft',
  summary: 'One name in two right spellings: people, places, abbreviations with and without periods, hyphens and dashes.',
  rationale: 'Each spelling is right, and the two together look like a mistake. The house’s wins, else what the draft writes most often.',
  severity: 'warning',
  defaults: { prefer: 'draft' },
  quotes: 'soften',
  examples: {
    wrong: [
      {
        marked: 'Volodymyr Zelenskyy spoke. Zelenskyy then left, and ⟦Zelensky⟧ called at night.',
        becomes: 'Volodymyr Zelenskyy spoke. Zelenskyy then left, and Zelenskyy called at night.',
      },
      {
        marked: 'The U.S. economy grew, and U.S. exports with it; the ⟦US⟧ deficit did not.',
        becomes: 'The U.S. economy grew, and U.S. exports with it; the U.S. deficit did not.',
      },
    ],
    stands: [
      'The U.S. economy grew, and U.S. exports with it.',
      'Trump–Putin talks are a kind of Trump–Putin summit.',
      'The USA Today poll was of the U.S. public.',
    ],
  },
  *check(draft, { knowledge, options }) {
    for (const s of spellingsOf(draft, knowledge).values()) {
      const uses = s.uses.filter((u) => u.placed.paragraph.kind !== 'headline' || s.kind !== 'abbreviation');
      const most = majority({ ...s, uses });
      const wanted = options?.prefer === 'house' && s.preferred !== undefined ? s.preferred : most?.form;
      if (wanted === undefined) continue;
      const wrong = uses.filter((u) => u.form !== wanted && !told(u));
      const right = uses.filter((u) => u.form === wanted);
      for (const use of wrong) yield report(s, use, wanted, wrong, right, most?.tied ?? false);
    }
  },
};

/** "Kyiv, then called Kiev": the spelling itself is spoken of. */
function told(use: Spelling): boolean {
  const { text } = use.placed.paragraph;
  if (/spel(?:l|t)/i.test(text.slice(Math.max(0, use.span.start - 60), use.span.start))) return true;
  return /(?:known as|called|formerly|named|renamed|or|as) ["“‘]?$|\($/.test(text.slice(Math.max(0, use.span.start - 16), use.span.start));
}

function report(
  s: Spellings,
  use: Spelling,
  wanted: string,
  wrong: readonly Spelling[],
  right: readonly Spelling[],
  tied: boolean,
): DraftReport {
  const text = written(use, wanted);
  const one: Fix = {
    title: `Change ${quoted(s, use.form)} to ${quoted(s, wanted)}`,
    confidence: 'judgement',
    edits: [{ span: use.span, text }],
  };
  const fixes =
    wrong.length > 1
      ? [one, { ...one, title: `Change all ${wrong.length} in this draft to ${quoted(s, wanted)}`, ...everywhere(use, wanted, wrong) }]
      : [one];
  const often =
    right.length === 0 ? 'the house writes' : right.length === 1 ? 'the draft also has' : `the draft has, ${right.length} times,`;
  const shownAs = s.kind === 'dash' ? `"${s.key.replace('-', use.form)}"` : `"${use.form}"`;
  return {
    placed: use.placed,
    span: use.span,
    message: `${shownAs}: ${often} ${s.kind === 'dash' ? `"${s.key.replace('-', wanted)}"` : `"${wanted}"`}. Write it one way.`,
    ...(tied ? { severity: 'info' as const } : {}),
    related: right.slice(0, 5).map((r) => ({ placed: r.placed, span: r.span, message: `${quoted(s, wanted)} here` })),
    fixes,
  };
}

const quoted = (s: Spellings, form: string): string => (s.kind === 'dash' ? (form === '-' ? 'a hyphen' : 'a dash') : `"${form}"`);
const written = (use: Spelling, wanted: string): string =>
  use.placed.paragraph.text.slice(use.span.start, use.span.end).includes('’') ? wanted.replace(/'/g, '’') : wanted;

function everywhere(use: Spelling, wanted: string, wrong: readonly Spelling[]): Pick<Fix, 'edits' | 'elsewhere'> {
  const by = new Map<Placed, Edit[]>();
  for (const w of wrong) by.set(w.placed, [...(by.get(w.placed) ?? []), { span: w.span, text: written(w, wanted) }]);
  const edits = by.get(use.placed)!;
  by.delete(use.placed);
  return { edits, elsewhere: [...by].map(([placed, e]) => ({ placed, edits: e })) };
}
