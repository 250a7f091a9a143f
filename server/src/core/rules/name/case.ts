import { castOf } from '../../draft/mentions/cast';
import type { Draft, Placed } from '../../draft/draft';
import { phrase, type Tokens } from '../../draft/mentions/tokens';
import type { Knowledge, Person } from '../../knowledge/knowledge';
import type { DraftReport, DraftRule } from '../../lint/rule';
import { fold } from '../../text/fold';
import { isLetter } from '../../text/words';
import { wordsIn } from './capital-runs';
import { isFirstName, isOrdinary } from './lists';
import { keepsLower, lowerBody, partsDown } from './lower-bodies';

export const nameCase: DraftRule = {
  id: 'name/case',
  scope: 'draft',
  summary: 'A name, or a part of one, without its capital.',
  rationale: 'A lower-case name is a slip of the hand that every reader sees. Words that are names and common nouns at once are left alone.',
  severity: 'error',
  quotes: 'same',
  examples: {
    wrong: [
      { marked: 'The talks with ⟦donald⟧ Trump took an hour.', becomes: 'The talks with Donald Trump took an hour.' },
      { marked: 'The ⟦kremlin⟧ had no comment.', becomes: 'The Kremlin had no comment.' },
      { marked: 'He wrote for the Wall ⟦street⟧ Journal from the ⟦middle⟧ East.', becomes: 'He wrote for the Wall Street Journal from the Middle East.' },
      { marked: 'Donald Trump and Vladimir Putin met. The Trump-⟦putin⟧ meeting was short, as was ⟦trump⟧’s patience.', becomes: 'Donald Trump and Vladimir Putin met. The Trump-Putin meeting was short, as was Trump’s patience.' },
    ],
    stands: ['Donald Trump said he held the trump card.', 'They may polish the china in march, over a turkey and french fries.', 'Kim Jong-un met the Frenchman Charles de Gaulle admired.', 'Read it at example.com/trump-putin-meeting, says @kremlin.'],
  },
  *check(draft, { knowledge }) {
    const surnames = surnamesOf(draft, knowledge);
    for (const placed of draft.paragraphs) {
      const { text } = placed.paragraph;
      if (!/\p{Lu}/u.test(text)) continue;
      const t = wordsIn(placed.paragraph);
      for (let i = 0; i < t.words.count; i++) yield* wordAt(placed, t, i, surnames, knowledge);
    }
  },
};

/** The surnames of those whom the draft introduces, folded. */
function surnamesOf(draft: Draft, knowledge: Knowledge): ReadonlyMap<string, Person> {
  const out = new Map<string, Person>();
  for (const [name, people] of castOf(draft, knowledge).known) if (name.length > 3 && people.length > 0) out.set(name, people[0]!);
  return out;
}

