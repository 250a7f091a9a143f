import { bodyForms } from '../../draft/mentions/forms';
import type { Tokens } from '../../draft/mentions/tokens';
import type { Body, Knowledge } from '../../knowledge/knowledge';
import { fold } from '../../text/fold';
import { isOrdinary } from './lists';
import { properly } from './near/body-words';

export interface Capital {
  readonly right: string;
  readonly fact: string;
}

const kept = new WeakMap<Knowledge, Map<string, Capital | undefined>>();

/** Words that name a place or a people and are common nouns as well, beside those of the lists. */
const common = new Set(
  'turkey china polish jersey chad march reading nice mobile chile cologne bologna lima panama cuba guinea cork bath derby essex java kiwi limerick manila mocha morocco oxford danish dutch scotch muscat sucre male victoria roman romans arabic ottoman hermitage champagne bordeaux burgundy angora cashmere denim damask bikini vienna holland tonga'.split(
    ' ',
  ),
);
/** What follows a nation's adjective in terms that are written without a capital. */
const terms =
  /^(?:fries|fry|toast|doors?|windows?|bread|horn|kiss(?:es|ing)?|press|braids?|dressing|cuffs?|leave|letter|roulette|salad|twist|bath|towel|delight|coffee|rug|carpet|muffins?|setter|horn|breakfast|ivy|chocolate|cheese|chard|army|roll|pastry|oven|courage|uncle|treat|door|elm|blinds?|numerals?|alphabet|type|candles?|noses?|ink|rubber|summer|giver|corn|file|measles|shepherds?|shorts?|onion|grass|heels?|sprouts?|steel|nuts?|cotton|goose|syndrome|tape|egg|eggs|broil|dip|pigs?|fowl|worm|whip|hat|hats)$/;

/** The capital form of a lower-case word that is nothing but the name of a country, its people, a capital or a seat of power. */
export function lowerBody(word: string, knowledge: Knowledge): Capital | undefined {
  if (word.length < 4) return undefined;
  let map = kept.get(knowledge);
  if (!map) {
    map = new Map();
    kept.set(knowledge, map);
  }
  if (map.has(word)) return map.get(word);
  const answer = look(word, knowledge);
  if (map.size < 20000) map.set(word, answer);
  return answer;
}

function look(word: string, knowledge: Knowledge): Capital | undefined {
  const folded = fold(word);
  if (isOrdinary(folded) || common.has(folded) || knowledge.bodyFormsFrom(folded).length === 0) return undefined;
  const named = knowledge
    .bodiesNamed(folded)
    .find(
      (b) =>
        fold(b.name) === folded &&
        b.type === 'place' &&
        (/^(?:country|continent|state)$/.test(b.kind) || (b.kind === 'city' && isCapital(b, knowledge)) || folded === 'kremlin'),
    );
  if (named) return { right: named.name, fact: `${named.name}, ${named.kind}` };
  const people = knowledge.bodiesByAdjective(folded).find((b) => b.kind === 'country' || b.kind === 'continent');
  if (people) return { right: properly(people, folded), fact: `of ${people.name}` };
  return undefined;
}

function isCapital(city: Body, knowledge: Knowledge): boolean {
  const country = city.in ? knowledge.body(city.in) : undefined;
  return country?.kind === 'country' && country.capital === city.name;
}

/** "french fries", "brussels sprouts": no capital needed. */
export function keepsLower(t: Tokens, i: number, word: string): boolean {
  if (/^(?:romans?|goth|bohemian)/.test(word)) return true;
  return i + 1 < t.words.count && t.joined(i) && terms.test(t.word(i + 1));
}

/** Nouns at the end of a name that some houses write small: "Labour party", "supreme court". */
const generic = new Set(
  'party court government parliament ministry department university college school army navy force forces police guard guards church river lake mountain mountains island islands sea ocean bay valley desert county city state states province district region territory street avenue road square bridge airport station stadium park museum hospital center centre council committee commission board agency bureau office service services league association society foundation institute company corporation group fund club act treaty war day world cup airlines airways line wing strip coast border peninsula canal strait gulf hills forest caucus administration conference congress assembly senate house prison zone wall palace cathedral mosque temple tower building hall theater theatre newspaper magazine news agency prize award times post daily journal convention summit accord accords movement front federation republic kingdom empire elementary high community international air base complex hotel plant reservation laboratory jail parish borough detention correctional medical'.split(
    ' ',
  ),
);
const directions =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|southeast|southwest|northeast|northwest|south-east|north-east|inner|outer|upper|lower|greater|southeastern|latin|sub-saharan)$/;
const ofNoun =
  /^(?:city|state|republic|kingdom|government|bank|house|church|university|college|department|ministry|office|board|parliament|court|gulf|sea|bay|strait|isle|duchy|province|county|president|king|queen|prince|mayor|bishop|archbishop|palace|court|school|port|town|village|district|people|federation|commonwealth|union|association)$/;
