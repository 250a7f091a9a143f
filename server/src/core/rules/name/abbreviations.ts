import type { Draft, Paragraph, Placed } from '../../draft/draft';
import { readOnce } from '../../draft/once';
import type { Body, Knowledge } from '../../knowledge/knowledge';
import type { DraftReport } from '../../lint/rule';
import { fold } from '../../text/fold';
import type { Span } from '../../text/span';
import { wordsIn } from './near/capital-runs';

/** Abbreviations that need no spelling out. */
const common = new Set(
  'US USA UK UN EU UAE DC NATO FBI CIA NSA IRS CEO CFO COO GDP TV AM PM AP AFP BBC CNN NBC ABC CBS PBS NPR MSNBC ESPN HBO NASA AIDS HIV COVID DNA RNA UFO NBA NFL NHL MLB FIFA UEFA NCAA AT&T IBM BMW UPS USPS GOP ID IQ PC OK LGBT LGBTQ HIV PTSD ICE DHS DOJ EPA FEMA WHO IMF WTO OPEC UNICEF UNESCO NAFTA SWAT ATM ISIS IRA PLO KGB FSB MI5 MI6 ITV HSBC BP GM YMCA UCLA MIT USAID II III IV VI VII VIII IX XI XII AC DIY FAQ PDF URL WASHINGTON LONDON MOSCOW'.split(
    ' ',
  ),
);

/** Abbreviations of a paragraph that are a known organisation's. */
const abbreviationsIn: (paragraph: Paragraph, knowledge: Knowledge) => readonly { word: string; span: Span; bodies: readonly Body[] }[] =
  readOnce((paragraph, knowledge) => {
    const out: { word: string; span: Span; bodies: readonly Body[] }[] = [];
    const { kind, text } = paragraph;
    if ((kind !== 'prose' && kind !== 'item') || !/[A-Z]{3}/.test(text)) return out;
    const t = wordsIn(paragraph);
    for (let i = 0; i < t.words.count; i++) {
      const span = { start: t.start(i), end: t.end(i) };
      if (span.end - span.start < 3 || span.end - span.start > 6 || !t.capital(i)) continue;
      const word = text.slice(span.start, span.end);
      if (
        !/^[A-Z]{3,6}$/.test(word) ||
        common.has(word) ||
        /[A-Z]{3}[^a-z]{0,3}$/.test(text.slice(Math.max(0, span.start - 8), span.start))
      )
        continue;
      const bodies = knowledge.bodiesNamed(word).filter((b) => spelledOut(b, word) !== undefined);
      if (bodies.length > 0) out.push({ word, span, bodies });
    }
    return out;
  });

/** Whether a paragraph has a folded text: remembered, for the same few are asked of every paragraph after every keystroke. */
const asked: (paragraph: Paragraph, knowledge: Knowledge) => (text: string) => boolean = readOnce((paragraph) => {
  const answers = new Map<string, boolean>();
  let folded: string | undefined;
  return (text) => {
    let answer = answers.get(text);
    if (answer === undefined) {
      folded ??= fold(paragraph.text);
      answer = folded.includes(text);
      answers.set(text, answer);
    }
    return answer;
  };
});

/** Abbreviations of known organisations that the draft never spells out: at their first place. */
export function* unexplained(draft: Draft, knowledge: Knowledge): Generator<DraftReport> {
  const seen = new Set<string>();
  const says = (text: string): boolean => draft.paragraphs.some((p) => asked(p.paragraph, knowledge)(text));
  for (const placed of draft.paragraphs) {
    for (const { word, span, bodies } of abbreviationsIn(placed.paragraph, knowledge)) {
      if (seen.has(word)) continue;
      seen.add(word);
      if (says(`(${word.toLowerCase()})`) || bodies.some((b) => longNames(b).some((n) => says(fold(n))))) continue;
      yield report(placed, span, word, spelledOut(bodies[0]!, word)!);
    }
  }
}

const longNames = (b: Body): string[] => [b.name, ...b.also, ...(b.long ? [b.long] : [])].filter((n) => n.includes(' '));
const spelledOut = (b: Body, word: string): string | undefined =>
  b.type === 'organisation' && ([b.name, ...b.also].includes(word) || b.name === word) ? longNames(b)[0] : undefined;

function report(placed: Placed, span: Span, word: string, long: string): DraftReport {
  return {
    placed,
    span,
    message: `"${word}" is never spelled out. At the first mention write "${long}".`,
    fixes: [{ title: `Change "${word}" to "${long} (${word})"`, confidence: 'judgement', edits: [{ span, text: `${long} (${word})` }] }],
  };
}
