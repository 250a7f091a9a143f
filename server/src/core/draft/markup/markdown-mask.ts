import { afterBreak, lineEnd } from './lines';

/** Containers (quotes, list items) that one line may open. */
const DEPTH = 40;

/** Marks whose pairs a Markdown parser looks for by going back or ahead, and so in time that grows with their number times the length. */
const isMark = (c: number): boolean =>
  c === 0x5b || c === 0x5d || c === 0x2a || c === 0x5f || c === 0x60 || c === 0x3c || c === 0x7e || c === 0x28;

/**
 * The text with those marks made commas that would cost a parser more than linear time: containers beyond a depth that nobody writes, and inline marks
 * beyond a number that falls as their passage grows. Same length, same line breaks; nearly always the very same string.
 */
export function mask(text: string): string {
  const out: string[] = [];
  let copied = 0;
  const hide = (i: number): void => {
    out.push(text.slice(copied, i), ',');
    copied = i + 1;
  };
  if (text.charCodeAt(0) === 0xfeff) hide(0);
  for (let at = 0; at < text.length; ) {
    const end = passageEnd(text, at);
    const most = Math.max(48, Math.min(4096, Math.floor(2 ** 24 / (end - at))));
    let marks = 0;
    for (let i = at; i < end; ) {
      const stop = lineEnd(text, i);
      i = prefix(text, i, stop, hide);
      if (isFence(text, i)) while (text.charCodeAt(i) === 0x60 || text.charCodeAt(i) === 0x7e) i++;
      for (; i < stop; i++) if (isMark(text.charCodeAt(i)) && ++marks > most) hide(i);
      i = afterBreak(text, stop);
    }
    at = end;
  }
  return copied === 0 ? text : out.join('') + text.slice(copied);
}

const isFence = (text: string, i: number): boolean => text.startsWith('```', i) || text.startsWith('~~~', i);

/** Passes over the container marks at the start of a line; those too deep are hidden. */
function prefix(text: string, at: number, end: number, hide: (i: number) => void): number {
  let depth = 0;
  let i = at;
  for (; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 32 || c === 9) continue;
    if (c !== 0x3e && !((c === 0x2a || c === 0x2b || c === 0x2d) && isGap(text, i + 1))) {
      const order = c >= 48 && c <= 57 ? /^\d{1,9}[.)](?=[ \t])/.exec(text.slice(i, i + 11)) : null;
      if (!order) break;
      i += order[0].length - 1;
    }
    if (++depth > DEPTH) hide(i);
  }
  return i;
}

const isGap = (text: string, i: number): boolean => text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9;

/** The end of the passage whose inline marks can pair with one another: up to a blank line, a heading or a bullet at the margin. */
function passageEnd(text: string, at: number): number {
  for (let i = afterBreak(text, lineEnd(text, at)); i < text.length; ) {
    const end = lineEnd(text, i);
    if (/^(?:[ \t]*$| {0,3}#{1,6} | {0,3}[-+*] {1,4}\S)/.test(text.slice(i, Math.min(end, i + 80)))) return i;
    i = afterBreak(text, end);
  }
  return text.length;
}
