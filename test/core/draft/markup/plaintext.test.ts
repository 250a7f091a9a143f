import { describe, expect, test } from 'vitest';
import { readPlaintext } from '../../../../server/src/core/draft/markup/plaintext';
import { proof, sourceOf, wholes } from './proof';

const prose = 'The council voted on Tuesday to close three of its libraries, and residents said that they would go to court over it.';
const more = 'A spokeswoman for the mayor said that no date had been set for the closures. The vote was 7 to 2.';

describe('paragraphs', () => {
  test.each<[name: string, text: string, blocks: string[]]>([
    ['empty', '', []],
    ['blank', '\ufeff \r\n\t\n\u00a0\n\f', []],
    ['a lone line', 'Mayor to resign', ['prose: Mayor to resign']],
    ['a headline and prose', `Council Closes Libraries\n\n${prose}\n`, ['headline: Council Closes Libraries', `prose: ${prose}`]],
    [
      'one paragraph a line',
      `Council Closes Libraries\n${prose}\n${more}\n`,
      ['headline: Council Closes Libraries', `prose: ${prose}`, `prose: ${more}`],
    ],
    ['CRLF', `${prose}\r\n\r\n${more}\r\n`, [`prose: ${prose}`, `prose: ${more}`]],
    ['lone CR', `${prose}\r${more}`, [`prose: ${prose}`, `prose: ${more}`]],
    ['a first line with a stop', `The council met on Tuesday.\n\n${prose}`, ['prose: The council met on Tuesday.', `prose: ${prose}`]],
    [
      'a breadcrumb',
      `Home » News » Council\n\nCouncil Closes Libraries\n\n${prose}`,
      ['line: Home » News » Council', 'headline: Council Closes Libraries', `prose: ${prose}`],
    ],
    [
      'a caption above the headline',
      `The mayor, pictured in May.\n\nCouncil Closes Three City Libraries\n\n${prose}`,
      ['prose: The mayor, pictured in May.', 'headline: Council Closes Three City Libraries', `prose: ${prose}`],
    ],
    [
      'a section above the headline',
      `Politics\n\nCouncil Closes Three Libraries\n\n${prose}`,
      ['line: Politics', 'headline: Council Closes Three Libraries', `prose: ${prose}`],
    ],
    [
      'a byline',
      `Council Closes Libraries\n\nBy Jane Doe\n\n${prose}`,
      ['headline: Council Closes Libraries', 'line: By Jane Doe', `prose: ${prose}`],
    ],
    [
      'a dateline',
      `LONDON, Aug. 7 (AP) — The council met\n\n${prose}`,
      ['prose: LONDON, Aug. 7 (AP) — The council met', `prose: ${prose}`],
    ],
    [
      'headings',
      `${prose}\n\nWhat Comes Next\n\n${more}\n\nWhat’s at stake?\n${prose}`,
      [`prose: ${prose}`, 'heading: What Comes Next', `prose: ${more}`, 'heading: What’s at stake?', `prose: ${prose}`],
    ],
    [
      'lines that head nothing',
      `${prose}\n\nShare This Article\nLeave a Comment\n\n- Advertisement -\n`,
      [`prose: ${prose}`, 'line: Share This Article', 'line: Leave a Comment', 'line: - Advertisement -'],
    ],
    [
      'items',
      `${prose}\n\n  1. One thing (2018): it was so.\n  2. Another thing.\n\n* A third.\n• A fourth.\n- A fifth.`,
      [
        `prose: ${prose}`,
        'item: One thing (2018): it was so.',
        'item: Another thing.',
        'item: A third.',
        'item: A fourth.',
        'item: A fifth.',
      ],
    ],
    [
      'no items',
      `${prose}\n\n* * *\n\n*Correction: it was six.*\n\n1.5 million came.`,
      [`prose: ${prose}`, 'line: * * *', 'prose: *Correction: it was six.*', 'prose: 1.5 million came.'],
    ],
    ['front matter', `---\ntitle: A\n---\n${prose}`, [`prose: ${prose}`]],
    ['a rule at the start', `---\n\n${prose}`, ['line: ---', `prose: ${prose}`]],
    ['a form feed', `${prose}\n\f\n${more}`, [`prose: ${prose}`, `prose: ${more}`]],
  ])('%s', (_, text, blocks) => {
    expect(proof(text, 'plaintext')).toEqual(blocks);
  });
});

describe('wrapped copy', () => {
  const wrap = (text: string, width: number): string => {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines.join('\n');
  };

  test.each([60, 66, 72, 80, 90])('is put together at %d columns', (width) => {
    const long = `${prose} ${more}`;
    expect(proof(`${wrap(long, width)}\n\n${wrap(prose, width)}`, 'plaintext')).toEqual([`prose: ${long}`, `prose: ${prose}`]);
  });

  test('without blank lines, a short last line ends the paragraph', () => {
    expect(proof(`${wrap(`${prose} ${more}`, 70)}\n${wrap(`${more} ${prose}`, 70)}`, 'plaintext')).toEqual([
      `prose: ${prose} ${more}`,
      `prose: ${more} ${prose}`,
    ]);
  });

  test('a word that was broken at its hyphen is one again', () => {
    expect(
      proof(
        'The talks that were held in the small hours were on the Trump-\nPutin meeting, and went on until the break of the next day.',
        'plaintext',
      ),
    ).toEqual([
      'prose: The talks that were held in the small hours were on the Trump-Putin meeting, and went on until the break of the next day.',
    ]);
  });

  test('sentences of like length that stand on lines of their own stay apart', () => {
    const lines = [
      'The mayor said on Tuesday that she would not run for office again.',
      'The council will meet on Wednesday to choose who is to follow her.',
      'Neither of the two deputies has said whether they want the office.',
    ];
    expect(proof(lines.join('\n'), 'plaintext')).toEqual(lines.map((line) => `prose: ${line}`));
  });

  test('items with hanging lines are put together', () => {
    expect(
      proof(
        '- The first of them is that the mayor will not stand for election\n  again, and has said so.\n- The second is short.',
        'plaintext',
      ),
    ).toEqual([
      'item: The first of them is that the mayor will not stand for election again, and has said so.',
      'item: The second is short.',
    ]);
  });

  test('a break maps to itself', () => {
    const text =
      'The talks that were held in the small hours were on the two   \r\n   hostages, and went on until the break of the next day.';
    expect(sourceOf(text, 'plaintext', 'two hostages')).toBe('two   \r\n   hostages');
  });
});

test('comments on lines of their own are remarks', () => {
  const text = `<!-- as-of: 2025-08-07 -->\n${prose}\n  <!-- stet -->\n${more} <!-- no -->\n<!-- a --> <!-- b -->\n`;
  const { remarks, blocks } = readPlaintext(text);
  expect(remarks.map((r) => [r.text, text.slice(r.span.start, r.span.end)])).toEqual([
    ['as-of: 2025-08-07', '<!-- as-of: 2025-08-07 -->'],
    ['stet', '<!-- stet -->'],
  ]);
  expect(blocks.map((b) => b.text)).toEqual([prose, `${more} <!-- no -->`, '<!-- a --> <!-- b -->']);
});

test('whole takes the lines with indentation and break; at and map count from the mark', () => {
  const text = `${prose}\r\n\r\n  * One of many.  \r\n${more}`;
  expect(wholes(text, 'plaintext')).toEqual([`${prose}\r\n`, '  * One of many.  \r\n', more]);
  const item = readPlaintext(text).blocks[1]!;
  expect(text.slice(item.at)).toMatch(/^\* One/);
  expect(item.map.runs).toEqual([0, 12, 2, 14]);
});
