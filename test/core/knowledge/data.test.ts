import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entries } from '../../../server/src/core/knowledge/decode/entries';
import { crowdings } from '../../../server/src/core/knowledge/decode/seats';
import { compileKnowledge } from '../../../server/src/core/knowledge/index/compile';
import { openKnowledge } from '../../../server/src/core/knowledge/open';
import { expectWhole } from './whole';

/** The scripts are no part of this TypeScript project, so they are loaded by path. */
const { readData, problemLine } = (await import(join(__dirname, '../../../server/scripts/knowledge.ts'))) as {
  readData(dir: string): { entries: Entries; problems: readonly { level: string }[] };
  problemLine(problem: object): string;
};
const { entries, problems } = readData(join(__dirname, '../../../server/data'));

describe('the knowledge that we ship', () => {
  it('has no errors', () => expect(problems.filter((p) => p.level === 'error').map((p) => problemLine(p))).toEqual([]));
  it('has ids that resolve', () => {
    const ids = (list: readonly { readonly id: string }[]): Set<string> => new Set(list.map((e) => e.id));
    const [people, offices, bodies] = [ids(entries.people), ids(entries.offices), ids(entries.bodies)];
    expect(entries.offices.filter((o) => !bodies.has(o.of))).toEqual([]);
    expect(entries.tenures.filter((t) => !people.has(t.person) || !offices.has(t.office))).toEqual([]);
    expect(entries.bodies.filter((b) => b.in !== undefined && !bodies.has(b.in))).toEqual([]);
    expect([people.size, offices.size, bodies.size]).toEqual([entries.people.length, entries.offices.length, entries.bodies.length]);
  });
  it('has tenures that begin before they end', () =>
    expect(entries.tenures.filter((t) => t.until !== undefined && t.until < t.from)).toEqual([]));
  it('has no more holders than seats on any day', () => {
    const crowds = entries.offices.flatMap((o) =>
      crowdings(
        o,
        entries.tenures.filter((t) => t.office === o.id),
      ),
    );
    expect(crowds.map((c) => `${c.office.id} ${c.row.from}: ${c.holders.map((h) => h.person).join(', ')}`)).toEqual([]);
  });
  it('has nobody in office before birth or after death', () => {
    const people = new Map(entries.people.map((p) => [p.id, p]));
    const wrong = entries.tenures.filter((t) => {
      const { born, died } = people.get(t.person)!;
      return (born !== undefined && t.from < born) || (died !== undefined && (t.until === undefined || t.until > died) && t.from > died);
    });
    expect(wrong.map((t) => `${t.person} ${t.office} ${t.from}`)).toEqual([]);
  });
  it('comes back whole from the index', () => expectWhole(openKnowledge(compileKnowledge(entries)), entries));
});
