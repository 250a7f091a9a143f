import type { CivilDate, Knowledge, Rule } from '../core';
import type { Files } from '../host/files';

/** What the server is given of the machine it runs on. A browser has no disk and finds no drafts; tests bring their own rules. */
export interface World {
  readonly disk: Files;
  readonly rules: readonly Rule[];
  readonly version: string;
  /** Opens the shipped knowledge. `sent` is what the client gave, where it gave any. */
  knowledge(sent?: Uint8Array): Knowledge;
  today(): CivilDate;
  /** The drafts in a folder, .gitignore honoured, and the text of one or the reason why it has none. */
  findDrafts?(folder: string): Promise<readonly string[]>;
  readDraft?(path: string): { readonly text: string } | { readonly problem: string };
}
