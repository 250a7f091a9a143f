import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaults } from '../../server/src/protocol/settings';
import { dist, root, withoutCertificates } from './drive';

const json = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'));
const manifest = json('package.json');
const { contributes } = manifest;
const client = readdirSync(join(root, 'client/src'))
  .map((f) => readFileSync(join(root, 'client/src', f), 'utf8'))
  .join('\n');

describe('the extension manifest', () => {
  it('every text has its key, every key its text', () => {
    const used = new Set([...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map((m) => m[1]!));
    expect([...used].sort()).toEqual(Object.keys(json('package.nls.json')).sort());
    for (const file of readdirSync(root).filter((f) => /^package\.nls\..+\.json$/.test(f)))
      expect(Object.keys(json(file)).sort(), file).toEqual([...used].sort());
  });

  it("the client's texts are in the bundle, and translations have all of them", () => {
    execFileSync(process.execPath, [join(root, 'server/scripts/l10n.mjs'), '--check']);
    const texts = Object.keys(json('l10n/bundle.l10n.json'));
    for (const file of readdirSync(join(root, 'l10n')).filter((f) => f !== 'bundle.l10n.json')) {
      const translated: Record<string, string> = json(`l10n/${file}`);
      expect(Object.keys(translated).sort(), file).toEqual([...texts].sort());
      const places = (t: string): string[] => (t.match(/\{\d\}/g) ?? []).sort();
      for (const t of texts) expect(places(translated[t]!), t).toEqual(places(t));
    }
  });

  it('settings have the defaults that the server has, and no others', () => {
    const flat: Record<string, unknown> = {};
    for (const { properties } of contributes.configuration)
      for (const [key, p] of Object.entries(properties as Record<string, { default: unknown }>))
        flat[key.replace('bluePencil.', '')] = p.default;
    // the client keeps two for itself, and finds out one that nobody sets
    const { 'trace.server': trace, besideOtherCheckers, 'inlayHints.dates': dates, ...rest } = flat;
    expect([trace, besideOtherCheckers]).toEqual(['off', 'yield']);
    expect({ ...rest, inlayHints: { dates }, leave: {} }).toEqual(defaults);
  });

  it('every command is registered, every file is there', () => {
    for (const { command } of contributes.commands) expect(client).toContain(`register('${command.replace('bluePencil.', '')}'`);
    for (const file of [
      manifest.icon,
      ...contributes.grammars.map((g: { path: string }) => g.path),
      ...contributes.snippets.map((s: { path: string }) => s.path),
      ...contributes.walkthroughs[0].steps.map((s: { media: { markdown: string } }) => s.media.markdown),
    ])
      expect(existsSync(join(root, file)), file).toBe(true);
  });

  it('asks for no more than it needs: no code of the folder is run, any file system will do, no network', () => {
    expect(manifest.activationEvents).not.toContain('*');
    expect(manifest.capabilities).toEqual({ untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
    expect(manifest.dependencies).toBeUndefined();
    const server = readdirSync(join(root, 'server/src'), { recursive: true, encoding: 'utf8' })
      .filter((f) => f.endsWith('.ts'))
      .map((f) => readFileSync(join(root, 'server/src', f), 'utf8'));
    for (const source of [client, ...server]) expect(source).not.toMatch(/\bfetch\(|node:https?|node:net|XMLHttpRequest|WebSocket/);
  });
});

it('the problem matcher reads what the command line writes', () => {
  const [{ pattern }] = contributes.problemMatchers;
  const done = spawnSync(process.execPath, [join(dist, 'cli.js'), 'check', '--format', 'unix', 'test/drafts'], {
    cwd: root,
    encoding: 'utf8',
    env: withoutCertificates(),
  });
  const lines = done.stdout.split('\n').filter(Boolean);
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    const m = new RegExp(pattern.regexp).exec(line);
    expect(m, line).not.toBeNull();
    expect(existsSync(join(root, m![pattern.file]!))).toBe(true);
    expect(['error', 'warning', 'info']).toContain(m![pattern.severity]);
    expect(m![pattern.code]).toMatch(/^[a-z-]+\/[a-z-]+$/);
  }
});
