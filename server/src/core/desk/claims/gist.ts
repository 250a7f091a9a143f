import type { Draft, Paragraph } from '../../draft/draft';
import { tokensOf } from '../../draft/mentions/tokens';
import { oncePerParagraph } from '../../draft/once';
import { isDigit } from '../../text/words';

/** What a draft is about, as words: of its head (headline and opening) and of the whole of it. Folded, endings off. */
export interface Gist {
  readonly head: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  /** Of `all`, those that the draft writes with a capital wherever it writes them. */
  readonly names: ReadonlySet<string>;
}

/** Words that are in stories of every kind and tell none from another. */
const everyday = new Set(
  `the and for are was were has have had been being will would could should may might must can not but its it's his her hers their they them this
  that these those with from into onto over under after before during between among against about around near than then there here where when while who
  whom whose which what why how all any some each every both either neither more most less least many much few several other another such same own only just
  also even still yet already again once now never ever always very too out off down because since until though although however amid despite within without
  according say says said tell tells told add adds added report reports reported reportedly reporter reporters announce announced announces confirm
  confirmed statement spokesman spokeswoman spokesperson official officials authority authorities people person man men woman women year years month
  months week weeks day days hour hours time times today yesterday tomorrow tonight morning afternoon evening night monday tuesday wednesday thursday
  friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
  one two three four five six seven eight nine ten eleven twelve dozen hundred hundreds thousand thousands million millions billion first second third last
  next new old late early later earlier part parts place way make makes made take takes took come comes came get gets got give gives gave going goes gone
  like well back set did does done doing per cent percent mr mrs ms dr sir inc ltd plc corp co http https www com email news share comment comments`
    .split(/\s+/)
    .filter(Boolean),
);

interface Share {
  /** Folded words without everyday ones, each once, in the order of the text. */
  readonly words: readonly string[];
  /** Those that stand with a capital inside a sentence, and those that stand without one. */
  readonly capital: readonly string[];
  readonly small: readonly string[];
}

const shareOf = oncePerParagraph((paragraph: Paragraph): Share => {
  const t = tokensOf(paragraph.text, paragraph.words);
  const words = new Set<string>();
  const capital = new Set<string>();
  const small = new Set<string>();
  const opens = new Set(paragraph.sentences.map((s) => s.start));
  const titled = paragraph.kind === 'headline' || paragraph.kind === 'heading' || paragraph.kind === 'line';
  for (let i = 0; i < t.words.count; i++) {
    const start = t.start(i);
    if (t.end(i) - start < 2 || isDigit(paragraph.text.charCodeAt(start))) continue;
    for (const written of t.folded(i).split('-')) {
      if (written.length < (t.capital(i) ? 2 : 4) || everyday.has(written)) continue;
      const word = stem(written);
      words.add(word);
      if (!t.capital(i)) small.add(word);
      else if (!titled && !opens.has(start)) capital.add(word);
    }
  }
  return { words: [...words], capital: [...capital], small: [...small] };
});

/** Without the commonest endings: "attacks", "attacked" and "attacking" are one word. */
function stem(word: string): string {
  for (const ending of ['ings', 'ing', 'ers', 'ed', 'er', 'es', 's'])
    if (word.length - ending.length >= 4 && word.endsWith(ending)) return word.slice(0, -ending.length);
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
}

const HEAD_WORDS = 60;
const gists = new WeakMap<Draft, Gist>();

export function gistOf(draft: Draft): Gist {
  const made = gists.get(draft);
  if (made) return made;
  const head = new Set<string>();
  const all = new Set<string>();
  const names = new Set<string>();
  const small = new Set<string>();
  for (const { paragraph } of draft.paragraphs) {
    if (paragraph.kind === 'furniture') continue;
    const share = shareOf(paragraph);
    const opening = head.size < HEAD_WORDS && paragraph.kind !== 'caption';
    for (const word of share.words) {
      all.add(word);
      if (opening) head.add(word);
    }
    for (const word of share.capital) names.add(word);
    for (const word of share.small) small.add(word);
  }
  for (const word of small) names.delete(word);
  const gist = { head, all, names };
  gists.set(draft, gist);
  return gist;
}
