// The only module of Blue Pencil that uses the network. Only `knowledge update` may import it; test/host/network.test.ts holds that.
import { setTimeout as wait } from 'node:timers/promises';
import ky from 'ky';

export interface ServiceOptions {
  readonly endpoint: string;
  /** Names us and whom to write to, as the service's policy asks. */
  readonly agent: string;
  /** Milliseconds between the end of one request and the beginning of the next. */
  readonly pause: number;
  /** Milliseconds until an answer must be there as a whole. The service itself gives up after 60 seconds. */
  readonly timeout: number;
  /** How often a request is made again. */
  readonly retries: number;
  /** Milliseconds before the first repetition; doubled with each. */
  readonly backoff: number;
  /** Told of every repetition. */
  readonly notice: (text: string) => void;
}

/** Why there is no answer. */
export class NoAnswer extends Error {
  constructor(
    message: string,
    /** `busy`: asks for rest; `unreachable`: there is nobody; `refused`: will never answer this; `failed`: could not answer this, another question it may. */
    readonly why: 'busy' | 'unreachable' | 'refused' | 'failed',
  ) {
    super(message);
  }
}

export interface Service {
  /** The rows of the answer to a SPARQL query. Throws NoAnswer. */
  ask(query: string): Promise<readonly unknown[]>;
}

/** Longer than this (seconds) we do not sit and wait. */
const longestRest = 120;
const again = [408, 429, 500, 502, 503, 504];

/**
 * A SPARQL endpoint, asked one question at a time with a pause between. 429 and 5xx are asked again with growing pauses, Retry-After is honoured, and so is an
 * answer that is cut off: the query service begins to send rows before it knows that it will run into its time limit.
 */
export function sparqlService(options: ServiceOptions): Service {
  let last = Promise.resolve();
  let ended = Number.NEGATIVE_INFINITY;
  return {
    ask(query) {
      const turn = last.then(async () => {
        await wait(Math.max(0, ended + options.pause - performance.now()));
        try {
          return await answer(query, options);
        } finally {
          ended = performance.now();
        }
      });
      last = turn.then(
        () => undefined,
        () => undefined,
      );
      return turn;
    },
  };
}

async function answer(query: string, options: ServiceOptions): Promise<readonly unknown[]> {
  const tries = Math.min(2, options.retries);
  for (let attempt = 0; ; attempt++) {
    const text = await textOf(query, options, attempt < tries);
    const rows = text === undefined ? undefined : rowsOf(text);
    if (rows) return rows;
    if (attempt >= tries)
      throw new NoAnswer(
        text === undefined ? 'the answer did not come to an end in time' : 'the answer is no JSON of results, or was cut off',
        'failed',
      );
    const pause = options.backoff * 2 ** attempt;
    options.notice(
      `${text === undefined ? 'The answer did not come to an end' : 'The answer was cut off or is no JSON'}; asking again in ${seconds(pause)}.`,
    );
    await wait(pause);
  }
}

/** The body of the answer; undefined where it does not come to an end in time. */
async function textOf(query: string, options: ServiceOptions, mayRepeat: boolean): Promise<string | undefined> {
  const stop = new AbortController();
  let response: Response;
  try {
    response = await ky(options.endpoint, {
      method: 'post',
      body: new URLSearchParams({ query, format: 'json' }),
      headers: { accept: 'application/sparql-results+json', 'user-agent': options.agent },
      signal: stop.signal,
      timeout: options.timeout,
      retry: {
        limit: options.retries,
        methods: ['post'],
        statusCodes: again,
        afterStatusCodes: [429, 500, 502, 503, 504],
        retryOnTimeout: mayRepeat,
        delay: (n) => options.backoff * 2 ** (n - 1),
        shouldRetry: ({ error }) => (restOf(error) > longestRest ? false : undefined),
      },
      hooks: {
        beforeRetry: [
          ({ error, retryCount }) => {
            options.notice(`${reasonOf(error)}; asking again (${retryCount} of ${options.retries}).`);
          },
        ],
      },
    });
  } catch (error) {
    throw noAnswer(error);
  }
  const timer = setTimeout(() => stop.abort(), options.timeout);
  try {
    return await response.text();
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

interface Failure {
  readonly name?: string;
  readonly message?: string;
  readonly cause?: { readonly code?: string; readonly message?: string };
  readonly response?: Response;
}

function noAnswer(error: unknown): NoAnswer {
  const status = (error as Failure).response?.status;
  const rest = restOf(error);
  if (rest > longestRest) return new NoAnswer(`the service asks for ${Math.ceil(rest / 60)} minutes of rest`, 'busy');
  if (status === 429) return new NoAnswer('the service says again and again that we ask too much', 'busy');
  if (status === 403 || status === 401) return new NoAnswer(`the service refuses us (${status})`, 'refused');
  if (status !== undefined)
    return new NoAnswer(reasonOf(error), again.includes(status) || status === 400 || status === 414 ? 'failed' : 'refused');
  return new NoAnswer(reasonOf(error), (error as Failure).name === 'TimeoutError' ? 'failed' : 'unreachable');
}

function reasonOf(error: unknown): string {
  const { name, message, cause, response } = error as Failure;
  if (response) return `the service answers ${response.status}${response.statusText ? ` ${response.statusText}` : ''}`;
  if (name === 'TimeoutError') return 'the service does not answer in time';
  return `the service cannot be reached (${cause?.code ?? cause?.message ?? message ?? 'no reason given'})`;
}

/** Seconds of rest that the answer asks for. */
function restOf(error: unknown): number {
  const header = (error as Failure).response?.headers.get('retry-after');
  if (!header) return 0;
  const rest = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(rest) ? Math.max(0, rest) : 0;
}

function rowsOf(text: string): readonly unknown[] | undefined {
  try {
    const rows = (JSON.parse(text) as { results?: { bindings?: unknown } } | null)?.results?.bindings;
    return Array.isArray(rows) ? rows : undefined;
  } catch {
    return undefined;
  }
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(ms < 1000 ? 1 : 0)} s`;
