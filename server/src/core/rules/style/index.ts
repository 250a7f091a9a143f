import type { Rule } from '../../lint/rule';
import { terms } from './terms';
import { vale } from './vale/rule';

export const styleRules: readonly Rule[] = [terms, vale];
