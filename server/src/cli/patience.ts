import { setFlagsFromString } from 'node:v8';

/** Bytes of bytecode that a function runs before V8 makes fast code of it: its own number, and ours. */
const usual = 67_584;
const ours = 1_000_000;

/** Only the V8 that this was measured with. */
const known = process.versions.v8.startsWith('11.3.');

/**
 * Lets V8 wait longer before it optimizes a function. A command that checks one draft is over before optimized code has paid for
 * itself, and compiling it takes a third of the processor's time; one that checks many loses next to nothing.
 */
export function patient(): void {
  if (known) setFlagsFromString(`--interrupt-budget=${ours}`);
}

/** As V8 begins. */
export function atEase(): void {
  if (known) setFlagsFromString(`--interrupt-budget=${usual}`);
}
