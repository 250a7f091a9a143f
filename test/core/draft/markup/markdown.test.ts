import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../../../server/src/core/draft/markup/markdown';
import { linksOf, proof, sourceOf, verbatims, wholes } from './proof';

const md = (text: string): string[] => proof(text, 'markdown');

describe('blocks', () => {
  test.each<[name: string, text: string, blocks: string[]]>([
    ['empty', '', []],
    ['blank', ' \n\n\t\n', []],
    ['a paragraph', 'One line\nand another.\n', ['prose: One line and another.']],
    ['CRLF', 'One\r\ntwo\r\n\r\nThree\r\n', ['prose: One two', 'prose: Three']],
    ['a lone CR', 'One\rtwo\r\rThree', ['prose: One two', 'prose: Three']],
    ['a byte order mark', '\ufeff# Head\n\nText', ['headline1: Head', 'prose: Text']],
    [
      'headings',
      '# A\n\nText\n\n## B\nMore\n\nC\n===\n\nD\n---\n',
      ['headline1: A', 'prose: Text', 'heading2: B', 'prose: More', 'heading1: C', 'heading2: D'],
    ],
    ['closing signs of a heading', '## A b ##\n', ['headline2: A b']],
    ['a first heading of lower depth', '## A\n\nText', ['headline2: A', 'prose: Text']],
    ['prose above the first heading', 'Text\n\n## A\n\nMore', ['prose: Text', 'heading2: A', 'prose: More']],
    ['prose above a heading of depth 1', 'Text\n\n# A\n\nMore', ['prose: Text', 'headline1: A', 'prose: More']],
    ['items', '- a\n- b\n* c\n1. d\n2) e\n', ['item: a', 'item: b', 'item: c', 'item: d', 'item: e']],
    ['nested items', '- a\n  - b\n    1. c\n\n      d\n- [x] done', ['item: a', 'item: b', 'item: c', 'item: d', 'item: done']],
    ['a lazy item', '- a\nb\n', ['item: a b']],
    ['a quotation', '> a\n> b\nlazy\n> > deep\n', ['quote: a b lazy', 'quote: deep']],
    ['a heading in a quotation', '> ## a\n> b', ['headline2: a', 'quote: b']],
    ['a list in a quotation', '> - a\n> - b', ['item: a', 'item: b']],
    ['a table', '| a | b |\n|---|---|\n| *c* | `d` |\n| e \\| f | |\n', ['cell: a', 'cell: b', 'cell: c', 'cell: d', 'cell: e | f']],
    ['code blocks', 'a\n\n```\ncode\n\nmore\n```\n\n    indented\n\n~~~\nx\n', ['prose: a']],
    ['a rule', 'a\n\n***\n\nb', ['prose: a', 'prose: b']],
    ['a picture alone', '![Putin and *Trump*](a.jpg)\n', ['caption: Putin and Trump']],
    ['pictures alone', '![One](a) ![Two](b)\n', ['caption: One', 'caption: Two']],
    ['a linked picture', '[![One](a)](b)\n', ['caption: One']],
    ['a picture without words', '![](a.jpg)\n', []],
    ['a picture in a line', 'See ![this](a.jpg) now', ['prose: See now']],
    [
      'footnotes',
      'Text.[^1] More[^2]\n\n[^1]: The *note*.\n\n    Its end.\n',
      ['prose: Text. More[^2]', 'prose: The note.', 'prose: Its end.'],
    ],
    ['front matter is no prose', '---\ntitle: A\n---\nText', ['prose: Text']],
    ['TOML', '+++\ntitle = "A"\n+++\nText', ['prose: Text']],
    ['a rule at the start', '---\n\nText', ['prose: Text']],
    ['HTML blocks', '<p>One <b>two</b> &amp; three</p>\n\n<div>\n\nIn *it*\n\n</div>\n', ['prose: One two & three', 'prose: In it']],
    ['HTML furniture', '<div class="share">Share this</div>\n\nText', ['furniture: Share this', 'prose: Text']],
    ['scripts', '<script>\nvar a = 1;\n\nvar b;\n</script>\n\nText', ['prose: Text']],
    ['HTML in a quotation', '> <p>\n> a\n> </p>\n>\n> b', ['quote: b']],
    ['an HTML comment with blank lines', '<!-- a\n\nb -->\n\nText', ['prose: Text']],
  ])('%s', (_, text, blocks) => {
    expect(md(text)).toEqual(blocks);
  });
});

