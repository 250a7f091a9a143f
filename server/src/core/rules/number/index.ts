import type { Rule } from '../../lint/rule';
import { sum } from './sum';

/** Figures in one passage that do not add up. */
export const numberRules: readonly Rule[] = [sum];
