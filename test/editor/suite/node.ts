import { writeFileSync } from 'node:fs';

declare const MOCHA: string;
declare const RESULTS: string;

/** Called by the editor in its extension host, on a desktop or in a server. What came of it is written to a file: the page's exit code is not ours. */
export async function run(): Promise<void> {
  const Mocha = require(MOCHA);
  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, color: false, slow: 5000 });
  const lines: string[] = [];
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  require('./editor.test');
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (t: { title: string; duration: number }) => lines.push(`  ✓ ${t.title} (${t.duration} ms)`));
    runner.on('fail', (t: { fullTitle(): string }, error: Error) =>
      lines.push(`  ✗ ${t.fullTitle()}\n    ${error.stack ?? error.message}`),
    );
    runner.on('test end', () => writeFileSync(`${RESULTS}.part`, lines.join('\n')));
  });
  writeFileSync(RESULTS, JSON.stringify({ failures, lines }));
  if (failures > 0) throw new Error(`${failures} failed`);
}
