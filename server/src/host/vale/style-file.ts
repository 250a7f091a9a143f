import { isMap, isScalar, isSeq, type ParsedNode, parseDocument } from 'yaml';
import { lineIndex, positionAt } from '../../core';
import type { FileProblem } from '../config-file';

/** A YAML file, parsed; scalars stay the text they were written as. */
export interface StyleFile {
  /** Undefined where it is not YAML. */
  readonly json: unknown;
  readonly problems: readonly FileProblem[];
  /** Where in the file what the keys lead to stands, or the nearest above it. */
  at(path: readonly (string | number)[], atKey: boolean, message: string, level?: 'warning'): FileProblem;
}

/** A problem of a file at a place of its text. */
export function placeIn(file: string, text: string): (start: number, end: number, message: string, level?: 'warning') => FileProblem {
  const lines = lineIndex(text);
  return (start, end, message, level) => {
    const p = positionAt(lines, start);
    return { file, line: p.line + 1, column: p.column + 1, start, end, message, ...(level ? { level } : {}) };
  };
}

/** Parses a rule file. A key that stands twice is a warning, and the later one holds; anything else that is no YAML is an error. */
export function parseStyleFile(file: string, text: string): StyleFile {
  const place = placeIn(file, text);
  const problems: FileProblem[] = [];
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent', version: '1.2' });
  let broken = false;
  for (const e of document.errors) {
    const [start, end] = e.pos;
    if (e.code === 'DUPLICATE_KEY') problems.push(place(start, end, 'This key stands twice; the later one holds.', 'warning'));
    else {
      broken = true;
      problems.push(place(start, Math.max(start, end), `This is not YAML: ${e.message.replace(/\.$/, '')}.`));
    }
  }
  let json: unknown;
  if (!broken) {
    try {
      json = document.toJS();
    } catch (error) {
      problems.push(place(0, 0, `This is not YAML: ${(error as Error).message}.`));
    }
  }
  return {
    json,
    problems,
    at(path, atKey, message, level) {
      let node: ParsedNode | null = document.contents;
      let key: ParsedNode | undefined;
      for (const part of path) {
        if (isMap(node)) {
          // the later of two equal keys is the one that holds
          const pair: unknown = node.items.findLast((p) => isScalar(p.key) && String(p.key.value) === String(part));
          if (!pair) break;
          const found = pair as { readonly key: ParsedNode; readonly value: ParsedNode | null };
          key = found.key;
          node = found.value;
        } else if (isSeq(node) && typeof part === 'number' && node.items[part]) {
          node = node.items[part] as ParsedNode;
          key = undefined;
        } else break;
      }
      const range = (atKey && key ? key : (node ?? key ?? document.contents))?.range;
      const whole = path.length === 0 || !range;
      return whole ? place(0, firstLineEnd(text), message, level) : place(range[0], range[1], message, level);
    },
  };
}

const firstLineEnd = (text: string): number => {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text.length : end;
};
