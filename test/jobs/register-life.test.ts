import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { csvRegister, type WireRow } from '../../fixtures/wire/register-files.ts';
import type { WireMessage } from '../../fixtures/wire/types.ts';
import { EMBEDDED_ACCOUNTS } from '../../src/bin/embedded-accounts.ts';
import type { OutcomeCounts } from '../../src/domain/delivery.ts';
import { TESTING } from '../support/own-installation.ts';
import { deliveryOf, factOf, messageOf, officerOf, personOf, registerOf, registerRow } from '../support/small-world.ts';
import { spawnWorker, type WorkerProcess } from '../support/worker-process.ts';
import { startWorld, type World } from '../support/world.ts';

/** One worker that goes on running while the register changes under it. */
let world: World;
let worker: WorkerProcess;
beforeAll(async () => {
  world = await startWorld();
  await world.importRegister(registerOf(20));
  worker = spawnWorker(world.env);
  await worker.says('started');
}, 30_000);
afterAll(async () => {
  await worker.kill();
  await world.close();
});

let deliveries = 0;

/** Delivers one entry about a made-up person, in a case of its own, and waits until the worker has screened it. */
async function deliver(about: number, parts: Partial<WireMessage> = {}): Promise<OutcomeCounts> {
  deliveries += 1;
  const number = 500 + deliveries;
  const zaak = { parketnummer: `16-${String(number).padStart(6, '0')}-26`, feiten: [factOf(1, '310')] };
  const message = messageOf(about, { berichtId: `L${number}`, zaak, ...parts });
  await world.deliver(deliveryOf(deliveries, [message]));
  const statuses = await world.waitFor((all) => all.length === deliveries && all.every(isSettled));
  return statuses.find(({ sequenceNumber }) => sequenceNumber === deliveries)!.outcomes;
}

const isSettled = ({ state }: { readonly state: string }): boolean => state === 'settled';

const change = (...rows: readonly WireRow[]) => world.importRegister(csvRegister(rows, ','), 'changes');

/** What a task about somebody says to a senior: state and rating. */
async function tasksAbout(number: number): Promise<readonly string[]> {
  const lines = (await world.tasks()).map((line) => line.split(' '));
  return lines
    .filter(([, about]) => about === officerOf(number))
    .map(([, , , state, , rating]) => `${state} ${rating}`);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 2_000; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('what the worker should do of itself it did not do');
}

test('who joins is compared from then on, and not before', async () => {
  expect(await deliver(30)).toMatchObject({ cleared: 1 });
  await change(registerRow(30));
  expect(await deliver(30)).toMatchObject({ tasked: 1 });
});

test('who joins late raises the alarm with the days that were not covered', async () => {
  const day = new Date(world.installation.clock.now() - 10 * 86_400_000).toISOString().slice(0, 10);
  await change(registerRow(31, { in_dienst: day }));
  const alarms = await world.installation.store.listAlarms(TESTING, 'open', 50);
  const params = alarms.filter(({ code }) => code === 'LATE_JOINER').map((alarm) => alarm.params);
  expect(params).toEqual([{ subjects: 1, mostDays: expect.any(Number) }]);
  expect(Math.abs(Number(params[0]?.['mostDays']) - 10)).toBeLessThanOrEqual(1);
});

test('who changes name is found under the new one and not under the old', async () => {
  const { bsn: _, ...renamed } = personOf(41);
  const { bsn: __, ...former } = personOf(1);
  await change(registerRow(1, { ...renamed, bsn: '', geslacht: renamed.geslacht ?? '', aliassen: '' }));
  expect(await deliver(41, { persoon: { ...renamed, bsn: null } })).toMatchObject({ tasked: 1 });
  expect(await deliver(1, { persoon: { ...former, bsn: null } })).toMatchObject({ cleared: 1 });
  expect(await tasksAbout(1)).toEqual(['open medium']);
});

test('whose open task stands on a name that is theirs no more has it compared again, without an entry', async () => {
  const entry = { ...personOf(8), bsn: null };
  expect(await deliver(8, { persoon: entry })).toMatchObject({ tasked: 1 });
  expect(await tasksAbout(8)).toEqual(['open medium']);
  const { geslachtsnaam, geboortedatum } = personOf(42);
  await change(registerRow(8, { bsn: '', geslachtsnaam, geboortedatum }));
  await until(async () => (await tasksAbout(8)).length === 0);
});

test('who leaves is compared no more, and the open task goes with them', async () => {
  expect(await deliver(2)).toMatchObject({ tasked: 1 });
  await change(registerRow(2, { uit_dienst: '2026-11-01' }));
  expect(await tasksAbout(2)).toEqual([]);
  expect(await deliver(2)).toMatchObject({ cleared: 1 });
});

test('who comes back is compared again', async () => {
  await change(registerRow(2));
  expect(await deliver(2)).toMatchObject({ tasked: 1 });
});

test.each(['VOG', 'vertrouwensfunctie'])(
  'who comes under regime %s is out at once, with the open task',
  async (regime) => {
    const number = regime === 'VOG' ? 3 : 4;
    expect(await deliver(number)).toMatchObject({ tasked: 1 });
    await change(registerRow(number, { regime }));
    expect(await tasksAbout(number)).toEqual([]);
    expect(await deliver(number)).toMatchObject({ cleared: 1 });
  },
);

test('whose function gets more risk has the open task rated anew, and later ones rated so', async () => {
  expect(await deliver(5)).toMatchObject({ tasked: 1 });
  expect(await tasksAbout(5)).toEqual(['open medium']);
  await change(registerRow(5, { functieklasse: 'verhoogd_risico' }));
  await until(async () => (await tasksAbout(5)).join() === 'open high');
  await deliver(5);
  expect(await tasksAbout(5)).toEqual(['open high', 'open high']);
});

test('whose unit becomes that of the reviewers is seen by none of them any more', async () => {
  expect(await deliver(6)).toMatchObject({ tasked: 1 });
  const { store, clock } = world.installation;
  const reviewer = await store.accountByName(TESTING, 'reviewer1');
  const access = { actor: { kind: 'account', accountId: reviewer!.accountId }, purpose: 'review_task' } as const;
  const seen = async () => {
    const { tasks } = await store.listTasks(access, { limit: 100 }, clock.now());
    return tasks.find(({ personnelNumber }) => personnelNumber === officerOf(6));
  };
  const task = await seen();
  expect(task?.state).toBe('open');
  const eenheid = EMBEDDED_ACCOUNTS.find(({ name }) => name === 'reviewer1')!.unit;
  await change(registerRow(6, { eenheid }));
  expect(await seen()).toBeUndefined();
  expect(await store.claimTask(access, task!.taskId, clock.now())).toEqual({
    ...{ kind: 'refused', refusal: 'conflict_of_interest' },
  });
  await change(registerRow(6));
  expect((await seen())?.taskId).toBe(task!.taskId);
});

test('after all that, every line of every delivery has exactly one end', async () => {
  expect((await world.installation.store.reconcile(TESTING, null)).filter(({ balanced }) => !balanced)).toEqual([]);
});
