import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Store } from '../../db/store.ts';
import type { Access } from '../../src/domain/access.ts';
import { asId, type DeliveryId } from '../../src/domain/ids.ts';
import type { IdentityDecision, RelevanceDecision } from '../../src/domain/task.ts';
import { fictitiousBases } from '../../src/legal/default-bases.ts';
import { readRelevanceTables } from '../../src/runtime/relevance-tables.ts';
import { findLeaks } from '../leaks/search.ts';
import { as, MORNING } from './conformance/bench.ts';
import { caseNumber, person, registerRow } from './conformance/people.ts';
import { makeTasks, OFFENCE } from './conformance/review-material.ts';
import { minutesLater, openReviewWorld, type ReviewWorld, SETTING_UP } from './conformance/review-world.ts';
import { importRows } from './conformance/steps.ts';
import { sqliteBench } from './sqlite-bench.ts';

/** What stands in the register, in an entry, in a motivation, and what somebody types where an id belongs. */
const NUMBER = 'P-Personeelsnummerxq';
const NAME = 'Geheimenaarxq';
const BSN = '999990019';
const UNIT = 'Geheimteamxq';
const MOTIVE = 'Motiveringoverxq';
const TYPED = `${NAME} 01-01-1980`;
const PLANTED = [NUMBER, NAME, BSN, UNIT, MOTIVE, OFFENCE, caseNumber('Parketnummerxq'), 'Parketnummerxq', TYPED];

let world: ReviewWorld;
let store: Store;
beforeEach(async () => {
  world = await openReviewWorld(sqliteBench);
  ({ store } = world);
});
afterEach(() => world.dispose());

const SAME: IdentityDecision = { verdict: 'same_person', reason: MOTIVE, waitUntil: null };
const PROPOSE: RelevanceDecision = {
  verdict: 'propose_investigation',
  reason: MOTIVE,
  overriddenRating: 'low',
  waitUntil: null,
};

/** A register, an entry that becomes a task, both answers, a report, and the end of it all. */
async function aWholeLife(): Promise<void> {
  const identity = { ...registerRow(NUMBER).identity, surname: NAME, bsn: BSN };
  await importRows(store, [registerRow(NUMBER, { unit: UNIT, identity }), registerRow('P-2')]);
  const { subjects } = await store.readRegister(SETTING_UP, 0 as never, null, 9);
  const register = subjects.toSorted((a) => (a.personnelNumber === NUMBER ? -1 : 1));
  await makeTasks(store, register, [{ about: 'Parketnummerxq', person: NAME, subject: 1, rivals: [2], rating: 'low' }]);
  const [anne, senior] = [world.access('anne'), world.access('senior')];
  const claimed = await store.claimNext(anne, MORNING);
  if (claimed?.kind !== 'done') throw new Error('nothing to claim');
  await store.viewTask(anne, claimed.taskId, MORNING);
  const told = await store.decideIdentity(anne, claimed.taskId, claimed.version, SAME, MORNING);
  if (told.kind !== 'done') throw new Error(told.refusal);
  await store.decideRelevance(anne, told.taskId, told.version, PROPOSE, MORNING);
  await store.listTasks(senior, { limit: 9 }, MORNING);
  await store.subjectReport(senior, asId(NUMBER), 'access', minutesLater(1));
  await store.exportSubscription(world.access('registrar'), 'subscription', MORNING);
  await importRows(store, [registerRow('P-2')]);
}

/** Everything that takes an id or a text from a person, with a name where it belongs elsewhere. */
async function typeNamesEverywhere(): Promise<void> {
  const id = TYPED as never;
  const refused = (doing: Promise<unknown>) => expect(doing).rejects.toMatchObject({ params: { reason: 'unknown' } });
  const [anne, senior, registrar] = [world.access('anne'), world.access('senior'), world.access('registrar')];
  const operator: Access = { ...world.access('operator'), purpose: 'operate' };
  await store.viewTask(anne, id, MORNING);
  await store.claimTask(anne, id, MORNING);
  await store.releaseTask(anne, id, MORNING);
  await store.decideIdentity(anne, id, 1, SAME, MORNING);
  await store.decideRelevance(anne, id, 1, PROPOSE, MORNING);
  await store.subjectReport(senior, id, 'complaint', MORNING);
  await refused(store.confirmBasis(registrar, id, world.accountId('registrar'), MORNING));
  await refused(store.endBasis(registrar, id, MORNING));
  const [basis] = fictitiousBases();
  const recordedBy = world.accountId('registrar');
  await store.recordBasis(registrar, { ...basis!, organisation: NAME, dpiaReference: TYPED, recordedBy }, MORNING);
  await refused(store.confirmPolicy(registrar, TYPED, MORNING));
  await refused(store.noteNoticeSent(registrar, id, '2026-11-23' as never));
  await refused(store.closeInquiry(registrar, id, MORNING));
  await store.acknowledgeAlarm(operator, id, MOTIVE, MORNING);
  const alarmId = await store.raiseAlarm(SETTING_UP, { code: 'LATE_JOINER', about: 'register', params: {} }, MORNING);
  await store.acknowledgeAlarm(operator, alarmId, MOTIVE, MORNING);
  await store.deliveryStatus(operator, id);
  await store.listQuarantine(operator, id, 9);
  await store.lineOutcomes(operator, id, [1]);
  await store.findDelivery(operator, NAME, asId<DeliveryId>(TYPED));
  await store.accountByName(operator, TYPED);
  await store.reconcile(operator, id);
  await store.verifyAudit(operator, TYPED);
}

test('in all rows of the audit log nobody is named, whatever happens and whatever is typed', async () => {
  await store.adoptPolicy(SETTING_UP, readRelevanceTables(), MORNING);
  await aWholeLife();
  await typeNamesEverywhere();
  const rows = await store.listAudit(as('cli', 'audit'), 0, 10_000);
  expect(rows.length).toBeGreaterThan(40);
  const places = rows.map((row) => ({ name: `${row.sequence} ${row.action}`, content: JSON.stringify(row) }));
  expect(findLeaks(places, PLANTED)).toEqual([]);
  // Who, what for, what and when stand in every one of them.
  for (const { actor, purpose, action, at } of rows) {
    expect(actor).toMatch(/^(system:[a-z-]+|account:[0-9a-f-]{36})$/);
    expect([purpose, action].every((word) => /^[a-z_]+$/.test(word)) && at >= MORNING).toBe(true);
  }
});

test('the search would find what is looked for', () => {
  const place = { name: 'row', content: JSON.stringify({ details: { taskId: person(NAME).surname } }) };
  expect(findLeaks([place], [NAME])).not.toEqual([]);
});
