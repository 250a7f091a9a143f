import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
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

/** Writes each output, to its file or to stdout. */
export async function report(
  results: readonly Result[],
  outputs: readonly { format: Format; file?: string }[],
  color: boolean,
  io: Io,
): Promise<void> {
  for (const { format, file } of outputs) {
    const text = writers[format](results, color && file === undefined);
    if (file === undefined) await io.out(text);
    else {
      try {
        writeFileSync(resolve(io.cwd, file), text);
      } catch (error) {
        throw new UsageError(`--format ${format}=${file}: cannot be written (${(error as NodeJS.ErrnoException).code})`);
      }
    }
  }
}
