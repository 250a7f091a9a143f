import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Span } from '../../text/span';
import type { Block, Markup, ParagraphKind, Remark } from '../draft';
import { type FrontMatter, readFrontMatter } from './front-matter';
import { draw, type Galley, galley, here, rest } from './galley';
import { maskTags } from './html-mask';
import { BLOCKS, isFurniture, SILENT } from './html-names';
import { setText, valueSpan } from './html-text';
import { ownLines } from './lines';
import { headlineOf, moveBlock, moveRemark, type Reading, remarkAt } from './reading';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const texts = new WeakMap<Markup, string>();

/**
 * Reads HTML, a document or a fragment. `previous` is what an earlier state of the text gave; it is handed back where the text is the same.
 */
export function readHtml(text: string, previous?: Markup): Markup {
  if (previous && texts.get(previous) === text) return previous;
  const { from, frontMatter } = readFrontMatter(text, true);
  const { blocks, remarks, title, day } = readTree(text.slice(from));
  const placed = blocks.map((block) => moveBlock(block, from));
  const headline = placed.findIndex((b) => b.kind === 'heading' && b.depth === 1);
  if (headline < 0 && title) placed.unshift(moveBlock(title, from, 'headline'));
  else {
    const first = headlineOf(placed);
    if (first >= 0) placed[first] = { ...placed[first]!, kind: 'headline' };
  }
  const read = { blocks: placed, remarks: remarks.map((remark) => moveRemark(remark, from)) };
  const head = frontMatter ?? (day && { ...day, span: { start: day.span.start + from, end: day.span.end + from } });
  const markup: Markup = head ? { ...read, frontMatter: head } : read;
  texts.set(markup, text);
  return markup;
}

/** Reads HTML that stands in another text. Offsets count in the fragment, no heading is a headline, a title is left out. */
export function readFragment(fragment: string): Reading {
  const { blocks, remarks } = readTree(fragment);
  return { blocks, remarks };
}

/** What a block inherits from the elements around it. */
interface Setting {
  readonly kind: ParagraphKind;
  readonly depth?: number;
  readonly pre?: boolean;
  readonly silent?: boolean;
}

/** Elements that a paragraph can be the only content of, so that deleting it takes the element along. */
const WHOLE = new Set(
  'p h1 h2 h3 h4 h5 h6 li blockquote figcaption caption dt dd div section aside nav footer form button label pre ul ol center address summary'.split(
    ' ',
  ),
);
const VERBATIM = new Set('code kbd samp tt var'.split(' '));

/** Names under which a page's head tells the day of its story. */
const DAY =
  /^(?:date|as-of|pubdate|published|publish(?:ed)?[-_ ]?date|dc\.date(?:\.issued)?|dcterms\.(?:date|created|issued)|article:published(?:_time)?|datepublished|parsely-pub-date|sailthru\.date)$/i;

/** The day that a page's head tells, as the front matter that it stands for. */
function dayOf(source: string, meta: Element): FrontMatter | undefined {
  const name = attributeOf(meta, 'name') ?? attributeOf(meta, 'property') ?? attributeOf(meta, 'itemprop') ?? '';
  const value = attributeOf(meta, 'content')?.trim() ?? '';
  const place = meta.sourceCodeLocation?.attrs?.content;
  if (!place || !DAY.test(name) || !/^[\w :.,+/-]{6,40}$/.test(value)) return undefined;
  const quote = source.indexOf('=', place.startOffset);
  if (quote < 0 || quote >= place.endOffset) return undefined;
  return { span: valueSpan(source, quote + 1, place.endOffset), text: `date: "${value}"\n`, language: 'yaml' };
}

