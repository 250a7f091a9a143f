import type { Rule } from '../../lint/rule';
import { nameCase } from './case';
import { firstReference } from './first-reference';
import { misspelled } from './misspelled';
import { runTogether } from './run-together';
import { variant } from './variant';
import { wrongFirstName } from './wrong-first-name';

export const nameRules: readonly Rule[] = [misspelled, wrongFirstName, nameCase, runTogether, variant, firstReference];
