import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type CivilDate, type Level, nearest, parseCivilDate, rules, unknown } from '../core';
import { UsageError } from './io';

type Flags = NonNullable<ParseArgsConfig['options']>;

/** Reads flags with node:util parseArgs; an unknown one is answered with the nearest known. Throws UsageError. */
export function readFlags<F extends Flags>(
  argv: readonly string[],
  options: F,
): { values: Record<string, unknown>; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    return { values: values as Record<string, unknown>, positionals };
  } catch (error) {
    const message = (error as Error).message;
    const flag = /Unknown option '(-[^']*)'/.exec(message)?.[1];
    if (flag) {
      const near = nearest(flag.replace(/^-+/, ''), Object.keys(options));
      throw new UsageError(`unknown flag ${flag}.${near ? ` Did you mean --${near}?` : ''} See blue-pencil --help.`);
    }
    const said = message
      .replace(/\.\s.*$/s, '')
      .replace(/^Option '([^']+)'/, '$1:')
      .replace(/(?<!\.)$/, '.');
    throw new UsageError(`${said} See blue-pencil --help.`);
  }
}

/** Words that a command has no use for are told, not passed over. Throws UsageError. */
export function noMore(command: string, positionals: readonly string[], known = 0): void {
  const extra = positionals[known];
  if (extra !== undefined)
    throw new UsageError(`"${extra}": ${command} takes ${known ? 'no more than that' : 'no names'}. See blue-pencil ${command} --help.`);
}

/** `--as-of 2025-08-07`. Throws UsageError where there is no such day. */
export function dayFlag(name: string, value: unknown): CivilDate | undefined {
  if (value === undefined) return undefined;
  const day = parseCivilDate(String(value));
  if (!day) throw new UsageError(`${name} ${String(value)}: there is no such day. Write it as 2025-08-07.`);
  return day;
}

export function choice<T extends string>(name: string, value: unknown, among: readonly T[], fallback: T): T {
  if (value === undefined) return fallback;
  if (!among.includes(value as T)) throw new UsageError(`${name} ${String(value)}: ${unknown('value', String(value), among)}`);
  return value as T;
}

/** `--rule title/not-holder=warning`, several allowed; a group name sets all of its rules. */
export function ruleFlags(values: unknown): Record<string, { level: Level }> {
  const out: Record<string, { level: Level }> = {};
  for (const value of (values as string[] | undefined) ?? []) {
    const [id, level, ...rest] = value.split('=');
    if (!id || !level || rest.length) throw new UsageError(`--rule ${value}: write it as --rule title/not-holder=warning.`);
    const known = [...rules.map((r) => r.id as string), ...new Set(rules.map((r) => r.id.split('/')[0]!))];
    if (!known.includes(id)) throw new UsageError(`--rule ${value}: ${unknown('rule', id, known)}`);
    if (!['error', 'warning', 'info', 'off'].includes(level))
      throw new UsageError(`--rule ${value}: ${unknown('severity', level, ['error', 'warning', 'info', 'off'])}`);
    out[id] = { level: level as Level };
  }
  return out;
}

export function groupFlags(values: unknown): string[] {
  const groups = [...new Set(rules.map((r) => r.id.split('/')[0]!))];
  const wanted = ((values as string[] | undefined) ?? []).flatMap((v) => v.split(',')).map((g) => g.trim());
  for (const g of wanted) if (!groups.includes(g)) throw new UsageError(`--group ${g}: ${unknown('group', g, groups)}`);
  return wanted;
}
