import type { Rule } from '../../lint/rule';
import { nameConflict } from './name-conflict';

export const deskRules: readonly Rule[] = [nameConflict];
