import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol/node';
import { dist, type Editor, folderOf, plain, root, start, uriOf, withoutCertificates } from './drive';

const folder = join(root, 'test/drafts');
const drafts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) =>
  /\.(?:md|markdown|txt|html?)$/.test(extname(f) ? f : ''),
);

interface Message {
  readonly ruleId: string;
  readonly level: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}
const cli = (cwd: string, ...args: string[]): ReturnType<typeof spawnSync> =>
  spawnSync(process.execPath, [join(dist, 'cli.js'), ...args], { cwd, encoding: 'utf8', maxBuffer: 1 << 26, env: withoutCertificates() });

const levels = ['', 'error', 'warning', 'info'];
const asMessage = (d: Diagnostic): Message => ({
  ruleId: String(d.code),
  level: levels[d.severity!]!,
  message: d.message as string,
  line: d.range.start.line + 1,
  column: d.range.start.character + 1,
  endLine: d.range.end.line + 1,
  endColumn: d.range.end.character + 1,
});
const ofMessage = ({ ruleId, level, message, line, column, endLine, endColumn }: Message): Message => ({
  ruleId,
  level,
  message,
  line,
  column,
  endLine,
  endColumn,
});

describe('editor and command line give the same findings on the same drafts', () => {
  let pulling: Editor;
  let pushed: Editor;
  const all = { maxNumberOfProblems: 100_000, delay: 0, rules: {} };
  beforeAll(async () => {
    pulling = await start({ folders: [root], settings: all });
    pushed = await start({ folders: [root], capabilities: plain, initializationOptions: { settings: all } });
  });
  afterAll(async () => {
    await pulling.stop();
    await pushed.stop();
  });

  it('has drafts to compare', () => expect(drafts.length).toBeGreaterThan(3));

  for (const name of drafts) {
    it(name, async () => {
      const path = join(folder, name);
      const text = readFileSync(path, 'utf8');
      const [result] = JSON.parse(String(cli(root, 'check', '--no-desk', '--format', 'json', path).stdout)) as { messages: Message[] }[];
      const expected = result!.messages.map(ofMessage);
      for (const editor of [pulling, pushed]) {
        editor.open(uriOf(path), text);
        expect((await editor.diagnostics(uriOf(path))).map(asMessage)).toEqual(expected);
      }
      const whole = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };
      const [fixAll]: CodeAction[] = await pulling.actions(uriOf(path), whole, ['source.fixAll.bluePencil']);
      const own = folderOf({ [name]: text });
      cli(own.path, 'check', '--fix', '--no-desk', '--no-config', '--as-of', asOf(result!), name);
      expect(fixAll ? pulling.apply(fixAll.edit!).get(uriOf(path)) : text).toBe(readFileSync(own.file(name), 'utf8'));
      own.remove();
    });
  }
});

const asOf = (result: unknown): string => (result as { asOf: { date: string } }).asOf.date;
