import { addDays, type CivilDate } from '../../calendar/civil-date';
import type { Span } from '../../text/span';
import type { Words } from '../../text/words';
import type { TimeMention } from '../draft';
import { Kind } from './lexicon';
import { gapAt, kindAt, type Phrase } from './phrase';
import { phraseAt, widened } from './phrase-at';
import { resolve } from './resolve';
import { type Tense, tenseAround } from './tense';
import { mentionsOf } from './time-mentions';
import type { Resolved } from './time-values';
import { Gap, type Tokens, tokensOf } from './tokens';

const none: readonly TimeMention[] = [];

/**
 * The time expressions of a paragraph, in order and apart from one another, each with what it resolves to in a draft dated `on`.
 * `words` are those of the text, `sentences` cover it. Bare durations ("three months") and repeated times ("every Monday") are not among
 * them; of a range "April 27-28" both days are, the first with the days of both. Linear in the text; never throws; knows no clock.
 */
export function readDates(text: string, words: Words, sentences: readonly Span[], on: CivilDate): readonly TimeMention[] {
  const t = tokensOf(text, words);
  if (!t.any) return none;
  const found: TimeMention[] = [];
  let reference: CivilDate | undefined;
  let s = 0;
  let first = 0;
  let last = 0;
  let free = 0;
  for (let i = 0; i < t.count; ) {
    const k = t.kind[i]!;
    const core = k === Kind.none || (k > Kind.clock && k !== Kind.thence) ? undefined : phraseAt(t, i);
    if (!core) {
      i++;
      continue;
    }
    const p = core.from === i ? widened(t, core, free) : core;
    while (s < sentences.length - 1 && sentences[s]!.end <= t.start[i]!) s++;
    if (last <= i) {
      const bounds = sentences[s];
      first = last;
      while (bounds && first < i && t.start[first]! < bounds.start) first++;
      last = i;
      while (last < t.count && (!bounds || t.start[last]! < bounds.end)) last++;
    }
    const resolved = moved(p, resolve(p, on, reference, tenseOf(t, p, first, last)));
    found.push(...mentionsOf(t, p, resolved));
    // "a year earlier" counts from a day that was mentioned, not from a year or a month
    if (resolved.from && resolved.from === resolved.until) reference = resolved.from;
    i = p.to;
    free = i;
  }
  return found;
}

/** The tense that decides where the phrase lies. "Friday's ruling" was, whatever the clause says, unless something is told to come before it. */
function tenseOf(t: Tokens, p: Phrase, first: number, last: number): Tense {
  if (p.kind === 'weekday' && gapAt(t, p.to) === Gap.possessive && kindAt(t, p.from - 1) !== Kind.prep) return 'past';
  const tense = tenseAround(t, p.from, p.to, first, last);
  return tense;
}

/** "the day before", "the day after" what was resolved. */
function moved(p: Phrase, r: Resolved): Resolved {
  if (!p.move || !r.from) return r;
  const day = addDays(r.from, p.move);
  return { value: day, from: day, until: day };
}
