import { Due, Kind, Prep } from '../../draft/dates/lexicon';
import { gapAt, is, isCapitalised, kindAt, valueAt } from '../../draft/dates/phrase';
import { isEd } from '../../draft/dates/tense';
import { Gap, type Tokens } from '../../draft/dates/tokens';
import type { Span } from '../../text/span';

/** What a clause says of a time in it: that it is to come, or that it was. */
export interface Claim {
  readonly tense: 'future' | 'past';
  /** The verb that says so. */
  readonly cue: Span;
  /** True where verb and date stand next to each other, but for a particle or two. */
  readonly close: boolean;
  /** The future is a present tense ("opens"), which old stories are told in too. */
  readonly present?: boolean;
}

const wordAt = (t: Tokens, i: number): string => (i < 0 || i >= t.count ? '' : t.text.slice(t.start[i], t.end[i]).toLowerCase());

/** Words that open a clause of their own: a verb before them says nothing of a date behind them. */
const breakers = new Set(
  'who whom whose which that where when while because although though if unless as than but whether after before since until during amid despite following'.split(
    ' ',
  ),
);
/** Prepositions under which a date belongs to a noun ("the riots of 2020") or bounds something. */
const nominal = new Set<number>([Prep.of, Prep.since, Prep.after, Prep.between, Prep.around, Prep.over, Prep.from, Prep.to, Prep.within]);
const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Pasts after which a date is when something will be: "scheduled for", "postponed", "was due on". They never tell that it was. */
const scheduling = list(
  'scheduled set planned postponed delayed moved extended adjourned pushed deferred slated reserved expected proposed fixed arranged rescheduled timed dated targeted booked due earmarked intended projected predicted forecast anticipated called listed hoped assigned tabled poised meant designated',
);
/** Pasts that may have something to come as their object: "announced a concert on …". Next to the date they tell what was. */
const arranging = list(
  'announced promised agreed approved invited ordered told asked said signed sentenced banned suspended appointed chosen selected named picked awarded gave given granted allowed urged wanted needed voted decided confirmed bid applied registered offered issued priced sought requested filed vowed pledged threatened warned estimated prepared committed barred required guaranteed secured sold bought noted added argued reported insisted advertised mandated renewed leased hired contracted qualified eyed drafted assured notified reminded unveiled revealed kept left made put cancelled canceled accepted rejected adopted backed launched introduced got received won faced discussed considered entered organized organised marked circled chose saved published posted printed released shared heard learned mentioned cited described outlined detailed proposed favored favoured supported opposed demanded',
);
/** Verbs that look back on their object: "will mark the attack on …". */
const lookingBack = list(
  'discuss investigate remember mark commemorate examine review revisit explain show tell study probe honor honour recall defend answer address celebrate determine prove mourn recount',
);
/** Simple presents that announce: "takes place on", "begins". */
const announcing = list('begins starts opens closes expires returns concludes resumes reconvenes premieres airs meets reopens kicks');

const adverb = (t: Tokens, i: number): boolean => kindAt(t, i) === Kind.none && wordAt(t, i).endsWith('ly');

/** The present "be" or "has been" that stands before a participle at i, adverbs between them allowed. */
function presentBe(t: Tokens, i: number): number {
  let j = i - 1;
  while (adverb(t, j) || kindAt(t, j) === Kind.no || wordAt(t, j) === 'still' || wordAt(t, j) === 'now' || wordAt(t, j) === 'also') j--;
  if (kindAt(t, j) === Kind.be) return j;
  return wordAt(t, j) === 'been' && kindAt(t, j - 1) === Kind.have && wordAt(t, j - 1) !== 'had' ? j - 1 : -1;
}

