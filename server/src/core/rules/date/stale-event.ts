import { addDays, type CivilDate, civilDate, daysBetween, longDate, yearOf } from '../../calendar/civil-date';
import { type Tokens, tokensOf } from '../../draft/dates/tokens';
import type { Paragraph, TimeMention } from '../../draft/draft';
import type { Fix, ParagraphRule, Report } from '../../lint/rule';
import { overlaps, type Span, slice } from '../../text/span';
import { type Claim, claimOf } from './claims';
import { messageOf, overtakenIn } from './overtaken';
import { tokenAt } from './token-at';

export const staleEvent: ParagraphRule = {
  id: 'date/stale-event',
  scope: 'paragraph',
  summary: 'Told as to come, and past; or told as past, and to come.',
  rationale:
    'A draft that was held for a week, an evergreen piece that runs again, a paragraph pasted from last year: the tense was right when it was written.',
  severity: 'warning',
  quotes: 'skip',
  examples: {
    wrong: [
      { marked: 'The vote will be held on ⟦22 May 2024⟧.', asOf: '2024-06-09' },
      {
        marked: 'The hearing is scheduled for ⟦March 1, 2018⟧.',
        becomes: 'The hearing was scheduled for March 1, 2018.',
        asOf: '2018-03-19',
      },
      { marked: 'The parade took place on ⟦Dec. 16, 2025⟧.' },
      { marked: 'On ⟦7 October 2027⟧, we visited the plant.' },
      { marked: 'Both parties are raising money for the ⟦upcoming 2024 presidential election⟧.' },
      { marked: 'A strike ⟦just weeks before the 2024 election⟧ is what both parties fear.' },
    ],
    stands: [
      'The vote was scheduled for March 3, 2025, but was postponed.',
      'The festival will return on June 6, 2026, its first since June 7, 2024.',
      'The company announced a concert on Dec. 16, 2025.',
      'She will honor those killed on Sept. 11, 2001.',
      'Russia interfered ahead of the 2016 election.',
      'The strike came just weeks before the 2024 election.',
    ],
  },
  *check(paragraph, { dateline, knowledge }) {
    const marked: Span[] = [];
    const low = dateline.from === 'today' ? { severity: 'info' as const } : {};
    for (const f of overtakenIn(paragraph, dateline.on, knowledge)) {
      marked.push(f.span);
      const event = f.placing.occasion;
      yield {
        span: f.span,
        message: messageOf(paragraph.text, f, dateline.on),
        evidence: event ? [{ text: `${event.name}: ${longDate(event.on)}${event.after ? `; ${event.after}` : ''}` }] : [],
        ...low,
      };
    }
    let tokens: Tokens | undefined;
    for (const m of paragraph.dates) {
      const side = sideOf(m, dateline.on);
      if (!side || marked.some((s) => overlaps(s, m.span))) continue;
      tokens ??= tokensOf(paragraph.text, paragraph.words);
      const claim = claimIn(paragraph, tokens, m);
      if (
        !claim ||
        claim.tense === side.is ||
        (m.parts.yearAssumed && fitsOwnYear(m, claim.tense, dateline.on)) ||
        (!side.sure && !claim.close) ||
        (claim.present && side.by > 400)
      )
        continue;
      yield report(paragraph, m, claim, side, dateline.on, dateline.from === 'today');
    }
  },
};

interface Side {
  /** Where the date lies, seen from the dateline. */
  readonly is: 'past' | 'future';
  /** Days between. */
  readonly by: number;
  readonly on: CivilDate;
  /** A day with its year; else a month or year, or a year that was assumed: then only a verb next to it counts. */
  readonly sure: boolean;
}

/** A written date lies on one side of the dateline or the other; undefined where it is not written out, or on the day itself. */
function sideOf(m: TimeMention, on: CivilDate): Side | undefined {
  if (m.kind !== 'date' && m.kind !== 'range' && m.kind !== 'month' && m.kind !== 'year') return undefined;
  if (m.parts.yearAssumed) return m.parts.month === undefined ? undefined : assumedSide(m, on);
  if (m.parts.year === undefined || !m.from || !m.until) return undefined;
  const sure = m.parts.day !== undefined;
  if (m.until < on) return { is: 'past', by: daysBetween(m.until, on), on: m.until, sure };
  return m.from > on ? { is: 'future', by: daysBetween(on, m.from), on: m.from, sure } : undefined;
}

