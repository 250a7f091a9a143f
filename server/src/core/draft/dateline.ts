import { parse as parseYaml } from 'yaml';
import { type CivilDate, civilDate, parseCivilDate } from '../calendar/civil-date';
import type { Span } from '../text/span';
import { wordsOf } from '../text/words';
import { readDates } from './dates/read-dates';
import type { Block, Dateline, Markup } from './draft';

/** What is taken for granted about a draft before it is read. */
export interface Assumed {
  /** From the command line or the caller: stands over everything that the draft says. */
  readonly asOf?: CivilDate;
  /** The draft's path, with forward slashes: may hold a date. */
  readonly path?: string;
  /** From the config. */
  readonly configured?: CivilDate;
  /** The day on the caller's calendar. The core has no clock. */
  readonly today: CivilDate;
  /** Front matter keys that hold the date, first match wins. */
  readonly keys?: readonly string[];
}

const usualKeys = [
  'as-of',
  'asOf',
  'as_of',
  'date',
  'published',
  'publishDate',
  'publish_date',
  'pubDate',
  'pubdate',
  'published_at',
  'datePublished',
  'updated',
  'lastmod',
  'modified',
];

/** The day on which the draft's facts are judged, and where that was read, in the order of the contract. */
export function datelineOf(markup: Markup, assumed: Assumed): Dateline {
  const inText = textDateline(markup.blocks, yearHint(markup, assumed), assumed.today);
  const place = inText?.place;
  const at = (on: CivilDate, from: Dateline['from'], where?: Span): Dateline => ({
    on,
    from,
    ...(place ? { place } : {}),
    ...(where ? { span: where } : {}),
  });
  if (assumed.asOf) return at(assumed.asOf, 'flag');
  for (const remark of markup.remarks) {
    const on = asOfRemark(remark.text);
    if (on) return at(on, 'comment', remark.span);
  }
  const front = frontMatterDate(markup, assumed.keys ?? usualKeys);
  if (front) return at(front, 'front matter', markup.frontMatter!.span);
  if (inText?.on) return at(inText.on, 'dateline', inText.span);
  const named = pathDate(assumed.path);
  if (named) return at(named, 'file name');
  if (assumed.configured) return at(assumed.configured, 'config');
  return at(assumed.today, 'today');
}

/** `as-of: 2025-08-07`, as it stands in a comment; undefined where the remark says something else or the day does not exist. */
export function asOfRemark(text: string): CivilDate | undefined {
  const m = /^as-of\s*:\s*(\S+)\s*$/i.exec(text);
  return m ? parseCivilDate(m[1]!) : undefined;
}

function frontMatterDate(markup: Markup, keys: readonly string[]): CivilDate | undefined {
  const front = markup.frontMatter;
  if (!front) return undefined;
  const values = front.language === 'yaml' ? yamlValues(front.text) : tomlValues(front.text);
  for (const key of keys) {
    const value = values[key];
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const on = looseDate(String(value));
    if (on) return on;
  }
  return undefined;
}

function yamlValues(text: string): Record<string, unknown> {
  try {
    const value: unknown = parseYaml(text, { schema: 'core', logLevel: 'silent', prettyErrors: false });
    return value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The top-level `key = value` lines: dates need no more of TOML. */
function tomlValues(text: string): Record<string, unknown> {
  const out: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('[')) break;
    const m = /^([\w-]+)\s*=\s*["']?([^"'#]+)/.exec(line);
    if (m) out[m[1]!] = m[2]!.trim();
  }
  return out;
}

/** An ISO day or date-time, or a date written out with its year. */
function looseDate(value: string): CivilDate | undefined {
  const iso = /^(\d{4})[-/](\d\d?)[-/](\d\d?)(?!\d)/.exec(value);
  if (iso) return civilDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  return wholeDate(value);
}

function wholeDate(text: string, year?: number): CivilDate | undefined {
  const found = readDates(text, wordsOf(text), [{ start: 0, end: text.length }], civilDate(year ?? 2000, 1, 1)!);
  for (const d of found) {
    const { parts } = d;
    if (parts.day === undefined || parts.month === undefined) continue;
    const y = parts.yearAssumed || parts.year === undefined ? year : parts.year;
    if (y !== undefined) return civilDate(y, parts.month, parts.day);
  }
  return undefined;
}

/** `2025-08-07-summit.md`, `2025/08/07/summit.md`, `20250807-summit.md`; the part nearest to the file's own name wins. */
export function pathDate(path: string | undefined): CivilDate | undefined {
  if (!path) return undefined;
  const all = [...path.matchAll(/(?<!\d)(\d{4})([-_/.]?)(\d\d)\2(\d\d)(?!\d)/g)];
  for (const m of all.reverse()) {
    const year = Number(m[1]);
    if (year < 1900 || year > 2100) continue;
    const on = civilDate(year, Number(m[3]), Number(m[4]));
    if (on) return on;
  }
  return undefined;
}

function yearHint(markup: Markup, assumed: Assumed): number | undefined {
  const known = assumed.asOf ?? pathDate(assumed.path) ?? frontMatterDate(markup, usualKeys);
  return known ? Number(known.slice(0, 4)) : undefined;
}

const lead = /^(?:published|posted|updated|last updated|first published|date|dated|issued|filed|modified)\b/i;
/** "WASHINGTON, Aug. 7, 2025 (AP) —", "KYIV, Ukraine (Reuters) -", "NEW DELHI, May 22, 2004:": capitals, then anything short, then a dash, a bar, or a colon after the year. */
const place =
  /^([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}(?=,? D\.C\.|, [A-Z][a-z]{2,3}\. \d|\s*\())/;
const dash = / ?[—–]|\s--?\s| \| |(?<=\b\d{4}(?: \([A-Z]\w{1,9}\))?):\s/;

/** The first dateline or published line within the first paragraphs of the text. */
function textDateline(
  blocks: readonly Block[],
  year: number | undefined,
  _today: CivilDate,
): { on?: CivilDate; place?: string; span?: Span } | undefined {
  let seen = 0;
  let placed: { place?: string } | undefined;
  for (const block of blocks) {
    if (block.kind === 'furniture' || block.kind === 'headline') continue;
    if (++seen > 8) break;
    const head = block.text.slice(0, 160);
    const cut = dash.exec(head);
    const where = cut && cut.index < 90 ? place.exec(head) : null;
    const line = where ? head.slice(0, cut!.index) : block.text.length <= 90 && (lead.test(head) || isDateLine(head)) ? head : undefined;
    if (line === undefined) continue;
    const on = wholeDate(line, year);
    const town = where ? titled(where[1]!) : undefined;
    if (on)
      return { on, ...(town ? { place: town } : {}), span: { start: block.at, end: block.at + (block.map.runs[2] ?? 0) + line.length } };
    if (town && !placed) placed = { place: town };
  }
  return placed;
}

/** A line that is a date with at most a byline, an hour or a zone beside it. */
const isDateLine = (text: string): boolean =>
  /\b\d{4}\b/.test(text) && text.split(/\s+/).length <= 12 && !/[.!?]["”’]?$/.test(text.replace(/\b(?:a|p)\.m\.$/i, ''));

const titled = (town: string): string =>
  town === town.toUpperCase() && town.length > 3
    ? town.toLowerCase().replace(/(^|[\s'’-])(\p{L})/gu, (_, a: string, b: string) => a + b.toUpperCase())
    : town;
