import type { Finding } from './finding';
import { applyCertain } from './linter';

/**
 * Applies certain fixes until none is left, reading the text anew after each round, at most ten times.
 * @param check reads and judges a text; its findings must count in that text.
 * @returns the text, how many fixes went into it, and what is found in it now.
 */
export function applyFixes(
  text: string,
  check: (text: string) => readonly Finding[],
): { text: string; applied: number; findings: readonly Finding[] } {
  let current = text;
  let applied = 0;
  let findings = check(current);
  for (let round = 0; round < 10; round++) {
    const next = applyCertain(current, findings);
    if (next.applied === 0 || next.text === current) break;
    current = next.text;
    applied += next.applied;
    findings = check(current);
  }
  return { text: current, applied, findings };
}
