import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  castOf,
  type Dateline,
  type Draft,
  describeOffice,
  describeTenure,
  describeTenures,
  type Finding,
  holdsOn,
  inFile,
  type Knowledge,
  longDate,
  meant,
  type Person,
  type Placed,
  type Span,
  type TimeMention,
  weekdayName,
  weekdayOf,
} from '../core';
import { ruleUrl } from '../protocol/messages';
import { confirm } from './confirmed';
import { toRange } from './convert';
import type { Verdict } from './drafts';
import { aboutBodies } from './hover-bodies';
import { escaped } from './markdown';

const origins: Readonly<Record<Dateline['from'], string>> = {
  flag: 'given by the command line',
  comment: 'from its comment',
  'front matter': 'from its front matter',
  dateline: 'from its dateline',
  'file name': 'from its file name',
  config: 'from the config',
  today: 'today: the draft itself says no date',
};
/** "7 August 2025, from its front matter". */
export const describeDateline = (d: Dateline): string => `${longDate(d.on)}, ${origins[d.from]}`;

interface Part {
  readonly span: Span;
  readonly text: string;
}

/** Who a person is and was on the draft's day, what a place or an organisation is, which day a date means, and what speaks for a finding. */
export function hoverAt(document: TextDocument, verdict: Verdict, knowledge: Knowledge, offset: number): Hover | undefined {
  const { draft, findings } = verdict;
  const placed = draft.paragraphs.find((p) => p.whole.start <= offset && offset < p.whole.end);
  const parts: Part[] = [];
  if (placed) {
    parts.push(...aboutPeople(verdict, placed, knowledge, offset));
    if (parts.length === 0) parts.push(...aboutBodies(verdict, placed, knowledge, offset));
    parts.push(...aboutDates(draft, placed, offset));
  }
  const people = parts.length > 0;
  for (const f of findings) if (f.span.start <= offset && offset <= f.span.end) parts.push(...evidenceOf(f, people));
  if (parts.length === 0) return undefined;
  const [narrowest] = [...parts].sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  return {
    contents: { kind: MarkupKind.Markdown, value: parts.map((p) => p.text).join('\n\n---\n\n') },
    range: toRange(document, narrowest!.span),
  };
}

const holds = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

function aboutPeople(verdict: Verdict, placed: Placed, knowledge: Knowledge, offset: number): Part[] {
  const { draft } = verdict;
  const cast = castOf(draft, knowledge);
  for (const mention of placed.paragraph.mentions) {
    const span = inFile(placed, mention.span);
    if (!holds(span, offset)) continue;
    const { people } = meant(mention, cast);
    if (people.length === 0) continue;
    if (people.length > 1)
      return [
        {
          span,
          text: `**${escaped(placed.paragraph.text.slice(mention.name.start, mention.name.end))}** can be:\n\n${people
            .slice(0, 4)
            .map((p) => `- ${escaped(describeTenures(p, draft.dateline.on))}`)
            .join('\n')}${people.length > 4 ? '\n- …' : ''}`,
        },
      ];
    const right = confirm(verdict, placed, mention, knowledge);
    const confirmed = right ? `✓ Confirmed ${right.titled ? 'spelling and title' : 'spelling'}` : undefined;
    return [{ span, text: personPage(people[0]!, draft.dateline, knowledge, confirmed) }];
  }
  return [];
}

function personPage(person: Person, dateline: Dateline, knowledge: Knowledge, confirmed: string | undefined): string {
  const { on } = dateline;
  const held = person.tenures.filter((t) => holdsOn(t, on)).map((t) => describeOffice(t.office, t.acting));
  const rows = person.tenures.map((t) => `- ${holdsOn(t, on) ? '**' : ''}${escaped(describeTenure(t))}${holdsOn(t, on) ? '**' : ''}`);
  const before = person.tenures.some((t) => t.from > on) && !person.tenures.some((t) => t.from <= on);
  const what = held.length
    ? escaped(held.join(', '))
    : person.tenures.length === 0
      ? escaped(person.role ?? 'no office known')
      : before
        ? 'in no office yet'
        : 'in no office that we know';
  const facts = [
    person.died && person.died < on ? `died ${longDate(person.died)}` : person.born ? `born ${longDate(person.born)}` : '',
    person.also.length ? `also written ${person.also.slice(0, 4).join(', ')}` : '',
  ].filter(Boolean);
  return [
    `### ${escaped(person.name)}`,
    `On ${longDate(on)}: **${what}**`,
    ...(rows.length ? [rows.join('\n')] : []),
    ...(facts.length ? [escaped(facts.join(' · '))] : []),
    ...(confirmed ? [confirmed] : []),
    `*Judged on ${describeDateline(dateline)}. Edition ${knowledge.edition}, verified to ${longDate(knowledge.verified)}.*`,
  ].join('\n\n');
}

function aboutDates(draft: Draft, placed: Placed, offset: number): Part[] {
  for (const time of placed.paragraph.dates) {
    const span = inFile(placed, time.span);
    if (!holds(span, offset)) continue;
    const meaning = describeTime(time);
    if (meaning) return [{ span, text: `**${meaning}**\n\n*Counted from ${describeDateline(draft.dateline)}.*` }];
  }
  return [];
}

/** "Thursday, 14 August 2025", or the first and last day; undefined where the words resolve to no days. */
export function describeTime(time: TimeMention): string | undefined {
  if (!time.from || !time.until) return undefined;
  const day = (d: NonNullable<TimeMention['from']>): string => `${weekdayName(weekdayOf(d))}, ${longDate(d)}`;
  return time.from === time.until ? day(time.from) : `${day(time.from)} – ${day(time.until)}`;
}

/** What speaks for a finding; where the person's page is shown already, only its sources. */
function evidenceOf(finding: Finding, brief: boolean): Part[] {
  const lines = finding.evidence.map((e) => `- ${escaped(e.text)}${e.source ? ` *(${escaped(e.source)})*` : ''}`);
  if (lines.length === 0 || brief) return [];
  return [{ span: finding.span, text: `${lines.join('\n')}\n\n[${finding.rule}](${ruleUrl(finding.rule)})` }];
}
