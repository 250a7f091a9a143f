import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Builds once before the tests: those of the command line, the server and the knowledge run against dist/. */
export default function setup(): void {
  const root = join(__dirname, '..');
  if (process.env['BLUE_PENCIL_BUILT'] && existsSync(join(root, 'dist/cli.js'))) return;
  execFileSync(process.execPath, [join(root, 'server/scripts/build.mjs')], { stdio: 'inherit', cwd: root });
}
