import type { Choice } from '../../desk/spellings/house';
import type { Spelling, Spellings } from '../../desk/spellings/spellings';
import { isShouted } from '../../desk/spellings/written';
import type { Placed } from '../../draft/draft';
import type { DraftReport, Fix, Related } from '../../lint/rule';
import { applyEdits, type Edit, type Span } from '../../text/span';

/** A use of a spelling, and what it is to be. */
export interface Slip {
  readonly s: Spellings;
  readonly use: Spelling;
  readonly wanted: string;
  /** The house, where it has said so. */
  readonly by?: Choice;
  /** It has said so of this very name. */
  readonly named: boolean;
  readonly tied: boolean;
}

/** Parts of one name that stand side by side: "Moammar" and "Gadhafi". */
export interface Place {
  readonly placed: Placed;
  readonly span: Span;
  readonly slips: readonly Slip[];
}

/** True where it stands as it is to be, for this place: "Al-Qaida" where a sentence begins. */
export const isRight = ({ s, use, wanted }: Slip): boolean =>
  use.form === wanted || fitted(s, use, wanted) === use.placed.paragraph.text.slice(use.span.start, use.span.end);

/** In the order of the text, neighbouring parts of a name together. */
export function placesOf(slips: readonly Slip[]): Place[] {
  const out: { placed: Placed; span: Span; slips: Slip[] }[] = [];
  for (const slip of [...slips].sort((a, b) => a.use.placed.at - b.use.placed.at || a.use.span.start - b.use.span.start)) {
    const { placed, span } = slip.use;
    const last = out.at(-1);
    if (last?.placed === placed && last.slips[0]!.s.id === slip.s.id && slip.s.kind === 'person' && span.start - last.span.end <= 1) {
      last.span = { start: last.span.start, end: span.end };
      last.slips.push(slip);
    } else out.push({ placed, span, slips: [slip] });
  }
  return out;
}

/**
 * @param wrong every place of that name that is to be changed, `place` among them
 * @param right where the draft has it as it should be
 * @param all the fix that changes them all
 */
export function reportOf(place: Place, wrong: readonly Place[], right: readonly Place[], all: Fix | undefined): DraftReport {
  const { placed, span, slips } = place;
  const [was, becomes] = [quoted(place), better(place)];
  const by = slips.find((s) => s.by)?.by;
  const one: Fix = {
    title: `Change ${was} to ${becomes}`,
    confidence: slips.every((s) => s.named) ? 'certain' : 'judgement',
    edits: editsOf(place),
  };
  return {
    placed,
    span,
    message: `${was}: ${by ? `the house${by.of ? ` (${by.of})` : ''} writes` : inDraft(right)} ${becomes}. ${by && right.length === 0 ? 'Change it.' : 'Write it one way.'}`,
    ...(slips.every((s) => s.tied) ? { severity: 'info' as const } : {}),
    related: [
      ...right.slice(0, 5).map((r) => near(r, `${quoted(r)} here`)),
      ...wrong
        .filter((w) => w !== place)
        .slice(0, 20)
        .map((w) => near(w, `${quoted(w)} here, too`)),
    ],
    fixes: all ? [all, one] : [one],
  };
}

const inDraft = (right: readonly Place[]): string =>
  right.length > 1 ? `the draft has, ${right.length} times,` : right.length === 1 ? 'the draft also has' : 'elsewhere the draft has';
const near = ({ placed, span }: Place, message: string): Related => ({ placed, span, message });

/** The place as it stands, or as edits make it; of a dash, the two names with it, and of an article its name. */
function quoted({ placed, span, slips }: Place, edits: readonly Edit[] = []): string {
  const { text } = placed.paragraph;
  let { start, end } = span;
  if (slips[0]!.s.kind === 'dash') {
    start -= /[\p{L}.]*$/u.exec(text.slice(0, start).slice(-40))![0].length;
    end += /^\p{L}*(?:\.\p{L}\.?)*/u.exec(text.slice(end, end + 40))![0].length;
  }
  if (slips.at(-1)!.s.part === 'article') end += /^-[\p{L}'’]*/u.exec(text.slice(end, end + 40))?.[0].length ?? 0;
  const moved = edits.map((e) => ({ span: { start: e.span.start - start, end: e.span.end - start }, text: e.text }));
  return `"${applyEdits(text.slice(start, end), moved)}"`;
}

/** The place with what it is to be; an abbreviation without the period that may end its sentence. */
const better = (place: Place): string =>
  place.slips[0]!.s.kind === 'abbreviation' ? `"${place.slips[0]!.wanted}"` : quoted(place, editsOf(place));
const editsOf = (place: Place): Edit[] => place.slips.map(({ s, use, wanted }) => ({ span: use.span, text: fitted(s, use, wanted) }));

/** The form as it is written in this place: with its capitals, its apostrophes and the period that ends the sentence. */
function fitted(s: Spellings, { placed: { paragraph }, span }: Spelling, wanted: string): string {
  const { text } = paragraph;
  const was = text.slice(span.start, span.end);
  const form = was.includes('’') ? wanted.replace(/'/g, '’') : wanted;
  if (s.kind === 'dash') return form;
  if (s.kind === 'abbreviation') {
    if (form.endsWith('.')) return text[span.end] === '.' && text[span.end + 1] !== '.' ? form.slice(0, -1) : form;
    const ends = paragraph.sentences.some((x) => x.end === span.end) || opener.test(text.slice(span.end, span.end + 24));
    return was.endsWith('.') && ends ? `${form}.` : form;
  }
  if (isShouted(was) && was.length > 2) return form.toUpperCase();
  const opens = s.part === 'article' || paragraph.kind === 'headline' || paragraph.sentences.some((x) => x.start === span.start);
  return opens && /^\p{Lu}/u.test(was) ? form.charAt(0).toUpperCase() + form.slice(1) : form;
}

/** What follows the period of an abbreviation that ends its sentence: nothing, or a word that begins one. */
const opener =
  /^["”’)\]]*(?:\s*$|\s+["“‘(]?(?:The|A|An|He|She|It|They|We|I|You|This|That|These|Those|There|His|Her|Its|Their|Our|Others?|Some|Many|Most|But|And|Or|So|In|On|At|By|For|From|With|After|Before|As|If|When|While|Since|Until|Although|Though|However|Meanwhile|Then|Now|Later|Earlier|Still|Yet|Not|No|What|Who|Why|How|Where)\b)/;

/** One fix for the draft, the same for every place; none where there is one place. */
export function everywhere(wrong: readonly Place[]): Fix | undefined {
  if (wrong.length < 2) return undefined;
  const by = new Map<Placed, Edit[]>();
  for (const w of wrong) {
    const edits = editsOf(w);
    const list = by.get(w.placed);
    if (list) list.push(...edits);
    else by.set(w.placed, edits);
  }
  const becomes = better(wrong[0]!);
  const alike = wrong.every((w) => better(w) === becomes);
  return {
    title: `Change all ${wrong.length} in this draft${alike ? ` to ${becomes}` : ''}`,
    confidence: 'judgement',
    edits: [],
    elsewhere: [...by].map(([placed, edits]) => ({ placed, edits })),
  };
}
