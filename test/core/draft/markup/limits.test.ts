import { describe, expect, test } from 'vitest';
import { readMarkup } from '../../../../server/src/core/draft/markup/markup';
import { expectSound, formats } from './soup';

const many = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length));

/** Texts on which a careless reader takes time that grows with the square of their length, or runs out of stack. */
const hard: readonly (readonly [name: string, text: (length: number) => string])[] = [
  ['deep quotations', (n) => many('>', n)],
  ['deep lists', (n) => many('- ', n)],
  ['lists within lists', (n) => Array.from({ length: Math.sqrt(n) | 0 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
  ['deep elements', (n) => many('<div>', n)],
  ['deep tables', (n) => many('<table><tr><td>', n)],
  ['unclosed styles', (n) => many('<b><p>x', n)],
  ['unclosed paragraphs', (n) => many('<p>x', n)],
  ['attributes', (n) => `<a ${Array.from({ length: n / 6 }, (_, i) => `a${i}`).join(' ')}>x`],
  ['open brackets', (n) => many('[', n)],
  ['closed brackets', (n) => many(']', n)],
  ['open pictures', (n) => many('![[', n)],
  ['stars and lines', (n) => many('*a_ ', n)],
  ['back ticks', (n) => many('`a``', n)],
  ['unclosed tags', (n) => many('<a b="', n)],
  ['unclosed comments', (n) => `x ${many('<!-- ', n)}`],
  ['entities', (n) => many('&amp', n)],
  ['backslashes', (n) => many('\\', n)],
  ['one word', (n) => many('a', n)],
  ['one line', (n) => many('some words ', n)],
  ['a line with one bracket', (n) => `[${many('who said why ', n)}`],
  ['short lines', (n) => many('word\n', n)],
  ['lazy lines', (n) => `${'>'.repeat(30)} a\n${many('b\n', n)}`],
  ['headings by underline', (n) => many('a\n-\n', n)],
  ['a long table', (n) => `|a|b|\n|-|-|\n${many('|a|b|\n', n)}`],
  ['addresses', (n) => many('www.a.com/( ', n)],
  ['an address', (n) => `http://${many('a.b/(', n)}`],
  ['periods', (n) => many('a.', n)],
  ['nulls', (n) => many('\0', n)],
  ['half a pair', (n) => many('\ud83d', n)],
  ['blank lines', (n) => many('\n', n)],
  ['definitions', (n) => Array.from({ length: n / 14 }, (_, i) => `[a${i}]: /b\n\n`).join('') + many('[a1] [zz]\n\n', n / 4)],
];

describe.each(formats)('%s', (format) => {
  test.each(hard)('%s', (_, text) => {
    const short = text(2000);
    expectSound(short, readMarkup(short, format));
    const source = text(40_000);
    const started = performance.now();
    readMarkup(source, format);
    expect(performance.now() - started).toBeLessThan(8000);
  });

  test('a million units on one line', () => {
    const line = (length: number): string => many('The council met on *Tuesday* in <b>Helsinki</b> &amp; said so. ', length);
    const cost = (length: number): number => {
      const source = line(length);
      const before = process.cpuUsage();
      expect(readMarkup(source, format).blocks).toHaveLength(1);
      return process.cpuUsage(before).user / 1000;
    };
    cost(50_000);
    const quarter = cost(250_000);
    // four times the length: four times the time, not sixteen times
    expect(cost(1_000_000)).toBeLessThan(11 * quarter + 500);
  });
});
