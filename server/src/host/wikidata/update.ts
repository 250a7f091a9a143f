import type { Knowledge, Office } from '../../core';
import { officeFinder } from '../import/offices';
import type { Source, SourceProblem, SourceRow } from '../import/source';
import { readBinding } from '../import/wikidata';
import type { Progress } from './progress';
import { halves, type Question, questionsFor } from './questions';
import { NoAnswer, type Service } from './service';

export interface AskOptions {
  readonly service: Service;
  /** Grows as answers come; offices that it has are not asked again. */
  readonly progress: Progress;
  /** Called after each answer. */
  keep(progress: Progress): void;
  notice(text: string): void;
}

/**
 * Asks for the holders of offices, one question at a time. A question that the service cannot answer is put in halves; an office that cannot be
 * answered alone is reported and passed over. Throws NoAnswer where it makes no sense to go on; what was learnt until then is in the progress.
 */
export async function askOffices(offices: readonly Office[], { service, progress, keep, notice }: AskOptions): Promise<readonly string[]> {
  const byId = new Map(offices.map((o) => [o.id, o]));
  const open = offices.filter((o) => !progress.answers[o.id]);
  const queue: Question[] = questionsFor(open);
  const unanswered: string[] = [];
  const total = offices.length;
  let inRow = 0;
  while (queue.length > 0) {
    const question = queue.shift()!;
    let rows: readonly unknown[];
    try {
      rows = await service.ask(question.query);
    } catch (error) {
      if (!(error instanceof NoAnswer) || error.why !== 'failed') throw error;
      const parts = halves(question, byId);
      if (parts) {
        notice(
          `${error.message}; asking for ${parts[0].offices.length} and ${parts[1].offices.length} offices instead of ${question.offices.length}.`,
        );
        queue.unshift(...parts);
        continue;
      }
      unanswered.push(`${question.offices[0]}: ${error.message}`);
      if (++inRow >= 5) throw new NoAnswer(`${error.message}, five times on end`, 'unreachable');
      continue;
    }
    inRow = 0;
    for (const id of question.offices) progress.answers[id] = rows.filter((r) => keyOf(r) === id);
    keep(progress);
    notice(`${Object.keys(progress.answers).length} of ${total} offices asked for.`);
  }
  return unanswered;
}

const keyOf = (row: unknown): string | undefined => (row as { key?: { value?: string } } | null)?.key?.value;
const positionOf = (row: unknown): string => (row as { position?: { value?: string } } | null)?.position?.value ?? '';

export interface Answered extends Source {
  /** Offices of which Wikidata has no position by that title, or no holders. */
  readonly missing: readonly string[];
}

/** The answers as a source of rows. Where two positions bear the title of one office, the one with more holders is meant; one that is plainly another office is refused. */
export function sourceOf(answers: Progress['answers'], base: Knowledge): Answered {
  const missing: string[] = [];
  const rows: SourceRow[] = [];
  const problems: SourceProblem[] = [];
  const find = officeFinder(base);
  let line = 0;
  for (const [office, bindings] of Object.entries(answers)) {
    const at = { line: ++line };
    const positions = new Map<string, unknown[]>();
    for (const b of bindings) positions.set(positionOf(b), [...(positions.get(positionOf(b)) ?? []), b]);
    const [best, ...others] = [...positions].sort((a, b) => b[1].length - a[1].length);
    if (!best) {
      missing.push(office);
      continue;
    }
    if (others.length > 0)
      problems.push({
        ...at,
        message: `${office}: several positions bear the title; ${shortItem(best[0])} was taken, not ${others.map((o) => shortItem(o[0])).join(', ')}.`,
      });
    for (const binding of best[1]) {
      const row = readBinding(binding);
      if ('wrong' in row) {
        problems.push({ ...at, message: `${office}: ${row.wrong}` });
        continue;
      }
      const said = find({ ...row, ...at, title: row.title });
      if (!('wrong' in said) && said.known && row.office === undefined && said.known.id !== office) {
        problems.push({
          ...at,
          message: `${office}: ${shortItem(best[0])} is "${row.title}", which is ${said.known.id} with us. It was passed over.`,
        });
        break;
      }
      rows.push({ ...at, ...row, office });
    }
  }
  return { rows, problems, word: 'Wikidata', missing };
}

const shortItem = (uri: string): string => uri.replace(/^.*\//, '');
