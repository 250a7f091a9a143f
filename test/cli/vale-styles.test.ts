import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { captured } from './captured';

let cwd: string;
const put = (name: string, text: string): void => {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), text);
};
const cli = (argv: string[], stdin = '') => captured(cwd, argv, stdin);
const text = 'The pier, an abundance of fish.\n';

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'blue-pencil-'));
  put('styles/House/Pier.yml', 'extends: existence\nmessage: "No \'%s\'."\nlevel: error\nlink: https://example.com/pier\ntokens: [pier]\n');
  put('styles/House/Plain.yml', "extends: substitution\nmessage: \"'%s', not '%s'\"\nlevel: suggestion\nswap:\n  abundance: plenty\n");
  put('styles/House/README.md', 'A pier and a pier.\n');
  put('a.md', text);
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

it('check marks what the styles mark, and takes none of their files for drafts', async () => {
  const { code, out, err } = await cli(['check', '--format', 'json', '--group', 'style', '--as-of', '2025-08-07']);
  const results = JSON.parse(out);
  expect(results).toHaveLength(1);
  expect(results[0].messages).toMatchObject([
    {
      ruleId: 'style/vale',
      level: 'error',
      message: "No 'pier'.",
      line: 1,
      column: 5,
      evidence: [{ text: 'House.Pier', source: 'https://example.com/pier' }],
    },
    {
      ruleId: 'style/vale',
      level: 'info',
      message: "'plenty', not 'abundance'",
      suggestions: [{ fix: { range: [13, 22], text: 'plenty' } }],
    },
  ]);
  expect({ code, err }).toEqual({ code: 1, err: '' });
});

it('stdin and stream mark the same', async () => {
  const stdin = JSON.parse((await cli(['check', '--stdin', '--format', 'json', '--group', 'style'], text)).out);
  expect(stdin[0].messages).toHaveLength(2);
  const stream = JSON.parse((await cli(['stream'], `${JSON.stringify({ id: 1, text, asOf: '2025-08-07' })}\n`)).out);
  expect(stream.messages.filter((m: { ruleId: string }) => m.ruleId === 'style/vale')).toHaveLength(2);
});

it('what cannot be done here is told and fails nothing; what Vale would refuse is exit code 2', async () => {
  put('styles/House/Spelling.yml', 'extends: spelling\nmessage: "\'%s\'"\n');
  const told = await cli(['check', '--group', 'style', '--fail-on', 'never', 'a.md']);
  expect(told.code).toBe(0);
  expect(told.err).toBe(
    'styles/House/Spelling.yml:1:10: warning: House.Spelling extends "spelling", which is not read here: it needs spelling dictionaries. The rule is left out.\n',
  );
  put('styles/House/Level.yml', 'extends: existence\nmessage: x\nlevel: eror\ntokens: [quay]\n');
  const broken = await cli(['check', '--group', 'style', '--fail-on', 'never', 'a.md']);
  expect(broken.code).toBe(2);
  expect(broken.err).toContain('styles/House/Level.yml:3:8: "eror" is not a known level. Did you mean "error"?');
});

it('config shows which rules hold', async () => {
  put('.vale.ini', 'StylesPath = styles\n[*.md]\nBasedOnStyles = House\nHouse.Plain = NO\n');
  const { out } = await cli(['config', 'a.md']);
  expect(JSON.parse(out).styles).toEqual({ folder: join(cwd, 'styles'), checks: { 'House.Pier': 'error' } });
});

it('a fix of a style is offered, never applied', async () => {
  expect((await cli(['check', '--fix-dry-run', '--group', 'style', 'a.md'])).out).toBe('Nothing to fix.\n');
});

it('the example of the page is true', async () => {
  rmSync(join(cwd, 'styles'), { recursive: true });
  rmSync(join(cwd, 'a.md'));
  const page = readFileSync(join(__dirname, '../../docs/vale-styles.md'), 'utf8');
  for (const [, name, rule] of page.matchAll(/```yaml\n# (\S+)\n([\s\S]*?)```/g)) put(name!, rule!);
  put('draft.md', 'It appears to be an abundance of fish.\n');
  const { out } = await cli(['check', '--as-of', '2025-08-07']);
  expect(out).toContain(/```\n(draft\.md {2}as of[\s\S]*?)```/.exec(page)![1]!);

  put('styles/House/Spelling.yml', 'extends: spelling\nmessage: x\n');
  put('styles/House/Plain.yml', 'extends: substitution\nmessage: x\n\nlevel: eror\nswap:\n  a: b\n');
  const { err } = await cli(['check', '--as-of', '2025-08-07']);
  for (const line of err.trim().split('\n')) expect(page).toContain(line);
});

it('a config that names styles, vocabularies or rules which the folder has not is told so, and config shows the levels that hold', async () => {
  put(
    '.blue-pencil.json',
    '{ "styles": { "use": ["House", "Huose"] }, "rules": { "style/vale": { "checks": { "House.Plain": "off", "House.Plan": "off" } } } }',
  );
  const { code, err } = await cli(['check', '--format', 'unix', 'a.md', '--as-of', '2025-08-07']);
  expect(code).toBe(2);
  expect(err).toContain('.blue-pencil.json:1:32: "Huose" is not a known style.');
  expect(err).toContain('"House.Plan" is not a known rule of the styles. Did you mean "House.Plain"?');
  const shown = JSON.parse((await cli(['config', 'a.md'])).out);
  expect(shown.styles.checks).toEqual({ 'House.Pier': 'error', 'House.Plain': 'off' });
});
