import { type CivilDate, yearOf } from '../../calendar/civil-date';
import type { Draft, Mention, Placed, TitleMention } from '../../draft/draft';
import { castOf } from '../../draft/mentions/cast';
import { describeTenures } from '../../knowledge/describe';
import { holdsOn, type Knowledge, type Office, type Person } from '../../knowledge/knowledge';
import type { DraftReport, DraftRule, Fix } from '../../lint/rule';
import { fold } from '../../text/fold';
import { unexplained } from './abbreviations';
import { isCommonSurname, isOrdinary } from './lists';
import { isOpener } from './near/capital-runs';

export const firstReference: DraftRule = {
  id: 'name/first-reference',
  scope: 'draft',
  summary: 'A first mention by surname alone, an abbreviation that is never spelled out, a person introduced twice, titles in a stack.',
  rationale: 'The reader who comes in cold needs the full name and the post once, at the first mention, and not again.',
  severity: 'info',
  quotes: 'skip',
  examples: {
    wrong: [
      { marked: 'A British minister, ⟦Lammy⟧, was there.' },
      {
        marked: 'Emmanuel Macron, the French president, spoke.\n\nThe rain fell. ⟦Emmanuel Macron⟧, the French president, left.',
        asOf: '2023-03-01',
      },
      { marked: 'The ⟦OPCW⟧ sent a team.' },
    ],
    stands: [
      'David Lammy was there. Lammy left early.',
      'President Volodymyr Zelensky met advisers. Zelensky said so.',
      'The Organization for the Prohibition of Chemical Weapons, or OPCW, sent a team.',
      'Emmanuel Macron, the French president, spoke. Macron left.',
    ],
  },
  *check(draft, { knowledge }) {
    yield* surnamesOnly(draft, knowledge);
    yield* introducedTwice(draft);
    yield* unexplained(draft, knowledge);
  },
};

const running = (placed: Placed): boolean =>
  placed.paragraph.kind === 'prose' || placed.paragraph.kind === 'item' || placed.paragraph.kind === 'line';

function* surnamesOnly(draft: Draft, knowledge: Knowledge): Generator<DraftReport> {
  const seen = new Set<string>();
  /** Also by another spelling of the name. */
  const introduced = new Set<Person>();
  const { known, strangers } = castOf(draft, knowledge);
  for (const placed of draft.paragraphs) {
    for (const mention of placed.paragraph.mentions) {
      const surname = fold(placed.paragraph.text.slice(mention.name.start, mention.name.end));
      if (mention.form === 'full')
        for (const p of mention.people) {
          seen.add(fold(p.surname));
          introduced.add(p);
        }
      if (mention.form !== 'surname' || !running(placed) || seen.has(surname) || strangers.has(surname)) continue;
      seen.add(surname);
      if (mention.people.some((p) => introduced.has(p)) || particle.test(placed.paragraph.text.slice(0, mention.name.start))) continue;
      if (
        surname.length < 4 ||
        isOrdinary(surname) ||
        isCommonSurname(surname) ||
        isOpener(surname) ||
        knowledge.bodiesNamed(surname).length > 0
      )
        continue;
      if (notTheirs(placed.paragraph.text, mention)) continue;
      const person = likeliest(mention, draft);
      if (!person || mention.titles.some((t) => t.offices.length > 0)) continue;
      const later = known.get(fold(person.surname))?.includes(person) === true;
      if (!later && !isInTheNews(person, draft.dateline.on) && !vague.test(placed.paragraph.text.slice(0, mention.name.start))) continue;
      yield {
        placed,
        span: mention.name,
        message: `"${surnameIn(placed, mention)}" is the first mention, ${later ? 'and the full name comes only later' : 'and the full name never comes'}. Write "${shown(person.name)}" here.`,
        evidence: [{ text: describeTenures(person, draft.dateline.on) }],
        fixes: introductions(placed, mention, person, draft),
      };
    }
  }
}

/** Before the last word of a longer name. */
const particle = /\b(?:van|von|der|den|de|la|del|di|da|du|dos|bin|ibn|al|el|ter|ten) $/;
const before =
  /\b(?:the|an?|first|second|no|every|so-called|(?:his|her|my|our|their|the) (?:brother|sister|son|daughter|father|mother|wife|husband|uncle|aunt|cousin|friend|dog|cat)|called|named|mr|mrs|ms|miss|dr)\.? $/i;
