import { decodeString } from 'micromark-util-decode-string';
import type { Token } from 'micromark-util-types';
import type { Span } from '../../text/span';
import type { Block, ParagraphKind, Remark } from '../draft';
import { draw, type Galley, galley, here, type Place, rest, set } from './galley';
import { ownLines, wholeLines } from './lines';
import { type Definitions, labelOf, markdownEvents } from './markdown-events';
import { readHtmlFlow, readHtmlText } from './markdown-html';
import type { Reading } from './reading';

/** A link or an image that is being read. */
interface Medium {
  readonly from: number;
  label?: Span;
  href?: string;
  reference?: Span;
}

const MUTED = new Set([
  'resource',
  'reference',
  'definition',
  'gfmFootnoteDefinitionLabel',
  'gfmFootnoteCall',
  'codeFenced',
  'codeIndented',
  'tableDelimiterRow',
]);
const PAUSES = new Set([
  'lineEnding',
  'lineSuffix',
  'linePrefix',
  'hardBreakTrailing',
  'hardBreakEscape',
  'blockQuotePrefix',
  'listItemIndent',
  'gfmFootnoteDefinitionIndent',
]);
const LINES = new Set(['lineEnding', 'hardBreakTrailing', 'hardBreakEscape']);
const BLOCKS = new Set(['paragraph', 'atxHeading', 'setextHeading', 'tableHeader', 'tableData']);
const CONTAINERS: Readonly<Record<string, ParagraphKind>> = {
  blockQuote: 'quote',
  listOrdered: 'item',
  listUnordered: 'item',
  gfmFootnoteDefinition: 'prose',
};
const VERBATIM = new Set(['codeText', 'autolink', 'literalAutolink']);
const TEXT = new Set([
  'data',
  'codeTextData',
  'autolinkProtocol',
  'autolinkEmail',
  'literalAutolinkHttp',
  'literalAutolinkWww',
  'literalAutolinkEmail',
]);

/**
 * Reads a stretch of Markdown by its tokens. Offsets in the result count in the stretch. No heading is a headline yet.
 * Nothing is decoded and searched for again: a token's own offsets make the map.
 */
export function readStretch(source: string, definitions: Definitions): Reading {
  const blocks: Block[] = [];
  const remarks: Remark[] = [];
  const containers: ParagraphKind[] = [];
  const media: Medium[] = [];
  let main: Galley | undefined;
  let captions: { readonly galley: Galley; readonly span: Span }[] = [];
  const stack: Galley[] = [];
  let muted = 0;
  let marker: number | undefined;
  let depth = 0;
  let verbatimFrom = 0;
  let address = '';

  const slice = (token: Token): string => source.slice(token.start.offset, token.end.offset);
  const target = (medium: Medium): string =>
    medium.href ?? definitions.links.get(labelOf(sliceOf(source, medium.reference ?? medium.label))) ?? '';

  const close = (token: Token): void => {
    if (!main) return;
    const span = { start: token.start.offset, end: token.end.offset };
    const type: string = token.type;
    const cell = type === 'tableData' || type === 'tableHeader';
    const heading = type.endsWith('Heading');
    const kind: ParagraphKind = heading ? 'heading' : cell ? 'cell' : (containers.at(-1) ?? 'prose');
    const lines = wholeLines(source, span);
    const marked = kind === 'item' && marker !== undefined && marker >= lines.start;
    const at = cell ? (main.runs[2] ?? span.start) : marked ? marker! : span.start;
    const whole = cell ? { start: at, end: main.runs.at(-1) ?? at } : lines;
    const place: Place = heading ? { kind, at, whole, depth } : { kind, at, whole };
    const block = draw(main, place);
    if (block) blocks.push(block);
    else if (!cell) {
      for (const { galley: alt, span: image } of captions) {
        const caption = draw(alt, { kind: 'caption', at: image.start, whole: captions.length === 1 ? whole : ownLines(source, image) });
        if (caption) blocks.push(caption);
      }
    }
    main = undefined;
    marker = undefined;
    captions = [];
  };

  for (const [step, token] of markdownEvents(source, definitions)) {
    const { type } = token;
    const start = token.start.offset;
    const end = token.end.offset;
    if (step === 'enter') {
      if (MUTED.has(type)) muted++;
      else if (muted > 0) continue;
      else if (type in CONTAINERS) containers.push(CONTAINERS[type]!);
      else if (type === 'listItemPrefix') marker = start;
      else if (BLOCKS.has(type)) main = galley();
      else if (type === 'atxHeadingSequence' && main && main.text === '') depth = depthOf(slice(token), main, depth);
      else if (type === 'htmlFlow') readHtmlFlow(source, { start, end }, containers.includes('quote'), blocks, remarks);
      else if (!main) continue;
      else if (type === 'image') {
        media.push({ from: 0 });
        stack.push(main);
        main = galley();
      } else if (type === 'link') media.push({ from: here(main) });
      else if (type === 'labelText') {
        const medium = media.at(-1);
        if (medium) medium.label ??= { start, end };
      } else if (VERBATIM.has(type)) verbatimFrom = here(main);
      else if (TEXT.has(type)) {
        address = slice(token);
        set(main, address, start, end);
      } else if (type === 'characterEscape') set(main, slice(token).slice(1), start, end);
      else if (type === 'characterReference') set(main, decodeString(slice(token)), start, end);
      else if (type === 'htmlText') readHtmlText(source, { start, end }, main, remarks);
      else if (PAUSES.has(type) && (LINES.has(type) || main.pause || isBeforeBreak(source, end))) rest(main, start, end);
      continue;
    }
    if (MUTED.has(type)) muted--;
    else if (type === 'resourceDestinationString' || type === 'referenceString') {
      const medium = media.at(-1);
      if (medium && type === 'referenceString') medium.reference = { start, end };
      else if (medium) medium.href = decodeString(slice(token));
    } else if (muted > 0) continue;
    else if (type in CONTAINERS) containers.pop();
    else if (type === 'setextHeadingLineSequence') depth = source[start] === '=' ? 1 : 2;
    else if (BLOCKS.has(type)) close(token);
    else if (!main) continue;
    else if (type === 'image') {
      const alt = main;
      media.pop();
      main = stack.pop();
      captions.push({ galley: alt, span: { start, end } });
    } else if (type === 'link') {
      const medium = media.pop();
      if (medium && main.text.length > medium.from) main.links.push({ start: medium.from, end: main.text.length, href: target(medium) });
    } else if (VERBATIM.has(type)) {
      const span = { start: verbatimFrom, end: main.text.length };
      if (span.end > span.start) main.verbatim.push(span);
      if (type !== 'codeText' && span.end > span.start) main.links.push({ ...span, href: autolinkTarget(address) });
    }
  }
  return { blocks, remarks };
}

const sliceOf = (source: string, s: Span | undefined): string => (s ? source.slice(s.start, s.end) : '');

/** The depth by an opening run of number signs; the closing run says nothing. */
const depthOf = (marks: string, main: Galley, known: number): number => (main.runs.length === 0 ? marks.length : known);

const autolinkTarget = (text: string): string =>
  /^(?:[a-z][a-z0-9+.-]*:)/i.test(text) ? text : text.includes('@') ? `mailto:${text}` : `http://${text}`;

/** True where only white space stands between the offset and the end of its line. */
function isBeforeBreak(source: string, at: number): boolean {
  let i = at;
  while (source.charCodeAt(i) === 32 || source.charCodeAt(i) === 9 || source.charCodeAt(i) === 92) i++;
  return source.charCodeAt(i) === 10 || source.charCodeAt(i) === 13;
}
