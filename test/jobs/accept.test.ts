import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Accepted, type AcceptTools, acceptDelivery, STALE_RECEIPT_MS } from '../../jobs/accept.ts';
import type { DeliveryEvent } from '../../src/intake/delivery-event.ts';
import { type Bench, openBench } from '../support/bench.ts';
import { eventsOf, TESTING } from '../support/own-installation.ts';
import { deliveryOf, messageOf } from '../support/small-world.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench(2);
});
afterEach(() => bench.dispose());

const messages = Array.from({ length: 5 }, (_, number) => messageOf(number));
const FIRST = deliveryOf(1, messages);

/** More than one transaction of lines, so that a part of them is on disk when the end comes. */
const LONG = deliveryOf(
  1,
  Array.from({ length: 600 }, (_, number) => messageOf(number)),
);

function accept(text: string, tools: Partial<AcceptTools> = {}): Promise<Accepted> {
  return acceptDelivery({ ...bench.acceptTools, ...tools }, TESTING, eventsOf(bench.installation, text));
}

async function openAlarms(): Promise<readonly string[]> {
  const alarms = await bench.installation.store.listAlarms(TESTING, 'open', 10);
  return alarms.map(({ code, about, params }) => [code, about, ...Object.values(params)].join(' ')).sort();
}

/** How many lines of deliveries there are, whatever has become of them. */
async function linesKept(): Promise<number> {
  const ledgers = await bench.installation.store.reconcile(TESTING, null);
  return ledgers.reduce((sum, { received }) => sum + received, 0);
}

async function* breakingOff(events: AsyncIterable<DeliveryEvent>, after: number, how: 'end' | 'fail') {
  let seen = 0;
  for await (const event of events) {
    if (seen === after) break;
    seen += 1;
    yield event;
  }
  if (how === 'fail') throw new Error('the connection of Zwartwaterland was reset');
}

describe('a delivery that is taken in', () => {
  test('is cut into chunks that the flow is told of', async () => {
    const told: [string, number][] = [];
    const flow: AcceptTools['flow'] = {
      ...bench.acceptTools.flow,
      deliveryFinalised: async ({ deliveryId }, chunkIds) => void told.push([deliveryId, chunkIds.length]),
    };
    expect(await accept(FIRST, { flow })).toMatchObject({ kind: 'accepted', delivery: { deliveryId: 'W-1' } });
    expect(told).toEqual([['W-1', 3]]);
    expect(await bench.chunks()).toHaveLength(3);
    expect(await openAlarms()).toEqual([]);
  });

  test('stays taken in when it cannot be queued, and a second try finds it so', async () => {
    const flow: AcceptTools['flow'] = {
      ...bench.acceptTools.flow,
      deliveryFinalised: async () => {
        throw new Error('no Redis');
      },
    };
    await expect(accept(FIRST, { flow })).rejects.toThrow('no Redis');
    expect(await accept(FIRST)).toMatchObject({ kind: 'duplicate', status: { state: 'screening' } });
    expect(await bench.chunks()).toHaveLength(3);
  });

  test('is a duplicate the second time, before and after it is settled, and changes nothing', async () => {
    await accept(FIRST);
    expect(await accept(FIRST)).toMatchObject({ kind: 'duplicate', status: { state: 'screening' } });
    await bench.screenAll();
    expect(await accept(FIRST)).toMatchObject({ kind: 'duplicate', status: { received: 5 } });
    expect(await linesKept()).toBe(5);
    expect(await bench.chunks()).toEqual([]);
  });

  test('of no lines at all is one too', async () => {
    expect(await accept(deliveryOf(1, []))).toMatchObject({ kind: 'accepted' });
    expect(await bench.status()).toMatchObject({ state: 'screening', received: 0 });
  });
});

