import nlp from 'compromise/two';

export type Tense = 'past' | 'present' | 'future';

/** Sentences are tagged one at a time, at about a millisecond each, and kept: an edit elsewhere tags nothing again. Oldest out beyond this many. */
const most = 512;
const tagged = new Map<string, readonly Term[]>();

/**
 * The tense of the first finite verb at or behind an offset of a sentence, by compromise's part-of-speech tags; undefined where it finds none.
 * For what the words themselves do not settle: the tagger costs more than all else, and its first call loads it.
 * @param sentence plain text of one sentence
 * @param from UTF-16 offset in it
 */
export function verbTense(sentence: string, from: number): Tense | undefined {
  let before = '';
  for (const { start, text, tags } of termsOf(sentence)) {
    const word = text.toLowerCase();
    if (start >= from && tags.includes('Verb')) {
      if (tags.includes('Modal') || word === 'will') return 'future';
      if (/^(?:was|were|had|did|wasn[’']t|weren[’']t|hadn[’']t|didn[’']t)$/.test(word) || tags.includes('PastTense')) return 'past';
      if (!tags.includes('Gerund') && before !== 'to') return 'present';
    }
    before = word;
  }
  return undefined;
}

interface Term {
  readonly start: number;
  readonly text: string;
  readonly tags: readonly string[];
}

function termsOf(sentence: string): readonly Term[] {
  const known = tagged.get(sentence);
  if (known) return known;
  const json: unknown = nlp(sentence).json({ offset: true, terms: { offset: true, tags: true } });
  const phrases = Array.isArray(json) ? (json as { terms?: { text?: string; offset?: { start?: number }; tags?: string[] }[] }[]) : [];
  const terms = phrases
    .flatMap((p) => p.terms ?? [])
    .flatMap((t) =>
      typeof t.offset?.start === 'number' && Array.isArray(t.tags) ? [{ start: t.offset.start, text: t.text ?? '', tags: t.tags }] : [],
    );
  if (tagged.size >= most) tagged.delete(tagged.keys().next().value!);
  tagged.set(sentence, terms);
  return terms;
}
