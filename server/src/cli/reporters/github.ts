import { messagesOf, type Result } from '../result';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;
const data = (t: string): string => t.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (t: string): string => data(t).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** Workflow commands, which GitHub shows as annotations at the line. */
export const github = (results: readonly Result[]): string =>
  results
    .map((r) =>
      messagesOf(r)
        .map(
          (m) =>
            `::${commands[m.level]} file=${property(r.shown)},line=${m.line},endLine=${m.endLine},col=${m.column},endColumn=${m.endColumn},title=${property(`Blue Pencil (${m.ruleId})`)}::${data(m.message)}\n`,
        )
        .join(''),
    )
    .join('');
