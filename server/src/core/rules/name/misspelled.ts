import { describeTenures } from '../../knowledge/describe';
import type { Body } from '../../knowledge/knowledge';
import type { DraftReport, DraftRule, Fix } from '../../lint/rule';
import type { Placed } from '../../draft/draft';
import { overlaps, type Span } from '../../text/span';
import { contextOf } from './context-of';
import { apostrophes, nearBodies, wrongForms } from './near-bodies';
import { nearPeople } from './near-people';
import { nearSurnames } from './near-surnames';

/** Points from which likeness and context together are enough to mark. */
const enough = 3;
/** Points from which a fix may be applied unasked. */
const sure = 6;

export const misspelled: DraftRule = {
  id: 'name/misspelled',
  scope: 'draft',
  summary: 'A name that is nearly that of somebody or something known, or that the draft itself spells otherwise.',
  rationale: 'A wrong name is the mistake that readers forgive last, and no dictionary finds it.',
  severity: 'error',
  quotes: 'same',
  examples: {
    wrong: [{ marked: 'It was ⟦Jared Kushnir⟧ who called.' }],
    stands: ['It was Jared Kushner who called.'],
  },
  *check(draft, { knowledge }) {
    const marked = new Map<Placed, Span[]>();
    for (const placed of draft.paragraphs) {
      const taken: Span[] = [];
      marked.set(placed, taken);
      const fresh = (span: Span): boolean => !taken.some((s) => overlaps(s, span)) && taken.push(span) > 0;
      for (const w of wrongForms(placed.paragraph, knowledge)) {
        if (!fresh(w.span)) continue;
        const typed = placed.paragraph.text.slice(w.span.start, w.span.end);
        const who = w.person ? describeTenures(w.person, draft.dateline.on) : about(w.body!);
        yield { placed, span: w.span, message: `"${typed}": the name is ${w.right}. Change it.`, evidence: [{ text: who }], fixes: w.body ? bodyFixes(placed, w.span, w.right, w.body) : [change(placed, w.span, w.right, 'certain')] };
      }
      for (const near of nearPeople(placed.paragraph, knowledge)) {
        const { person, points } = contextOf(near, placed, draft, knowledge);
        const all = near.likeness + points;
        if (all < enough || !fresh(near.span)) continue;
        const report: DraftReport = {
          placed,
          span: near.word,
          message: `"${near.typed}": we know of nobody by that name, and ${shown(person.name)} is written "${near.right}". Change it, or let it stand if this is somebody else.`,
          evidence: [{ text: describeTenures(person, draft.dateline.on) }],
          fixes: [change(placed, near.word, near.right, all >= sure && near.people.length === 1 && !near.real ? 'certain' : 'judgement')],
        };
        yield report;
      }
      for (const near of [...nearBodies(placed.paragraph, knowledge), ...apostrophes(placed.paragraph, knowledge)]) {
        if (!fresh(near.span)) continue;
        const typed = placed.paragraph.text.slice(near.word.start, near.word.end);
        yield { placed, span: near.word, message: `"${typed}": the name is ${near.right}. Change it.`, evidence: [{ text: about(near.body) }], fixes: [change(placed, near.word, near.rightWord, 'certain')] };
      }
    }
    for (const near of nearSurnames(draft, knowledge)) {
      const span = { start: near.word.start, end: near.word.end };
      if (marked.get(near.placed)!.some((s) => overlaps(s, span))) continue;
      const fact = near.first ? `the draft has "${near.right}" ${near.times === 1 ? 'once' : near.times === 2 ? 'twice' : `${near.times} times`}` : `${shown(near.person!.name)} is written "${near.right}"`;
      yield {
        placed: near.placed,
        span,
        message: `"${near.typed}": ${fact}. Change it.`,
        ...(near.person ? { evidence: [{ text: describeTenures(near.person, draft.dateline.on) }] } : {}),
        ...(near.first ? { related: [{ placed: near.first.placed, span: { start: near.first.word.start, end: near.first.word.end }, message: `"${near.right}" here` }] } : {}),
        fixes: [change(near.placed, span, near.right, near.first && near.person ? 'certain' : 'judgement')],
      };
    }
  },
};

const shown = (name: string): string => name.replace(/ \(.*\)$/, '');

function change(placed: Placed, span: Span, text: string, confidence: Fix['confidence']): Fix {
  return { title: `Change "${placed.paragraph.text.slice(span.start, span.end)}" to "${text}"`, confidence, edits: [{ span, text }] };
}

const about = (b: Body): string => `${shown(b.name)}: ${b.kind}`;

/** The name with its article where copy has it with one and none stands there; and without. */
function bodyFixes(placed: Placed, span: Span, right: string, body: Body): Fix[] {
  const plain = change(placed, span, right, 'certain');
  if (body.type === 'place' || !right.includes(' ') || /^The /.test(right)) return [plain];
  const before = placed.paragraph.text.slice(Math.max(0, span.start - 24), span.start);
  if (!/(?:^|[\s“"(])(?:by|from|to|with|of|for|at|in|told|tells|and|that|says|said) $/i.test(before) && !/(?:^|[.!?]["”]? )$/.test(before)) return [plain];
  const opens = !/ $/.test(before) || /[.!?]["”]? $/.test(before);
  return [change(placed, span, `${opens ? 'The' : 'the'} ${right}`, 'certain'), { ...plain, confidence: 'judgement' }];
}
