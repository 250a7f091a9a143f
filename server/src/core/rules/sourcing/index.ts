import type { Rule } from '../../lint/rule';
import { credit } from './credit';
import { doubleAttribution } from './double-attribution';
import { missing } from './missing';
import { unsourcedQuote } from './unsourced-quote';
import { vague } from './vague';

export const sourcingRules: readonly Rule[] = [vague, doubleAttribution, unsourcedQuote, missing, credit];
