import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configName } from '../../host/config-file';
import { type ExitCode, type Io, UsageError } from '../io';
import { noMore, readFlags } from '../options';

const starter = `{
  // House rules for Blue Pencil. Every key is optional; this file may hold comments.
  // What fails a check: "error", "warning", "info" or "never".
  "failOn": "error",

  // "error", "warning", "info" or "off", by rule or by group. blue-pencil rules lists them.
  "rules": {
    // "sourcing": "off"
  },

  // People of your own beat, with the spelling you want.
  "people": {
    // "Jane Okoro": { "role": "mayor of Example", "also": ["Jane A. Okoro"] }
  },

  // Drafts that are not checked.
  "exclude": []
}
`;

/** `blue-pencil init`: a config to start from, never over one that is there. */
export async function init(argv: readonly string[], io: Io): Promise<ExitCode> {
  noMore('init', readFlags(argv, {}).positionals);
  const file = join(io.cwd, configName);
  try {
    writeFileSync(file, starter, { flag: 'wx' });
  } catch (error) {
    throw new UsageError(
      (error as NodeJS.ErrnoException).code === 'EEXIST'
        ? `${configName} is there already: nothing was written`
        : `${configName} cannot be written (${(error as NodeJS.ErrnoException).code})`,
    );
  }
  await io.out(`Wrote ${configName}. Next: blue-pencil check\n`);
  return 0;
}
