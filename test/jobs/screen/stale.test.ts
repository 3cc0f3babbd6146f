import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ScreeningTools, screenChunk } from '../../../jobs/screen/screen-chunk.ts';
import type { Access } from '../../../src/domain/access.ts';
import { ScreeningError } from '../../../src/domain/errors.ts';
import { type Bench, openBench } from '../../support/bench.ts';
import { TESTING } from '../../support/own-installation.ts';
import { deliveryOf, messageOf, officerOf, personOf, registerOf } from '../../support/small-world.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await bench.importRegister(registerOf(5));
});
afterEach(() => bench.dispose());

/** Lets something happen while a chunk is being screened: after it was read, before it is written. */
function meanwhile(happens: (time: number) => Promise<unknown>): ScreeningTools {
  let time = 0;
  return {
    ...bench.tools,
    scope: async (...asked) => {
      const scope = await bench.tools.scope(...asked);
      time += 1;
      await happens(time);
      return scope;
    },
  };
}

const once = (happens: () => Promise<unknown>) => async (time: number) => (time === 1 ? happens() : null);

async function deliverAndFind(volgnummer: number, ...lines: readonly object[]) {
  const before = await bench.chunks();
  await bench.deliver(deliveryOf(volgnummer, lines));
  const [chunkId] = (await bench.chunks()).filter((chunk) => !before.includes(chunk));
  return chunkId!;
}

/** What the audit log says became of a chunk, in order; attempts as they were counted. */
async function historyOf(chunkId: string): Promise<readonly string[]> {
  const rows = await bench.installation.store.listAudit(TESTING, 0, 1_000);
  return rows
    .filter(({ details }) => details['chunkId'] === chunkId)
    .map(({ action, details }) => [action, details['attempt'], details['result']].filter(Boolean).join(' '));
}

const CASE = messageOf(1).zaak;
const first = messageOf(1, { berichtId: 'M1', tijdstip: '2026-11-19T10:00:00Z' });
const second = messageOf(1, { berichtId: 'M2', tijdstip: '2026-11-19T11:00:00Z', soort: 'wijziging' });

const ONE_STALE = (what: string) => [
  'begin_chunk 1',
  `commit_chunk 1 stale_${what}`,
  'uncount_attempt 1',
  'begin_chunk 1',
  'commit_chunk 1 committed',
];

describe('a chunk in between whose reading and writing something moved is screened again, and that is no attempt', () => {
  test('when another message of its case was screened', async () => {
    const later = await deliverAndFind(1, second);
    const earlier = await deliverAndFind(2, first);
    const tools = meanwhile(once(() => screenChunk(bench.tools, later)));
    expect(await screenChunk(tools, earlier)).toEqual({ kind: 'screened', unscreened: 0 });
    expect(await historyOf(earlier)).toEqual(ONE_STALE('case'));
    expect(await bench.tasks()).toEqual([expect.stringContaining(`${officerOf(1)} strong open M2`)]);
  });

  test('when the register moved', async () => {
    const chunk = await deliverAndFind(1, { ...first, persoon: personOf(7) });
    const tools = meanwhile(once(() => bench.importRegister(registerOf(8))));
    expect(await screenChunk(tools, chunk)).toEqual({ kind: 'screened', unscreened: 0 });
    expect(await historyOf(chunk)).toEqual(ONE_STALE('register'));
    expect(await bench.tasks()).toEqual([expect.stringContaining(officerOf(7))]);
  });

  test('when a reviewer took its task in hand', async () => {
    await bench.deliver(deliveryOf(1, [first]));
    await bench.screenAll();
    const chunk = await deliverAndFind(2, second);
    const { store } = bench.installation;
    const reviewer = await store.accountByName(TESTING, 'reviewer1');
    const access: Access = {
      actor: { kind: 'account', accountId: reviewer!.accountId },
      purpose: 'review_task',
    };
    const tools = meanwhile(once(() => store.claimNext(access, bench.clock.now())));
    expect(await screenChunk(tools, chunk)).toEqual({ kind: 'screened', unscreened: 0 });
    expect(await historyOf(chunk)).toEqual(ONE_STALE('disposition'));
    expect(await bench.tasks()).toEqual([
      expect.stringContaining(`${CASE.parketnummer} ${officerOf(1)} strong claimed M2`),
    ]);
  });
});

test('a chunk that another worker finished meanwhile is left as that one made it', async () => {
  const chunk = await deliverAndFind(1, first);
  const tools = meanwhile(once(() => screenChunk(bench.tools, chunk)));
  expect(await screenChunk(tools, chunk)).toEqual({ kind: 'nothing_to_do' });
  expect(await bench.tasks()).toHaveLength(1);
});

test('a chunk in which something always gets in between gives up for now, with no attempt counted', async () => {
  const chunk = await deliverAndFind(1, first);
  const tools = meanwhile((time) => bench.importRegister(registerOf(5 + (time % 2))));
  await expect(screenChunk(tools, chunk)).rejects.toMatchObject({ code: 'CHUNK_FAILED', retry: 'later' });
  expect(await screenChunk(bench.tools, chunk)).toEqual({ kind: 'screened', unscreened: 0 });
  expect((await historyOf(chunk)).slice(-2)).toEqual(['begin_chunk 1', 'commit_chunk 1 committed']);
});

test.each(['REGISTER_NOT_READY', 'DATABASE_BUSY', 'DATABASE_UNREADABLE', 'KEYS_WRONG'] as const)(
  'a failure of the installation (%s) is no attempt at the lines, however often it comes',
  async (code) => {
    const chunk = await deliverAndFind(1, first);
    const tools = meanwhile(async () => {
      throw new ScreeningError(code);
    });
    for (let time = 0; time < 5; time += 1) {
      await expect(screenChunk(tools, chunk)).rejects.toMatchObject({ code });
    }
    expect(await screenChunk(bench.tools, chunk)).toEqual({ kind: 'screened', unscreened: 0 });
    expect(await bench.status()).toMatchObject({ outcomes: { tasked: 1, quarantined: 0 }, code: null });
  },
);
