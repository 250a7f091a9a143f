import type { JudgedTitle } from '../../draft/mentions/verdict';
import { describeTenures } from '../../knowledge/describe';
import type { Tenure } from '../../knowledge/knowledge';
import type { DraftReport, Evidence, Fix, Severity } from '../../lint/rule';

/** The words of a title and its name as they stand. */
export const asWritten = ({ placed, mention, title }: JudgedTitle): string => {
  const { text } = placed.paragraph;
  return text.slice(Math.min(title.span.start, mention.name.start), Math.max(title.span.end, mention.name.end));
};

/** The title alone, as it stands. */
export const titleAsWritten = ({ placed, title }: JudgedTitle): string => placed.paragraph.text.slice(title.span.start, title.span.end);

export const evidenceFor = ({ verdict }: JudgedTitle): Evidence[] => {
  const { person } = verdict;
  if (!person) return [];
  const about = describeTenures(person, verdict.on);
  const others = verdict.holders.slice(0, 2).map((t): Evidence => ({ text: describeTenures(t.person, verdict.on), source: t.source }));
  const source = (verdict.tenures.at(-1) ?? verdict.present[0])?.source;
  return [{ text: about, ...(source ? { source } : {}) }, ...others];
};

/** A dateline after the verified day lowers the level and says so. */
export function doubt({ verdict }: JudgedTitle): { severity?: Severity; note: string } {
  if (!verdict.unverified) return { note: '' };
  const until = [...verdict.tenures, ...verdict.present, ...verdict.holders].map((t) => t.verified).sort()[0];
  return { severity: 'warning', note: ` Our rows are verified only to ${until}: check.` };
}

/** "NATO Secretary-General" of a body that is no country; the title alone of a country's office. */
export function shortTitle(t: Tenure, lower: boolean): string {
  const title = t.office.titles[0] ?? t.office.kind;
  const named = t.office.of.type === 'organisation' && !title.includes(t.office.of.name) ? `${t.office.of.name} ${title}` : title;
  return lower ? lowered(named, t.office.of.name) : named;
}

/** Lower case, but for the name of the body and for abbreviations. */
function lowered(title: string, body: string): string {
  return title
    .split(' ')
    .map((w) => (body.split(' ').includes(w) || /^[A-Z]{2}|\.|^U\.?S/.test(w) ? w : w.toLowerCase()))
    .join(' ');
}

/** The report of a judged title: it covers title and name, so that the reader sees whom it is about. */
export function report(j: JudgedTitle, message: string, fixes: readonly Fix[]): DraftReport {
  const { note, severity } = doubt(j);
  const start = Math.min(j.title.span.start, j.mention.name.start);
  const end = Math.max(j.title.span.end, j.mention.name.end);
  return { placed: j.placed, span: { start, end }, message: message + note, evidence: evidenceFor(j), fixes, ...(severity ? { severity } : {}) };
}

/** Inserts "former" before a title, with the case of its place. */
export function addFormer(j: JudgedTitle): Fix {
  const { text, sentences } = j.placed.paragraph;
  const at = j.title.span.start;
  const opens = sentences.some((s) => s.start === at || (s.start === at - 1 && /["“‘']/.test(text[s.start]!)));
  const was = text.slice(at, j.title.span.end);
  if (opens) return { title: `Change "${was}" to "Former ${was}"`, confidence: 'judgement', edits: [{ span: { start: at, end: at }, text: 'Former ' }] };
  return { title: `Change "${was}" to "former ${was}"`, confidence: 'judgement', edits: [{ span: { start: at, end: at }, text: 'former ' }] };
}

/** Replaces a title by the one the person has on that day; the jurisdiction stays where the new post is of the same body. */
export function replaceTitle(j: JudgedTitle, t: Tenure): Fix {
  const { text } = j.placed.paragraph;
  const { title } = j;
  const office = text.slice(title.office.start, title.office.end);
  const lower = office === office.toLowerCase();
  const same = title.jurisdiction === undefined || title.jurisdiction.bodies.includes(t.office.of);
  const place = same ? title.office : { start: Math.min(title.span.start, title.office.start), end: title.span.end };
  const words = shortTitle(t, lower);
  const capital = !lower && /^[a-z]/.test(words) ? words[0]!.toUpperCase() + words.slice(1) : words;
  return { title: `Change "${text.slice(place.start, place.end)}" to "${capital}"`, confidence: 'judgement', edits: [{ span: place, text: capital }] };
}
