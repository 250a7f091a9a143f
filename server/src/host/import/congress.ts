import { parse } from 'yaml';
import { type CivilDate, parseCivilDate } from '../../core';
import { readDays, type Source, type SourceProblem, type SourceRow, UnreadableSource } from './source';

const states = `AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|FL Florida|GA Georgia (U.S. state)|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|DC Washington, D.C.|PR Puerto Rico|GU Guam|AS American Samoa|VI U.S. Virgin Islands|MP Northern Mariana Islands`;
const nameOfState = new Map(states.split('|').map((s) => [s.slice(0, 2), s.slice(3)]));
/** What sends a delegate to the House, who does not vote. */
const delegates = new Set(['DC', 'PR', 'GU', 'AS', 'VI', 'MP']);

/**
 * The days on which Congresses adjourned for good, where they did so before their term was over (the Senate's list of sessions). For terms before 2007 the
 * lists give that day as the last; the term itself ran until noon on the 3rd of January that followed.
 */
const adjourned = new Set(
  '1942-12-16 1944-12-19 1946-08-02 1948-12-31 1951-01-02 1952-07-07 1954-12-02 1956-07-27 1958-08-24 1960-09-01 1962-10-13 1964-10-03 1966-10-22 1968-10-14 1971-01-02 1972-10-18 1974-12-20 1976-10-01 1978-10-15 1980-12-16 1982-12-23 1984-10-12 1986-10-18 1988-10-22 1990-10-28 1992-10-09 1994-12-01 1996-10-04 1998-12-19 2000-12-15 2002-11-22 2004-12-09 2006-12-09'.split(
    ' ',
  ),
);

/** The first day of a term: the 3rd of January of an odd year, on which it began, where the lists give the day on which Congress met. */
const begun = (day: CivilDate): CivilDate =>
  day >= '1935' && Number(day.slice(0, 4)) % 2 === 1 && /-01-0[4-7]$/.test(day) ? (`${day.slice(0, 4)}-01-03` as CivilDate) : day;

const over = (day: CivilDate): CivilDate => {
  if (!adjourned.has(day)) return day;
  const year = Number(day.slice(0, 4));
  return `${year % 2 === 0 ? year + 1 : year}-01-03` as CivilDate;
};

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);

/**
 * legislators-current, legislators-historical and executive of unitedstates/congress-legislators, YAML or JSON. Terms that follow on one another in one state's
 * seat make one tenure; one that ends after the day to which the file is vouched for has not ended.
 */
export function readCongress(text: string, verified: CivilDate): Source {
  const rows: SourceRow[] = [];
  const problems: SourceProblem[] = [];
  for (const { value, line, wrong } of legislators(text)) {
    if (wrong !== undefined) problems.push({ line, message: wrong });
    else readLegislator(fieldsOf(value), line, verified, rows, problems);
  }
  if (rows.length === 0 && problems.length === 0) throw new UnreadableSource('lists no legislators');
  return { rows, problems, word: 'congress-legislators' };
}

interface Entry {
  readonly value?: unknown;
  readonly line: number;
  readonly wrong?: string;
}

