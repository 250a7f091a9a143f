import { decodeString } from 'micromark-util-decode-string';

/**
 * The HTML character reference at an offset of `&`, as far as it stands for what `expected` goes on with at `at`: its length in the source and its text.
 * Undefined where the ampersand is only itself. References without a semicolon ("&copy 2024") are found as HTML finds them.
 */
export function entityAt(
  source: string,
  offset: number,
  expected: string,
  at: number,
): { readonly length: number; readonly text: string } | undefined {
  const match = /^&(?:#[xX]?[0-9a-fA-F]{1,12}|[a-zA-Z][a-zA-Z0-9]{0,40});?/.exec(source.slice(offset, offset + 44));
  if (!match) return undefined;
  const whole = match[0];
  if (whole[1] === '#') {
    const code = /^&#[xX]/.test(whole) ? Number.parseInt(whole.slice(3), 16) : Number.parseInt(whole.slice(2), 10);
    const point = expected.codePointAt(at);
    if (Number.isNaN(code) || point === undefined) return undefined;
    const digits = /^&#(?:[xX][0-9a-fA-F]+|[0-9]+);?/.exec(whole);
    return digits ? { length: digits[0].length, text: String.fromCodePoint(point) } : undefined;
  }
  for (let end = whole.length; end > 2; end--) {
    const name = whole.slice(1, end).replace(/;$/, '');
    const text = decodeString(`&${name};`);
    if (text !== `&${name};` && expected.startsWith(text, at)) return { length: end, text };
  }
  return undefined;
}
