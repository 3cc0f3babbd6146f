import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { csvRegister } from '../../fixtures/wire/register-files.ts';
import type { MatchScope } from '../../jobs/screen/comparison.ts';
import { asRegisterVersion, type RegisterVersion } from '../../src/domain/ids.ts';
import { parsePartialDate, UNKNOWN_DATE } from '../../src/domain/partial-date.ts';
import type { PersonIdentity } from '../../src/domain/person.ts';
import { type Bench, openBench } from '../support/bench.ts';
import { TESTING } from '../support/own-installation.ts';
import { personOf, registerOf, registerRow } from '../support/small-world.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.dispose());

function identityOf(number: number): PersonIdentity {
  const { bsn, voornamen, voorletters, geslachtsnaam, geboortedatum, geboorteplaats } = personOf(number);
  return {
    ...{ bsn, givenNames: voornamen, initials: voorletters, particle: '', surname: geslachtsnaam },
    ...{ birthDate: parsePartialDate(geboortedatum) ?? UNKNOWN_DATE, birthPlace: geboorteplaats },
    ...{ birthCountry: 'Nederland', sex: null, aliases: [] },
  };
}

const current = (): Promise<RegisterVersion> => bench.installation.store.registerVersion(TESTING);

/** The register as a worker that goes on running has it now. */
async function scope(): Promise<MatchScope> {
  return bench.register.scope(await current());
}

/** Which of the persons 0–9 are found. */
async function found(): Promise<readonly number[]> {
  const { compare } = await scope();
  return Array.from({ length: 10 }, (_, number) => number).filter((number) => {
    return compare(identityOf(number)).hits.length > 0;
  });
}

describe('a running worker sees, by the register’s version alone,', () => {
  beforeEach(async () => {
    await bench.importRegister(registerOf(3));
    expect(await found()).toEqual([0, 1, 2]);
  });

  test('who joined', async () => {
    await bench.importRegister(csvRegister([registerRow(7)], ','), 'changes');
    expect(await found()).toEqual([0, 1, 2, 7]);
    expect(bench.register.size).toBe(4);
  });

  test('who changed, under the new name and not under the old', async () => {
    const { bsn: _, ...other } = registerRow(8);
    await bench.importRegister(
      csvRegister([{ ...other, bsn: '', officer_id: registerRow(1).officer_id }], ','),
      'changes',
    );
    expect(await found()).toEqual([0, 2, 8]);
    expect(bench.register.size).toBe(3);
  });

  test('who left', async () => {
    await bench.importRegister(registerOf(1));
    expect(await found()).toEqual([0]);
  });

  test('what relevance must know of them', async () => {
    const [hit] = (await scope()).compare(identityOf(1)).hits;
    expect((await scope()).subject(hit!.subjectId)).toMatchObject({ kind: 'officer', functionClass: 'standard' });
    await bench.importRegister(csvRegister([registerRow(1, { functieklasse: 'verhoogd_risico' })], ','), 'changes');
    expect((await scope()).subject(hit!.subjectId)).toMatchObject({ kind: 'officer', functionClass: 'increased_risk' });
    await bench.importRegister(registerOf(1));
    expect((await scope()).subject(hit!.subjectId)).toBeNull();
  });

  test('several imports that came while it was idle, as one', async () => {
    await bench.importRegister(registerOf(5));
    await bench.importRegister(registerOf(2));
    await bench.importRegister(csvRegister([registerRow(9)], ','), 'changes');
    expect(await found()).toEqual([0, 1, 9]);
    expect(bench.register.version).toBe(await current());
  });
});

describe('the law of the day', () => {
  test('keeps a regime out that is not under continuous control', async () => {
    await bench.importRegister(registerOf(2));
    await bench.importRegister(csvRegister([registerRow(0, { regime: 'VOG' })], ','), 'changes');
    expect(await found()).toEqual([1]);
  });

  test('takes effect at midnight, with no change of the register: who left service on the last day is out', async () => {
    const row = registerRow(1, { uit_dienst: '2026-11-20' });
    await bench.importRegister(csvRegister([registerRow(0), row], ','));
    expect(await found()).toEqual([0, 1]);
    bench.clock.move(DAY_MS);
    expect(await found()).toEqual([0]);
    expect((await scope()).today).toBe('2026-11-21');
  });

  test('empties the index when the basis is ended', async () => {
    await bench.importRegister(registerOf(3));
    expect(await found()).toEqual([0, 1, 2]);
    const { store } = bench.installation;
    for (const { basisId } of await store.listBases(TESTING)) await store.endBasis(TESTING, basisId, bench.clock.now());
    expect(await found()).toEqual([]);
    expect(bench.register.size).toBe(0);
  });

  test('empties the index on a day without a basis, names why, and fills it again', async () => {
    await bench.importRegister(registerOf(3));
    const sinceLongMs = 5 * 365 * DAY_MS;
    bench.clock.move(-sinceLongMs);
    expect(await found()).toEqual([]);
    expect((await scope()).compare(identityOf(0))).toEqual({ hits: [], refused: ['BASIS_NOT_IN_FORCE'] });
    expect(bench.register.size).toBe(0);
    bench.clock.move(sinceLongMs);
    expect(await found()).toEqual([0, 1, 2]);
  });
});

test('an index that cannot be as new as asked is waited for', async () => {
  await bench.importRegister(registerOf(1));
  const tooNew = asRegisterVersion((await current()) + 1);
  await expect(bench.register.scope(tooNew)).rejects.toMatchObject({ code: 'REGISTER_NOT_READY', retry: 'later' });
});

test('chunks that ask at once share one reading', async () => {
  await bench.importRegister(registerOf(3));
  const scopes = await Promise.all([scope(), scope(), scope()]);
  expect(scopes.map(({ registerVersion }) => registerVersion)).toEqual(Array(3).fill(await current()));
  const reads = await bench.installation.store.listAudit(TESTING, 0, 1_000);
  expect(reads.filter(({ action }) => action === 'read_register')).toHaveLength(1);
});
