import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deliveryOf, messageOf } from '../support/small-world.ts';
import { type Site, SUBJECTS, startSite } from './site.ts';

const WATCHING = { actor: { kind: 'system', name: 'cli' }, purpose: 'operate' } as const;

let site: Site;
/** Hours by which the server's clock is ahead. */
let ahead = 0;
beforeAll(async () => {
  site = await startSite(5, (tools) => ({
    ...tools,
    clock: { now: () => (tools.clock.now() + ahead * 3_600_000) as never },
  }));
}, 30_000);
afterAll(() => site.close());

/** The figures of `/metrics` by name and labels, without the prefix. Moves the clock, because they are kept for a while. */
async function figures(): Promise<ReadonlyMap<string, number>> {
  ahead += 1;
  const { body } = await site.server.inject({ url: '/metrics' });
  const lines = body.split('\n').filter((line) => line.startsWith('screening_'));
  return new Map(
    lines.map((line) => {
      const [name = '', value = ''] = line.slice('screening_'.length).split(' ');
      return [name, Number(value)];
    }),
  );
}

/** The workers that show what they hold. */
const signing = (seen: ReadonlyMap<string, number>): readonly string[] =>
  [...seen.keys()].flatMap((key) => /^register_index_subjects\{worker="([^"]+)"\}$/.exec(key)?.[1] ?? []);

describe('whoever watches the system', () => {
  test('sees that it lives and is ready', async () => {
    const [health, ready] = [
      await site.server.inject({ url: '/healthz' }),
      await site.server.inject({ url: '/readyz' }),
    ];
    expect([health.statusCode, health.json()]).toEqual([200, { status: 'alive' }]);
    expect([ready.statusCode, ready.json()]).toEqual([
      200,
      { status: 'ready', database: true, redis: true, worker: true },
    ]);
  });

  test('sees what became of the entries', async () => {
    const seen = await figures();
    expect(seen.get('entries{outcome="tasked"}')).toBe(5);
    expect(seen.get('entries{outcome="cleared"}')).toBe(2);
    expect(seen.get('entries{outcome="quarantined"}')).toBe(1);
    expect(seen.get('entries{outcome="unscreened"}')).toBe(0);
    expect(seen.get('oldest_unscreened_entry_seconds')).toBe(0);
  });

  test('sees queues, workers, the index and the alarms', async () => {
    const { store, clock } = site.world.installation;
    for (const about of ['a', 'b']) {
      await store.raiseAlarm(WATCHING, { code: 'CHUNK_FAILED', about, params: {} }, clock.now());
    }
    const seen = await figures();
    expect(seen.get('queue_jobs{queue="screen",state="completed"}')).toBe(1);
    expect(seen.get('queue_jobs{queue="screen",state="waiting"}')).toBe(0);
    expect(seen.get('queue_workers{queue="screen"}')).toBe(1);
    expect(seen.get('register_version')).toBeGreaterThan(0);
    expect(seen.get('open_alarms{code="CHUNK_FAILED"}')).toBe(2);
  });

  test('sees what each worker compares with, by an id that says nothing', async () => {
    let seen = await figures();
    for (let tries = 0; signing(seen).length === 0 && tries < 100; tries += 1) {
      await delay(50);
      seen = await figures();
    }
    const [worker] = signing(seen);
    expect(signing(seen)).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    expect(seen.get(`register_index_subjects{worker="${worker}"}`)).toBe(SUBJECTS);
    expect(seen.get(`register_index_version{worker="${worker}"}`)).toBe(seen.get('register_version'));
  });

  test('sees requests by route, never by address', async () => {
    await site.server.inject({ url: '/deliveries/Planteerdam?name=Planteerdam' });
    await site.server.inject({ url: '/Planteerdam' });
    const seen = await figures();
    expect(seen.get('http_request_seconds_count{method="GET",route="/deliveries/:deliveryKey",status="303"}')).toBe(1);
    expect(seen.get('http_request_seconds_count{method="GET",route="none",status="404"}')).toBe(1);
    expect([...seen.keys()].join()).not.toContain('Planteerdam');
  });

  test('sees what waits, and that nobody works, when the worker is gone', async () => {
    await site.worker.close();
    await site.world.deliver(deliveryOf(2, [messageOf(7), messageOf(8)]));
    const ready = await site.server.inject({ url: '/readyz' });
    expect([ready.statusCode, ready.json()]).toEqual([
      503,
      { status: 'not_ready', database: true, redis: true, worker: false },
    ]);
    const seen = await figures();
    expect(seen.get('entries{outcome="unscreened"}')).toBe(2);
    expect(seen.get('oldest_unscreened_entry_seconds')).toBeGreaterThan(3_600);
    expect(seen.get('queue_jobs{queue="screen",state="waiting"}')).toBe(1);
    expect(seen.get('queue_workers{queue="screen"}')).toBe(0);
    expect(signing(seen)).toEqual([]);
  });
});