describe('a delivery that is refused', () => {
  const count = FIRST.replace('"aantal":5', '"aantal":6');
  const cases: readonly { readonly says: string; readonly text: string; readonly code: string }[] = [
    { says: 'no header', text: FIRST.split('\n').slice(1).join('\n'), code: 'HEADER_INVALID' },
    { says: 'nothing', text: '', code: 'HEADER_INVALID' },
    { says: 'another count', text: count, code: 'COUNT_MISMATCH' },
    { says: 'another checksum', text: FIRST.replace('ambtsgeheim', 'Ambtsgeheim'), code: 'CHECKSUM_MISMATCH' },
    { says: 'another checksum, found late', text: `${LONG.slice(0, -3)} }\n`, code: 'CHECKSUM_MISMATCH' },
  ];
  test.each(cases)('for $says leaves no line and an alarm', async ({ text, code }) => {
    expect(await accept(text)).toMatchObject({ kind: 'refused', code });
    expect(await linesKept()).toBe(0);
    expect(await openAlarms()).toEqual([
      expect.stringMatching(`^DELIVERY_REFUSED (JDS/W-1|unknown cli) ${code}( 1)?$`),
    ]);
  });

  test.each([
    { how: 'end', after: 0 },
    { how: 'end', after: 3 },
    { how: 'end', after: 550 },
    { how: 'fail', after: 0 },
    { how: 'fail', after: 3 },
    { how: 'fail', after: 550 },
  ] as const)('by a stream that has its $how after $after events leaves no line', async ({ how, after }) => {
    const events = breakingOff(eventsOf(bench.installation, LONG), after, how);
    const accepted = await acceptDelivery(bench.acceptTools, TESTING, events);
    expect(accepted).toMatchObject({ kind: 'refused', code: 'DELIVERY_INTERRUPTED' });
    expect(await linesKept()).toBe(0);
    expect(await openAlarms()).toHaveLength(1);
  });

  test('is taken in when it is brought again, and the alarm ends', async () => {
    await accept(count);
    expect(await accept(FIRST)).toMatchObject({ kind: 'accepted' });
    expect(await linesKept()).toBe(5);
    expect(await openAlarms()).toEqual([]);
  });

  test('under the name of one that was taken in touches nothing of that', async () => {
    await accept(FIRST);
    const other = deliveryOf(1, [messageOf(77)], 'W-1');
    expect(await accept(other)).toMatchObject({ kind: 'refused', code: 'DELIVERY_CONFLICT' });
    expect(await bench.status()).toMatchObject({ state: 'screening', received: 5 });
    expect(await openAlarms()).toEqual(['DELIVERY_REFUSED JDS/W-1 DELIVERY_CONFLICT']);
  });

  test('without a legal basis is not even opened', async () => {
    expect(await accept(FIRST, { mayIngest: async () => false })).toMatchObject({
      kind: 'refused',
      code: 'FEED_MODE_REFUSED',
    });
    expect(await bench.installation.store.listDeliveries(TESTING, { limit: 1 })).toEqual([]);
    expect(await openAlarms()).toEqual(['DELIVERY_REFUSED JDS/W-1 FEED_MODE_REFUSED']);
  });
});

describe('a delivery that comes through two doors at once', () => {
  /** Takes in `LONG` until some lines are stored, then leaves it to `meanwhile`, then goes on. */
  async function interruptedBy(meanwhile: () => Promise<void>): Promise<Accepted> {
    async function* slowly() {
      let seen = 0;
      for await (const event of eventsOf(bench.installation, LONG)) {
        seen += 1;
        if (seen === 550) await meanwhile();
        yield event;
      }
    }
    return acceptDelivery(bench.acceptTools, TESTING, slowly());
  }

  test('is refused at the second while the first is heard of', async () => {
    let second: Accepted | undefined;
    const first = await interruptedBy(async () => {
      second = await accept(LONG);
    });
    expect(first.kind).toBe('accepted');
    expect(second).toMatchObject({ kind: 'refused', code: 'DELIVERY_IN_PROGRESS' });
    expect(await linesKept()).toBe(600);
    expect(await openAlarms()).toEqual([]);
  });

  test('goes to the second when the first was not heard of for long, and the first ends without harm', async () => {
    let second: Accepted | undefined;
    const first = await interruptedBy(async () => {
      bench.clock.move(STALE_RECEIPT_MS);
      second = await accept(LONG);
    });
    expect(second?.kind).toBe('accepted');
    expect(first).toMatchObject({ kind: 'refused', code: 'DELIVERY_IN_PROGRESS' });
    expect(await linesKept()).toBe(600);
  });
});

describe('a missing sequence number', () => {
  const numbered = (number: number) => accept(deliveryOf(number, [messageOf(number)]));

  test('raises an alarm that names it, and ends when it comes', async () => {
    await numbered(4);
    await numbered(7);
    expect(await openAlarms()).toEqual(['SEQUENCE_GAP JDS JDS 5–6']);
    await numbered(5);
    expect(await openAlarms()).toEqual(['SEQUENCE_GAP JDS JDS 6']);
    await numbered(6);
    expect(await openAlarms()).toEqual([]);
  });

  test('is one also when that delivery came and was refused', async () => {
    await numbered(1);
    await accept(deliveryOf(2, [messageOf(2)]).replace('"aantal":1', '"aantal":2'));
    await numbered(3);
    expect(await openAlarms()).toContain('SEQUENCE_GAP JDS JDS 2');
    await numbered(2);
    expect(await openAlarms()).toEqual([]);
  });
});
