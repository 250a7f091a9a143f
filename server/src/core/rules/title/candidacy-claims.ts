import type { Mention } from '../../draft/draft';

const LABEL =
  "(?:(?:presumptive|presumed|likely|official) )?(?:(?:U\\.S\\.|US|American) )?(?:(?:Republican|Democratic|GOP|Green|Libertarian|independent)(?: Party)?(?:[’']s)? )?(?:(?:vice[ -])?(presidential|gubernatorial|mayoral) )?(?:nominee|candidate|contender|hopeful|front-?runner)";
const PARTY = /Republican|Democratic|GOP|Green|Libertarian/;
/** "Republican presidential nominee", right before a name. */
const before = new RegExp(`(?:^|[\\s("“])(${LABEL}) $`, 'iu');
/** What stands before such a label where it tells of another time, or of somebody's view of it. */
const OTHER_TIME =
  /(?:\b(?:former|ex|then|\w+-time|onetime|failed|defeated|losing|unsuccessful|past|previous|late|erstwhile|eventual|year’s|year's|\d{4}|’\d\d|'\d\d|as|as (?:the|a|an)|against|over|beat|beating|beats|than|was|were|been|be|being|became|become|his|her|their|its|chosen|named|picked|won)|[’']s)[ -]$/iu;
/** "…, the Republican nominee," right after one. */
const after = new RegExp(`^, (?:the|a|an) (${LABEL})(?= for (?:president|the presidency|the White House)|,|\\.|;)`, 'iu');
/** The present tense, which can only be of now. */
const present = new RegExp(
  `^(?:(?:,? who)? (?:is|are)|[’']s)(?: now| currently| still)? (?:(?:the|a|an) (${LABEL})|(?:running|campaigning|standing)(?: now| currently)? (?:for (?:the )?(?:president|presidency|White House|re-?election|a second term)\\b|as (?:the|a|an) (${LABEL})))`,
  'iu',
);
/** What only asks whether it is so. */
const IN_DOUBT = /\b(?:if|whether|unless|rumou?rs?|speculation|joked?|imagine|suppose)\b[^.]*$/i;

/** Words that call somebody a candidate, beside a name. */
export interface Claim {
  readonly span: { readonly start: number; readonly end: number };
  /** The label alone, where it stands before the name. */
  readonly label?: { readonly start: number; readonly end: number };
  /** presidential, gubernatorial, mayoral; unsaid where only the party is. */
  readonly race: string | undefined;
  /** In the present tense: no looking back can mean it. */
  readonly now: boolean;
}

/** What stands beside a name; undefined where it is of another time, or says too little. */
export function claimAt(text: string, { name }: Mention): Claim | undefined {
  const from = Math.max(0, name.start - 90);
  const ahead = before.exec(text.slice(from, name.start));
  if (ahead && tells(ahead[1]!, ahead[2])) {
    const start = name.start - 1 - ahead[1]!.length;
    if (OTHER_TIME.test(text.slice(Math.max(0, start - 24), start))) return undefined;
    return { span: { start, end: name.end }, label: { start, end: name.start - 1 }, race: ahead[2]?.toLowerCase(), now: false };
  }
  const rest = text.slice(name.end, name.end + 120);
  const told = present.exec(rest);
  if (told) {
    const label = told[1] ?? told[2] ?? told[3] ?? told[4];
    const words = told.find((x, i) => i > 0 && x !== undefined && / /.test(x)) ?? label;
    const race = /presiden|White House/i.test(told[0]) ? 'presidential' : /gubernatorial|mayoral/i.exec(told[0])?.[0].toLowerCase();
    if (words !== undefined && !race && !PARTY.test(words)) return undefined;
    const lead = /^ */.exec(told[0])![0].length;
    if (
      IN_DOUBT.test(text.slice(Math.max(0, name.start - 40), name.start)) ||
      /^[^.;]{0,30}\b(?:again|next)\b/.test(rest.slice(told[0].length))
    )
      return undefined;
    return { span: { start: name.end + lead, end: name.end + told[0].length }, race, now: true };
  }
  const set = after.exec(rest);
  if (!set || !tells(set[1]!, set[2] ?? (/^ for /.test(rest.slice(set[0].length)) ? 'presidential' : undefined))) return undefined;
  return { span: { start: name.end, end: name.end + set[0].length }, race: set[2]?.toLowerCase(), now: false };
}

/** A label that says of which race, or of which party's nominee: "Senate candidate" and "nominee" alone do not. */
const tells = (label: string, race: string | undefined): boolean => race !== undefined || (/nominee$/i.test(label) && PARTY.test(label));
