import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { reason } from './draft-file';

/** Known findings, by draft: each fingerprint with its rule and words, for people who read the file. */
export interface Baseline {
  readonly findings: Readonly<Record<string, readonly { readonly fingerprint: string; readonly rule: string; readonly text: string }[]>>;
}

/** Reads a baseline. Gives a problem in words where it cannot. */
export function loadBaseline(file: string): Baseline | { readonly problem: string } {
  try {
    const json: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
    const findings = (json as Baseline | null)?.findings;
    if (
      typeof findings !== 'object' ||
      findings === null ||
      !Object.values(findings).every((l) => Array.isArray(l) && l.every((e) => typeof e?.fingerprint === 'string'))
    )
      return { problem: 'is no baseline: write one with --update-baseline' };
    return { findings };
  } catch (error) {
    return { problem: error instanceof SyntaxError ? `is not JSON (${error.message})` : reason(error) };
  }
}

/** Writes a baseline, its folder too where there is none. Throws as node:fs does. */
export function writeBaseline(file: string, baseline: Baseline): void {
  const sorted = Object.fromEntries(
    Object.entries(baseline.findings)
      .filter(([, l]) => l.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ findings: sorted }, null, 2)}\n`);
}
