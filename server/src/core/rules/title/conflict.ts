import type { Placed } from '../../draft/draft';
import { readOnce } from '../../draft/once';
import type { DraftRule } from '../../lint/rule';
import { lettered } from '../../text/letters';

const titled = lettered(
  () =>
    /(?<![\p{L}-])((?:former |ex-|then[- ]|late |acting |deputy |vice )?)((?:prime minister|president|chancellor|governor|gov\.|senator|sen\.|rep\.|mayor|sheriff|police chief|chief executive|chairman|chairwoman|director|ambassador|speaker|minister|secretary|judge|justice|commissioner)) (\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)? \p{Lu}[\p{L}’'-]+)/giu,
);

/** Titles before names that the knowledge does not have: it has its own say on the others. */
const candidates = readOnce(({ text }, knowledge) =>
  [...text.matchAll(titled(text))].filter((m) => knowledge.peopleNamed(m[3]!).length === 0),
);

export const titleConflict: DraftRule = {
  id: 'title/conflict',
  scope: 'draft',
  summary: 'One person with the same title twice in a draft, once as former and once not.',
  rationale: 'Of people whom no reference book knows the draft itself is the only witness. When it says two things, one is wrong.',
  severity: 'warning',
  quotes: 'skip',
  examples: {
    wrong: [{ marked: 'Former Mayor Petra Quillfeather opened the fair.\n\nThe rain stopped when ⟦Mayor Petra Quillfeather⟧ spoke.' }],
    stands: [
      'Former Mayor Petra Quillfeather opened the fair.\n\nThe rain stopped when former Mayor Petra Quillfeather spoke.',
      'Mayor Petra Quillfeather opened the fair.\n\nIn 2010, then-Mayor Petra Quillfeather had closed it.',
    ],
  },
  *check(draft, { knowledge }) {
    const seen = new Map<string, { former: boolean; placed: Placed; span: { start: number; end: number } }>();
    for (const placed of draft.paragraphs) {
      for (const m of candidates(placed.paragraph, knowledge)) {
        const { quotes, dates, sentences } = placed.paragraph;
        const modifier = m[1]!.toLowerCase().trim();
        if (!/^[A-Z]/.test(m[2]!) || (modifier && modifier !== 'former' && modifier !== 'ex-')) continue;
        const span = { start: m.index, end: m.index + m[0].length };
        if (quotes.some((q) => q.start <= span.start && span.start < q.end)) continue;
        const sentence = sentences.find((s) => s.start <= span.start && span.start < s.end);
        if (dates.some((d) => d.parts.year !== undefined && sentence && sentence.start <= d.span.start && d.span.end <= sentence.end))
          continue;
        const key = `${m[2]!.toLowerCase()} ${m[3]}`;
        const former = modifier !== '';
        const before = seen.get(key);
        if (!before) seen.set(key, { former, placed, span });
        else if (before.former !== former) {
          const earlier = before.placed.paragraph.text.slice(before.span.start, before.span.end);
          yield {
            placed,
            span,
            message: `"${m[0]}", but "${earlier}" before. Both cannot be true: settle which.`,
            related: [{ placed: before.placed, span: before.span, message: `called "${earlier}" here` }],
          };
        }
      }
    }
  },
};