function readTree(source: string): Reading & { readonly title: Block | undefined; readonly day: FrontMatter | undefined } {
  const blocks: Block[] = [];
  const remarks: Remark[] = [];
  let title: Block | undefined;
  let day: FrontMatter | undefined;
  let setting: Setting = { kind: 'prose' };
  let current: Galley | undefined;
  let images: Element[] = [];
  let media = 0;

  const close = (): void => {
    const main = current;
    const alts = images;
    current = undefined;
    images = [];
    const block = main && drawn(source, main, setting);
    if (block) blocks.push(block);
    else for (const image of alts) pushCaption(image);
  };
  const pushCaption = (image: Element): void => {
    const place = image.sourceCodeLocation?.attrs?.alt;
    const alt = image.attrs.find((a) => a.name === 'alt')?.value;
    if (!place || !alt) return;
    const g = galley();
    const quote = source.indexOf('=', place.startOffset);
    setText(g, source, valueSpan(source, quote < 0 ? place.startOffset : quote + 1, place.endOffset), alt);
    const at = g.runs[2];
    const { startOffset, endOffset } = image.sourceCodeLocation!;
    const kind = setting.kind === 'furniture' ? 'furniture' : 'caption';
    const block = at === undefined ? undefined : draw(g, { kind, at, whole: ownLines(source, { start: startOffset, end: endOffset }) });
    if (block) blocks.push(block);
  };
  const visitAll = (nodes: readonly Node[]): void => {
    for (const node of nodes) visit(node);
  };
  const visit = (node: Node): void => {
    const place = node.sourceCodeLocation;
    if (node.nodeName === '#text') {
      if (!place || setting.silent) return;
      current ??= galley();
      setText(current, source, { start: place.startOffset, end: place.endOffset }, (node as DefaultTreeAdapterTypes.TextNode).value);
    } else if (node.nodeName === '#comment') {
      const remark = place && remarkAt(source, { start: place.startOffset, end: place.endOffset });
      if (remark) remarks.push(remark);
    } else if ('tagName' in node) element(node);
  };
  const element = (node: Element): void => {
    const name = node.tagName;
    if (name === 'title' && !title && setting.silent) {
      const text = node.childNodes[0];
      const place = text?.sourceCodeLocation;
      if (place && text.nodeName === '#text') {
        const g = galley();
        setText(g, source, { start: place.startOffset, end: place.endOffset }, (text as DefaultTreeAdapterTypes.TextNode).value);
        title = drawn(source, g, { kind: 'heading', depth: 1 });
        if (title) title = { ...title, whole: joined(title.whole, elementSpan(source, node)) };
      }
    } else if (name === 'meta' && setting.silent) day ??= dayOf(source, node);
    else if (SILENT.has(name)) media++;
    else if (name === 'head') {
      const outer = setting;
      setting = { kind: 'prose', silent: true };
      visitAll(node.childNodes);
      setting = outer;
    } else if (name === 'br') {
      const place = node.sourceCodeLocation;
      if (current && place) rest(current, place.startOffset, place.endOffset);
    } else if (name === 'img') {
      media++;
      images.push(node);
    } else if (BLOCKS.has(name) || isFurniture(name, (key) => attributeOf(node, key))) block(node);
    else inline(node);
  };
  const inline = (node: Element): void => {
    const name = node.tagName;
    current ??= galley();
    const main = current;
    const from = here(main);
    visitAll(node.childNodes);
    if (current !== main) return;
    const span = { start: Math.min(from, main.text.length), end: main.text.length };
    if (span.end <= span.start) return;
    const href = name === 'a' ? attributeOf(node, 'href') : undefined;
    if (href !== undefined) main.links.push({ ...span, href });
    else if (VERBATIM.has(name)) main.verbatim.push(span);
  };
  const block = (node: Element): void => {
    close();
    const outer = setting;
    const before = blocks.length;
    const mediaBefore = media;
    setting = inner(node, outer);
    visitAll(node.childNodes);
    close();
    setting = outer;
    const own = elementSpan(source, node);
    const only = blocks[before];
    if (!own || !only || blocks.length !== before + 1 || !WHOLE.has(node.tagName)) return;
    if (media === mediaBefore || (media === mediaBefore + 1 && only.kind === 'caption'))
      blocks[before] = { ...only, whole: joined(only.whole, own) };
  };

  visitAll(parse(maskTags(source), { sourceCodeLocationInfo: true }).childNodes);
  close();
  return { blocks, remarks: remarks.sort((a, b) => a.span.start - b.span.start), title, day };
}

const attributeOf = (node: Element, name: string): string | undefined => node.attrs.find((a) => a.name === name)?.value;

/** The setting inside an element. What stands inside furniture is furniture; else the innermost element decides. */
function inner(node: Element, outer: Setting): Setting {
  const name = node.tagName;
  const pre = outer.pre || name === 'pre';
  const quoted = outer.kind === 'quote' && (name === 'footer' || name === 'aside');
  if (outer.kind === 'furniture' || (!quoted && isFurniture(name, (key) => attributeOf(node, key)))) return { kind: 'furniture', pre };
  if (/^h[1-6]$/.test(name)) return { kind: 'heading', depth: Number(name[1]), pre };
  if (name === 'li') return { kind: 'item', pre };
  if (name === 'blockquote') return { kind: 'quote', pre };
  if (name === 'figcaption' || name === 'caption') return { kind: 'caption', pre };
  if (name === 'td' || name === 'th') return { kind: 'cell', pre };
  return { ...outer, pre };
}

/** The block that a galley makes under its setting. It stands where its text stands. */
function drawn(source: string, g: Galley, { kind, depth, pre }: Setting): Block | undefined {
  const at = g.runs[2];
  if (at === undefined) return undefined;
  if (pre) g.verbatim.push({ start: 0, end: g.text.length });
  const whole = kind === 'cell' ? { start: at, end: g.runs.at(-1)! } : ownLines(source, { start: at, end: g.runs.at(-1)! });
  return draw(g, kind === 'heading' && depth !== undefined ? { kind, at, whole, depth } : { kind, at, whole });
}

/** The element with its tags, and the lines that it has for itself. */
function elementSpan(source: string, node: Element): Span | undefined {
  const place = node.sourceCodeLocation;
  return place ? ownLines(source, { start: place.startOffset, end: place.endOffset }) : undefined;
}

/** From the start of the first to the end of the last: an element that is never closed may end before its text. */
const joined = (a: Span, b: Span | undefined): Span => (b ? { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) } : a);
