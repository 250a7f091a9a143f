// Builds everything that ships into dist/. Options: --production (minified, no source maps), --watch.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, context } from 'esbuild';
import { parse } from 'yaml';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** `import x from './x.yaml'` gives the parsed value, as JSON in the bundle. */
export const yamlModules = {
  name: 'yaml-modules',
  setup(b) {
    b.onLoad({ filter: /\.ya?ml$/ }, (args) => ({ contents: JSON.stringify(parse(readFileSync(args.path, 'utf8'))), loader: 'json' }));
  },
};

/** Libraries that only some drafts need: each becomes a file of its own, required at the first call of one of these functions. */
const lazy = {
  'compromise/two': { chunk: 'compromise', names: ['default'] },
  micromark: { chunk: 'markdown', names: ['parse', 'postprocess', 'preprocess'] },
  'micromark-extension-gfm': { chunk: 'markdown', names: ['gfm'] },
  'micromark-util-normalize-identifier': { chunk: 'markdown', names: ['normalizeIdentifier'] },
  'micromark-util-decode-string': { chunk: 'entities', names: ['decodeString'] },
  parse5: { chunk: 'html', names: ['parse', 'parseFragment'] },
  yaml: { chunk: 'yaml', names: ['parse', 'parseDocument', 'parseAllDocuments', 'isMap', 'isSeq', 'isScalar'] },
  'jsonc-parser': {
    chunk: 'jsonc',
    names: ['parseTree', 'getNodeValue', 'findNodeAtLocation', 'parse', 'printParseErrorCode', 'modify', 'applyEdits', 'visit'],
  },
  globby: { chunk: 'globby', names: ['globby', 'globbySync', 'isDynamicPattern'] },
  picomatch: { chunk: 'picomatch', names: ['default'] },
  'csv-parse/sync': { chunk: 'csv', names: ['parse'] },
  ky: { chunk: 'ky', names: ['default'] },
  diff: { chunk: 'diff', names: ['createTwoFilesPatch', 'structuredPatch', 'diffLines'] },
};
/** Of Node itself, what few commands need: required at the first call too. */
const lazyNode = { 'node:crypto': ['createHash'], 'node:child_process': ['execFileSync'] };
const chunks = [...new Set(Object.values(lazy).map((l) => l.chunk))];

