import { type Example, type Rule, rules, unknown } from '../../core';
import { type ExitCode, type Io, UsageError } from '../io';
import { noMore, readFlags } from '../options';

/** `blue-pencil explain RULE`: what a rule marks, why, what it leaves alone. */
export async function explain(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { positionals } = readFlags(argv, {});
  noMore('explain', positionals, 1);
  const id = positionals[0];
  if (id === undefined) throw new UsageError('explain takes a rule: blue-pencil explain title/not-holder');
  if (Object.hasOwn(besides, id)) {
    await io.out(`${id}\n${besides[id]}\n`);
    return 0;
  }
  const rule = rules.find((r) => r.id === id);
  const group = rules.filter((r) => r.id.startsWith(`${id}/`));
  if (group.length > 0) throw new UsageError(`"${id}" is a group of rules. Explain one of them: ${group.map((r) => r.id).join(', ')}`);
  if (!rule)
    throw new UsageError(
      unknown(
        'rule',
        id,
        rules.map((r) => r.id),
      ),
    );
  await io.out(explanation(rule));
  return 0;
}

/** Findings that no rule makes: they are of the draft's remarks and of its file. */
const besides: Readonly<Record<string, string>> = {
  'copy/unused-stet': 'A stet that lets nothing stand any more. Delete it, lest it hide the next slip. It cannot be switched off.',
  'copy/unread': 'A file that could not be read as a draft: its encoding, its size, or no leave to read it. The message says which.',
};

const quoting = { skip: 'is silent', soften: 'speaks one level lower', same: 'speaks as elsewhere' } as const;

function explanation(rule: Rule): string {
  const wrong = rule.examples.wrong
    .map(
      (e: Example) =>
        `  ✗ ${e.marked.replace(/⟦/g, '[').replace(/⟧/g, ']')}${e.becomes ? `\n  → ${e.becomes}` : ''}${e.asOf ? `\n    (as of ${e.asOf})` : ''}\n`,
    )
    .join('\n');
  const stands = rule.examples.stands
    .map((s) => (typeof s === 'string' ? `  ✓ ${s}\n` : `  ✓ ${s.text}\n    (as of ${s.asOf})\n`))
    .join('');
  const options = rule.defaults ? `\nOptions: ${JSON.stringify(rule.defaults)}\n` : '';
  return `${rule.id}  (${rule.severity})\n${rule.summary}\n\n${rule.rationale}\n\nIn direct speech it ${quoting[rule.quotes]}.\n${options}\nMarked:\n${wrong}\nStands:\n${stands}`;
}
