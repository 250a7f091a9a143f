import { type InlayHint, InlayHintKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CivilDate, inFile, longDate, type Span, type TimeMention, weekdayName, weekdayOf } from '../core';
import { toPosition } from './convert';
import type { Verdict } from './drafts';
import { describeDateline } from './hover';

const shown = new Set<TimeMention['kind']>(['weekday', 'relative', 'holiday', 'date']);

/** After each time expression that leaves its day unsaid, the day: "next Thursday" Thu 14 August. */
export function dateHints(document: TextDocument, verdict: Verdict, within: Span): InlayHint[] {
  const { draft } = verdict;
  const out: InlayHint[] = [];
  for (const placed of draft.paragraphs) {
    if (placed.whole.end <= within.start || placed.whole.start >= within.end) continue;
    for (const time of placed.paragraph.dates) {
      const label = labelOf(time, draft.dateline.on);
      if (!label) continue;
      const { end } = inFile(placed, time.span);
      if (end < within.start || end > within.end) continue;
      out.push({
        position: toPosition(document, end),
        label,
        kind: InlayHintKind.Type,
        paddingLeft: true,
        tooltip: `Counted from ${describeDateline(draft.dateline)}.`,
      });
    }
  }
  return out;
}

/** "Thu 14 August", the year too where it is not the dateline's. Nothing where the words say it themselves. */
function labelOf(time: TimeMention, on: CivilDate): string | undefined {
  if (!shown.has(time.kind) || !time.from || time.from !== time.until) return undefined;
  const { parts, from } = time;
  if (parts.day !== undefined && parts.month !== undefined && (parts.year === undefined || !parts.yearAssumed) && time.kind === 'date')
    return undefined;
  if (time.kind === 'date' && from.slice(0, 4) === on.slice(0, 4)) return undefined;
  const date = longDate(from);
  return `${weekdayName(weekdayOf(from)).slice(0, 3)} ${from.slice(0, 4) === on.slice(0, 4) ? date.slice(0, -5) : date}`;
}
