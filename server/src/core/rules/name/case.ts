import type { Draft, Paragraph, Placed } from '../../draft/draft';
import { castOf } from '../../draft/mentions/cast';
import { phrase, type Tokens } from '../../draft/mentions/tokens';
import { readOnce } from '../../draft/once';
import type { Knowledge, Person } from '../../knowledge/knowledge';
import type { DraftReport, DraftRule } from '../../lint/rule';
import { fold } from '../../text/fold';
import { isLetter } from '../../text/words';
import { isFirstName, isOrdinary } from './lists';
import { keepsLower, lowerBody, partsDown } from './lower-bodies';
import { halfDown, isLowerSurname, isSurelyName, type MixedCompound, mixedCompound } from './lower-surnames';
import { wordsIn } from './near/capital-runs';

export const nameCase: DraftRule = {
  id: 'name/case',
  scope: 'draft',
  summary: 'A name, or a part of one, without its capital.',
  rationale:
    'A lower-case name is a slip of the hand that every reader sees. Words that are names and common nouns at once are left alone.',
  severity: 'error',
  quotes: 'same',
  examples: {
    wrong: [
      { marked: 'The talks with ⟦donald⟧ Trump took an hour.', becomes: 'The talks with Donald Trump took an hour.' },
      { marked: 'The ⟦kremlin⟧ had no comment.', becomes: 'The Kremlin had no comment.' },
      {
        marked: 'He wrote for the Wall ⟦street⟧ Journal from the ⟦middle⟧ East.',
        becomes: 'He wrote for the Wall Street Journal from the Middle East.',
      },
      {
        marked: 'Donald Trump and Vladimir Putin met. The Trump-⟦putin⟧ meeting was short, as in ⟦trump⟧’s first term.',
        becomes: 'Donald Trump and Vladimir Putin met. The Trump-Putin meeting was short, as in Trump’s first term.',
      },
    ],
    stands: [
      'Donald Trump said he held the trump card.',
      'They may polish the china in march, over a turkey and french fries.',
      'Kim Jong-un met the Frenchman whom Charles de Gaulle admired.',
      'Read it at example.com/trump-putin-meeting, says @kremlin.',
    ],
  },
  *check(draft, { knowledge }) {
    const surnames = surnamesOf(draft, knowledge);
    for (const placed of draft.paragraphs) {
      for (const { start, end, right, fact } of namesDown(placed.paragraph, knowledge)) yield say(placed, start, end, right, fact);
      yield* surnamesDown(placed, surnames, knowledge);
    }
  },
};

/** The surnames of those whom the draft introduces, folded. */
function surnamesOf(draft: Draft, knowledge: Knowledge): ReadonlyMap<string, Person> {
  const out = new Map<string, Person>();
  for (const [name, people] of castOf(draft, knowledge).known) if (name.length > 3 && people[0]) out.set(name, people[0]);
  return out;
}

function say(placed: Placed, start: number, end: number, right: string, fact: string): DraftReport {
  const typed = placed.paragraph.text.slice(start, end);
  const message = `"${typed}" is part of a name: ${fact}. Write "${right}".`;
  return {
    placed,
    span: { start, end },
    message,
    fixes: [{ title: `Change "${typed}" to "${right}"`, confidence: 'certain', edits: [{ span: { start, end }, text: right }] }],
  };
}

interface Down {
  readonly start: number;
  readonly end: number;
  readonly right: string;
  readonly fact: string;
}

