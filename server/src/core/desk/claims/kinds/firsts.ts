import { oncePerParagraph } from '../../../draft/once';
import { capitals, type Kind, own, type Said } from '../claim';

interface First {
  readonly year: number;
  /** Who, as far as the phrase names them. */
  readonly names: readonly string[];
  /** It speaks of offices, not of people: "between a US and a Russian president". */
  readonly byOffice: boolean;
}

const superlative =
  '(?:first|highest|lowest|biggest|largest|worst|best|fastest|slowest|smallest|deepest|sharpest|steepest|longest|shortest|strongest|weakest|hottest|coldest|warmest|wettest|driest|deadliest|heaviest|busiest)';
const since = new RegExp(
  `\\b(${superlative}) ((?:[\\p{L}\\d’'.-]{1,30} ){1,14}?)since (?:[^.,;:!?()\\d]{0,30}?)((?:19|20)\\d\\d)(?![\\d-])(?: \\p{Lu}[\\p{L}’'-]{1,30}){0,3}`,
  'gu',
);
/** Where the noun of the phrase is over. */
const link =
  /^(?:between|with|of|for|by|in|at|from|on|to|against|among|under|outside|since|that|(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)$)\p{Lu}.*)$/u;
/** Words of one meaning. */
const same: readonly (readonly [RegExp, string])[] = [
  [/^(?:summit|meetings?|encounter|talks|sit-down)$/, 'meeting'],
  [/^(?:face-to-face|in-person|direct)$/, 'in-person'],
  [/^(?:win|victory)$/, 'win'],
  [/^(?:biggest|largest)$/, 'largest'],
  [/^(?:drop|fall|decline)$/, 'fall'],
  [/^(?:rise|increase|gain|jump)$/, 'rise'],
];
const plain = (word: string): string => same.find(([w]) => w.test(word))?.[1] ?? word;
/** Words that belong to no noun: "the first time since". */
const empty = /^(?:time|since|such|ever|one|day|week|month|year|level|point|since)$/;

function read(paragraph: Parameters<Kind<First>['read']>[0]): Said<First>[] {
  const out: Said<First>[] = [];
  const { text } = paragraph;
  if (!text.includes(' since ')) return out;
  for (const { m, span, sentence } of own(paragraph, since)) {
    if (/\b(?:not|never|nor)\b[^,;]{0,40}$/i.test(text.slice(sentence.start, span.start))) continue;
    const words = m[2]!.trim().split(' ');
    const linked = words.findIndex((w) => link.test(w));
    const phrase = linked < 0 ? words : words.slice(0, linked);
    const noun = plain(phrase.at(-1) ?? '');
    if (noun === '' || empty.test(noun)) continue;
    // a meeting is in person, whether that is said or not
    const adjectives = phrase
      .slice(0, -1)
      .map(plain)
      .filter((w) => noun !== 'meeting' || w !== 'in-person')
      .sort();
    const owner =
      /((?:\p{Lu}[\p{L}.-]{0,30} ){0,2}\p{Lu}[\p{L}.-]{0,30})[’']s? $/u.exec(
        text.slice(Math.max(sentence.start, span.start - 40), span.start),
      )?.[0] ?? '';
    const tail = linked < 0 ? [] : words.slice(linked);
    // what the phrase is of, names apart, tells one measure from another
    const rest = noun === 'meeting' ? [] : tail.filter((w) => w.length > 3 && !link.test(w)).sort();
    out.push({
      key: [plain(m[1]!), ...adjectives, noun, ...rest].join(' '),
      span: { start: span.start - owner.length, end: span.end },
      sentence,
      value: {
        year: Number(m[3]),
        names: capitals(`${owner} ${tail.join(' ')}`),
        byOffice: owner === '' && tail.some((w) => /^(?:presidents?|leaders?|premiers?|ministers?|heads|chancellors?)$/i.test(w)),
      },
    });
  }
  return out;
}

/** "The first summit since 2018", "the first since 2021". */
export const firsts: Kind<First> = {
  name: 'firsts',
  read: oncePerParagraph(read),
  alone: ({ year }) => String(year),
  clash(a, b, { days }) {
    if (a.value.year === b.value.year) return undefined;
    const [x, y] = [a.value.names, b.value.names];
    const shared = x.filter((n) => y.includes(n)).length;
    if (shared === x.length && shared === y.length) return { severity: days > 0 ? 'info' : 'warning', remedy: 'Check which year it was.' };
    // a first of the office is not one of the man, and the reader takes the two for one
    const mixed = a.key.includes('meeting') && a.value.byOffice !== b.value.byOffice && x.length > 1 && y.length > 1;
    return mixed ? { severity: 'info', remedy: 'Say of whom it is the first, or settle the year.' } : undefined;
  },
};
