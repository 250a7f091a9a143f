// biome-ignore lint/suspicious/noExplicitAny: the host hands in what it likes
declare const mocha: any;

/** The same suite in a browser's extension host: mocha's browser build, and lines to the console. */
export async function run(): Promise<void> {
  // mocha's browser build expects a page
  const page = globalThis as Record<string, unknown>;
  page['location'] ??= { search: '' };
  await import('mocha/mocha.js');
  mocha.setup({ ui: 'bdd', reporter: undefined, timeout: 120_000 });
  await import('./editor.test');
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures: number) => (failures > 0 ? reject(new Error(`${failures} failed`)) : resolve()));
    runner.on('pass', (t: { title: string; duration: number }) => console.log(`BLUE-PENCIL   ✓ ${t.title} (${t.duration} ms)`));
    runner.on('fail', (t: { fullTitle(): string }, error: Error) =>
      console.log(`BLUE-PENCIL   ✗ ${t.fullTitle()}\n    ${error.stack ?? error.message}`),
    );
  });
}
