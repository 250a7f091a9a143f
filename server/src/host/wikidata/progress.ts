import { readFileSync, rmSync } from 'node:fs';
import { type CivilDate, daysBetween, parseCivilDate } from '../../core';
import { writeWhole } from '../import/write-pack';

/** What an update has been told so far; lies beside its result until that is written. */
export interface Progress {
  readonly endpoint: string;
  /** The day on which the asking began: what the rows are vouched for. */
  readonly began: CivilDate;
  /** Rows by office. */
  readonly answers: Record<string, readonly unknown[]>;
}

const form = 1;
/** After so many days it is asked anew: half an answer of last month and half of today's are no edition. */
const stale = 3;

export const progressFile = (out: string): string => `${out}.part.json`;

/** What an earlier run left, where it is whole, of the same endpoint, and fresh; else why not. */
export function resumeFrom(file: string, endpoint: string, today: CivilDate): Progress | { readonly anew: string } | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const left = JSON.parse(text) as Partial<Progress> & { form?: number };
    const began = typeof left.began === 'string' ? parseCivilDate(left.began) : undefined;
    const { answers } = left;
    if (left.form !== form || !began || typeof answers !== 'object' || answers === null || !Object.values(answers).every(Array.isArray))
      return { anew: 'what an earlier run left is broken' };
    if (left.endpoint !== endpoint) return { anew: 'what an earlier run left is of another endpoint' };
    if (Math.abs(daysBetween(began, today)) > stale) return { anew: `what an earlier run left is of ${began}` };
    return { endpoint, began, answers: { ...answers } };
  } catch {
    return { anew: 'what an earlier run left is broken' };
  }
}

export const keepProgress = (file: string, progress: Progress): void => writeWhole(file, JSON.stringify({ form, ...progress }));
export const dropProgress = (file: string): void => rmSync(file, { force: true });
