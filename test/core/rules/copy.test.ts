import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { check } from '../../check-text';

/** Copy that is no running text: what every rule on slips, headlines and sources leaves alone. One a line. */
const odd = readFileSync(join(__dirname, 'odd-copy.md'), 'utf8')
  .split('\n')
  .flatMap((line) => /^- (.+)$/.exec(line)?.[1] ?? []);

it.each(odd)('leaves alone: %s', (line) =>
  expect(
    check(line.replaceAll('\\n', '\n'))
      .filter((f) => /^(?:copy|headline|sourcing)\//.test(f.rule))
      .map((f) => `${f.rule}: ${f.message}`),
  ).toEqual([]),
);
