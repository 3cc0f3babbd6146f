import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { csvRegister, type WireRow } from '../../fixtures/wire/register-files.ts';
import { type Bench, openBench } from '../support/bench.ts';
import { TESTING } from '../support/own-installation.ts';
import { registerOf, registerRow } from '../support/small-world.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.dispose());

const file = (...rows: readonly WireRow[]): string => csvRegister(rows, ',');
const rows = (size: number): readonly WireRow[] => Array.from({ length: size }, (_, number) => registerRow(number));
const present = () => bench.installation.store.countSubjects(TESTING);

async function lateJoiners(): Promise<readonly object[]> {
  const alarms = await bench.installation.store.listAlarms(TESTING, 'open', 10);
  return alarms.filter(({ code }) => code === 'LATE_JOINER').map(({ params }) => params);
}

describe('a snapshot', () => {
  test('is applied as a difference, each kind counted', async () => {
    await bench.importRegister(file(...rows(4)));
    const moved = registerRow(1, { eenheid: 'Zeeland' });
    expect(await bench.importRegister(file(registerRow(0), moved, registerRow(2), registerRow(9)))).toMatchObject({
      ...{ joined: 1, changed: 1, left: 1, unchanged: 2, rejected: 0, refusedByGate: 0 },
    });
    expect(await bench.importRegister(file(registerRow(0), moved, registerRow(2), registerRow(9)))).toMatchObject({
      ...{ joined: 0, changed: 0, left: 0, unchanged: 4 },
    });
  });

  test('counts what it assumed and every BSN that cannot be a key', async () => {
    const unusable = registerRow(1, { bsn: '123456789', regime: 'BO', functieklasse: 'standaard', soort: 'officer' });
    const imported = await bench.importRegister(file(unusable, registerRow(2)));
    expect(imported).toMatchObject({ joined: 2, unusableBsn: 1, rejected: 0 });
    expect(imported.assumed).toBeGreaterThan(0);
  });

  test('does not let anybody leave whose row is faulty', async () => {
    await bench.importRegister(file(...rows(3)));
    const faulty = registerRow(1, { geboortedatum: '1980-02-31' });
    expect(await bench.importRegister(file(registerRow(0), faulty))).toMatchObject({
      ...{ rejected: 1, left: 1, unchanged: 1 },
      rejections: [{ line: 3, reasons: [expect.objectContaining({ field: 'geboortedatum' })] }],
    });
    expect(await present()).toMatchObject({ officer: 2 });
  });

  test('that cannot be read to its end changes nothing', async () => {
    await bench.importRegister(file(...rows(3)));
    await expect(bench.importRegister('naam;adres\nx;y\n')).rejects.toMatchObject({ code: 'REGISTER_UNREADABLE' });
    expect(await present()).toMatchObject({ officer: 3 });
  });
});

describe('the gate at load', () => {
  const partner = registerRow(8, {
    ...{ soort: 'partner', partner_van: registerRow(0).officer_id, relatie: 'echtgenoot', onderzoek: 'OZ-1' },
  });

  test('stores no partner without a basis of their own, and says which condition failed', async () => {
    expect(await bench.importRegister(file(registerRow(0), partner))).toMatchObject({
      ...{ joined: 1, refusedByGate: 1 },
      refusedByCondition: { G1_BASIS: 1 },
    });
    expect(await present()).toEqual({ officer: 1, external: 0, partner: 0 });
  });

  test('lets somebody leave whom it refuses from now on, also by a file of changes', async () => {
    await bench.importRegister(file(...rows(2)));
    const out = registerRow(1, { regime: 'VOG' });
    expect(await bench.importRegister(file(out), 'changes')).toMatchObject({
      ...{ refusedByGate: 1, left: 1 },
      refusedByCondition: { REGIME_EXCLUDED: 1 },
    });
    expect(await present()).toMatchObject({ officer: 1 });
  });
});

describe('a register that shrinks by more than a tenth', () => {
  beforeEach(async () => {
    await bench.importRegister(registerOf(20));
  });

  test.each([
    { left: 2, refused: false },
    { left: 3, refused: true },
    { left: 19, refused: true },
  ])('is refused until confirmed: $left of 20 leave', async ({ left, refused }) => {
    const smaller = registerOf(20 - left);
    if (refused) {
      await expect(bench.importRegister(smaller, 'snapshot', false)).rejects.toMatchObject({
        code: 'REGISTER_SHRINKS',
        params: { present: 20, wouldLeave: left, unreadable: 0 },
      });
      expect(await present()).toMatchObject({ officer: 20 });
    }
    expect(await bench.importRegister(smaller, 'snapshot', refused)).toMatchObject({ left });
  });

  test.each<[string, string, number]>([
    ['no row', registerOf(0), 0],
    ['no row that can be read', file(...rows(20).map((row) => ({ ...row, geboortedatum: 'ooit' }))), 20],
  ])('is refused even when confirmed, when the file holds %s', async (_what, text, unreadable) => {
    await expect(bench.importRegister(text, 'snapshot', true)).rejects.toMatchObject({
      ...{ code: 'REGISTER_WITHOUT_ROWS', params: { unreadable } },
    });
    expect(await present()).toMatchObject({ officer: 20 });
  });

  test('also when it is the gate that lets them go', async () => {
    const refused = rows(20).map((row, number) => (number < 3 ? { ...row, regime: 'VOG' } : row));
    await expect(bench.importRegister(file(...refused), 'snapshot', false)).rejects.toMatchObject({
      code: 'REGISTER_SHRINKS',
    });
  });
});

test('somebody who was in service before the register had them raises an alarm with the days not covered', async () => {
  await bench.importRegister(file(...rows(2)));
  const late = [registerRow(5, { in_dienst: '2026-11-10' }), registerRow(6, { in_dienst: '2026-11-15' })];
  await bench.importRegister(file(...late, registerRow(7, { in_dienst: '2026-11-20' })), 'changes');
  expect(await lateJoiners()).toEqual([{ subjects: 2, mostDays: 10 }]);
});
