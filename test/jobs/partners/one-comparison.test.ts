import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { csvRegister, type WireRow } from '../../../fixtures/wire/register-files.ts';
import { screenChunk } from '../../../jobs/screen/screen-chunk.ts';
import type { NewLegalBasis } from '../../../src/domain/basis.ts';
import { addDays } from '../../../src/domain/calendar-date.ts';
import { asId, type InquiryId, type TaskId } from '../../../src/domain/ids.ts';
import type { NewInquiry } from '../../../src/domain/inquiry.ts';
import { TESTING } from '../../support/own-installation.ts';
import { deliveryOf, factOf, messageOf, officerOf, personOf } from '../../support/small-world.ts';
import {
  OFFICER,
  openPartnerWorld,
  PARTNER,
  type PartnerWorld,
  STAFF,
  staffRow,
  TODAY,
  TOMORROW,
} from './partner-world.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

let world: PartnerWorld;
afterEach(() => world.dispose());

async function audited(action: string) {
  const rows = await world.installation.store.listAudit(TESTING, 0, 10_000);
  return rows.filter((row) => row.action === action).map(({ details }) => details);
}

interface Lacking {
  readonly says: string;
  readonly basis?: Partial<NewLegalBasis>;
  readonly confirmed?: boolean;
  readonly inquiry?: Partial<NewInquiry>;
  readonly cells?: Partial<WireRow>;
  readonly officer?: Partial<WireRow>;
  readonly named?: string;
  readonly daysLater?: number;
  readonly condition: string;
}

const LACKING: readonly Lacking[] = [
  { says: 'the basis is not confirmed', confirmed: false, condition: 'G1_BASIS' },
  { says: 'the basis is not in force yet', basis: { from: TOMORROW }, condition: 'G1_BASIS' },
  { says: 'the basis names another article', basis: { articles: ['48v'] }, condition: 'G1_BASIS' },
  {
    says: 'the basis names another act',
    basis: { statute: { name: 'x', gazetteYear: 2021, gazetteNumber: 1 } },
    condition: 'G1_BASIS',
  },
  { says: 'the officer is not in the register', cells: { partner_van: officerOf(9) }, condition: 'PRINCIPAL_MISSING' },
  { says: 'the officer has other work', officer: { functieklasse: 'standaard' }, condition: 'G2_INCREASED_RISK' },
  { says: 'the row names no inquiry', named: '', condition: 'G3_OPEN_INQUIRY' },
  { says: 'the row names an inquiry that is none', named: 'IO-2026-7', condition: 'G3_OPEN_INQUIRY' },
  {
    says: 'the inquiry is about somebody else',
    inquiry: { principal: asId(officerOf(2)) },
    condition: 'G3_OPEN_INQUIRY',
  },
  { says: 'notice was not sent', inquiry: { noticeSentOn: null }, condition: 'G3_OPEN_INQUIRY' },
  { says: 'the relation is none that the law names', cells: { relatie: 'buurman' }, condition: 'G4_RELATION' },
  {
    says: 'a child is under twelve',
    cells: { relatie: 'kind', geboortedatum: '2020-01-01' },
    condition: 'G4_RELATION',
  },
  { says: 'there is no indication of another person', cells: { relatie: 'andere persoon' }, condition: 'G4_RELATION' },
  { says: 'no necessity is recorded', inquiry: { necessity: ' ' }, condition: 'G5_PURPOSE' },
  { says: 'another assessment covers the inquiry', inquiry: { dpiaReference: 'DPIA-2' }, condition: 'G5_PURPOSE' },
  { says: 'the basis leaves the regime out', basis: { regimes: ['VOG'] }, condition: 'G7_REGIME' },
  { says: 'the inquiry is over', daysLater: 31, condition: 'G8_EXPIRY' },
];

