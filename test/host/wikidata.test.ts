import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { itemsOfOffices } from '../../server/src/host/wikidata/items';
import { halves, labelsOf, questionsFor } from '../../server/src/host/wikidata/questions';
import { NoAnswer, type ServiceOptions, sparqlService } from '../../server/src/host/wikidata/service';
import { askOffices } from '../../server/src/host/wikidata/update';
import { knowledge } from '../knowledge';

interface Asked {
  readonly query: string;
  readonly agent: string;
  readonly accept: string;
  readonly at: number;
}
type Answer = (asked: Asked, response: ServerResponse, n: number) => void;

let server: Server | undefined;
afterEach(() => server?.closeAllConnections());
afterEach(() => new Promise<void>((done) => (server ? server.close(() => done()) : done())));

async function standIn(answer: Answer): Promise<{ endpoint: string; asked: Asked[]; most: () => number }> {
  const asked: Asked[] = [];
  let open = 0;
  let most = 0;
  server = createServer((request: IncomingMessage, response) => {
    most = Math.max(most, ++open);
    response.on('close', () => open--);
    let body = '';
    request.on('data', (d) => {
      body += d;
    });
    request.on('end', () => {
      const one = {
        query: new URLSearchParams(body).get('query') ?? '',
        agent: request.headers['user-agent'] ?? '',
        accept: request.headers.accept ?? '',
        at: performance.now(),
      };
      asked.push(one);
      answer(one, response, asked.length);
    });
  });
  await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`, asked, most: () => most };
}

const json = (response: ServerResponse, rows: object[] = []): void =>
  void response
    .writeHead(200, { 'content-type': 'application/sparql-results+json' })
    .end(JSON.stringify({ head: {}, results: { bindings: rows } }));
const refuse = (response: ServerResponse, status: number, headers: Record<string, string> = {}): void =>
  void response.writeHead(status, headers).end('no');
const notices: string[] = [];
const service = (endpoint: string, more: Partial<ServiceOptions> = {}) =>
  sparqlService({
    endpoint,
    agent: 'BluePencil/test (https://example.org)',
    pause: 0,
    timeout: 2000,
    retries: 3,
    backoff: 20,
    notice: (t) => void notices.push(t),
    ...more,
  });

describe('the service', () => {
  it('is asked in a polite way: who we are, what we want, one question at a time with a pause', async () => {
    const { endpoint, asked, most } = await standIn((_, r) => void setTimeout(() => json(r, [{ a: { value: '1' } }]), 20));
    const s = service(endpoint, { pause: 60 });
    const all = await Promise.all([s.ask('SELECT 1'), s.ask('SELECT 2'), s.ask('SELECT 3')]);
    expect(all).toEqual([[{ a: { value: '1' } }], [{ a: { value: '1' } }], [{ a: { value: '1' } }]]);
    expect(asked.map((a) => a.query)).toEqual(['SELECT 1', 'SELECT 2', 'SELECT 3']);
    expect(asked[0]).toMatchObject({ agent: 'BluePencil/test (https://example.org)', accept: 'application/sparql-results+json' });
    expect(most()).toBe(1);
    expect(asked[1]!.at - asked[0]!.at).toBeGreaterThanOrEqual(70);
  });
  it('429: waits as long as it is told, then asks again', async () => {
    const { endpoint, asked } = await standIn((_, r, n) => (n === 1 ? refuse(r, 429, { 'retry-after': '1' }) : json(r)));
    expect(await service(endpoint).ask('q')).toEqual([]);
    expect(asked[1]!.at - asked[0]!.at).toBeGreaterThanOrEqual(950);
    expect(notices.at(-1)).toMatch(/answers 429.*asking again \(1 of 3\)/);
  });
  it('503 and 500: asks again with growing pauses, and gives up in the end', async () => {
    const { endpoint, asked } = await standIn((_, r, n) => (n < 3 ? refuse(r, 503) : json(r)));
    expect(await service(endpoint, { backoff: 40 }).ask('q')).toEqual([]);
    expect(asked[2]!.at - asked[1]!.at).toBeGreaterThan(asked[1]!.at - asked[0]!.at);
    server!.close();
    const always = await standIn((_, r) => refuse(r, 500));
    await expect(service(always.endpoint, { retries: 2 }).ask('q')).rejects.toMatchObject({
      why: 'failed',
      message: expect.stringContaining('500'),
    });
    expect(always.asked).toHaveLength(3);
  });
  it('a long rest is not sat out', async () => {
    const { endpoint, asked } = await standIn((_, r) => refuse(r, 429, { 'retry-after': '3600' }));
    await expect(service(endpoint).ask('q')).rejects.toMatchObject({ why: 'busy', message: expect.stringContaining('60 minutes') });
    expect(asked).toHaveLength(1);
  });
  it('403: does not knock again', async () => {
    const { endpoint, asked } = await standIn((_, r) => refuse(r, 403));
    await expect(service(endpoint).ask('q')).rejects.toMatchObject({ why: 'refused' });
    expect(asked).toHaveLength(1);
  });
  it('JSON that is cut off, or none: asks again', async () => {
    const { endpoint, asked } = await standIn((_, r, n) =>
      n === 1 ? void r.end('{"head":{},"results":{"bindings":[{"a":\njava.util.concurrent.TimeoutException') : json(r),
    );
    expect(await service(endpoint).ask('q')).toEqual([]);
    expect(asked).toHaveLength(2);
    server!.close();
    const always = await standIn((_, r) => void r.end('<html>busy</html>'));
    await expect(service(always.endpoint, { retries: 1 }).ask('q')).rejects.toMatchObject({
      why: 'failed',
      message: expect.stringContaining('no JSON'),
    });
  });
  it('an answer that does not come, or does not come to an end, in time', async () => {
    const { endpoint, asked } = await standIn((_, r, n) => (n === 1 ? undefined : json(r)));
    expect(await service(endpoint, { timeout: 150 }).ask('q')).toEqual([]);
    expect(asked).toHaveLength(2);
    server!.closeAllConnections();
    server!.close();
    const drip = await standIn((_, r, n) => (n === 1 ? void r.write('{"head":{},') : json(r)));
    expect(await service(drip.endpoint, { timeout: 150 }).ask('q')).toEqual([]);
    expect(drip.asked).toHaveLength(2);
  });
  it('nobody there', async () => {
    const { endpoint } = await standIn((_, r) => json(r));
    await new Promise<void>((done) => server!.close(() => done()));
    await expect(service(endpoint, { retries: 1 }).ask('q')).rejects.toMatchObject({
      why: 'unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });
});

describe('the questions', () => {
  const office = (id: string) => knowledge.office(id)!;
  it('every item is of an office that we ship, and stands there once', () => {
    for (const [id, item] of itemsOfOffices) {
      expect(knowledge.office(id), id).toBeDefined();
      expect(item).toMatch(/^Q[1-9]\d*$/);
    }
    expect(new Set(itemsOfOffices.values()).size).toBe(itemsOfOffices.size);
  });
  it('by item where we have it, else by English title', () => {
    const [first, second] = questionsFor([office('ukraine/president'), office('france/president')]);
    expect(first).toMatchObject({ offices: ['france/president'], query: expect.stringContaining('("france/president" wd:Q191954)') });
    expect(second).toMatchObject({
      offices: ['ukraine/president'],
      query: expect.stringContaining('("ukraine/president" "President of Ukraine"@en)'),
    });
    expect(labelsOf(office('united-states/agriculture-secretary'))).toContain('Secretary of Agriculture of the United States');
    for (const { query } of [first!, second!])
      for (const [open, close] of ['{}', '()', '[]']) expect(query.split(open!).length).toBe(query.split(close!).length);
  });
  it('a question too large is halved', () => {
    const offices = new Map(['france/president', 'germany/chancellor', 'italy/prime-minister'].map((id) => [id, office(id)]));
    const [question] = questionsFor([...offices.values()]);
    expect(halves(question!, offices)!.map((q) => q.offices.length)).toEqual([2, 1]);
    expect(halves(questionsFor([office('france/president')])[0]!, offices)).toBeUndefined();
  });
  it('what cannot be answered is halved until it can, and one office that cannot is passed over', async () => {
    const ids = ['france/president', 'germany/chancellor', 'italy/prime-minister'];
    const progress = { endpoint: 'x', began: '2026-01-01' as const, answers: {} as Record<string, readonly unknown[]> };
    const asked: number[] = [];
    const unanswered = await askOffices(ids.map(office), {
      progress,
      keep: () => {},
      notice: () => {},
      service: {
        async ask(query) {
          const n = query.split('" wd:Q').length - 1;
          asked.push(n);
          if (n > 1 || query.includes('wd:Q4970706')) throw new NoAnswer('took too long', 'failed');
          return [{ key: { value: ids.find((id) => query.includes(`"${id}"`)) } }];
        },
      },
    });
    expect(asked).toEqual([3, 2, 1, 1, 1]);
    expect(Object.keys(progress.answers).sort()).toEqual(['france/president', 'italy/prime-minister']);
    expect(unanswered).toEqual(['germany/chancellor: took too long']);
  });
});
