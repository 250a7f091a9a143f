import type { Draft, Placed } from '../../draft/draft';

/** The head of a draft: its headline, and where its running text begins. */
export interface Outline {
  readonly headline: Placed | undefined;
  /** Index of the first paragraph of running text; the number of paragraphs where there is none. */
  readonly body: number;
}

const isRunning = ({ paragraph }: Placed): boolean => paragraph.kind === 'prose' && paragraph.words.count >= 18;

export function outlineOf(draft: Draft): Outline {
  const found = draft.paragraphs.findIndex(isRunning);
  const body = found < 0 ? draft.paragraphs.length : found;
  const headline = draft.paragraphs.find((p) => p.paragraph.kind === 'headline');
  return { headline, body };
}
