import { join } from 'node:path';
import { loadKnowledge } from '../server/src/host/knowledge-file';

/** The shipped knowledge, as the build made it. */
export const knowledge = loadKnowledge(join(__dirname, '../dist/knowledge.bin'));