const glued = /[@#/_\\=&]/;

function* wordAt(placed: Placed, t: Tokens, i: number, surnames: ReadonlyMap<string, Person>, knowledge: Knowledge): Generator<DraftReport> {
  const { text, bounds } = { text: t.text, bounds: t.words.bounds };
  const start = bounds[2 * i]!;
  const end = t.end(i);
  if (glued.test(text[start - 1] ?? '') || glued.test(text[bounds[2 * i + 1]!] ?? '') || (text[start - 1] === '.' && start > 1 && isLetter(text.charCodeAt(start - 2)))) return;
  const word = text.slice(start, end);
  if (word.includes('-')) {
    yield* compound(placed, t, i, word, surnames, knowledge);
    return;
  }
  for (const part of partsDown(t, i, knowledge)) yield say(placed, part.start, part.end, part.right, part.fact);
  if (t.capital(i) || word.length < 3 || !isLetter(text.charCodeAt(start))) return;
  if (placed.paragraph.mentions.some((m) => m.name.start <= start && start < m.name.end && m.form === 'surname')) return;
  const first = firstNameAt(t, i, word, knowledge);
  if (first) {
    yield say(placed, start, end, capitalised(word), first);
    return;
  }
  const body = lowerBody(word, knowledge);
  if (body && !keepsLower(t, i, word)) {
    yield say(placed, start, end, body.right, body.fact);
    return;
  }
  const bearer = surnames.get(word);
  if (bearer && !bearer.surname.startsWith(word) && (isOrdinary(word) ? isSurelyName(t, i, surnames) : !firstLowerOf(bearer, word))) yield say(placed, start, end, capitalised(word), `${bearer.name} is introduced in this draft`);
}

const capitalised = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

function say(placed: Placed, start: number, end: number, right: string, fact: string): DraftReport {
  const typed = placed.paragraph.text.slice(start, end);
  return { placed, span: { start, end }, message: `"${typed}" is part of a name: ${fact}. Write "${right}".`, fixes: [{ title: `Change "${typed}" to "${right}"`, confidence: 'certain', edits: [{ span: { start, end }, text: right }] }] };
}

/** "donald" before "Trump", "donald" before "trump", "trump" behind it: the fact, where the two are a known name. */
function firstNameAt(t: Tokens, i: number, word: string, knowledge: Knowledge): string | undefined {
  const folded = fold(word);
  if (i + 1 < t.words.count && t.joined(i) && (t.capital(i + 1) || isFirstName(folded)) && !isOrdinary(folded) && knowledge.isNameWord(folded)) {
    for (const last of [i + 2, i + 1]) {
      if (last >= t.words.count || !t.joined(last - 1)) continue;
      const person = knowledge.peopleNamed(phrase(t, i, last))[0];
      if (person && writesCapital(person, folded) && (t.capital(last) || !isOrdinary(fold(t.word(last))))) return `${person.name}`;
    }
  }
  if (i > 0 && t.joined(i - 1) && !isOrdinary(folded) && folded.length > 3) {
    const before = fold(t.word(i - 1));
    if (isFirstName(before) && (t.capital(i - 1) || !isOrdinary(before))) {
      const person = knowledge.peopleNamed(`${before} ${folded}`)[0];
      if (person && writesCapital(person, folded)) return `${person.name}`;
    }
  }
  return undefined;
}

/** The person's own name has the word with a capital. */
const writesCapital = (person: Person, folded: string): boolean => {
  const forms = [person.name, ...person.also].flatMap((n) => n.split(' ')).filter((w) => fold(w) === folded);
  return forms.length > 0 && forms.every((w) => w[0] === w[0]!.toUpperCase());
};
const firstLowerOf = (person: Person, word: string): boolean => [person.name, ...person.also].some((n) => n.split(' ').includes(word));

const saying = /^(?:said|says|told|tells|announced|announces|wrote|tweeted|posted|signed|vowed|insisted|claimed|denied|met|spoke|called|asked|added|warned|promised|pledged|threatened|argued|declared|boasted|tapped|nominated|appointed|fired|pardoned)$/;
const before = /^(?:and|of|by|with|to|from|for|under|during|throughout|since|after|before|between|against|about|on|in|that|when|while|as|but|if|because|over|than|like|versus|vs)$/;

/** A word that is a common noun too: sure only where a noun could not stand. */
function isSurelyName(t: Tokens, i: number, surnames: ReadonlyMap<string, Person>): boolean {
  const { bounds, count } = t.words;
  const other = (k: number): boolean => k >= 0 && k < count && t.capital(k) && surnames.has(fold(t.word(k)));
  const link = (a: number, b: number): boolean => /^ (?:&|and|&amp;) $/.test(t.text.slice(t.end(a), bounds[2 * b]));
  if ((i + 1 < count && other(i + 1) && / & /.test(t.text.slice(t.end(i), bounds[2 * i + 2]))) || (i > 0 && other(i - 1) && / & /.test(t.text.slice(t.end(i - 1), bounds[2 * i])))) return true;
  if (i + 2 < count && t.word(i + 1) === 'and' && other(i + 2) && link(i, i + 2)) return true;
  if (i > 1 && t.word(i - 1) === 'and' && other(i - 2) && link(i - 2, i)) return true;
  const opens = i === 0 || !t.joined(i - 1);
  const led = opens || before.test(t.word(i - 1).toLowerCase());
  if (t.end(i) < bounds[2 * i + 1]! && led) return true;
  return led && i + 1 < count && t.joined(i) && saying.test(t.word(i + 1));
}

/** "Trump-putin", "US-russia", "anti-american". */
function* compound(placed: Placed, t: Tokens, i: number, word: string, surnames: ReadonlyMap<string, Person>, knowledge: Knowledge): Generator<DraftReport> {
  const start = t.start(i);
  const parts = word.split('-');
  if (parts.length !== 2 || knowledge.isNameWord(word) || knowledge.bodiesWithWord(word).length > 0) return;
  const prefixed = /^(?:anti|pro|ex|non)$/i.test(parts[0]!);
  if (!prefixed && !/^\p{Lu}/u.test(parts[0]!) && !/^\p{Lu}/u.test(parts[1]!)) return;
  let at = start;
  for (const [n, part] of parts.entries()) {
    const from = at;
    at += part.length + 1;
    if (part.length < 4 || !/^\p{Ll}+$/u.test(part)) continue;
    const other = parts[1 - n]!;
    const body = lowerBody(part, knowledge);
    if (body) yield say(placed, from, from + part.length, body.right, body.fact);
    else {
      const bearer = surnames.get(part);
      const company = prefixed || surnames.has(fold(other)) || (knowledge.peopleSurnamed(other).length > 0 && /^\p{Lu}/u.test(other));
      if (bearer && company && (!isOrdinary(part) || surnames.has(fold(other)))) yield say(placed, from, from + part.length, capitalised(part), `${bearer.name} is introduced in this draft`);
    }
  }
}

