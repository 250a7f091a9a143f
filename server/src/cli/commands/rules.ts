import { rules as all } from '../../core';
import type { ExitCode, Io } from '../io';
import { choice, noMore, readFlags } from '../options';

/** `blue-pencil rules`: every rule with its level and what it marks. */
export async function rules(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = readFlags(argv, { format: { type: 'string' } });
  noMore('rules', positionals);
  if (choice('--format', values['format'], ['pretty', 'json'] as const, 'pretty') === 'json') {
    await io.out(
      `${JSON.stringify(
        all.map(({ id, severity, summary, scope, quotes, defaults }) => ({
          id,
          severity,
          summary,
          scope,
          quotes,
          ...(defaults === undefined ? {} : { options: defaults }),
        })),
        null,
        2,
      )}\n`,
    );
    return 0;
  }
  const wide = Math.max(...all.map((r) => r.id.length)) + 2;
  await io.out(all.map((r) => `${r.id.padEnd(wide)}${r.severity.padEnd(9)}${r.summary}\n`).join(''));
  return 0;
}
