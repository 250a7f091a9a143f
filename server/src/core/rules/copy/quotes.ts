import type { Draft, Paragraph, Placed } from '../../draft/draft';
import { oncePerParagraph } from '../../draft/once';
import type { DraftReport, DraftRule, Report } from '../../lint/rule';
import type { Span } from '../../text/span';

const SAID =
  /\b(?:said|says|saying|told|telling|stated|stating|stressed|stressing|added|adding|asked|replied|wrote|called|calling|described|warned|warning|insisted|declared|noted|claimed|argued|promised|vowed|announced|explained|admitted)\b/;

export const quotes: DraftRule = {
  id: 'copy/quotes',
  scope: 'draft',
  summary:
    'Quotation marks that do not fit one another: speech in single marks among double ones, a straight mark that closes a curly one, a quotation that never closes, a mark set twice.',
  rationale: 'One style for speech throughout tells the reader what was said and what is only a manner of speaking.',
  severity: 'warning',
  quotes: 'same',
  defaults: { unclosed: true },
  examples: {
    wrong: [
      {
        marked: '“We are ready,” the mayor said. “So is the town.”\n\nHe told reporters that it was ⟦‘a very good day’⟧ for the harbour.',
        becomes: '“We are ready,” the mayor said. “So is the town.”\n\nHe told reporters that it was “a very good day” for the harbour.',
      },
      {
        marked: 'The mayor called it ⟦“a very good day"⟧ for the harbour.',
        becomes: 'The mayor called it “a very good day” for the harbour.',
      },
      {
        marked: 'The mayor called it ⟦""⟧a very good day" for the harbour.',
        becomes: 'The mayor called it "a very good day" for the harbour.',
      },
    ],
    stands: [
      '“We are ready,” the mayor said. “‘So is the town’ is what I told them.”',
      '“I came,” said Anna ‘Red’ Reid, who sang ‘The Boats at Evening’. “I sang.”',
      '“It begins here,” she said. “It goes on in the next paragraph.\n\n“And here it ends.”',
      'The boat is 12" wide and 5’ 10" long.',
    ],
  },
  *check(draft, { options }) {
    yield* singles(draft);
    for (const placed of draft.paragraphs) for (const report of pairs(placed.paragraph)) yield { placed, ...report };
    if ((options as { unclosed?: boolean } | undefined)?.unclosed !== false) yield* unclosed(draft);
  },
};

const isBody = ({ paragraph: { kind } }: Placed): boolean => kind === 'prose' || kind === 'item' || kind === 'quote';

/** Quotations of a paragraph: how many in double marks, how many of these curly, and those in single ones. */
const countOf = oncePerParagraph(({ text, quotes }: Paragraph) => {
  let double = 0;
  let curly = 0;
  const single: Span[] = [];
  for (const q of quotes) {
    if (/["“]/.test(text[q.start]!)) {
      double++;
      if (text[q.start] === '“') curly++;
    } else if (/[‘']/.test(text[q.start]!) && /[’']/.test(text[q.end - 1]!) && q.end - q.start > 8) single.push(q);
  }
  return { double, curly, single };
});

/** Speech in single marks where the draft sets speech in double ones. */
function* singles(draft: Draft): Iterable<DraftReport> {
  let double = 0;
  let curly = 0;
  const single: { placed: Placed; start: number; end: number }[] = [];
  for (const placed of draft.paragraphs) {
    if (!isBody(placed)) continue;
    const count = countOf(placed.paragraph);
    double += count.double;
    curly += count.curly;
    for (const q of count.single) single.push({ placed, ...q });
  }
  if (double < 2 || double < single.length) return;
  for (const { placed, start, end } of single) {
    const { text, sentences } = placed.paragraph;
    const inner = text.slice(start + 1, end - 1);
    const words = inner.split(' ');
    const sentence = sentences.find((s) => s.start <= start && end <= s.end + 1);
    if (
      words.length < 3 ||
      !sentence ||
      !SAID.test(text.slice(sentence.start, start)) ||
      words.filter((w) => /^\p{Lu}/u.test(w)).length * 2 > words.length
    )
      continue;
    const [open, close] = curly > 0 ? ['“', '”'] : ['"', '"'];
    yield {
      placed,
      span: { start, end },
      message: `"${inner.length > 50 ? `${inner.slice(0, 48)} …` : inner}" stands in single quotation marks; the draft sets speech in double ones. Make them double.`,
      fixes: [
        {
          title: 'Make the quotation marks double',
          edits: [
            { span: { start, end: start + 1 }, text: open! },
            { span: { start: end - 1, end }, text: close! },
          ],
          confidence: 'judgement',
        },
      ],
    };
  }
}

/** Within a paragraph: “…" and "…”, and marks set twice. */
const pairs = oncePerParagraph(({ text }: Paragraph): readonly Report[] => (/["“”]/.test(text) ? [...pairsIn(text)] : []));

function* pairsIn(text: string): Iterable<Report> {
  for (const m of text.matchAll(/""|““|””|[“"]{2}|[”"]{2}|(?<![’'\p{L}])''(?=\p{L})/gu)) {
    const mark = m[0];
    const [start, end] = [m.index, m.index + mark.length];
    if (/[\d\s]/.test(text[start - 1] ?? '') && /[\s.,]/.test(text[end] ?? ' ')) continue;
    const one = mark === "''" ? '"' : mark[0]!;
    yield {
      span: { start, end },
      message: `"${mark}": the quotation mark is set twice. Leave one.`,
      fixes: [{ title: `Leave one ${one}`, edits: [{ span: { start, end }, text: one }], confidence: 'judgement' }],
    };
  }
  if (!text.includes('"') || !/[“”]/.test(text)) return;
  let open = -1;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c !== '"' && c !== '“' && c !== '”') continue;
    if (text[i + 1] === '"' || text[i - 1] === '"') continue;
    if (open < 0) {
      if (c !== '”' && !(c === '"' && /\d/.test(text[i - 1] ?? ''))) open = i;
      continue;
    }
    const straight = text[open] === '"' ? c === '”' : c === '"';
    if (straight && /\S/.test(text[i - 1] ?? ' ')) {
      const at = c === '"' ? i : open;
      yield {
        span: { start: open, end: i + 1 },
        severity: 'info',
        message: `A curly quotation mark and a straight one make one pair here. Make both curly.`,
        fixes: [
          {
            title: 'Make both marks curly',
            edits: [{ span: { start: at, end: at + 1 }, text: at === i ? '”' : '“' }],
            confidence: 'judgement',
          },
        ],
      };
    }
    open = -1;
  }
}

/** Where the last quotation opens, if it does not close; -1 where there is none. „so“ and »so« are how others set speech. */
const openIn = oncePerParagraph(({ text }: Paragraph): number => {
  if (/[„»]/.test(text)) return -1;
  const open = text.lastIndexOf('“');
  return text.indexOf('”', open) >= 0 || text.indexOf('"', open) >= 0 ? -1 : open;
});

/** A quotation that opens, does not close, and does not go on in the next paragraph. */
function* unclosed(draft: Draft): Iterable<DraftReport> {
  for (const [i, placed] of draft.paragraphs.entries()) {
    const open = isBody(placed) ? openIn(placed.paragraph) : -1;
    if (open < 0) continue;
    const { text } = placed.paragraph;
    const next = draft.paragraphs[i + 1]?.paragraph;
    if (next && /^[“"‘]/.test(next.text)) continue;
    yield {
      placed,
      span: { start: open, end: Math.min(text.length, open + 40) },
      severity: 'info',
      message: 'This quotation opens and never closes. Find where the speech ends.',
    };
  }
}
