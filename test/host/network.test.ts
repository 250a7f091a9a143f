import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const root = join(__dirname, '../..');
const sources = ['server/src', 'client/src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.ts'))
    .map((f) => join(folder, f)),
);
const service = 'server/src/host/wikidata/service';
const door = 'server/src/cli/commands/knowledge-update';
const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import|require)\s*\(?\s*'([^']+)'/g)].map((m) =>
    m[1]!.startsWith('.') ? relative(root, join(root, dirname(file), m[1]!)) : m[1]!,
  );

it('one module uses the network, and only knowledge update leads to it', () => {
  const networked = /^(?:ky|node:(?:https?2?|net|tls|dgram|dns)(?:\/.*)?|https?|net|tls|undici)$/;
  // the language server's own sockets are vscode-languageserver's, and an editor's alone
  expect(sources.filter((f) => importsOf(f).some((s) => networked.test(s)))).toEqual([`${service}.ts`]);
  expect(sources.filter((f) => /\bfetch\(|\bXMLHttpRequest\b|\bnew WebSocket\b/.test(readFileSync(join(root, f), 'utf8')))).toEqual([]);
  const users = sources.filter((f) => importsOf(f).includes(service));
  expect(users.filter((f) => !/^server\/src\/host\/wikidata\/update\.ts$/.test(f))).toEqual([`${door}.ts`]);
  // update.ts has the types and the error of it, and is used by the door alone
  expect(sources.filter((f) => importsOf(f).includes('server/src/host/wikidata/update'))).toEqual([`${door}.ts`]);
  expect(sources.filter((f) => importsOf(f).includes(door))).toEqual(['server/src/cli/commands/knowledge.ts']);
});

it('it is not loaded before it is asked for', () => {
  expect(readFileSync(join(root, 'server/src/cli/commands/knowledge.ts'), 'utf8')).toMatch(/await import\('\.\/knowledge-update'\)/);
});
