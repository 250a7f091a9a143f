import { getNodeValue, type ParseError, parseTree, visit } from 'jsonc-parser';
import type { SourceProblem } from './source';

/** A variable of a row, by its name in lower case. */
export type Cells = ReadonlyMap<string, { readonly value: string; readonly type: string }>;

export const cellOf = (cells: Cells, among: readonly string[]): string | undefined => {
  for (const name of among) {
    const value = cells.get(name)?.value.trim();
    if (value) return value;
  }
  return undefined;
};

/** "startPrecision" or "start_precision" beside "start". */
export function precisionOf(cells: Cells, among: readonly string[]): number | undefined {
  const value = cellOf(
    cells,
    among.flatMap((n) => [`${n}precision`, `${n}_precision`]),
  );
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}

export const itemOf = (cells: Cells, among: readonly string[]): string | undefined => {
  for (const name of among) {
    const item = /(?:^|\/entity\/)(Q\d+)$/.exec(cells.get(name)?.value ?? '')?.[1];
    if (item) return item;
  }
  return undefined;
};

/** The label, or the variable itself where it holds text; a bare Q-number is what the label service gives for want of a label. */
export function labelOf(cells: Cells, among: readonly string[]): string | undefined {
  const value = cellOf(
    cells,
    among.flatMap((n) => [`${n}label`, `${n}_label`, `${n}name`, n]).filter((n) => !/^https?:/.test(cells.get(n)?.value ?? '')),
  );
  return value === undefined || /^Q\d+$/.test(value) ? undefined : value;
}

export function cellsOf(binding: unknown): Cells {
  const out = new Map<string, { value: string; type: string }>();
  if (typeof binding !== 'object' || binding === null) return out;
  for (const [name, cell] of Object.entries(binding)) {
    const value = typeof cell === 'object' && cell !== null ? (cell as { value?: unknown }).value : cell;
    const type = typeof cell === 'object' && cell !== null ? String((cell as { type?: unknown }).type ?? 'literal') : 'literal';
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      out.set(name.toLowerCase(), { value: String(value), type });
  }
  return out;
}

export function parseBindings(text: string): { bindings: readonly unknown[] | undefined; path: readonly string[]; broken?: SourceProblem } {
  let value: unknown;
  let broken: SourceProblem | undefined;
  const plain = text.replace(/^\ufeff/, ' ');
  try {
    value = JSON.parse(plain);
  } catch {
    const errors: ParseError[] = [];
    const tree = parseTree(plain, errors);
    value = tree && getNodeValue(tree);
    const line = plain.slice(0, errors[0]?.offset ?? 0).split('\n').length;
    broken = {
      line,
      message: 'The JSON breaks off or is broken here: the rows before it were read. A query that runs into its time limit ends so.',
    };
  }
  const found = (bindings: unknown, path: readonly string[]): ReturnType<typeof parseBindings> => ({
    bindings: Array.isArray(bindings) ? bindings : undefined,
    path,
    ...(broken && { broken }),
  });
  if (Array.isArray(value)) return found(value, []);
  return found((value as { results?: { bindings?: unknown } } | undefined)?.results?.bindings, ['results', 'bindings']);
}

/** The line on which each row begins. */
export function linesOf(text: string, path: readonly string[]): readonly number[] {
  const lines: number[] = [];
  visit(text, {
    onObjectBegin(_offset, _length, line, _character, pathSupplier) {
      const here = pathSupplier();
      if (here.length === path.length + 1 && typeof here.at(-1) === 'number' && path.every((key, i) => here[i] === key))
        lines[here.at(-1) as number] = line + 1;
    },
  });
  return lines;
}
