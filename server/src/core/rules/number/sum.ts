import type { ParagraphRule, Report } from '../../lint/rule';
import { smallNumbers } from '../../text/spelled-number';

const words = [...smallNumbers, 'twenty'];
const figure = `\\d{1,3}(?:,\\d{3})*|${words.slice(1).reverse().join('|')}`;
/** "1,200", "twelve". */
const numberOf = (text: string): number => (/^\d/.test(text) ? Number(text.replace(/,/g, '')) : words.indexOf(text.toLowerCase()));
const percent = '(?:%|percent|per cent|pct)';

export const sum: ParagraphRule = {
  id: 'number/sum',
  scope: 'paragraph',
  summary: 'Figures in one sentence that do not add up: parts and whole, margins, shares.',
  rationale: 'The reader has both figures before them. One of them is wrong, and so, to the reader, may be the rest.',
  severity: 'warning',
  quotes: 'skip',
  examples: {
    wrong: [
      { marked: 'The crash killed ⟦12 people, including eight men and six women⟧.' },
      { marked: 'Fire hurt ⟦nine people, including 11 children⟧.' },
      { marked: 'The bill passed ⟦52-48, a six-vote margin⟧.' },
      { marked: 'Of the voters ⟦60 percent were for it, 30 percent against, and the remaining 20 percent⟧ undecided.' },
      { marked: 'Fares rose ⟦from 120 to 150 euros, an increase of 40⟧ euros.' },
    ],
    stands: [
      'The crash killed 14 people, including eight men and six women.',
      'The bill passed 52-48, a four-vote margin.',
      'Of the voters 60 percent were for it, 30 percent against, and the remaining 10 percent undecided.',
      'Fares rose from 120 to 150 euros, an increase of 25 percent.',
      'Police held 12 people, including eight foreigners and six children.',
    ],
  },
  *check(paragraph) {
    const { text } = paragraph;
    if (text.includes(' including ')) yield* partsIn(text);
    if (/\d ?[-–] ?\d| to \d/.test(text)) yield* marginsIn(text);
    if (rest.test(text)) for (const s of paragraph.sentences) yield* sharesIn(text.slice(s.start, s.end), s.start);
    if (text.includes('from ')) yield* changesIn(text);
  },
};

const unlike = ['men', 'women', 'children', 'boys', 'girls'];
const including = new RegExp(
  `\\b(${figure}) (people|persons|passengers|victims|students|workers|employees|members|residents|soldiers|civilians|officers|others|patients|migrants|prisoners|hostages|suspects|protesters|lawmakers)\\b,? including (${figure}) (\\p{L}+)(?: and (${figure}) (\\p{L}+))?`,
  'giu',
);

/** A part that is more than the whole; parts that cannot overlap (men, women, children) and are more together. */
function* partsIn(text: string): Iterable<Report> {
  for (const m of text.matchAll(including)) {
    const [whole, a] = [numberOf(m[1]!), numberOf(m[3]!)];
    const b = m[5] === undefined ? 0 : numberOf(m[5]);
    const apart =
      unlike.includes(m[4]!.toLowerCase()) &&
      m[6] !== undefined &&
      unlike.includes(m[6].toLowerCase()) &&
      m[4] !== m[6] &&
      !(/^(?:boys|girls)$/i.test(m[4]!) !== /^(?:boys|girls)$/i.test(m[6]) && /children/i.test(m[4]! + m[6]));
    const parts = apart ? a + b : Math.max(a, b);
    if (parts <= whole || before(text, m.index, /\b(?:more than|over|at least|nearly|almost|about|some|another|other|of)\s*$/i)) continue;
    const span = { start: m.index, end: m.index + m[0].length };
    yield {
      span,
      message: `"${m[0]}": ${apart ? `${a} and ${b} are ${a + b}` : `${parts} is`} more than the ${whole} that they are part of. Check the figures.`,
      evidence: [{ text: apart ? `${a} + ${b} = ${a + b} > ${whole}` : `${parts} > ${whole}` }],
    };
  }
}

const before = (text: string, at: number, pattern: RegExp): boolean => pattern.test(text.slice(Math.max(0, at - 20), at));

