import type { Paragraph } from '../../../draft/draft';
import type { Tokens } from '../../../draft/mentions/tokens';
import { readOnce } from '../../../draft/once';
import type { Knowledge, Person } from '../../../knowledge/knowledge';
import { spelledOut } from '../../../knowledge/names/name-forms';
import { fold } from '../../../text/fold';
import type { Span } from '../../../text/span';
import { isCommonSurname, isFirstName, isKoreanName, isOrdinary, isRomanisation, isShortFor } from '../lists';
import { capitalRuns, isNameShaped, isOpener, wordsIn } from './capital-runs';
import { isHead, likenessOf } from './likeness';
import { ofAnotherScript } from './scripts';
import { type Slip, slipOf } from './slip';

/** A name that nobody we know bears, one word of which is near a name that somebody does. */
export interface NearPerson {
  /** The whole name in the paragraph. */
  readonly span: Span;
  /** The word that is wrong, if it is. */
  readonly word: Span;
  readonly typed: string;
  /** What the word would be. */
  readonly right: string;
  readonly people: readonly Person[];
  readonly slip: Slip;
  readonly slot: 'first' | 'surname';
  /** The typed word is a name in its own right. */
  readonly real: boolean;
  /** Points by likeness and by how rare the names are, without the context. */
  readonly likeness: number;
}

/** Every such name of a paragraph. */
export const nearPeople: (paragraph: Paragraph, knowledge: Knowledge) => readonly NearPerson[] = readOnce((paragraph, knowledge) => {
  const out: NearPerson[] = [];
  const t = wordsIn(paragraph);
  const known = paragraph.mentions.filter((m) => m.form === 'full');
  for (const run of capitalRuns(t)) {
    if (run.last === run.first) continue;
    let i = run.first;
    while (i < run.last) {
      const start = t.start(i);
      const covered = known.find((m) => m.name.start <= start && start < m.name.end);
      if (covered) {
        while (i <= run.last && t.start(i) < covered.name.end) i++;
        continue;
      }
      const near = nearAt(t, i, run.last, run.first, knowledge);
      if (near) {
        out.push(near.person);
        i = near.next;
      } else i++;
    }
  }
  return out;
});

const suffix = /^(?:Jr|Sr|II|III|IV)$/;

function nearAt(
  t: Tokens,
  i: number,
  last: number,
  runFirst: number,
  knowledge: Knowledge,
): { person: NearPerson; next: number } | undefined {
  if (isOpener(t.folded(i)) || !isNameShaped(t.word(i))) return undefined;
  // behind a first name it is the middle of a longer name
  const before = i > runFirst ? t.folded(i - 1) : '';
  if (isFirstName(before) && !isOpener(before) && knowledge.bodiesNamed(before).length === 0) return undefined;
  for (let size = Math.min(4, last - i + 1); size >= 2; size--) {
    const end = i + size - 1;
    if (end < last && !suffix.test(t.word(end + 1)) && looksLikeName(t.folded(end + 1), knowledge)) continue;
    const best = nearIn(t, i, end, knowledge);
    if (best) return { person: best, next: end + 1 };
  }
  return undefined;
}

const looksLikeName = (word: string, knowledge: Knowledge): boolean =>
  word.length > 1 && !isOpener(word) && !isOrdinary(word) && (isCommonSurname(word) || isFirstName(word) || knowledge.isNameWord(word));

/** The likeliest person whose name the words i to j are, but for one of them. */
function nearIn(t: Tokens, i: number, j: number, knowledge: Knowledge): NearPerson | undefined {
  let best: NearPerson | undefined;
  const words: string[] = [];
  for (let k = i; k <= j; k++) words.push(t.folded(k));
  // initials aside, all words but one have to be known
  const named = words.map((w) => w.length < 2 || knowledge.isNameWord(w));
  const strange = named.filter((n) => !n).length;
  if (strange > 1) return undefined;
  for (let k = i; k <= j; k++) {
    const typed = words[k - i]!;
    if (
      typed.length < 3 ||
      (typed.length === 3 && (k === j ? isCommonSurname(typed) : isFirstName(typed))) ||
      !isNameShaped(t.word(k)) ||
      isOpener(typed)
    )
      continue;
    if (strange === 1 && named[k - i]) continue;
    const most = typed.length >= 7 || (k < j && typed.length >= 5 && isFirstName(typed)) ? 2 : 1;
    for (const near of knowledge.nearWords(typed, most)) {
      if (near.distance === 0 || near.entry.length < 4 || near.entry === typed) continue;
      const right = words.map((w, n) => (n === k - i ? near.entry : w));
      let people = knowledge.peopleNamed(right.join(' '));
      // a middle initial that we do not have
      if (people.length === 0 && right.length === 3 && right[1]!.length === 1) people = knowledge.peopleNamed(`${right[0]} ${right[2]}`);
      if (people.length === 0) continue;
      const slip = slipOf(typed, near.entry);
      if (!slip || (slip.kind === 'two' && typed.length < 7 && !slip.soundsAlike)) continue;
      const slot = k === j ? 'surname' : 'first';
      if (slot === 'first' && (isShortFor(typed, near.entry) || isRomanisation(typed, near.entry))) continue;
      if (isKoreanName(typed) && isKoreanName(near.entry) && !people.some(isHead)) continue;
      if (slip.romanised) people = people.filter((p) => !ofAnotherScript(p, knowledge));
      if (people.length === 0) continue;
      const real = slot === 'first' ? isFirstName(typed) : isCommonSurname(typed);
      const likeness = likenessOf({ slip, typed, right: near.entry, words, at: k - i, slot, real, people }, knowledge);
      if (best && best.likeness >= likeness) continue;
      best = {
        span: { start: t.start(i), end: t.end(j) },
        word: { start: t.start(k), end: t.end(k) },
        typed: t.word(k),
        right: asNamed(people, near.entry, near.form),
        people,
        slip,
        slot,
        real,
        likeness,
      };
    }
  }
  return best;
}

/** The word as the person's own name writes it. */
function asNamed(people: readonly Person[], key: string, form: string): string {
  for (const p of people) {
    for (const name of [p.name, ...p.also])
      for (const w of name.split(' ')) {
        if (keyOf(w) === key) return w.replace(/,$/, '');
        const plain = spelledOut(w);
        if (plain !== undefined && keyOf(plain) === key) return plain.replace(/,$/, '');
      }
  }
  return form;
}

const keyOf = (word: string): string =>
  fold(word)
    .replace(/[.,'’]/g, '')
    .replace(/-/g, ' ');
