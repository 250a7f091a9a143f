import type { Paragraph } from '../../../draft/draft';
import { bodyForms, type Forms, titleForms } from '../../../draft/mentions/forms';
import { phrase, type Tokens } from '../../../draft/mentions/tokens';
import { readOnce } from '../../../draft/once';
import { describeOffice } from '../../../knowledge/describe';
import type { Knowledge } from '../../../knowledge/knowledge';
import type { Span } from '../../../text/span';
import { isFirstName, isOrdinary } from '../lists';
import { aboutBody, bare, british, homeFollows, inflected, isWord, properly, raw, spells } from './body-words';
import { isNameShaped, isOpener, wordsIn } from './capital-runs';
import { lonePlace } from './lone-place';
import { slipOf, weightOf } from './slip';

/** A name of a place, an organisation or an office, one word of which is wrong. */
export interface NearBody {
  /** The whole name, and the word that is wrong. */
  readonly span: Span;
  readonly word: Span;
  /** The right name, and the right word. */
  readonly right: string;
  readonly rightWord: string;
  /** What it is, as evidence. */
  readonly about: string;
}

/** A near-miss with the index of its last word. */
export interface Found {
  readonly near: NearBody;
  readonly last: number;
  readonly points: number;
}

/** Points from which a slip in a name of a body is marked. */
const enough = 2.5;

export const nearBodies: (paragraph: Paragraph, knowledge: Knowledge) => readonly NearBody[] = readOnce((paragraph, knowledge) => {
  const out: NearBody[] = [];
  const t = wordsIn(paragraph);
  const people = paragraph.mentions.filter((m) => m.form === 'full');
  for (let i = 0; i < t.words.count; i++) {
    if (!t.capital(i)) continue;
    const start = t.start(i);
    if (people.some((m) => m.name.start <= start && start < m.name.end)) continue;
    const found = bodyNear(t, i, knowledge);
    if (!found) continue;
    out.push(found.near);
    i = found.last;
  }
  return out;
});

/** Words inside names that have no capital, and do not count as matches. */
const small = new Set('of the and for in de la du des del et & a to on at al el'.split(' '));
const linked = (t: Tokens, i: number): boolean => i + 1 < t.words.count && t.joined(i) && (t.capital(i + 1) || small.has(t.word(i + 1)));

function bodyNear(t: Tokens, i: number, knowledge: Knowledge): Found | undefined {
  const first = t.folded(i);
  if (first.length < 2 || isOpener(first)) return undefined;
  const longer = linked(t, i);
  let best: Found | undefined;
  const take = (found: Found | undefined): void => {
    if (found && (!best || found.points > best.points)) best = found;
  };
  if (longer) {
    const forms = [...candidates(t, i, bodyForms(knowledge, first)), ...candidates(t, i, titleForms(knowledge, first))];
    if (forms.some((f) => spells(t, i, f))) return undefined;
    for (const form of forms) take(compare(t, i, form, knowledge));
  }
  if (!isNameShaped(t.word(i)) || first.length < 4) return best;
  if (longer && !isFirstName(first)) {
    for (const near of knowledge.nearWords(first, first.length >= 8 ? 2 : 1)) {
      if (near.distance === 0 || near.entry[0] !== first[0]) continue;
      // another spelling of the nearest name, and so no slip of one further off
      if (british(near.entry) === british(first)) break;
      for (const form of bodyForms(knowledge, near.entry)?.longer.get(t.folded(i + 1)) ?? []) take(compare(t, i, form.text, knowledge));
    }
  }
  return best ?? lonePlace(t, i, first, knowledge);
}

/** The forms whose second word is that of the text, or may be meant by it. */
function candidates(t: Tokens, i: number, forms: Forms<unknown> | undefined): string[] {
  if (!forms || forms.longer.size === 0) return [];
  const second = bare(t.folded(i + 1));
  const out: string[] = [];
  for (const [word, list] of forms.longer) {
    if (word !== second && (word.charCodeAt(0) !== second.charCodeAt(0) || Math.abs(word.length - second.length) > 2 || second.length < 4))
      continue;
    for (const f of list) out.push(f.text);
  }
  return out;
}

/** Where one word of the form differs, and how many others match. */
interface Match {
  readonly wrong: number;
  readonly exact: number;
}

