import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { csvRegister } from '../../../fixtures/wire/register-files.ts';
import type { NewLegalBasis } from '../../../src/domain/basis.ts';
import { addDays } from '../../../src/domain/calendar-date.ts';
import { TESTING } from '../../support/own-installation.ts';
import { deliveryOf, messageOf, officerOf } from '../../support/small-world.ts';
import {
  OFFICER,
  openPartnerWorld,
  PARTNER,
  type PartnerWorld,
  partnerRow,
  STAFF,
  staffRow,
  TODAY,
} from './partner-world.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const IN_TEN_DAYS = addDays(TODAY, 10);

/** An act that does not exist, later than Stb. 2020, 412, with conditions of its own. */
const LATER_ACT: Partial<NewLegalBasis> = {
  ...{ statute: { name: 'Wet uitbreiding (verzonnen)', gazetteYear: 2027, gazetteNumber: 1 }, articles: ['48w'] },
  ...{ mode: 'continuous', from: IN_TEN_DAYS, conditions: ['principal_increased_risk', 'relation_partner'] },
};

let world: PartnerWorld;
beforeEach(async () => {
  world = await openPartnerWorld();
});
afterEach(() => world.dispose());

async function deliver(number: number, about = PARTNER) {
  const zaak = { ...messageOf(about).zaak, parketnummer: `16-${String(900 + number).padStart(6, '0')}-26` };
  await world.deliver(deliveryOf(number, [messageOf(about, { berichtId: `M${number}`, zaak })]));
  await world.screenAll();
  return (await world.status()).outcomes;
}

const everybody = (partnerCells = {}) =>
  world.importRegister(csvRegister([...STAFF.map((number) => staffRow(number)), partnerRow('', partnerCells)], ','));

test('an installation brings no basis for partners: they are neither loaded nor compared', async () => {
  const bases = await world.installation.store.listBases(TESTING);
  expect(bases.map(({ subjectKind }) => subjectKind)).toEqual(['officer', 'external']);
  expect(await everybody()).toMatchObject({ refusedByGate: 1, refusedByCondition: { G1_BASIS: 1 } });
  expect(await deliver(1)).toMatchObject({ tasked: 0, cleared: 1 });
});

test('a basis on the act of today lets nobody in, nor does one without conditions of its own', async () => {
  await world.basis({ mode: 'continuous', conditions: ['relation_partner'] });
  expect(await everybody()).toMatchObject({ refusedByCondition: { STATUTE_NOT_LATER: 1 } });
  await world.basis({ ...LATER_ACT, from: TODAY, conditions: [] });
  expect(await everybody()).toMatchObject({ refusedByCondition: { STATUTE_NOT_LATER: 1 } });
});

test('a basis on a later act lets partners in on its day, of itself, and its end takes them out at once', async () => {
  const unconfirmed = await world.basis(LATER_ACT, false);
  expect(await everybody()).toMatchObject({ refusedByCondition: { BASIS_UNCONFIRMED: 1 } });
  await world.installation.store.endBasis(await world.access('registrar'), unconfirmed, world.clock.now());
  const basisId = await world.basis(LATER_ACT);
  expect(await everybody()).toMatchObject({ refusedByCondition: { BASIS_NOT_IN_FORCE: 1 } });
  expect(await deliver(1)).toMatchObject({ tasked: 0, cleared: 1 });

  world.clock.move(10 * DAY_MS);
  expect(await everybody()).toMatchObject({ joined: 1, refusedByGate: 0 });
  expect(await deliver(2)).toMatchObject({ tasked: 1 });
  expect(await deliver(3)).toMatchObject({ tasked: 1 });
  const queue = async () => (await world.tasks()).map((line) => line.split(' ').slice(1, 2).join());
  expect(await queue()).toEqual([officerOf(PARTNER), officerOf(PARTNER)]);

  const { store } = world.installation;
  expect(await store.endBasis(await world.access('registrar2'), basisId, world.clock.now())).toEqual({
    withdrawnTasks: 2,
  });
  expect(await queue()).toEqual([]);
  expect(await deliver(4)).toMatchObject({ tasked: 0, cleared: 1 });
  expect(await deliver(5, OFFICER)).toMatchObject({ tasked: 1 });
});

test('a running index takes partners in at midnight of the day, without an import', async () => {
  const inquiryId = await world.inquiry({ endsOn: addDays(TODAY, 60) });
  await world.basis();
  await world.loadPartner(inquiryId);
  expect(await deliver(1)).toMatchObject({ tasked: 1 });
  await world.basis(LATER_ACT);
  expect(await deliver(2)).toMatchObject({ tasked: 0 });
  world.clock.move(10 * DAY_MS);
  expect(await deliver(3)).toMatchObject({ tasked: 1 });
});

test.each([
  { says: 'gets other work', officer: { functieklasse: 'standaard' } },
  { says: 'leaves', officer: { uit_dienst: '2026-11-20' } },
  { says: 'comes under another regime', officer: { regime: 'VOG' } },
])('a partner is out as soon as the officer $says', async ({ officer }) => {
  await world.basis({ ...LATER_ACT, from: TODAY });
  await everybody();
  expect(await deliver(1)).toMatchObject({ tasked: 1 });
  await world.importRegister(csvRegister([staffRow(OFFICER, officer)], ','), 'changes');
  world.clock.move(DAY_MS);
  await world.installation.store.withdrawUncovered(TESTING, world.clock.now());
  expect(await world.tasks()).toEqual([]);
  expect(await deliver(2)).toMatchObject({ tasked: 0, cleared: 1 });
});

test('the source is told of partners under continuous control, and of none inside an inquiry', async () => {
  const { store } = world.installation;
  const exported = async () => {
    const { persons } = await store.exportSubscription(await world.access('registrar'), 'full_feed', world.clock.now());
    return persons.length;
  };
  const inquiryId = await world.inquiry();
  await world.basis();
  await world.loadPartner(inquiryId);
  expect(await exported()).toBe(STAFF.length);
  await world.basis({ ...LATER_ACT, from: TODAY });
  expect(await exported()).toBe(STAFF.length + 1);
});
