import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineIndex, offsetAt, positionAt } from '../../../server/src/core/text/line-index';
import { plainMap, type SourceMap, toSource, toSourceEdit } from '../../../server/src/core/text/source-map';

// "*donald* &amp; Co": plain "donald & Co"
const emphasis: SourceMap = { runs: [0, 6, 1, 7, 6, 7, 8, 9, 7, 8, 9, 14, 8, 11, 14, 17] };
const source = '*donald* &amp; Co';
const plain = 'donald & Co';

describe('toSource', () => {
  it('finds the words inside markup', () => {
    const s = toSource(emphasis, { start: 0, end: 6 });
    expect(source.slice(s.start, s.end)).toBe('donald');
  });
  it('takes an entity whole', () => {
    const s = toSource(emphasis, { start: 7, end: 8 });
    expect(source.slice(s.start, s.end)).toBe('&amp;');
  });
  it('spans markup between its ends', () => {
    const s = toSource(emphasis, { start: 0, end: 11 });
    expect(source.slice(s.start, s.end)).toBe('donald* &amp; Co');
  });
});

describe('toSourceEdit', () => {
  it('narrows to what changes, so that emphasis stays whole', () => {
    expect(toSourceEdit(emphasis, plain, { span: { start: 0, end: 6 }, text: 'Donald' })).toEqual({
      span: { start: 1, end: 2 },
      text: 'D',
    });
    expect(toSourceEdit(emphasis, plain, { span: { start: 0, end: 11 }, text: 'Donald & Co' })).toEqual({
      span: { start: 1, end: 2 },
      text: 'D',
    });
  });
  it('refuses to cut through markup', () => {
    expect(toSourceEdit(emphasis, plain, { span: { start: 3, end: 11 }, text: '' })).toBeUndefined();
  });
  it('inserts inside the markup that it follows', () => {
    expect(toSourceEdit(emphasis, plain, { span: { start: 6, end: 6 }, text: 's' })).toEqual({ span: { start: 7, end: 7 }, text: 's' });
  });
  it('is the edit itself in plain text', () => {
    expect(toSourceEdit(plainMap(9), 'the the x', { span: { start: 3, end: 7 }, text: '' })?.text).toBe('');
  });
});

describe('line index', () => {
  it('offset to position to offset is identity', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', '😀', 'é') }), (text) => {
        const lines = lineIndex(text);
        for (let i = 0; i <= text.length; i++) expect(offsetAt(lines, positionAt(lines, i))).toBe(i);
      }),
    );
  });
});
