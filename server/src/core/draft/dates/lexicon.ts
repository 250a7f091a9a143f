/**
 * The words that time expressions and tenses are made of, found by a hash over their code units: no substring is cut until a word hits.
 * Kind says which part a word plays, value which one it is.
 */
export const Kind = {
  none: 0,
  number: 1,
  ordinal: 2,
  count: 3,
  weekday: 4,
  weekdayShort: 5,
  weekdays: 6,
  month: 7,
  monthShort: 8,
  unit: 9,
  season: 10,
  dayPart: 11,
  shift: 12,
  edge: 13,
  anchor: 14,
  ago: 15,
  holiday: 16,
  decade: 17,
  amPm: 18,
  zone: 19,
  fiscal: 20,
  prep: 21,
  and: 22,
  article: 23,
  quarterCode: 24,
  clock: 25,
  each: 26,
  measure: 27,
  oclock: 28,
  future: 29,
  modal: 30,
  be: 31,
  was: 32,
  have: 33,
  past: 34,
  due: 35,
  plan: 36,
  planned: 37,
  said: 38,
  press: 39,
  no: 40,
  thence: 41,
  announces: 42,
} as const;

export const Unit = {
  day: 1,
  week: 2,
  month: 3,
  quarter: 4,
  year: 5,
  decade: 6,
  century: 7,
  weekend: 8,
  period: 9,
  hour: 10,
  minute: 11,
  fortnight: 12,
} as const;
/** Added to a unit's value where it stands in the plural. */
export const PLURAL = 32;
/** Value of "several", "a few", "some": a number nobody gave. */
export const VAGUE = -1;

export const Prep = {
  in: 1,
  on: 2,
  since: 3,
  by: 4,
  until: 5,
  of: 6,
  from: 7,
  to: 8,
  through: 9,
  during: 10,
  between: 11,
  before: 12,
  after: 13,
  at: 14,
  for: 15,
  around: 16,
  within: 17,
  over: 18,
} as const;
export const Shift = {
  last: 1,
  past: 2,
  previous: 3,
  next: 4,
  coming: 5,
  following: 6,
  this: 7,
  current: 8,
  same: 9,
  that: 10,
  latest: 11,
  recent: 12,
  these: 13,
  first: 14,
} as const;
export const Edge = { early: 1, late: 2, mid: 3, later: 4, earlier: 5, about: 6, end: 7, beginning: 8, middle: 9 } as const;
export const Anchor = {
  today: 1,
  yesterday: 2,
  tomorrow: 3,
  tonight: 4,
  now: 5,
  recently: 6,
  soon: 7,
  lately: 8,
  future: 9,
  overnight: 10,
} as const;
export const Due = { expected: 1, set: 2, effective: 3 } as const;
export const DayPart = { morning: 1, afternoon: 2, evening: 3, night: 4, noon: 5, midnight: 6 } as const;

interface Lexeme {
  readonly word: string;
  readonly kind: number;
  readonly value: number;
  /** Only with a capital: "March", "May", "Sat". */
  readonly proper: boolean;
}

const lexemes: Lexeme[] = [];

/** Words separated by spaces, each with the next value; those joined by "=" share one. A leading "^" asks for a capital. */
function add(kind: number, words: string, first = 1, step = 1): void {
  words.split(' ').forEach((group, i) => {
    for (const w of group.split('=')) {
      const proper = w.startsWith('^');
      lexemes.push({ word: proper ? w.slice(1) : w, kind, value: first + i * step, proper });
    }
  });
}

