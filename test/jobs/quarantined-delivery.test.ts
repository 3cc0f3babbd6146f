import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { settleDelivery } from '../../jobs/settle.ts';
import { watchAlarms } from '../../jobs/watch-alarms.ts';
import { type Bench, openBench } from '../support/bench.ts';
import { TESTING } from '../support/own-installation.ts';
import { deliveryOf, messageOf, registerOf } from '../support/small-world.ts';

const HALF_AN_HOUR_MS = 30 * 60_000;
const LONGER_THAN_LOOKED_BACK_MS = 60 * 24 * 3_600_000;

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await bench.importRegister(registerOf(2));
});
afterEach(() => bench.dispose());

/** Messages that came in another form than the contract's: their person is called otherwise. */
function inAnotherForm(number: number): object {
  const { persoon, ...message } = messageOf(number);
  return { ...message, verdachte: persoon };
}

async function deliverAndSettle(sequence: number, lines: readonly object[]): Promise<void> {
  await bench.deliver(deliveryOf(sequence, lines));
  await bench.screenAll();
  const { deliveryKey } = await bench.status();
  expect(await settleDelivery(bench.installation.store, bench.clock, deliveryKey)).toBe(true);
}

async function alarms(which: 'open' | 'all' = 'open') {
  await watchAlarms(bench.installation);
  const found = await bench.installation.store.listAlarms(TESTING, which, 10);
  return found.filter(({ code }) => code === 'DELIVERY_QUARANTINED');
}

test('a form that changed at the source is one alarm for each delivery, in figures and ids alone', async () => {
  await deliverAndSettle(1, [0, 1, 2, 3, 4, 5].map(inAnotherForm));
  const { deliveryKey } = await bench.status();
  const told = { about: deliveryKey, params: { deliveryId: 'W-1', quarantined: 6, entries: 6 } };
  const [first] = await alarms();
  expect(first).toMatchObject(told);
  expect(Object.keys(first!.params)).toEqual(['deliveryId', 'quarantined', 'entries']);
  bench.clock.move(HALF_AN_HOUR_MS);
  expect(await alarms()).toHaveLength(1);
  await deliverAndSettle(2, [...[6, 7, 8, 9, 10].map(inAnotherForm), messageOf(11)]);
  expect((await alarms()).map(({ params }) => params['deliveryId'])).toEqual(['W-2', 'W-1']);
});

test('one bad line among many is none', async () => {
  await deliverAndSettle(1, [inAnotherForm(0), ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => messageOf(number))]);
  expect((await bench.status()).outcomes.quarantined).toBe(1);
  expect(await alarms()).toEqual([]);
});

test('it waits for somebody to see to it, and is not raised once more for the same delivery', async () => {
  const { store } = bench.installation;
  await deliverAndSettle(1, [inAnotherForm(0)]);
  const [alarm] = await alarms();
  bench.clock.move(LONGER_THAN_LOOKED_BACK_MS);
  expect(await alarms()).toMatchObject([{ alarmId: alarm!.alarmId }]);
  await store.acknowledgeAlarm(TESTING, alarm!.alarmId, 'bron gebeld', bench.clock.now());
  expect(await alarms()).toEqual([]);
  expect(await alarms('all')).toMatchObject([{ alarmId: alarm!.alarmId }]);
});

test('nor while it is seen to', async () => {
  await deliverAndSettle(1, [inAnotherForm(0)]);
  const [alarm] = await alarms();
  await bench.installation.store.acknowledgeAlarm(TESTING, alarm!.alarmId, 'bron gebeld', bench.clock.now());
  bench.clock.move(HALF_AN_HOUR_MS);
  expect(await alarms('all')).toMatchObject([{ alarmId: alarm!.alarmId, acknowledgedReason: 'bron gebeld' }]);
});
