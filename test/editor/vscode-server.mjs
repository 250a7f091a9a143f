// A real VS Code on this machine: its server from npm, and Chromium for its face. See docs/editors.md.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { install, tools, vscodeServer } from '../../server/scripts/tools.mjs';

/** Where Chromium is, if it is anywhere. */
export const chromiumPath = () =>
  process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Waits for something to be so, as long as a busy machine takes. */
export async function until(what, look, limit = 120_000) {
  const began = Date.now();
  for (;;) {
    const value = await look();
    if (value) return value;
    if (Date.now() - began > limit) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'window.commandCenter': false,
};

/** Starts a server with a data folder and settings of its own. Only what was started here is stopped. */
export async function startServer({ data, settings = {}, extensions = [], trusted = true }) {
  const { folder, node } = vscodeServer();
  const port = await freePort();
  mkdirSync(join(data, 'data/User'), { recursive: true });
  mkdirSync(join(data, 'data/Machine'), { recursive: true });
  const all = { ...quiet, ...(trusted ? { 'security.workspace.trust.enabled': false } : {}), ...settings };
  writeFileSync(join(data, 'data/User/settings.json'), JSON.stringify(all));
  writeFileSync(join(data, 'data/Machine/settings.json'), JSON.stringify(all));
  const common = ['out/server-main.js', '--server-data-dir', data, '--accept-server-license-terms', '--disable-telemetry'];
  const { NODE_OPTIONS: _, VSCODE_IPC_HOOK_CLI: __, ...env } = process.env;
  for (const vsix of extensions) {
    const done = spawnSync(node, [...common, '--install-extension', vsix, '--force'], { cwd: folder, env, encoding: 'utf8' });
    if (!/successfully installed/.test(done.stdout)) throw new Error(`${vsix} was not installed: ${done.stdout}${done.stderr}`);
  }
  const child = spawn(
    node,
    [
      ...common,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--without-connection-token',
      '--enable-smoke-test-driver',
      ...(trusted ? ['--disable-workspace-trust'] : []),
    ],
    { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  child.stdout.on('data', (d) => (log += d));
  child.stderr.on('data', (d) => (log += d));
  await until('the VS Code server', () => /listening on/i.test(log) || (child.exitCode !== null && Promise.reject(new Error(log))));
  return {
    port,
    log: () => log,
    url: (query) => `http://127.0.0.1:${port}/?${query}`,
    async stop() {
      if (child.exitCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await gone;
      clearTimeout(hard);
    },
  };
}

/** A browser window, at a size that reads well in a page. */
export async function openBrowser({ width = 1280, height = 800, scale = 1 } = {}) {
  install('playwright-core');
  const { chromium } = createRequire(join(tools, 'package.json'))('playwright-core');
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, permissions: [] });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  return { page, close: () => browser.close() };
}
