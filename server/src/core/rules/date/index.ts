import type { Rule } from '../../lint/rule';
import { arithmetic } from './arithmetic';
import { impossible } from './impossible';
import { ordinal } from './ordinal';
import { relative } from './relative';
import { staleEvent } from './stale-event';
import { staleFact } from './stale-fact';
import { staleSection } from './stale-section';
import { style } from './style';
import { unanchored } from './unanchored';
import { weekday } from './weekday';

/** What day it is, and what has been overtaken. */
export const dateRules: readonly Rule[] = [
  weekday,
  impossible,
  staleEvent,
  staleSection,
  staleFact,
  relative,
  arithmetic,
  unanchored,
  ordinal,
  style,
];
