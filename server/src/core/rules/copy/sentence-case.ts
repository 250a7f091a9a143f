import type { Draft, Placed } from '../../draft/draft';
import type { DraftReport, DraftRule } from '../../lint/rule';
import { lettered } from '../../text/letters';
import { isLetter, isUpper } from '../../text/words';

/** Abbreviations of three letters and more after which a sentence goes on. */
const SHORT = new Set(
  'etc approx est dept govt fig figs vol vols tel min max avg esp ext misc incl excl seq viz ibid resp orig trans abbr cont inc corp bros prof capt sgt maj col gen gov sen rep rev hon messrs assn assoc univ dist jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd mts tbsp tsp hrs mins secs yrs kgs lbs pct par cap ret exp ref nos supp temp perf dir prod feat vers www com net org inst lit bbl cal calif gal subsid comm pers mln bln trn avg ht wt qt doz hosp mag ser ed eds repr cert jr sr bldg apt rte hwy pkwy mtn intl natl amt acct bal chap cf ca viz decl ltd pty plc llc mfg pkg recd cap cont temps'.split(
    ' ',
  ),
);
/** Names and brands that begin with a small letter. */
const SMALL = new Set(
  'van von der den de di da du del della dos das la le el al ben bin bint ibn abu ten ter zu zur af av los las st d l adidas ebay iphone ipad ipod imac e.g i.e vs via versus thyssenkrupp easyjet lastminute bell hooks cummings k.d npm danah boyd macos ios vivo oppo realme xkcd bpost ul ud'.split(
    ' ',
  ),
);
/** A run-in label: a word or some, with a colon, at the head of a paragraph. */
const LABEL = lettered(() => /^(\p{Lu}[^:.!?\n]{1,44}): (\p{L})/u);

export const sentenceCase: DraftRule = {
  id: 'copy/sentence-case',
  scope: 'draft',
  summary: 'A sentence, or what follows a label, that begins with a small letter.',
  rationale: 'The capital is how the reader sees that a sentence begins. A small one after a period is mostly a trace of a cut.',
  severity: 'warning',
  quotes: 'soften',
  examples: {
    wrong: [
      {
        marked: 'The council wants new lamps and benches. ⟦money⟧ is short.',
        becomes: 'The council wants new lamps and benches. Money is short.',
      },
      {
        marked:
          'Summits of the Past\n\n⟦looking⟧ back, several summits of this kind have ended without a result.\n\nOthers have changed the world, if only for a year or two.',
        becomes:
          'Summits of the Past\n\nLooking back, several summits of this kind have ended without a result.\n\nOthers have changed the world, if only for a year or two.',
      },
      {
        marked: 'Time: Next week, between Tuesday and Friday.\n\nPlace: ⟦possibly⟧ a neutral country.\n\nAgenda: Nothing has been agreed.',
        becomes: 'Time: Next week, between Tuesday and Friday.\n\nPlace: Possibly a neutral country.\n\nAgenda: Nothing has been agreed.',
      },
    ],
    stands: [
      'The company sells shoes, shirts etc. and has approx. five hundred shops.',
      'The firm is led by two brothers. van Gaal is the elder. eBay bought it.',
      '“We will see ...” he said.',
    ],
  },
  *check(draft) {
    for (const placed of draft.paragraphs)
      if (placed.paragraph.kind !== 'cell' && placed.paragraph.kind !== 'furniture') yield* inside(placed);
    yield* openings(draft);
    yield* labels(draft);
  },
};

