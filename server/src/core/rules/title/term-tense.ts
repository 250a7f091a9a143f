import { type CivilDate, longDate } from '../../calendar/civil-date';
import type { Draft, Placed } from '../../draft/draft';
import { castOf, meant } from '../../draft/mentions/cast';
import { oncePerParagraph } from '../../draft/once';
import { describeTenures } from '../../knowledge/describe';
import type { Knowledge, Person, Tenure } from '../../knowledge/knowledge';
import type { DraftReport, DraftRule, Fix } from '../../lint/rule';
import { lettered } from '../../text/letters';

const posts: Readonly<Record<string, string>> = {
  presidency: 'president',
  premiership: 'prime-minister',
  chancellorship: 'chancellor',
  papacy: 'pope',
  reign: 'monarch',
};
const over = lettered(
  () =>
    /\b(?:throughout|during|over the course of) (his|her|their) (presidency|premiership|chancellorship|papacy|reign|time in office|years in office|tenure)\b/gi,
);
const coming = lettered(
  () =>
    /\b(?:(his|her|\p{Lu}[\p{L}-]+[’']s) return to (?:the )?(presidency|white house|office|power|premiership) (?:would|might|could|may)|(?:if|should) (\p{Lu}[\p{L}-]+) (?:wins?|returns?|is elected|is re-elected|regains?|retakes?)(?: back)? (?:the )?(presidency|white house|office|power|election))\b/giu,
);
const pastVerb =
  /^(?: (?:often|repeatedly|also|frequently|always|never|largely))* (?:was|were|had|did|met|made|took|held|kept|sought|spoke|said|drew|saw|led|went|gave|\p{Ll}+ed)\b/u;

export const termTense: DraftRule = {
  id: 'title/term-tense',
  scope: 'draft',
  summary: 'A term in office that is told of as over while it lasts, or as to come when it has begun.',
  rationale:
    '"Throughout his presidency, he met …" reads as an obituary of a presidency. Of somebody in a second term it needs "first term".',
  severity: 'warning',
  quotes: 'soften',
  examples: {
    wrong: [
      {
        marked: '⟦Throughout his presidency⟧, Donald Trump met the prince four times.',
        becomes: 'Throughout his first term, Donald Trump met the prince four times.',
      },
      { marked: 'Donald Trump was asked about tariffs. Bankers say that ⟦his return to the White House could⟧ unsettle them.' },
    ],
    stands: [
      'Donald Trump met the prince four times during his first term.',
      { text: 'Throughout his presidency, Barack Obama met the prince.', asOf: '2018-01-01' },
      'Throughout his presidency, Barack Obama met the prince four times.',
      { text: 'Donald Trump was asked about tariffs. His return to the White House could unsettle the banks.', asOf: '2024-05-01' },
    ],
  },
  *check(draft, { knowledge, dateline }) {
    for (const placed of draft.paragraphs) {
      const { text } = placed.paragraph;
      for (const m of candidates(placed.paragraph).over) {
        const post = m[2]!.toLowerCase();
        const end = m.index + m[0].length;
        const next = placed.paragraph.mentions.find(
          (x) => x.name.start >= end && x.name.start - end < 24 && /^,?\s*(?:[A-Z][\w.]+ )*$/.test(text.slice(end, x.name.start)),
        );
        if (!next || !pastVerb.test(text.slice(next.name.end, next.name.end + 60))) continue;
        const held = inOffice(meant(next, castOf(draft, knowledge)).people, posts[post], dateline.on);
        if (held) yield report(placed, { start: m.index, end }, held, dateline.on, first(held, m, text));
      }
      for (const m of candidates(placed.paragraph).coming) {
        const person = subject(draft, placed, m.index, m[1] ?? m[3]!, knowledge);
        const held = person && inOffice([person], /presidency|white house/i.test(m[2] ?? m[4]!) ? 'president' : undefined, dateline.on);
        if (held)
          yield {
            ...report(placed, { start: m.index, end: m.index + m[0].length }, held, dateline.on, []),
            message: `"${m[0]}": ${held.person.name} has been in office since ${longDate(held.from)}. Tell it as it is now.`,
          };
      }
    }
  },
};

const candidates = oncePerParagraph(({ text }) => ({
  over: /presidency|premiership|chancellorship|papacy|reign|office|tenure/i.test(text) ? [...text.matchAll(over(text))] : [],
  coming: /return|\bif\b|\bshould\b/i.test(text) ? [...text.matchAll(coming(text))] : [],
}));

function report(placed: Placed, span: { start: number; end: number }, held: Tenure, on: CivilDate, fixes: readonly Fix[]): DraftReport {
  const words = placed.paragraph.text.slice(span.start, span.end);
  return {
    placed,
    span,
    message: `"${words}" with a past verb: ${held.person.name} is in office since ${longDate(held.from)}. Say which term, or use the present.`,
    evidence: [{ text: describeTenures(held.person, on), source: held.source }],
    fixes,
  };
}

/** "first term", where the person had one before this. */
function first(held: Tenure, m: RegExpMatchArray, text: string): Fix[] {
  const before = held.person.tenures.filter((t) => t.office === held.office && t.until !== undefined && t.until <= held.from);
  if (before.length !== 1) return [];
  const start = m.index! + m[0].length - m[2]!.length;
  return [
    {
      title: `Change "${m[0]}" to "${text.slice(m.index, start)}first term"`,
      confidence: 'judgement',
      edits: [{ span: { start, end: start + m[2]!.length }, text: 'first term' }],
    },
  ];
}

function inOffice(people: readonly Person[], kind: string | undefined, on: CivilDate): Tenure | undefined {
  for (const p of people) {
    const t = p.tenures.find(
      (x) => x.from < on && (x.until === undefined || on < x.until) && (kind === undefined ? x.office.rank <= 2 : x.office.kind === kind),
    );
    if (t) return t;
  }
  return undefined;
}

/** Whom "his" or the name means: the person named, or the one who was named last. */
function subject(draft: Draft, placed: Placed, at: number, word: string, knowledge: Knowledge): Person | undefined {
  const cast = castOf(draft, knowledge);
  const before = placed.paragraph.mentions.filter((m) => m.name.start < at + word.length);
  const list = /^(?:his|her)$/i.test(word)
    ? before
    : before.filter((m) => placed.paragraph.text.slice(m.name.start, m.name.end) === word.replace(/[’']s$/, ''));
  const last = list.at(-1);
  const people = last ? meant(last, cast).people : [];
  return people.length === 1 ? people[0] : undefined;
}
