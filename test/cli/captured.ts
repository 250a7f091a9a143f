import { join } from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../server/src/cli/run';

/** Runs the command line in a folder and keeps what it says. */
export async function captured(cwd: string, argv: string[], stdin = '') {
  let out = '';
  let err = '';
  const code = await run(argv, {
    cwd,
    stdin: Readable.from([Buffer.from(stdin)]),
    out: (t) => void (out += t),
    err: (t) => void (err += t),
    isTerminal: false,
    env: {},
    today: '2026-01-01',
    home: join(__dirname, '../../dist'),
  });
  return { code, out, err };
}
