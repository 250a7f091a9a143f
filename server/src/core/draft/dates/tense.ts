import { Due, Kind, Prep } from './lexicon';
import { gapAt, is, kindAt, valueAt } from './phrase';
import { Gap, type Tokens } from './tokens';

export type Tense = 'past' | 'future' | 'present' | undefined;

/** Words in -ed that are no past. */
const notPast =
  /^(?:need|indeed|speed|breed|seed|heed|reed|bred|sped|fred|bleed|greed|creed|weed|feed|deed|freed|hundred|sacred|naked|kindred|hatred|shed|sled|bed|red|wed|led|embed|proceed|succeed|exceed|unprecedented|limited|alleged|armed|unmanned|aged)$/;

/** True for a lower-case word in -ed: a past or a participle, to us the same. */
export function isEd(t: Tokens, i: number): boolean {
  const e = t.end[i]!;
  const s = t.start[i]!;
  // "the reduced dividend": an adjective
  if (
    kindAt(t, i) !== Kind.none ||
    kindAt(t, i - 1) === Kind.article ||
    e - s < 4 ||
    t.text.charCodeAt(e - 1) !== 100 ||
    t.text.charCodeAt(e - 2) !== 101
  )
    return false;
  const c = t.text.charCodeAt(s);
  return c >= 97 && c <= 122 && !notPast.test(t.text.slice(s, e)) && gapAt(t, i + 1) !== Gap.hyphen;
}

const isIng = (t: Tokens, i: number): boolean => i < t.count && t.end[i]! - t.start[i]! > 4 && t.text.startsWith('ing', t.end[i]! - 3);

/** A passive infinitive before the participle at i: "will be held", "to be sold". Its tense stands further left. */
const isPassive = (t: Tokens, i: number): boolean => {
  for (let j = i - 1; j >= 0 && j >= i - 3; j--) {
    if (t.end[j]! - t.start[j]! === 2 && t.text.startsWith('be', t.start[j]!)) return true;
    if (kindAt(t, j) !== Kind.none || gapAt(t, j + 1) !== Gap.space) return false;
  }
  return false;
};

const isDenied = (t: Tokens, i: number): boolean => {
  for (let j = i - 1; j >= 0 && j > i - 10 && (gapAt(t, j + 1) === Gap.space || gapAt(t, j + 1) === Gap.possessive); j--)
    if (kindAt(t, j) === Kind.no) return true;
  return false;
};

/** The tense that the word at i gives its clause; undefined where it gives none. */
function cue(t: Tokens, i: number): Tense {
  const k = kindAt(t, i);
  switch (k) {
    case Kind.future:
      return 'future';
    case Kind.modal:
      // "could not be reached Friday" and "nor could he" tell what was; a bare "could" what may be
      return is(t, i, Kind.modal, 2) && (kindAt(t, i + 1) === Kind.no || isDenied(t, i)) ? 'past' : 'future';
    case Kind.due: {
      if (kindAt(t, i - 1) === Kind.have || kindAt(t, i - 1) === Kind.be) return 'future';
      // "set a record"
      if (valueAt(t, i) === Due.set && kindAt(t, i + 1) === Kind.article) return 'past';
      if (kindAt(t, i + 1) !== Kind.prep) return valueAt(t, i) === Due.effective ? 'future' : undefined;
      const prep = valueAt(t, i + 1);
      return prep === Prep.to || prep === Prep.for || (prep <= Prep.by && valueAt(t, i) !== Due.set) ? 'future' : undefined;
    }
    case Kind.plan:
    case Kind.planned:
      return is(t, i + 1, Kind.prep, Prep.to) ? 'future' : k === Kind.planned && !isPassive(t, i) ? 'past' : undefined;
    case Kind.be:
      // "is to meet", "is meeting"
      return is(t, i + 1, Kind.prep, Prep.to) ? 'future' : isIng(t, i + 1) ? 'present' : undefined;
    case Kind.have:
      return kindAt(t, i - 1) === Kind.future ? 'future' : 'past';
    case Kind.was:
    case Kind.said:
      return 'past';
    case Kind.past:
      // "data-driven"
      return gapAt(t, i) === Gap.hyphen || isPassive(t, i) ? undefined : 'past';
    default:
      return k === Kind.none && isEd(t, i) && !isPassive(t, i) ? 'past' : undefined;
  }
}

/** A verb this many words away is another clause's. */
const FAR = 60;

/**
 * The tense of the clause around the tokens [from, to): from the nearest verb before them in the sentence [first, last), else from the first
 * one after. Our own cheap reading: auxiliaries, a list of irregular pasts, and words in -ed.
 */
export function tenseAround(t: Tokens, from: number, to: number, first: number, last: number): Tense {
  for (let i = from - 1; i >= Math.max(first, from - FAR); i--) {
    const tense = cue(t, i);
    if (tense) return tense;
    // "Congress reconvenes Jan. 24"
    if (kindAt(t, i) === Kind.announces && i >= from - 3 && kindAt(t, i - 1) !== Kind.article) return 'future';
    // "is due Tuesday", "effective Feb. 1"
    if (kindAt(t, i) === Kind.due && i === from - 1) return 'future';
  }
  for (let i = to; i < Math.min(last, to + FAR); i++) {
    const tense = cue(t, i);
    if (tense) return tense;
  }
  return undefined;
}
