import type { Readable } from 'node:stream';
import type { CivilDate } from '../core';

/** What a run of the command line may touch. Tests hand in their own. */
export interface Io {
  readonly cwd: string;
  readonly stdin: Readable;
  /** Resolves once the text may be followed by more: a slow reader slows the writer. */
  out(text: string): void | Promise<void>;
  err(text: string): void;
  readonly isTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly today: CivilDate;
  /** The folder of the built files: knowledge, lazy parts, language server. */
  readonly home: string;
}

/** 0: nothing at or over --fail-on. 1: findings. 2: it could not judge. */
export type ExitCode = 0 | 1 | 2;

/** A mistake in how the command was called: one clear line on stderr, exit code 2. */
export class UsageError extends Error {}
