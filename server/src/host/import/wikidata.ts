import { officesOfItems } from '../wikidata/items';
import { type Cells, cellOf, cellsOf, itemOf, labelOf, linesOf, parseBindings, precisionOf } from './bindings';
import {
  readDay,
  readDays,
  type Source,
  type SourceProblem,
  type SourceRow,
  UnreadableSource,
  withoutActing,
  withoutStyle,
} from './source';

/** Names that queries give to what we look for; the first that is there counts. */
const names = {
  person: ['person', 'item', 'human', 'holder', 'officeholder', 'politician', 'people', 'who'],
  position: ['position', 'office', 'pos', 'title', 'role', 'post'],
  of: ['of', 'jurisdiction', 'organisation', 'organization', 'body', 'district', 'constituency', 'state', 'place', 'country'],
  start: ['start', 'starttime', 'startdate', 'from', 'begin', 'since', 'termstart'],
  end: ['end', 'endtime', 'enddate', 'until', 'to', 'termend'],
  acting: ['acting', 'nature', 'natureofstatement', 'interim'],
  born: ['born', 'birth', 'birthdate', 'dateofbirth', 'dob'],
  rank: ['rank'],
} as const;

/** The item "acting", as qualifiers of position held name it. */
const actingItem = 'Q4676846';

/**
 * Results of a query of who held which position: SPARQL 1.1 JSON, or either of the JSON downloads of the query service's page (a list of rows).
 * docs/knowledge.md has the query. A file that breaks off is read as far as it goes.
 */
export function readWikidata(text: string): Source {
  const { bindings, path, broken } = parseBindings(text);
  if (bindings === undefined)
    throw new UnreadableSource('is no result of a query: it has no "results" with "bindings", and is no list of rows');
  const lines = linesOf(text, path);
  const problems: SourceProblem[] = broken ? [broken] : [];
  const rows: SourceRow[] = [];
  const seen = new Set<string>();
  bindings.forEach((binding, i) => {
    const at = { line: lines[i] ?? 1, row: i + 1 };
    const key = JSON.stringify(binding);
    if (seen.has(key)) return;
    seen.add(key);
    const row = readBinding(binding);
    if ('wrong' in row) problems.push({ ...at, message: row.wrong });
    else rows.push({ ...at, ...row });
  });
  return { rows, problems, word: 'Wikidata' };
}

/** One row of a result, or what is wrong with it. */
export const readBinding = (binding: unknown): Omit<SourceRow, 'line' | 'row'> | { readonly wrong: string } => readRow(cellsOf(binding));

function readRow(cells: Cells): Omit<SourceRow, 'line' | 'row'> | { readonly wrong: string } {
  const name = labelOf(cells, names.person);
  const item = itemOf(cells, names.person);
  if (name === undefined) return { wrong: `${item ?? 'The person'} has no English name here; ask for ?personLabel.` };
  const who = withoutStyle(name);
  if (cellOf(cells, names.rank)?.endsWith('DeprecatedRank')) return { wrong: `${who}: Wikidata itself calls the statement deprecated.` };
  const position = itemOf(cells, names.position);
  const office = position === undefined ? undefined : officesOfItems.get(position);
  const label = labelOf(cells, names.position);
  if (label === undefined && office === undefined)
    return { wrong: `${who}: ${position ?? 'the position'} has no English name here; ask for ?positionLabel.` };
  const { title, acting } = withoutActing(label ?? office!);
  const days = daysOf(cells);
  if ('wrong' in days) return { wrong: `${who}, ${label ?? office}: ${days.wrong}.` };
  const said = cellOf(cells, names.acting)?.toLowerCase();
  const born = cellOf(cells, names.born);
  const bornOn = born === undefined ? undefined : readDay(born, precisionOf(cells, names.born));
  const of = labelOf(cells, names.of);
  return {
    person: {
      ...(item !== undefined && { id: item }),
      name: who,
      also: who === name ? [] : [name],
      // New Year's Day without a word on precision is how Wikidata writes a year
      ...(bornOn &&
        'day' in bornOn &&
        !(bornOn.day.endsWith('-01-01') && precisionOf(cells, names.born) === undefined) && { born: bornOn.day }),
    },
    title,
    ...(of !== undefined && { of: stateOfDistrict(of) }),
    ...(office !== undefined && { office }),
    ...days,
    acting:
      acting || said === 'true' || said === '1' || said === 'acting' || said === 'yes' || said?.endsWith(actingItem.toLowerCase()) === true,
  };
}

function daysOf(cells: Cells): ReturnType<typeof readDays> {
  for (const end of names.end) {
    const cell = cells.get(end);
    if (cell && (cell.type === 'bnode' || cell.value.includes('/.well-known/genid/')))
      return { wrong: 'the last day is not known to Wikidata' };
  }
  const precisions = { from: precisionOf(cells, names.start), until: precisionOf(cells, names.end) };
  const days = readDays(cellOf(cells, names.start), cellOf(cells, names.end), precisions);
  if ('wrong' in days) return days;
  for (const [day, precision, variable] of [
    [days.from, precisions.from, 'startPrecision'],
    [days.until, precisions.until, 'endPrecision'],
  ] as const)
    if (day?.endsWith('-01-01') && precision === undefined)
      return {
        wrong: `${day} may be no more than the year ${day.slice(0, 4)}; ask for ?${variable}, as the query in docs/knowledge.md does`,
      };
  return days;
}

const stateOfDistrict = (label: string): string =>
  /^(.+?)(?:['’]s)? (?:at-large|\d+(?:st|nd|rd|th)) (?:congressional )?district$/i.exec(label)?.[1] ?? label;
