import type { Rule } from '../../lint/rule';
import { headlineCase } from './case';
import { competing } from './competing';
import { missing } from './missing';
import { overclaim } from './overclaim';

export const headlineRules: readonly Rule[] = [competing, missing, headlineCase, overclaim];
