import data from '../../../../data/phrases/en/articles.yaml';
import type { ParagraphRule } from '../../lint/rule';
import { hashesOf, hashOf, lowWord } from '../../text/phrase-scan';
import { isEnglish } from './english';

type Sound = 'vowel' | 'consonant';

interface ArticleFile {
  readonly consonant: readonly string[];
  readonly vowel: readonly string[];
  readonly either: readonly string[];
  readonly vowelCapitals: readonly string[];
  readonly consonantCapitals: readonly string[];
  readonly eitherCapitals: readonly string[];
}
const file = data as ArticleFile;

interface Sounds {
  /** Beginnings of words by their first two letters. */
  readonly words: ReadonlyMap<string, readonly { readonly start: string; readonly whole: boolean; readonly sound: Sound | undefined }[]>;
  readonly capitals: ReadonlyMap<string, Sound | undefined>;
}
let made: Sounds | undefined;
function sounds(): Sounds {
  if (made) return made;
  const words = new Map<string, { start: string; whole: boolean; sound: Sound | undefined }[]>();
  for (const [list, sound] of [
    [file.either, undefined],
    [file.vowel, 'vowel'],
    [file.consonant, 'consonant'],
  ] as const)
    for (const written of list) {
      const whole = written.endsWith('.');
      const start = whole ? written.slice(0, -1) : written;
      const entry = { start, whole, sound };
      const key = start.slice(0, 2);
      if (!words.has(key)) words.set(key, [entry]);
      else words.get(key)!.push(entry);
    }
  const capitals = new Map<string, Sound | undefined>([
    ...file.vowelCapitals.map((w) => [w, 'vowel'] as const),
    ...file.consonantCapitals.map((w) => [w, 'consonant'] as const),
    ...file.eitherCapitals.map((w) => [w, undefined] as const),
  ]);
  return (made = { words, capitals });
}

/** Letters before which "a" is the letter, not the article. */
const LETTER_A = new Set(
  'vitamin hepatitis class grade plan group section serie series type schedule category block exhibit level team option point influenza division league side part'.split(
    ' ',
  ),
);
/** Words that do not follow an article: there something else is wrong, or the "a" is no article. */
const NEVER = new Set(
  'is are was were in on at and or as if it of am an into up out under over our i us other the to by for from that they when which will with but not he she his her has had have who be this these those we you than then a der die das den dem la le el'.split(
    ' ',
  ),
);

const A = hashOf('a');
const AN = hashOf('an');

