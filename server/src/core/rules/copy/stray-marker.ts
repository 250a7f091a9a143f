import type { ParagraphRule, Report } from '../../lint/rule';
import { ENTITY, GARBLED, WIDE } from './signs';
import { strayPoints } from './stray-points';

const garbled = new RegExp(
  Object.keys(GARBLED)
    .map((k) => k.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
  'g',
);
const TAG =
  /<\/?(?:br|p|b|i|u|em|strong|span|div|a|img|h[1-6]|ul|ol|li|font|blockquote|iframe|figure|figcaption)(?:\s[^<>\n]{0,300})?\s?\/?>/gi;
export const strayMarker: ParagraphRule = {
  id: 'copy/stray-marker',
  scope: 'paragraph',
  summary:
    'Signs that belong to no text: tags, entities, asterisks and brackets of markup, garbled and full-width characters, invisible ones, points set twice and brackets without their partner.',
  rationale: 'They come along when text is copied from one program to another, and the reader sees them all.',
  severity: 'warning',
  quotes: 'same',
  examples: {
    wrong: [
      { marked: 'The mayor⟦â€™⟧s plan was read out.', becomes: 'The mayor’s plan was read out.' },
      { marked: 'Marks ⟦&amp;⟧ Sons closed its shop.', becomes: 'Marks & Sons closed its shop.' },
      { marked: 'The vote was close⟦<br/>⟧.', becomes: 'The vote was close.' },
      { marked: 'The vote was ⟦**⟧very⟦**⟧ close.', becomes: 'The vote was very close.' },
      { marked: 'The vote⟦，⟧ he said, was close.', becomes: 'The vote, he said, was close.' },
    ],
    stands: [
      'The rate was 5 * 3 and a < b > c, at AT&T.',
      'The film “M*A*S*H” ran for ages, and f**k was bleeped.',
      'Ärger in São Paulo: the café is shut.',
      '他说，投票结果很接近。',
    ],
  },
  *check({ text }) {
    if (/[âÃÂ]/.test(text))
      for (const m of text.matchAll(garbled))
        yield change(m.index, m[0], GARBLED[m[0]]!, `"${m[0]}" is "${GARBLED[m[0]]}", garbled on the way.`, 'certain');
    if (text.includes('&'))
      for (const m of text.matchAll(/&(?:[a-z]{2,6}|#\d{2,5});/g))
        if (Object.hasOwn(ENTITY, m[0]))
          yield change(m.index, m[0], ENTITY[m[0]]!, `"${m[0]}" is markup for "${ENTITY[m[0]]}".`, 'certain');
    if (text.includes('<'))
      for (const m of text.matchAll(TAG))
        yield change(m.index, m[0], '', `"${m[0].slice(0, 40)}" is a tag of HTML, not copy.`, 'judgement');
    if (text.includes('**') || text.includes('__')) yield* emphasis(text);
    if (/[\ufffd\u200b\u2060\u00ad\ufeff\u2028\u2029]/.test(text)) yield* invisible(text);
    if (/[\uff01-\uff5e。]/.test(text)) yield* wide(text);
    yield* strayPoints(text);
  },
};

function change(start: number, was: string, to: string, claim: string, confidence: 'certain' | 'judgement'): Report {
  const what = to.trim() === '' ? 'Delete it' : `Write "${to.trim()}"`;
  return {
    span: { start, end: start + was.length },
    message: `${claim} ${what}.`,
    fixes: [{ title: what, edits: [{ span: { start, end: start + was.length }, text: to }], confidence }],
  };
}

/** "**word**" and "__word__": the marks of Markdown where nothing reads them. */
function* emphasis(text: string): Iterable<Report> {
  for (const m of text.matchAll(/(?<![\p{L}\p{N}*_])(\*\*|__)(?=[^\s*_])([^*_\n]{1,200}?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu)) {
    for (const at of [m.index, m.index + m[0].length - 2])
      yield change(at, m[1]!, '', `"${m[1]}" marks bold type in Markdown, and stands here as text.`, 'judgement');
  }
}

function* invisible(text: string): Iterable<Report> {
  for (const m of text.matchAll(/[\ufffd\u200b\u2060\u00ad\ufeff\u2028\u2029]/g)) {
    if (m[0] === '\ufffd')
      yield { span: { start: m.index, end: m.index + 1 }, message: 'A character was lost here on the way. Look it up and set it again.' };
    else
      yield {
        ...change(m.index, m[0], m[0] === '\u2028' || m[0] === '\u2029' ? ' ' : '', 'An invisible character stands here.', 'certain'),
        severity: 'info',
      };
  }
}

/** Full-width marks, letters and digits in Latin text. */
function* wide(text: string): Iterable<Report> {
  for (const m of text.matchAll(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+\uff05?|[\uff01-\uff5e。]/g)) {
    const end = m.index + m[0].length;
    const before = text.slice(Math.max(0, m.index - 2), m.index);
    const next = text[end] ?? '';
    if (!/[A-Za-z0-9.,)"”’] ?$/.test(before) || /[\u3040-\u30ff\u4e00-\u9fff\uff01-\uff5e]/.test(next)) continue;
    const to = WIDE[m[0]] ?? m[0].replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
    const left = /\s$/.test(before) ? to.trimStart() : to;
    yield change(
      m.index,
      m[0],
      next === '' || /[\s.,;:!?”"’)]/.test(next) ? left.trimEnd() : left,
      m[0].length > 1 ? `"${m[0]}" is set in full-width characters.` : `"${m[0]}" is a full-width character.`,
      'certain',
    );
  }
}
