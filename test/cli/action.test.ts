import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(__dirname, '../..');
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
  inputs: Record<string, { default: string }>;
  runs: { steps: readonly { env: Record<string, string>; run: string }[] };
};
const [step] = action.runs.steps;

/** Runs the action's step as the runner does, on the built command line. */
function run(inputs: Record<string, string>) {
  const env = Object.fromEntries(
    Object.entries(step!.env).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)![1]!;
      return [name, inputs[input] ?? action.inputs[input]!.default];
    }),
  );
  const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step!.run], {
    cwd: root,
    env: { ...process.env, ...env, BLUE_PENCIL: 'node dist/cli.js' },
    encoding: 'utf8',
  });
  return { status, stdout };
}

describe.skipIf(process.platform === 'win32')('action.yml', () => {
  it('asks for every input', () => {
    const asked = Object.values(step!.env).join(' ');
    expect(Object.keys(action.inputs).filter((name) => !asked.includes(`inputs.${name} `))).toEqual([]);
  });
  it('tells findings as annotations and fails', () => {
    const { status, stdout } = run({ paths: 'test/drafts/council-budget.html', 'as-of': '2025-08-07' });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=test\/drafts\/council-budget\.html,line=\d+/m);
  });
  it('hands the level and the format on', () => {
    const { status, stdout } = run({ paths: 'test/drafts/*.html test/drafts/ferry-strike.txt', 'fail-on': 'never', format: 'unix' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^test\/drafts\/council-budget\.html:\d+:\d+: error/m);
    expect(stdout).toContain('ferry-strike.txt');
  });
});
