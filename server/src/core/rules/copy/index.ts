import type { Rule } from '../../lint/rule';
import { doubledWord } from './doubled-word';
import { extraSpace } from './extra-space';
import { missingSpace } from './missing-space';

export const copyRules: readonly Rule[] = [missingSpace, extraSpace, doubledWord];