/** Without a year: the nearest such day, where the one on the other side is so far that the writer would have named its year. */
function assumedSide(m: TimeMention, on: CivilDate): Side | undefined {
  const near = [-1, 0, 1].flatMap((step) => {
    const date = civilDate(yearOf(on) + step, m.parts.month!, m.parts.lastDay ?? m.parts.day!);
    return date ? [{ date, away: daysBetween(on, date) }] : [];
  });
  if (near.length === 0) return undefined;
  const best = near.reduce((a, b) => (Math.abs(b.away) < Math.abs(a.away) ? b : a));
  const by = Math.abs(best.away);
  if (by < 2 || by > 120) return undefined;
  return { is: best.away < 0 ? 'past' : 'future', by, on: best.date, sure: true };
}

/** A date without a year is first of the dateline's own year: where the tense fits it there, it stands. */
function fitsOwnYear(m: TimeMention, tense: Claim['tense'], on: CivilDate): boolean {
  const own = civilDate(yearOf(on), m.parts.month!, m.parts.day!);
  return own !== undefined && (tense === 'past' ? own <= on : own >= on);
}

function claimIn(paragraph: Paragraph, t: Tokens, m: TimeMention): Claim | undefined {
  const s = paragraph.sentences.find((x) => x.start <= m.span.start && m.span.start < x.end);
  if (!s) return undefined;
  const from = tokenAt(t, m.span.start);
  return claimOf(t, from, tokenAt(t, m.span.end), tokenAt(t, s.start), tokenAt(t, s.end), m.parts.day === undefined);
}

function report(paragraph: Paragraph, m: TimeMention, claim: Claim, side: Side, on: CivilDate, undated: boolean): Report {
  const { text } = paragraph;
  const said = slice(text, m.span);
  const verb = slice(text, claim.cue);
  const days = side.by === 1 ? 'a day' : `${side.by} days`;
  const message =
    side.is === 'past'
      ? `"${said}" is told as to come ("${verb}"), but it was ${days} before ${longDate(on)}. Say what happened, or check the date.`
      : `"${said}" is told as past ("${verb}"), but it is ${days} after ${longDate(on)}. Check the date or the tense.`;
  return {
    span: m.span,
    message,
    evidence: [{ text: `The draft is dated ${longDate(on)}` }],
    fixes: fixesOf(text, m, claim, side, on),
    ...(undated ? { severity: 'info' as const } : {}),
  };
}

/** "is scheduled" to "was scheduled"; and the year with which the tense would be right. */
function fixesOf(text: string, m: TimeMention, claim: Claim, side: Side, on: CivilDate): Fix[] {
  const fixes: Fix[] = [];
  const verb = slice(text, claim.cue);
  const be = /^(?:is|are|has been|have been)\b/i.exec(verb)?.[0];
  if (side.is === 'past' && be) {
    const was = be.toLowerCase() === 'is' ? 'was' : be.toLowerCase() === 'are' ? 'were' : 'had been';
    fixes.push({
      title: `Change "${be}" to "${was}"`,
      edits: [{ span: { start: claim.cue.start, end: claim.cue.start + be.length }, text: was }],
      confidence: 'judgement',
    });
  }
  const { yearSpan, year } = m.parts;
  if (yearSpan && year !== undefined && m.from) {
    const own = yearOf(on);
    const fits = [own, own + 1, own - 1].find((y) => y !== year && onSide(addDays(m.from!, 0), y, on, claim.tense));
    if (fits !== undefined && Math.abs(fits - year) <= 10)
      fixes.push({ title: `Change "${year}" to "${fits}"`, edits: [{ span: yearSpan, text: String(fits) }], confidence: 'judgement' });
  }
  return fixes;
}

/** True where the same day in another year lies on the side that the verb asks for. */
function onSide(date: CivilDate, year: number, on: CivilDate, tense: 'past' | 'future'): boolean {
  const moved = civilDate(year, Number(date.slice(5, 7)), Number(date.slice(8, 10)));
  return moved !== undefined && (tense === 'past' ? moved <= on : moved >= on);
}
