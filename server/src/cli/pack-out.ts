import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { packText, writeWhole } from '../host/import/write-pack';
import { shown } from '../host/pencil';
import { type Io, UsageError } from './io';

/** Where the result goes; undefined for stdout. Never over a file that is there, unless --force says so, and never over the source. */
export function outFile(values: Record<string, unknown>, io: Io, source?: string): string | undefined {
  if (values['out'] === undefined) return undefined;
  const out = resolve(io.cwd, String(values['out']));
  const stat = statSync(out, { throwIfNoEntry: false });
  if (stat?.isDirectory()) throw new UsageError(`--out ${String(values['out'])}: is a folder`);
  if (out === source) throw new UsageError(`--out ${String(values['out'])}: is the file that is read`);
  if (stat && !values['force']) throw new UsageError(`--out ${String(values['out'])}: is there already. --force writes over it`);
  return out;
}

export async function writeOut(pack: Parameters<typeof packText>[0], out: string | undefined, io: Io): Promise<void> {
  const text = packText(pack);
  if (out === undefined) return io.out(text);
  try {
    writeWhole(out, text);
  } catch (error) {
    throw new UsageError(`--out ${shown(out, io.cwd)}: cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
}
