import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { xmlDelivery } from '../../fixtures/wire/delivery-files.ts';
import { recordVerdicts } from '../../jobs/alarms.ts';
import { REFUSAL_STANDS_AFTER_MS, STUCK_AFTER_MS } from '../../jobs/inbox.ts';
import { afterPoll } from '../../src/alarms/happenings.ts';
import { TESTING } from '../support/own-installation.ts';
import { deliveryOf, messageOf } from '../support/small-world.ts';
import { type InboxBench, openInboxBench } from './inbox-bench.ts';

const XML = xmlDelivery(
  { leveringId: 'X-1', afzender: 'JDS', volgnummer: 1, aangemaakt: '2026-11-20T03:00:00+01:00' },
  [messageOf(1)],
);
const GOOD = deliveryOf(1, [messageOf(1), messageOf(2)]);
const BAD = deliveryOf(3, [messageOf(4)]).replace('nieuw', 'nieUw');

let inbox: InboxBench;
beforeEach(async () => {
  inbox = await openInboxBench();
});
afterEach(() => inbox.dispose());

const settle = async (polls: number): Promise<void> => {
  for (let poll = 0; poll < polls; poll += 1) await inbox.poll();
};

test('a file without a readable header is one alarm when its refusal stands, and the next one is counted', async () => {
  const { bench, folder } = inbox;
  const alarms = async () =>
    (await bench.installation.store.listAlarms(TESTING, 'open', 10)).map(({ about, params }) => [
      about,
      params['count'],
    ]);
  for (const [file, count] of [
    ['first', 1],
    ['second', 2],
  ] as const) {
    await inbox.put(file, `{"geslachtsnaam":"${file}"}`);
    await settle(2);
    expect(await alarms()).toEqual(count === 1 ? [] : [['unknown inbox', 1]]);
    bench.clock.move(REFUSAL_STANDS_AFTER_MS);
    await settle(1);
    expect(await alarms()).toEqual([['unknown inbox', count]]);
  }
  expect(await readdir(folder)).toEqual([]);
});

test('the name of a file, in which senders put names of people, is written down nowhere', async () => {
  const { bench } = inbox;
  const { store } = bench.installation;
  await inbox.put('Xantippe-good.ndjson', GOOD);
  await inbox.put('Xantippe-bad.ndjson', BAD);
  await inbox.put('Xantippe.xml', XML.xml);
  await settle(2);
  bench.clock.move(STUCK_AFTER_MS + 60_000);
  const polled = await inbox.poll();
  await recordVerdicts(bench.installation, TESTING, afterPoll(polled.kind === 'polled' ? polled.stuck : null));
  const alarms = await store.listAlarms(TESTING, 'open', 10);
  expect(alarms.map(({ code }) => code).sort()).toEqual(['DELIVERY_REFUSED', 'INBOX_STUCK']);
  const files = (await readdir(bench.dataFolder)).filter((name) => name.startsWith('screening.db'));
  for (const file of files) {
    expect((await readFile(join(bench.dataFolder, file))).includes('Xantippe')).toBe(false);
  }
  expect(files).not.toEqual([]);
});
