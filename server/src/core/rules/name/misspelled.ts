import type { Draft, Placed } from '../../draft/draft';
import { describeTenures } from '../../knowledge/describe';
import type { Body, Knowledge } from '../../knowledge/knowledge';
import type { DraftReport, DraftRule, Fix } from '../../lint/rule';
import { overlaps, type Span } from '../../text/span';
import { aboutBody } from './near/body-words';
import { contextOf } from './near/context-of';
import { listedSlips, strayApostrophes } from './near/listed-slips';
import { nearBodies } from './near/near-bodies';
import { nearPeople } from './near/near-people';
import { nearSurnames } from './near/near-surnames';

/** Points from which likeness and context together are enough to mark, and from which a fix may be applied unasked. */
const enough = 3;
const sure = 6;
/** Likeness that no context makes up for. */
const hopeless = -4;

export const misspelled: DraftRule = {
  id: 'name/misspelled',
  scope: 'draft',
  summary: 'A name that is nearly that of somebody or something known, or that the draft itself spells otherwise.',
  rationale:
    'A wrong name is the mistake that readers forgive last, and no dictionary finds it. Nothing is marked for being unknown: only a near-miss that the rest of the name, a title, the company it keeps or an earlier mention confirms.',
  severity: 'error',
  quotes: 'same',
  examples: {
    wrong: [
      { marked: 'French President Emmanuel ⟦Macrom⟧ spoke first.', becomes: 'French President Emmanuel Macron spoke first.' },
      { marked: 'It was ⟦Micheal⟧ Bloomberg who paid.', becomes: 'It was Michael Bloomberg who paid.' },
      {
        marked: 'Angela Merkel came late, and Mrs. ⟦Merkell⟧ left early.',
        becomes: 'Angela Merkel came late, and Mrs. Merkel left early.',
      },
      {
        marked: 'Ines Quillfeather spoke. Quillfeather then left; Ms. ⟦Quilfeather⟧ was tired.',
        becomes: 'Ines Quillfeather spoke. Quillfeather then left; Ms. Quillfeather was tired.',
      },
      {
        marked: 'The International ⟦Monetery⟧ Fund is not in ⟦Massachusets⟧.',
        becomes: 'The International Monetary Fund is not in Massachusetts.',
      },
    ],
    stands: [
      'Emmanuel Macron spoke first, and Michael Bloomberg paid.',
      'Johnson and Johnston: Boris Johnson met Ada Johnston, a nurse from Leeds. Johnston said little.',
      'Terry Brown, 55, a plumber in Smalltown, disagreed with Zbigorn Qwellimander.',
      'The Defence Council and the Labor Party are spelled right.',
    ],
  },
  *check(draft, { knowledge }) {
    const marked = new Map<Placed, Span[]>();
    for (const placed of draft.paragraphs) {
      const taken: Span[] = [];
      marked.set(placed, taken);
      for (const { span, report } of inParagraph(placed, draft, knowledge)) {
        if (spokenOf(placed, span) || taken.some((s) => overlaps(s, span))) continue;
        taken.push(span);
        yield report;
      }
    }
    for (const near of nearSurnames(draft, knowledge)) {
      const span = { start: near.word.start, end: near.word.end };
      const { placed, person, first } = near;
      if (spokenOf(placed, span) || marked.get(placed)!.some((s) => overlaps(s, span))) continue;
      const fact = first ? `the draft has "${near.right}" ${times(near.times)}` : `${shown(person!.name)} is written "${near.right}"`;
      yield {
        placed,
        span,
        message: `"${near.typed}": ${fact}. Change it.`,
        ...(person ? { evidence: [{ text: describeTenures(person, draft.dateline.on) }] } : {}),
        ...(first
          ? { related: [{ placed: first.placed, span: { start: first.word.start, end: first.word.end }, message: `"${near.right}" here` }] }
          : {}),
        fixes: [change(placed, span, near.right, first && person ? 'certain' : 'judgement')],
      };
    }
  },
};

