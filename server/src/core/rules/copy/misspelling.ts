import data from '../../../../data/phrases/en/misspellings.yaml';
import type { Paragraph } from '../../draft/draft';
import type { Fix, ParagraphRule, Report } from '../../lint/rule';
import { hashesOf, hashOf, hitsOf, lowWord, type PhraseScan, phraseScan } from '../../text/phrase-scan';
import { isEnglish } from './english';

interface MisspellingFile {
  readonly certain: Readonly<Record<string, string>>;
  readonly several: Readonly<Record<string, readonly string[]>>;
  /** A phrase, and which of its words is to be changed. */
  readonly phrases: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
const file = data as MisspellingFile;

interface Misspelled {
  readonly wrong: string;
  readonly rights: readonly string[];
  readonly confidence: Fix['confidence'];
}
let list: ReadonlyMap<number, Misspelled> | undefined;
const misspelled = () =>
  (list ??= new Map<number, Misspelled>([
    ...Object.entries(file.certain).map(([wrong, right]) => [hashOf(wrong), { wrong, rights: [right], confidence: 'certain' }] as const),
    ...Object.entries(file.several).map(([wrong, rights]) => [hashOf(wrong), { wrong, rights, confidence: 'judgement' }] as const),
  ]));
let scan: PhraseScan<Readonly<Record<string, string>>> | undefined;
const phrases = () => (scan ??= phraseScan(Object.entries(file.phrases)));

export const misspelling: ParagraphRule = {
  id: 'copy/misspelling',
  scope: 'paragraph',
  summary: 'A common misspelling that is no word at all, or one of two words that sound alike in a phrase where only the other fits.',
  rationale: 'A short list, so that it is right every time. Spelling at large is left to the spelling checker that you have.',
  severity: 'warning',
  quotes: 'soften',
  defaults: { words: true },
  examples: {
    wrong: [
      { marked: 'The minister said that ⟦thier⟧ talks would go on.', becomes: 'The minister said that their talks would go on.' },
      { marked: '⟦Goverment⟧ offices were shut on Monday.', becomes: 'Government offices were shut on Monday.' },
      { marked: 'They could ⟦of⟧ been there in time.', becomes: 'They could have been there in time.' },
      { marked: 'The party lost on ⟦it’s⟧ own ground.', becomes: 'The party lost on its own ground.' },
    ],
    stands: [
      'The minister then was Teh Cheang Wan, of Singapore.',
      'Il est responsable de l’enviroment de la ville.',
      'It’s own goals that lose a cup, she said of the final.',
    ],
  },
  *check(paragraph, { options }) {
    const { text, words } = paragraph;
    const { bounds } = words;
    const known = misspelled();
    // what is no word at all every spelling checker finds: beside one, the phrases alone are left
    const hashes = (options as { words?: boolean } | undefined)?.words === false ? [] : hashesOf(text, words);
    for (let i = 0; i < hashes.length; i++) {
      const found = known.get(hashes[i]!);
      if (!found || lowWord(text, words, i) !== found.wrong || !isEnglish(paragraph)) continue;
      const [start, end] = [bounds[2 * i]!, bounds[2 * i + 1]!];
      const was = text.slice(start, end);
      if (isName(was, start, paragraph.sentences, found.rights[0]!)) continue;
      yield report(start, end, was, found.rights, found.confidence);
    }
    for (const hit of hitsOf(phrases(), text, words)) {
      if (!isEnglish(paragraph)) continue;
      const first = lowWord(text, words, hit.word);
      for (let i = hit.word; i < hit.word + hit.length; i++) {
        const word = lowWord(text, words, i);
        const right = Object.hasOwn(hit.value, word) ? hit.value[word] : undefined;
        if (right === undefined || (first === "it's" && (!isPossessive(text, hit.start) || /^goals?$/.test(lowWord(text, words, i + 2)))))
          continue;
        const [start, end] = [bounds[2 * i]!, bounds[2 * i + 1]!];
        yield report(start, end, text.slice(start, end), [right], /^(?:c|sh|w)ould$/.test(first) ? 'certain' : 'judgement');
      }
    }
    yield* byNeighbours(paragraph);
  },
};

const ITS = hashOf("it's");
const THEN = hashOf('then');
/** After these no clause can begin, so that "it's" is the possessive. */
const TAKES_NOUN = new Set(
  'of in with from to by on into through at under against within behind around throughout despite during toward towards across between among over near kept lost raised cut launched opened closed won changed sold expanded doubled tripled halved built released increased reduced celebrated published unveiled lifted wagged extended revised withdrew abandoned suspended strengthened tightened lowered maintained reached achieved fulfilled completed hosted marked'.split(
    ' ',
  ),
);
/** What follows "it is", whatever stands before: there the writer spoke loosely, and meant it. */
const CLAUSE =
  /^(?:a|an|the|not|all|been|time|just|really|like|going|still|also|very|too|so|that|this|what|how|why|when|where|who|whether|if|no|only|now|then|here|there|as|about|because|to|in|on|at|for|with|more|less|always|never|already|almost|my|your|our|their|his|her|hard|easy|good|bad|great|fine|ok|okay|true|possible|clear|likely|\p{L}+(?:ing|ed|ly))$/u;

/** Slips that no list of phrases can hold: "in it's report", "kept it's lead", "more then 200". */
function* byNeighbours(paragraph: Paragraph): Iterable<Report> {
  const { text, words } = paragraph;
  const { bounds } = words;
  const hashes = hashesOf(text, words);
  for (let i = 1; i + 1 < hashes.length; i++) {
    if (hashes[i] !== ITS && hashes[i] !== THEN) continue;
    const [start, end] = [bounds[2 * i]!, bounds[2 * i + 1]!];
    if (text[start - 1] !== ' ' || bounds[2 * i - 1] !== start - 1 || text[end] !== ' ' || bounds[2 * i + 2] !== end + 1) continue;
    const [before, after] = [lowWord(text, words, i - 1), lowWord(text, words, i + 1)];
    const wrong =
      hashes[i] === ITS
        ? TAKES_NOUN.has(before) && after !== 'own' && /^[a-z]/.test(text.slice(start, start + 1)) && !CLAUSE.test(after)
        : /^(?:more|less|fewer)$/.test(before) && /^\d/.test(after);
    if (wrong && isEnglish(paragraph)) yield report(start, end, text.slice(start, end), [hashes[i] === ITS ? 'its' : 'than'], 'judgement');
  }
}

/** A capital inside a sentence makes a name, unless the right word is one itself. */
function isName(was: string, start: number, sentences: readonly { readonly start: number }[], right: string): boolean {
  if (/^[a-z]/.test(was) || /^[A-Z]/.test(right)) return false;
  return was === was.toUpperCase() ? was.length < 5 : !sentences.some((s) => s.start === start || s.start === start - 1);
}

/** "it's own" after a preposition or a verb, not "It's own goals that". */
const isPossessive = (text: string, at: number): boolean =>
  /[a-z,] $/.test(text.slice(Math.max(0, at - 2), at)) && !/\bthat $/.test(text.slice(Math.max(0, at - 6), at));

function report(start: number, end: number, was: string, rights: readonly string[], confidence: Fix['confidence']): Report {
  const better = rights.map((r) => likeIt(was, r));
  return {
    span: { start, end },
    message: `"${was}" is misspelled. Write ${better.map((b) => `"${b}"`).join(' or ')}.`,
    fixes: better.map((text) => ({ title: `Change "${was}" to "${text}"`, edits: [{ span: { start, end }, text }], confidence })),
  };
}

/** The right word with the capitals and the apostrophe of the wrong one. */
function likeIt(was: string, right: string): string {
  const text = was.includes('’') ? right.replace(/'/g, '’') : right;
  if (was.length > 1 && was === was.toUpperCase()) return text.toUpperCase();
  return /^[A-Z]/.test(was) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
