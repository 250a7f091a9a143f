/** The façade: all that the shells may import of the pencil. */
export { addDays, type CivilDate, daysBetween, longDate, parseCivilDate, weekdayName, weekdayOf } from './calendar/civil-date';
export type { Assumed } from './draft/dateline';
export type { Dateline, Draft, Format, Mention, Paragraph, Placed, TimeMention } from './draft/draft';
export { type BodyMention, bodiesIn } from './draft/mentions/bodies-in';
export { castOf, meant } from './draft/mentions/cast';
export { judgedTitles } from './draft/mentions/verdict';
export { readDraft } from './draft/read-draft';
export { allOffices } from './knowledge/all-offices';
export { decodeKnowledge } from './knowledge/decode/decode';
export { bodyInText, describeOffice, describeTenure, describeTenures } from './knowledge/describe';
export { compileKnowledge } from './knowledge/index/compile';
export { joinKnowledge } from './knowledge/join';
export { type Body, holdsOn, type Kind, type Knowledge, type Office, type Person, type Tenure } from './knowledge/knowledge';
export { openKnowledge } from './knowledge/open';
export { applyFixes } from './lint/apply-fixes';
export {
  type Config,
  decodeConfig,
  emptyConfig,
  joinConfigs,
  type Level,
  meantBy,
  mergeConfigs,
  mergeRules,
  nearest,
  type Problem,
  type RuleSetting,
  settingOf,
  unknown,
} from './lint/config';
export { type Failure, type FileFix, type Finding, severityRank, type Verdict } from './lint/finding';
export { applyCertain, certainEdits, createLinter, inFile, type Linter } from './lint/linter';
export type { DraftRule, Example, ParagraphRule, Rule, RuleId, Severity } from './lint/rule';
export { applyStet, decodeStetFile, type StetEntry } from './lint/stet';
export { rules } from './rules';
export type { CheckProblem } from './rules/style/vale/check';
export { decodeCheck, looksLikeCheck } from './rules/style/vale/decode';
export { patternProblem } from './rules/style/vale/pattern-syntax';
export { levelOf as valeLevel, type StyleSheet, type ValeOptions, valeRule } from './rules/style/vale/rule';
export { fold, slug } from './text/fold';
export { type LineIndex, lineIndex, offsetAt, type Position, positionAt } from './text/line-index';
export { applyEdits, type Edit, type Span } from './text/span';
