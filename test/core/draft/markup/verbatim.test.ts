import { expect, test } from 'vitest';
import { verbatimSpans } from '../../../../server/src/core/draft/markup/verbatim';

test.each<[text: string, found: string[]]>([
  ['See https://a.org/b?c=d&e=(f), please.', ['https://a.org/b?c=d&e=(f)']],
  ['(http://a.org/b_(c)) or (www.a.org).', ['http://a.org/b_(c)', 'www.a.org']],
  ['Write to jane.doe+news@mail.example.co.uk; or to "me@x.org".', ['jane.doe+news@mail.example.co.uk', 'me@x.org']],
  ['Follow @BBCNews, @who_am_i. and @a@mastodon.social now', ['@BBCNews', '@who_am_i', '@a@mastodon.social']],
  ['Amazon.com said, and x.com/abc, whitehouse.gov’s page', ['Amazon.com', 'x.com/abc', 'whitehouse.gov']],
  ['The bbc.co.uk site', ['bbc.co.uk']],
  [
    'Open C:\\Users\\me\\a.txt, /usr/local/bin, ./a/b, ~/x, img/photo_1.JPG or report.pdf.',
    ['C:\\Users\\me\\a.txt', '/usr/local/bin', './a/b', '~/x', 'img/photo_1.JPG', 'report.pdf'],
  ],
  ['mailto:me@x.org', ['mailto:me@x.org']],
  ['The U.S. and U.S.and 24/7 and/or he/she at 3 p.m. in Washington D.C. met.Then it/they said 1.5 km/h @ 5 a/c', []],
  ['announced in the works,according to kremlin himself.The talks U.S.-Russia', []],
  ['a@b', []],
  ['', []],
])('%s', (text, found) => {
  expect(verbatimSpans(text).map((s) => text.slice(s.start, s.end))).toEqual(found);
});
