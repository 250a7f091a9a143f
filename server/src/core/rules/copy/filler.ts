import data from '../../../../data/phrases/en/fillers.yaml';
import type { ParagraphRule, Report } from '../../lint/rule';
import { type Hit, hitsOf, type PhraseScan, phraseScan } from '../../text/phrase-scan';
import { isEnglish } from './english';

interface Filler {
  readonly what: 'hedge' | 'redundant' | 'lede' | 'padding' | 'cliché';
  readonly right?: string;
}
interface FillerFile {
  readonly hedges: Readonly<Record<string, string>>;
  readonly redundant: Readonly<Record<string, string>>;
  readonly ledes: readonly string[];
  readonly padding: readonly string[];
  readonly cliches: readonly string[];
}
let scan: PhraseScan<Filler> | undefined;
function fillers(): PhraseScan<Filler> {
  const file = data as FillerFile;
  return (scan ??= phraseScan<Filler>([
    ...Object.entries(file.hedges).map(([said, right]): [string, Filler] => [said, { what: 'hedge', right }]),
    ...Object.entries(file.redundant).map(([said, right]): [string, Filler] => [said, { what: 'redundant', right }]),
    ...file.padding.map((said): [string, Filler] => [said, { what: 'padding' }]),
    ...file.ledes.map((said): [string, Filler] => [said, { what: 'lede' }]),
    ...file.cliches.map((said): [string, Filler] => [said, { what: 'cliché' }]),
  ]));
}

const MODAL = /could|might|may/;

export const filler: ParagraphRule = {
  id: 'copy/filler',
  scope: 'paragraph',
  summary: 'Words that say a thing twice ("could potentially"), openings that say nothing, and worn phrases.',
  rationale: 'One hedge is caution, two are noise. A lede that begins "In a stunning turn of events" begins one line too early.',
  severity: 'info',
  quotes: 'skip',
  examples: {
    wrong: [
      { marked: 'The talks ⟦might potentially⟧ fail.', becomes: 'The talks might fail.' },
      { marked: 'The ⟦past history⟧ of the house is known.', becomes: 'The history of the house is known.' },
    ],
    stands: ['The talks could fail, potentially within days.', 'In a development plan, the city set aside ten plots.'],
  },
  *check(paragraph) {
    for (const hit of hitsOf(fillers(), paragraph.text, paragraph.words)) {
      if (!isEnglish(paragraph)) continue;
      const was = paragraph.text.slice(hit.start, hit.end);
      // "despite the fact that, in May, …": the one word would want another comma
      if (/ that$/.test(was) && paragraph.text[hit.end] === ',') continue;
      if (hit.value.right !== undefined) yield twice(hit, was, hit.value.right);
      else if (hit.value.what === 'lede') {
        const comma = paragraph.text.indexOf(',', hit.end);
        const opens = paragraph.sentences.some((s) => s.start === hit.start);
        if (opens && comma >= 0 && comma - hit.start < 130)
          yield {
            span: { start: hit.start, end: comma },
            message: `"${paragraph.text.slice(hit.start, comma)}" says nothing yet. Begin with the news.`,
          };
      } else {
        const message =
          hit.value.what === 'padding'
            ? `"${was}" adds nothing to the claim that follows. Begin with the claim.`
            : `"${was}" is a worn phrase. Say what happened.`;
        yield { span: { start: hit.start, end: hit.end }, message };
      }
    }
  },
};

/** Two words for one: what stays when the other goes. */
function twice(hit: Hit<Filler>, was: string, stays: string): Report {
  const modal = stays === '*';
  const right = modal ? MODAL.exec(was.toLowerCase())![0] : stays;
  const better =
    was === was.toUpperCase() ? right.toUpperCase() : /^[A-Z][a-z]/.test(was) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
  return {
    span: { start: hit.start, end: hit.end },
    message: `"${was}" says it twice. "${better}" is enough.`,
    fixes: [
      {
        title: `Change "${was}" to "${better}"`,
        edits: [{ span: { start: hit.start, end: hit.end }, text: better }],
        confidence: modal ? 'certain' : 'judgement',
      },
    ],
  };
}
