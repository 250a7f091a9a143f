import type { Rule } from '../../lint/rule';
import { titleConflict } from './conflict';
import { endedAdministration } from './ended-administration';
import { formerForHolder } from './former-for-holder';
import { notHolder } from './not-holder';
import { pastCandidacy } from './past-candidacy';
import { termTense } from './term-tense';
import { wrongOffice } from './wrong-office';

export const titleRules: readonly Rule[] = [
  formerForHolder,
  notHolder,
  wrongOffice,
  endedAdministration,
  termTense,
  pastCandidacy,
  titleConflict,
];