export const article: ParagraphRule = {
  id: 'copy/article',
  scope: 'paragraph',
  summary: '"a" before a vowel sound, or "an" before a consonant.',
  rationale: 'The ear decides, not the letter: an hour, a European, an 18-year-old, an MP, a UN envoy.',
  severity: 'warning',
  quotes: 'soften',
  examples: {
    wrong: [
      { marked: 'It was ⟦a⟧ unusual night.', becomes: 'It was an unusual night.' },
      { marked: 'It was ⟦a⟧ “early warning” to the town.', becomes: 'It was an “early warning” to the town.' },
      { marked: 'She met ⟦an⟧ European envoy and ⟦a⟧ MP.', becomes: 'She met a European envoy and an MP.' },
      { marked: '⟦A⟧ 18-year-old and ⟦an⟧ university student won.', becomes: 'An 18-year-old and a university student won.' },
    ],
    stands: [
      'An hour later, a one-time ally of a US envoy wrote a useful note to an honest heir.',
      'Vitamin A is good, and plan A in place.',
      'It was an historic day for a hotel, an 80-page text and a 1,800-page one.',
      'An FBI agent, a UFO, an SOS and a NATO plan.',
    ],
  },
  *check(paragraph) {
    const { text, words } = paragraph;
    const { bounds } = words;
    const hashes = hashesOf(text, words);
    for (let i = 0; i + 1 < hashes.length; i++) {
      if (hashes[i] !== A && hashes[i] !== AN) continue;
      const [start, end] = [bounds[2 * i]!, bounds[2 * i + 1]!];
      const next = text.slice(bounds[2 * i + 2]!, bounds[2 * i + 3]!);
      const between = text.slice(end, bounds[2 * i + 2]!);
      if (!/^ ["“‘'(]{0,2}(?:US)?[$£€¥]?$/.test(between) || (between === ' ' && NEVER.has(lowWord(text, words, i + 1)))) continue;
      const written = text.slice(start, end);
      if (written.length > 1 ? written === 'AN' : /[\p{L}\p{N}]/u.test(text[start - 1] ?? ' ')) continue;
      if (
        /^A/.test(written) &&
        !paragraph.sentences.some((s) => s.start === start || s.start === start - 1) &&
        !/["“]$/.test(text.slice(0, start))
      )
        continue;
      if (LETTER_A.has(lowWord(text, words, i - 1)) || (next.length > 5 && next === next.toUpperCase() && !/\d/.test(next))) continue;
      const sound = soundOf(next);
      if (!sound || (sound === 'vowel') === (hashes[i] === AN) || !isEnglish(paragraph)) continue;
      const right = sound === 'vowel' ? `${written.charAt(0)}n` : written.charAt(0);
      yield {
        span: { start, end },
        message: `"${written} ${next}": the word begins with a ${sound} to the ear. Write "${right} ${next}".`,
        fixes: [
          {
            title: `Change "${written}" to "${right}"`,
            edits: [{ span: { start, end }, text: right }],
            confidence: /^[a-z]/.test(next) ? 'certain' : 'judgement',
          },
        ],
      };
    }
  },
};

/** How a word begins to the ear, or undefined where that is not sure. */
function soundOf(word: string): Sound | undefined {
  if (/^\d/.test(word)) return ofNumber(word);
  const bare = word.replace(/\./g, '').replace(/['’]s$/, '');
  const first = bare.split('-')[0]!;
  if (/^[A-Z][A-Z0-9]*s?$/.test(first) && (first.length > 1 || bare.includes('-'))) return ofCapitals(first);
  const low = word.toLowerCase();
  for (const { start, whole, sound } of sounds().words.get(low.slice(0, 2)) ?? []) {
    if (low.startsWith(start) && (!whole || low.length === start.length || low[start.length] === '-' || low[start.length] === "'"))
      return sound;
  }
  const c = low.charCodeAt(0);
  if (c < 97 || c > 122 || low.length < 2) return undefined;
  const capital = word.charCodeAt(0) < 97;
  if ('aeio'.includes(low[0]!)) return capital && /^o[aueiy]|^e[uw]/.test(low) ? undefined : 'vowel';
  if (low[0] === 'u') return capital ? undefined : 'vowel';
  return (low[0] === 'h' && capital) || (low[0] === 'y' && capital) ? undefined : 'consonant';
}

/** Eight, eleven, eighteen and eighty begin with a vowel; 1,800 and 1850 are read in two ways. */
function ofNumber(word: string): Sound | undefined {
  const digits = /^\d+/.exec(word)![0];
  if (digits[0] === '8') return 'vowel';
  if (digits === '11' || digits === '18') return 'vowel';
  if (/^1[18]/.test(digits)) return undefined;
  return digits.length > 6 ? undefined : 'consonant';
}

/** Letters whose names begin with a vowel. */
const SPOKEN = 'AEFHILMNORSX';
function ofCapitals(word: string): Sound | undefined {
  const { capitals } = sounds();
  if (capitals.has(word)) return capitals.get(word);
  if (word.length === 1) return word === 'I' || word === 'A' ? undefined : SPOKEN.includes(word) ? 'vowel' : 'consonant';
  if (word[0] === 'U') return word.length <= 4 ? 'consonant' : undefined;
  if ('AIO'.includes(word[0]!)) return word.length <= 5 ? 'vowel' : undefined;
  if (!/[AEIOUY]/.test(word) && word.length <= 4) return SPOKEN.includes(word[0]!) ? 'vowel' : 'consonant';
  return undefined;
}
