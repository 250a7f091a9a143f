import type { Rule } from '../../lint/rule';
import { duplicate } from './duplicate';
import { furniture } from './furniture';
import { machine } from './machine';
import { placeholder } from './placeholder';
import { widget } from './widget';

export const boilerplateRules: readonly Rule[] = [widget, furniture, duplicate, placeholder, machine];
