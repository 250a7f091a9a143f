import { jsonResult, type Result } from '../result';

/** ESLint's shape: one array, an object a draft. */
export const json = (results: readonly Result[]): string => `${JSON.stringify(results.map(jsonResult), null, 2)}\n`;

/** An object a line, for programs that read as it comes. */
export const jsonl = (results: readonly Result[]): string => results.map((r) => `${JSON.stringify(jsonResult(r))}\n`).join('');
