import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(__dirname, '..');
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.ts'))
    .map((f) => join(folder, f));

const markup = [
  'micromark',
  'micromark-extension-gfm',
  'micromark-util-types',
  'micromark-util-decode-string',
  'micromark-util-normalize-identifier',
  'parse5',
  'yaml',
];

/** Layer, what it may import of the project (by prefix), what of packages (by name or prefix). The README's table is this one. */
const table: readonly { readonly layer: string; readonly own: readonly string[]; readonly packages: readonly string[] }[] = [
  { layer: 'server/src/protocol', own: [], packages: [] },
  { layer: 'server/src/core/text', own: [], packages: [] },
  { layer: 'server/src/core/calendar', own: [], packages: [] },
  { layer: 'server/src/core/knowledge', own: ['server/src/core/text', 'server/src/core/calendar'], packages: [] },
  {
    layer: 'server/src/core/draft',
    own: ['server/src/core/text', 'server/src/core/calendar', 'server/src/core/knowledge'],
    packages: ['compromise', ...markup],
  },
  {
    layer: 'server/src/core/lint',
    own: ['server/src/core/text', 'server/src/core/calendar', 'server/src/core/knowledge', 'server/src/core/draft'],
    packages: [],
  },
  {
    layer: 'server/src/core/desk',
    own: ['server/src/core/text', 'server/src/core/calendar', 'server/src/core/knowledge', 'server/src/core/draft', 'server/src/core/lint'],
    packages: [],
  },
  {
    layer: 'server/src/core/rules',
    own: [
      'server/src/core/text',
      'server/src/core/calendar',
      'server/src/core/knowledge',
      'server/src/core/draft',
      'server/src/core/lint',
      'server/src/core/desk',
      'server/data',
    ],
    packages: [],
  },
  {
    layer: 'server/src/host',
    own: ['server/src/core/index', 'server/data/wikidata.yaml'],
    packages: ['node:', 'jsonc-parser', 'globby', 'picomatch', 'yaml', 'csv-parse', 'ky'],
  },
  {
    layer: 'server/src/lsp',
    own: ['server/src/core/index', 'server/src/host', 'server/src/protocol'],
    packages: ['node:', 'vscode-languageserver', 'vscode-languageserver-textdocument'],
  },
  { layer: 'server/src/cli', own: ['server/src/core/index', 'server/src/host'], packages: ['node:', 'picocolors', 'diff', 'sarif'] },
  { layer: 'client/src', own: ['server/src/protocol'], packages: ['node:', 'vscode', 'vscode-languageclient'] },
];

const specifiers = (source: string): string[] =>
  [...source.matchAll(/^\s*(?:(?:import|export)\b[^'"]*?\bfrom\s*|import\s*|.*\b(?:import|require)\()'([^']+)'/gm)].map((m) => m[1]!);
const uncommented = (source: string): string => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

describe('who may import whom', () => {
  for (const { layer, own, packages } of table) {
    it(layer, () => {
      const wrong: string[] = [];
      for (const file of filesIn(layer)) {
        const source = readFileSync(join(root, file), 'utf8');
        for (const s of specifiers(source)) {
          if (s.startsWith('.')) {
            const target = relative(root, join(root, dirname(file), s));
            if (target === 'server/src/core') {
              if (!own.includes('server/src/core/index')) wrong.push(`${file} imports ${target}`);
              continue;
            }
            const group = /^server\/src\/core\/rules\/([^/]+)\//.exec(file)?.[1];
            const other = /^server\/src\/core\/rules\/([^/]+)\//.exec(target)?.[1];
            if (group && other && group !== other) wrong.push(`${file} imports ${target}: rules do not import one another's groups`);
            if (!target.startsWith(`${layer}/`) && target !== layer && !own.some((o) => target === o || target.startsWith(`${o}/`)))
              wrong.push(`${file} imports ${target}`);
          } else if (!packages.some((p) => s === p || (p.endsWith(':') && s.startsWith(p)) || s.startsWith(`${p}/`)))
            wrong.push(`${file} imports ${s}`);
        }
      }
      expect(wrong).toEqual([]);
    });
  }
});

it('core has no clock and no chance', () => {
  const wrong = filesIn('server/src/core').filter((f) =>
    /\bDate\.now\b|\bnew Date\(|\bMath\.random\b|\bperformance\.now\b/.test(uncommented(readFileSync(join(root, f), 'utf8'))),
  );
  expect(wrong).toEqual([]);
});
