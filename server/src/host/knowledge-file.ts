import { readFileSync, statSync } from 'node:fs';
import { type Knowledge, openKnowledge } from '../core';
import { giveShelf } from './desk-knowledge';
import { packShelf } from './pack-shelf';

/** Opens the index that the build made. Throws where the file is missing or of another version: the installation is then broken. */
export function loadKnowledge(file: string): Knowledge {
  const bytes = readFileSync(file);
  const knowledge = openKnowledge(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  giveShelf(
    knowledge,
    packShelf(() => `${knowledge.edition} ${bytes.byteLength} ${statSync(file).mtimeMs}`),
  );
  return knowledge;
}
