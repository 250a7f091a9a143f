import { parse } from 'csv-parse/sync';
import { nearest } from '../../core';
import { readDay, readDays, type Source, type SourceProblem, type SourceRow, UnreadableSource, withoutActing } from './source';

/** What a column may be called, in lower case and without spaces; the first is how we call it. */
const columns = {
  name: ['name', 'personlabel', 'itemlabel', 'fullname', 'officeholder', 'holder', 'person', 'politician', 'who'],
  office: ['office', 'title', 'positionlabel', 'officelabel', 'position', 'role', 'post'],
  of: [
    'of',
    'oflabel',
    'jurisdictionlabel',
    'jurisdiction',
    'countrylabel',
    'body',
    'organisation',
    'organization',
    'place',
    'state',
    'city',
    'country',
  ],
  from: ['from', 'start', 'starts', 'startdate', 'starttime', 'since', 'begin', 'tookoffice'],
  until: ['until', 'end', 'ends', 'enddate', 'endtime', 'to', 'leftoffice', 'left'],
  acting: ['acting', 'interim'],
  source: ['source', 'sourceurl', 'reference', 'url'],
  kind: ['kind', 'kindofoffice'],
  born: ['born', 'birthdate', 'birth', 'dateofbirth', 'dob'],
  id: ['id', 'personid', 'qid', 'wikidata', 'bioguide'],
  fromPrecision: ['startprecision', 'fromprecision'],
  untilPrecision: ['endprecision', 'untilprecision'],
} as const;
type Column = keyof typeof columns;

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const yes = new Set(['yes', 'y', 'true', '1', 'x', 'acting', 'interim']);
const no = new Set(['', 'no', 'n', 'false', '0', '-']);

/** A table with a header: name, office and from at least. Separated by commas, semicolons or tabs. */
export function readCsv(text: string, word: string): Source {
  const problems: SourceProblem[] = [];
  const rows: SourceRow[] = [];
  const [header, ...records] = parseRecords(text, problems);
  if (!header) throw new UnreadableSource('is empty');
  const at = columnsOf(header.record);
  let line = header.info.lines;
  for (const { record, info } of records) {
    // a record that spans lines ends at `lines`; say where it begins
    const here = line + 1;
    line = info.lines;
    if (record.every((v) => v.trim() === '')) continue;
    const row = readRow((column) => (at.has(column) ? record[at.get(column)!]?.trim() : undefined));
    if ('wrong' in row) problems.push({ line: here, message: row.wrong });
    else rows.push({ line: here, ...row });
  }
  return { rows, problems: problems.sort((a, b) => a.line - b.line), word };
}

function parseRecords(text: string, problems: SourceProblem[]): readonly Parsed[] {
  const first = text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].reduce((best, d) => (first.split(d).length > first.split(best).length ? d : best));
  return parse(text, {
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      problems.push({
        line: Number((error as { lines?: number } | undefined)?.lines ?? 1),
        message: `The row cannot be read: ${error?.message ?? 'it is broken'}.`,
      });
      return undefined;
    },
  }) as unknown as Parsed[];
}

/** Where each column stands. Throws where one is missing that there must be. */
function columnsOf(header: readonly string[]): ReadonlyMap<Column, number> {
  const plain = header.map((h) => h.toLowerCase().replace(/[^a-z]/g, ''));
  const at = new Map<Column, number>();
  for (const [column, called] of Object.entries(columns) as [Column, readonly string[]][]) {
    const index = called.map((c) => plain.indexOf(c)).find((i) => i >= 0 && ![...at.values()].includes(i));
    if (index !== undefined) at.set(column, index);
  }
  const missing = (['name', 'office', 'from'] as const).filter((c) => !at.has(c));
  if (missing.length > 0) {
    const near = missing.flatMap(
      (c) =>
        nearest(
          c,
          header.filter((_, i) => ![...at.values()].includes(i)),
        ) ?? [],
    );
    throw new UnreadableSource(
      `has no column ${missing.map((c) => `"${c}"`).join(' and no column ')} in its first line (${header.map((h) => h.trim()).join(', ')}).${near.length > 0 ? ` Is it "${near.join('", "')}"? Call it ${missing.join(', ')}.` : ''} Known: ${Object.keys(columns).slice(0, 10).join(', ')}`,
    );
  }
  return at;
}

function readRow(cell: (column: Column) => string | undefined): Omit<SourceRow, 'line'> | { readonly wrong: string } {
  const name = cell('name');
  const office = cell('office');
  if (!name) return { wrong: 'The row has no name.' };
  if (!office) return { wrong: `${name}: no office is given.` };
  const precision = (column: Column): number | undefined => (/^\d+$/.test(cell(column) ?? '') ? Number(cell(column)) : undefined);
  const days = readDays(cell('from'), cell('until'), { from: precision('fromPrecision'), until: precision('untilPrecision') });
  if ('wrong' in days) return { wrong: `${name}, ${office}: ${days.wrong}.` };
  const said = (cell('acting') ?? '').toLowerCase();
  if (!yes.has(said) && !no.has(said)) return { wrong: `${name}, ${office}: acting is "${said}", which is neither yes nor no.` };
  const { title, acting } = withoutActing(office);
  const bornText = cell('born');
  const born = bornText ? readDay(bornText) : undefined;
  if (born && 'wrong' in born) return { wrong: `${name}: the birth date: ${born.wrong}.` };
  const [of, kind, source, id] = [cell('of'), cell('kind'), cell('source'), cell('id')];
  return {
    person: { ...(id && { id }), name: name.replace(/\s+/g, ' '), also: [], ...(born && 'day' in born && { born: born.day }) },
    title,
    ...(of && { of }),
    ...(kind && { kind }),
    ...days,
    acting: acting || yes.has(said),
    ...(source && { source }),
  };
}
