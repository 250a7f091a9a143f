import type { Tokens } from '../../draft/mentions/tokens';
import type { Knowledge, Person } from '../../knowledge/knowledge';
import { fold } from '../../text/fold';
import { isOrdinary } from './lists';
import { lowerBody } from './lower-bodies';

const kept = new WeakMap<Knowledge, Map<string, boolean>>();

/** True for a lower-case word that is somebody's surname; remembered, for words come again. */
export function isLowerSurname(word: string, knowledge: Knowledge): boolean {
  let map = kept.get(knowledge);
  if (!map) {
    map = new Map();
    kept.set(knowledge, map);
  }
  let answer = map.get(word);
  if (answer === undefined) {
    answer = knowledge.peopleSurnamed(word).length > 0;
    if (map.size < 20000) map.set(word, answer);
  }
  return answer;
}

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

/** A compound of two, one of them without its capital, that is no name as it stands. */
export interface MixedCompound {
  readonly at: number;
  readonly parts: readonly [string, string];
}

export function mixedCompound(t: Tokens, i: number, knowledge: Knowledge): MixedCompound | undefined {
  const word = t.word(i);
  const parts = word.split('-');
  if (parts.length !== 2 || !parts.some((p) => p.length > 3 && /^\p{Ll}+$/u.test(p))) return undefined;
  if (!prefix.test(parts[0]!) && !parts.some((p) => /^\p{Lu}/u.test(p))) return undefined;
  if (knowledge.isNameWord(word) || knowledge.bodiesWithWord(word).length > 0) return undefined;
  return { at: t.start(i), parts: [parts[0]!, parts[1]!] };
}
const prefix = /^(?:anti|pro|ex|non)$/i;

/** The half without a capital of a compound of two names: "Trump-putin", "US-russia", "anti-american". */
export function* halfDown(
  { at, parts }: MixedCompound,
  surnames: ReadonlyMap<string, Person>,
  knowledge: Knowledge,
): Generator<{ start: number; end: number; right: string; fact: string }> {
  for (const n of [0, 1] as const) {
    const part = parts[n];
    const start = n === 0 ? at : at + parts[0].length + 1;
    const end = start + part.length;
    if (part.length < 4 || !/^\p{Ll}+$/u.test(part)) continue;
    const body = lowerBody(part, knowledge);
    if (body) {
      yield { start, end, ...body };
      continue;
    }
    const bearer = surnames.get(part);
    if (!bearer) continue;
    const other = fold(parts[n === 0 ? 1 : 0]);
    const beside = surnames.has(other) || (!isOrdinary(part) && (prefix.test(parts[0]) || knowledge.peopleSurnamed(other).length > 0));
    if (beside) yield { start, end, right: part[0]!.toUpperCase() + part.slice(1), fact: `${bearer.name} is introduced in this draft` };
  }
}