describe('plain text and its source', () => {
  test.each<[name: string, text: string, plain: string, piece: string, source: string]>([
    ['emphasis', 'the *Donald* Trump', 'the Donald Trump', 'Donald', 'Donald'],
    ['across emphasis', 'the *Donald* Trump', 'the Donald Trump', 'Donald Trump', 'Donald* Trump'],
    ['inside a word', 'un*frigging*believable', 'unfriggingbelievable', 'gbel', 'g*bel'],
    ['an unmatched mark', 'a * b and_c', 'a * b and_c', 'b and_c', 'b and_c'],
    ['strong', '**Vladimir** __Putin__', 'Vladimir Putin', 'Vladimir Putin', 'Vladimir** __Putin'],
    ['strike-through', 'a ~~b~~ c', 'a b c', 'b', 'b'],
    ['an entity', 'AT&amp;T said', 'AT&T said', '&', '&amp;'],
    ['after an entity', 'AT&amp;T said', 'AT&T said', 'said', 'said'],
    ['a numeric entity', 'Trump&#8217;s &#x1F600; day', 'Trump’s 😀 day', '😀', '&#x1F600;'],
    ['no entity', 'a &bogus; b', 'a &bogus; b', '&bogus;', '&bogus;'],
    ['an escape', '5 \\* 3 \\a', '5 * 3 \\a', '*', '\\*'],
    ['a soft break', 'one\ntwo three', 'one two three', 'two', 'two'],
    ['a soft break with CRLF', 'one\r\ntwo three', 'one two three', 'one two', 'one\r\ntwo'],
    ['a hard break', 'one  \ntwo', 'one two', 'one two', 'one  \ntwo'],
    ['a hard break by backslash', 'one\\\ntwo', 'one two', ' ', '\\\n'],
    ['a hard break by tag', 'one<br>\ntwo', 'one two', ' ', '<br>\n'],
    ['lines of a quotation', '> one\n> two', 'one two', ' ', '\n> '],
    ['a lazy line', '> one\ntwo', 'one two', ' two', '\ntwo'],
    ['an indented line of an item', '- one\n  two', 'one two', 'one two', 'one\n  two'],
    ['an emoji', '😀 *a* 👩‍👩‍👧 b', '😀 a 👩‍👩‍👧 b', 'b', 'b'],
    ['combining marks', 'Erdog\u0306an *came*', 'Erdog\u0306an came', 'Erdog\u0306an', 'Erdog\u0306an'],
    ['inline tags', 'one <b>two</b> three', 'one two three', 'two three', 'two</b> three'],
    ['a tag between spaces', 'one <i> two</i>', 'one two', 'two', 'two'],
    ['a comment between spaces', 'one <!-- stet --> two', 'one two', 'one two', 'one <!-- stet --> two'],
    ['two spaces are the writer’s', 'one  two', 'one  two', '  ', '  '],
    ['a link', 'by [the *AP*](http://ap.org "t") today', 'by the AP today', 'the AP', 'the *AP'],
    ['code', 'run `a  *b*` now', 'run a  *b* now', 'a  *b*', 'a  *b*'],
    ['a tab', 'one\ttwo', 'one\ttwo', 'two', 'two'],
    ['a null', 'a\0b *c*', 'a\0b c', 'a\0b', 'a\0b'],
  ])('%s', (_, text, plain, piece, source) => {
    expect(readMarkdown(text).blocks.map((b) => b.text)).toEqual([plain]);
    expect(sourceOf(text, 'markdown', piece)).toBe(source);
  });
});

