#!/usr/bin/env node
// How many correctly spelled names Harper and cspell mark, and how many we do. Not run in CI: the peers are installed into a temporary folder.
//
//   node test/bench/names-peers.mjs FILE…      .txt, .md, .html as they are; .jsonl one {"text","date"?} a line
//   BLUE_PENCIL_PEERS=DIR                      a folder whose node_modules has harper.js and cspell-lib already
//
// A correctly spelled name is one that the knowledge has as it stands: `blue-pencil stream --read` finds it. Its words are counted, first names and surnames.
// What each tool marks among them is a false alarm of the loudest kind: "that IS how he is spelled".
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const cli = process.env.BLUE_PENCIL_CLI ?? join(root, 'dist/cli.js');
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('names-peers: name the files to compare on');
  process.exit(2);
}

const home = process.env.BLUE_PENCIL_PEERS ?? join(tmpdir(), 'blue-pencil-peers');
if (!existsSync(join(home, 'node_modules/harper.js'))) {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"private":true}\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', 'harper.js@2.10.0', 'cspell-lib@9.8.0'], { cwd: home, stdio: 'inherit' });
}
/** Imports a package of that folder: a module there resolves its names. */
const peer = (name) => {
  const via = join(home, `via-${name.replace(/\W/g, '-')}.mjs`);
  writeFileSync(via, `export * from ${JSON.stringify(name)};\n`);
  return import(pathToFileURL(via).href);
};

const texts = files.flatMap((file) => {
  const raw = readFileSync(file, 'utf8');
  if (!file.endsWith('.jsonl')) return [{ id: basename(file), text: raw }];
  return raw
    .trim()
    .split('\n')
    .map((line, i) => {
      const row = JSON.parse(line);
      return { id: `${basename(file)}:${i + 1}`, text: row.text, ...(row.date ? { asOf: row.date.slice(0, 10) } : {}) };
    });
});

const started = performance.now();
const run = spawnSync(process.execPath, [cli, 'stream', '--read', '--no-config'], {
  input: `${texts.map((t) => JSON.stringify({ format: 'plaintext', ...t })).join('\n')}\n`,
  encoding: 'utf8',
  maxBuffer: 1 << 30,
});
const ours = run.stdout
  .trim()
  .split('\n')
  .map((l) => JSON.parse(l));
const seconds = { 'blue-pencil': (performance.now() - started) / 1000 };

/** The words of the names that were found, with titles and possessives off: [start, end, word]. */
function nameWords(read) {
  const out = [];
  for (const m of read.mentions) {
    let from = 0;
    for (const title of m.titles) if (m.text.startsWith(title.text, from)) from += title.text.length;
    for (const w of m.text.slice(from).matchAll(/[\p{Lu}][\p{L}’'-]+/gu)) {
      const word = w[0].replace(/[’']s?$/, '');
      out.push([m.range[0] + from + w.index, m.range[0] + from + w.index + word.length, word]);
    }
  }
  return out;
}
const over = ([s, e], list) => list.some(([a, b]) => a < e && s < b);
const names = texts.map((_, i) => nameWords(ours[i].read));

const tools = {
  'blue-pencil': async (_text, i) =>
    ours[i].messages.filter((m) => /^name\/(?:misspelled|wrong-first-name|case|run-together)$/.test(m.ruleId)).map((m) => m.range),
};
try {
  const harper = await peer('harper.js');
  const linter = new harper.LocalLinter({ binary: (await peer('harper.js/binary')).binary });
  await linter.setup();
  tools['harper.js'] = async (text) =>
    (await linter.lint(text, { language: 'plaintext' }))
      .filter((l) => /spell/i.test(l.lint_kind()))
      .map((l) => [l.span().start, l.span().end]);
} catch (error) {
  console.error(`harper.js does not run here: ${error.message}`);
}
try {
  const cspell = await peer('cspell-lib');
  tools['cspell-lib'] = async (text) => {
    const { issues } = await cspell.spellCheckDocument(
      { uri: 'draft.txt', text, languageId: 'plaintext', locale: 'en,en-US,en-GB' },
      { generateSuggestions: false, noConfigSearch: true },
      {},
    );
    return issues.map((x) => [x.offset, x.offset + x.text.length]);
  };
} catch (error) {
  console.error(`cspell-lib does not run here: ${error.message}`);
}

const total = names.flat().length;
const distinct = new Set(names.flat().map(([, , w]) => w)).size;
console.log(`${texts.length} texts, ${total} words of correctly spelled names, ${distinct} different\n`);
console.log('| tool | marked | of names | different | seconds |\n|---|---:|---:|---:|---:|');
for (const [tool, mark] of Object.entries(tools)) {
  const start = performance.now();
  let marked = 0;
  const words = new Set();
  for (const [i, { text }] of texts.entries()) {
    const flags = await mark(text, i);
    for (const w of names[i]) {
      if (!over(w, flags)) continue;
      marked++;
      words.add(w[2]);
    }
  }
  seconds[tool] ??= (performance.now() - start) / 1000;
  console.log(`| ${tool} | ${marked} | ${((100 * marked) / total).toFixed(1)} % | ${words.size} | ${seconds[tool].toFixed(1)} |`);
}
