import { messagesOf, type Result } from '../result';

/** `file:line:column: level rule message`, one line a finding, as compilers write and editors read. */
export const unix = (results: readonly Result[]): string =>
  results
    .map((r) =>
      messagesOf(r)
        .map((m) => `${r.shown}:${m.line}:${m.column}: ${m.level} ${m.ruleId} ${m.message.replace(/\s+/g, ' ')}\n`)
        .join(''),
    )
    .join('');