add(Kind.weekday, 'monday tuesday wednesday thursday friday saturday sunday');
add(Kind.weekdayShort, '^mon ^tue=^tues ^wed=^weds ^thu=^thur=^thurs ^fri ^sat ^sun');
add(Kind.weekdays, 'mondays tuesdays wednesdays thursdays fridays saturdays sundays');
add(Kind.month, 'january february ^march ^april ^may ^june ^july ^august september october november december');
add(Kind.monthShort, '^jan ^feb ^mar ^apr');
add(Kind.monthShort, '^jun ^jul ^aug ^sep=^sept ^oct ^nov ^dec', 6);
add(Kind.unit, 'day week month quarter year decade century weekend period hour minute fortnight');
add(Kind.unit, 'days weeks months quarters years decades centuries weekends periods hours minutes fortnights', 1 + PLURAL);
add(Kind.season, 'spring summer autumn=fall winter');
add(Kind.dayPart, 'morning=mornings afternoon evening=dusk night=nightfall noon=midday midnight');
add(Kind.shift, 'last past previous=prior=preceding next coming=upcoming following=ensuing this current same that latest recent these');
add(
  Kind.edge,
  'early late mid later earlier about=nearly=almost=roughly=approximately=around=barely=exactly=just end=close beginning=start middle',
);
add(Kind.anchor, 'today yesterday tomorrow tonight now=currently=presently=nowadays recently=formerly soon lately future overnight');
add(Kind.ago, 'ago hence');
add(Kind.amPm, 'a.m.=am=a.m p.m.=pm=p.m');
add(Kind.zone, '^est=^edt=^et=^cst=^cdt=^mst=^mdt=^pst=^pdt=^pt=^gmt=^utc=^bst=^cet=^cest=^ist=^jst=^hkt=^msk');
add(Kind.fiscal, 'fiscal financial');
add(
  Kind.prep,
  'in on since by until=till of from to through=thru=throughout during between before after=following at for around within over=past',
);
add(Kind.and, 'and or');
add(Kind.article, 'the a=an=one');
add(Kind.each, 'each=every=per any');
add(Kind.oclock, 'o');
add(
  Kind.count,
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  0,
);
add(Kind.count, 'twenty thirty forty fifty sixty seventy eighty ninety hundred', 20, 10);
add(Kind.count, 'several=few=some=many=numerous', VAGUE);
add(Kind.count, 'couple', 2);
add(
  Kind.ordinal,
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
);
add(Kind.decade, 'twenties thirties forties fifties sixties seventies eighties nineties', 1920, 10);
// the first words of holidays; holidays.ts reads on
add(
  Kind.holiday,
  '^christmas=^thanksgiving=^easter=^halloween=^ramadan=^passover=^hanukkah=^diwali=^yom=^rosh=^good=^ash=^palm=^black=^cyber=^super=^boxing=^labor=^labour=^memorial=^veterans=^columbus=^valentine=^independence=^election=^bastille=^remembrance=^new=^bloody=^lunar=^whit=^pentecost=^xmas=^giving',
);
add(
  Kind.press,
  '^times=^telegraph=^mirror=^express=^mail=^herald=^star=^post=^tribune=^world=^business=^magazine=^agreement=^club=^school',
);
add(
  Kind.measure,
  'people=percent=pct=per=dollars=pounds=euros=yen=yuan=meters=metres=miles=kilometers=kilometres=km=kg=tons=tonnes=feet=points=votes=soldiers=troops=jobs=workers=employees=million=billion=shares=francs=rubles=roubles=rupees=acres=hectares=cases=deaths=students=police=officers=delegates=members=families=homes=houses=companies=barrels=megawatts=square=cubic=cc=mw=rpm=runs=words=pages=copies=women=men=children=refugees=seats=vehicles=cars=animals=patients=times=households',
);
add(Kind.thence, 'then');
add(Kind.no, 'not=never=nor=neither=nobody');
// tense
add(
  Kind.announces,
  'begins=starts=opens=closes=expires=returns=concludes=resumes=reconvenes=premieres=airs=meets=reopens=departs=arrives=ends=faces=hosts',
);
add(Kind.future, 'will=shall');
add(Kind.modal, 'would=wouldn could=couldn might may must should=shouldn can');
add(Kind.be, 'is are am isn=aren=ain');
add(Kind.was, 'was=wasn were=weren');
add(Kind.have, 'has=hasn have=haven had=hadn having');
add(
  Kind.due,
  'expected=due=slated=scheduled=likely=poised=expecting=going=supposed=bound=anticipated=projected=billed=earmarked set effective=payable',
);
add(Kind.plan, 'plans=plan=intends=intend=hopes=hope=aims=aim=expects=expect=seeks=wants=want=planning=hoping=aiming');
add(Kind.planned, 'planned=agreed=vowed=promised=hoped=ordered=invited=intended=prepared=decided=wanted=pledged=threatened=asked=told');
add(Kind.said, 'said=says=added=noted=wrote=announced=reported=stated=insisted=argued=explained=warned=acknowledged=confirmed');
add(
  Kind.past,
  'did=didn=made=went=took=met=held=won=lost=began=came=left=gave=got=saw=found=thought=brought=bought=sold=sent=spent=kept=felt=fell=rose=grew=drew=flew=knew=threw=broke=spoke=drove=chose=stood=understood=led=paid=laid=built=struck=stuck=caught=taught=fought=sought=heard=became=ran=sat=swore=tore=wore=shot=hid=rode=shook=sank=sang=slept=stole=swept=woke=fled=dealt=meant=read=ate=beat=bound=bred=clung=crept=dug=fed=forgot=forgave=froze=hung=lent=lit=overcame=overtook=withdrew=undertook=arose=awoke=bore=bit=blew=sped=spun=split=spread=sprang=swam=swung=underwent=withheld=won=lay=taken=given=seen=done=gone=known=shown=begun=fallen=broken=spoken=written=driven=chosen=grown=thrown=drawn=flown=risen=stolen=frozen=hidden=forgotten=born=borne=beaten=been',
);

