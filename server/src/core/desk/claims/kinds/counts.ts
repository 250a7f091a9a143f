import { oncePerParagraph } from '../../../draft/once';
import { type Claim, isHistory, isOfAnother, type Kind, own, type Said } from '../claim';
import { agree, countPattern, type Figure, figureOf } from '../figures';
import { areTwoSides, speakerOf } from '../speakers';

/** What befalls those who are counted, by the words for it; and whether the count grows as the days pass. */
const effects: readonly {
  readonly name: string;
  readonly done: string;
  readonly doing: string;
  readonly bare: boolean;
  readonly grows: boolean;
}[] = [
  { name: 'dead', done: 'killed|dead|died|die|shot dead', doing: 'killed|killing|kills|kill', bare: true, grows: true },
  { name: 'hurt', done: 'injured|hurt|wounded', doing: 'injured|injuring|injures|wounded|wounding|hurt|hurting', bare: true, grows: true },
  { name: 'missing', done: 'missing|unaccounted for', doing: '', bare: true, grows: true },
  { name: 'held', done: 'arrested|detained', doing: 'arrested|arresting|detained|detaining', bare: false, grows: true },
  { name: 'moved', done: 'evacuated|displaced', doing: 'evacuated|evacuating|displaced|displacing', bare: false, grows: true },
  { name: 'saved', done: 'rescued', doing: 'rescued|rescuing', bare: false, grows: true },
  { name: 'charged', done: 'charged|indicted', doing: 'charged|charging|indicted', bare: false, grows: true },
  {
    name: 'cut',
    done: 'cut|axed|lost|eliminated',
    doing: 'cut|cuts|cutting|axe|axed|axing|shed|shedding|eliminate|eliminating|lay off|laying off',
    bare: false,
    grows: false,
  },
  { name: 'made', done: 'created', doing: 'create|creates|created|creating|hire|hiring', bare: false, grows: false },
  {
    name: 'called off',
    done: 'cancelled|canceled|grounded|delayed',
    doing: 'cancelled|canceled|cancelling|canceling|grounded|grounding|delayed',
    bare: false,
    grows: true,
  },
  {
    name: 'destroyed',
    done: 'destroyed|burned down|razed|burnt down',
    doing: 'destroyed|destroying|razed|razing',
    bare: false,
    grows: true,
  },
  { name: 'shut', done: 'closed|shut|to close', doing: 'close|closing|shut|shutting', bare: false, grows: false },
  { name: 'recalled', done: 'recalled', doing: 'recall|recalls|recalled|recalling', bare: false, grows: false },
];

/** Those who are no more than people. */
const anybody = /^(?:people|persons?|victims?|others|)$/;
const adjective = '(?:elderly|young|local|other|foreign|armed|suspected)';
const who = `(?:${adjective} )?(?:of its |of their )?([a-z]{2,16}s|[a-z]{0,12}(?:men|people|children|women|folk|staff|police|crew))`;
const helping =
  '(?:(?:were|was|are|is|have been|has been|had been|will be|have|had|would be|to be|being|left|reported|confirmed|feared|reportedly|believed) ){0,3}';
const words = (of: 'done' | 'doing'): string =>
  effects
    .flatMap((e) => (e[of] === '' ? [] : e[of].split('|')))
    .sort((x, y) => y.length - x.length)
    .join('|');
/** "12 people were killed", "14 dead": groups bound, figure, who, effect. */
const passive = new RegExp(`${countPattern} (?:${who} )?${helping}(${words('done')})\\b`, 'gi');
/** "killed 12 people", "killing two": groups effect, bound, figure, who. */
const active = new RegExp(
  `\\b(${words('doing')}) (?:down )?${countPattern}(?: ${who}\\b|(?= ?[,.;]| and\\b| in\\b| on\\b| near\\b| at\\b))`,
  'gi',
);
const toll = new RegExp(`\\bdeath toll (?:[^.,;\\d]{0,40} )?(?:to|at|is|was|of|reached|reaches|hit|hits) ${countPattern}`, 'gi');
/** "54 arrests", "two deaths". */
const nouns: Readonly<Record<string, string>> = { arrests: 'held', deaths: 'dead', fatalities: 'dead', injuries: 'hurt' };
const named = new RegExp(
  `\\b(?:were|was|made|caused|causing|reported|recorded|confirmed|left) ${countPattern} (${Object.keys(nouns).join('|')})\\b`,
  'gi',
);
const worth = new RegExp(`\\b(?:${Object.keys(nouns).join('|')}|${words('done')}|${words('doing')}|death toll)\\b`, 'i');
const effectOf = (word: string, of: 'done' | 'doing'): (typeof effects)[number] | undefined =>
  effects.find((e) => new RegExp(`^(?:${e[of]})$`, 'i').test(word));

/** Counts of other days, of other events and of a part. */
const besides =
  /\b(?:since|so far this|last (?:year|month|week)|(?:years?|months?|weeks?) (?:ago|earlier|later|before)|previous|previously|earlier|separate|separately|another|elsewhere|also|each|every|average|annually|per (?:day|year|week|month)|anniversary|similar|nationwide|nationally|overall|in all|in total|across|initially|originally|at first|first reports?|early reports?|revised|corrected|in (?:19|20)\d\d|a year|over the (?:past|last)|total|(?:was|were) found|simulat|drill|fictional|if|would|could|might|may|not)\b/i;

