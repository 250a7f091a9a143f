// Packs what ships, from a stage of its own: the extension (.vsix) and the npm package of the command line (.tgz). Prints what is inside and how large it is.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildInto, root, runScript } from './build.mjs';
import { cache, install, run, tools } from './tools.mjs';

const manifest = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const kilobytes = (n) => `${Math.round(n / 1024).toLocaleString('en')} KB`;
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile())
    .map((f) => join(f.parentPath, f.name))
    .sort();

function list(folder, files) {
  for (const f of files) console.log(`  ${relative(folder, f).padEnd(60)} ${kilobytes(statSync(f).size).padStart(10)}`);
}

/** A folder with only what ships, freshly built. */
async function stage() {
  const folder = join(cache, 'stage/extension');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await buildInto(join(folder, 'dist'), true);
  for (const name of [
    'README.md',
    'CHANGELOG.md',
    'LICENSE',
    'images',
    'l10n',
    'schemas',
    'snippets.json',
    'syntaxes',
    'walkthrough',
    '.vscodeignore',
    ...readdirSync(root).filter((f) => /^package\.nls.*\.json$/.test(f)),
  ])
    if (existsSync(join(root, name))) cpSync(join(root, name), join(folder, name), { recursive: true });
  // of the rules as they are now, whatever npm run docs wrote last
  const { configSchema, markless, rules } = await runScript('server/scripts/docs/schema-of-rules.ts', 'schema');
  mkdirSync(join(folder, 'schemas'), { recursive: true });
  writeFileSync(join(folder, 'schemas/blue-pencil.schema.json'), `${JSON.stringify(configSchema(rules))}\n`);
  writeFileSync(join(folder, 'schemas/markless.schema.json'), `${JSON.stringify(markless)}\n`);
  const { scripts: _, devDependencies, overrides: __, ...rest } = manifest();
  // vsce compares the types of the editor's API with the editor that is asked for
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ ...rest, devDependencies: { '@types/vscode': devDependencies['@types/vscode'] } }, null, 2)}\n`,
  );
  return folder;
}

/** Packs the extension; a warning of vsce is an error here. */
export async function packExtension(out = root) {
  install('@vscode/vsce');
  const folder = await stage();
  const { version } = manifest();
  const vsix = join(out, `blue-pencil-${version}.vsix`);
  const { spawnSync } = await import('node:child_process');
  const vsce = (...args) =>
    spawnSync(process.execPath, [join(tools, 'node_modules/@vscode/vsce/vsce'), ...args], { cwd: folder, encoding: 'utf8' });
  const done = vsce('package', '--no-dependencies', '--out', vsix);
  const said = `${done.stdout}${done.stderr}`;
  if (done.status !== 0 || /warning/i.test(said)) throw new Error(`vsce: ${said}`);
  console.log(`${relative(root, vsix)}: ${kilobytes(statSync(vsix).size)}`);
  const shipped = vsce('ls', '--no-dependencies').stdout.trim().split('\n').sort();
  list(
    folder,
    shipped.map((f) => join(folder, f)),
  );
  return vsix;
}

/** Packs the npm package: the command line and the language server, nothing of the extension. */
export function packNpm(out = root) {
  const from = join(cache, 'stage/extension');
  const folder = join(cache, 'stage/npm');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of [
    'README.md',
    'CHANGELOG.md',
    'LICENSE',
    'dist/cli.js',
    'dist/command-line.js',
    ...readdirSync(join(from, 'dist'))
      .filter((f) => f.endsWith('.code'))
      .map((f) => `dist/${f}`),
    'dist/server.js',
    'dist/knowledge.bin',
    'dist/package.json',
    'dist/lazy',
  ])
    if (existsSync(join(from, name))) cpSync(join(from, name), join(folder, name), { recursive: true });
  const { name, version, description, license, repository, homepage, bugs, bin, engines } = manifest();
  const keywords = ['news', 'copy editing', 'prose', 'lint', 'lsp'];
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ name, version, description, keywords, license, repository, homepage, bugs, bin, engines: { node: engines.node } }, null, 2)}\n`,
  );
  run('npm', ['pack', '--silent', '--pack-destination', out], folder);
  const tgz = join(out, `${name}-${version}.tgz`);
  console.log(`${relative(root, tgz)}: ${kilobytes(statSync(tgz).size)}`);
  list(folder, filesIn(folder));
  return tgz;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await packExtension();
  packNpm();
}
