import type { CivilDate } from '../../calendar/civil-date';
import type { Draft, Paragraph, Placed } from '../../draft/draft';
import { castOf } from '../../draft/mentions/cast';
import { readMentions } from '../../draft/mentions/read-mentions';
import { phrase } from '../../draft/mentions/tokens';
import { readOnce } from '../../draft/once';
import { describeTenures } from '../../knowledge/describe';
import { holdsOn, type Knowledge, type Person } from '../../knowledge/knowledge';
import type { DraftRule } from '../../lint/rule';
import { fold } from '../../text/fold';
import type { Span } from '../../text/span';
import { wordsOf } from '../../text/words';
import { isCommonSurname, isFirstName, sameFirstName } from './lists';
import { capitalRuns, isNameShaped, isOpener, wordsIn } from './near/capital-runs';
import { slipOf } from './near/slip';

export const wrongFirstName: DraftRule = {
  id: 'name/wrong-first-name',
  scope: 'draft',
  summary: 'The right surname with somebody else’s first name.',
  rationale: 'Two leaders at one table swap first names easily, and both halves look right.',
  severity: 'warning',
  quotes: 'same',
  examples: {
    wrong: [
      { marked: 'Emmanuel Macron received him. ⟦Vladimir Macron⟧ and ⟦Emmanuel Putin⟧ then talked; Vladimir Putin left first.' },
      { marked: 'Russian President ⟦Dmitry Putin⟧ spoke first.', becomes: 'Russian President Vladimir Putin spoke first.' },
    ],
    stands: [
      'Vladimir Putin and Emmanuel Macron talked.',
      'Mary Trump, his niece, and Jared Kushner were there.',
      'Joseph Biden became president.',
      { text: 'Prime Minister Tony Blair and his wife, Cherie Blair, went home.', asOf: '2004-05-05' },
    ],
  },
  *check(draft, { knowledge }) {
    const all = draft.paragraphs.flatMap((placed) => oddPairs(placed.paragraph, knowledge));
    if (all.length === 0) return;
    for (const placed of draft.paragraphs) {
      for (const odd of oddPairs(placed.paragraph, knowledge)) {
        const person = byTitle(odd, placed, draft, knowledge) ?? crossed(odd, draft, knowledge) ?? swapped(odd, all);
        const right = person && givenAs(person);
        if (!right || fold(right) === odd.given) continue;
        const typed = placed.paragraph.text.slice(odd.span.start, odd.span.end);
        const first = placed.paragraph.text.slice(odd.first.start, odd.first.end);
        yield {
          placed,
          span: odd.span,
          message: `"${typed}": ${shown(person)} is meant, or somebody whom we do not know. Check the first name.`,
          evidence: [{ text: describeTenures(person, draft.dateline.on) }],
          fixes: [{ title: `Change "${first}" to "${right}"`, confidence: 'judgement', edits: [{ span: odd.first, text: right }] }],
        };
      }
    }
  },
};

/** A common first name before a surname that others bear, and nobody with it. */
interface OddPair {
  readonly span: Span;
  readonly first: Span;
  readonly given: string;
  readonly surname: string;
  readonly bearers: readonly Person[];
}

const oddPairs: (paragraph: Paragraph, knowledge: Knowledge) => readonly OddPair[] = readOnce((paragraph, knowledge) => {
  const out: OddPair[] = [];
  const t = wordsIn(paragraph);
  const known = paragraph.mentions.filter((m) => m.form === 'full');
  for (const run of capitalRuns(t)) {
    const i = run.last - 1;
    if (i < run.first) continue;
    const given = t.folded(i);
    const start = t.start(i);
    if (
      !isFirstName(given) ||
      isOpener(given) ||
      !isNameShaped(t.word(i)) ||
      known.some((m) => m.name.start <= start && start < m.name.end)
    )
      continue;
    if (i > run.first && isFirstName(t.folded(i - 1)) && !isOpener(t.folded(i - 1))) continue;
    const surname = phrase(t, run.last, run.last);
    const bearers = knowledge.peopleSurnamed(surname);
    if (bearers.length === 0 || bearers.length > 60 || knowledge.peopleNamed(phrase(t, i, run.last)).length > 0) continue;
    if (bearers.some((p) => givenNames(p).some((g) => mayBe(given, g)))) continue;
    out.push({ span: { start, end: t.end(run.last) }, first: { start, end: t.end(i) }, given, surname: fold(surname), bearers });
  }
  return out;
});

