import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eraseAllDue } from '../../jobs/retention.ts';
import { type Bench, openBench } from '../support/bench.ts';
import { TESTING } from '../support/own-installation.ts';
import { deliveryOf, messageOf } from '../support/small-world.ts';
import { runCommand } from './run-command.ts';

const DAY_MS = 24 * 3_600_000;
const BY_CLOCK = { ...TESTING, actor: { kind: 'system', name: 'worker' } } as const;

let bench: Bench;
const before = { ...process.env };
beforeAll(async () => {
  bench = await openBench();
  Object.assign(process.env, bench.env);
  await bench.deliver(deliveryOf(1, [messageOf(1), messageOf(2)]));
  await bench.screenAll();
  const { store, clock } = bench.installation;
  for (const { deliveryKey } of (await store.listUnfinished(TESTING)).toSettle) {
    await store.settleDelivery(TESTING, deliveryKey, clock.now());
  }
});
afterAll(async () => {
  process.env = before;
  await bench.dispose();
});

test('reconcile tells of lines that were deleted at the end of their term in words, and only where there are any', async () => {
  const fresh = await runCommand('reconcile');
  expect([fresh.code, fresh.out]).toEqual([0, expect.stringMatching(/^JDS\/W-1: balanced, .*, unscreened 0\n$/)]);
  bench.clock.move(400 * DAY_MS);
  await eraseAllDue(bench.installation.store, BY_CLOCK, bench.clock);
  const { code, out } = await runCommand('reconcile');
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/, unscreened 0, 2 of them deleted at the end of their term and only counted\n$/),
  ]);
  expect((await runCommand('reconcile', '--json')).json).toMatchObject([{ received: 2, expired: 2, balanced: true }]);
});