/** Before a count: it is a part of another, or one of two guesses. */
const part = /\b(?:including|among them|more|of them|of whom|or|aged?|of|for|first|all|between)\s*$/i;

interface Count {
  readonly figure: Figure;
  readonly grows: boolean;
}

function read(paragraph: Parameters<Kind<Count>['read']>[0]): Said<Count>[] {
  const out: Said<Count>[] = [];
  const { text } = paragraph;
  if (!worth.test(text)) return out;
  const add = (
    effect: (typeof effects)[number] | undefined,
    bound: string | undefined,
    number: string,
    noun: string,
    m: string,
    span: Said<Count>['span'],
    sentence: Said<Count>['sentence'],
  ): void => {
    const figure = figureOf(bound, number);
    const lead = text.slice(Math.max(sentence.start, span.start - 24), span.start);
    if (!effect || !figure || (noun === '' && !effect.bare) || part.test(lead) || /\bmore\b(?! than)/i.test(m)) return;
    if (besides.test(text.slice(sentence.start, sentence.end)) || out.some((o) => o.span.start < span.end && span.start < o.span.end))
      return;
    // "the driver and three others" are a part; after the dead "20 others were hurt" are all the hurt
    const hurtBeside = effect.name === 'hurt' && /\b(?:killed|dead|died|killing)\b/i.test(text.slice(sentence.start, span.start));
    if (/\bothers?\b/i.test(m) && !(hurtBeside && !/(?<!killed|dead|died) and\s*$/i.test(lead))) return;
    const key = `${effect.name} ${anybody.test(noun) ? 'people' : noun.replace(/s$/, '')}`;
    out.push({ key, span, sentence, value: { figure, grows: effect.grows } });
  };
  for (const { m, span, sentence } of own(paragraph, passive))
    add(effectOf(m[4]!, 'done'), m[1], m[2]!, (m[3] ?? '').toLowerCase(), m[0], span, sentence);
  for (const { m, span, sentence } of own(paragraph, active))
    add(effectOf(m[1]!, 'doing'), m[2], m[3]!, (m[4] ?? '').toLowerCase(), m[0], span, sentence);
  for (const { m, span, sentence } of own(paragraph, named)) {
    const name = nouns[m[3]!.toLowerCase()];
    const effect = effects.find((e) => e.name === name);
    add(effect && { ...effect, bare: true }, m[1], m[2]!, '', m[0], span, sentence);
  }
  for (const { m, span, sentence } of own(paragraph, toll)) add(effects[0], m[1], m[2]!, '', m[0], span, sentence);
  return out;
}

/** How many were killed, hurt, arrested; how many jobs go, how many flights were cancelled. */
export const counts: Kind<Count> = {
  name: 'counts',
  read: oncePerParagraph(read),
  alone: ({ figure }) => String(figure.number),
  clash(a, b, { days, dated, ...pair }) {
    const [x, y] = [a.value.figure, b.value.figure];
    if (isHistory(a) || isHistory(b) || isOfAnother(a, b)) return undefined;
    // a count grows from one day to the next
    if (a.value.grows && (!dated || (days > 0 && y.number >= x.number))) return undefined;
    if (
      isOfCause(a, b) ||
      isOfCause(b, a) ||
      (a.key.startsWith('dead') && Math.abs(x.number - y.number) <= 2 && (hasKiller(a) || hasKiller(b)))
    )
      return undefined;
    const remedy = 'One of the two counts is older or wrong: settle which.';
    if (agree(x, y)) {
      const running = days === 0 && a.value.grows && x.number !== y.number && ((x.floor && y.exact) || (x.exact && y.floor));
      return running ? { severity: 'info', remedy: 'Both can be true, but side by side they read as two tolls: agree on one.' } : undefined;
    }
    const sides = areTwoSides(speakerOf(a.placed.paragraph, a.sentence), speakerOf(b.placed.paragraph, b.sentence), [pair.a, pair.b]);
    return { severity: days > 0 || sides || !dated ? 'info' : 'warning', remedy };
  },
};

/** "killed by falling trees": a part of the dead, where the other draft knows of no trees. */
function isOfCause(claim: Claim<Count>, { draft }: Claim<Count>): boolean {
  const cause = /^ by ([^.,;:]{3,40})/.exec(claim.placed.paragraph.text.slice(claim.span.end))?.[1];
  const named = cause?.match(/\p{L}{4,30}/gu) ?? [];
  const there = draft.text.toLowerCase();
  return named.length > 0 && !named.some((w) => there.includes(w.toLowerCase()));
}

/** Of a gunman's dead some drafts count him, and some do not. */
const hasKiller = ({ draft }: Claim<Count>): boolean =>
  /\b(?:gunm[ae]n|shooters?|attackers?|bombers?|assailants?|suspects?|pilot)\b/i.test(draft.text);