const capitalised = (word: string): string => word[0]!.toUpperCase() + word.slice(1);
const glue = /[@#/_\\=&]/;

/** Part of an address, a handle or a path. */
function glued(t: Tokens, i: number): boolean {
  const start = t.words.bounds[2 * i]!;
  const { text } = t;
  return (
    glue.test(text[start - 1] ?? '') ||
    glue.test(text[t.words.bounds[2 * i + 1]!] ?? '') ||
    (text[start - 1] === '.' && start > 1 && isLetter(text.charCodeAt(start - 2)))
  );
}

/** Names without a capital that show by themselves, whomever the draft introduces. */
const namesDown: (paragraph: Paragraph, knowledge: Knowledge) => readonly Down[] = readOnce((paragraph, knowledge) => {
  const out: Down[] = [];
  if (!/\p{Lu}/u.test(paragraph.text)) return out;
  const t = wordsIn(paragraph);
  for (let i = 0; i < t.words.count; i++) {
    for (const part of partsDown(t, i, knowledge)) if (!glued(t, i) && !out.some((d) => d.start === part.start)) out.push(part);
    if (t.capital(i)) continue;
    const start = t.start(i);
    const end = t.end(i);
    if (end - start < 3 || !isLetter(t.text.charCodeAt(start)) || paragraph.text.slice(start, end).includes('-')) continue;
    const right = firstNameAt(t, i, knowledge) ?? bodyAt(t, i, knowledge);
    if (!right || glued(t, i) || paragraph.mentions.some((m) => m.form === 'surname' && m.name.start <= start && start < m.name.end))
      continue;
    out.push({ start, end, ...right });
  }
  return out;
});

function bodyAt(t: Tokens, i: number, knowledge: Knowledge): { right: string; fact: string } | undefined {
  const word = t.word(i);
  const body = lowerBody(word, knowledge);
  return body && !keepsLower(t, i, word) ? body : undefined;
}

/** "donald" before "Trump", "donald" before "trump", "trump" behind it: where the two are a known name. */
function firstNameAt(t: Tokens, i: number, knowledge: Knowledge): { right: string; fact: string } | undefined {
  const word = t.folded(i);
  const found = (person: Person | undefined): { right: string; fact: string } | undefined =>
    person && writesCapital(person, word) ? { right: capitalised(t.word(i)), fact: person.name } : undefined;
  if (t.joined(i) && (t.capital(i + 1) || isFirstName(word)) && !isOrdinary(word) && knowledge.isNameWord(word)) {
    for (const last of [i + 2, i + 1]) {
      if (last >= t.words.count || !t.joined(last - 1) || (!t.capital(last) && modal.test(t.folded(last)))) continue;
      const right = found(knowledge.peopleNamed(phrase(t, i, last))[0]);
      if (right) return right;
    }
  }
  if (i === 0 || word.length < 4 || !t.joined(i - 1)) return undefined;
  const before = t.folded(i - 1);
  if (!isFirstName(before) || (t.capital(i - 1) ? isOrdinary(word) : isOrdinary(before) || modal.test(word))) return undefined;
  return found(knowledge.peopleNamed(`${before} ${word}`)[0]);
}

/** Surnames that are verbs behind a first name. */
const modal =
  /^(?:may|will|might|can|must|mark|wade|grant|pitt|page|ford|rose|told|low|long|love|hunt|cook|stone|park|banks|price|rice|read|sharp|short|smart|best|close|cross|fox|gates|good|grace|hope|hurt|loves|marks|may|moody|paid|ran|rush|sing|spoke|swift|waters|west|wolf|young)$/;

/** The person's own name has the word with a capital. */
function writesCapital(person: Person, folded: string): boolean {
  const forms = [person.name, ...person.also].flatMap((n) => n.split(' ')).filter((w) => fold(w) === folded);
  return forms.length > 0 && forms.every((w) => w[0] === w[0]!.toUpperCase());
}

/** Where a paragraph has lower-case words that are surnames, and compounds with a lower-case half. */
const lowerWords: (
  paragraph: Paragraph,
  knowledge: Knowledge,
) => { readonly alone: readonly number[]; readonly compounds: readonly MixedCompound[] } = readOnce((paragraph, knowledge) => {
  const t = wordsIn(paragraph);
  const alone: number[] = [];
  const compounds: MixedCompound[] = [];
  const mixed = /\p{Lu}/u.test(paragraph.text);
  for (let i = 0; mixed && i < t.words.count; i++) {
    if (t.end(i) - t.start(i) < 4) continue;
    const word = t.word(i);
    if (word.includes('-')) {
      const mixed = glued(t, i) ? undefined : mixedCompound(t, i, knowledge);
      if (mixed) compounds.push(mixed);
    } else if (!t.capital(i) && isLowerSurname(word, knowledge)) alone.push(i);
  }
  return { alone, compounds };
});

/** Surnames of the draft's own people, alone and in compounds. */
function* surnamesDown(placed: Placed, surnames: ReadonlyMap<string, Person>, knowledge: Knowledge): Generator<DraftReport> {
  const { alone, compounds } = lowerWords(placed.paragraph, knowledge);
  if (alone.length === 0 && compounds.length === 0) return;
  const t = wordsIn(placed.paragraph);
  for (const c of compounds)
    for (const { start, end, right, fact } of halfDown(c, surnames, knowledge)) yield say(placed, start, end, right, fact);
  for (const i of alone) {
    const word = t.word(i);
    const bearer = surnames.get(word);
    if (!bearer || glued(t, i) || lowerBody(word, knowledge) || firstNameAt(t, i, knowledge)) continue;
    if ([bearer.name, ...bearer.also].some((n) => n.split(' ').includes(word)) || (isOrdinary(word) && !isSurelyName(t, i, surnames)))
      continue;
    yield say(placed, t.start(i), t.end(i), capitalised(word), `${bearer.name} is introduced in this draft`);
  }
}
