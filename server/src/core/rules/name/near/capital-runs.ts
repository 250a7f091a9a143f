import type { Paragraph } from '../../../draft/draft';
import { type Tokens, tokensOf } from '../../../draft/mentions/tokens';

/** Words with capitals that stand together with nothing but blanks between: word indices, both included. */
export interface CapitalRun {
  readonly first: number;
  readonly last: number;
}

const tokens = new WeakMap<Paragraph, Tokens>();

/** The paragraph's words in the forms that look-ups want, made once. */
export function wordsIn(paragraph: Paragraph): Tokens {
  let t = tokens.get(paragraph);
  if (!t) {
    t = tokensOf(paragraph.text, paragraph.words);
    tokens.set(paragraph, t);
  }
  return t;
}

const particle = /^(?:von|van|der|den|de|da|do|dos|das|del|della|di|du|la|le|bin|bint|ibn|al|el|ben|abu)$/;

const runs = new WeakMap<Tokens, readonly CapitalRun[]>();

/** Every run of capital words of the paragraph, in order; particles between two of them belong to it. A possessive ends a run. */
export function capitalRuns(t: Tokens): readonly CapitalRun[] {
  let made = runs.get(t);
  if (!made) {
    made = readRuns(t);
    runs.set(t, made);
  }
  return made;
}

function readRuns(t: Tokens): CapitalRun[] {
  const out: CapitalRun[] = [];
  const { count, bounds } = t.words;
  for (let i = 0; i < count; i++) {
    if (!leads(t, i)) continue;
    const first = i;
    while (i + 1 < count && t.joined(i) && t.end(i) === bounds[2 * i + 1]! && !gapped(t.text, bounds[2 * i + 1]!, bounds[2 * i + 2]!)) {
      if (leads(t, i + 1)) i++;
      else if (i + 2 < count && particle.test(t.word(i + 1)) && t.joined(i + 1) && leads(t, i + 2)) i += 2;
      else break;
    }
    out.push({ first, last: i });
  }
  return out;
}

/** A capital at the front of the word, or behind an Arabic article: "al-Assad". */
const leads = (t: Tokens, i: number): boolean => t.capital(i) || (t.end(i) - t.start(i) > 4 && article.test(t.word(i)));
const article = /^(?:al|el|ad|as|ash|an|ar|az|ul)-\p{Lu}/u;

/** More than one blank stands between: a column, not a name. */
const gapped = (text: string, from: number, to: number): boolean => to - from > 1 && (to - from > 2 || text.charCodeAt(from) !== 46);

const latin = /^[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f\u00ad'’.-]*$/;

/** A capital word that can be a name as it stands: Latin letters, not all capitals, no digits. */
export function isNameShaped(word: string): boolean {
  return word.length > 1 && latin.test(word) && (word.length < 4 || word !== word.toUpperCase());
}

/** Words that have a capital because they open a sentence or a headline, and are no part of a name. */
const openers = new Set(
  'a an the and but or nor so yet for of in on at by to from with without within into onto over under after before during since until while when where why how who whom whose which what that this these those then than as if though although because unless whether like unlike despite amid among between against about above across along around behind below beneath beside besides beyond down near off out past per through throughout toward towards up upon via is are was were be been being am do does did has have had will would shall should can could may might must not no yes all any both each either every few many more most much neither none one only other others several some such same his her hers its it he she they them their our ours we us you your my mine me i meanwhile also even just still now here there today yesterday tomorrow again once later earlier recently finally first second next last said says told asked added according both former ex current late acting mr mrs ms miss mx dr sir dame lord lady prof rev st president vice prime minister senator sen sens rep reps gov govs representative congressman congresswoman governor secretary chairman chairwoman chair chief director justice judge king queen prince princess pope sheriff mayor ambassador attorney general colonel captain major sergeant lieutenant admiral gen col capt maj sgt lt adm spokesman spokeswoman spokesperson coach actor actress singer author lawyer reporter by photo photograph image video watch read related see new republican democrat democratic republicans democrats gop monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december'.split(
    ' ',
  ),
);
export const isOpener = (folded: string): boolean => openers.has(folded);