/** The entries of the list, each parsed by itself where it is YAML: a broken one spoils no other, and a file of 10 MB needs no tree of itself. */
function* legislators(text: string): Generator<Entry> {
  const plain = text.replace(/^\ufeff/, '');
  if (/^\s*\[/.test(plain)) {
    let list: unknown;
    try {
      list = JSON.parse(plain);
    } catch (error) {
      throw new UnreadableSource(`is not JSON (${(error as Error).message})`);
    }
    // a line for each entry, by where its bioguide id stands
    let at = 0;
    let line = 1;
    for (const value of list as unknown[]) {
      const id = textOf(fieldsOf(fieldsOf(value)['id'])['bioguide']);
      const next = id === undefined ? -1 : plain.indexOf(`"${id}"`, at);
      if (next >= 0) {
        for (let i = at; i < next; i++) if (plain.charCodeAt(i) === 10) line++;
        at = next;
      }
      yield { value, line };
    }
    return;
  }
  const starts = [...plain.matchAll(/^- /gm)].map((m) => m.index);
  let line = 1;
  let at = 0;
  for (const [i, start] of starts.entries()) {
    for (; at < start; at++) if (plain.charCodeAt(at) === 10) line++;
    const entry = plain.slice(start, starts[i + 1]);
    try {
      const value: unknown = parse(entry, { schema: 'failsafe' });
      yield { value: (value as unknown[])[0], line };
    } catch (error) {
      const inside = (error as { linePos?: readonly { readonly line: number }[] }).linePos?.[0]?.line ?? 1;
      yield { line: line + inside - 1, wrong: `The entry is not YAML: ${(error as Error).message.split('\n')[0]}` };
    }
  }
}

function readLegislator(entry: Fields, line: number, verified: CivilDate, rows: SourceRow[], problems: SourceProblem[]): void {
  const id =
    textOf(fieldsOf(entry['id'])['bioguide']) ?? textOf(fieldsOf(entry['id'])['wikidata']) ?? textOf(fieldsOf(entry['id'])['govtrack']);
  const names = namesOf(fieldsOf(entry['name']));
  if (!names) {
    problems.push({ line, message: 'The entry has no name.' });
    return;
  }
  const [name, ...also] = names as [string, ...string[]];
  const born = parseCivilDate(textOf(fieldsOf(entry['bio'])['birthday']) ?? '');
  const person = { ...(id && { id }), name, also, ...(born && { born }) };
  const terms = Array.isArray(entry['terms']) ? (entry['terms'] as unknown[]) : [];
  if (terms.length === 0) problems.push({ line, message: `${name}: no terms are listed.` });
  for (const [i, term] of terms.map(fieldsOf).entries()) {
    const wrong = (message: string): void => void problems.push({ line, message: `${name}, term ${i + 1}: ${message}.` });
    const post = postOf(term);
    if ('wrong' in post) {
      wrong(post.wrong);
      continue;
    }
    const days = readDays(textOf(term['start']), textOf(term['end']));
    if ('wrong' in days) wrong(days.wrong);
    else {
      const until = days.until && over(days.until);
      rows.push({ line, person, ...post, from: begun(days.from), ...(until && until <= verified && { until }), acting: false });
    }
  }
}

function postOf(term: Fields): { readonly title: string; readonly kind: string; readonly of: string } | { readonly wrong: string } {
  const type = textOf(term['type']);
  if (type === 'prez') return { title: 'President', kind: 'president', of: 'United States' };
  if (type === 'viceprez') return { title: 'Vice President', kind: 'vice-president', of: 'United States' };
  if (type !== 'sen' && type !== 'rep') return { wrong: `"${type ?? ''}" is no kind of term; known are sen, rep, prez and viceprez` };
  const code = textOf(term['state']) ?? '';
  const of = nameOfState.get(code);
  if (of === undefined) return { wrong: `"${code}" is no state of today` };
  if (type === 'sen') return { title: 'Senator', kind: 'senator', of };
  return delegates.has(code) ? { title: 'Delegate', kind: 'delegate', of } : { title: 'Representative', kind: 'representative', of };
}

/** The names that are right, the one that newspapers write first. */
function namesOf(name: Fields): string[] | undefined {
  const [first, middle, last, nickname, suffix, official] = ['first', 'middle', 'last', 'nickname', 'suffix', 'official_full'].map((k) =>
    textOf(name[k]),
  );
  if (!last || !(first ?? official)) return official ? [official] : undefined;
  const initial = /^[A-Z]\.?$/.test(first ?? '');
  const short = nickname ? `${nickname} ${last}` : initial ? [first, middle, last].filter(Boolean).join(' ') : `${first} ${last}`;
  const all = [
    short,
    official,
    first && !initial && `${first} ${last}`,
    first && middle && `${first} ${middle} ${last}`,
    suffix && `${short} ${suffix}`,
  ];
  return [...new Set(all.filter((n): n is string => typeof n === 'string' && n !== ''))];
}
