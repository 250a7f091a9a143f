import data from '../../../../data/phrases/en/machine.yaml';
import type { Placed } from '../../draft/draft';
import { oncePerParagraph } from '../../draft/once';
import type { DraftRule } from '../../lint/rule';
import { beginningWith, endOf, patternTable, readPattern } from './phrases/pattern';
import { tokensOf } from './phrases/tokens';

interface MachineFile {
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly certain: readonly string[];
  readonly likely: readonly string[];
}

let made: ReturnType<typeof patternTable<true>> | undefined;
const table = () =>
  (made ??= patternTable((data as MachineFile).certain.map((p) => readPattern<true>(String(p), (data as MachineFile).lists, true))));

/** "User: …", "Assistant: …", "ChatGPT said:", "<|im_start|>", citation marks of search assistants. */
const TURN = /^(?:user|assistant|system|human|chatgpt|gpt-?\d?|claude|gemini|copilot|bard|you said|chatgpt said)\s*:/i;
const TOKEN =
  /<\|[a-z_]{2,20}\|>|\[\/?INST\]|<\/?s>|【\d+[^】]{0,20}】|:contentReference\[oaicite:\d+\](?:\{[^}]*\})?|\bturn\d+(?:search|news|view)\d+\b|\butm_source=chatgpt\.com\b/g;

export const machine: DraftRule = {
  id: 'boilerplate/machine',
  scope: 'draft',
  summary: 'What a chat assistant leaves around its text: "Here is the revised article", "As an AI", turn markers, citation tokens.',
  rationale: 'A reader who meets "Certainly! Here is your article" believes nothing that follows.',
  severity: 'error',
  quotes: 'same',
  examples: {
    wrong: [
      {
        marked:
          '⟦Certainly! Here is the rewritten article:⟧\n\nThe council voted on Tuesday to keep the evening ferry, after a debate of five hours and two recounts.',
        becomes: 'The council voted on Tuesday to keep the evening ferry, after a debate of five hours and two recounts.',
      },
      {
        marked: 'The council voted to keep the ferry⟦【12†source】⟧, and the mayor agreed.',
        becomes: 'The council voted to keep the ferry, and the mayor agreed.',
      },
      {
        marked:
          'The council voted on Tuesday to keep the evening ferry, after a debate of five hours and two recounts.\n\n⟦Let me know if you would like me to adjust the tone.⟧',
        becomes: 'The council voted on Tuesday to keep the evening ferry, after a debate of five hours and two recounts.',
      },
    ],
    stands: [
      'Here is the story of the ferry, and it begins in 1904.',
      '“As an AI, I cannot help you,” the program told the judge.',
      'Sure, the mayor won. But nobody noticed until Friday.',
      'The lawyer asked his assistant: where is the file?',
    ],
  },
  *check(draft) {
    for (const [at, placed] of draft.paragraphs.entries()) {
      const { text, kind } = placed.paragraph;
      for (const m of tokensIn(placed.paragraph))
        yield {
          placed,
          span: { start: m.index, end: m.index + m[0].length },
          message: `"${m[0].slice(0, 40)}" is a token of a chat assistant, not copy. Delete it.`,
          fixes: [
            {
              title: 'Delete the token',
              edits: [{ span: { start: m.index, end: m.index + m[0].length }, text: '' }],
              confidence: 'certain',
            },
          ],
        };
      if (text.length > 400 || kind === 'quote' || kind === 'cell') continue;
      const turn = turnOf(placed.paragraph);
      if (!(turn ? isTurn(draft.paragraphs, at) : speaks(placed.paragraph))) continue;
      const edge = at <= 2 || at >= draft.paragraphs.length - 3;
      yield {
        placed,
        span: { start: 0, end: turn ? turn[0].length : text.length },
        message: turn
          ? `"${turn[0]}" marks a turn of a chat, not a speaker of the story. Delete it.`
          : `"${text.slice(0, 60)}${text.length > 60 ? ' …' : ''}" is a chat assistant speaking to its user. Delete it.`,
        fixes: turn
          ? []
          : [
              {
                title: 'Delete the line',
                edits: [],
                remove: [placed],
                confidence: edge && draft.paragraphs.length > 1 ? 'certain' : 'judgement',
              },
            ],
      };
    }
  },
};

/** Tokens of assistants in a paragraph. */
const tokensIn = oncePerParagraph(({ text }): readonly RegExpExecArray[] =>
  SIGNS.some((sign) => text.includes(sign)) ? [...text.matchAll(TOKEN)] : [],
);
const SIGNS = ['|>', 'INST]', '【', 'oaicite', 'turn', 'chatgpt.com', 's>'];

const turnOf = oncePerParagraph(({ text }) => TURN.exec(text));

const speaks = oncePerParagraph(({ text }): boolean => {
  if (/^["“‘'«]/.test(text)) return false;
  const tokens = tokensOf(text, 30);
  for (const pattern of beginningWith(table(), tokens[0])) {
    const end = endOf(pattern, tokens, 0);
    if (end === tokens.length || (end > 0 && pattern.open)) return isAddress(text, tokens.length);
  }
  return false;
});

/** Short lines and lines that speak of "you" or "I" or end with a colon; a sentence of a story that begins alike has neither. */
const isAddress = (text: string, words: number): boolean =>
  words <= 6 ||
  text.endsWith(':') ||
  /\b(?:you|your|I|I'm|I've|I’m|I’ve|me|my)\b/.test(text) ||
  /\b(?:AI|language model|article|draft|version|headline)\b/.test(text);

/** A speaker "User" or "Assistant" counts only where the other one speaks too, or where it stands first or last. */
function isTurn(paragraphs: readonly Placed[], at: number): boolean {
  const others = paragraphs.filter((p) => turnOf(p.paragraph)).length;
  return others > 1 || at === 0;
}
