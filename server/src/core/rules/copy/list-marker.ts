import type { Draft, Placed } from '../../draft/draft';
import type { DraftReport, DraftRule } from '../../lint/rule';
import { alike, OWN, type Row, rowOf } from './list-row';

export const listMarker: DraftRule = {
  id: 'copy/list-marker',
  scope: 'draft',
  summary: 'A list mark on one of several paragraphs that are alike, or on all but one of them.',
  rationale: 'A list that lost its marks on the way, all but one, or that was typed by hand and forgot one, looks like a hole in the page.',
  severity: 'warning',
  quotes: 'same',
  examples: {
    wrong: [
      {
        marked:
          'Sale of the Pier (1950): It was sold for a pound, and bought back for two in the year after.\n\nSale of the Ferry (1972): It was sold for ten pounds, and nobody has seen it since.\n\n⟦* ⟧Sale of the Harbour (2025): It is to be sold for more, and the town is in uproar.',
        becomes:
          'Sale of the Pier (1950): It was sold for a pound, and bought back for two in the year after.\n\nSale of the Ferry (1972): It was sold for ten pounds, and nobody has seen it since.\n\nSale of the Harbour (2025): It is to be sold for more, and the town is in uproar.',
      },
      {
        marked:
          '• The price: It is lower than in the first bid.\n\n⟦The⟧ buyer: It is a company from abroad.\n\n• The ferry: It runs until October, and no longer.',
        becomes:
          '• The price: It is lower than in the first bid.\n\n• The buyer: It is a company from abroad.\n\n• The ferry: It runs until October, and no longer.',
      },
    ],
    stands: [
      'The harbour was sold on Monday, the mayor said.\n\n* The names of the members have been changed.\n\nThe ferry was sold on Tuesday, he said.',
      '• The price was low.\n\nNobody would say how low it was, and by whom it was paid.\n\n• The buyer is known to few in the town.',
    ],
  },
  *check(draft) {
    if (!draft.paragraphs.some(({ paragraph: { kind, text } }) => kind === 'item' || /^[•‣◦▪●*]/.test(text))) return;
    const rows = draft.paragraphs.map((placed) => rowOf(draft, placed));
    if (!rows.some((row) => row?.sign)) return;
    for (const [i, row] of rows.entries()) {
      if (!row) continue;
      const found = row.sign ? alone(draft, rows, i, row) : bare(draft, rows, i, row);
      if (found) yield found;
    }
  },
};

/** Those next to `i`, up to three on either side, that `fits`; the row stops at the first that does not. */
function sisters(rows: readonly (Row | undefined)[], i: number, fits: (row: Row) => boolean): readonly [Row[], Row[]] {
  const side = (step: -1 | 1): Row[] => {
    const out: Row[] = [];
    for (let k = i + step; out.length < 3; k += step) {
      const row = rows[k];
      if (!row || !fits(row)) break;
      out.push(row);
    }
    return out;
  };
  return [side(-1), side(1)];
}

/** Marked, and its sisters are not. */
function alone(draft: Draft, rows: readonly (Row | undefined)[], i: number, row: Row): DraftReport | undefined {
  if ([i - 2, i - 1, i + 1, i + 2].some((k) => rows[k]?.sign) || OWN.test(row.placed.paragraph.text.slice(row.typed))) return undefined;
  const [above, below] = sisters(rows, i, (r) => !r.sign && alike(r, row));
  if (above.length + below.length < 2 || (!row.label && (row.sign === '-' || !followsColon(draft, above.at(-1) ?? row)))) return undefined;
  const message = `The mark "${row.sign}" stands before this paragraph, and before none of those beside it that are like it. Delete it, or mark them all.`;
  const title = `Delete the mark "${row.sign}"`;
  const level = row.label ? {} : { severity: 'info' as const };
  if (row.typed > 0) {
    const span = { start: 0, end: row.typed };
    return { placed: row.placed, span, message, ...level, fixes: [{ title, edits: [{ span, text: '' }], confidence: 'judgement' }] };
  }
  return {
    placed: row.placed,
    span: { start: 0, end: 0 },
    marker: true,
    message,
    ...level,
    ...(standsApart(draft, row.placed) ? { fixes: [{ title, edits: [], unmark: [row.placed], confidence: 'judgement' }] } : {}),
  };
}

/** Unmarked, and its sisters are marked. */
function bare(draft: Draft, rows: readonly (Row | undefined)[], i: number, row: Row): DraftReport | undefined {
  const sign = rows[i - 1]?.sign ?? rows[i + 1]?.sign;
  const { text } = row.placed.paragraph;
  if (!sign || OWN.test(text)) return undefined;
  const [above, below] = sisters(rows, i, (r) => r.sign === sign && alike(r, row));
  const between = above.length > 0 && below.length > 0;
  if (row.label ? above.length + below.length < 2 : !between || above.length + below.length < 3) return undefined;
  // at an end, or where others beside it go unmarked too, it may be no part of the list
  if (!between && (!row.label || rows[i - 1]?.sign === undefined || (rows[i + 1] && alike(rows[i + 1]!, row)))) return undefined;
  const end = /^["“‘]?[\p{L}\p{N}’'-]+/u.exec(text)?.[0].length ?? 1;
  return {
    placed: row.placed,
    span: { start: 0, end },
    ...(row.label && between ? {} : { severity: 'info' as const }),
    message: `The paragraphs beside this one are like it and begin with "${sign}". Put the mark before it too.`,
    ...(draft.text.startsWith(text.slice(0, end), row.placed.at) && standsApart(draft, row.placed)
      ? {
          fixes: [
            {
              title: `Put "${sign}" before it`,
              edits: [{ span: { start: 0, end: 0 }, text: `${sign} ` }],
              confidence: 'judgement' as const,
            },
          ],
        }
      : {}),
  };
}

/** True where the paragraph above the first of the sisters announces a list. */
function followsColon(draft: Draft, first: Row): boolean {
  const before = draft.paragraphs[draft.paragraphs.indexOf(first.placed) - 1];
  return before?.paragraph.text.endsWith(':') ?? false;
}

/** In Markdown a paragraph without its mark must not run into its neighbours. */
function standsApart({ text, format }: Draft, { whole }: Placed): boolean {
  if (format !== 'markdown') return true;
  return (
    /(?:^|[\r\n][ \t]*(?:\r\n|\n|\r))$/.test(text.slice(Math.max(0, whole.start - 80), whole.start)) &&
    /^[ \t]*(?:[\r\n]|$)/.test(text.slice(whole.end, whole.end + 80))
  );
}
