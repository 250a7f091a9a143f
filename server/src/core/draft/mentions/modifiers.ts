import type { TitleMention } from '../draft';

/** What a word before a title claims of its bearer on the dateline. */
export type Claim =
  /** Held it once and does not now. */
  | 'former'
  /** Will hold it and does not yet. */
  | 'coming'
  /** Held it at the time that is told of: never judged. */
  | 'then'
  /** Holds it for the time being. */
  | 'acting'
  /** Says nothing of when: "embattled", "longtime". */
  | 'neutral'
  /** Makes another, unknown office of it, or takes it back: "assistant", "would-be", "self-declared". */
  | 'other';

const words: Record<Claim, string> = {
  former: 'former ex erstwhile onetime one-time sometime retired past previous',
  coming: 'incoming future elect designate',
  then: 'then late ousted deposed toppled outgoing departing assassinated slain murdered disgraced impeached exiled',
  acting: 'acting interim caretaker transitional transition',
  neutral:
    'current sitting incumbent longtime long-time longstanding embattled new newly elected re-elected reelected two-term three-term one-term first-term second-term two-time three-time four-time republican democratic democrat conservative liberal labour socialist right-wing left-wing far-right centrist populist hard-line hardline reformist authoritarian pro-western western-backed lame-duck popular powerful veteran influential hawkish moderate progressive independent islamist nationalist communist leftist rightist social ceremonial first own gop outspoken then-governing billionaire',
  other:
    'assistant associate under deputy vice co junior senior shadow would-be self-declared self-proclaimed self-styled disputed aspiring candidate nominee prospective fake honorary hereditary student class union state city county council team club church company university college school board bank party regional provincial local municipal federal national chief executive general special emeritus senate house committee subcommittee',
};

const claims = new Map<string, Claim>();
for (const [claim, list] of Object.entries(words)) for (const w of list.split(' ')) claims.set(w, claim as Claim);

/** What the folded word claims, if it is a modifier of titles. */
export const claimOf = (word: string): Claim | undefined => claims.get(word);

/** Prefixes that join a title by a hyphen: "ex-President", "then-Sen.". */
export const prefixClaims: Readonly<Record<string, Claim>> = {
  ex: 'former',
  then: 'then',
  former: 'former',
  vice: 'other',
  co: 'other',
  deputy: 'other',
};
/** Suffixes that join a title by a hyphen: "President-elect". */
export const suffixClaims: Readonly<Record<string, Claim>> = {
  elect: 'coming',
  designate: 'coming',
  'in-waiting': 'coming',
  nominee: 'coming',
};

/** What all modifiers together claim: nothing means "holds it now"; undefined means that it is not ours to judge. */
export function claimIn(title: TitleMention): Claim | undefined {
  let claim: Claim = 'neutral';
  for (const m of title.modifiers) {
    const c = claimOf(m.word) ?? prefixClaims[m.word] ?? suffixClaims[m.word];
    if (c === undefined || c === 'neutral') continue;
    if (c === 'other' || c === 'then') return undefined;
    claim = c;
  }
  return claim;
}
