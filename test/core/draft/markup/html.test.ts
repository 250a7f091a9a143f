import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../../server/src/core/draft/markup/html';
import { linksOf, proof, sourceOf, verbatims, wholes } from './proof';

describe('blocks', () => {
  test.each<[name: string, text: string, blocks: string[]]>([
    ['empty', '', []],
    ['bare text', 'Just text', ['prose: Just text']],
    ['paragraphs', '<p>One<p>Two</p>', ['prose: One', 'prose: Two']],
    ['headings', '<h1>A</h1><p>x</p><h2>B</h2><h1>C</h1>', ['headline1: A', 'prose: x', 'heading2: B', 'heading1: C']],
    ['a lower heading first', '<h2>B</h2><p>x</p>', ['headline2: B', 'prose: x']],
    ['a title', '<title>T &amp; U</title><p>x</p><h2>B</h2>', ['headline1: T & U', 'prose: x', 'heading2: B']],
    ['a title and a heading', '<title>T</title><h1>H</h1><p>x</p>', ['headline1: H', 'prose: x']],
    ['items', '<ul><li>a<li><p>b</p><p>c</p></ul>', ['item: a', 'item: b', 'item: c']],
    ['a quotation', '<blockquote>a<footer>Who</footer></blockquote>', ['quote: a', 'quote: Who']],
    [
      'a figure',
      '<figure><img src=x alt="An &quot;alt&quot;"><figcaption>Cap</figcaption></figure>',
      ['caption: An "alt"', 'caption: Cap'],
    ],
    ['a picture in a line', '<p>Text <img alt="icon"> more</p>', ['prose: Text more']],
    ['a table', '<table><caption>C</caption><tr><th>a<td>b</table>', ['caption: C', 'cell: a', 'cell: b']],
    [
      'silent elements',
      '<style>p{}</style><script>"<p>no</p>"</script><noscript>no</noscript><template>no</template><svg><text>no</text></svg>a',
      ['prose: a'],
    ],
    [
      'furniture by name',
      '<nav>a</nav><aside><h3>b</h3>c</aside><form>d<button>e</button></form><footer>f</footer>',
      ['furniture: a', 'furniture: b', 'furniture: c', 'furniture: d', 'furniture: e', 'furniture: f'],
    ],
    [
      'furniture by role and class',
      '<div role=navigation>a</div><div class="post-share x">b</div><p id=related-posts>c</p><div class="social-security-story">d</div>',
      ['furniture: a', 'furniture: b', 'furniture: c', 'prose: d'],
    ],
    [
      'copy beside the story',
      '<aside class="pullquote">a</aside><aside class="related">b</aside><p class="share-price">c</p><p class="share-bar">d</p>',
      ['prose: a', 'furniture: b', 'prose: c', 'furniture: d'],
    ],
    ['the page is no furniture', '<body class="has-sidebar"><article class="newsletter">a</article>', ['prose: a']],
    ['text between blocks', '<div>a<p>b</p>c</div>', ['prose: a', 'prose: b', 'prose: c']],
    ['a line break', '<p>a<br>b<br/>\n c</p>', ['prose: a b c']],
    ['no text', '<p> </p><p>&nbsp;</p><div></div>', []],
    ['front matter', '---\ntitle: x\n---\n<p>a</p>', ['prose: a']],
    ['cells without a table', '<td>a</td><li>b', ['prose: a', 'item: b']],
    ['pre', '<pre>\n a\n  b</pre>', ['prose: a b']],
  ])('%s', (_, text, blocks) => {
    expect(proof(text, 'html')).toEqual(blocks);
  });
});

