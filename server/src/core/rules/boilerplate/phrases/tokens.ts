import { isDigit, isLetter } from '../../../text/words';

/** A line as the patterns see it: letters and digits, in lower case. Numbers are all one ("#"), so are handles ("@"); "&" reads "and". */
export type Tokens = readonly string[];

/** The tokens of a text, up to `most`. With `camel`, "imageAd" is two words. */
export function tokensOf(text: string, most = 1000, camel = false): string[] {
  const out: string[] = [];
  for (let i = 0; i < text.length && out.length < most; ) {
    const c = text.charCodeAt(i);
    if (isLetter(c)) {
      const end = wordEnd(text, i, camel);
      out.push(text.slice(i, end).toLowerCase().replace(/’/g, "'"));
      i = end;
    } else if (isDigit(c)) {
      i = numberEnd(text, i);
      out.push('#');
    } else if (c === 64 && i + 1 < text.length && isNamePart(text.charCodeAt(i + 1))) {
      while (i + 1 < text.length && isNamePart(text.charCodeAt(i + 1))) i++;
      out.push('@');
      i++;
    } else {
      if (c === 38) out.push('and');
      else if (c === 169) out.push('©');
      i++;
    }
  }
  return out;
}

function wordEnd(text: string, start: number, camel: boolean): number {
  let i = start + 1;
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (isLetter(c)) {
      if (camel && isCapital(text, i) && !isCapital(text, i - 1)) break;
    } else if ((c !== 39 && c !== 0x2019) || i + 1 >= text.length || !isLetter(text.charCodeAt(i + 1))) break;
  }
  return i;
}

function numberEnd(text: string, start: number): number {
  let i = start + 1;
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (isDigit(c)) continue;
    if ((c === 44 || c === 46 || c === 58) && i + 1 < text.length && isDigit(text.charCodeAt(i + 1))) continue;
    break;
  }
  return i;
}

const isNamePart = (c: number): boolean => isLetter(c) || isDigit(c) || c === 95 || c === 46;
const isCapital = (text: string, i: number): boolean => text[i] !== text[i]!.toLowerCase();
