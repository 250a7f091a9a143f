import type { Span } from '../text/span';
import { isDigit, isLetter, isUpper } from '../text/words';

/** Abbreviations after which a sentence goes on whatever follows: they stand before a name or a number. Lower case, without the period. */
const leading = new Set(
  'mr mrs ms mx dr prof rev hon fr sr jr st mt ft gen lt col maj capt cmdr adm brig sgt cpl pvt pfc sen sens rep reps gov govs pres del amb supt insp atty asst assoc dep min sec messrs mmes mme mlle no nos vol vols fig figs art sec pp ed eds vs v cf viz approx est ca c u.s u.k u.n e.u op'.split(
    ' ',
  ),
);
/** Abbreviations that may end a sentence: it ends only where what follows is written as a beginning. */
const trailing = new Set(
  'jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun a.m p.m am pm inc corp co ltd llc plc bros etc al i.e e.g u.s.a d.c l.a n.y b.c a.d ph.d m.d b.a m.a j.d ave blvd rd ala ariz ark calif colo conn fla ga ill ind kan ky la mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo'.split(
    ' ',
  ),
);
/** Words that begin a sentence far more often than they follow an abbreviation inside one. */
const openers = new Set(
  'the a an he she it they we i you this that these those his her its their our in on at but and however meanwhile while when if as after before since for from with there what who why how many most some both no not so then yet still also another'.split(
    ' ',
  ),
);

/**
 * The sentences of a paragraph's plain text, as half-open spans without the white space between them. Closing quotation marks and
 * brackets belong to the sentence that they close. Linear in the length of the text.
 */
export function sentencesOf(text: string): Span[] {
  const out: Span[] = [];
  let start = skipSpace(text, 0);
  for (let i = start; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c !== 46 && c !== 33 && c !== 63 && c !== 0x2026) continue;
    let end = i + 1;
    while (end < text.length && isStop(text.charCodeAt(end))) end++;
    const closed = skipClosers(text, end);
    const next = skipSpace(text, closed);
    if (closed === text.length || (next > closed && ends(text, start, i, end, next))) {
      out.push({ start, end: closed });
      start = next;
    }
    i = Math.max(i, closed - 1);
  }
  const last = trimEnd(text, start);
  if (last > start) out.push({ start, end: last });
  return out;
}

const isStop = (c: number): boolean => c === 46 || c === 33 || c === 63 || c === 0x2026;

function skipClosers(text: string, from: number): number {
  let i = from;
  while (i < text.length && '"\'”’»)]'.includes(text[i]!)) i++;
  return i;
}

function skipSpace(text: string, from: number): number {
  let i = from;
  while (i < text.length && /\s/.test(text[i]!)) i++;
  return i;
}

function trimEnd(text: string, floor: number): number {
  let i = text.length;
  while (i > floor && /\s/.test(text[i - 1]!)) i--;
  return i;
}

/** Whether the stop at `i` ends the sentence, given that white space follows and the next text begins at `next`. */
function ends(text: string, start: number, i: number, end: number, next: number): boolean {
  if (next >= text.length) return true;
  let first = next;
  while (first < text.length && '"\'“‘«([—–-'.includes(text[first]!)) first++;
  const c = text.charCodeAt(first);
  const begins = isUpper(c) || isDigit(c) || !isLetter(c);
  if (text.charCodeAt(i) !== 46) return begins;
  if (end - i > 1) return isUpper(c);
  let from = i;
  while (from > start && (isLetter(text.charCodeAt(from - 1)) || (text[from - 1] === '.' && from - 1 > start))) from--;
  const word = text.slice(from, i).toLowerCase();
  if (word.length === 0) return begins;
  if (leading.has(word) || (word.length === 1 && isUpper(text.charCodeAt(from)) && word !== 'i')) {
    if (!word.includes('.')) return false;
  }
  if (!trailing.has(word) && !word.includes('.')) return begins;
  if (!isUpper(c)) return false;
  let stop = first;
  while (stop < text.length && isLetter(text.charCodeAt(stop))) stop++;
  return openers.has(text.slice(first, stop).toLowerCase());
}
