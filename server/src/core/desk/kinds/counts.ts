import { oncePerParagraph } from '../../draft/once';
import { isHistory, isOfAnother, type Kind, own, type Said } from '../claim';
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
  { name: 'missing', done: 'missing|unaccounted for', doing: 'NONE', bare: true, grows: true },
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
    done: 'cancell?ed|grounded|delayed',
    doing: 'cancell?ed|cancell?ing|grounded|grounding|delayed',
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
const anybody = /^(?:people|persons?|victims?|others|)$/i;
const adjective = '(?:elderly|young|local|other|foreign|armed|suspected)';
const who = `(?:${adjective} )?(?:of its |of their )?(\\p{Ll}{2,16}s|\\p{Ll}{0,12}(?:men|people|children|women|folk|staff|police|crew))`;
const helping =
  '(?:(?:were|was|are|is|have been|has been|had been|will be|have|had|would be|to be|being|left|reported|confirmed|feared|reportedly|believed) ){0,3}';

const passive = (done: string, bare: boolean): RegExp =>
  new RegExp(`${countPattern} ${bare ? `(?:${who} )?` : `${who} `}${helping}(?:${done})\\b`, 'giu');
const active = (doing: string, bare: boolean): RegExp =>
  new RegExp(
    `\\b(?:${doing}) (?:down )?${countPattern}(?: ${who}\\b${bare ? '|(?= ?[,.;]| and\\b| in\\b| on\\b| near\\b| at\\b)' : ''})`,
    'giu',
  );
const patterns = effects.flatMap((e) => [
  { ...e, pattern: passive(e.done, e.bare) },
  ...(e.doing === 'NONE' ? [] : [{ ...e, pattern: active(e.doing, e.bare) }]),
]);
const toll = new RegExp(`\\bdeath toll (?:[^.,;\\d]{0,40} )?(?:to|at|is|was|of|reached|reaches|hit|hits) ${countPattern}`, 'giu');
const worth = new RegExp(effects.map((e) => `${e.done}|${e.doing}`).join('|'), 'i');

/** Counts of other days, of other events and of a part. */
const besides =
  /\b(?:since|so far this|last (?:year|month|week)|(?:years?|months?|weeks?) (?:ago|earlier|later|before)|previous|previously|earlier|separate|separately|another|elsewhere|also|each|every|average|annually|per (?:day|year|week|month)|anniversary|similar|nationwide|nationally|overall|in all|in total|across|initially|originally|at first|first reports?|early reports?|revised|corrected|in (?:19|20)\d\d|a year|over the (?:past|last)|total|simulat|drill|fictional|if|would|could|might|may|not)\b/i;

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
  const add = (name: string, grows: boolean, pattern: RegExp): void => {
    for (const { m, span, sentence } of own(paragraph, pattern)) {
      const figure = figureOf(m[1], m[2]!);
      const words = text.slice(sentence.start, sentence.end);
      const lead = text.slice(Math.max(sentence.start, span.start - 24), span.start);
      if (!figure || besides.test(words) || part.test(lead) || /\bmore\b(?! than)/i.test(m[0])) continue;
      // "the driver and three others" are a part; after the dead "20 others were hurt" are all the hurt
      if (
        /\bothers?\b/i.test(m[0]) &&
        !(
          name === 'hurt' &&
          /\b(?:killed|dead|died|killing)\b/i.test(text.slice(sentence.start, span.start)) &&
          !/(?<!killed|dead|died) and\s*$/i.test(lead)
        )
      )
        continue;
      const noun = (m[3] ?? '').toLowerCase();
      const key = `${name} ${anybody.test(noun) ? 'people' : noun.replace(/s$/, '')}`;
      if (!out.some((o) => o.span.start < span.end && span.start < o.span.end)) out.push({ key, span, sentence, value: { figure, grows } });
    }
  };
  for (const { name, grows, pattern } of patterns) add(name, grows, pattern);
  add('dead', true, toll);
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
    const remedy = 'One of the two counts is older or wrong: settle which.';
    if (agree(x, y)) {
      const running = days === 0 && a.value.grows && x.number !== y.number && ((x.floor && y.exact) || (x.exact && y.floor));
      return running ? { severity: 'info', remedy: 'Both can be true, but side by side they read as two tolls: agree on one.' } : undefined;
    }
    const sides = areTwoSides(speakerOf(a.placed.paragraph, a.sentence), speakerOf(b.placed.paragraph, b.sentence), [pair.a, pair.b]);
    return { severity: days > 0 || sides || !dated ? 'info' : 'warning', remedy };
  },
};
