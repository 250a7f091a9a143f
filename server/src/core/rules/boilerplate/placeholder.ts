import type { ParagraphRule, Report } from '../../lint/rule';

/** Latin that layouts are filled with. */
const LOREM = /\blorem ipsum\b|\bdolor sit amet\b|\bconsectetur adipiscing\b/i;
/** What editors write for what is to come. TK stands alone or beside a word; the other marks only as written. */
const MARK = /(?<!\w)(?:TKTK(?:TK)*|TK|TBC|TBD|XXX+|XX|FIXME|TODO)(?![\w’'])/g;
/** "[NAME]", "<insert quote>", "{{title}}", "[insert date here]", "(quote to come)". */
const BRACKET =
  /\{\{[^{}\n]{1,40}\}\}|\[(?:insert|add|your|enter|include|put) [^[\]\n]{1,60}\]|\[(?:tk|tbc|tbd|xx+|placeholder|quote here|link here)\]|<(?:insert|add|your|enter)\b[^<>\n]{1,60}>|\((?:insert|add)\b[^()\n]{1,50}\bhere\)|\((?:quote|photo|details|figure|name|number)s? to come\)/gi;
const UPPER =
  /\[[A-Z][A-Z '/-]{2,40}\]|\[(?:Name|Date|Place|City|Location|Number|Source|Title|Company|Topic|Photo|Image|Link|Quote|Amount|Age)(?: [A-Z][a-z]+)?\]/g;
const PHRASE =
  /\b(?:insert (?:quote|name|date|photo|image|link|text|number|source|headline|figure)s? here|quote goes here|headline goes here|text goes here|photo goes here|name of (?:source|spokesperson) here)\b/gi;
/** Words in brackets that are somebody's: sounds in a transcript, and sources. */
const SAID =
  /^\[(?:LAUGHTER|APPLAUSE|MUSIC|INAUDIBLE|CROSSTALK|SIC|SILENCE|PAUSE|CHEERING|CHEERS|BOOS|UNINTELLIGIBLE|BLANK_AUDIO|END|REUTERS|AFP|EPA|AAP|PTI|BBC|CNN|AP|GETTY|FILE|[A-Z]{2,3})\]$/;

export const placeholder: ParagraphRule = {
  id: 'boilerplate/placeholder',
  scope: 'paragraph',
  summary: 'A mark for something still to come: TK, XX, [NAME], lorem ipsum, "insert quote here".',
  rationale: 'Every such mark was a promise to come back. In print it is an apology.',
  severity: 'error',
  quotes: 'same',
  examples: {
    wrong: [
      { marked: 'The bridge cost ⟦TK⟧ million and took three years.' },
      { marked: 'The mayor, ⟦[NAME]⟧, was not there.' },
      { marked: 'The plan was welcomed by business. ⟦Insert quote here⟧.' },
      { marked: '⟦Lorem ipsum⟧ dolor sit amet.' },
    ],
    stands: [
      'The crowd [applause] rose, and the XXI century began with Super Bowl XXX.',
      'He was described [sic] as a “todo” of the age, and TK Maxx opened a store.',
      'Malcolm X spoke for XX minutes of the film “XXY”.',
    ],
  },
  *check({ text }) {
    const lorem = LOREM.exec(text);
    if (lorem) yield report(text, lorem.index, lorem[0], 'Layout text');
    if (/TK|XX|TB[CD]|FIXME|TODO/.test(text))
      for (const m of text.matchAll(MARK))
        if (isMark(text, m.index, m[0])) yield report(text, m.index, m[0], 'A mark for something to come');
    if (/[[{<(]/.test(text)) {
      for (const m of text.matchAll(BRACKET)) yield report(text, m.index, m[0], 'A gap that was never filled');
      for (const m of text.matchAll(UPPER))
        if (
          !SAID.test(m[0]) &&
          !/^\[(?:(?:INSERT|ADD|YOUR|ENTER|INCLUDE|PUT) |(?:TK|TBC|TBD|XX+|PLACEHOLDER|QUOTE HERE|LINK HERE)\])/.test(m[0]) &&
          /name|date|quote|title|place|number|age|amount|source|link|url|company|city|photo|image|here|detail|location|topic/i.test(m[0])
        )
          yield report(text, m.index, m[0], 'A gap that was never filled');
    }
    if (/here\b/i.test(text))
      for (const m of text.matchAll(PHRASE))
        if (!inBrackets(text, m.index)) yield report(text, m.index, m[0], 'A gap that was never filled');
  },
};

/** TK Maxx is a shop, Super Bowl XX a game, "TBD" in a fixture list an answer: those marks count only where a figure or a name is missing. */
function isMark(text: string, at: number, mark: string): boolean {
  const before = text.slice(Math.max(0, at - 14), at);
  const after = text.slice(at + mark.length, at + mark.length + 14);
  if (/^TK(?:TK)+$/.test(mark) || mark === 'FIXME' || /^XXXX/.test(mark)) return true;
  if (mark === 'TK') return !/^ \p{Lu}/u.test(after) && !/\p{Lu}[\p{L}.]* $/u.test(before);
  if (/^XX/.test(mark))
    return (
      /(?:[$€£]|\b(?:about|some|aged?|of|than|for|by|to|in|at|on|killed|over|nearly)) ?$/i.test(before) &&
      /^(?:[.,;)]|%| (?:percent|per cent|million|billion|people|years?|days?|dollars|euros|pounds|points|votes|miles|km)\b)/.test(after)
    );
  if (mark === 'TODO') return /^:/.test(after) || at === 0;
  return /[([]$/.test(before) && /^[)\]]/.test(after);
}

const inBrackets = (text: string, at: number): boolean => /[[<({]$/.test(text.slice(Math.max(0, at - 1), at));

function report(text: string, at: number, mark: string, what: string): Report {
  return {
    span: { start: at, end: at + mark.length },
    message: `"${text.slice(at, at + Math.min(mark.length, 60))}": ${what.charAt(0).toLowerCase()}${what.slice(1)}. Fill it or take it out.`,
  };
}