const margin = new RegExp(
  `(?<![\\d-])(\\d{1,3}) ?[-–] ?(\\d{1,3}),? (?:for |with |by )?an? (${figure})-(vote|point|goal|run|seat|try) (?:margin|lead|win|victory|defeat|loss)\\b`,
  'giu',
);

/** "1,212 to 1,201, a margin of 13 votes" */
const apart = new RegExp(
  `(?<![\\d.,-])(\\d{1,3}(?:,\\d{3})*)(?: votes)?(?: to | ?[-–] ?)(\\d{1,3}(?:,\\d{3})*),? (?:with |by )?a (?:margin|majority|difference) of (?:just |only )?(${figure}) (?:votes|points|goals|runs|seats)\\b`,
  'giu',
);

/** "52-48, a six-vote margin". */
function* marginsIn(text: string): Iterable<Report> {
  for (const m of [...text.matchAll(margin), ...text.matchAll(apart)]) {
    const [a, b, said] = [numberOf(m[1]!), numberOf(m[2]!), numberOf(m[3]!)];
    if (Math.abs(a - b) === said || a + b === 0) continue;
    yield {
      span: { start: m.index, end: m.index + m[0].length },
      message: `"${m[0]}": ${a} and ${b} are ${Math.abs(a - b)} apart, not ${said}. Check the figures.`,
      evidence: [{ text: `${Math.max(a, b)} - ${Math.min(a, b)} = ${Math.abs(a - b)}` }],
    };
  }
}

const share = new RegExp(`(\\d{1,3}(?:\\.\\d+)?) ?${percent}`, 'gi');
const rest = new RegExp(`\\b(?:the )?(?:remaining|other) (\\d{1,3}(?:\\.\\d+)?) ?${percent}`, 'i');

/** Shares of one whole, the last of them "the remaining": they make a hundred. */
function* sharesIn(sentence: string, at: number): Iterable<Report> {
  const last = rest.exec(sentence);
  if (!last) return;
  const end = last.index + last[0].length;
  const shares = [...sentence.slice(0, end).matchAll(share)];
  if (
    shares.length < 2 ||
    shares.length > 6 ||
    /\b(?:rose|fell|up|down|increase|decrease|growth|compared|from|stake|interest|inflation|than)\b/i.test(sentence)
  )
    return;
  const total = shares.reduce((n, m) => n + Number(m[1]), 0);
  const start = shares[0]!.index;
  // a long sentence counts more wholes than one
  if (Math.abs(total - 100) <= 1.5 || end - start > 160) return;
  yield {
    span: { start: at + start, end: at + end },
    message: `The shares make ${Math.round(total * 10) / 10} percent, not 100. Check the figures.`,
    evidence: [{ text: `${shares.map((m) => m[1]).join(' + ')} = ${Math.round(total * 10) / 10}` }],
  };
}

const changed =
  /\bfrom (\d[\d,]*(?:\.\d+)?) to (\d[\d,]*(?:\.\d+)?)( (?:percent|euros|dollars|pounds|points|people|cases|seats|votes|jobs|million|billion))?,? an? (?:rise|increase|gain|jump|drop|fall|decline|decrease|loss) of (\d[\d,]*(?:\.\d+)?)\b(?! ?(?:%|per|pct|basis|million|billion|times)|[\d.,]\d)/gi;

/** "from 120 to 150, an increase of 40". */
function* changesIn(text: string): Iterable<Report> {
  for (const m of text.matchAll(changed)) {
    const [a, b, said] = [m[1]!, m[2]!, m[4]!].map((n) => Number(n.replace(/,/g, ''))) as [number, number, number];
    const by = Math.round(Math.abs(b - a) * 1000) / 1000;
    // a figure in percent may be the share of the change
    if (
      Math.abs(by - said) <= 0.051 * Math.max(1, 10 ** (String(said).length - 1)) ||
      (m[3] === ' percent' && /percent/.test(text.slice(m.index + m[0].length, m.index + m[0].length + 12)))
    )
      continue;
    yield {
      span: { start: m.index, end: m.index + m[0].length },
      message: `"${m[0]}": the two are ${by} apart, not ${said}. Check the figures.`,
      evidence: [{ text: `${Math.max(a, b)} - ${Math.min(a, b)} = ${by}` }],
    };
  }
}