const SIZE = 4096;
const slots = new Uint16Array(SIZE);
const LONGEST = 13;

/** The hash that wordKind computes: a polynomial over code units with bit 5 set, so capitals do not count. */
const step = (h: number, c: number): number => (Math.imul(h, 31) + (c | 32)) | 0;
const slotOf = (h: number): number => (h ^ (h >>> 12)) & (SIZE - 1);

/** For each first letter, a bit for each length that a word of ours with it has: most words are turned away by this. */
const lengths = new Uint16Array(128);

const taken = new Set<string>();
lexemes.forEach((lexeme, index) => {
  if (taken.has(lexeme.word)) return;
  if (!lexeme.proper) taken.add(lexeme.word);
  lengths[lexeme.word.charCodeAt(0)]! |= 1 << lexeme.word.length;
  let h = 0;
  for (let i = 0; i < lexeme.word.length; i++) h = step(h, lexeme.word.charCodeAt(i));
  let slot = slotOf(h);
  while (slots[slot] !== 0) slot = (slot + 1) & (SIZE - 1);
  slots[slot] = index + 1;
});

const isCapital = (c: number): boolean => c >= 65 && c <= 90;

/** The lexeme that text[start, end) spells, as index into the lists below; -1 where it is none of ours. */
export function lexemeAt(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  if (end - start > LONGEST || first > 127 || (lengths[first | 32]! & (1 << (end - start))) === 0) return -1;
  let h = 0;
  for (let i = start; i < end; i++) h = step(h, text.charCodeAt(i));
  for (let slot = slotOf(h); slots[slot] !== 0; slot = (slot + 1) & (SIZE - 1)) {
    const lexeme = lexemes[slots[slot]! - 1]!;
    if ((!lexeme.proper || isCapital(text.charCodeAt(start))) && spells(text, start, end, lexeme.word)) return slots[slot]! - 1;
  }
  return -1;
}

function spells(text: string, start: number, end: number, word: string): boolean {
  if (end - start !== word.length) return false;
  for (let i = 0; i < word.length; i++) if ((text.charCodeAt(start + i) | 32) !== word.charCodeAt(i)) return false;
  return true;
}

export const lexemeKind = (index: number): number => lexemes[index]!.kind;
export const lexemeValue = (index: number): number => lexemes[index]!.value;
