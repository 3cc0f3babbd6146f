import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { acceptDelivery, STALE_RECEIPT_MS } from '../../jobs/accept.ts';
import type { Flow } from '../../jobs/flow.ts';
import { screenChunk } from '../../jobs/screen/screen-chunk.ts';
import { settleDelivery } from '../../jobs/settle.ts';
import { type Swept, sweep } from '../../jobs/sweep.ts';
import { type Bench, openBench } from '../support/bench.ts';
import { eventsOf, TESTING } from '../support/own-installation.ts';
import { deliveryOf, messageOf } from '../support/small-world.ts';

let bench: Bench;
let queued: string[];
beforeEach(async () => {
  bench = await openBench(2);
  queued = [];
});
afterEach(() => bench.dispose());

const NOTHING: Swept = { chunks: 0, deliveries: 0, interrupted: 0 };
const five = (volgnummer: number) =>
  deliveryOf(
    volgnummer,
    Array.from({ length: 5 }, (_, number) => messageOf(volgnummer * 100 + number)),
  );

/** The flow that queues: what it was asked to, in words. */
const flow: Flow = {
  async deliveryFinalised({ deliveryId }, chunkIds) {
    queued.push(chunkIds.length === 0 ? `settle ${deliveryId}` : `screen ${deliveryId} ${chunkIds.length}`);
  },
  chunkSplit: () => Promise.reject(new Error('a sweep splits nothing')),
  chunkScreened: () => Promise.reject(new Error('a sweep screens nothing')),
};

const swept = () => sweep(bench.installation.store, flow, bench.clock);

describe('a sweep', () => {
  test('finds nothing where nothing is', async () => {
    expect(await swept()).toEqual(NOTHING);
  });

  test('queues the chunks that are not screened, delivery by delivery', async () => {
    await bench.deliver(five(1));
    bench.clock.move(1);
    await bench.deliver(five(2));
    const [chunkId] = await bench.chunks();
    await screenChunk(bench.tools, chunkId!);
    expect(await swept()).toEqual({ ...NOTHING, chunks: 5 });
    expect(queued).toEqual(['screen W-1 2', 'screen W-2 3']);
  });

  test('has a delivery settled whose lines all have their outcome, until it is', async () => {
    await bench.deliver(five(1));
    await bench.screenAll();
    expect(await swept()).toEqual({ ...NOTHING, deliveries: 1 });
    expect(queued).toEqual(['settle W-1']);
    const { deliveryKey } = await bench.status();
    expect(await settleDelivery(bench.installation.store, bench.clock, deliveryKey)).toBe(true);
    expect(await settleDelivery(bench.installation.store, bench.clock, deliveryKey)).toBe(false);
    expect(await swept()).toEqual(NOTHING);
    expect(await bench.status()).toMatchObject({ state: 'settled', settledAt: bench.clock.now() });
  });

  test('leaves a delivery alone of which a line still waits', async () => {
    await bench.deliver(five(1));
    const { deliveryKey } = await bench.status();
    expect(await settleDelivery(bench.installation.store, bench.clock, deliveryKey)).toBe(false);
  });

  test('ends a receipt that nobody was heard of for too long, so that it can be begun anew', async () => {
    const stop = new Error('the process is killed');
    async function* killed() {
      for await (const event of eventsOf(bench.installation, five(1))) {
        if (event.kind === 'complete') throw stop;
        yield event;
      }
    }
    // Killed where nothing could be cleaned up: the database refuses the refusal too.
    const { store } = bench.installation;
    const dying = { ...store, refuseDelivery: () => Promise.reject(stop) };
    await expect(acceptDelivery({ ...bench.acceptTools, store: dying }, TESTING, killed())).rejects.toBe(stop);
    bench.clock.move(STALE_RECEIPT_MS);
    expect(await swept()).toEqual(NOTHING);
    bench.clock.move(1);
    expect(await swept()).toEqual({ ...NOTHING, interrupted: 1 });
    expect(await bench.status()).toMatchObject({ state: 'refused', code: 'DELIVERY_INTERRUPTED', received: 0 });
    expect(await bench.deliver(five(1))).toMatchObject({ kind: 'accepted' });
  });
});
