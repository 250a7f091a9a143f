import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';
import { decodeDocuments } from '../../src/core/knowledge/decode/decode';
import type { Entries, KnowledgeDocument } from '../../src/core/knowledge/decode/entries';

/** Something wrong in our data, where it stands. Lines and columns count from 1. */
export interface DataProblem {
  readonly level: 'error' | 'warning';
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Data {
  readonly entries: Entries;
  readonly problems: readonly DataProblem[];
  /** `of` and `verified` of the documents of offices, for `status`. */
  readonly documents: readonly KnowledgeDocument[];
  /** The lists of `borne/`: names that people bear. Empty where the folder has none. */
  readonly borne: { readonly first: readonly string[]; readonly surname: readonly string[] };
}

/** Folders and files of another form: phrases, house style and common names are read by those who use them. */
const others = new Set(['phrases', 'terms', 'names.yaml', 'wikidata.yaml']);

function yamlFiles(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(dir, entry.name);
      if (others.has(entry.name)) return [];
      if (entry.isDirectory()) return yamlFiles(path);
      return /\.ya?ml$/.test(entry.name) ? [path] : [];
    });
}

/** Reads and decodes the YAML below a folder of the form of server/data. Files are read in the order of their names. */
export function readData(dataDir: string): Data {
  const documents: KnowledgeDocument[] = [];
  const sources: { readonly doc: Document; readonly lines: LineCounter; readonly file: string }[] = [];
  const problems: DataProblem[] = [];
  for (const path of yamlFiles(dataDir)) {
    const file = relative(dataDir, path).split(sep).join('/');
    const lines = new LineCounter();
    const parsed = parseAllDocuments(readFileSync(path, 'utf8'), { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
    // what follows the first error of a document mostly follows from it
    for (const doc of Array.isArray(parsed) ? parsed : []) {
      for (const error of [...doc.errors, ...doc.warnings].slice(0, 1)) {
        const { line, col } = lines.linePos(error.pos[0]);
        problems.push({ level: error.name === 'YAMLWarning' ? 'warning' : 'error', message: error.message, file, line, column: col });
      }
      documents.push({ source: file, value: doc.toJS({ maxAliasCount: 100 }) });
      sources.push({ doc: doc as Document, lines, file });
    }
  }
  const { value, problems: found } = decodeDocuments(documents);
  for (const { level, message, document, path } of found) {
    const { doc, lines, file } = sources[document]!;
    const { line, col } = lines.linePos(offsetOf(doc, path));
    problems.push({ level, message, file, line, column: col });
  }
  return { entries: value, problems, documents, borne: { first: words(dataDir, 'first-names'), surname: words(dataDir, 'surnames') } };
}

/** One folded word a line; lines that begin with # are remarks. */
function words(dataDir: string, name: string): string[] {
  const path = join(dataDir, 'borne', `${name}.txt`);
  return existsSync(path)
    ? readFileSync(path, 'utf8')
        .split(/\r?\n/)
        .filter((line) => line !== '' && !line.startsWith('#'))
    : [];
}

/** Where the last key of a path stands, or the nearest thing above it. */
function offsetOf(doc: Document, path: readonly (string | number)[]): number {
  let node: unknown = doc.contents;
  let at = (node as Node | null)?.range?.[0] ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (!pair) return at;
      at = (pair.key as Node).range?.[0] ?? at;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      at = (node as Node | undefined)?.range?.[0] ?? at;
    } else return at;
  }
  return at;
}
