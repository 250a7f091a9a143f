import { describe, expect, it } from 'vitest';
import { readDraft } from '../../../server/src/core';
import type { Assumed } from '../../../server/src/core/draft/dateline';
import type { Format } from '../../../server/src/core/draft/draft';
import { knowledge } from '../../knowledge';

const dateline = (text: string, more: Partial<Assumed> = {}, format: Format = 'markdown') => {
  const { on, from, place } = readDraft(text, format, { today: '2026-01-01', ...more }, knowledge).dateline;
  return place ? [on, from, place] : [on, from];
};
const front = '---\ntitle: X\ndate: 2024-05-03\n---\n\nText of the story, which goes on.\n';

describe('the dateline, in the order of the contract', () => {
  it('the flag stands over everything', () =>
    expect(dateline(`<!-- as-of: 2023-01-01 -->\n\n${front}`, { asOf: '2025-08-07' })).toEqual(['2025-08-07', 'flag']));
  it('a comment over front matter', () => expect(dateline(`${front}\n<!-- as-of: 2023-01-02 -->\n`)).toEqual(['2023-01-02', 'comment']));
  it('front matter over the dateline in the text', () =>
    expect(dateline(`${front}\nPARIS, June 3, 2020 (AP) — Text follows here.`)[1]).toBe('front matter'));
  it.each([
    ['date: 2024-05-03T23:30:00Z', '2024-05-03'],
    ['published: "3 May 2024"', '2024-05-03'],
    ['pubDate: May 3, 2024', '2024-05-03'],
    ['as-of: 2024-05-03\ndate: 2020-01-01', '2024-05-03'],
    ['updated: 2024-05-04\ndate: 2024-05-03', '2024-05-03'],
  ])('front matter: %s', (yaml, on) => expect(dateline(`---\n${yaml}\n---\n\nText.`)).toEqual([on, 'front matter']));
  it('TOML front matter', () => expect(dateline('+++\ndate = 2024-05-03\n+++\n\nText.')).toEqual(['2024-05-03', 'front matter']));
  it('the dateline of the text, with its place', () =>
    expect(dateline('A headline for the day\n\nWASHINGTON, Aug. 7, 2025 (AP) — The talks began.', {}, 'plaintext')).toEqual([
      '2025-08-07',
      'dateline',
      'Washington',
    ]));
  it('a colon behind the year in the place of the dash', () =>
    expect(dateline('A headline for the day\n\nNEW DELHI, May 22, 2004: The talks began.', {}, 'plaintext')).toEqual([
      '2004-05-22',
      'dateline',
      'New Delhi',
    ]));
  it.each(['<meta property="article:published_time" content="2022-09-05T12:00:00+03:00">', '<meta content="2022-09-05" name="date">'])(
    'the meta elements of a page: %s',
    (meta) =>
      expect(dateline(`<html><head>${meta}<title>X</title></head><body><p>Text of the story.</p></body></html>`, {}, 'html')).toEqual([
        '2022-09-05',
        'front matter',
      ]),
  );
  it('a published line', () =>
    expect(
      dateline('A headline for the day\n\nPublished 3 May 2024, 10:15\n\nThe talks began, and they went on for hours.', {}, 'plaintext'),
    ).toEqual(['2024-05-03', 'dateline']));
  it.each([
    'HILLSIDE, Ohio, Aug. 7, 2025\n\nThe following calls were taken from the book of the police, which is kept by hand.',
    'Hillside, Thursday 7 August 2025\n\nThe following calls were taken from the book of the police, which is kept by hand.',
    'HILLSIDE, Aug. 7, 2025: The calls were taken from the book of the police, which is kept by hand, and by nobody else.',
    'HILLSIDE, Ohio, Aug. 7, 2025 | The calls were taken from the book of the police, which is kept by hand.',
  ])('place and day: %s', (text) =>
    expect(dateline(`Police log\n\n${text}`, {}, 'plaintext').slice(0, 2)).toEqual(['2025-08-07', 'dateline']),
  );
  it('the head of a page, under front matter', () => {
    const page =
      '<html><head><meta property="article:published_time" content="2024-05-03T06:00:00Z"></head><body><p>Text.</p></body></html>';
    expect(dateline(page, {}, 'html')).toEqual(['2024-05-03', 'front matter']);
    expect(dateline(page.replace('2024-05-03', '2024-02-31'), {}, 'html')[1]).toBe('today');
    expect(dateline(`---\ndate: 2023-01-02\n---\n${page}`, {}, 'html')).toEqual(['2023-01-02', 'front matter']);
  });
  it('a dateline without a year takes it from the file name', () =>
    expect(
      dateline('A headline for the day\n\nKYIV, May 4 (Reuters) - The talks began.', { path: 'news/2024-05-05-talks.txt' }, 'plaintext'),
    ).toEqual(['2024-05-04', 'dateline', 'Kyiv']));
  it.each(['2025-08-07-summit.md', 'drafts/2025/08/07/summit.md', '20250807-summit.md'])('the file name: %s', (path) =>
    expect(dateline('Text of the story.', { path })).toEqual(['2025-08-07', 'file name']),
  );
  it('a number in a file name that is no day is none', () => expect(dateline('Text.', { path: '2025-02-30-x.md' })[1]).toBe('today'));
  it('the config, then today', () => {
    expect(dateline('Text.', { configured: '2025-01-01' })).toEqual(['2025-01-01', 'config']);
    expect(dateline('Text.')).toEqual(['2026-01-01', 'today']);
  });
  it('broken front matter and impossible days are passed over', () => {
    expect(dateline('---\ndate: [unclosed\n---\n\nText.')[1]).toBe('today');
    expect(dateline('---\ndate: 2025-02-30\n---\n\nText.')[1]).toBe('today');
    expect(dateline('<!-- as-of: 2025-02-30 -->\n\nText.')[1]).toBe('today');
  });
  it('a date within prose is not the dateline', () =>
    expect(dateline('The bridge was opened on May 3, 2004, in the rain, and nobody came to see it that day.', {}, 'plaintext')[1]).toBe(
      'today',
    ));
});
