import fc from 'fast-check';
import { expect } from 'vitest';
import type { Format, Markup } from '../../../../server/src/core/draft/draft';

export const formats: readonly Format[] = ['markdown', 'plaintext', 'html'];

const pieces = [
  ...[
    'Trump met Putin.',
    'the Kremlin said',
    'word',
    'a',
    'Zelenskyy’s',
    'café',
    'e\u0301',
    '😀',
    '\ud83d',
    '\0',
    '\ufeff',
    '\u00a0',
    '\t',
    ' ',
    ' ',
    '  ',
    '   ',
    '    ',
  ],
  ...['\n', '\n', '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\f', '\u2028', '  \n', '\\\n', '\n    ', '\n\t', '\n\n  ', '\n\n    '],
  ...[
    '*',
    '**',
    '_',
    '`',
    '``',
    '```',
    '\n```\n',
    '~~~',
    '~~',
    '\n~~~\n',
    '[',
    ']',
    '](',
    '![',
    ')',
    '(',
    '<',
    '>',
    '\\',
    '\\*',
    '&',
    '&amp;',
    '&#8217;',
    '&#x1F600;',
    '&nbsp;',
    '&copy',
    '&bogus;',
    '&lt;',
  ],
  ...[
    '# ',
    '\n## ',
    '\n### x ###\n',
    '\n===\n',
    '\n---\n',
    '\n***\n',
    '> ',
    '\n> ',
    '\n> > ',
    '- ',
    '\n- ',
    '\n* ',
    '\n1. ',
    '\n2) ',
    '\n  - ',
    '|',
    '\n|--|--|\n',
    '\na | b\n',
    '- [x] ',
  ],
  ...[
    '[r]',
    '[r]: /x\n',
    '\n\n[r]: <u v> "t"\n\n',
    '[^n]',
    '\n[^n]: note\n',
    '[link](http://a.b/c_d)',
    '![alt *x*](p.png)',
    '<http://x.y/z>',
    'www.a.com/b_c',
    'https://a.b/?q=1&r=2',
    'me@x.org',
    '@handle',
    'C:\\a\\b.txt',
  ],
  ...[
    '<!-- stet: why -->',
    '<!--',
    '-->',
    '\n<!-- as-of: 2025-08-07 -->\n',
    '<b>',
    '</b>',
    '<br>',
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '\n<div>\n',
    '\n</div>\n',
    '<a href="x?a&amp;b">',
    '</a>',
    '<li>',
    '<ul>',
    '</ul>',
    '<td>',
    '<table>',
    '<tr>',
    '</table>',
  ],
  ...[
    '<script>',
    '</script>',
    '\n<script>\n',
    '<pre>',
    '</pre>',
    '<h1>',
    '</h1>',
    '<h2>',
    '</h2>',
    '<blockquote>',
    '</blockquote>',
    '<nav>',
    '</nav>',
    '<img src=x alt="An &amp; alt">',
    '<title>',
    '</title>',
    '<?',
    '?>',
    '<![CDATA[',
    ']]>',
    '<!x',
    '<code>',
    '</code>',
  ],
  ...[
    '\n---\ntitle: x\n---\n',
    '---\n',
    'key: v\n',
    '+++\n',
    'Home » News',
    '- Advertisement -',
    '• ',
    'A line of copy that was wrapped by hand, sixty columns wide,',
    '\nand goes on below',
  ],
];

/** Text that is made of markup more than of words. */
export const soup = fc.oneof(
  { weight: 5, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
);

/** A text and one that differs from it by one edit. */
export const edited = fc
  .tuple(soup, soup, fc.nat(), fc.nat(), fc.array(fc.constantFrom(...pieces), { maxLength: 3 }))
  .map(([one, two, a, b, parts]) => {
    const text = `${one}\n\n${two}`;
    const from = a % (text.length + 1);
    const to = Math.min(text.length, from + (b % 12));
    return { text, next: text.slice(0, from) + parts.join('') + text.slice(to) };
  });

/** What every reading of a text must keep. */
export function expectSound(text: string, markup: Markup): void {
  let last = -1;
  for (const block of markup.blocks) {
    const { runs } = block.map;
    expect(block.text).not.toMatch(/^[ \t]|[ \t]$|[\n\r]/);
    expect(block.text.length).toBeGreaterThan(0);
    let plain = 0;
    let source = -1;
    for (let i = 0; i < runs.length; i += 4) {
      const [from, to, start, end] = [runs[i]!, runs[i + 1]!, runs[i + 2]! + block.at, runs[i + 3]! + block.at];
      expect(from).toBe(plain);
      expect(to).toBeGreaterThan(from);
      expect(start).toBeGreaterThanOrEqual(Math.max(source, 0));
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(text.length);
      if (to - from === end - start)
        expect(text.slice(start, end).replace(/[\r\n\t\f]/g, ' ')).toBe(block.text.slice(from, to).replace(/[\t\f]/g, ' '));
      plain = to;
      source = end;
    }
    expect(plain).toBe(block.text.length);
    expect(block.at).toBeGreaterThanOrEqual(0);
    expect(block.whole.start).toBeGreaterThanOrEqual(0);
    expect(block.whole.start).toBeLessThanOrEqual(block.at + runs[2]!);
    expect(block.whole.end).toBeGreaterThanOrEqual(source);
    expect(block.whole.end).toBeLessThanOrEqual(text.length);
    for (const s of [...block.verbatim, ...block.links]) {
      expect(s.start).toBeGreaterThanOrEqual(0);
      expect(s.end).toBeGreaterThan(s.start);
      expect(s.end).toBeLessThanOrEqual(block.text.length);
    }
    block.verbatim.forEach((s, i) => {
      if (i > 0) expect(s.start).toBeGreaterThan(block.verbatim[i - 1]!.end);
    });
  }
  for (const remark of markup.remarks) {
    expect(text.slice(remark.span.start, remark.span.end)).toMatch(/^<!--[\s\S]*-->$/);
    expect(text.slice(remark.span.start + 4, remark.span.end - 3).trim()).toBe(remark.text);
    expect(remark.span.start).toBeGreaterThan(last);
    last = remark.span.start;
  }
  if (markup.frontMatter) expect(text.slice(markup.frontMatter.span.start, markup.frontMatter.span.end)).toBe(markup.frontMatter.text);
}