/** One person may go by both, or one is a slip of the other, which is another rule's matter. */
function mayBe(given: string, other: string): boolean {
  if (sameFirstName(given, other)) return true;
  const slip = slipOf(given, other);
  return slip !== undefined && (slip.soundsAlike || slip.kind === 'swap');
}

const shown = (person: Person): string => person.name.replace(/ \(.*\)$/, '');

/** First and middle names of all forms of a name. */
function givenNames(person: Person): string[] {
  const family = new Set(fold(person.surname).split(/[ -]/));
  const out = new Set<string>();
  for (const name of [person.name, ...person.also])
    for (const w of fold(name)
      .replace(/[.,“”"]/g, '')
      .split(/[ -]/))
      if (!family.has(w) && w.length > 1) out.add(w);
  return [...out];
}

const givenAs = (person: Person): string | undefined => {
  const end = person.name.lastIndexOf(` ${person.surname}`);
  return end > 0 ? person.name.slice(0, end) : undefined;
};

const titled = new WeakMap<OddPair, { readonly person: Person | undefined }>();

/** The holder on the dateline of the office that stands before the name. */
function byTitle(odd: OddPair, placed: Placed, draft: Draft, knowledge: Knowledge): Person | undefined {
  let made = titled.get(odd);
  if (!made) {
    const { text } = placed.paragraph;
    const follows = /[\p{L}.] $/u.test(text.slice(Math.max(0, odd.span.start - 2), odd.span.start));
    made = { person: follows ? odd.bearers.find((p) => holdsTitle(p, odd, text, draft.dateline.on, knowledge)) : undefined };
    titled.set(odd, made);
  }
  return made.person;
}

/** True where the title before the name, once it is the person's, is of an office that the person holds on the day. */
function holdsTitle(person: Person, { span }: OddPair, text: string, on: CivilDate, knowledge: Knowledge): boolean {
  const now = person.tenures.filter((x) => holdsOn(x, on));
  if (now.length === 0) return false;
  const from = Math.max(0, span.start - 100);
  const trial = text.slice(from, span.start) + shown(person) + text.slice(span.end, span.end + 60);
  const at = span.start - from;
  const mentions = readMentions(trial, wordsOf(trial), [{ start: 0, end: trial.length }], knowledge);
  const titles = mentions.find((m) => m.name.start <= at && at < m.name.end)?.titles ?? [];
  const rare = !isCommonSurname(fold(person.surname));
  return titles.some(
    (title) =>
      title.position === 'before' &&
      title.modifiers.length === 0 &&
      now.some((x) => title.offices.includes(x.office) && (title.jurisdiction !== undefined || (rare && x.office.rank <= 2))),
  );
}

/** "Vladimir Biden and Joe Putin": two odd names of a draft that come right when they change their first names, of people in high office. */
function swapped(odd: OddPair, all: readonly OddPair[]): Person | undefined {
  const fits = (given: string, p: Person): boolean =>
    leads(p) &&
    givenNames(p)
      .slice(0, 1)
      .some((g) => sameFirstName(given, g));
  const meant = new Set<Person>();
  for (const other of all) {
    if (other.surname === odd.surname || !other.bearers.some((q) => fits(odd.given, q))) continue;
    for (const p of odd.bearers) if (fits(other.given, p)) meant.add(p);
  }
  return meant.size === 1 ? [...meant][0] : undefined;
}

const leads = (p: Person): boolean => p.tenures.some((x) => x.office.rank <= 2);

/** Somebody of high office whose first name was swapped with another's: both are told of, or the surname is a sitting head's alone. */
function crossed(odd: OddPair, draft: Draft, knowledge: Knowledge): Person | undefined {
  const { known } = castOf(draft, knowledge);
  const here = known.get(odd.surname)?.filter((p) => odd.bearers.includes(p) && leads(p)) ?? [];
  const sitting = (p: Person): boolean => p.tenures.some((x) => x.office.rank === 1 && holdsOn(x, draft.dateline.on));
  const meant = here.length > 0 || isCommonSurname(odd.surname) ? here : odd.bearers.filter(sitting);
  if (meant.length !== 1) return undefined;
  for (const people of known.values()) {
    if (people.some((p) => p !== meant[0] && leads(p) && fold(p.surname) !== odd.surname && givenNames(p)[0] === odd.given))
      return meant[0];
  }
  return undefined;
}
