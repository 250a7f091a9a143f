import type { Draft, Placed } from '../../draft/draft';
import type { Body, Knowledge } from '../../knowledge/knowledge';
import type { DraftReport } from '../../lint/rule';
import { fold } from '../../text/fold';
import { wordsIn } from './capital-runs';

/** Abbreviations that need no spelling out. */
const common = new Set(
  'US USA UK UN EU UAE DC NATO FBI CIA NSA IRS CEO CFO COO GDP TV AM PM AP AFP BBC CNN NBC ABC CBS PBS NPR MSNBC ESPN HBO NASA AIDS HIV COVID DNA RNA UFO NBA NFL NHL MLB FIFA UEFA NCAA AT&T IBM BMW UPS USPS GOP ID IQ PC OK LGBT LGBTQ HIV PTSD ICE DHS DOJ EPA FEMA WHO IMF WTO OPEC UNICEF UNESCO NAFTA SWAT ATM ISIS IRA PLO KGB FSB MI5 MI6 ITV HSBC BP GM YMCA UCLA MIT USAID II III IV VI VII VIII IX XI XII AC DIY FAQ PDF URL WASHINGTON LONDON MOSCOW'.split(
    ' ',
  ),
);

/** Abbreviations of known organisations that the draft never spells out: at their first place. */
export function* unexplained(draft: Draft, knowledge: Knowledge): Generator<DraftReport> {
  const seen = new Set<string>();
  let all: string | undefined;
  for (const placed of draft.paragraphs) {
    const { kind, text } = placed.paragraph;
    if ((kind !== 'prose' && kind !== 'item') || !/[A-Z]{3}/.test(text)) continue;
    const t = wordsIn(placed.paragraph);
    for (let i = 0; i < t.words.count; i++) {
      const word = t.word(i);
      if (word.length < 3 || word.length > 6 || !/^[A-Z]{3,6}$/.test(word) || common.has(word) || seen.has(word)) continue;
      seen.add(word);
      if (/[A-Z]{3}[^a-z]{0,3}$/.test(text.slice(Math.max(0, t.start(i) - 8), t.start(i)))) continue;
      const bodies = knowledge.bodiesNamed(word).filter((b) => spelledOut(b, word) !== undefined);
      const body = bodies[0];
      if (!body) continue;
      all ??= fold(draft.paragraphs.map((p) => p.paragraph.text).join('\n'));
      if (bodies.some((b) => longNames(b).some((n) => all!.includes(fold(n)))) || all.includes(`(${word.toLowerCase()})`)) continue;
      yield report(placed, { start: t.start(i), end: t.end(i) }, word, spelledOut(body, word)!);
    }
  }
}

const longNames = (b: Body): string[] => [b.name, ...b.also, ...(b.long ? [b.long] : [])].filter((n) => n.includes(' '));
const spelledOut = (b: Body, word: string): string | undefined =>
  b.type === 'organisation' && ([b.name, ...b.also].includes(word) || b.name === word) ? longNames(b)[0] : undefined;

function report(placed: Placed, span: { start: number; end: number }, word: string, long: string): DraftReport {
  return {
    placed,
    span,
    message: `"${word}" is never spelled out. At the first mention write "${long}".`,
    fixes: [{ title: `Change "${word}" to "${long} (${word})"`, confidence: 'judgement', edits: [{ span, text: `${long} (${word})` }] }],
  };
}
