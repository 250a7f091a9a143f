import { readFileSync } from 'node:fs';
import { compileKnowledge, type Config, decodeKnowledge, joinKnowledge, type Knowledge, openKnowledge } from '../core';

/** Opens the index that the build made. Throws where the file is missing or of another version: the installation is then broken. */
export function loadKnowledge(file: string): Knowledge {
  const bytes = readFileSync(file);
  return openKnowledge(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** What the desk knows besides, from its config. The base itself where the config says nothing. */
export function withDesk(base: Knowledge, config: Config): { knowledge: Knowledge; problems: readonly { path: readonly (string | number)[]; message: string }[] } {
  const { people, offices, places, organisations } = config.knowledge;
  if (people === undefined && offices === undefined && places === undefined && organisations === undefined) return { knowledge: base, problems: [] };
  const { value, problems } = decodeKnowledge(config.knowledge, base);
  return { knowledge: joinKnowledge(base, openKnowledge(compileKnowledge(value))), problems };
}
