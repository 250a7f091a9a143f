import type { Paragraph } from '../../draft/draft';
import { oncePerParagraph } from '../../draft/once';
import { fold } from '../../text/fold';
import { own, type Said } from './claim';

/** A title that a paragraph gives a person. */
export interface Held {
  /** The office without what stands before it: mayor, senator, police chief. */
  readonly office: string;
  /** former, deputy, acting …, where one stands before it. */
  readonly modifier: 'former' | 'deputy' | undefined;
  /** What it is the office of, folded, where that is said right beside it: "of Leeds", "Ohio". */
  readonly of: string | undefined;
}

/** Offices of which nobody holds two, in their spellings. */
const offices: Readonly<Record<string, string>> = {
  mayor: 'mayor',
  governor: 'governor',
  'gov.': 'governor',
  senator: 'senator',
  'sen.': 'senator',
  representative: 'representative',
  'rep.': 'representative',
  congressman: 'representative',
  congresswoman: 'representative',
  'prime minister': 'prime minister',
  president: 'president',
  chancellor: 'chancellor',
  sheriff: 'sheriff',
  'police chief': 'police chief',
  'fire chief': 'fire chief',
  judge: 'judge',
  'district attorney': 'district attorney',
  'attorney general': 'attorney general',
  'chief executive': 'chief executive',
  ceo: 'chief executive',
  'finance director': 'finance director',
  'chief financial officer': 'finance director',
  ambassador: 'ambassador',
  archbishop: 'archbishop',
  bishop: 'bishop',
  speaker: 'speaker',
  coroner: 'coroner',
  headteacher: 'head teacher',
  principal: 'head teacher',
  'head coach': 'head coach',
  'finance minister': 'finance minister',
  'foreign minister': 'foreign minister',
  'defence minister': 'defence minister',
  'defense minister': 'defence minister',
  'interior minister': 'interior minister',
  'health minister': 'health minister',
  'justice minister': 'justice minister',
  'transport minister': 'transport minister',
  'education minister': 'education minister',
  'agriculture minister': 'agriculture minister',
};
const words = Object.keys(offices)
  .sort((a, b) => b.length - a.length)
  .map((w) => w.replace('.', '\\.'))
  .join('|');
const worth = new RegExp(`\\b(?:${words})`, 'i');
const modifiers =
  '(?:(former|ex-|deputy|vice|assistant|lieutenant|lt\\.|acting|interim|then-|late|outgoing|incoming|state|shadow|honorary)[ -]?)?';
const person = "(\\p{Lu}[\\p{Ll}’'-]{1,30}(?: \\p{Lu}\\.)?(?: (?:de|van|von|bin|al|da))? \\p{Lu}[\\p{L}’'-]{1,30})";
const before = new RegExp(`(?<![\\p{L}-])${modifiers}(${words}) ${person}`, 'giu');
const after = new RegExp(
  `\\b${person}, (?:the |a |an )?((?:\\p{Lu}[\\p{L}’'.-]{0,30} ){0,2})${modifiers}(${words})(?: of ((?:the )?\\p{Lu}[\\p{L}’'-]{1,30}(?: \\p{Lu}[\\p{L}’'-]{1,30})?))?(?=[,.;])`,
  'giu',
);

/** The offices that a paragraph gives people, by the person's name, folded. */
export const officesHeld = oncePerParagraph((paragraph: Paragraph): readonly Said<Held>[] => {
  const out: Said<Held>[] = [];
  const { text } = paragraph;
  if (!worth.test(text)) return out;
  const add = (
    m: RegExpMatchArray,
    span: Said<Held>['span'],
    sentence: Said<Held>['sentence'],
    at: number,
    modifier: string | undefined,
    office: string,
    of: string | undefined,
  ): void => {
    const name = m[at]!.replace(/[’']s?$/, '');
    const word = modifier?.toLowerCase().replace(/-$/, '');
    // the patterns disregard case: a name is written with capitals
    if (
      !/^\p{Lu}.* \p{Lu}[^ ]*$/u.test(name) ||
      (at === 3 && !/^\p{Lu}/u.test(m[2]!)) ||
      (word && !/^(?:former|ex|deputy|vice|assistant|lieutenant|lt\.)$/.test(word))
    )
      return;
    const shift = m[at]!.length - name.length;
    out.push({
      key: fold(name).replace(/ \p{L}\. /u, ' '),
      span: { start: span.start, end: at === 3 ? span.end - shift : span.end },
      sentence,
      value: {
        office: offices[office.toLowerCase()]!,
        modifier: word === undefined ? undefined : /^(?:former|ex)$/.test(word) ? 'former' : 'deputy',
        of: of && fold(of.replace(/^the /i, '')),
      },
    });
  };
  for (const { m, span, sentence } of own(paragraph, before)) add(m, span, sentence, 3, m[1], m[2]!, undefined);
  for (const { m, span, sentence } of own(paragraph, after)) add(m, span, sentence, 1, m[3], m[4]!, m[5]);
  return out;
});

/** Offices that are held beside others, or are of so many bodies that the word alone says little. */
const loose = new Set(['president', 'speaker', 'chancellor', 'ambassador', 'bishop', 'archbishop', 'head teacher', 'coroner']);
/** Two that one person can bear at once. */
const together: readonly (readonly [string, string])[] = [
  ['finance minister', 'prime minister'],
  ['foreign minister', 'prime minister'],
  ['defence minister', 'prime minister'],
  ['interior minister', 'prime minister'],
  ['attorney general', 'justice minister'],
];

/** What is wrong between two titles of one person on one day: nothing, or in what they differ. */
export function differ(a: Held, b: Held): 'former' | 'rank' | 'office' | 'place' | undefined {
  if (a.office === b.office) {
    if ((a.modifier === 'former') !== (b.modifier === 'former')) return a.modifier && b.modifier ? undefined : 'former';
    if (a.modifier !== b.modifier) return 'rank';
    return a.of && b.of && !a.of.includes(b.of) && !b.of.includes(a.of) ? 'place' : undefined;
  }
  // what somebody was says nothing of what they are
  if (a.modifier || b.modifier) return undefined;
  if (loose.has(a.office) || loose.has(b.office)) return undefined;
  return together.some(([x, y]) => (x === a.office && y === b.office) || (y === a.office && x === b.office)) ? undefined : 'office';
}
