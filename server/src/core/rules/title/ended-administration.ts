import { type CivilDate, daysBetween, longDate } from '../../calendar/civil-date';
import type { Paragraph } from '../../draft/draft';
import { castOf } from '../../draft/mentions/cast';
import { oncePerParagraph } from '../../draft/once';
import { verbTense } from '../../draft/verb-tense';
import { describeTenure } from '../../knowledge/describe';
import type { Knowledge, Tenure } from '../../knowledge/knowledge';
import type { DraftRule } from '../../lint/rule';
import { fold } from '../../text/fold';
import { lettered } from '../../text/letters';

const phrase = lettered(() => /\b(?:[Tt]he |[Aa] )?((?:\p{Lu}[\p{L}’'-]+ )?\p{Lu}[\p{L}’'-]+) (administration|White House|government)\b/gu);
/** Words that make what was said of it past whatever the verb: "the former Biden administration", "under the Biden administration". */
const pastTie = /\b(?:former|previous|past|outgoing|prior|under|during|since|by|from|after|before|of|in)\s+(?:the\s+)?$/i;
const pastWord =
  /^(?:,[^,]{0,80},)? (?:was|has|is|does|officials|aides|rules|policies|lawyers|sources|years|days|[\p{L}]+ss|us|this|thus|its|his)\b/u;
const presentVerb =
  /^(?:,[^,]{0,80},)?(?: (?:still|now|also|currently|reportedly|itself|has since|already|officials?))* (?:is|are|has|have|isn[’']t|hasn[’']t|remains?|plans?|wants?|continues?|faces?|says?|will|won[’']t|intends?|hopes?|expects?|considers?|seeks?|supports?|opposes?|needs?|must|should|may|can|refuses?|believes?|insists?|denies|argues?|maintains?)\b/;

export const endedAdministration: DraftRule = {
  id: 'title/ended-administration',
  scope: 'draft',
  summary: 'An administration that has ended, told of as the one in office.',
  rationale: 'Background that was written under one president is pasted into a story under the next. The name is right, the tense is not.',
  severity: 'error',
  quotes: 'soften',
  examples: {
    wrong: [
      {
        marked: 'Talks with ⟦the Biden administration⟧ remain slow.',
        becomes: 'Talks with the Trump administration remain slow.',
      },
      { marked: '⟦The Biden administration⟧ quietly weighs a ban.', becomes: 'The Trump administration quietly weighs a ban.' },
      { marked: '⟦The Biden administration⟧ said Tuesday it would sue.', becomes: 'The Trump administration said Tuesday it would sue.' },
    ],
    stands: [
      'The Biden administration approved the lease in 2022.',
      'The rule dates from the Biden administration.',
      { text: 'The Biden administration is drafting a rule.', asOf: '2023-02-01' },
      'The Trump administration said Tuesday it would sue.',
    ],
  },
  *check(draft, { knowledge, dateline }) {
    const cast = castOf(draft, knowledge);
    for (const placed of draft.paragraphs) {
      const { text } = placed.paragraph;
      for (const m of candidates(placed.paragraph)) {
        const name = m[1]!.split(' ').at(-1)!;
        const ended = heads(name, knowledge, cast.known.get(fold(name)));
        if (ended.length === 0 || ended.some((t) => t.until === undefined || dateline.on <= t.until || dateline.on < t.from)) continue;
        const last = ended.sort((a, b) => (a.until! < b.until! ? 1 : -1))[0]!;
        if (m[2] === 'government' && last.office.kind === 'president') continue;
        const span = { start: m.index, end: m.index + m[0].length };
        if (pastTie.test(text.slice(Math.max(0, span.start - 24), span.start)) && !/\bwith\s+$/.test(text.slice(0, span.start))) continue;
        if (!toldAsPresent(placed.paragraph, span, dateline.on) || namesItsTime(placed.paragraph, span.start, ended)) continue;
        const now = knowledge.tenuresOf(last.office).find((t) => t.from <= dateline.on && (t.until === undefined || dateline.on < t.until));
        const start = m.index + m[0].indexOf(m[1]!);
        const fixes = now?.person.surname
          ? [
              {
                title: `Change "${m[1]} ${m[2]}" to "${now.person.surname} ${m[2]}"`,
                confidence: 'judgement' as const,
                edits: [{ span: { start, end: start + m[1]!.length }, text: now.person.surname }],
              },
            ]
          : [];
        // an undated draft that speaks of one long gone is an old draft
        const old = dateline.from === 'today' && daysBetween(last.until!, dateline.on) > 730;
        yield {
          placed,
          span,
          message: `"${m[0]}": it ended on ${longDate(last.until!)}, and this tells of it as in office. Name today's, or put the verb in the past.`,
          evidence: [{ text: `${last.person.name}: ${describeTenure(last)}`, source: last.source }],
          fixes,
          ...(old ? { severity: 'info' as const } : {}),
        };
      }
    }
  },
};

const candidates = oncePerParagraph(({ text }) =>
  / (?:administration|White House|government)\b/.test(text) ? [...text.matchAll(phrase(text))] : [],
);

/** The tenures as head of government or state of those whom the surname can mean. */
function heads(
  surname: string,
  knowledge: Knowledge,
  introduced: ReturnType<typeof castOf>['known'] extends ReadonlyMap<string, infer P> ? P | undefined : never,
): Tenure[] {
  const people = introduced?.length ? introduced : knowledge.peopleSurnamed(surname);
  return people.flatMap((p) =>
    p.tenures.filter(
      (t) => /^(?:president|prime-minister|chancellor|taoiseach|governor)$/.test(t.office.kind) && t.office.of.type === 'place',
    ),
  );
}

/** A verb in the present behind the phrase, or any verb with a day of the last fortnight in the sentence. */
function toldAsPresent(p: Paragraph, span: { start: number; end: number }, on: CivilDate): boolean {
  const sentence = p.sentences.find((s) => s.start <= span.start && span.start < s.end);
  const behind = p.text.slice(span.end, span.end + 120);
  if (presentVerb.test(behind)) return true;
  // a verb that the list does not hold: "weighs", "braces"
  if (
    sentence &&
    /^(?:,[^,]{0,80},)? (?:\p{Ll}+ly )?\p{Ll}+s\b/u.test(behind) &&
    !pastWord.test(behind) &&
    verbTense(p.text.slice(sentence.start, sentence.end), span.end - sentence.start) === 'present'
  )
    return true;
  return p.dates.some(
    (d) =>
      d.kind === 'weekday' &&
      d.from !== undefined &&
      sentence !== undefined &&
      sentence.start <= d.span.start &&
      d.span.end <= sentence.end &&
      d.span.start >= span.end &&
      d.span.start - span.end < 30 &&
      Math.abs(daysBetween(d.from, on)) <= 14,
  );
}

/** The sentence names a day or year of one of the tenures. */
function namesItsTime(p: Paragraph, at: number, tenures: readonly Tenure[]): boolean {
  const sentence = p.sentences.find((s) => s.start <= at && at < s.end);
  return p.dates.some(
    (d) =>
      d.from !== undefined &&
      d.until !== undefined &&
      sentence !== undefined &&
      sentence.start <= d.span.start &&
      d.span.end <= sentence.end &&
      tenures.some((t) => d.until! >= t.from && d.from! <= t.until!),
  );
}
