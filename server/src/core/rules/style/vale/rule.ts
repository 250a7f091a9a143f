import type { Draft, Format, Paragraph, Placed } from '../../../draft/draft';
import type { DraftReport, DraftRule, Fix } from '../../../lint/rule';
import { plainMap } from '../../../text/source-map';
import { overlaps } from '../../../text/span';
import type { Check, Mark, Note } from './check';
import { decodeCheck } from './decode';
import { type Piece, piecesOf, readsRaw } from './scope';

/** The rules of Vale styles that hold for a draft. */
export type StyleSheet = readonly Check[];

export interface ValeOptions {
  /** Levels by rule ("Microsoft.Adverbs") or style ("Microsoft"), over what the style says: { "Microsoft.Adverbs": "off" }. */
  readonly checks: Readonly<Record<string, unknown>>;
}

/** What one check says of one paragraph. */
interface Read {
  readonly pieces: readonly Piece[];
  readonly marks: readonly Mark[];
  readonly notes: readonly Note[];
}

const levels = ['error', 'warning', 'info'] as const;
type Level = (typeof levels)[number];

/** The level that a check has by the options, by its own name first and then by the longest style or folder that it is in. */
export function levelOf(check: Check, checks: ValeOptions['checks']): Level | 'off' | undefined {
  for (let name = check.name; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const set = typeof checks === 'object' && checks !== null && Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (set === 'off') return 'off';
    const level = levels.find((l) => l === set);
    if (level) return level;
  }
  return undefined;
}

/** One of our own, so that the rule can show what it does where no style is set. */
const shown = decodeCheck(
  'BluePencil.Name',
  { extends: 'substitution', message: "Use '%s' instead of '%s'.", swap: { 'Blue Pencill': 'Blue Pencil' } },
  { accept: [] },
).value;

/**
 * The rule for a style sheet. It reads a paragraph once for every check and keeps what it read with the paragraph; what depends on the whole
 * draft is put together from that.
 */
export function valeRule(sheet: StyleSheet): DraftRule<ValeOptions> {
  const read: Readonly<Record<Format, WeakMap<Paragraph, readonly Read[]>>> = {
    markdown: new WeakMap(),
    html: new WeakMap(),
    plaintext: new WeakMap(),
  };
  function readingOf(paragraph: Paragraph, format: Format): readonly Read[] {
    const known = read[format].get(paragraph);
    if (known) return known;
    const made = sheet.map((check) => readBy(check, paragraph, piecesOf(check.scope, paragraph, format)));
    read[format].set(paragraph, made);
    return made;
  }
  return {
    id: 'style/vale',
    scope: 'draft',
    summary: 'What the rules of the house’s Vale styles mark. It marks nothing until there is a folder of styles.',
    rationale:
      'A newsroom that has written its style down as Vale rules keeps them: the same files, the same words, the same levels. docs/vale-styles.md tells what is read of them.',
    severity: 'warning',
    defaults: { checks: {} },
    quotes: 'soften',
    examples: {
      wrong: [
        {
          marked: 'They ran the draft through ⟦Blue Pencill⟧ before it went out.',
          becomes: 'They ran the draft through Blue Pencil before it went out.',
        },
      ],
      stands: ['The harbour reopened on Tuesday, and the ferry sailed at noon.'],
    },
    *check(draft, { options }) {
      const raw = sheet.some((c) => readsRaw(c.scope)) ? wholeFile(draft) : undefined;
      for (const [i, check] of sheet.entries()) {
        const level = levelOf(check, options.checks);
        if (level === 'off') continue;
        let left = check.limit ?? Number.POSITIVE_INFINITY;
        let told = false;
        for (const { placed, mark } of marksOf(check, i)) {
          if (mark.once && told) continue;
          told ||= mark.once === true;
          if (placed.paragraph.verbatim.some((v) => overlaps(v, mark))) continue;
          if (left-- <= 0) break;
          // what replaces markup is markup, and would be escaped on its way into HTML
          const offers = placed !== raw || draft.format !== 'html';
          yield reportOf(check, level ?? check.level, placed, offers ? mark : { ...mark, instead: [] });
        }
      }

      /** What a check marks in the draft, in its order. */
      function marksOf(check: Check, i: number): readonly { placed: Placed; mark: Mark }[] {
        const found: { placed: Placed; reading: Read }[] = [];
        if (raw && readsRaw(check.scope)) {
          const whole = [{ start: 0, text: draft.text }];
          found.push({ placed: raw, reading: readBy(check, raw.paragraph, whole) });
        }
        for (const placed of draft.paragraphs) {
          const reading = readingOf(placed.paragraph, draft.format)[i]!;
          if (reading.marks.length > 0 || reading.notes.length > 0) found.push({ placed, reading });
        }
        if (!check.across) return found.flatMap(({ placed, reading }) => reading.marks.map((mark) => ({ placed, mark })));
        const judged = check.across.judge(found.flatMap(({ reading }) => reading.notes));
        let nth = 0;
        return found.flatMap(({ placed, reading }) =>
          reading.pieces.flatMap((piece) => judged[nth++]!.map((mark) => ({ placed, mark: shifted(mark, piece.start) }))),
        );
      }
    },
  };
}

function readBy(check: Check, paragraph: Paragraph, pieces: readonly Piece[]): Read {
  const marks: Mark[] = [];
  if (check.read)
    for (const { start, text } of pieces) {
      const crosses = (from: number, to: number): boolean => paragraph.sentences.some((s) => from + start < s.end && s.end < to + start);
      for (const mark of check.read({ text, crosses })) marks.push(shifted(mark, start));
    }
  return { pieces, marks, notes: check.across ? pieces.map((p) => check.across!.note(p.text)) : [] };
}

const shifted = (mark: Mark, by: number): Mark => (by === 0 ? mark : { ...mark, start: mark.start + by, end: mark.end + by });

function reportOf(check: Check, severity: Level, placed: Placed, mark: Mark): DraftReport {
  const { text } = placed.paragraph;
  const was = text.slice(mark.start, mark.end);
  const fixes = mark.instead
    .filter((to) => to !== was)
    .map((to): Fix => {
      // a word that goes takes one of the two blanks around it along
      const end = to === '' && (mark.start === 0 || text[mark.start - 1] === ' ') && text[mark.end] === ' ' ? mark.end + 1 : mark.end;
      return {
        title: to === '' ? `Delete "${was}"` : `Change "${was}" to "${to}"`,
        edits: [{ span: { start: mark.start, end }, text: to }],
        confidence: 'judgement',
      };
    });
  return {
    placed,
    span: { start: mark.start, end: mark.end },
    message: mark.message,
    severity,
    evidence: [
      { text: check.description ? `${check.name}: ${check.description}` : check.name, ...(check.link ? { source: check.link } : {}) },
    ],
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}

/** The file as it stands, markup and all, for checks whose scope is raw. */
function wholeFile(draft: Draft): Placed {
  const { text } = draft;
  const none: readonly never[] = [];
  return {
    at: 0,
    whole: { start: 0, end: text.length },
    paragraph: {
      kind: 'prose',
      text,
      map: plainMap(text.length),
      verbatim: none,
      links: none,
      words: { count: 0, bounds: new Uint32Array(0) },
      sentences: none,
      quotes: none,
      mentions: none,
      dates: none,
    },
  };
}

export const vale = valeRule(shown ? [shown] : []);
