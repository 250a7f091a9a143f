// Keystroke to diagnostics through the server, against a server that does nothing: node test/bench/lsp-roundtrip.mjs [--json]
// Both speak over stdio with the same library. A key is typed in the middle of the draft, then diagnostics are pulled; the time is until they are there.
// Ratios count, not milliseconds: they depend on the machine.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = process.env.BLUE_PENCIL_DIST ?? join(root, 'dist');
const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = createRequire(join(root, 'package.json'))(
  'vscode-languageserver-protocol/node',
);
const keys = Number(process.env.KEYS ?? 60);

const idle = `
const { createConnection, TextDocuments } = require('vscode-languageserver/node');
const { TextDocument } = require('vscode-languageserver-textdocument');
const connection = createConnection(process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({ capabilities: { textDocumentSync: 2, diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } }));
connection.languages.diagnostics.on(() => ({ kind: 'full', items: [] }));
documents.listen(connection);
connection.listen();
`;
const servers = { 'does nothing': ['-e', idle], 'Blue Pencil': [join(dist, 'server.js'), '--stdio'] };

/** Text of about so many characters, in which no two paragraphs are equal. */
function textOf(size) {
  const seed = readFileSync(join(root, 'test/drafts/2024-05-03-lighthouse.md'), 'utf8').replace(/^---[\s\S]*?---\n/, '');
  const paragraphs = seed.split(/\n{2,}/).filter((p) => p && !p.startsWith('#'));
  const names = ['Okafor', 'Lindqvist', 'Marchetti', 'Sørensen', 'Haddad', 'Kowalczyk', 'Njoroge', 'Tanaka'];
  let out = '---\ndate: 2024-05-03\n---\n\n# The last keeper\n';
  for (let i = 0; out.length < size; i++)
    out += `\n${paragraphs[i % paragraphs.length].trim().replaceAll('Sinclair', names[i % names.length])} That was in ${1950 + (i % 70)}, boat ${i}.\n`;
  return out;
}

async function measure(args, text) {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['pipe', 'pipe', 'inherit'] });
  const c = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  c.onRequest('client/registerCapability', () => null);
  c.listen();
  await c.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions: { settings: { delay: 0 } },
  });
  c.sendNotification('initialized', {});
  const uri = 'untitled:bench.md';
  const textDocument = { uri };
  let began = performance.now();
  c.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  const opened = await c.sendRequest('textDocument/diagnostic', { textDocument });
  const first = performance.now() - began;
  const lines = text.split('\n');
  let line = lines.length >> 1;
  while (lines[line].length < 40) line++;
  const times = [];
  for (let i = 0; i < keys; i++) {
    began = performance.now();
    c.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: i + 2 },
      contentChanges: [{ range: { start: { line, character: 20 }, end: { line, character: 20 } }, text: 'x' }],
    });
    await c.sendRequest('textDocument/diagnostic', { textDocument });
    times.push(performance.now() - began);
  }
  await c.sendRequest('shutdown');
  await c.sendNotification('exit');
  times.sort((a, b) => a - b);
  return { open: first, key: times[times.length >> 1], slow: times[Math.floor(times.length * 0.95)], findings: opened.items.length };
}

const rows = [];
for (const [name, size] of [
  ['5 KB', 5_000],
  ['100 KB', 100_000],
  ['1 MB', 1_000_000],
]) {
  const text = textOf(size);
  const runs = { 'does nothing': [], 'Blue Pencil': [] };
  for (let round = 0; round < 3; round++)
    for (const [server, args] of Object.entries(servers)) runs[server].push(await measure(args, text));
  const median = (server, key) => runs[server].map((r) => r[key]).sort((a, b) => a - b)[1];
  const row = {
    draft: name,
    ...Object.fromEntries(
      ['open', 'key', 'slow'].flatMap((k) => [
        [`${k} nothing`, median('does nothing', k)],
        [k, median('Blue Pencil', k)],
        [`${k} ratio`, median('Blue Pencil', k) / median('does nothing', k)],
      ]),
    ),
    findings: runs['Blue Pencil'][0].findings,
  };
  rows.push(row);
}
if (process.argv.includes('--json')) console.log(JSON.stringify(rows, null, 2));
else {
  console.log(
    'median ms from keystroke (or opening) to diagnostics, and how many times a server that does nothing; "slow" is the 95th percentile',
  );
  console.log('draft    key    nothing  ratio | slow   ratio | open   ratio  findings');
  for (const r of rows)
    console.log(
      `${r.draft.padEnd(7)} ${r.key.toFixed(2).padStart(6)} ${r['key nothing'].toFixed(2).padStart(8)} ${r['key ratio'].toFixed(1).padStart(6)} | ${r.slow.toFixed(2).padStart(6)} ${r['slow ratio'].toFixed(1).padStart(5)} | ${r.open.toFixed(1).padStart(6)} ${r['open ratio'].toFixed(1).padStart(5)} ${String(r.findings).padStart(6)}`,
    );
}
