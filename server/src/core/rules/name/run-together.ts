import type { Draft, Paragraph } from '../../draft/draft';
import { castOf } from '../../draft/mentions/cast';
import { readOnce } from '../../draft/once';
import type { Knowledge } from '../../knowledge/knowledge';
import type { DraftRule } from '../../lint/rule';
import { fold } from '../../text/fold';
import type { Span } from '../../text/span';
import { isCommonSurname, isOrdinary } from './lists';
import { wordsIn } from './near/capital-runs';
import { tallyOf } from './near/tally';

const joined = /^(\p{Lu}\p{Ll}{2,})(\p{Lu}\p{Ll}{2,})$/u;
const prefixes =
  /^(?:Mac|Fitz|Van|Von|Del|Des|Der|Ter|Ten|San|Saint|Abu|Bin|Ben|Ibn|Abd|Abdul|Las|Los|Dos|Das|Nic|Mhic|Hel|She|You|Face|Tik|Pay|Fed|Wiki|Buzz|Huff)$/;

/** Words of two capitals that no name has. */
const joinedWords: (paragraph: Paragraph, knowledge: Knowledge) => readonly { word: string; a: string; b: string; span: Span }[] = readOnce(
  (paragraph, knowledge) => {
    const out: { word: string; a: string; b: string; span: Span }[] = [];
    const { text } = paragraph;
    if (!/\p{Ll}\p{Lu}/u.test(text)) return out;
    const t = wordsIn(paragraph);
    for (let i = 0; i < t.words.count; i++) {
      const word = t.word(i);
      const m = word.length > 6 ? joined.exec(word) : null;
      if (!m || prefixes.test(m[1]!) || /[@#/_.]/.test(text[t.start(i) - 1] ?? '') || /[@/_]/.test(text[t.words.bounds[2 * i + 1]!] ?? ''))
        continue;
      if (!knowledge.isNameWord(word) && knowledge.bodiesWithWord(word).length === 0)
        out.push({ word, a: m[1]!, b: m[2]!, span: { start: t.start(i), end: t.end(i) } });
    }
    return out;
  },
);

export const runTogether: DraftRule = {
  id: 'name/run-together',
  scope: 'draft',
  summary: 'Two names without the hyphen or blank that stood between them.',
  rationale: 'A dash that was lost on the way joins two names into one that nobody bears.',
  severity: 'error',
  quotes: 'same',
  examples: {
    wrong: [
      {
        marked: 'A ⟦PutinTrump⟧ meeting is possible, the Kremlin said of Vladimir Putin and Donald Trump.',
        becomes: 'A Putin-Trump meeting is possible, the Kremlin said of Vladimir Putin and Donald Trump.',
      },
      { marked: 'It was ⟦EmmanuelMacron⟧ who called.', becomes: 'It was Emmanuel Macron who called.' },
    ],
    stands: [
      'LeBron James, Ron DeSantis and Kevin McCarthy met at YouTube.',
      'HarperCollins and AstraZeneca had no comment.',
      'Write to #DonaldTrump.',
    ],
  },
  *check(draft, { knowledge }) {
    for (const placed of draft.paragraphs) {
      for (const { word, a, b, span } of joinedWords(placed.paragraph, knowledge)) {
        const person = knowledge.peopleNamed(`${a} ${b}`)[0];
        if (person) {
          yield {
            placed,
            span,
            message: `"${word}": ${person.name} lost a blank. Write "${a} ${b}".`,
            fixes: [{ title: `Change "${word}" to "${a} ${b}"`, confidence: 'certain', edits: [{ span, text: `${a} ${b}` }] }],
          };
          continue;
        }
        if ((isCommonSurname(fold(a)) && isCommonSurname(fold(b))) || ![a, b].every((w) => isSurname(w, draft, knowledge))) continue;
        yield {
          placed,
          span,
          message: `"${word}" joins two names. Write "${a}-${b}".`,
          fixes: [{ title: `Change "${word}" to "${a}-${b}"`, confidence: 'certain', edits: [{ span, text: `${a}-${b}` }] }],
        };
      }
    }
  },
};

/** A surname that stands by itself in the draft, or that a head of state or government bears and no common noun is. */
function isSurname(word: string, draft: Draft, knowledge: Knowledge): boolean {
  const key = fold(word);
  const bearers = knowledge.peopleSurnamed(word);
  if (bearers.length === 0) return false;
  if (castOf(draft, knowledge).known.has(key) || tallyOf(draft, knowledge).has(key)) return true;
  return key.length > 3 && !isOrdinary(key) && bearers.some((p) => p.tenures.some((t) => t.office.rank === 1));
}