/** The future that the word at i makes with its neighbours: the span of "will be", "is expected to", "is to", "plans to". */
function futureCue(t: Tokens, i: number): Span | undefined {
  const k = kindAt(t, i);
  const through = (a: number, b: number): Span => ({ start: t.start[a]!, end: t.end[b]! });
  if (k === Kind.future) {
    // a capital: Will, the man; "will have" looks back
    if (t.text.charCodeAt(t.start[i]!) === 87 || kindAt(t, i + 1) === Kind.have || kindAt(t, i - 1) === Kind.article) return undefined;
    return through(i, kindAt(t, i + 1) === Kind.none ? i + 1 : i);
  }
  if (k === Kind.due && valueAt(t, i) !== Due.effective) {
    const be = presentBe(t, i);
    const prep = kindAt(t, i + 1) === Kind.prep ? valueAt(t, i + 1) : 0;
    if (
      be < 0 ||
      !(
        prep === Prep.to ||
        prep === Prep.for ||
        ((prep === Prep.on || prep === Prep.in || prep === Prep.by) && valueAt(t, i) !== Due.set) ||
        (prep === 0 && valueAt(t, i) === 1 && gapAt(t, i + 1) === Gap.space)
      )
    )
      return undefined;
    return through(be, i);
  }
  if (k === Kind.plan && is(t, i + 1, Kind.prep, Prep.to) && wordAt(t, i) !== 'want' && wordAt(t, i) !== 'wants') return through(i, i + 1);
  if (k === Kind.be && is(t, i + 1, Kind.prep, Prep.to) && kindAt(t, i + 2) === Kind.none) return through(i, i + 1);
  return undefined;
}

/** A simple or progressive present at i that stands for the future beside a date: "takes place", "opens", "is launching". */
function presentCue(t: Tokens, i: number): Span | undefined {
  const w = wordAt(t, i);
  if (w === 'takes' && (wordAt(t, i + 1) === 'place' || wordAt(t, i + 1) === 'effect')) return { start: t.start[i]!, end: t.end[i + 1]! };
  if (w === 'comes' && wordAt(t, i + 1) === 'into') return { start: t.start[i]!, end: t.end[i + 1]! };
  if (w === 'goes' && wordAt(t, i + 1) === 'on' && wordAt(t, i + 2) === 'sale') return { start: t.start[i]!, end: t.end[i + 2]! };
  return announcing.has(w) && kindAt(t, i - 1) !== Kind.article && kindAt(t, i - 1) !== Kind.number
    ? { start: t.start[i]!, end: t.end[i]! }
    : undefined;
}

/** A past that tells of something that took place, at token i; `beside` where the date follows at once. Undefined for any other word. */
function pastCue(t: Tokens, i: number, beside: boolean): Span | undefined {
  const k = kindAt(t, i);
  const w = wordAt(t, i);
  if (k === Kind.past || k === Kind.planned || k === Kind.said || isEd(t, i) || w === 'set' || k === Kind.have || k === Kind.was) {
    // "the reduced dividend", "the quarter ended June 30"
    if (gapAt(t, i) === Gap.hyphen || kindAt(t, i - 1) === Kind.article || (kindAt(t, i - 1) === Kind.unit && w === 'ended'))
      return undefined;
    if (scheduling.has(w) || k === Kind.have || k === Kind.was) return undefined;
    const passive = kindAt(t, i - 1) === Kind.was || (wordAt(t, i - 1) === 'been' && kindAt(t, i - 2) === Kind.have);
    if ((arranging.has(w) || k === Kind.said || k === Kind.planned) && !passive && !beside) return undefined;
    return { start: t.start[i]!, end: t.end[i]! };
  }
  return undefined;
}

const isPastVerb = (t: Tokens, i: number): boolean =>
  kindAt(t, i) === Kind.past ||
  kindAt(t, i) === Kind.said ||
  kindAt(t, i) === Kind.planned ||
  kindAt(t, i) === Kind.was ||
  kindAt(t, i) === Kind.have ||
  isEd(t, i);

/** True where the participle at i is one of a passive or perfect to come: "will be held", "to be sold", "will have met". */
function isAhead(t: Tokens, i: number): boolean {
  let j = i - 1;
  while (adverb(t, j)) j--;
  const w = wordAt(t, j);
  return (
    w === 'be' ||
    w === 'being' ||
    (w === 'have' && (kindAt(t, j - 1) === Kind.future || kindAt(t, j - 1) === Kind.modal || is(t, j - 1, Kind.prep, Prep.to))) ||
    (w === 'been' && wordAt(t, j - 1) === 'have' && kindAt(t, j - 2) >= Kind.future && kindAt(t, j - 2) <= Kind.modal)
  );
}

