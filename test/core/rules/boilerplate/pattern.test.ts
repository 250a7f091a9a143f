import { describe, expect, it } from 'vitest';
import { endOf, readPattern } from '../../../../server/src/core/rules/boilerplate/phrases/pattern';
import { matchLine } from '../../../../server/src/core/rules/boilerplate/phrases/phrases';
import { tokensOf } from '../../../../server/src/core/rules/boilerplate/phrases/tokens';

const lists = { network: ['facebook', 'truth+social'] };
const ends = (pattern: string, line: string): number => endOf(readPattern(pattern, lists, true), tokensOf(line), 0);

describe('patterns', () => {
  it('read words, alternatives and what may be missing', () => {
    expect(ends('share this? article|story', 'Share this story')).toBe(3);
    expect(ends('share this? article|story', 'Share Story')).toBe(2);
    expect(ends('share this? article|story', 'Share that story')).toBe(-1);
  });
  it('read lists, numbers and handles', () => {
    expect(ends('share on <network>', 'Share on Truth Social')).toBe(4);
    expect(ends('# min read', '1,024 min read')).toBe(3);
    expect(ends('follow @', 'Follow @harbour_post')).toBe(2);
  });
  it('read any words', () => {
    expect(ends('follow * on <network>', 'Follow Anna Reid on Facebook')).toBe(5);
    expect(ends('more from _', 'More from Anna')).toBe(3);
    expect(ends('* all rights reserved', 'The Harbour Post all rights reserved')).toBe(6);
  });
});

describe('tokens', () => {
  it('are words in lower case, numbers, handles and the two signs', () => {
    expect(tokensOf('© 2025 Reid & Sons’ – don’t @me 12:30')).toEqual(['©', '#', 'reid', 'and', 'sons', "don't", '@', '#']);
  });
  it('split what was glued, when asked', () => {
    expect(tokensOf('Ad imageAd image', 20, true)).toEqual(['ad', 'image', 'ad', 'image']);
  });
});

describe('lines', () => {
  const tierOf = (line: string): string | undefined => matchLine(line)?.tier;
  it('match whole, in chains, or with their beginning', () => {
    expect(matchLine('Leave a Comment')?.how).toBe('whole');
    expect(matchLine('Ad imageAd image')?.how).toBe('chain');
    expect(matchLine('Subscribe to our newsletter and never miss a story')?.how).toBe('opening');
  });
  it('of copy match nothing certain', () => {
    for (const line of [
      'Share prices rose',
      'Advertisement revenue fell 3%, the company said.',
      '“Share this,” she said.',
      'What’s Next?',
      'A Gamble in Diplomacy?',
      'Shared Rhetoric',
      'Read more, she said,',
    ])
      expect(tierOf(line)).not.toBe('certain');
  });
});