test('links of every form', () => {
  const text =
    'A [one](http://a.org/x?a=1&amp;b "t"), [two][r], [r] and [r][], <http://b.org>, www.c.org, https://d.org/e_f_g and [none].\n\n[r]: <http://r.org/q> "t"\n[r]: /second';
  expect(linksOf(readMarkdown(text))).toEqual([
    'one → http://a.org/x?a=1&b',
    'two → http://r.org/q',
    'r → http://r.org/q',
    'r → http://r.org/q',
    'http://b.org → http://b.org',
    'www.c.org → http://www.c.org',
    'https://d.org/e_f_g → https://d.org/e_f_g',
  ]);
});

test('code, addresses and bare links are verbatim', () => {
  const [block] = readMarkdown('Run `npm i` at <http://b.org/a_b>, www.c.org or me@x.org.').blocks;
  expect(verbatims(block!)).toEqual(['npm i', 'http://b.org/a_b', 'www.c.org', 'me@x.org']);
});

test('comments are remarks, wherever they stand', () => {
  const text =
    '<!-- as-of: 2025-08-07 -->\n\nA <!-- stet --> b\n\n- c\n  <!-- stet name/case: so -->\n\n> <!-- in\n> quote -->\n\n`<!-- code -->`\n\n<!-- never closed';
  const { remarks, blocks } = readMarkdown(text);
  expect(remarks.map((r) => r.text)).toEqual(['as-of: 2025-08-07', 'stet', 'stet name/case: so', 'in\n> quote']);
  expect(remarks.map((r) => text.slice(r.span.start, r.span.end))[1]).toBe('<!-- stet -->');
  expect(blocks.map((b) => b.text)).toEqual(['A b', 'c', '<!-- code -->']);
});

test('front matter is kept as it stands', () => {
  const text = '\ufeff---\r\ntitle: A\r\ndate: 2025-08-07\r\n---\r\nText';
  const { frontMatter, blocks } = readMarkdown(text);
  expect(frontMatter).toEqual({ span: { start: 6, end: 34 }, text: 'title: A\r\ndate: 2025-08-07\r\n', language: 'yaml' });
  expect(blocks[0]!.at).toBe(39);
  expect(readMarkdown('+++\na = 1\n+++\n').frontMatter?.language).toBe('toml');
  expect(readMarkdown('---\nnever closed').frontMatter).toBeUndefined();
});

test('whole takes the lines with their break', () => {
  expect(wholes('# A\n\n- b\n  c\n- d\n\n> e\n> f\n\n| g | h |\n|-|-|\n\ni', 'markdown')).toEqual([
    '# A\n',
    '- b\n  c\n',
    '- d\n',
    '> e\n> f\n',
    'g',
    'h',
    'i',
  ]);
  expect(wholes('<p>a</p>\n\nb\r\n', 'markdown')).toEqual(['<p>a</p>\n', 'b\r\n']);
});

test('an item begins at its mark, its map after it', () => {
  const [block] = readMarkdown('a\n\n* b').blocks.slice(1);
  expect(block).toMatchObject({ kind: 'item', at: 3, map: { runs: [0, 1, 2, 3] } });
});

test('an edit elsewhere leaves the maps the same objects', () => {
  const before = readMarkdown('One *x*.\n\nTwo *y*.\n\nThree *z*.');
  const after = readMarkdown('One *xx*.\n\nTwo *y*.\n\nThree *z*.', before);
  expect(after.blocks[1]!.map).toBe(before.blocks[1]!.map);
  expect(after.blocks[2]!.map).toBe(before.blocks[2]!.map);
});

test('a definition far away changes what depends on it', () => {
  const before = readMarkdown('See [r].\n\nText.\n\n[r]: /a\n');
  const after = readMarkdown('See [r].\n\nText.\n\n[q]: /a\n', before);
  expect(before.blocks[0]!.text).toBe('See r.');
  expect(after.blocks[0]!.text).toBe('See [r].');
  expect(linksOf(readMarkdown('See [r].\n\nText.\n\n[r]: /b\n', before))).toEqual(['r → /b']);
});
