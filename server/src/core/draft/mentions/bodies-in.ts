import type { Body, Knowledge } from '../../knowledge/knowledge';
import type { Span } from '../../text/span';
import type { Paragraph } from '../draft';
import { tokensOf } from './tokens';
import { unitsOf } from './units';

/** A place or an organisation that a paragraph names, by name, abbreviation or adjective. */
export interface BodyMention {
  /** In the paragraph. */
  readonly span: Span;
  /** All that it can mean. */
  readonly bodies: readonly Body[];
}

/** The places and organisations of a paragraph in the order of its text; those within the name of a person or a title are not among them. */
export const bodiesIn = ({ text, words }: Paragraph, knowledge: Knowledge): BodyMention[] =>
  unitsOf(tokensOf(text, words), knowledge).flatMap((unit) =>
    unit.type === 'body' ? [{ span: { start: unit.start, end: unit.end }, bodies: unit.bodies }] : [],
  );
