import type { Tokens } from '../../draft/mentions/tokens';
import type { Knowledge, Person } from '../../knowledge/knowledge';
import { fold } from '../../text/fold';
import { isOrdinary } from './lists';
import { lowerBody } from './lower-bodies';

const saying =
  /^(?:said|says|told|tells|announced|announces|wrote|tweeted|posted|signed|vowed|insisted|claimed|denied|met|spoke|called|asked|added|warned|promised|pledged|threatened|argued|declared|boasted|tapped|nominated|appointed|fired|pardoned)$/;
const leads =
  /^(?:and|of|by|with|to|from|for|under|during|throughout|since|after|before|between|against|about|on|in|that|when|while|as|but|if|because|over|than|like|versus|vs)$/;

/** True where a lower-case word that is a surname of the draft and a common noun can be no noun: "trump & Putin", "throughout trump's", "trump said". */
export function isSurelyName(t: Tokens, i: number, surnames: ReadonlyMap<string, Person>): boolean {
  const { bounds, count } = t.words;
  const other = (k: number): boolean => k >= 0 && k < count && t.capital(k) && surnames.has(t.folded(k));
  const between = (a: number, b: number): string => t.text.slice(t.end(a), bounds[2 * b]);
  if ((other(i + 1) && / & /.test(between(i, i + 1))) || (other(i - 1) && / & /.test(between(i - 1, i)))) return true;
  if (t.word(i + 1) === 'and' && other(i + 2) && between(i, i + 2) === ' and ') return true;
  if (i > 1 && t.word(i - 1) === 'and' && other(i - 2) && between(i - 2, i) === ' and ') return true;
  const led = i === 0 || !t.joined(i - 1) || leads.test(t.word(i - 1).toLowerCase());
  if (!led) return false;
  return t.end(i) < bounds[2 * i + 1]! || (t.joined(i) && saying.test(t.word(i + 1)));
}

/** The half without a capital of a compound of two names: "Trump-putin", "US-russia", "anti-american". */
export function* halfDown(
  t: Tokens,
  i: number,
  surnames: ReadonlyMap<string, Person>,
  knowledge: Knowledge,
): Generator<{ start: number; end: number; right: string; fact: string }> {
  const word = t.word(i);
  const parts = word.split('-');
  if (parts.length !== 2 || knowledge.isNameWord(word) || knowledge.bodiesWithWord(word).length > 0) return;
  const prefixed = /^(?:anti|pro|ex|non)$/i.test(parts[0]!);
  if (!prefixed && !parts.some((p) => /^\p{Lu}/u.test(p))) return;
  let at = t.start(i);
  for (const [n, part] of parts.entries()) {
    const start = at;
    at += part.length + 1;
    if (part.length < 4 || !/^\p{Ll}+$/u.test(part)) continue;
    const end = start + part.length;
    const body = lowerBody(part, knowledge);
    if (body) {
      yield { start, end, ...body };
      continue;
    }
    const bearer = surnames.get(part);
    const other = fold(parts[1 - n]!);
    const beside = surnames.has(other) || (!isOrdinary(part) && (prefixed || knowledge.peopleSurnamed(other).length > 0));
    if (bearer && beside)
      yield { start, end, right: part[0]!.toUpperCase() + part.slice(1), fact: `${bearer.name} is introduced in this draft` };
  }
}
