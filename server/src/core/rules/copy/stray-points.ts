import type { Report } from '../../lint/rule';

/** Stops and brackets that nothing asks for: a full stop or a comma set twice, an empty bracket, one that closes what never opened, or opens and never closes. */
export function* strayPoints(text: string): Iterable<Report> {
  if (/\.\.|,,|;;|,\.|\. \./.test(text)) yield* twice(text);
  if (/[()[\]]/.test(text)) yield* brackets(text);
}

const TWICE = /(?<=[\p{L}”"’)])(?:,,|;;)(?=\s)|(?<=\p{L}{2}|[”"’)]),\.(?=\s|$)|(?<=\p{L}{2}|[”"’)])\.(?:\.| \.)(?=\s+[“"‘]?\p{Lu}|$)/gu;

function* twice(text: string): Iterable<Report> {
  // two points may be how this writer trails off
  const trails = /\.\.\s+\p{Ll}|\p{L}\.\.\p{L}|\. \. \.|[^.]\.\.[^.]{0,400}[^.]\.\.(?:[^.]|$)/u.test(text);
  for (const m of text.matchAll(TWICE)) {
    if (m[0].startsWith('.') && trails) continue;
    const to = m[0].at(-1)!;
    const span = { start: m.index, end: m.index + m[0].length };
    yield {
      span,
      message: `"${m[0]}": one "${to}" is enough.`,
      fixes: [{ title: `Leave one "${to}"`, edits: [{ span, text: to }], confidence: m[0].startsWith(',,') ? 'certain' : 'judgement' }],
    };
  }
}

/** "a)", "12)", "iv)" before a point of a list; ":-)"; "7-6(5), 6-3)". */
const COUNTS = /(?:^|[\s“"(;,])(?:\d{1,3}|\p{L}|[ivx]{1,4})$|[:;=8xX][-'’^o]?$|\d-\d+$/u;
const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

function* brackets(text: string): Iterable<Report> {
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '(' || c === '[') {
      if (/[:;=][-'’]?$/.test(text.slice(Math.max(0, i - 2), i))) continue;
      if (/^(?:\(\s*\)|\[\s*\])/.test(text.slice(i, i + 4)) && /\s/.test(text[i - 1] ?? 'x')) {
        const span = { start: i, end: text.indexOf(CLOSES[')'] === c ? ')' : ']', i) + 1 };
        yield { span, message: 'An empty bracket. Put in what is missing, or delete it.' };
      }
      open.push(i);
    } else if (c === ')' || c === ']') {
      if (open.length > 0 && text[open.at(-1)!] === CLOSES[c]) open.pop();
      else if (open.length === 0 && i > 0 && i < text.length - 3 && !COUNTS.test(text.slice(Math.max(0, i - 8), i))) {
        const span = { start: i, end: i + 1 };
        yield {
          span,
          severity: 'info',
          message: `"${c}" closes a bracket that never opened. Delete it, or open the bracket.`,
          fixes: [{ title: `Delete "${c}"`, edits: [{ span, text: '' }], confidence: 'judgement' }],
        };
      }
    }
  }
  // a bracket that runs past the end of its sentence, and of the paragraph
  const [at] = open;
  if (open.length !== 1 || text[at!] !== '(' || !/\p{Ll}{2}[.!?] +\p{Lu}/u.test(text.slice(at))) return;
  yield {
    span: { start: at!, end: Math.min(text.length, at! + 30) },
    severity: 'info',
    message: 'This bracket opens and never closes. Find where it ends.',
  };
}
