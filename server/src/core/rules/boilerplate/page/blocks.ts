import type { Draft, Placed } from '../../../draft/draft';
import type { DraftReport, Fix } from '../../../lint/rule';
import { hasStory, isResidue, type Judged, judgePage } from './page';

/** Consecutive lines of residue that belong together: of one kind, and all certain or none. */
interface Block {
  readonly rule: 'widget' | 'furniture';
  readonly kind: string | undefined;
  readonly says: string | undefined;
  readonly lines: readonly Judged[];
}

/** Blocks beyond this length offer no fix for single lines: the list would be longer than the page. */
const SINGLES = 14;

function blocksOf(draft: Draft): Block[] {
  const out: { rule: Block['rule']; kind: string | undefined; says: string | undefined; lines: Judged[] }[] = [];
  let open: (typeof out)[number] | undefined;
  for (const judged of judgePage(draft)) {
    if (!isResidue(judged)) {
      open = undefined;
      continue;
    }
    const { match } = judged.line;
    const same = open && open.lines[0]!.certain === judged.certain;
    if (open && same && (!match || !open.kind || (open.kind === match.kind && open.rule === match.rule))) {
      open.lines.push(judged);
      if (match && !open.kind) Object.assign(open, { rule: match.rule, kind: match.kind, says: match.says });
    } else {
      open = { rule: match?.rule ?? 'furniture', kind: match?.kind, says: match?.says, lines: [judged] };
      out.push(open);
    }
  }
  return out;
}

/** One report a block of the rule: what it is, and the fix that deletes it. */
export function* reportBlocks(draft: Draft, rule: Block['rule']): Iterable<DraftReport> {
  const page = judgePage(draft);
  const copyLeft = page.some((j) => !isResidue(j));
  const story = hasStory(page);
  const doubt = story ? ('warning' as const) : ('info' as const);
  for (const block of blocksOf(draft)) {
    if (block.rule !== rule) continue;
    // with no story to stand beside, shape alone says nothing
    if (!story && block.kind === undefined && !block.lines[0]!.certain) continue;
    const placed = block.lines.map((j) => j.line.placed);
    const [first, last] = [placed[0]!, placed.at(-1)!];
    const certain = copyLeft && block.lines[0]!.certain;
    yield {
      placed: first,
      span: { start: 0, end: first.paragraph.text.length },
      ...(placed.length > 1 ? { through: last } : {}),
      message: message(block),
      fixes: fixes(placed, certain),
      ...(block.lines[0]!.certain ? {} : { severity: doubt }),
    };
  }
}

const excerpt = (text: string): string =>
  text.length > 50 ? `${text.slice(0, text.lastIndexOf(' ', 46) > 20 ? text.lastIndexOf(' ', 46) : 46)} …` : text;

function message({ lines, says }: Block): string {
  const first = `"${excerpt(lines[0]!.line.text)}"`;
  const zone = lines[0]!.zone;
  const where = zone === 'above' ? 'above the headline' : zone === 'after' ? 'after the story' : 'inside the story';
  const what = says ?? (zone === 'above' ? 'the menu of a page' : zone === 'after' ? 'the foot of a page' : 'furniture of a page');
  if (lines.length === 1)
    return lines[0]!.certain
      ? `${first} is ${what}, not copy. Delete the line.`
      : `${first}, ${where}, reads like ${what}. Delete it if it is not copy.`;
  const more = `${first} and ${lines.length - 1} more ${lines.length === 2 ? 'line' : 'lines'}`;
  return lines[0]!.certain
    ? `${more} are ${what}, not copy. Delete them.`
    : `${more}, ${where}, read like ${what}. Delete what is not copy.`;
}

function fixes(placed: readonly Placed[], certain: boolean): Fix[] {
  const [first] = placed;
  if (placed.length === 1)
    return [
      { title: `Delete "${excerpt(first!.paragraph.text)}"`, edits: [], remove: placed, confidence: certain ? 'certain' : 'judgement' },
    ];
  const all: Fix = {
    title: `Delete these ${placed.length} lines`,
    edits: [],
    remove: placed,
    confidence: certain ? 'certain' : 'judgement',
  };
  if (placed.length > SINGLES) return [all];
  return [
    all,
    ...placed.map((p): Fix => ({ title: `Delete only "${excerpt(p.paragraph.text)}"`, edits: [], remove: [p], confidence: 'judgement' })),
  ];
}