/** What a paragraph has, each with the span that it takes. */
function* inParagraph(placed: Placed, draft: Draft, knowledge: Knowledge): Generator<{ span: Span; report: DraftReport }> {
  const { paragraph } = placed;
  const on = draft.dateline.on;
  for (const { span, right, person, body } of listedSlips(paragraph, knowledge)) {
    const typed = paragraph.text.slice(span.start, span.end);
    const fixes = body ? withArticle(placed, span, right, body) : [change(placed, span, right, 'certain')];
    yield {
      span,
      report: {
        placed,
        span,
        message: `"${typed}": the name is ${right}. Change it.`,
        evidence: [{ text: person ? describeTenures(person, on) : aboutBody(body!) }],
        fixes,
      },
    };
  }
  for (const near of nearPeople(paragraph, knowledge)) {
    const context = near.likeness < hopeless ? undefined : contextOf(near, enough, placed, draft, knowledge);
    if (!context) continue;
    const { person } = context;
    const all = near.likeness + context.points;
    const confidence = all >= sure && near.people.length === 1 && !near.real ? 'certain' : 'judgement';
    const message = `"${near.typed}": we know of nobody by that name, and ${shown(person.name)} is written "${near.right}". Change it, or let it stand if this is somebody else.`;
    yield {
      span: near.span,
      report: {
        placed,
        span: near.word,
        message,
        evidence: [{ text: describeTenures(person, on) }],
        fixes: [change(placed, near.word, near.right, confidence)],
      },
    };
  }
  for (const { span, word, right, rightWord, about } of nearBodies(paragraph, knowledge)) {
    const typed = paragraph.text.slice(word.start, word.end);
    yield {
      span,
      report: {
        placed,
        span: word,
        message: `"${typed}": the name is ${right}. Change it.`,
        evidence: [{ text: about }],
        fixes: [change(placed, word, rightWord, 'certain')],
      },
    };
  }
  for (const { span, right, body } of strayApostrophes(paragraph, knowledge)) {
    const typed = paragraph.text.slice(span.start, span.end);
    yield {
      span,
      report: {
        placed,
        span,
        message: `"${typed}": the name has no apostrophe. Write "${right}".`,
        evidence: [{ text: aboutBody(body) }],
        fixes: [change(placed, span, right, 'certain')],
      },
    };
  }
}

/** "corrected to change the spelling of …", "often misspelled …", "is Jane Roe, not Jane Row": the spelling itself is told of. */
const spokenOf = ({ paragraph: { text } }: Placed, span: Span): boolean =>
  /spel(?:l|t)/i.test(text.slice(Math.max(0, span.start - 50), span.end + 20)) ||
  (/,? not ["“‘']?(?:\p{Lu}[\p{L}.'’-]{0,20} ){0,3}$/u.test(text.slice(Math.max(0, span.start - 80), span.start)) &&
    /spel(?:l|t)|given name|first name|surname|last name|misstated|misidentified|the name of/i.test(text));

const shown = (name: string): string => name.replace(/ \(.*\)$/, '');
const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);

function change(placed: Placed, span: Span, text: string, confidence: Fix['confidence']): Fix {
  return { title: `Change "${placed.paragraph.text.slice(span.start, span.end)}" to "${text}"`, confidence, edits: [{ span, text }] };
}

/** The name with the article that copy gives it, where none stands there; and without. */
function withArticle(placed: Placed, span: Span, right: string, body: Body): Fix[] {
  const plain = change(placed, span, right, 'certain');
  if (body.type === 'place' || !right.includes(' ') || /^The /.test(right)) return [plain];
  const before = placed.paragraph.text.slice(Math.max(0, span.start - 24), span.start);
  const opens = /(?:^|[.!?]["”]? )$/.test(before);
  if (!opens && !/(?:^|[\s“"(])(?:by|from|to|with|of|for|at|in|told|tells|and|that|says|said) $/i.test(before)) return [plain];
  return [change(placed, span, `${opens ? 'The' : 'the'} ${right}`, 'certain'), { ...plain, confidence: 'judgement' }];
}
