import { basename } from 'node:path';

/**
 * How Vale calls the rule of a file: House/dates/Time.yml is House.dates.Time. Undefined for what is none: Vale's own folder of settings,
 * fragments, tests. A file that lies in the folder itself belongs to a style of that folder's name.
 */
export function checkName(inner: string, folder: string): string | undefined {
  const parts = inner.split('/');
  const last = parts.pop()!;
  if (!/\.ya?ml$/.test(last) || /\.test\.yml$/.test(last) || parts.some((p) => /^[._]/.test(p))) return undefined;
  if (parts[0] === 'config' || parts[0] === 'Vocab') return undefined;
  return [...(parts.length === 0 ? [basename(folder)] : parts), last.replace(/\..*$/, '')].join('.');
}
