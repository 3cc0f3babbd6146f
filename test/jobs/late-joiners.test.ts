import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { csvRegister } from '../../fixtures/wire/register-files.ts';
import { fictitiousBases } from '../../src/legal/default-bases.ts';
import { type Bench, openBench } from '../support/bench.ts';
import { TESTING } from '../support/own-installation.ts';
import { deliveryOf, messageOf, officerOf, registerOf, registerRow } from '../support/small-world.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const LATE = 30;

let bench: Bench;
beforeEach(async () => {
  bench = await openBench(2);
  await bench.importRegister(registerOf(3));
});
afterEach(() => bench.dispose());

/** Records and confirms a basis that lets entries about nobody be kept for so long; for nobody but officers. */
async function allow(keepUnmatchedDays: number): Promise<void> {
  const { store } = bench.installation;
  const idOf = async (name: string) => (await store.accountByName(TESTING, name))!.accountId;
  const [registrar, second] = [await idOf('registrar'), await idOf('registrar2')];
  const as = (accountId: typeof registrar) => ({ actor: { kind: 'account', accountId }, purpose: 'operate' }) as const;
  const [staff] = fictitiousBases();
  const basis = { ...staff!, recordedBy: registrar, fictitious: false, keepUnmatchedDays };
  const basisId = await store.recordBasis(as(registrar), basis, bench.clock.now());
  await store.confirmBasis(as(second), basisId, second, bench.clock.now());
}

async function deliver(): Promise<void> {
  await bench.deliver(deliveryOf(1, [messageOf(LATE), messageOf(31), messageOf(1), messageOf(32)]));
  await bench.screenAll();
  await bench.installation.store.settleDelivery(TESTING, (await bench.status()).deliveryKey, bench.clock.now());
  expect((await bench.status()).outcomes).toMatchObject({ tasked: 1, cleared: 3 });
}

/** Somebody in service since a day, of whom the register hears only now. */
async function join(inService: string): Promise<void> {
  await bench.importRegister(csvRegister([registerRow(LATE, { in_dienst: inService })], ','), 'changes');
  await bench.screenAll();
}

const tasksAboutLate = async () => (await bench.tasks()).filter((line) => line.includes(officerOf(LATE)));

test('without a basis that allows it nothing is kept, and who joins late is not compared with what came before', async () => {
  await deliver();
  bench.clock.move(DAY_MS);
  await join('2026-11-01');
  expect(await tasksAboutLate()).toEqual([]);
  expect((await bench.status()).state).toBe('settled');
});

describe('under a basis that lets entries about nobody be kept for fourteen days', () => {
  beforeEach(async () => {
    await allow(14);
    await deliver();
  });

  const kept = async () =>
    (await bench.installation.store.countDue(TESTING, bench.clock.now())).find(
      ({ kind }) => kind === 'unmatched_entry',
    );

  test('who joins late is compared with what came since the first day of service', async () => {
    bench.clock.move(3 * DAY_MS);
    await join('2026-11-18');
    expect(await tasksAboutLate()).toEqual([expect.stringContaining('B000030')]);
    const { outcomes, deliveryKey } = await bench.status();
    expect(outcomes).toMatchObject({ tasked: 2, cleared: 2 });
    await bench.installation.store.settleDelivery(TESTING, deliveryKey, bench.clock.now());
    const settled = await bench.status();
    expect([settled.state, settled.settledAt]).toEqual(['settled', bench.clock.now() - 3 * DAY_MS]);
    expect((await bench.installation.store.reconcile(TESTING, null)).every(({ balanced }) => balanced)).toBe(true);
  });

  test('joining again, or somebody else joining, compares what is still kept and makes nothing twice', async () => {
    await join('2026-11-18');
    await bench.importRegister(csvRegister([registerRow(31, { in_dienst: '2026-11-19' })], ','), 'changes');
    await bench.screenAll();
    expect(await tasksAboutLate()).toHaveLength(1);
    expect((await bench.status()).outcomes).toMatchObject({ tasked: 3, cleared: 1 });
  });

  test('what was decided before the first day of service is left alone', async () => {
    bench.clock.move(3 * DAY_MS);
    await join('2026-11-22');
    expect(await tasksAboutLate()).toEqual([]);
    expect((await bench.status()).state).toBe('settled');
  });

  test('after the window nothing is compared, and the next retention run erases it', async () => {
    bench.clock.move(15 * DAY_MS);
    await join('2026-11-18');
    expect(await tasksAboutLate()).toEqual([]);
    expect(await kept()).toMatchObject({ due: 3 });
    expect(await bench.installation.store.eraseDue(TESTING, 'unmatched_entry', 10, bench.clock.now())).toBe(3);
    expect(await kept()).toMatchObject({ due: 0 });
  });

  test('comparing again does not make the window longer', async () => {
    bench.clock.move(10 * DAY_MS);
    await join('2026-11-18');
    bench.clock.move(4 * DAY_MS);
    expect(await kept()).toMatchObject({ due: 2 });
  });

  test('within the window nothing is due; when the basis ends all of it is, and nobody is compared', async () => {
    expect(await kept()).toMatchObject({ due: 0 });
    const { store } = bench.installation;
    const bases = await store.listBases(TESTING);
    const basis = bases.find(({ keepUnmatchedDays }) => keepUnmatchedDays === 14);
    const registrar = await store.accountByName(TESTING, 'registrar');
    const access = { actor: { kind: 'account', accountId: registrar!.accountId }, purpose: 'operate' } as const;
    await store.endBasis(access, basis!.basisId, bench.clock.now());
    expect(await kept()).toMatchObject({ due: 3 });
    await join('2026-11-18');
    expect(await tasksAboutLate()).toEqual([]);
  });
});
