/** A line of plain text without the white space around it: offsets in the text that it was cut from. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Units of white space before it on its line. */
  readonly indent: number;
}

/** Hard-wrapped copy breaks its lines between these columns. */
const NARROW = 45;
const WIDE = 100;

/**
 * Joins the lines of a passage without blank lines into paragraphs. Copy that was wrapped by hand or by a mailer is put together again; where nothing
 * speaks for wrapping every line is a paragraph. `isMark` says that a line begins with the mark of a list item. Each paragraph is its lines, in order.
 */
export function paragraphsOf(text: string, lines: readonly Line[], isMark: (line: Line) => boolean): (readonly Line[])[] {
  if (lines.length < 2) return [lines];
  const wraps = wrapping(text, lines, isMark);
  const out: Line[][] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before && wraps && joins(text, before, line, wraps.width, isMark)) out[out.length - 1]!.push(line);
    else out.push([line]);
  });
  return out;
}

const lengthOf = (line: Line): number => line.end - line.start + line.indent;

/** The width that the passage was wrapped at, or undefined where it was not wrapped. */
function wrapping(text: string, lines: readonly Line[], isMark: (line: Line) => boolean): { readonly width: number } | undefined {
  let width = 0;
  for (const line of lines) width = Math.max(width, lengthOf(line));
  if (width > WIDE || width < NARROW) return undefined;
  let full = 0;
  let runsOn = 0;
  let ends = 0;
  for (let i = 1; i < lines.length; i++) {
    const [before, line] = [lines[i - 1]!, lines[i]!];
    if (!joins(text, before, line, width, isMark)) continue;
    full++;
    if (startsLow(text, line)) runsOn++;
    else if (hasStop(text, before.start, before.end)) ends++;
  }
  if (full === 0) return undefined;
  if (lines.length === 2)
    return runsOn > 0 || (ends === 0 && !isTitle(text, lines[0]!) && hasStop(text, lines[1]!.start, lines[1]!.end)) ? { width } : undefined;
  return runsOn * 3 >= full && ends * 2 <= full ? { width } : undefined;
}

/** True where the first word of the line would not have fitted on the line before, so that the break says nothing. */
function joins(text: string, before: Line, line: Line, width: number, isMark: (line: Line) => boolean): boolean {
  if (isMark(line) || lengthOf(before) < Math.min(NARROW, width - 20)) return false;
  if (line.indent > before.indent + 1 && !isMark(before) && line.indent < 12 && hasStop(text, before.start, before.end)) return false;
  return lengthOf(before) + 1 + firstWord(text, line) >= Math.min(width, 60) || startsLow(text, line);
}

function firstWord(text: string, line: Line): number {
  let i = line.start;
  while (i < line.end && text.charCodeAt(i) !== 32) i++;
  return i - line.start;
}

const startsLow = (text: string, line: Line): boolean => /^[\p{Ll},;)]/u.test(text.slice(line.start, line.start + 2));

/** True where the text ends a sentence: a stop, perhaps with closing quotation marks and brackets after it. */
export function hasStop(text: string, start: number, end: number): boolean {
  return /[.!?…][)\]"'”’»*]{0,4}$/.test(text.slice(Math.max(start, end - 6), end));
}

/** True where most long words begin with a capital. */
export function isTitle(text: string, line: { readonly start: number; readonly end: number }): boolean {
  const words = text.slice(line.start, line.end).match(/[\p{L}][\p{L}'’-]{3,}/gu) ?? [];
  return words.length > 1 && words.filter((word) => /^\p{Lu}/u.test(word)).length * 4 >= words.length * 3;
}
