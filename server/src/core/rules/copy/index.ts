import type { Rule } from '../../lint/rule';
import { article } from './article';
import { doubledWord } from './doubled-word';
import { extraSpace } from './extra-space';
import { filler } from './filler';
import { listMarker } from './list-marker';
import { missingSpace } from './missing-space';
import { misspelling } from './misspelling';
import { quotes } from './quotes';
import { repeatedOpener } from './repeated-opener';
import { sentenceCase } from './sentence-case';
import { spun } from './spun';
import { strayMarker } from './stray-marker';

export const copyRules: readonly Rule[] = [
  missingSpace,
  extraSpace,
  doubledWord,
  sentenceCase,
  quotes,
  strayMarker,
  listMarker,
  misspelling,
  article,
  spun,
  filler,
  repeatedOpener,
];
