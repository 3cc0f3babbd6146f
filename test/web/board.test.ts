import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Job, Worker } from 'bullmq';
import type { FastifyInstance } from 'fastify';
import { webTools } from '../../src/bin/serve.ts';
import { openRedis } from '../../src/runtime/redis.ts';
import { BOARD } from '../../src/web/routes.ts';
import { createServer } from '../../src/web/server.ts';
import { personOf } from '../support/small-world.ts';
import { type Site, startSite, type Visitor, visitorOf } from './site.ts';

const PLANTED = 'Planteerdam';

let site: Site;
let server: FastifyInstance;
let operator: Visitor;
/** Every address of the board, by method. */
const addresses: { readonly method: string; readonly url: string }[] = [];

/** A job that holds what none may hold, in every place that a job has, and that fails with it. */
async function plantJobs(): Promise<void> {
  const { settle } = site.world.system.queues;
  const data = { deliveryKey: PLANTED, deliveryId: PLANTED, person: PLANTED } as never;
  const job = await settle.add(`settle ${PLANTED} de Vries`, data, {
    jobId: PLANTED,
    delay: 3_600_000,
    deduplication: { id: PLANTED },
  });
  await job.log(PLANTED);
  await job.updateProgress({ at: PLANTED });
  await settle.upsertJobScheduler(PLANTED, { every: 3_600_000 }, { name: PLANTED, data });
  await settle.add('settle failing', data);
  const redis = await openRedis({ redisUrl: null, redisBin: null, dataFolder: site.world.dataFolder });
  const failing = new Worker(
    'settle',
    async (each: Job) => {
      if (each.name === 'settle failing') throw new Error(`cannot read ${PLANTED}`);
    },
    { connection: redis.connect('blocking') },
  );
  await new Promise((resolve) => failing.on('failed', resolve));
  await failing.close();
  await redis.close();
}

beforeAll(async () => {
  site = await startSite();
  await site.worker.close();
  await plantJobs();
  server = createServer(webTools(site.world.installation, site.world.system));
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (url.startsWith(BOARD.path)) addresses.push({ method: each, url });
  });
  await server.ready();
  operator = visitorOf(server);
  await operator.post('/sign-in', { account: 'operator' });
}, 30_000);
afterAll(async () => {
  await server.close();
  await site.close();
});

/** Every address with the queues and jobs there are. */
async function filledIn(method: string): Promise<readonly string[]> {
  const jobs = await Promise.all(Object.values(site.world.system.queues).map((queue) => queue.getJobs()));
  const known = jobs.flat().map((job) => ({ queue: job.queueName, id: job.id ?? '' }));
  const patterns = addresses.filter((address) => address.method === method).map(({ url }) => url);
  return [
    ...new Set(
      patterns.flatMap((url) =>
        known.map(({ queue, id }) =>
          url.replace(':queueName', queue).replace(':jobId', encodeURIComponent(id)).replace('/*', '/x'),
        ),
      ),
    ),
  ];
}

describe('the board', () => {
  test('lists the queues by a name and a sentence, and jobs by the delivery they are of', async () => {
    const { body } = await operator.get(
      '/ops/queues/api/queues?activeQueue=screen&status=latest&page=1&jobsPerPage=10',
    );
    const { queues } = JSON.parse(body) as { readonly queues: readonly Record<string, unknown>[] };
    expect(queues.map(({ name, displayName }) => [name, displayName])).toEqual([
      ['inbox', '1 Inlezen'],
      ['screen', '2 Screenen'],
      ['settle', '3 Afsluiten'],
      ['upkeep', '4 Onderhoud'],
    ]);
    expect(queues.every(({ description, readOnlyMode }) => description !== '' && readOnlyMode === true)).toBe(true);
    expect(queues[1]?.['jobs']).toMatchObject([{ name: 'screen W-1', data: { deliveryId: 'W-1' }, isFailed: false }]);
  });

  test('says nothing anywhere of what a job should not hold', async () => {
    const jobs = await site.world.system.queues.settle.getJobs();
    const planted = JSON.stringify(jobs);
    expect(planted.split(PLANTED).length).toBeGreaterThan(10);
    expect(planted).toContain(`cannot read ${PLANTED}`);

    const asked = await filledIn('GET');
    expect(asked.length).toBeGreaterThan(30);
    const queries = [
      '',
      '?activeQueue=settle&status=latest',
      '?activeQueue=settle&status=failed',
      '?activeQueue=settle&status=delayed',
    ];
    for (const url of asked.flatMap((each) =>
      each.endsWith('/api/queues') ? queries.map((query) => each + query) : [each],
    )) {
      const { body } = await operator.get(url);
      for (const name of [PLANTED, personOf(1).geslachtsnaam, personOf(1).bsn ?? '']) {
        expect({ url, holds: body.includes(name) }).toEqual({ url, holds: false });
      }
    }
  });

  test('can only be read', async () => {
    const before = await site.world.system.queues.settle.getJobCounts();
    const methods = [...new Set(addresses.map(({ method }) => method))].filter(
      (method) => !['GET', 'HEAD'].includes(method),
    );
    expect(methods.length).toBeGreaterThan(1);
    for (const method of methods) {
      for (const url of await filledIn(method)) {
        const cookies = Object.fromEntries(operator.cookies);
        const { statusCode } = await server.inject({ method: method as 'PUT', url, cookies });
        expect({ url, status: statusCode }).toEqual({ url, status: 405 });
      }
    }
    expect(await site.world.system.queues.settle.getJobCounts()).toEqual(before);
  });

  test('may load and ask nothing from another host', async () => {
    const { headers, statusCode } = await operator.get('/ops/queues/');
    expect(statusCode).toBe(200);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; " +
        "base-uri 'self'; script-src 'self'; connect-src 'self'; font-src 'self'",
    );
  });
});
