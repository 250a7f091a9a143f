import type { Rule } from '../../lint/rule';
import { formerForHolder } from './former-for-holder';
import { notHolder } from './not-holder';
import { wrongOffice } from './wrong-office';

export const titleRules: readonly Rule[] = [formerForHolder, notHolder, wrongOffice];
