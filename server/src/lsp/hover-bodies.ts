import { type Body, bodiesIn, bodyInText, type CivilDate, inFile, type Knowledge, longDate, type Placed, type Span } from '../core';
import type { Verdict } from './drafts';
import { escaped } from './markdown';

/** What a place or an organisation is, what else it is called, what it was called on the draft's day, and whether it is spelled right here. */
export function aboutBodies(
  { draft, findings }: Verdict,
  placed: Placed,
  knowledge: Knowledge,
  offset: number,
): { span: Span; text: string }[] {
  const found = bodiesIn(placed.paragraph, knowledge).find((m) => {
    const { start, end } = inFile(placed, m.span);
    return start <= offset && offset <= end;
  });
  if (!found) return [];
  const span = inFile(placed, found.span);
  const written = placed.paragraph.text.slice(found.span.start, found.span.end);
  const marked = findings.some((f) => f.span.start < span.end && span.start < f.span.end);
  const [body, ...others] = found.bodies;
  if (others.length === 0) return [{ span, text: bodyPage(body!, written, draft.dateline.on, marked, knowledge) }];
  const lines = found.bodies.slice(0, 4).map((b) => `- ${escaped(b.name)}: ${escaped(what(b, knowledge))}`);
  return [{ span, text: `**${escaped(written)}** can be:\n\n${lines.join('\n')}${found.bodies.length > 4 ? '\n- …' : ''}` }];
}

function bodyPage(body: Body, written: string, on: CivilDate, marked: boolean, knowledge: Knowledge): string {
  const old = [...body.was].sort((a, b) => (a.until < b.until ? -1 : 1));
  const facts = [
    body.capital ? `capital ${body.capital}` : '',
    body.also.length ? `also written ${body.also.slice(0, 4).join(', ')}` : '',
    body.adjectives.length ? `adjective ${body.adjectives.slice(0, 2).join(', ')}` : '',
  ].filter(Boolean);
  const standing = marked ? '' : standingOf(body, written, on);
  return [
    `### ${escaped(body.name)}`,
    `${escaped(capital(what(body, knowledge)))}${body.long && body.long !== body.name ? `: **${escaped(body.long)}**` : ''}`,
    ...(old.length ? [old.map((w) => `- ${escaped(w.name)}, until ${longDate(w.until)}`).join('\n')] : []),
    ...(facts.length ? [escaped(facts.join(' · '))] : []),
    ...(standing ? [standing] : []),
  ].join('\n\n');
}

/** "country", "city in Alaska", "alliance". */
function what(body: Body, knowledge: Knowledge): string {
  const within = body.in === undefined ? undefined : knowledge.body(body.in);
  return `${body.kind}${within ? ` in ${bodyInText(within)}` : ''}`;
}

function standingOf(body: Body, written: string, on: CivilDate): string {
  const same = (name: string): boolean => plain(name) === plain(written);
  const old = body.was.find((w) => same(w.name));
  if ([body.name, body.long ?? '', ...body.also, ...body.adjectives].some(same)) {
    const then = body.was.filter((w) => on < w.until).sort((a, b) => (a.until < b.until ? -1 : 1))[0];
    return then && same(body.name) ? `On ${longDate(on)} it was called **${escaped(then.name)}**.` : '✓ Confirmed spelling';
  }
  if (!old) return '';
  return on < old.until
    ? `✓ Confirmed: its name on ${longDate(on)}`
    : `Since ${longDate(old.until)} it is called **${escaped(body.name)}**.`;
}

/** Letter by letter, but for periods and the form of apostrophes. */
const plain = (name: string): string => name.normalize('NFC').replace(/[’‘]/g, "'").replaceAll('.', '');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