describe('a partner’s row is not stored, and result and audit log say why, when', () => {
  test.each(LACKING)('$says: $condition', async (lacking) => {
    world = await openPartnerWorld();
    const { basis, confirmed, inquiry, cells, officer, named, daysLater = 0, condition } = lacking;
    await world.basis(basis, confirmed);
    const inquiryId = await world.inquiry(inquiry);
    if (officer) await world.importRegister(csvRegister([staffRow(OFFICER, officer)], ','), 'changes');
    world.clock.move(daysLater * DAY_MS);
    const imported = await world.loadPartner(named ?? inquiryId, cells);
    expect(imported).toMatchObject({ joined: 0, refusedByGate: 1, refusedByCondition: { [condition]: 1 } });
    expect(await world.partners()).toBe(0);
    expect((await audited('apply_register')).at(-1)).toMatchObject({ [`gate:${condition}`]: 1, joined: 0 });
  });
});

const entry = (name: string, about: number, parts: Parameters<typeof messageOf>[1] = {}) =>
  messageOf(about, { berichtId: name, ...parts });

/** Case `number`, opened against whoever `messageOf` of another number names. */
const caseOf = (number: number, ...articles: string[]) => ({
  parketnummer: `16-${String(number).padStart(6, '0')}-26`,
  feiten: (articles.length === 0 ? ['272'] : articles).map((article, at) => factOf(at + 1, article)),
});

