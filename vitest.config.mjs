import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { parse } from 'yaml';

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
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
