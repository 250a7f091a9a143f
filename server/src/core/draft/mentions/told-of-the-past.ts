import { addDays, type CivilDate, daysBetween } from '../../calendar/civil-date';
import type { Span } from '../../text/span';
import type { Draft, Mention, Paragraph, TitleMention } from '../draft';
import { claimIn } from './modifiers';
import type { TitleVerdict } from './verdict';

/**
 * Days that the sentence itself names with a year, or the label that its paragraph begins with ("May 2024 — …"): the first and last day, when it lies
 * well apart from the dateline.
 */
export function daysToldOf(mention: Mention, paragraph: Paragraph, on: CivilDate): CivilDate[] {
  const sentence = paragraph.sentences.find((s) => s.start <= mention.name.start && mention.name.start < s.end);
  if (!sentence) return [];
  const out: CivilDate[] = [];
  for (const d of paragraph.dates) {
    if (d.from === undefined || d.until === undefined) continue;
    if ((d.span.start < sentence.start || d.span.end > sentence.end) && !isLabel(d.span, paragraph)) continue;
    if (Math.abs(daysBetween(d.from, on)) < 45 || (d.from <= on && on <= d.until)) continue;
    out.push(d.from, d.until);
    const span = daysBetween(d.from, d.until);
    if (span > 1) for (let k = 1; k < 12; k++) out.push(addDays(d.from, Math.round((span * k) / 12)));
  }
  return out;
}

const isLabel = ({ start, end }: Span, { text }: Paragraph): boolean => start < 4 && /^ ?[—–:-]/.test(text.slice(end, end + 2));

const pastTie =
  /\b(?:under|during|since|(?:appointed|nominated|named|picked|chosen|selected|tapped|signed|ordered|created|established|launched|enacted|issued|pardoned|commuted|fired|hired|negotiated|installed|assassinated|ousted|overthrown|toppled|succeeded|replaced|defeated|written|built|started|begun|founded|inherited|left|adopted)(?: into law)?(?: in \d{4})? by|(?:death|assassination|ouster|overthrow|removal|resignation|impeachment|funeral|successor|predecessor|legacy|memory|era|reign|presidency|premiership|tenure|time|years|days|administration|government|fall|downfall|statue|bust|portrait|grave|tomb|birth|birthplace|widow|shooting|murder|killing) of|succeed(?:ed)?|replac(?:ed?|ing)|oust(?:ed|ing)?|overthr(?:ew|own|ow)|toppl(?:ed?|ing)|depos(?:ed?|ing)|unseat(?:ed)?|aide to|advis[eo]r to|clerk to|lawyer (?:to|for)|counsel to|speechwriter (?:to|for)|fir(?:ed|ing)|dismiss(?:ed|ing)|late|remember(?:ing)?|recall(?:ed|ing)?)\s+(?:the\s+)?(?:then[- ])?$/i;

/** "appointed by President …", "under President …": the title is told of its own time. */
export function isToldOfThePast(mention: Mention, title: TitleMention, paragraph: Paragraph): boolean {
  const sentence = paragraph.sentences.find((s) => s.start <= mention.name.start && mention.name.start < s.end);
  if (
    sentence &&
    /\b(?:years?|decades?|months?|weeks?|days?) (?:later|earlier|before|after)\b/i.test(paragraph.text.slice(sentence.start, sentence.end))
  )
    return true;
  const before = paragraph.text.slice(Math.max(0, title.span.start - 48), Math.min(title.span.start, mention.span.start));
  if (pastTie.test(before)) return true;
  if (/\bformer [\w -]{2,30} (?:to|for|of|under) $/i.test(before)) return true;
  const after = paragraph.text.slice(mention.span.end, mention.span.end + 48);
  if (/^, who (?:later|then|would|went on|became (?:the )?(?:acting|interim|caretaker))\b/.test(after)) return true;
  if (/^(?: and [\w .]{2,24})?(?: that)? (?:had|did not|didn[’']t|once|used to|would have|became|would become|went on to)\b/.test(after))
    return true;
  return /^(?:[’']s?)? (?:administration|presidency|premiership|era|government at the time|at the time|first term|second term|tenure|reign)\b/i.test(
    after,
  );
}

const leaving =
  /^(?: (?:has|had|formally|finally|abruptly|also|late|on \w+))*,? (?:announced (?:his|her|their) resignation|resigned|stepped down|stepped aside|quit|fled|lost (?:an?|the) (?:election|vote|no-confidence|confidence)|conceded|handed over|left office|was (?:ousted|removed|toppled|overthrown|deposed|sacked|fired|dismissed|forced out|voted out|recalled))\b/;
const removing = /\b(?:removed|removing|removal of|detained|arrested|seized|ousting|captured|resignation of) (?:the )?$/;
const dying = /\b(?:died|was killed|were killed|was murdered|was assassinated|was executed|was shot|perished)\b/;

/** The sentence tells how the bearer left the office: within days of its end, or, of one who died in it, at any time. */
export function isToldLeaving(mention: Mention, { person, tenures, on }: TitleVerdict, paragraph: Paragraph): boolean {
  const last = tenures.filter((t) => t.until !== undefined && t.until < on).at(-1)?.until;
  if (last === undefined) return false;
  const stop = paragraph.sentences.find((s) => s.start <= mention.name.start && mention.name.start < s.end)?.end ?? paragraph.text.length;
  const after = paragraph.text.slice(mention.span.end, Math.min(stop, mention.span.end + 80));
  const before = paragraph.text.slice(Math.max(0, mention.span.start - 30), mention.span.start);
  if (daysBetween(last, on) <= 14 && removing.test(before)) return true;
  if (daysBetween(last, on) <= 14 && leaving.test(after)) return true;
  if (!person || !dying.test(after)) return false;
  if (person.died === undefined) return daysBetween(last, on) > 365;
  return Math.abs(daysBetween(last, person.died)) <= 2 && !toldAsNews(mention, person.died, paragraph);
}

/** A title of courtesy: the dead, and on later reference those whom the draft introduced as former. */
export function courtesy(
  mention: Mention,
  title: TitleMention,
  verdict: TitleVerdict,
  draft: Draft,
  by: 'name' | 'introduction' | 'surname',
  paragraph: Paragraph,
): boolean {
  const person = verdict.person!;
  if (
    person.died !== undefined &&
    person.died < verdict.on &&
    !toldAsNews(mention, person.died, paragraph) &&
    (by !== 'name' || daysBetween(person.died, verdict.on) > 7300 || isUnitedStates(verdict))
  )
    return true;
  if (verdict.fit !== 'left' || by !== 'introduction' || title.position !== 'before') return false;
  for (const { paragraph } of draft.paragraphs) {
    for (const m of paragraph.mentions) {
      if (m === mention) return false;
      if (m.form === 'full' && m.people.includes(person) && m.titles.some((t) => claimIn(t) === 'former')) return true;
    }
  }
  return false;
}

const isUnitedStates = (v: TitleVerdict): boolean => v.tenures.some((t) => t.office.id === 'united-states/president');

/** The sentence tells of a day after the death as of any other: "opened the bridge Monday". */
function toldAsNews(mention: Mention, died: CivilDate, paragraph: Paragraph): boolean {
  const sentence = paragraph.sentences.find((s) => s.start <= mention.name.start && mention.name.start < s.end);
  return (
    sentence !== undefined &&
    paragraph.dates.some(
      (d) => d.kind === 'weekday' && d.from !== undefined && d.from > died && sentence.start <= d.span.start && d.span.end <= sentence.end,
    )
  );
}
