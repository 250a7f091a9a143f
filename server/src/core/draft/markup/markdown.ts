import type { Block, Markup, Remark } from '../draft';
import { type Cut, cut } from './chunk';
import { readFrontMatter } from './front-matter';
import { readStretch } from './markdown-block';
import { nextChunk } from './markdown-chunk';
import { type Definitions, noDefinitions, readDefinitions } from './markdown-events';
import { readSimple } from './markdown-simple';
import { headlineOf, moveBlock, moveRemark, type Reading } from './reading';

/** A stretch of Markdown: what it defines, and what was read in it while the whole text defined `known`. */
interface Part {
  readonly source: string;
  readonly defines: Definitions;
  /** True where brackets stand in it, so that what it says may depend on definitions elsewhere. */
  readonly depends: boolean;
  known: string;
  reading: Reading | undefined;
}

const cuts = new WeakMap<Markup, Cut<Part>>();

/**
 * Reads Markdown (CommonMark with GitHub's tables, footnotes, strike-through, task lists and bare links) and its front matter.
 * Code blocks are left out; HTML blocks are read as HTML. `previous` is what an earlier state of the text gave: stretches that did not change are taken
 * from it, and the result is the same as without it.
 */
export function readMarkdown(text: string, previous?: Markup): Markup {
  const { from, frontMatter } = readFrontMatter(text, false);
  const chunks = cut(text, from, nextChunk, readPart, previous && cuts.get(previous));
  const definitions = gather(chunks.parts);
  const blocks: Block[] = [];
  const remarks: Remark[] = [];
  chunks.parts.forEach((part, i) => {
    const by = chunks.starts[i]!;
    const reading = readingOf(part, definitions);
    for (const block of reading.blocks) blocks.push(moveBlock(block, by));
    for (const remark of reading.remarks) remarks.push(moveRemark(remark, by));
  });
  const headline = headlineOf(blocks);
  if (headline >= 0) blocks[headline] = { ...blocks[headline]!, kind: 'headline' };
  const markup: Markup = frontMatter ? { blocks, remarks, frontMatter } : { blocks, remarks };
  cuts.set(markup, chunks);
  return markup;
}

const readPart = (source: string): Part => ({
  source,
  defines: readDefinitions(source),
  depends: source.includes('['),
  known: '',
  reading: undefined,
});

/** Reads a stretch once; again only where what the text defines has changed and the stretch may depend on it. */
function readingOf(part: Part, { definitions, key }: Gathered): Reading {
  const known = part.depends ? key : '';
  if (part.reading === undefined || part.known !== known) {
    part.reading = (part.depends ? undefined : readSimple(part.source)) ?? readStretch(part.source, definitions);
    part.known = known;
  }
  return part.reading;
}

interface Gathered {
  readonly definitions: Definitions;
  /** Equal where the definitions are. */
  readonly key: string;
}

/** All that the stretches define; the first definition of a label stands. */
function gather(parts: readonly Part[]): Gathered {
  const defining = parts.filter((part) => part.defines !== noDefinitions);
  if (defining.length === 0) return { definitions: noDefinitions, key: '' };
  const links = new Map<string, string>();
  const notes = new Set<string>();
  for (const { defines } of defining) {
    for (const [label, target] of defines.links) if (!links.has(label)) links.set(label, target);
    for (const note of defines.notes) notes.add(note);
  }
  return { definitions: { links, notes }, key: JSON.stringify([[...links], [...notes]]) };
}
