/** `npm run docs [-- --check]`: writes docs/rules/*.md, the rule table of the README and the config schema from the rules themselves. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Example, type Rule, rules } from '../src/core';
import { configSchema, markless } from './docs/config-schema';

const quoting = { skip: 'silent in direct speech', soften: 'one level lower in direct speech', same: 'the same in direct speech' } as const;
const marks = (t: string): string => t.replace(/⟦/g, '**⟦**').replace(/⟧/g, '**⟧**');
const asOf = (date: string | undefined): string => (date ? ` *(as of ${date})*` : '');

function page(rule: Rule): string {
  const wrong = rule.examples.wrong
    .map((e: Example) => `- ${marks(e.marked)}${asOf(e.asOf)}${e.becomes === undefined ? '' : `\n  becomes: ${e.becomes}`}`)
    .join('\n');
  const stands = rule.examples.stands.map((s) => (typeof s === 'string' ? `- ${s}` : `- ${s.text}${asOf(s.asOf)}`)).join('\n');
  const options = rule.defaults
    ? `\n## Options\n\n\`\`\`json\n${JSON.stringify({ rules: { [rule.id]: { severity: rule.severity, ...rule.defaults } } }, null, 2)}\n\`\`\`\n`
    : '';
  return `# ${rule.id}\n\n${rule.summary}\n\nLevel: **${rule.severity}** · looks at one ${rule.scope} at a time · ${quoting[rule.quotes]}\n\n${rule.rationale}\n${options}\n## Marked\n\n${wrong}\n\n## Stands\n\n${stands}\n`;
}

const table = (): string =>
  [
    '| rule | level | marks |',
    '|---|---|---|',
    ...rules.map((r) => `| [${r.id}](docs/rules/${r.id}.md) | ${r.severity} | ${r.summary} |`),
  ].join('\n');

/** Everything that is made from the rules: path and content. */
function pages(root: string): Map<string, string> {
  const out = new Map<string, string>();
  for (const rule of rules) out.set(`docs/rules/${rule.id}.md`, page(rule));
  out.set('docs/rules/README.md', `# The rules\n\n${table().replaceAll('docs/rules/', '')}\n`);
  out.set('schemas/blue-pencil.schema.json', `${JSON.stringify(configSchema(rules), null, 2)}\n`);
  out.set('schemas/markless.schema.json', `${JSON.stringify(markless, null, 2)}\n`);
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  out.set(
    'README.md',
    readme.replace(/(<!-- rules -->)[\s\S]*?(<!-- \/rules -->)/, (_, a: string, b: string) => `${a}\n${table()}\n${b}`),
  );
  return out;
}

export function main(root: string, argv: readonly string[]): number {
  const wanted = pages(root);
  const folder = join(root, 'docs/rules');
  const present = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((f) => f.endsWith('.md'))
        .map((f) => `docs/rules/${f}`)
    : [];
  const stale = present.filter((f) => !wanted.has(f));
  const differing = [...wanted]
    .filter(([file, text]) => !existsSync(join(root, file)) || readFileSync(join(root, file), 'utf8') !== text)
    .map(([file]) => file);
  if (argv.includes('--check')) {
    for (const f of [...differing, ...stale]) console.error(`${f} is not what the rules say: run npm run docs`);
    return differing.length + stale.length ? 1 : 0;
  }
  for (const f of stale) rmSync(join(root, f));
  for (const f of differing) {
    mkdirSync(join(root, f, '..'), { recursive: true });
    writeFileSync(join(root, f), wanted.get(f)!);
  }
  console.log(`${differing.length} written, ${stale.length} deleted`);
  return 0;
}
