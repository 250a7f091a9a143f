import type { Rule } from '../../lint/rule';
import { terms } from './terms';

export const styleRules: readonly Rule[] = [terms];
