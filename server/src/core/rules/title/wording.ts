import { daysBetween } from '../../calendar/civil-date';
import type { Dateline } from '../../draft/draft';
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

/** A dateline after the verified day lowers the level and says so; so does a draft without a date, which may be an old one. */
export function doubt({ placed: _, verdict }: JudgedTitle, dateline: Dateline): { severity?: Severity; note: string } {
  const ended = verdict.tenures.filter((t) => t.until !== undefined && t.until < verdict.on).at(-1)?.until;
  if (dateline.from === 'today' && ended && daysBetween(ended, verdict.on) > 730)
    return { severity: 'info', note: ' The draft has no date: give it one.' };
  if (!verdict.unverified) return { note: '' };
  const until = [...verdict.tenures, ...verdict.present, ...verdict.holders].map((t) => t.verified).sort()[0];
  return { severity: 'warning', note: ` Our rows are verified only to ${until}: check.` };
}

/** "NATO Secretary-General" of a body that is no country; the title alone of a country's office. */
export function shortTitle(t: Tenure, lower: boolean): string {
  const title = t.office.titles[0] ?? t.office.kind;
  const { type, name } = t.office.of;
  const said = title.includes(name) || title.split(' ')[0] === name.split(' ')[0];
  const named = type === 'organisation' && !said ? `${name} ${title}` : title;
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
export function report(j: JudgedTitle, dateline: Dateline, message: string, fixes: readonly Fix[]): DraftReport {
  const { note, severity } = doubt(j, dateline);
  // of several titles only the wrong one is marked: the name and the others are right
  const alone = j.mention.titles.length > 1 ? j.title.span : j.mention.name;
  const start = Math.min(j.title.span.start, alone.start);
  const end = Math.max(j.title.span.end, alone.end);
  return {
    placed: j.placed,
    span: { start, end },
    message: message + note,
    evidence: evidenceFor(j),
    fixes,
    ...(severity ? { severity } : {}),
  };
}

/** Inserts "former" before a title, with the case of its place; for the dead "the late" too, and for a monarch that alone. */
export function addFormer(j: JudgedTitle): Fix[] {
  const { text, sentences } = j.placed.paragraph;
  const at = j.title.span.start;
  const opens = sentences.some((s) => s.start === at || (s.start === at - 1 && /["“‘']/.test(text[s.start]!)));
  const was = text.slice(at, j.title.span.end);
  const { person, on, tenures } = j.verdict;
  const dead = person?.died !== undefined && person.died < on;
  const reigned = tenures.some((t) => /^(?:monarch|pope)$/.test(t.office.kind));
  const words = [
    ...(dead && reigned ? [] : ['former']),
    ...(dead && j.title.position === 'before' ? [/\bthe $/i.test(text.slice(0, at)) ? 'late' : 'the late'] : []),
  ];
  return words.map((word) => {
    const put = opens ? word[0]!.toUpperCase() + word.slice(1) : word;
    return {
      title: `Change "${was}" to "${put} ${was}"`,
      confidence: 'judgement',
      edits: [{ span: { start: at, end: at }, text: `${put} ` }],
    };
  });
}

/** AP's short form before a name. */
const short: Readonly<Record<string, string>> = {
  Governor: 'Gov.',
  Senator: 'Sen.',
  Representative: 'Rep.',
  'Lieutenant Governor': 'Lt. Gov.',
};

/** The ways in which newspapers write the post, best first: "Gov.", "Georgia Gov."; "Housing Secretary", "Housing and Urban Development Secretary". */
function wordings(t: Tenure, lower: boolean): string[] {
  const [first = t.office.kind] = t.office.titles;
  if (t.office.of.kind === 'state' && !lower)
    return [short[first] ?? first, ...(t.office.kind === 'governor' ? [`${t.office.of.name} ${short[first] ?? first}`] : [])];
  const longest = [...t.office.titles].filter((x) => !/\bof\b/.test(x)).sort((a, b) => b.length - a.length)[0];
  return [...new Set([shortTitle(t, lower), ...(t.office.kind === 'secretary' && longest && !lower ? [longest] : [])])];
}

/** Replaces a title by the ones the person has on that day; the jurisdiction stays where the new post is of the same body. */
export function replaceTitle(j: JudgedTitle, t: Tenure): Fix[] {
  const { text } = j.placed.paragraph;
  const { title } = j;
  const office = text.slice(title.office.start, title.office.end);
  const lower = office === office.toLowerCase();
  const same = title.jurisdiction === undefined || title.jurisdiction.bodies.includes(t.office.of);
  const start = same ? title.office.start : Math.min(title.span.start, title.office.start);
  const end = same ? title.office.end : title.span.end;
  // the period of "Sen." goes with it
  const span = {
    start,
    end: text[end] === '.' && /(?:^|[\s.-])(?:sen|gov|rep|gen|pres|sec|amb|del|lt)$/i.test(text.slice(start, end)) ? end + 1 : end,
  };
  const named =
    title.jurisdiction?.bodies.includes(t.office.of) && t.office.of.type === 'organisation'
      ? [lower ? t.office.titles[0]!.toLowerCase() : t.office.titles[0]!]
      : wordings(t, lower);
  return named.map((words) => {
    const capital = !lower && /^[a-z]/.test(words) ? words[0]!.toUpperCase() + words.slice(1) : words;
    return {
      title: `Change "${text.slice(span.start, span.end)}" to "${capital}"`,
      confidence: 'judgement',
      edits: [{ span, text: capital }],
    };
  });
}