const lazyModules = {
  name: 'lazy-modules',
  setup(b) {
    b.onResolve({ filter: /.*/ }, (args) =>
      lazy[args.path] && args.namespace !== 'chunk' ? { path: args.path, namespace: 'lazy', sideEffects: false } : undefined,
    );
    b.onResolve({ filter: /^node:/ }, (args) =>
      lazyNode[args.path] && args.namespace !== 'lazy-node' ? { path: args.path, namespace: 'lazy-node', sideEffects: false } : undefined,
    );
    b.onLoad({ filter: /.*/, namespace: 'lazy-node' }, ({ path }) => ({
      contents: lazyNode[path].map((n) => `export const ${n} = (...a) => require(${JSON.stringify(path)}).${n}(...a);`).join('\n'),
      loader: 'js',
    }));
    b.onResolve({ filter: /^\.\/lazy\// }, (args) => ({ path: args.path, external: true }));
    b.onLoad({ filter: /.*/, namespace: 'lazy' }, (args) => {
      const { chunk, names } = lazy[args.path];
      const call = (name) => `(...a) => load()[${JSON.stringify(`${args.path}#${name}`)}](...a)`;
      return {
        contents: `const load = () => require('./lazy/${chunk}.js');\n${names.map((n) => (n === 'default' ? `export default ${call(n)};` : `export const ${n} = ${call(n)};`)).join('\n')}`,
        loader: 'js',
      };
    });
  },
};

/** The chunk's own entry: every function under "module#name". */
const chunkEntry = (chunk) => {
  const lines = [];
  const entries = [];
  Object.entries(lazy).forEach(([module, l], i) => {
    if (l.chunk !== chunk) return;
    lines.push(`import * as m${i} from ${JSON.stringify(module)};`);
    for (const n of l.names) entries.push(`${JSON.stringify(`${module}#${n}`)}: m${i}.${n}`);
  });
  return {
    contents: `${lines.join('\n')}\nmodule.exports = { ${entries.join(', ')} };`,
    resolveDir: root,
    sourcefile: `${chunk}.js`,
    loader: 'js',
  };
};

const shared = {
  bundle: true,
  platform: 'node',
  mainFields: ['module', 'main'],
  format: 'cjs',
  target: 'node20',
  // esbuild would write `new RegExp("\\\\p{L}")` in their place, which is made anew at every call
  supported: { 'regexp-unicode-property-escapes': true },
  legalComments: 'none',
  logLevel: 'warning',
};

/** What is bundled into a folder: minified and without source maps for production. */
export function bundles(dist = join(root, 'dist'), production = process.argv.includes('--production')) {
  const common = { ...shared, minify: production, sourcemap: production ? false : 'linked' };
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  const define = { BLUE_PENCIL_VERSION: JSON.stringify(version) };
  const node = { ...common, define, plugins: [yamlModules, lazyModules], external: ['vscode', './lsp.js'] };
  // a browser has no disk and one file a bundle: what asks for a disk finds nothing, and nothing is loaded later
  const web = { ...common, define, platform: 'browser', mainFields: ['browser', 'module', 'main'], target: 'es2022' };
  const noDisk = {
    'node:path': join(root, 'server/src/lsp/browser/path.ts'),
    'node:fs': join(root, 'server/src/lsp/browser/no-disk.ts'),
    globby: join(root, 'server/src/lsp/browser/no-disk.ts'),
  };
  return [
    {
      ...node,
      entryPoints: [join(root, 'server/src/cli/start.ts')],
      outfile: join(dist, 'cli.js'),
      banner: { js: '#!/usr/bin/env node' },
      sourcemap: false,
    },
    {
      ...node,
      entryPoints: [join(root, 'server/src/cli/main.ts')],
      outfile: join(dist, 'command-line.js'),
      minifySyntax: true,
      minifyWhitespace: true,
    },
    { ...node, entryPoints: [join(root, 'server/src/lsp/main.ts')], outfile: join(dist, 'server.js') },
    { ...common, define, entryPoints: [join(root, 'client/src/extension.ts')], outfile: join(dist, 'extension.js'), external: ['vscode'] },
    { ...web, entryPoints: [join(root, 'client/src/extension-web.ts')], outfile: join(dist, 'web/extension.js'), external: ['vscode'] },
    {
      ...web,
      entryPoints: [join(root, 'server/src/lsp/browser/main.ts')],
      outfile: join(dist, 'web/server.js'),
      format: 'iife',
      conditions: ['worker', 'module'],
      plugins: [yamlModules],
      alias: noDisk,
    },
    ...chunks.map((c) => ({ ...common, stdin: chunkEntry(c), outfile: join(dist, `lazy/${c}.js`), minify: true, sourcemap: false })),
  ];
}

/** Bundles one of the developers' scripts, runs it, and gives what it exports. */
export async function runScript(entry, name) {
  const outfile = join(root, 'node_modules/.cache/blue-pencil', `${name}.cjs`);
  await build({
    ...shared,
    entryPoints: [join(root, entry)],
    outfile,
    plugins: [yamlModules],
    packages: 'external',
    define: { BLUE_PENCIL_VERSION: '"dev"' },
  });
  return import(pathToFileURL(outfile).href);
}

/** Builds everything that ships into a folder. */
export async function buildInto(dist, production, watch = false) {
  mkdirSync(dist, { recursive: true });
  rmSync(join(dist, 'lazy'), { recursive: true, force: true });
  for (const f of readdirSync(dist)) if (f.endsWith('.code')) rmSync(join(dist, f));
  const all = bundles(dist, production);
  if (watch) await Promise.all(all.map(async (o) => (await context(o)).watch()));
  else await Promise.all(all.map((o) => build(o)));
  const knowledge = await runScript('server/scripts/knowledge.ts', 'knowledge');
  const { bytes, problems } = knowledge.buildKnowledge(join(root, 'server/data'));
  for (const p of problems) console.error(p);
  writeFileSync(join(dist, 'knowledge.bin'), bytes);
  writeFileSync(join(dist, 'package.json'), '{"type":"commonjs"}\n');
  if (!watch) compileCode(dist);
}

/** The command line's bundles as V8 compiles them, beside them. It makes starting faster and nothing else: where it cannot be made, it is left out. */
function compileCode(dist) {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const run = join(root, 'server/scripts/run.mjs');
  const done = spawnSync(process.execPath, [run, 'compiled-code', dist], { env, encoding: 'utf8' });
  if (done.status !== 0) console.error(`no compiled code: ${done.stderr}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildInto(join(root, 'dist'), process.argv.includes('--production'), process.argv.includes('--watch'));
