import type { CivilDate } from '../../../calendar/civil-date';
import type { Paragraph } from '../../../draft/draft';
import { readMentions } from '../../../draft/mentions/read-mentions';
import type { Body, Knowledge, Person } from '../../../knowledge/knowledge';
import { fold } from '../../../text/fold';
import { lettered } from '../../../text/letters';
import { wordsOf } from '../../../text/words';
import type { NearPerson } from './near-people';

/** What the paragraph says for or against a near name's being a person's. */
export interface LocalContext {
  readonly person: Person;
  readonly points: number;
  /** Places and organisations of the person's posts, none of which the paragraph names: whether the draft does is to be asked. */
  readonly abroad: readonly Body[];
}

/** Characters of the paragraph on either side that are taken to speak of the name. */
const reach = 240;

const kept = new WeakMap<NearPerson, readonly LocalContext[]>();

/** The points of each of those who may be meant, by the paragraph alone. Kept with the near name, which lives as long as its paragraph. */
export function localContexts(near: NearPerson, paragraph: Paragraph, on: CivilDate, knowledge: Knowledge): readonly LocalContext[] {
  let made = kept.get(near);
  if (!made) {
    made = near.people.map((person) => about(near, person, paragraph, on, knowledge));
    kept.set(near, made);
  }
  return made;
}

function about(near: NearPerson, person: Person, paragraph: Paragraph, on: CivilDate, knowledge: Knowledge): LocalContext {
  let points = titles(near, person, paragraph, knowledge) + stranger(near, person, paragraph, on);
  points += Math.min(4, roleWords(near, person, paragraph)) + company(person, paragraph) - (present(person, on) ? 0 : 0.5);
  const homes = homesOf(person, knowledge);
  if (homes.some((b) => b.id !== 'united-states' && namedIn(b, paragraph.text))) return { person, points: points + 2, abroad: [] };
  return { person, points, abroad: homes.some((b) => b.id === 'united-states') ? [] : homes };
}

