import type { ParagraphRule } from '../../lint/rule';
import { hashesOf, lowWord } from '../../text/phrase-scan';

/** Small words that never stand twice on purpose. */
const NEVER = new Set(
  "the a an of to and for with at from was were are has his its their this or but as be it he she they we not which who would could should into our your than then when where while after before because about between through under over during against among until since though although if so-called also it's an".split(
    ' ',
  ),
);
/** Words that are doubled on purpose, or that a sentence can end and begin again with. */
const MAY = new Set(
  'had that is do did her him you very so no yes well now there far long many more much bye ha hey knock hear please never really too go come on in up out over down back again wait on in by over through okay ok run sing dance la da ya yeah oh ah aye boda boo tut pom cha can had one two three work day night blah extra super big little same round step side love hot good bad old new wow hush win what why how home goodbye hello still ever ever-so chop hubba choo beri dik bon tom yadda rah woof tick tock tsk nom bang boom beep bing click clap ding dong drip fifty flip glug goo haw ho honk hoo hot lah mahi meow moo oink pah pew ping pip poo pooh pow quack ring rum shoo snap sniff sob tap tat tee tra tweet twinkle wah wakey wham whoop wink woo yap yum yuk zip pili mau nana doo bam coco lulu tutu roger agar gado dum bora cous tuk gaga couple my piki dala tro chin puff polepole haraka pole ylang juju jua'.split(
    ' ',
  ),
);

/** Words with which a clause can end and its main verb begin: "whoever they are are welcome". */
const AUXILIARY = new Set(['is', 'are', 'was', 'were', 'has', 'have', 'be', 'will', 'can', 'may', 'must']);

/** True where the words before can make the first a part of the subject: "what it is is", "the couple's will will". */
function isClauseEnd(before: string, word: string): boolean {
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), 0));
  return (
    /\b(?:what|whatever|who|whoever|where|wherever|how|however|those|all|as|than|that|which|when|problem|question|thing|trouble|point|issue|truth|fact)\b/i.test(
      sentence,
    ) ||
    (/^(?:will|can|may|must)$/.test(word) && !/\b(?:he|she|it|they|we|you|i|who|which|that) $/i.test(before))
  );
}

export const doubledWord: ParagraphRule = {
  id: 'copy/doubled-word',
  scope: 'paragraph',
  summary: 'The same word twice in a row.',
  rationale: 'The eye skips a doubled word on the screen and finds it in print.',
  severity: 'warning',
  quotes: 'same',
  examples: {
    wrong: [
      { marked: 'The minister left ⟦the the⟧ hall at noon.', becomes: 'The minister left the hall at noon.' },
      { marked: '⟦At at⟧ least ten came.', becomes: 'At least ten came.' },
      { marked: 'LONDON (AP) — ⟦The the⟧ talks went on.', becomes: 'LONDON (AP) — The talks went on.' },
    ],
    stands: [
      'He had had enough, and said that that was that.',
      'They flew from Bora Bora to Walla Walla, and Duran Duran played.',
      'It was a very, very long night.',
      'Whoever came in in time got a seat.',
    ],
  },
  *check(paragraph) {
    const { text, words } = paragraph;
    const { bounds } = words;
    const hashes = hashesOf(text, words);
    for (let i = 1; i < hashes.length; i++) {
      if (hashes[i] !== hashes[i - 1]) continue;
      const word = lowWord(text, words, i);
      if (
        word !== lowWord(text, words, i - 1) ||
        (word.length < 2 && !(word === 'a' && /^ \p{Ll}{2}/u.test(text.slice(bounds[2 * i + 1]!, bounds[2 * i + 1]! + 3)))) ||
        /\d/.test(word) ||
        !/^[a-z]/.test(text.slice(bounds[2 * i]!, bounds[2 * i]! + 1))
      )
        continue;
      const between = text.slice(bounds[2 * i - 1]!, bounds[2 * i]!);
      if (!/^\s+$/.test(between) || hashes[i - 2] === hashes[i] || hashes[i + 1] === hashes[i]) continue;
      const first = text.charCodeAt(bounds[2 * i - 2]!) < 97;
      const start = bounds[2 * i - 2]!;
      const opens =
        paragraph.sentences.some((s) => s.start === start || s.start === start - 1) || /[—–-] $/.test(text.slice(start - 2, start));
      if (first && !opens) continue;
      if (AUXILIARY.has(word) && isClauseEnd(text.slice(Math.max(0, bounds[2 * i - 2]! - 200), bounds[2 * i - 2]!), word)) continue;
      const sure = NEVER.has(word) && word !== 'a';
      const told = word === 'is' && /^(?:he|she|it|this|there)$/.test(lowWord(text, words, i - 2));
      if (!sure && !told && word !== 'a' && (MAY.has(word) || word.length < 3)) continue;
      const was = text.slice(bounds[2 * i - 2]!, bounds[2 * i + 1]!);
      yield {
        span: { start: bounds[2 * i - 2]!, end: bounds[2 * i + 1]! },
        message: `"${was}": the word stands twice. Delete one.`,
        fixes: [
          {
            title: `Change "${was}" to "${text.slice(bounds[2 * i - 2]!, bounds[2 * i - 1]!)}"`,
            edits: [{ span: { start: bounds[2 * i - 1]!, end: bounds[2 * i + 1]! }, text: '' }],
            confidence: sure ? 'certain' : 'judgement',
          },
        ],
      };
    }
  },
};