const small = new Set('of the and for in de la du des del di da van von der on at to et y e le les a an st al el'.split(' '));

/** Names that are always written with every capital. */
const whole =
  /^(?:united (?:nations|states|kingdom|arab emirates)|(?:the )?white house|(?:european|african|soviet) union|federal reserve|red cross|world bank|middle east|wall street|capitol hill|downing street|far east|ivory coast|saudi arabia|new york|los angeles|hong kong)$/;
/** What two countries or states divide between them. */
const halves = /^(?:korea|sudan|africa|carolina|dakota|virginia|timor|macedonia|ossetia|ireland|cyprus)$/;

export interface PartDown extends Capital {
  readonly start: number;
  readonly end: number;
}

/** The words without a capital of a name of several words that begins at word i and has a capital somewhere. */
export function partsDown(t: Tokens, i: number, knowledge: Knowledge): PartDown[] {
  if (i + 1 >= t.words.count || !t.joined(i)) return [];
  if (t.capital(i) === t.capital(i + 1) && (i + 2 >= t.words.count || t.capital(i) === t.capital(i + 2))) return [];
  for (const { text: form, words: parts, means } of bodyForms(knowledge, t.folded(i))?.longer.get(t.folded(i + 1)) ?? []) {
    if (
      !parts.every(
        (p, n) =>
          i + n < t.words.count &&
          (n === 0 || t.joined(i + n - 1)) &&
          t.folded(i + n) === p &&
          (n === parts.length - 1 || t.end(i + n) === t.words.bounds[2 * (i + n) + 1]!),
      )
    )
      continue;
    const body = means[0]!;
    const right = properly(body, form).split(' ');
    if (right.length !== parts.length) continue;
    if (!parts.some((p, n) => t.capital(i + n) && !small.has(p))) return [];
    // at the start of a sentence the capital is the sentence's
    if (t.capital(i) && opensSentence(t, i) && !parts.some((p, n) => n > 0 && t.capital(i + n) && !small.has(p))) {
      if (isOrdinary(parts[0]!)) return [];
    }
    const out: PartDown[] = [];
    for (const [n, part] of parts.entries()) {
      if (
        t.capital(i + n) ||
        small.has(part) ||
        /^(?:al|el|ad|as|ash|an|ar|az|ul|d)[-'’]/.test(part) ||
        right[n]![0] === right[n]![0]!.toLowerCase()
      )
        continue;
      const rest = parts.slice(n + 1);
      // at the end of a name many houses write plain nouns small: "the Labour party", "the Dow Jones industrial average"
      if (n > 0 && !parts.some((_, k) => k > n && t.capital(i + k)) && (generic.has(part) || isOrdinary(part)) && !whole.test(form))
        continue;
      if (n === 0 && directions.test(part) && !(/^(?:country|state|territory)$/.test(body.kind) && halves.test(rest.join(' ')))) continue;
      // "liberal Democrats": what is left is a name without the word
      if (
        n === 0 &&
        !whole.test(form) &&
        isOrdinary(part) &&
        (knowledge.bodiesNamed(rest.join(' ')).length > 0 ||
          !isOrdinary(rest.at(-1)!) ||
          /^(?:democrat|republican|conservative|green|socialist|nationalist)s$/.test(rest.at(-1)!))
      )
        continue;
      if (n === 0 && parts[1] === 'of' && ofNoun.test(part)) continue;
      // "the state Department of Health": another name begins behind the word
      if (n === 0 && isOrdinary(part) && behind(t, i + parts.length, /^(?:of|for)$/)) continue;
      out.push({ start: t.start(i + n), end: t.end(i + n), right: right[n]!, fact: right.join(' ') });
    }
    return out;
  }
  return [];
}

const behind = (t: Tokens, k: number, word: RegExp): boolean => k < t.words.count && t.joined(k - 1) && word.test(t.word(k));

const opensSentence = (t: Tokens, i: number): boolean =>
  i === 0 || /[.!?:;“”"‘(—–\n•]\s*$/.test(t.text.slice(Math.max(0, t.start(i) - 3), t.start(i)));