/** A contraction, a place that somebody is of, somebody's kin or a plain "Mr": a word that is the surname of somebody known and does not speak of them. */
function notTheirs(text: string, { name }: Mention): boolean {
  return (
    /^\p{L}['’]/u.test(text.slice(name.start, name.start + 2)) ||
    before.test(text.slice(Math.max(0, name.start - 24), name.start)) ||
    /\b(?:out of|in|near|outside) $/i.test(text.slice(Math.max(0, name.start - 9), name.start)) ||
    (/\bof $/i.test(text.slice(Math.max(0, name.start - 9), name.start)) && /^(?:, |\.? ?$)/.test(text.slice(name.end, name.end + 2)))
  );
}

/** In the news by office: in one on the day, or in the years before it. Of anybody else the surname alone may be a namesake's. */
const YEARS = 6;
function isInTheNews(person: Person, on: CivilDate): boolean {
  return person.tenures.some((t) => holdsOn(t, on) || (t.until !== undefined && t.until <= on && yearOf(on) - yearOf(t.until) <= YEARS));
}

const surnameIn = (placed: Placed, m: Mention): string => placed.paragraph.text.slice(m.name.start, m.name.end);
const shown = (name: string): string => name.replace(/ \(.*\)$/, '');

/** The one whom the surname means when nobody says: alone of that name, or alone in office on the day. */
function likeliest(mention: Mention, draft: Draft): Person | undefined {
  if (mention.people.length === 1) return mention.people[0];
  const sitting = mention.people.filter((p) => p.tenures.some((t) => t.office.rank <= 2 && holdsOn(t, draft.dateline.on)));
  return sitting.length === 1 ? sitting[0] : undefined;
}

const vague =
  /\b(?:an?|one|the) (?:(?:senior|top|high-ranking|former|unnamed|U\.S\.|US|American|Russian|Ukrainian|Israeli|British|European|Western|government|White House|Kremlin|State Department) ){0,3}(?:official|aide|adviser|advisor|envoy|diplomat|lawmaker|minister|negotiator|representative|spokesman|spokeswoman|spokesperson|leader|ally|figure), $/i;

/** The full name; in place of "a British minister, Lammy," the full name and what the person is. */
function introductions(placed: Placed, mention: Mention, person: Person, draft: Draft): Fix[] {
  const { text } = placed.paragraph;
  const typed = surnameIn(placed, mention);
  const name = shown(person.name);
  const plain: Fix = { title: `Change "${typed}" to "${name}"`, confidence: 'judgement', edits: [{ span: mention.name, text: name }] };
  const before = vague.exec(text.slice(0, mention.name.start));
  const post = person.tenures.filter((t) => holdsOn(t, draft.dateline.on)).sort((a, b) => a.office.rank - b.office.rank)[0];
  const role = post ? asCopy(post.office) : person.role?.replace(/,.*$/, '');
  if (!before || !role || text[mention.name.end] !== ',') return [plain];
  const span = { start: before.index, end: mention.name.end };
  return [
    { title: `Introduce as "${name}, the ${role}"`, confidence: 'judgement', edits: [{ span, text: `${name}, the ${role}` }] },
    plain,
  ];
}

/** "U.S. special envoy", "Russian foreign minister". */
function asCopy(office: Office): string {
  const title = office.titles[0] ?? office.kind;
  const nation = office.of.kind === 'country' ? office.of.adjectives[0] : undefined;
  return nation ? `${nation} ${title.toLowerCase()}` : title;
}

/** Titles one over another; a rank or a form of address beside an office is none, nor an apposition: "the Governor, General Jane Example". */
function isStack({ titles, name }: Mention, { paragraph: { text } }: Placed): boolean {
  const word = (t: TitleMention): string => text.slice(t.office.start, t.office.end);
  const before = titles.filter((t) => t.position === 'before');
  if (before.length < 2 || /,/.test(text.slice(before[0]!.office.end, name.start))) return false;
  return before.filter((t) => !rank.test(word(t))).length > 1;
}
const rank =
  /^(?:(?:major|brigadier|lieutenant|lt|maj|brig|rear|vice|air|field|group|wing|squadron)\.?[- ])?(?:general|gen|colonel|col|major|maj|captain|capt|admiral|adm|marshal|commander|lieutenant|sergeant|sheik|sheikh|shaikh|ayatollah|king|queen|prince|princess|crown prince|emir|sir|lord|cardinal|chief|senator|professor)\.?$/i;

/** The full name with a title in apposition, though it stood so before. */
function* introducedTwice(draft: Draft): Generator<DraftReport> {
  const first = new Map<Person, { placed: Placed; mention: Mention }>();
  for (const placed of draft.paragraphs) {
    if (!running(placed)) continue;
    for (const mention of placed.paragraph.mentions) {
      if (isStack(mention, placed)) {
        const typed = placed.paragraph.text.slice(mention.span.start, mention.span.end);
        yield { placed, span: mention.span, message: `"${typed}": one title over another. Keep the one that the story needs.` };
      }
      if (mention.form !== 'full' || mention.people.length !== 1) continue;
      const person = mention.people[0]!;
      const introduces = mention.titles.some((t) => t.position === 'after');
      const before = first.get(person);
      if (!before) {
        if (mention.titles.length > 0) first.set(person, { placed, mention });
      } else if (introduces && before.placed !== placed && person.surname) {
        const typed = placed.paragraph.text.slice(mention.name.start, mention.name.end);
        yield {
          placed,
          span: mention.name,
          message: `"${typed}" is introduced a second time. The surname will do.`,
          related: [{ placed: before.placed, span: before.mention.name, message: 'introduced here' }],
          fixes: [
            {
              title: `Change "${typed}" to "${person.surname}"`,
              confidence: 'judgement',
              edits: [{ span: mention.name, text: person.surname }],
            },
          ],
        };
      }
    }
  }
}
