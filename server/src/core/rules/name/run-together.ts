import { castOf } from '../../draft/mentions/cast';
import type { DraftRule } from '../../lint/rule';
import { fold } from '../../text/fold';
import { wordsIn } from './capital-runs';
import { isOrdinary } from './lists';
import { tallyOf } from './tally';

const joined = /^(\p{Lu}\p{Ll}{2,})(\p{Lu}\p{Ll}{2,})$/u;
const prefixes = /^(?:Mac|Fitz|Van|Von|Del|Des|Der|Ter|Ten|San|Saint|Abu|Bin|Ben|Ibn|Abd|Abdul|Las|Los|Dos|Das|Nic|Mhic|Hel|She|You|Face|Tik|Pay|Fed|Wiki|Buzz|Huff)$/;

export const runTogether: DraftRule = {
  id: 'name/run-together',
  scope: 'draft',
  summary: 'Two names without the hyphen or blank that stood between them.',
  rationale: 'A dash that was lost on the way joins two names into one that nobody bears.',
  severity: 'error',
  quotes: 'same',
  examples: {
    wrong: [
      { marked: 'A ⟦PutinTrump⟧ meeting is possible, the Kremlin said of Vladimir Putin and Donald Trump.', becomes: 'A Putin-Trump meeting is possible, the Kremlin said of Vladimir Putin and Donald Trump.' },
      { marked: 'It was ⟦EmmanuelMacron⟧ who called.', becomes: 'It was Emmanuel Macron who called.' },
    ],
    stands: ['LeBron James, Ron DeSantis and Kevin McCarthy met at YouTube.', 'HarperCollins and AstraZeneca had no comment.', 'Write to #DonaldTrump.'],
  },
  *check(draft, { knowledge }) {
    for (const placed of draft.paragraphs) {
      const { text } = placed.paragraph;
      if (!/\p{Ll}\p{Lu}/u.test(text)) continue;
      const t = wordsIn(placed.paragraph);
      for (let i = 0; i < t.words.count; i++) {
        const word = t.word(i);
        const m = word.length > 6 ? joined.exec(word) : null;
        if (!m || prefixes.test(m[1]!) || /[@#/_.]/.test(text[t.start(i) - 1] ?? '') || /[@/_]/.test(text[t.words.bounds[2 * i + 1]!] ?? '')) continue;
        if (knowledge.isNameWord(word) || knowledge.bodiesWithWord(word).length > 0) continue;
        const [, a, b] = m as unknown as [string, string, string];
        const person = knowledge.peopleNamed(`${a} ${b}`)[0];
        const span = { start: t.start(i), end: t.end(i) };
        if (person) {
          yield { placed, span, message: `"${word}": ${person.name} lost a blank. Write "${a} ${b}".`, fixes: [{ title: `Change "${word}" to "${a} ${b}"`, confidence: 'certain', edits: [{ span, text: `${a} ${b}` }] }] };
          continue;
        }
        const { known } = castOf(draft, knowledge);
        const tally = tallyOf(draft);
        const stands = (w: string): boolean => knowledge.peopleSurnamed(w).length > 0 && (known.has(fold(w)) || (tally.get(fold(w))?.count ?? 0) > 0);
        const headed = (w: string): boolean => !isOrdinary(fold(w)) && knowledge.peopleSurnamed(w).some((p) => p.tenures.some((x) => x.office.rank === 1));
        if (!(stands(a) && stands(b)) && !(headed(a) && headed(b)) && !((stands(a) || headed(a)) && (stands(b) || headed(b)))) continue;
        yield { placed, span, message: `"${word}" joins two names. Write "${a}-${b}".`, fixes: [{ title: `Change "${word}" to "${a}-${b}"`, confidence: 'certain', edits: [{ span, text: `${a}-${b}` }] }] };
      }
    }
  },
};
