import type { CancellationToken } from 'vscode-languageserver';
import type { Draft, Finding } from '../core';
import { formatOf } from '../host/draft-file';
import type { WorkspaceResult } from '../protocol/messages';
import type { Settings } from '../protocol/settings';
import { pause } from './drafts';
import type { House } from './house';
import type { World } from './world';

/** A draft to check: its text is read when its turn comes, or was brought along by a client whose files the server cannot read. */
export interface Candidate {
  readonly path: string;
  readonly text?: string;
}

export interface Shelf {
  /** Own findings of a draft, and what other drafts say against it. */
  readonly own: readonly Finding[];
  desk: readonly Finding[];
  readonly text: string;
}

/**
 * Checks drafts one after another, then all of them against one another, as the command line does. Pauses after each, so that it can be cancelled.
 * @param report is told after each draft how many are done.
 */
export async function checkDrafts(
  candidates: readonly Candidate[],
  world: World,
  house: House,
  settingsOf: (path: string) => Promise<Settings>,
  token: CancellationToken,
  report: (done: number) => void,
): Promise<{ shelves: Map<string, Shelf>; result: WorkspaceResult }> {
  const shelves = new Map<string, Shelf>();
  const drafts = new Map<string, Draft[]>();
  const unread: string[] = [];
  let done = 0;
  for (const { path, text: brought } of candidates) {
    if (token.isCancellationRequested) break;
    report(done++);
    await pause();
    const settings = await settingsOf(path);
    const pencil = house.pencilFor(path, settings);
    if (!settings.enable || pencil.excluded(path)) continue;
    const read = brought !== undefined ? { text: brought } : (world.readDraft?.(path) ?? { problem: 'cannot be read here' });
    if ('problem' in read) {
      unread.push(`${path} ${read.problem}`);
      continue;
    }
    const draft = pencil.read(read.text, formatOf(path), path);
    shelves.set(path, { own: pencil.check(draft).findings, desk: [], text: read.text });
    const folder = house.folderOf(path);
    drafts.set(folder, [...(drafts.get(folder) ?? []), draft]);
  }
  if (!token.isCancellationRequested) {
    for (const group of drafts.values()) {
      if (group.length < 2) continue;
      const path = group[0]!.path!;
      const desk = house.pencilFor(path, await settingsOf(path)).checkDesk(group);
      group.forEach((draft, i) => {
        shelves.get(draft.path!)!.desk = desk.findings[i]!;
      });
    }
  }
  const counts = countsOf([...shelves.values()].flatMap(({ own, desk }) => [...own, ...desk]));
  return { shelves, result: { drafts: shelves.size, counts, unread, cancelled: token.isCancellationRequested } };
}

/** Errors, warnings and remarks among findings. */
export function countsOf(findings: readonly Finding[]): { error: number; warning: number; info: number } {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const f of findings) counts[f.severity]++;
  return counts;
}