const isCut = (gap: number): boolean =>
  gap === Gap.dash ||
  gap === Gap.quote ||
  gap === Gap.open ||
  gap === Gap.close ||
  gap === Gap.other ||
  gap === Gap.colon ||
  gap === Gap.closeOther;
const LONGEST_PATH = 12;

/**
 * What the clause around the time in tokens [from, to) claims of it, in the sentence [first, last): from the verb that governs the date
 * before it, or, for a date that opens the sentence, from the first verb after. Undefined where that is not plain: a date under a noun,
 * behind "after" or "since", in another clause than the verb, with a verb of arranging. `bare`: a year or a month without a day, which
 * may be an adjective ("the 2015 agreement").
 */
export function claimOf(t: Tokens, from: number, to: number, first: number, last: number, bare: boolean): Claim | undefined {
  const intro = kindAt(t, from - 1) === Kind.prep && gapAt(t, from) === Gap.space ? from - 1 : -1;
  const prep = intro >= 0 && intro >= first ? valueAt(t, intro) : 0;
  const start = prep === 0 ? from : intro;
  if (start <= first) return prep === 0 || prep === Prep.on || prep === Prep.in ? opening(t, to, last) : undefined;
  if (nominal.has(prep) || isCut(gapAt(t, start)) || gapAt(t, start) === Gap.hyphen) return undefined;
  // "in Paris, France, on May 3"; any other comma cuts
  if (gapAt(t, start) === Gap.comma && !(prep === Prep.on && isCapitalised(t, start - 1))) return undefined;
  if (bare && (prep === 0 || prep === Prep.for) && kindAt(t, start - 1) !== Kind.due) return undefined;
  let noun = false;
  let infinitive = false;
  for (let i = start - 1, steps = 0; i >= first && steps < LONGEST_PATH; i--, steps++) {
    const future = futureCue(t, i);
    if (future)
      return (noun && steps > 3) || lookingBack.has(wordAt(t, i + 1)) ? undefined : { tense: 'future', cue: future, close: steps <= 3 };
    const present = steps <= 2 ? presentCue(t, i) : undefined;
    if (present) return { tense: 'future', cue: present, close: true, present: true };
    if (isPastVerb(t, i) && !isAhead(t, i)) {
      const cue = pastCue(t, i, steps === 0 && prep !== 0);
      const unsure = (prep !== 0 && prep !== Prep.on && prep !== Prep.in) || (prep === 0 && steps > 2) || noun || infinitive || steps > 4;
      return !cue || unsure ? undefined : { tense: 'past', cue, close: steps === 0 };
    }
    const k = kindAt(t, i);
    if (breakers.has(wordAt(t, i)) || isCut(gapAt(t, i)) || k === Kind.modal || k === Kind.due) return undefined;
    if (k === Kind.prep) {
      if (valueAt(t, i) === Prep.to) infinitive = true;
      else if (valueAt(t, i) !== Prep.at && valueAt(t, i) !== Prep.in) noun = true;
    }
  }
  return undefined;
}

/** A sentence that begins with its date: "On October 7, 2020, we visited the client." */
function opening(t: Tokens, to: number, last: number): Claim | undefined {
  for (let i = to; i < last && i < to + LONGEST_PATH; i++) {
    if (i > to && isCut(gapAt(t, i))) return undefined;
    const future = futureCue(t, i);
    if (future) return { tense: 'future', cue: future, close: true };
    if (kindAt(t, i) === Kind.modal || (kindAt(t, i) === Kind.be && kindAt(t, i + 1) !== Kind.due)) return undefined;
    if (kindAt(t, i) === Kind.have || kindAt(t, i) === Kind.was || kindAt(t, i) === Kind.be) continue;
    if (isPastVerb(t, i)) {
      const cue = pastCue(t, i, false);
      return cue && !isAhead(t, i) ? { tense: 'past', cue, close: true } : undefined;
    }
    if (breakers.has(wordAt(t, i))) return undefined;
  }
  return undefined;
}
