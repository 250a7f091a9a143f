import data from '../../../../data/phrases/en/spun.yaml';
import type { Fix, ParagraphRule } from '../../lint/rule';
import { hitsOf, lowWord, type PhraseScan, phraseScan } from '../../text/phrase-scan';
import { isEnglish } from './english';

interface Spun {
  readonly right: string;
  readonly confidence: Fix['confidence'];
}
let scan: PhraseScan<Spun> | undefined;
const phrases = () =>
  (scan ??= phraseScan(
    Object.entries(data as Record<string, Record<string, string>>).flatMap(([tier, list]) =>
      Object.entries(list).map(([odd, right]): [string, Spun] => [
        odd,
        { right, confidence: tier === 'certain' ? 'certain' : 'judgement' },
      ]),
    ),
  ));

/** "dialog box" is a thing on a screen. */
const SCREEN = new Set('box boxes window windows button element menu appears screen'.split(' '));

export const spun: ParagraphRule = {
  id: 'copy/spun',
  scope: 'paragraph',
  summary: 'A phrase that an article spinner puts in the place of a plain one: "frequently enough" for "often".',
  rationale: 'Spun text was copied from somebody and disguised with synonyms. Where one odd synonym stands, ask where the story came from.',
  severity: 'warning',
  quotes: 'soften',
  examples: {
    wrong: [
      { marked: 'The marriage was ⟦frequently enough⟧ stormy.', becomes: 'The marriage was often stormy.' },
      { marked: 'It was seen ⟦thru⟧ the lens of the war.', becomes: 'It was seen through the lens of the war.' },
      { marked: 'The ⟦furnished forces⟧ denied it.', becomes: 'The armed forces denied it.' },
    ],
    stands: ['The dialog box asks for a name.', 'It happens often enough, and the drive-thru is open.'],
  },
  *check(paragraph) {
    for (const { start, end, word, length, value } of hitsOf(phrases(), paragraph.text, paragraph.words)) {
      const was = paragraph.text.slice(start, end);
      if (
        (/^dialog/i.test(was) && SCREEN.has(lowWord(paragraph.text, paragraph.words, word + length))) ||
        !isEnglish(paragraph) ||
        was === was.toUpperCase()
      )
        continue;
      const better = /^[A-Z]/.test(was) ? value.right.charAt(0).toUpperCase() + value.right.slice(1) : value.right;
      yield {
        span: { start, end },
        message: `"${was}" stands where "${better}" is meant, as spun text has it. Write "${better}", and check where the text comes from.`,
        fixes: [{ title: `Change "${was}" to "${better}"`, edits: [{ span: { start, end }, text: better }], confidence: value.confidence }],
      };
    }
  },
};
