import type { Rule } from '../../lint/rule';
import { factConflict } from './fact-conflict';
import { nameConflict } from './name-conflict';
import { titleConflict } from './title-conflict';

export const deskRules: readonly Rule[] = [nameConflict, titleConflict, factConflict];
