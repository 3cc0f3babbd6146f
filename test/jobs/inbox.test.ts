import { mkdir, rm, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { xmlDelivery } from '../../fixtures/wire/delivery-files.ts';
import { REFUSAL_STANDS_AFTER_MS, RETRY_AFTER_MS, STUCK_AFTER_MS } from '../../jobs/inbox.ts';
import type { DeliveryEvent } from '../../src/intake/delivery-event.ts';
import { deliveryOf, messageOf } from '../support/small-world.ts';
import { type InboxBench, openInboxBench } from './inbox-bench.ts';

const XML = xmlDelivery(
  { leveringId: 'X-1', afzender: 'JDS', volgnummer: 1, aangemaakt: '2026-11-20T03:00:00+01:00' },
  [messageOf(1)],
);
const GOOD = deliveryOf(1, [messageOf(1), messageOf(2)]);
const OTHER = deliveryOf(2, [messageOf(3)]);
const BAD = deliveryOf(3, [messageOf(4)]).replace('nieuw', 'nieUw');

const left = (count: number, stuck = 0) => ({ kind: 'polled', finished: 0, left: count, stuck });
const finished = (count: number, others = 0) => ({ kind: 'polled', finished: count, left: others, stuck: 0 });

let inbox: InboxBench;
beforeEach(async () => {
  inbox = await openInboxBench();
});
afterEach(() => inbox.dispose());

const settle = async (polls: number): Promise<void> => {
  for (let poll = 0; poll < polls; poll += 1) await inbox.poll();
};

describe('a file is taken when nobody writes to it any more', () => {
  test('at the second poll that finds it the same, and is gone then', async () => {
    await inbox.put('a.ndjson', GOOD);
    expect(await inbox.poll()).toEqual(left(1));
    expect(await inbox.poll()).toEqual(finished(1));
    expect(await inbox.names()).toEqual([]);
    expect(await inbox.deliveries()).toEqual(['W-1 screening']);
  });

  test('not while it is written in pieces over several polls', async () => {
    for (let at = 0; at < GOOD.length; at += 400) {
      await inbox.append('a.ndjson', GOOD.slice(at, at + 400));
      expect(await inbox.poll()).toEqual(left(1));
    }
    expect(await inbox.deliveries()).toEqual([]);
    expect(await inbox.poll()).toEqual(finished(1));
    expect(await inbox.deliveries()).toEqual(['W-1 screening']);
  });

  test('not when its sender only paused: what is refused stays until it has been quiet for a while', async () => {
    await inbox.put('a.ndjson', GOOD.slice(0, -100));
    await settle(3);
    expect(await inbox.deliveries()).toEqual(['W-1 refused']);
    expect(await inbox.names()).toEqual(['a.ndjson']);
    await inbox.append('a.ndjson', GOOD.slice(-100));
    await settle(2);
    expect(await inbox.deliveries()).toEqual(['W-1 screening']);
    expect(await inbox.names()).toEqual([]);
  });

  test('not before an upload is renamed', async () => {
    for (const name of ['a.ndjson.part', 'b.PART', 'c.tmp', '.hidden']) await inbox.put(name, GOOD);
    await settle(2);
    expect(await inbox.poll()).toEqual(left(0));
    await inbox.rename('a.ndjson.part', 'a.ndjson');
    await settle(2);
    expect(await inbox.deliveries()).toEqual(['W-1 screening']);
    expect(await inbox.names()).toEqual(['.hidden', 'b.PART', 'c.tmp']);
  });

  test('not when it grows while it is read', async () => {
    await inbox.put('a.ndjson', GOOD);
    let pieces = 0;
    const poll = inbox.newPoller({
      read: ({ bytes, sideFile }) => {
        async function* growing(): AsyncGenerator<Uint8Array> {
          for await (const piece of bytes) {
            if (pieces++ === 0) await inbox.append('a.ndjson', `${JSON.stringify(messageOf(9))}\n`);
            yield piece;
          }
        }
        return inbox.readAs({ bytes: growing(), sideFile });
      },
    });
    await poll();
    inbox.bench.clock.move(REFUSAL_STANDS_AFTER_MS);
    expect(await poll()).toEqual(left(1));
    expect(pieces).toBeGreaterThan(0);
    expect(await inbox.names()).toEqual(['a.ndjson']);
  });

  test('also when it is replaced by another under the same name, which is not lost', async () => {
    await inbox.put('a.ndjson', GOOD);
    const poll = inbox.newPoller({
      accept: async (access, events, origin) => {
        const accepted = await inbox.acceptAs(access, events, origin);
        await rm(join(inbox.folder, 'a.ndjson'));
        await inbox.put('a.ndjson', OTHER);
        return accepted;
      },
    });
    await poll();
    await poll();
    expect(await inbox.names()).toEqual(['a.ndjson']);
    await settle(2);
    expect(await inbox.deliveries()).toEqual(['W-1 screening', 'W-2 screening']);
  });
});

describe('a file is removed', () => {
  test('when it is refused, with nothing of it left but its header', async () => {
    await inbox.put('a.ndjson', BAD);
    await settle(2);
    inbox.bench.clock.move(REFUSAL_STANDS_AFTER_MS);
    expect(await inbox.poll()).toEqual(finished(1));
    expect(await inbox.names()).toEqual([]);
    const status = await inbox.bench.status();
    expect(status).toMatchObject({ state: 'refused', code: 'CHECKSUM_MISMATCH', received: 0 });
  });

  test('when the same delivery was taken in before', async () => {
    await inbox.put('a.ndjson', GOOD);
    await inbox.put('b.ndjson', GOOD);
    await inbox.poll();
    expect(await inbox.poll()).toEqual(finished(2));
    expect(await inbox.deliveries()).toEqual(['W-1 screening']);
  });

  test('not when it could not be read to its end, and is then tried again after a while', async () => {
    await inbox.put('a.ndjson', GOOD);
    let tries = 0;
    const poll = inbox.newPoller({
      read: (file) => {
        async function* broken(): AsyncGenerator<DeliveryEvent> {
          tries += 1;
          for await (const event of inbox.readAs(file)) {
            if (event.kind === 'entry' && tries === 1) throw new Error('stale file handle');
            yield event;
          }
        }
        return broken();
      },
    });
    for (let polls = 0; polls < 4; polls += 1) expect(await poll()).toEqual(left(1));
    expect(tries).toBe(1);
    inbox.bench.clock.move(RETRY_AFTER_MS);
    expect(await poll()).toEqual(finished(1));
    expect(await inbox.deliveries()).toEqual(['W-1 screening']);
  });
});

describe('XML waits for its checksum', () => {
  test('and both are gone afterwards', async () => {
    await inbox.put('a.xml', XML.xml);
    await settle(4);
    expect(await inbox.deliveries()).toEqual([]);
    await inbox.put('a.xml.sha256', XML.sideFile);
    await settle(2);
    expect(await inbox.deliveries()).toEqual(['X-1 screening']);
    expect(await inbox.names()).toEqual([]);
  });

  test('also while the checksum itself is still being written', async () => {
    await inbox.put('a.xml', XML.xml);
    await inbox.poll();
    await inbox.put('a.xml.sha256', '');
    await inbox.poll();
    await inbox.put('a.xml.sha256', XML.sideFile);
    await settle(2);
    expect(await inbox.deliveries()).toEqual(['X-1 screening']);
  });

  test('and is stuck when that never comes', async () => {
    await inbox.put('a.xml', XML.xml);
    await inbox.poll();
    expect(await inbox.poll()).toEqual(left(1));
    inbox.bench.clock.move(STUCK_AFTER_MS + 60_000);
    expect(await inbox.poll()).toEqual(left(1, 1));
  });
});

describe('what cannot be taken in keeps nothing waiting', () => {
  test.each<[what: string, make: (path: string) => Promise<void>]>([
    ['a folder', async (path) => void (await mkdir(path))],
    ['a link to nothing', (path) => symlink('nowhere', path)],
    ['a link to a folder', (path) => symlink('/', path)],
  ])('%s', async (_what, make) => {
    await make(join(inbox.folder, 'a.ndjson'));
    await inbox.put('b.ndjson', GOOD);
    await inbox.poll();
    expect(await inbox.poll()).toEqual(finished(1, 1));
    inbox.bench.clock.move(STUCK_AFTER_MS + 60_000);
    expect(await inbox.poll()).toEqual(left(1, 1));
    expect(await inbox.names()).toEqual(['a.ndjson']);
  });

  test('an upload that nobody goes on with, and a checksum without its delivery: each is told as stuck', async () => {
    for (const name of ['a.ndjson.part', 'b.tmp', 'c.xml.sha256', '.hidden']) await inbox.put(name, 'x');
    await inbox.put('d.xml', XML.xml);
    await inbox.put('d.xml.sha256', XML.sideFile);
    await inbox.poll();
    expect(await inbox.poll()).toEqual(finished(1));
    inbox.bench.clock.move(STUCK_AFTER_MS + 60_000);
    expect(await inbox.poll()).toEqual(left(0, 3));
    expect(await inbox.names()).toEqual(['.hidden', 'a.ndjson.part', 'b.tmp', 'c.xml.sha256']);
  });

  test('a file that vanishes before it is opened', async () => {
    await inbox.put('a.ndjson', GOOD);
    await inbox.put('b.ndjson', OTHER);
    const poll = inbox.newPoller({
      accept: async (access, events, origin) => {
        await rm(join(inbox.folder, 'b.ndjson'), { force: true });
        return inbox.acceptAs(access, events, origin);
      },
    });
    await poll();
    expect(await poll()).toMatchObject({ left: 0 });
    expect(await inbox.deliveries()).toEqual(['W-1 screening']);
  });

  test('a file that was old before it came is not stuck, as its age is that of its place in the folder', async () => {
    await inbox.put('a.xml', XML.xml);
    await utimes(join(inbox.folder, 'a.xml'), 0, 0);
    await inbox.poll();
    expect(await inbox.poll()).toEqual(left(1));
  });
});

describe('several workers', () => {
  test('store a delivery once, however they take turns', async () => {
    await inbox.put('a.ndjson', GOOD);
    await inbox.put('b.ndjson', OTHER);
    const pollers = [inbox.newPoller(), inbox.newPoller(), inbox.newPoller()];
    for (let round = 0; round < 3; round += 1) await Promise.all(pollers.map((poll) => poll()));
    expect([...(await inbox.deliveries())].sort()).toEqual(['W-1 screening', 'W-2 screening']);
    expect(await inbox.names()).toEqual([]);
  });

  test('leave a delivery that somebody else receives, and it is not stuck', async () => {
    await inbox.put('a.ndjson', GOOD);
    const poll = inbox.newPoller();
    await poll();
    let inside = 0;
    const slow = inbox.newPoller({
      read: (file) => {
        async function* paused(): AsyncGenerator<DeliveryEvent> {
          for await (const event of inbox.readAs(file)) {
            if (event.kind === 'entry') {
              inside += 1;
              inbox.bench.clock.move(STUCK_AFTER_MS / 1_000);
              expect(await poll()).toEqual(left(1));
            }
            yield event;
          }
        }
        return paused();
      },
    });
    await slow();
    expect(await slow()).toEqual(finished(1));
    expect(inside).toBe(2);
    expect(await inbox.deliveries()).toEqual(['W-1 screening']);
  });
});

describe('the folder', () => {
  test('that is not there is told, and is looked for again', async () => {
    await rm(inbox.folder, { recursive: true });
    expect(await inbox.poll()).toEqual({ kind: 'unreadable' });
    await mkdir(inbox.folder);
    await inbox.put('a.ndjson', GOOD);
    await settle(2);
    expect(await inbox.deliveries()).toEqual(['W-1 screening']);
  });
});
