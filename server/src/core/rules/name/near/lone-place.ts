import type { Tokens } from '../../../draft/mentions/tokens';
import type { Knowledge } from '../../../knowledge/knowledge';
import { fold } from '../../../text/fold';
import { isFirstName, isOrdinary } from '../lists';
import { aboutBody, british, homeFollows, inflected } from './body-words';
import { isOpener } from './capital-runs';
import type { Found } from './near-bodies';
import { slipOf, weightOf } from './slip';

/** Points from which one long word that nearly names a place is marked: "Massachusets", "Facebok". */
const enough = 3;

/** The place or organisation that a word by itself is a slip of; only long words that are no other name. */
export function lonePlace(t: Tokens, i: number, typed: string, knowledge: Knowledge): Found | undefined {
  if (
    typed.length < 7 ||
    typed.includes('-') ||
    isOrdinary(typed) ||
    isFirstName(typed) ||
    knowledge.isNameWord(typed) ||
    knowledge.bodiesWithWord(typed).length > 0
  )
    return undefined;
  if ((i > 0 && t.joined(i - 1) && t.capital(i - 1) && !isOpener(t.folded(i - 1))) || (t.joined(i) && t.capital(i + 1))) return undefined;
  for (const near of knowledge.nearWords(typed, 1)) {
    if (near.distance !== 1 || near.entry.length < 7 || near.entry[0] !== typed[0] || inflected(typed, near.entry)) continue;
    const body = knowledge.bodiesNamed(near.entry).find((b) => fold(b.name) === near.entry);
    const slip = slipOf(typed, near.entry);
    if (!body || !slip || slip.romanised || british(typed) === british(near.entry)) continue;
    const points =
      weightOf(slip, near.entry) +
      // of a small town's name a rare surname may be a letter away
      (body.kind === 'town' ? -3 : body.kind === 'city' ? -1 : body.type === 'place' ? 1 : 0) +
      (homeFollows(t, i, body, knowledge) ? 2 : 0);
    if (points < enough) continue;
    const span = { start: t.start(i), end: t.end(i) };
    return { last: i, points, near: { span, word: span, right: body.name, rightWord: body.name, about: aboutBody(body) } };
  }
  return undefined;
}