describe('inside an open inquiry', () => {
  let inquiryId: InquiryId;
  beforeEach(async () => {
    world = await openPartnerWorld(1);
    await world.basis();
    inquiryId = await world.inquiry();
    expect(await world.loadPartner(inquiryId)).toMatchObject({ joined: 1, refusedByGate: 0 });
  });

  /** The queue as an account sees it. */
  async function seenBy(account: string) {
    const { store } = world.installation;
    const page = await store.listTasks(await world.access(account), { limit: 50 }, world.clock.now());
    return page.tasks.map(({ taskId, personnelNumber, state }) => ({ taskId, about: personnelNumber, state }));
  }

  async function theTask(): Promise<TaskId> {
    const [task] = (await seenBy('reviewer1')).filter(({ about }) => about === officerOf(PARTNER));
    if (task === undefined) throw new Error('the investigator sees no task about the partner');
    return task.taskId;
  }

  async function deliver(number: number, ...lines: readonly object[]) {
    await world.deliver(deliveryOf(number, lines));
    await world.screenAll();
    return (await world.status()).outcomes;
  }

  test('the partner is compared with all of one delivery, and with no other', async () => {
    expect(
      await deliver(1, entry('A1', 7), entry('A2', PARTNER), entry('A3', PARTNER, { zaak: caseOf(901) })),
    ).toMatchObject({ cleared: 1, tasked: 2 });
    const comparedIn = (await world.installation.store.listInquiries(TESTING))[0]?.comparedIn;
    expect(comparedIn).toBe((await world.status()).deliveryKey);
    expect(await deliver(2, entry('B1', PARTNER, { zaak: caseOf(902) }))).toMatchObject({ cleared: 1, tasked: 0 });
    expect((await seenBy('reviewer1')).map(({ about }) => about)).toEqual([officerOf(PARTNER), officerOf(PARTNER)]);
  });

  test('of two deliveries that are screened at once only one is the one', async () => {
    await world.deliver(deliveryOf(1, [entry('A1', PARTNER), entry('A2', PARTNER, { zaak: caseOf(901) })]));
    await world.deliver(deliveryOf(2, [entry('B1', PARTNER, { zaak: caseOf(902) }), entry('B2', 7)]));
    const chunks = await world.chunks();
    await Promise.all(chunks.map((chunkId) => screenChunk(world.tools, chunkId)));
    const comparedIn = (await world.installation.store.listInquiries(TESTING))[0]?.comparedIn;
    const statuses = await world.installation.store.listDeliveries(TESTING, { limit: 2 });
    for (const { deliveryKey, outcomes, deliveryId } of statuses) {
      const own = deliveryId === 'W-1' ? 2 : 1;
      expect(outcomes.tasked).toBe(deliveryKey === comparedIn ? own : 0);
    }
  });

  test('a delivery that was there before the partner is not the one', async () => {
    const late = await world.inquiry();
    await world.deliver(deliveryOf(1, [entry('A1', PARTNER)]));
    await world.loadPartner(late, { roepnaam: 'Bo' });
    await world.screenAll();
    expect((await world.status()).outcomes).toMatchObject({ cleared: 1, tasked: 0 });
    expect(await deliver(2, entry('B1', PARTNER, { zaak: caseOf(902) }))).toMatchObject({ tasked: 1 });
  });

  test('only the investigator sees what came of it, as context that is never above medium', async () => {
    await deliver(1, entry('A1', PARTNER, { zaak: caseOf(901, '272', '424') }));
    for (const other of ['reviewer2', 'senior']) expect(await seenBy(other)).toEqual([]);
    const taskId = await theTask();
    const { store } = world.installation;
    for (const other of ['reviewer2', 'senior']) {
      const viewed = await store.viewTask(await world.access(other), taskId, world.clock.now());
      expect(viewed).toEqual({ kind: 'refused', refusal: 'gate_refuses' });
      const claimed = await store.claimTask(await world.access(other), taskId, world.clock.now());
      expect(claimed).toEqual({ kind: 'refused', refusal: 'gate_refuses' });
      expect(await store.claimNext(await world.access(other), world.clock.now())).toBeNull();
    }
    const reviewer = await world.access('reviewer1');
    const claimed = await store.claimNext(reviewer, world.clock.now());
    if (claimed?.kind !== 'done') throw new Error('the investigator cannot take it');
    const same = { verdict: 'same_person', reason: '', waitUntil: null } as const;
    await store.decideIdentity(reviewer, taskId, claimed.version, same, world.clock.now());
    const view = await store.viewTask(reviewer, taskId, world.clock.now());
    if (!('relevance' in view) || view.relevance === null) throw new Error('question B is not shown');
    expect(view.relevance.rating).toMatchObject({ level: 'medium', ruleId: 'PARTNER_CONTEXT' });
    // The other fact is a minor offence, which is not shown of a partner (G9).
    expect(view.relevance.case.facts.map(({ factNumber }) => factNumber)).toEqual([1]);
  });

  test.each([
    { says: 'a minor offence', fact: factOf(1, '424') },
    { says: 'a crime of more than eight years ago', fact: { ...factOf(1), pleegdatum: '2018-11-19' } },
    { says: 'a sexual offence of more than eight years ago', fact: { ...factOf(1, '246'), pleegdatum: '2018-11-19' } },
    { says: 'an offence nobody classified', fact: factOf(1, '9999') },
  ])('$says is no context and leaves no task', async ({ fact }) => {
    const zaak = { ...caseOf(901), feiten: [fact] };
    expect(await deliver(1, entry('A1', PARTNER, { zaak }))).toMatchObject({ cleared: 1, tasked: 0 });
  });

  test('a task follows its case while the identity data stay, and goes when they change: nobody compares again', async () => {
    await deliver(1, entry('A1', PARTNER));
    const taskId = await theTask();
    const later = { soort: 'wijziging', tijdstip: '2026-11-19T18:00:00+01:00' } as const;
    expect(await deliver(2, entry('B1', PARTNER, later))).toMatchObject({ tasked: 1 });
    expect(await theTask()).toBe(taskId);
    const corrected = { ...personOf(PARTNER), voornamen: 'Heel Anders', voorletters: 'H.A.' };
    const correction = { soort: 'identiteit', tijdstip: '2026-11-19T19:00:00+01:00', persoon: corrected } as const;
    expect(await deliver(3, entry('C1', PARTNER, correction))).toMatchObject({ tasked: 1 });
    expect(await seenBy('reviewer1')).toEqual([]);
  });

  test('a retraction takes the task away', async () => {
    await deliver(1, entry('A1', PARTNER));
    const { persoon: _, zaak, ...rest } = entry('B1', PARTNER, { tijdstip: '2026-11-19T18:00:00+01:00' });
    const retraction = { ...rest, soort: 'verwijdering', zaak: { parketnummer: zaak.parketnummer } };
    expect(await deliver(2, retraction)).toMatchObject({ withdrawn: 1 });
    expect(await seenBy('reviewer1')).toEqual([]);
  });

  test('register files neither remove the partner nor load it again once it was compared', async () => {
    await deliver(1, entry('A1', PARTNER));
    const snapshot = csvRegister(
      STAFF.map((number) => staffRow(number)),
      ',',
    );
    expect(await world.importRegister(snapshot)).toMatchObject({ left: 0 });
    const again = await world.loadPartner(inquiryId, { roepnaam: 'Bo' });
    expect(again).toMatchObject({ changed: 0, left: 0, refusedByCondition: { G6_ONE_OFF: 1 } });
    expect(await world.partners()).toBe(1);
    await theTask();
  });

  const ENDS: readonly { readonly says: string; end(): Promise<unknown> }[] = [
    {
      says: 'the inquiry is closed',
      end: async () =>
        expect(
          await world.installation.store.closeInquiry(await world.access('registrar'), inquiryId, world.clock.now()),
        ).toEqual({ left: 1, withdrawnTasks: 1 }),
    },
    {
      says: 'its last day has passed',
      end: async () => {
        world.clock.move(31 * DAY_MS);
        expect(await world.installation.store.withdrawUncovered(TESTING, world.clock.now())).toBe(1);
      },
    },
    {
      says: 'the officer leaves',
      end: () =>
        world.importRegister(
          csvRegister(
            STAFF.filter((number) => number !== OFFICER).map((number) => staffRow(number)),
            ',',
          ),
        ),
    },
    {
      says: 'the officer gets other work',
      end: () => world.importRegister(csvRegister([staffRow(OFFICER, { functieklasse: 'standaard' })], ','), 'changes'),
    },
  ];

  test.each(ENDS)('when $says, the task is withdrawn and the partner compared no more', async ({ end }) => {
    await deliver(1, entry('A1', PARTNER));
    const taskId = await theTask();
    await end();
    expect(await seenBy('reviewer1')).toEqual([]);
    const { store } = world.installation;
    expect((await store.countTasks(TESTING)).byState).toEqual({ withdrawn: 1 });
    expect(await store.viewTask(await world.access('reviewer1'), taskId, world.clock.now())).toMatchObject({
      kind: 'refused',
    });
    expect((await store.reconcile(TESTING, null)).filter(({ balanced }) => !balanced)).toEqual([]);
  });

  test('with the end of the inquiry the partner’s data are gone', async () => {
    await deliver(1, entry('A1', PARTNER));
    await world.installation.store.closeInquiry(await world.access('registrar'), inquiryId, world.clock.now());
    expect(await world.partners()).toBe(0);
    const { subjects } = await world.installation.store.readRegister(TESTING, 0 as never, null, 100);
    expect(subjects.map(({ kind }) => kind)).toEqual(['officer', 'officer', 'officer']);
    expect(await world.loadPartner(inquiryId)).toMatchObject({ joined: 0, refusedByCondition: { G3_OPEN_INQUIRY: 1 } });
  });

  test('a new inquiry allows one comparison of its own', async () => {
    await deliver(1, entry('A1', PARTNER));
    await world.installation.store.closeInquiry(await world.access('registrar'), inquiryId, world.clock.now());
    const second = await world.inquiry({ endsOn: addDays(TODAY, 60) });
    expect(await world.loadPartner(second)).toMatchObject({ joined: 1 });
    expect(await deliver(2, entry('B1', PARTNER, { zaak: caseOf(902) }))).toMatchObject({ tasked: 1 });
  });
});
