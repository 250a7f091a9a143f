import type { ParagraphRule, Report } from '../../lint/rule';

/** Text of one encoding read as another, and what it was. */
const GARBLED: Readonly<Record<string, string>> = {
  'â€™': '’',
  'â€˜': '‘',
  'â€œ': '“',
  'â€\u009d': '”',
  'â€�': '”',
  'â€“': '–',
  'â€”': '—',
  'â€¦': '…',
  'â€¢': '•',
  'Ã©': 'é',
  'Ã¨': 'è',
  Ãª: 'ê',
  'Ã«': 'ë',
  'Ã¼': 'ü',
  'Ã¶': 'ö',
  'Ã¤': 'ä',
  ÃŸ: 'ß',
  'Ã±': 'ñ',
  'Ã³': 'ó',
  'Ã¡': 'á',
  'Ã\u00ad': 'í',
  Ãº: 'ú',
  'Ã§': 'ç',
  'Ã£': 'ã',
  'Ã´': 'ô',
  'Ã®': 'î',
  'Ã¸': 'ø',
  'Ã¥': 'å',
  'Ã¦': 'æ',
  'Â£': '£',
  'Â€': '€',
  'Â°': '°',
  'Â§': '§',
  'Â»': '»',
  'Â«': '«',
  Â·: '·',
  'Â\u00a0': '\u00a0',
  'â‚¬': '€',
};
const garbled = new RegExp(
  Object.keys(GARBLED)
    .map((k) => k.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
  'g',
);
const ENTITY: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&#039;': "'",
  '&apos;': "'",
  '&rsquo;': '’',
  '&lsquo;': '‘',
  '&ldquo;': '“',
  '&rdquo;': '”',
  '&ndash;': '–',
  '&mdash;': '—',
  '&hellip;': '…',
  '&#8217;': '’',
  '&#8216;': '‘',
  '&#8220;': '“',
  '&#8221;': '”',
  '&#8211;': '–',
  '&#8212;': '—',
  '&#8230;': '…',
  '&#160;': ' ',
  '&pound;': '£',
  '&euro;': '€',
  '&eacute;': 'é',
  '&gt;': '>',
  '&lt;': '<',
};
const TAG =
  /<\/?(?:br|p|b|i|u|em|strong|span|div|a|img|h[1-6]|ul|ol|li|font|blockquote|iframe|figure|figcaption)(?:\s[^<>\n]{0,300})?\s?\/?>/gi;
const WIDE: Readonly<Record<string, string>> = {
  '，': ', ',
  '。': '. ',
  '！': '! ',
  '？': '? ',
  '；': '; ',
  '：': ': ',
  '（': ' (',
  '）': ') ',
  '＂': '"',
  '＇': "'",
};

export const strayMarker: ParagraphRule = {
  id: 'copy/stray-marker',
  scope: 'paragraph',
  summary:
    'Signs that belong to no text: tags, entities, asterisks and brackets of markup, garbled and full-width characters, invisible ones.',
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
    if (/[\ufffd\u200b\ufeff\u2028\u2029]/.test(text)) yield* invisible(text);
    if (/[，。！？；：（）＂＇]/.test(text)) yield* wide(text);
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
  for (const m of text.matchAll(/[\ufffd\u200b\ufeff\u2028\u2029]/g)) {
    if (m[0] === '\ufffd')
      yield { span: { start: m.index, end: m.index + 1 }, message: 'A character was lost here on the way. Look it up and set it again.' };
    else
      yield {
        ...change(m.index, m[0], m[0] === '\u2028' || m[0] === '\u2029' ? ' ' : '', 'An invisible character stands here.', 'certain'),
        severity: 'info',
      };
  }
}

/** Full-width marks between Latin letters. */
function* wide(text: string): Iterable<Report> {
  for (let i = 0; i < text.length; i++) {
    const to = WIDE[text[i]!];
    if (to === undefined || !/[A-Za-z0-9.,)"”’]/.test(text[i - 1] ?? ' ') || /[\u3040-\u30ff\u4e00-\u9fff]/.test(text[i + 1] ?? ''))
      continue;
    const next = text[i + 1] ?? '';
    yield change(i, text[i]!, next === '' || /\s/.test(next) ? to.trimEnd() : to, `"${text[i]}" is a full-width mark.`, 'certain');
  }
}
