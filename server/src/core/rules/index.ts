import type { Rule } from '../lint/rule';
import { titleRules } from './title';

/** Every rule that ships, in the order of its groups. */
export const rules: readonly Rule[] = [...titleRules];
