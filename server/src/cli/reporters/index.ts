import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Io, UsageError } from '../io';
import type { Result } from '../result';
import { github } from './github';
import { json, jsonl } from './json';
import { pretty } from './pretty';
import { sarif } from './sarif';
import { unix } from './unix';
import { checkstyle, junit } from './xml';

export const formats = ['pretty', 'json', 'jsonl', 'sarif', 'github', 'junit', 'checkstyle', 'unix'] as const;
export type Format = (typeof formats)[number];

const writers: Readonly<Record<Format, (results: readonly Result[], color: boolean) => string>> = {
  pretty,
  json,
  jsonl,
  sarif,
  github,
  junit,
  checkstyle,
  unix,
};

/** Writes each output, to its file, with the folder that it lies in, or to stdout. Throws UsageError where a file cannot be written, when the others are. */
export async function report(
  results: readonly Result[],
  outputs: readonly { format: Format; file?: string }[],
  color: boolean,
  io: Io,
): Promise<void> {
  const failed: string[] = [];
  for (const { format, file } of outputs) {
    const text = writers[format](results, color && file === undefined);
    if (file === undefined) await io.out(text);
    else {
      try {
        const path = resolve(io.cwd, file);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      } catch (error) {
        failed.push(`--format ${format}=${file}: cannot be written (${(error as NodeJS.ErrnoException).code})`);
      }
    }
  }
  if (failed.length > 0) throw new UsageError(failed.join('\n'));
}
