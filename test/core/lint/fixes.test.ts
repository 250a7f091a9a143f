import { expect, it } from 'vitest';
import { applyEdits, applyFixes } from '../../../server/src/core';
import { allRules, draftOf } from '../../check-text';

const fixed = (text: string): string => applyFixes(text, (t) => allRules().lint(draftOf(t, '2025-08-07')).findings).text;
const story =
  'The ferry is back in service after a week in the dock, the harbour office said on Friday morning.\n\nIt sails twice a day until the end of the month, and then once a day through the winter.';

it.each([
  ['at the end, with a last line break', `${story}\n\nShare This Article\n`, `${story}\n`],
  ['at the end, without one', `${story}\n\nShare This Article`, story],
  ['with CRLF', `${story}\n\nShare This Article\n`.replace(/\n/g, '\r\n'), `${story}\n`.replace(/\n/g, '\r\n')],
  ['at the head', `Share This Article\n\n${story}\n`, `${story}\n`],
  ['between paragraphs', story.replace('\n\n', '\n\n- Advertisement -\n\n'), story],
])('residue goes without a trace: %s', (_, text, becomes) => expect(fixed(text)).toBe(becomes));

it.each(['* ', '- ', '*   '])('a list mark goes with its blank, and the emphasis after it stays: %j', (mark) => {
  const text = `The *Kiel* Meeting: It ended with a dinner.\n\n${mark}*The Oslo* Meeting: It ended with a treaty.\n\nThe Reno Meeting: It ended in the night.\n`;
  const [found] = allRules()
    .lint(draftOf(text, '2025-08-07', 'markdown'))
    .findings.filter((f) => f.rule === 'copy/list-marker');
  expect(text.slice(found!.span.start, found!.span.end).startsWith(mark)).toBe(true);
  expect(applyEdits(text, found!.fixes[0]!.edits)).toBe(text.replace(`\n${mark}`, '\n'));
});
