import type { Rule } from '../lint/rule';
import { boilerplateRules } from './boilerplate';
import { copyRules } from './copy';
import { dateRules } from './date';
import { deskRules } from './desk';
import { headlineRules } from './headline';
import { nameRules } from './name';
import { numberRules } from './number';
import { sourcingRules } from './sourcing';
import { styleRules } from './style';
import { titleRules } from './title';

/** Every rule that ships, in the order of its groups. */
export const rules: readonly Rule[] = [
  ...titleRules,
  ...dateRules,
  ...numberRules,
  ...nameRules,
  ...deskRules,
  ...boilerplateRules,
  ...headlineRules,
  ...copyRules,
  ...sourcingRules,
  ...styleRules,
];
