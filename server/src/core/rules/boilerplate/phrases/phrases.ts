import furniture from '../../../../../data/phrases/en/furniture.yaml';
import widgets from '../../../../../data/phrases/en/widgets.yaml';
import { beginningWith, endOf, type Pattern, patternTable, readPattern } from './pattern';
import { type Tokens, tokensOf } from './tokens';

export type Tier = 'certain' | 'likely' | 'hint';

/** What a phrase says of the line that it is. */
export interface Meaning {
  readonly rule: 'widget' | 'furniture';
  readonly kind: string;
  /** "a share button" */
  readonly says: string;
  readonly tier: Tier;
  readonly written: string;
}

/** How a line matches: whole, in a chain of several phrases, or only with its beginning. */
export interface Match extends Meaning {
  readonly how: 'whole' | 'chain' | 'opening';
}

interface PhraseFile {
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  readonly kinds: Readonly<Record<string, { readonly says: string } & Readonly<Partial<Record<Tier, readonly string[]>>>>>;
}

const tiers: readonly Tier[] = ['certain', 'likely', 'hint'];

function read(rule: Meaning['rule'], file: PhraseFile): Pattern<Meaning>[] {
  const lists = file.lists ?? {};
  return Object.entries(file.kinds).flatMap(([kind, entry]) =>
    tiers.flatMap((tier) =>
      (entry[tier] ?? []).map((written) =>
        readPattern(String(written), lists, { rule, kind, says: entry.says, tier, written: String(written) }),
      ),
    ),
  );
}

let made: ReturnType<typeof patternTable<Meaning>> | undefined;
const table = () => (made ??= patternTable([...read('widget', widgets), ...read('furniture', furniture)]));

/** Kinds whose likely phrases make a chain no less certain: "Share this article Tweet Email". */
const BUTTONS = new Set(['share', 'follow', 'comments', 'ads', 'readTime', 'player']);
const LONGEST_WHOLE = 40;
/** Patterns that begin with any word are tried on lines up to this length. */
const LONGEST_LOOSE = 18;
const LONGEST_LINE = 300;
const OPENING = 14;
/** "Read more: What the vote means", "Related | …". */
const LABEL =
  /^[[(►▶•-]? ?(?:read|read more|read also|also read|see also|also see|watch|watch live|more|related|listen|don[’']t miss|must[- ]read|in case you missed it|icymi|related (?:story|article|news|coverage|stories|articles))\s?[:|»›] ?\S/i;
/** "Home » News » Headline": steps parted by arrows, or by bars and slashes after a first step that is the site's front page. */
const TRAIL =
  /^(?:home|main|news|front ?page|start)(?: page)? ?[»›>→/|] ?\S|^home [-–•·] \S|^[^.!?»›→]{2,30} [»›→] [^.!?»›→]{2,40} [»›→] \S/i;

/** The best match of a line with the phrases of pages, or undefined. */
export function matchLine(text: string): Match | undefined {
  // speech, and a line that goes on in the next
  if (/^["“‘'«]|[,;]$/.test(text)) return undefined;
  if (TRAIL.test(text))
    return { rule: 'furniture', kind: 'breadcrumb', says: 'a breadcrumb trail', tier: 'certain', written: '', how: 'whole' };
  if (LABEL.test(text))
    return { rule: 'widget', kind: 'related', says: 'a block of related links', tier: 'certain', written: '', how: 'opening' };
  // of running text only the beginning is looked at
  const tokens = tokensOf(text, text.length > LONGEST_LINE ? OPENING : LONGEST_WHOLE + 1);
  if (tokens.length === 0) return undefined;
  const plain = matchTokens(tokens, text.length > LONGEST_LINE);
  if (plain && plain.how !== 'opening') return plain;
  if (text.length < 200 && /\p{Ll}\p{Lu}/u.test(text)) {
    const camel = tokensOf(text, LONGEST_WHOLE + 1, true);
    if (camel.length > tokens.length) return chainOf(camel) ?? plain ?? matchTokens(camel, false);
  }
  return plain;
}

function matchTokens(tokens: Tokens, cut: boolean): Match | undefined {
  let best: Match | undefined;
  for (const pattern of candidates(tokens, 0)) {
    const end = endOf(pattern, tokens, 0);
    if (end < 0) continue;
    const how = end === tokens.length && !cut ? 'whole' : pattern.open ? 'opening' : undefined;
    if (how && (!best || rank(pattern.meaning.tier, how) > rank(best.tier, best.how))) best = { ...pattern.meaning, how };
  }
  if (best?.how === 'whole' && best.tier === 'certain') return best;
  const chain = !cut && tokens.length > 1 && tokens.length <= LONGEST_WHOLE ? chainOf(tokens) : undefined;
  return chain && (!best || best.how === 'opening') ? chain : best;
}

const rank = (tier: Tier, how: Match['how']): number => (tier === 'certain' ? 4 : tier === 'likely' ? 2 : 0) + (how === 'opening' ? 0 : 1);

function* candidates(tokens: Tokens, at: number): Iterable<Pattern<Meaning>> {
  yield* beginningWith(table(), tokens[at]);
  if (tokens.length <= LONGEST_LOOSE && at === 0) yield* table().anyFirst;
}

/** A line that is several closed phrases one after the other: "Share Tweet Email". */
function chainOf(tokens: Tokens): Match | undefined {
  let at = 0;
  let pieces = 0;
  let first: Meaning | undefined;
  let doubts = 0;
  while (at < tokens.length) {
    let far = at;
    let meaning: Meaning | undefined;
    for (const pattern of candidates(tokens, at)) {
      if (pattern.open || pattern.meaning.tier === 'hint' || pattern.places.some((p) => p.any > 0)) continue;
      const end = endOf(pattern, tokens, at);
      if (end > far) {
        far = end;
        meaning = pattern.meaning;
      }
    }
    if (!meaning) return undefined;
    first ??= meaning;
    pieces++;
    if (meaning.tier !== 'certain' && !BUTTONS.has(meaning.kind)) doubts++;
    at = far;
  }
  if (!first || pieces < 2 || tokens.every((t) => t === '#')) return undefined;
  const tier =
    doubts > 0 && first.tier === 'certain' ? 'likely' : doubts === 0 && pieces > 2 && BUTTONS.has(first.kind) ? 'certain' : first.tier;
  return { ...first, tier, how: 'chain' };
}
