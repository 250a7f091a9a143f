import { emptyEntries } from './decode/entries';
import { compileKnowledge } from './index/compile';
import type { Knowledge } from './knowledge';
import { openKnowledge } from './open';

/** Knows nothing. In a file of its own, so that nobody compiles it who does not ask for it. */
export const emptyKnowledge: Knowledge = openKnowledge(compileKnowledge(emptyEntries, { edition: 'empty', verified: '0001-01-01' }));