function match(t: Tokens, i: number, parts: readonly string[]): Match | undefined {
  if (i + parts.length > t.words.count) return undefined;
  let wrong = -1;
  let exact = 0;
  for (const [n, part] of parts.entries()) {
    if (n > 0 && !t.joined(i + n - 1)) return undefined;
    const want = bare(part);
    if (isWord(t, i + n, want)) {
      if (n > 0 && small.has(want)) continue;
      exact++;
      continue;
    }
    const is = bare(t.folded(i + n));
    if (wrong >= 0 || small.has(want) || is.length < 4 || want.length < 4 || !t.capital(i + n) || is[0] !== want[0]) return undefined;
    if (Math.abs(is.length - want.length) > 2 || british(is) === british(want) || is.replace(/-/g, '') === want.replace(/-/g, ''))
      return undefined;
    wrong = n;
  }
  return wrong >= 0 && exact > 0 ? { wrong, exact } : undefined;
}

/** What the matching words are worth: two of them prove a name; one does where few names have it. */
function worth(parts: readonly string[], { wrong, exact }: Match, knowledge: Knowledge): number {
  if (exact > 1) return 3;
  const one = parts.find((p, n) => n !== wrong && (n === 0 || !small.has(p)))!;
  if (knowledge.bodiesWithWord(one).length <= (isOrdinary(one) ? 2 : 8)) return 2.5;
  return isOrdinary(one) ? 0 : 0.5;
}

function compare(t: Tokens, i: number, form: string, knowledge: Knowledge): Found | undefined {
  const parts = form.split(' ');
  const m = match(t, i, parts);
  if (!m) return undefined;
  const { wrong, exact } = m;
  const typed = bare(t.folded(i + wrong));
  const want = bare(parts[wrong]!);
  const slip = slipOf(typed, want);
  if (!slip || (slip.kind === 'two' && exact < 2 && typed.length < 8)) return undefined;
  // "Supreme Courts" is a plural; "Goldman Sach" is no word
  const plural = inflected(typed, want) && (typed.length > want.length || isOrdinary(typed) || knowledge.isNameWord(typed));
  if (exact < 2 && (plural || knowledge.bodiesByAdjective(typed).length > 0)) return undefined;
  // "Foreign Minister" is no slip of "Foreign Ministry"
  for (let k = 0; k < wrong; k++) if (knowledge.officesTitled(phrase(t, i + k, i + wrong)).length > 0) return undefined;
  const body = knowledge.bodiesNamed(form)[0];
  const office = body ? undefined : knowledge.officesTitled(form)[0];
  const known = isFirstName(typed) || knowledge.isNameWord(typed);
  // Thomas Cooke is somebody, and no slip of Thomas Cook the company
  if (known && wrong === 1 && parts.length === 2 && isFirstName(bare(parts[0]!))) return undefined;
  const ordinary = isOrdinary(typed) || knowledge.bodiesWithWord(typed).length > 0;
  if (!body && (!office || known || ordinary || slip.where === 'start')) return undefined;
  const last = i + parts.length - 1;
  let points = weightOf(slip, want) + (body || exact > 1 ? worth(parts, m, knowledge) : 0);
  points += ordinary ? -0.5 : known ? -1 : 1.5;
  if (body && homeFollows(t, last, body, knowledge)) points += 2;
  // "Karen Stater" is somebody, and not Karen state
  if (parts.length === 2 && wrong === 1 && isFirstName(parts[0]!) && knowledge.isBorne(typed, 'surname')) points -= 2;
  // another word behind it makes it another name
  if (
    exact === 1 &&
    wrong === parts.length - 1 &&
    body &&
    linked(t, last) &&
    t.capital(last + 1) &&
    raw(t, last) === t.word(last) &&
    !isOpener(t.folded(last + 1))
  )
    points -= 2;
  if (points < enough) return undefined;
  const right = body ? properly(body, form) : (office!.titles.find((x) => x.toLowerCase() === form) ?? office!.titles[0]!);
  const at = i + wrong;
  return {
    last,
    points,
    near: {
      span: { start: t.start(i), end: t.end(last) },
      word: { start: t.start(at), end: t.end(at) },
      right,
      rightWord: right.split(' ')[wrong] ?? want,
      about: body ? aboutBody(body) : describeOffice(office!),
    },
  };
}