/** After a period, in the middle of a paragraph. */
function* inside(placed: Placed): Iterable<DraftReport> {
  const { text } = placed.paragraph;
  for (let i = text.indexOf('. '); i > 0; i = text.indexOf('. ', i + 1)) {
    const at = i + 2;
    if (!isLow(text, at) || text[i - 1] === '.') continue;
    let from = i;
    while (from > 0 && isLetter(text.charCodeAt(from - 1))) from--;
    const before = text.slice(from, i);
    if (
      before.length < 3 ||
      (!isLow(text, from) && before.length < 6) ||
      SHORT.has(before.toLowerCase()) ||
      !/[\s“"(‘]/.test(text[from - 1] ?? ' ') ||
      wordsBefore(text, from) < 3
    )
      continue;
    const end = wordEnd(text, at);
    if (!isPlainWord(text, at, end) || !/[aeiouy]/i.test(before) || /^(?:of|or|per|to|than|et)$/.test(text.slice(at, end))) continue;
    yield report(placed, at, end, `"${before}. ${text.slice(at, end)}": a sentence begins here.`);
  }
}

/** At the head of a paragraph of running text, where the others begin with capitals. */
function* openings(draft: Draft): Iterable<DraftReport> {
  const prose = draft.paragraphs.filter((p) => p.paragraph.kind === 'prose' && p.paragraph.words.count >= 8);
  const low = prose.filter((p) => isLow(p.paragraph.text, 0));
  if (low.length === 0 || low.length * 4 > prose.length + 2) return;
  for (const placed of low) {
    const { text } = placed.paragraph;
    const before = draft.paragraphs[draft.paragraphs.indexOf(placed) - 1]?.paragraph;
    if ((before?.kind === 'heading' || before?.kind === 'headline') && (!isTitled(before.text) || RUNS_ON.test(text))) continue;
    if (
      before &&
      (before.kind === 'quote' ||
        before.kind === 'item' ||
        before.kind === 'line' ||
        before.kind === 'cell' ||
        (before.kind === 'prose' && !/[.!?]["”’')\]]{0,2}$/.test(before.text)))
    )
      continue;
    const end = wordEnd(text, 0);
    if (!/[.!?:]["”’')\]]{0,2}$/.test(text) || !isPlainWord(text, 0, end)) continue;
    yield report(placed, 0, end, `"${text.slice(0, end)}": a paragraph begins here.`);
  }
}

/** Words that go on with a sentence that was cut, rather than begin one. */
const RUNS_ON =
  /^(?:on|in|at|of|and|or|but|that|which|who|to|for|with|by|from|as|is|are|was|were|has|have|had|will|would|said|says|than|while|because)\b/;

const isTitled = (text: string): boolean => {
  const long = text.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? [];
  return long.length > 1 && long.filter((w) => /^\p{Lu}/u.test(w)).length * 4 >= long.length * 3;
};

/** After a label, where its sisters go on with a capital. */
function* labels(draft: Draft): Iterable<DraftReport> {
  const { paragraphs } = draft;
  const cases = paragraphs.map(({ paragraph: { text, kind } }) => {
    const m = kind === 'cell' || !text.includes(': ') ? null : LABEL(text).exec(text);
    return m && m[1]!.split(' ').length <= 5 ? { at: m[1]!.length + 2, low: isLow(text, m[1]!.length + 2) } : undefined;
  });
  for (const [i, own] of cases.entries()) {
    if (!own?.low) continue;
    const sisters = [i - 3, i - 2, i - 1, i + 1, i + 2, i + 3].filter((k) => cases[k] && adjoins(cases, i, k));
    const capitals = sisters.filter((k) => !cases[k]!.low).length;
    if (capitals < 2 || capitals <= sisters.length - capitals) continue;
    const placed = paragraphs[i]!;
    const end = wordEnd(placed.paragraph.text, own.at);
    if (!isPlainWord(placed.paragraph.text, own.at, end)) continue;
    yield report(placed, own.at, end, `"${placed.paragraph.text.slice(0, end)}": the labels beside it go on with a capital.`);
  }
}

/** True where all paragraphs between two have labels too. */
function adjoins(cases: readonly unknown[], i: number, k: number): boolean {
  for (let j = Math.min(i, k) + 1; j < Math.max(i, k); j++) if (!cases[j]) return false;
  return true;
}

function report(placed: Placed, start: number, end: number, claim: string): DraftReport {
  const word = placed.paragraph.text.slice(start, end);
  const better = word.charAt(0).toUpperCase() + word.slice(1);
  return {
    placed,
    span: { start, end },
    message: `${claim} Write "${better}".`,
    fixes: [{ title: `Change "${word}" to "${better}"`, edits: [{ span: { start, end }, text: better }], confidence: 'certain' }],
  };
}

const isLow = (text: string, i: number): boolean =>
  i < text.length && isLetter(text.charCodeAt(i)) && !isUpper(text.charCodeAt(i)) && text[i]!.toUpperCase() !== text[i];

/** A word that can take a capital: no name of small letters, no abbreviation, no address. */
function isPlainWord(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  return (
    !SMALL.has(word.toLowerCase()) &&
    !/[\p{Lu}\d]/u.test(word) &&
    !/^[.@:/_\\]\S/.test(text.slice(end, end + 2)) &&
    !/^[-’'][\p{Lu}\d]/u.test(text.slice(end, end + 2)) &&
    (word.length > 1 || word === 'a')
  );
}

function wordEnd(text: string, i: number): number {
  let end = i;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  return end;
}

/** Words between the last stop and `at`, up to three. */
function wordsBefore(text: string, at: number): number {
  let words = 0;
  for (let i = at - 1; i >= 0 && words < 3; i--) {
    if (/[.!?]/.test(text[i]!)) break;
    if (text[i] === ' ' && i > 0 && text[i - 1] !== ' ') words++;
    if (i === 0) words++;
  }
  return words;
}
