import { allOffices, longDate, type Office, unknown } from '../../core';
import { makePack } from '../../host/import/pack';
import { countText } from '../../host/knowledge-status';
import { shown } from '../../host/pencil';
import { dropProgress, keepProgress, type Progress, progressFile, resumeFrom } from '../../host/wikidata/progress';
import { elsewhere } from '../../host/wikidata/questions';
import { NoAnswer, sparqlService } from '../../host/wikidata/service';
import { askOffices, sourceOf } from '../../host/wikidata/update';
import { type ExitCode, type Io, UsageError } from '../io';
import { dayFlag, readFlags } from '../options';
import { outFile, writeOut } from '../pack-out';
import { knowledgeOf } from '../setup';

declare const BLUE_PENCIL_VERSION: string;

const wikidata = 'https://query.wikidata.org/sparql';

/**
 * `knowledge update`: asks Wikidata who holds the offices that we ship, and writes what is new as a pack. The only command that uses the network.
 * What was learnt before it broke off lies beside the result, and the next run goes on from there.
 */
export async function update(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = readFlags(argv, {
    offices: { type: 'string', multiple: true },
    endpoint: { type: 'string' },
    out: { type: 'string' },
    force: { type: 'boolean' },
    all: { type: 'boolean' },
    since: { type: 'string' },
    contact: { type: 'string' },
    pause: { type: 'string' },
    timeout: { type: 'string' },
    retries: { type: 'string' },
  });
  if (positionals.length > 0) throw new UsageError(`knowledge update takes no "${positionals[0]}": name offices by --offices`);
  const endpoint = endpointOf(values['endpoint']);
  const out = outFile({ ...values, out: values['out'] ?? 'wikidata-pack.json' }, io)!;
  const since = dayFlag('--since', values['since']);
  const pause = seconds('--pause', values['pause'], 1);
  const timeout = seconds('--timeout', values['timeout'], 70);
  const retries = count('--retries', values['retries'], 5);
  const base = knowledgeOf(io);
  const offices = chosen(allOffices(base), values['offices'] as string[] | undefined);

  const kept = progressFile(out);
  const earlier = resumeFrom(kept, endpoint, io.today);
  const resumed = earlier && !('anew' in earlier) ? earlier : undefined;
  if (earlier && 'anew' in earlier) io.err(`${shown(kept, io.cwd)}: ${earlier.anew}; asking anew.\n`);
  const progress: Progress = resumed ?? { endpoint, began: io.today, answers: {} };
  const before = offices.filter((o) => progress.answers[o.id]).length;
  if (before > 0) io.err(`Going on from ${longDate(progress.began)}: ${before} of ${offices.length} offices are answered.\n`);
  if (before < offices.length) io.err(`Asking ${new URL(endpoint).host} for ${offices.length - before} offices, one question at a time.\n`);

  const service = sparqlService({
    endpoint,
    agent: agentOf(values['contact']),
    pause: pause * 1000,
    timeout: timeout * 1000,
    retries,
    backoff: Math.max(50, pause * 1000),
    notice: (text) => io.err(`  ${text}\n`),
  });
  let unanswered: readonly string[];
  try {
    unanswered = await askOffices(offices, {
      service,
      progress,
      keep: (p) => keepProgress(kept, p),
      notice: (text) => (io.isTerminal ? io.err(`  ${text}\n`) : undefined),
    });
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    const done = offices.filter((o) => progress.answers[o.id]).length;
    io.err(
      `blue-pencil: ${error.message}. ${done} of ${offices.length} offices are answered${done > 0 ? `, and kept in ${shown(kept, io.cwd)}` : ''}; the same command goes on from there.\n`,
    );
    return 2;
  }

  // only what was asked for now: another run may have been for other offices
  const answers = Object.fromEntries(offices.flatMap((o) => (progress.answers[o.id] ? [[o.id, progress.answers[o.id]!]] : [])));
  const source = sourceOf(answers, base);
  const made = makePack(source, base, { verified: progress.began, since, news: values['all'] !== true });
  for (const p of made.problems) io.err(`${p.message}\n`);
  for (const u of unanswered) io.err(`${u}\n`);
  if (unanswered.length > 0) io.err(`${unanswered.length} offices were not answered; the same command with --force asks for them again.\n`);
  if (source.missing.length > 0)
    io.err(
      `Wikidata has no position by our title, or no holders of it, for ${source.missing.length} of ${offices.length} offices: ${source.missing.slice(0, 8).join(', ')}${source.missing.length > 8 ? ' …' : ''}\n`,
    );
  const { people, offices: found, tenures } = made.counts;
  if (unanswered.length === 0) dropProgress(kept);
  if (tenures === 0) {
    io.err(`blue-pencil: ${source.rows.length === 0 ? 'no answer could be used' : 'nothing is new to us'}, and nothing was written.\n`);
    return source.rows.length === 0 ? 2 : 0;
  }
  await writeOut(made.pack, out, io);
  io.err(`${countText({ people, offices: found, tenures })} in ${shown(out, io.cwd)}, verified to ${longDate(progress.began)}.\n`);
  return unanswered.length > 0 ? 2 : 0;
}

function agentOf(contact: unknown): string {
  const version = typeof BLUE_PENCIL_VERSION === 'string' ? BLUE_PENCIL_VERSION : 'dev';
  const who = typeof contact === 'string' ? contact.replace(/[^\x20-\x7e]|[()]/g, '').trim() : '';
  return `BluePencil/${version} (https://github.com/blue-pencil/blue-pencil${who ? `; ${who}` : ''}) knowledge-update`;
}

function endpointOf(value: unknown): string {
  if (value === undefined) return wikidata;
  const url = URL.parse?.(String(value)) ?? (URL.canParse(String(value)) ? new URL(String(value)) : null);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(`--endpoint ${String(value)}: write the address of a SPARQL endpoint, as ${wikidata}`);
  return url.href;
}

function seconds(name: string, value: unknown, fallback: number): number {
  if (value === undefined) return fallback;
  const n = Number(value);
  if (!/^\d+(?:\.\d+)?$/.test(String(value)) || n > 3600) throw new UsageError(`${name} ${String(value)}: write a number of seconds`);
  return n;
}

function count(name: string, value: unknown, fallback: number): number {
  if (value === undefined) return fallback;
  if (!/^\d{1,2}$/.test(String(value))) throw new UsageError(`${name} ${String(value)}: write a whole number up to 99`);
  return Number(value);
}

/** `ukraine/president`, `ukraine` for all of its offices, `*` for any part of a name; without any, all but seats in Congress. */
function chosen(all: readonly Office[], wanted: readonly string[] | undefined): readonly Office[] {
  const patterns = (wanted ?? [])
    .flatMap((w) => w.split(','))
    .map((w) => w.trim())
    .filter(Boolean);
  if (patterns.length === 0) return all.filter((o) => !elsewhere.has(o.kind));
  const picked = new Set<Office>();
  for (const pattern of patterns) {
    const whole = pattern.includes('/') ? pattern : `${pattern}/*`;
    const test = new RegExp(`^${whole.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*')}$`, 'i');
    const found = all.filter((o) => test.test(o.id));
    if (found.length === 0)
      throw new UsageError(
        `--offices ${pattern}: ${unknown('office', pattern, pattern.includes('/') ? all.map((o) => o.id) : [...new Set(all.map((o) => o.of.id))])}`,
      );
    for (const o of found) picked.add(o);
  }
  return [...picked];
}
