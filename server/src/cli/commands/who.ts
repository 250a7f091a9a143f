import { type CivilDate, describeTenures, longDate, type Person } from '../../core';
import { type ExitCode, type Io, UsageError } from '../io';
import { choice, dayFlag, readFlags } from '../options';
import { judgingFlags, pencilFor, reportProblems, wishesOf } from '../setup';

/** `blue-pencil who NAME`: what the knowledge says of somebody, and what was true on a day. Exit code 1 where it says nothing. */
export async function who(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = readFlags(argv, { ...judgingFlags, format: { type: 'string' } });
  const name = positionals.join(' ').trim();
  if (!name) throw new UsageError('who takes a name: blue-pencil who "Mark Rutte"');
  const on = dayFlag('--as-of', values['as-of']) ?? io.today;
  const pencil = pencilFor(wishesOf(values, io), io);
  const knowledge = pencil.knowledgeOf(undefined);
  const full = knowledge.peopleNamed(name);
  const people = full.length ? full : knowledge.peopleSurnamed(name);
  const edition = { edition: knowledge.edition, verified: knowledge.verified };
  if (choice('--format', values['format'], ['pretty', 'json'] as const, 'pretty') === 'json') {
    await io.out(`${JSON.stringify({ name, asOf: on, ...edition, people: people.map((p) => personJson(p, on)) }, null, 2)}\n`);
    return people.length ? 0 : 1;
  }
  for (const p of people) await io.out(personText(p, on));
  if (people.length === 0)
    await io.out(`${name}: not known.${suggestion(name, knowledge.nearWords.bind(knowledge), knowledge.peopleNamed.bind(knowledge))}\n`);
  await io.out(`Edition ${edition.edition}, verified to ${longDate(edition.verified)}.\n`);
  if (reportProblems(pencil, io)) return 2;
  return people.length ? 0 : 1;
}

const state = (from: CivilDate, until: CivilDate | undefined, on: CivilDate): string =>
  on < from ? 'not yet' : until !== undefined && until < on ? 'former' : 'in office';

const personJson = (p: Person, on: CivilDate): unknown => ({
  id: p.id,
  name: p.name,
  also: p.also,
  ...(p.role ? { role: p.role } : {}),
  ...(p.born ? { born: p.born } : {}),
  ...(p.died ? { died: p.died } : {}),
  tenures: p.tenures.map((t) => ({
    office: t.office.id,
    title: t.office.titles[0],
    of: t.office.of.name,
    from: t.from,
    ...(t.until ? { until: t.until } : {}),
    ...(t.acting ? { acting: true } : {}),
    source: t.source,
    verified: t.verified,
    state: state(t.from, t.until, on),
  })),
});

function personText(p: Person, on: CivilDate): string {
  const lines = p.tenures.map(
    (t) =>
      `  ${state(t.from, t.until, on).padEnd(11)}${t.acting ? 'acting ' : ''}${t.office.titles[0]}, ${t.office.of.name}: ${t.until ? `${longDate(t.from)} – ${longDate(t.until)}` : `since ${longDate(t.from)}`}  [${t.source}, verified to ${t.verified}]\n`,
  );
  const also = p.also.length ? `  also written ${p.also.join(', ')}\n` : '';
  const life = [p.role, p.born ? `born ${longDate(p.born)}` : '', p.died ? `died ${longDate(p.died)}` : ''].filter(Boolean).join(', ');
  return `${p.name}${life ? ` (${life})` : ''}, as of ${longDate(on)}:\n${lines.length ? lines.join('') : `  ${describeTenures(p, on)}\n`}${also}`;
}

/** Near names, word by word, where the name as a whole is not known. */
function suggestion(
  name: string,
  near: (w: string, most: 1 | 2) => readonly { form: string }[],
  named: (n: string) => readonly Person[],
): string {
  const words = name.split(/\s+/);
  const found = new Set<string>();
  words.forEach((w, i) => {
    for (const n of near(w, 2).slice(0, 12))
      for (const p of named(words.map((x, k) => (k === i ? n.form : x)).join(' '))) found.add(p.name);
  });
  return found.size ? ` Did you mean ${[...found].slice(0, 3).join(' or ')}?` : '';
}
