// Writes l10n/bundle.l10n.json from the client's l10n.t('…') calls; --check says whether it is up to date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.mjs';

const call = /l10n\s*\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g;
const texts = new Set();
for (const file of readdirSync(join(root, 'client/src')).sort())
  for (const m of readFileSync(join(root, 'client/src', file), 'utf8').matchAll(call)) texts.add((m[1] ?? m[2]).replace(/\\(.)/g, '$1'));
const wanted = `${JSON.stringify(Object.fromEntries([...texts].sort().map((t) => [t, t])), null, 2)}\n`;
const file = join(root, 'l10n/bundle.l10n.json');
if (process.argv.includes('--check')) process.exitCode = readFileSync(file, 'utf8') === wanted ? 0 : 1;
else writeFileSync(file, wanted);
