import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { parse } from 'yaml';

/** Says in one plain line, last of all, how many tests passed. */
const tally = {
  onTestRunEnd(modules) {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state]++;
      if (module.errors().length > 0) count.failed++;
    }
    process.on('exit', () => console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`));
  },
};

export default defineConfig({
  define: { BLUE_PENCIL_VERSION: JSON.stringify(JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')).version) },
  plugins: [
    {
      name: 'yaml-modules',
      enforce: 'pre',
      load(id) {
        if (/\.ya?ml$/.test(id)) return `export default ${JSON.stringify(parse(readFileSync(id, 'utf8')))};`;
      },
    },
  ],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**', '**/node_modules/**'],
    globalSetup: ['test/built.ts'],
    reporters: ['default', tally],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
