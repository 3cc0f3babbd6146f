import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TESTING } from '../support/own-installation.ts';
import { deliveryOf, messageOf } from '../support/small-world.ts';
import { type Site, startSite } from '../web/site.ts';
import { runCommand } from './run-command.ts';

const before = { ...process.env };
let site: Site;
beforeAll(async () => {
  site = await startSite();
  Object.assign(process.env, site.world.env, { SCREENING_PORT: '0' });
  const { store, clock } = site.world.installation;
  // From now on no basis covers the full feed that an embedded default expects.
  for (const { basisId } of await store.listBases(TESTING)) await store.endBasis(TESTING, basisId, clock.now());
}, 30_000);
afterAll(async () => {
  process.env = before;
  await site.close();
});

const delivery = (number: number, name: string) => deliveryOf(number, [messageOf(7)], name);

/** Everything that is known of a delivery: one that is refused leaves an alarm and nothing else. */
async function refusedAs(name: string): Promise<readonly unknown[]> {
  const { store } = site.world.installation;
  const alarms = await store.listAlarms(TESTING, 'open', 100);
  const stored = await store.listDeliveries(TESTING, { limit: 100 });
  expect(stored.filter(({ deliveryId }) => deliveryId === name)).toEqual([]);
  return alarms.filter(({ about }) => about === `JDS/${name}`).map(({ params }) => params['code']);
}

test('a full feed without a basis is refused from a terminal', async () => {
  const file = join(site.world.dataFolder, 'by-hand.ndjson');
  writeFileSync(file, delivery(2, 'CLI-1'));
  const { json, code } = await runCommand('ingest', file, '--json');
  expect(json).toEqual([
    expect.objectContaining({ deliveryId: 'CLI-1', status: 'refused', code: 'FEED_MODE_REFUSED' }),
  ]);
  expect(code).toBe(1);
  expect(await refusedAs('CLI-1')).toEqual(['FEED_MODE_REFUSED']);
});

test('over HTTP', async () => {
  const answer = await site.server.inject({
    ...{ method: 'POST', url: '/deliveries', payload: delivery(3, 'HTTP-1') },
    headers: { authorization: `Bearer ${site.token}`, 'content-type': 'application/x-ndjson' },
  });
  expect(answer.statusCode).toBe(403);
  expect(answer.json()).toMatchObject({ code: 'FEED_MODE_REFUSED' });
  expect(await refusedAs('HTTP-1')).toEqual(['FEED_MODE_REFUSED']);
});

test('and from the inbox, by a worker that was started when there was one', async () => {
  writeFileSync(join(site.world.dataFolder, 'inbox', 'a.ndjson'), delivery(4, 'INBOX-1'));
  for (let waited = 0; waited < 500 && (await refusedAs('INBOX-1')).length === 0; waited += 1) await delay(50);
  expect(await refusedAs('INBOX-1')).toEqual(['FEED_MODE_REFUSED']);
}, 30_000);

test.each(['worker', 'web'])('%s does not start on a full feed without a basis', async (command) => {
  const { err, code } = await runCommand(command);
  expect([err, code]).toEqual([expect.stringMatching(/^FEED_MODE_REFUSED: /), 1]);
});