describe('plain text and its source', () => {
  test.each<[name: string, text: string, plain: string, piece: string, source: string]>([
    ['inline elements', '<p>the <em>Donald</em> Trump</p>', 'the Donald Trump', 'Donald Trump', 'Donald</em> Trump'],
    ['an entity', '<p>AT&amp;T said</p>', 'AT&T said', '&', '&amp;'],
    ['an entity without a semicolon', '<p>&copy 2024</p>', '© 2024', '©', '&copy'],
    ['an entity inside a word', '<p>&notit; x</p>', '¬it; x', '¬', '&not'],
    ['an entity of Windows', '<p>Trump&#146;s day</p>', 'Trump’s day', '’', '&#146;'],
    ['an entity first', '\n &#8217;x', '’x', '’', '&#8217;'],
    ['no entity', '<p>a & b &bogus; c</p>', 'a & b &bogus; c', 'b &bogus;', 'b &bogus;'],
    ['white space', '<p>\n  one\n   two  three </p>', 'one two three', 'one two', 'one\n   two'],
    ['CRLF', 'a\r\n<p>one\r\ntwo</p>'.slice(3), 'one two', 'two', 'two'],
    ['after CRLF', '<p>one\r\n\r\ntwo &amp; three\r\nfour</p>', 'one two & three four', '& three', '&amp; three'],
    ['white space across elements', '<p>one <b> two</b> three</p>', 'one two three', 'one two', 'one <b> two'],
    ['a no-break space', '<p>one&nbsp;two</p>', 'one\u00a0two', '\u00a0', '&nbsp;'],
    ['a comment', '<p>one<!-- x --> two</p>', 'one two', 'one two', 'one<!-- x --> two'],
    ['an emoji', ' 😀 <b>x</b>', '😀 x', '😀', '😀'],
    ['a less-than sign', '<p>3 < 5</p>', '3 < 5', '< 5', '< 5'],
  ])('%s', (_, text, plain, piece, source) => {
    expect(readHtml(text).blocks.map((b) => b.text)).toEqual([plain]);
    expect(sourceOf(text, 'html', piece)).toBe(source);
  });

  test('after CRLF in earlier elements', () => {
    const text = '\ufeff<p>a</p>\r\n\r\n<p>b\r\nc</p>\r\n<ul>\r\n<li>Don&eacute;</li>\r\n</ul>';
    expect(sourceOf(text, 'html', 'Doné')).toBe('Don&eacute;');
  });
});

test('links and code', () => {
  const markup = readHtml('<p>By <a href="/a?x=1&amp;y">the <b>AP</b></a> <a name=x>and</a> <code>npm i</code> <kbd>Esc</kbd></p>');
  expect(linksOf(markup)).toEqual(['the AP → /a?x=1&y']);
  expect(verbatims(markup.blocks[0]!)).toEqual(['npm i', 'Esc']);
});

test('comments are remarks, wherever they stand', () => {
  const text = '<!-- as-of: 2025-08-07 --><!doctype html><head><!-- in head --></head><p>a<!-- stet --></p><!--->x<!-- open';
  expect(readHtml(text).remarks.map((r) => r.text)).toEqual(['as-of: 2025-08-07', 'in head', 'stet']);
});

test('whole takes the element where it holds nothing else, and its lines', () => {
  expect(wholes('<p>a</p><p>b</p>', 'html')).toEqual(['<p>a</p>', '<p>b</p>']);
  expect(wholes('<div>\n  <p>a</p>\n  <p>b</p>\n</div>\n', 'html')).toEqual(['  <p>a</p>\n', '  <p>b</p>\n']);
  expect(wholes('<ul>\n<li><p>a</p></li>\n<li>b</li>\n</ul>', 'html')).toEqual(['<li><p>a</p></li>\n', '<li>b</li>\n']);
  expect(wholes('<div class="x"><p><b>a</b></p></div>\n<p>b</p>', 'html')).toEqual(['<div class="x"><p><b>a</b></p></div>\n', '<p>b</p>']);
  expect(wholes('<div><img src=x><p>a</p></div>', 'html')).toEqual(['<p>a</p>']);
  expect(wholes('<table><tr><td>a</td></tr></table>', 'html')).toEqual(['a']);
});

test('the same text gives the same reading', () => {
  const markup = readHtml('<p>a</p>');
  expect(readHtml('<p>a</p>', markup)).toBe(markup);
});