/** What the titles are that stand with the name once it is put right: borne by the person, or by others alone. */
function titles(near: NearPerson, person: Person, paragraph: Paragraph, knowledge: Knowledge): number {
  const from = Math.max(0, near.span.start - reach);
  const to = Math.min(paragraph.text.length, near.span.end + reach);
  const name = person.name.replace(/ \(.*\)$/, '');
  const text = paragraph.text.slice(from, near.span.start) + name + paragraph.text.slice(near.span.end, to);
  const at = near.span.start - from;
  const mention = readMentions(text, wordsOf(text), [{ start: 0, end: text.length }], knowledge).find(
    (m) => m.name.start <= at && at < m.name.end,
  );
  let points = 0;
  for (const title of mention?.titles ?? []) {
    if (title.offices.length === 0) continue;
    if (title.offices.some((o) => person.tenures.some((t) => t.office === o))) points = Math.max(points, 4);
    else if (person.tenures.length > 0 && points === 0 && title.jurisdiction === undefined) points = -1;
  }
  const after = text.slice(at + name.length, at + name.length + 30);
  const party = /^,? ?[([]?(?:[RDI]|DFL|Ind)(?:[-–.,/]| ?\()/.test(after);
  if (party && person.tenures.some((t) => /^(?:senator|representative|governor|delegate|president|vice-president)$/.test(t.office.kind)))
    points += 3;
  return points;
}

const age = /^,? (?:aged? )?(\d{1,3})(?=[,.);\s])(?! (?:percent|per cent|million|billion|times|years in))/;
const from = lettered(() => /^,? of (?:the )?\p{Lu}/u);
const unnamed =
  /^,? (?:is )?an? (?:\d+-year-old |local |retired |former |longtime |registered |single |high school |middle school )*(?:resident|nurse|plumber|teacher|student|driver|farmer|voter|homeowner|mother|father|retiree|neighbor|neighbour|waitress|bartender|mechanic|carpenter|engineer|professor|lecturer|researcher|scientist|historian|analyst|economist|attorney|lawyer|physician|doctor|dentist|consultant|staff|senior|spokes\w+|assistant|associate|graduate|grad|freshman|sophomore|junior|veteran|native|friend|worker|clerk|salesman|owner|manager|volunteer|pastor|minister|rabbi|member|partner|postdoctoral|fellow|co-?author|co-?founder)\b/;
/** "A Green Party candidate, ": whom the reader is not thought to know. */
const indefinite = lettered(() => /(?:^|[.!?,;] |["“])[Aa]n? (?:[\p{L}.’-]{1,20} ){0,6}[\p{L}’-]{3,20}, $/u);
const credit = lettered(
  () =>
    /(?:(?:^|[.!?)\n] ?)(?:By|BY) (?:\p{Lu}[\p{L}.]+ \p{Lu}[\p{L}]+(?:,| and) )*|\b(?:[Pp]hoto(?:graph)?s?|[Ii]mages?|[Ii]llustrations?|[Ee]diting|[Rr]eporting|[Cc]ompiled|[Ww]ritten)(?: by|:) (?:[^.]{0,40})|\b(?:[Ss]taff|[Cc]ontributing|[Ss]enior) (?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?|[Ee]ditors?) (?:[^.]{0,60})|[Cc]ontribut(?:ed|ing): (?:[^.]{0,60})|©\s*)$/u,
);
const credited = lettered(
  () => /^ ?(?:\/ ?(?:AP|AFP|Reuters|Getty|The |EPA|Bloomberg)|for (?:The )?\p{Lu}|contributed to|reported from|reports from)/u,
);

/** Signs that somebody is told of whom nobody knows: an age, a home, a trade; bylines and credits. */
function stranger(near: NearPerson, person: Person, paragraph: Paragraph, on: CivilDate): number {
  const { text } = paragraph;
  const after = text.slice(near.span.end, near.span.end + 80);
  const before = text.slice(Math.max(0, near.span.start - 60), near.span.start);
  let points = 0;
  const years = age.exec(after) ?? /^,? (?:is )?an? (\d{1,3})-year-old/.exec(after);
  if (years) points += person.born && Math.abs(Number(on.slice(0, 4)) - Number(person.born.slice(0, 4)) - Number(years[1])) <= 1 ? 3 : -3;
  else if (unnamed.test(after)) points -= 2;
  if (/^,/.test(after) && indefinite(before).test(before)) points -= 2;
  if (from(after).test(after) && person.tenures.length === 0) points -= 2;
  if (credit(before).test(before) || credited(after).test(after)) points -= 2;
  return points;
}

const stopped = new Set(
  'with from that this than their have been were other former since first before after over under between during into about also known first last best wife husband brother sister daughter mother father half reporter journalist commentator figure news'.split(
    ' ',
  ),
);

/** A point and a half for each word of what the person is known for that stands near the name. */
function roleWords(near: NearPerson, person: Person, paragraph: Paragraph): number {
  const around = fold(
    `${paragraph.text.slice(Math.max(0, near.span.start - reach), near.span.start)} ${paragraph.text.slice(near.span.end, near.span.end + reach)}`,
  );
  const there = new Set(around.split(/[^\p{L}\d]+/u).map(stem));
  const own = new Set([fold(near.typed), ...fold(person.name).split(' ')]);
  let points = 0;
  for (const word of new Set(knownFor(person).split(/[^\p{L}\d]+/u))) {
    if (word.length < 4 || stopped.has(word) || own.has(word)) continue;
    if (there.has(stem(word)) || trades.some((t) => t.test(word) && t.test(around))) points += 1.5;
  }
  return points;
}

/** The role, and the words of the titles borne. */
const knownFor = (person: Person): string =>
  fold(
    `${person.role ?? ''} ${person.tenures.map((t) => `${t.office.titles[0] ?? ''} ${t.office.of.kind === 'country' ? '' : t.office.of.name}`).join(' ')}`,
  );

/** Words for one trade. */
const trades: readonly RegExp[] = [
  /\b(?:lawyer|attorney|counsel|fixer|solicitor|barrister)\b/,
  /\b(?:spy|spies|intelligence|espionage|agent|dossier)\b/,
  /\b(?:actor|actress|film|movie|hollywood|oscar|star)\b/,
  /\b(?:journalist|reporter|columnist|anchor|correspondent|broadcaster|blogger|host|tv|television)\b/,
  /\b(?:singer|musician|rapper|pop|album|songwriter|band|concert)\b/,
  /\b(?:billionaire|businessman|entrepreneur|tycoon|executive|chief executive|ceo|founder|investor|financier)\b/,
  /\b(?:adviser|advisor|aide|strategist|campaign|consultant)\b/,
  /\b(?:suspect|bomber|gunman|killer|convicted|sentenced|shooting|bombing|murder|killed)\b/,
  /\b(?:writer|author|novelist|book|novel)\b/,
  /\b(?:player|quarterback|striker|coach|athlete|champion|tournament|league|olympics?)\b/,
];
const stem = (word: string): string => (word.length > 5 ? word.replace(/(?:ies|es|s|ing|ed|er|or|ment|ist)$/, '') : word.replace(/s$/, ''));

/** Points for others of the same office or family in the paragraph, and for those whom the role names. */
function company(person: Person, paragraph: Paragraph): number {
  const surname = fold(person.surname);
  const offices = new Set(person.tenures.map((t) => t.office));
  const bodies = new Set(person.tenures.map((t) => t.office.of.id));
  const role = person.role ? fold(person.role) : '';
  const beside = (p: Person): boolean => {
    const name = fold(p.surname);
    if (p === person) return false;
    if (name === surname || p.tenures.some((t) => offices.has(t.office) || bodies.has(t.office.of.id))) return true;
    return (name.length > 3 && role.includes(name)) || (surname.length > 3 && p.role !== undefined && fold(p.role).includes(surname));
  };
  const here = new Set<Person>();
  for (const m of paragraph.mentions) {
    const one = m.form === 'full' ? m.people.find(beside) : undefined;
    if (one) here.add(one);
  }
  return here.size > 0 ? Math.min(4, 1 + here.size) : 0;
}

/** The places and organisations that the person's posts are of. */
function homesOf(person: Person, knowledge: Knowledge): Body[] {
  const out = new Set<Body>();
  for (const { office } of person.tenures) {
    for (let b: Body | undefined = office.of, depth = 0; b && depth < 3; b = b.in ? knowledge.body(b.in) : undefined, depth++) out.add(b);
  }
  return [...out];
}

/** True where the text has the name of the body, one of its variants or an adjective. */
export const namedIn = (b: Body, text: string): boolean =>
  [b.name, ...b.adjectives, ...b.also].some((n) => n.length > 2 && text.includes(n));

/** Alive, and in the news within a generation of the day. */
function present(person: Person, on: CivilDate): boolean {
  const year = Number(on.slice(0, 4));
  if (person.died && Number(person.died.slice(0, 4)) < year - 10) return false;
  if (person.tenures.length === 0) return true;
  return person.tenures.some(
    (t) => Number(t.from.slice(0, 4)) <= year + 2 && (t.until === undefined || Number(t.until.slice(0, 4)) >= year - 20),
  );
}
