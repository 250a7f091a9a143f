import type { Draft, Placed } from '../../draft/draft';
import { castOf } from '../../draft/mentions/cast';
import { readMentions } from '../../draft/mentions/read-mentions';
import { phrase, type Tokens } from '../../draft/mentions/tokens';
import { describeTenures } from '../../knowledge/describe';
import { holdsOn, type Knowledge, type Person } from '../../knowledge/knowledge';
import type { DraftReport, DraftRule } from '../../lint/rule';
import { fold } from '../../text/fold';
import type { Span } from '../../text/span';
import { wordsOf } from '../../text/words';
import { capitalRuns, isNameShaped, isOpener, wordsIn } from './capital-runs';
import { isCommonSurname, isFirstName, sameFirstName } from './lists';
import { slipOf } from './slip';

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
    for (const placed of draft.paragraphs) {
      const t = wordsIn(placed.paragraph);
      const known = placed.paragraph.mentions.filter((m) => m.form === 'full');
      for (const run of capitalRuns(t)) {
        for (let i = run.first; i < run.last; i++) {
          const start = t.start(i);
          if (known.some((m) => m.name.start <= start && start < m.name.end)) continue;
          const report = nameAt(draft, placed, t, i, run.first, run.last, knowledge);
          if (!report) continue;
          yield report;
          break;
        }
      }
    }
  },
};

function nameAt(
  draft: Draft,
  placed: Placed,
  t: Tokens,
  i: number,
  first: number,
  last: number,
  knowledge: Knowledge,
): DraftReport | undefined {
  const given = t.folded(i);
  if (!isNameShaped(t.word(i)) || !isFirstName(given) || isOpener(given)) return undefined;
  if (i > first && isFirstName(t.folded(i - 1)) && !isOpener(t.folded(i - 1))) return undefined;
  if (i + 1 !== last) return undefined;
  const surname = phrase(t, i + 1, last);
  const bearers = knowledge.peopleSurnamed(surname);
  if (bearers.length === 0 || bearers.length > 60 || knowledge.peopleNamed(phrase(t, i, last)).length > 0) return undefined;
  // somebody of that surname may go by it
  if (
    bearers.some((p) =>
      givenNames(p).some((g) => sameFirstName(g, given) || (slipOf(given, g)?.soundsAlike ?? false) || slipOf(given, g)?.kind === 'swap'),
    )
  )
    return undefined;
  const span = { start: t.start(i), end: t.end(last) };
  const person = byTitle(span, bearers, placed, draft, knowledge) ?? crossed(given, surname, bearers, draft, knowledge);
  if (!person) return undefined;
  const right = givenAs(person);
  if (!right || fold(right) === given) return undefined;
  const typed = placed.paragraph.text.slice(span.start, span.end);
  const word = { start: span.start, end: t.end(i) };
  return {
    placed,
    span,
    message: `"${typed}": ${person.name} is meant, or somebody whom we do not know. Check the first name.`,
    evidence: [{ text: describeTenures(person, draft.dateline.on) }],
    fixes: [{ title: `Change "${t.word(i)}" to "${right}"`, confidence: 'judgement', edits: [{ span: word, text: right }] }],
  };
}

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

/** The holder on the dateline of the office that stands before the name, or behind it. */
function byTitle(span: Span, bearers: readonly Person[], placed: Placed, draft: Draft, knowledge: Knowledge): Person | undefined {
  const { text } = placed.paragraph;
  const from = Math.max(0, span.start - 100);
  for (const person of bearers) {
    if (!person.tenures.some((x) => holdsOn(x, draft.dateline.on))) continue;
    const name = person.name.replace(/ \(.*\)$/, '');
    const trial = text.slice(from, span.start) + name + text.slice(span.end, span.end + 60);
    const at = span.start - from;
    const mention = readMentions(trial, wordsOf(trial), [{ start: 0, end: trial.length }], knowledge).find(
      (m) => m.name.start <= at && at < m.name.end,
    );
    for (const title of mention?.titles ?? []) {
      if (title.position !== 'before' || title.modifiers.length > 0) continue;
      if (
        person.tenures.some(
          (x) =>
            holdsOn(x, draft.dateline.on) &&
            title.offices.includes(x.office) &&
            (title.jurisdiction !== undefined || (x.office.rank <= 2 && !isCommonSurname(fold(person.surname)))),
        )
      )
        return person;
    }
  }
  return undefined;
}

/** Somebody of the draft whose first name another of the draft has: both are introduced, and the names are crossed. */
function crossed(given: string, surname: string, bearers: readonly Person[], draft: Draft, knowledge: Knowledge): Person | undefined {
  const { known } = castOf(draft, knowledge);
  const here = known.get(fold(surname))?.filter((p) => bearers.includes(p)) ?? [];
  const candidates = here.length
    ? here
    : !isCommonSurname(fold(surname)) &&
        bearers.filter((p) => p.tenures.some((x) => x.office.rank === 1 && holdsOn(x, draft.dateline.on))).length === 1
      ? bearers.filter((p) => p.tenures.some((x) => x.office.rank === 1 && holdsOn(x, draft.dateline.on)))
      : [];
  if (candidates.length !== 1) return undefined;
  for (const people of known.values()) {
    for (const p of people) {
      if (p === candidates[0] || fold(p.surname) === fold(surname)) continue;
      if (givenNames(p)[0] === given && p.tenures.some((x) => x.office.rank <= 2) && candidates[0]!.tenures.some((x) => x.office.rank <= 2))
        return candidates[0];
    }
  }
  return undefined;
}
