import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { TaskIdentityView } from '../../db/contract/tasks.ts';
import { csvRegister, type WireRow } from '../../fixtures/wire/register-files.ts';
import type { WirePerson } from '../../fixtures/wire/types.ts';
import { renewPairs } from '../../jobs/renew-pairs.ts';
import type { Access } from '../../src/domain/access.ts';
import type { TaskId } from '../../src/domain/ids.ts';
import type { IdentityVerdict } from '../../src/domain/task.ts';
import { type Bench, openBench } from '../support/bench.ts';
import { TESTING } from '../support/own-installation.ts';
import { deliveryOf, factOf, messageOf, personOf, registerRow } from '../support/small-world.ts';

const SUBJECT = 1;
const TWIN = 2;

/** Somebody whose name and birth date are those of the subject, without a number. */
const LOOKALIKE: WirePerson = { ...personOf(SUBJECT), bsn: null };
const { geslachtsnaam: OTHER_SURNAME, geboortedatum: OTHER_BIRTH_DATE } = personOf(40);
/** What makes somebody else of the subject. */
const ELSEWHO = { bsn: '', geslachtsnaam: OTHER_SURNAME, geboortedatum: OTHER_BIRTH_DATE };
/** What corrects the subject, who stays a hit. */
const CORRECTED = { roepnaam: 'Bo' };

let bench: Bench;
let reviewer: Access;
let second: Access;
let taskId: TaskId;
beforeEach(async () => {
  bench = await openBench();
  await bench.importRegister(csvRegister([registerRow(SUBJECT), registerRow(TWIN), registerRow(3)], ','));
  [reviewer, second] = [await accessOf('reviewer1'), await accessOf('reviewer2')];
  const zaak = { parketnummer: '16-000001-26', feiten: [factOf(1, '310')] };
  await bench.deliver(deliveryOf(1, [messageOf(SUBJECT, { berichtId: 'M1', persoon: LOOKALIKE, zaak })]));
  await bench.screenAll();
  const { tasks } = await bench.installation.store.listTasks(reviewer, { limit: 9 }, bench.clock.now());
  expect(tasks).toHaveLength(1);
  ({ taskId } = tasks[0]!);
});
afterEach(() => bench.dispose());

async function accessOf(name: string): Promise<Access> {
  const account = await bench.installation.store.accountByName(TESTING, name);
  return { actor: { kind: 'account', accountId: account!.accountId }, purpose: 'review_task' };
}

const change = (cells: Partial<WireRow>, number = SUBJECT) =>
  bench.importRegister(csvRegister([registerRow(number, cells)], ','), 'changes');

const renew = () => renewPairs({ ...bench.tools, store: bench.installation.store });

async function view(): Promise<TaskIdentityView> {
  const found = await bench.installation.store.viewTask(reviewer, taskId, bench.clock.now());
  if (!('identity' in found)) throw new Error(found.refusal);
  return found.identity;
}

async function claim(as = reviewer): Promise<number> {
  const claimed = await bench.installation.store.claimTask(as, taskId, bench.clock.now());
  if (claimed.kind !== 'done') throw new Error(claimed.refusal);
  return claimed.version;
}

function answer(verdict: IdentityVerdict, version: number, as = reviewer) {
  const decision = { verdict, reason: 'Vergeleken met het dossier', waitUntil: null };
  return bench.installation.store.decideIdentity(as, taskId, version, decision, bench.clock.now());
}

/** Answers question A; where the sample wants a second pair of eyes they say the same. */
async function answered(verdict: IdentityVerdict): Promise<void> {
  let made = await answer(verdict, await claim());
  if (made.kind === 'done' && made.state === 'second_look') made = await answer(verdict, await claim(second), second);
  if (made.kind !== 'done') throw new Error(made.refusal);
  bench.clock.move(60_000);
}

/** Every task by state, also those that nobody is shown any more. */
const states = async () => (await bench.installation.store.countTasks(TESTING)).byState;

test('a corrected subject is compared again, and a task in the queue shows what the register says now', async () => {
  expect((await view()).subject.identity.callName).toBe('');
  await change(CORRECTED);
  expect(await renew()).toBe(1);
  const { subject, hit, state } = await view();
  expect(subject.identity.callName).toBe('Bo');
  expect(hit.subjectVersion).toBe(2);
  expect(state).toBe('open');
});

test('that is done once', async () => {
  await change(CORRECTED);
  await renew();
  expect(await renew()).toBe(0);
});

test('"same person" on the former data is asked again, and stays on record as retired', async () => {
  await answered('same_person');
  await change(CORRECTED);
  await renew();
  const { state, identityDispositions } = await view();
  expect(['open', 'claimed']).toContain(state);
  expect(identityDispositions).toMatchObject([{ verdict: 'same_person', retiredAt: expect.any(Number) }]);
});

test('"someone else" on the former data comes back without an entry, with the earlier verdict', async () => {
  await answered('someone_else');
  expect(await states()).toEqual({ closed: 1 });
  await change(CORRECTED);
  await renew();
  const { state, identityDispositions } = await view();
  expect(state).toBe('open');
  expect(identityDispositions[0]).toMatchObject({ verdict: 'someone_else', retiredAt: expect.any(Number) });
});

test('who is no hit any more and was never looked at leaves the queue, and the content is erased', async () => {
  await change(ELSEWHO);
  await renew();
  expect(await states()).toEqual({ withdrawn: 1 });
  const rows = await bench.installation.store.listAudit(TESTING, 0, 10_000);
  expect(rows.findLast(({ action }) => action === 'renew_pairs')?.details).toMatchObject({ renewed: 1, withdrawn: 1 });
  expect((await bench.installation.store.reconcile(TESTING, null)).every(({ balanced }) => balanced)).toBe(true);
});

test('what a person confirmed a person takes back: who is no hit any more is asked about again', async () => {
  await answered('same_person');
  await change(ELSEWHO);
  await renew();
  const { state, subject, registerNow } = await view();
  expect(['open', 'claimed']).toContain(state);
  expect(registerNow?.surname).not.toBe(subject.identity.surname);
  expect(await renew()).toBe(0);
});

test('a closed task about somebody who is no hit any more stays the file of a decision', async () => {
  await answered('someone_else');
  await change(ELSEWHO);
  expect(await renew()).toBe(1);
  expect(await states()).toEqual({ closed: 1 });
  expect(await renew()).toBe(0);
});

test('a change of unit compares nobody again and asks nothing', async () => {
  await answered('same_person');
  const before = await view();
  expect(before.registerNow).toBeNull();
  await change({ eenheid: 'Elders' });
  expect(await renew()).toBe(0);
  const { state, version, hit } = await view();
  expect({ state, version, hit }).toEqual({ state: before.state, version: before.version, hit: before.hit });
});

test('a change that was taken back before anybody was compared changes nothing', async () => {
  await answered('same_person');
  const before = await view();
  await change(CORRECTED);
  await change({});
  await renew();
  expect(await view()).toEqual(before);
});

test('a change that was taken back later leaves the hit as it was made, however the register grew since (P7)', async () => {
  await answered('someone_else');
  const { hit } = await view();
  await change(ELSEWHO);
  expect(await renew()).toBe(1);
  await bench.importRegister(csvRegister([registerRow(60), registerRow(61)], ','), 'changes');
  await change({});
  expect(await renew()).toBe(1);
  expect((await view()).hit).toEqual(hit);
  expect(await states()).toEqual({ closed: 1 });
});

test('an answer that was on its way while the data changed is refused, and nothing of it stands', async () => {
  const version = await claim();
  await change(CORRECTED);
  await renew();
  expect(await answer('same_person', version)).toMatchObject({ kind: 'refused', refusal: 'version_changed' });
  expect((await view()).identityDispositions).toEqual([]);
});

test('a rival is compared only when it is the one that changed', async () => {
  await change({ ...registerRow(SUBJECT), officer_id: registerRow(TWIN).officer_id }, TWIN);
  const zaak = { parketnummer: '16-000001-26', feiten: [factOf(1, '310')] };
  const later = { berichtId: 'M2', tijdstip: '2026-11-19T17:00:00+01:00', persoon: LOOKALIKE, zaak };
  await bench.deliver(deliveryOf(2, [messageOf(SUBJECT, later)]));
  await bench.screenAll();
  expect(await states()).toEqual({ open: 2 });
  const before = await view();
  expect(before.rivals).toHaveLength(1);
  await change({ ...ELSEWHO }, TWIN);
  expect(await renew()).toBe(1);
  expect(await states()).toEqual({ open: 1, withdrawn: 1 });
  const { hit, rivals } = await view();
  expect(hit).toEqual(before.hit);
  expect(rivals).toEqual([]);
});

test('whom the law does not let be compared now is left alone, and the walk comes to its end', async () => {
  await change({ ...CORRECTED, in_dienst: '2027-01-01' });
  expect(await renew()).toBe(0);
  expect(await states()).toEqual({ open: 1 });
  await change(CORRECTED);
  expect(await renew()).toBe(1);
});

test.each([
  ['between reading and comparing', true],
  ['between comparing and writing', false],
])('nothing is written when the register moves %s; the next walk does it', async (_, first) => {
  await change(CORRECTED);
  let moved = false;
  const move = async () => {
    if (!moved) await change({ roepnaam: 'Bob' });
    moved = true;
  };
  const { store } = bench.installation;
  const scope: typeof bench.tools.scope = async (...asked) => {
    if (first) await move();
    const before = await bench.tools.scope(...asked);
    if (!first) await move();
    return before;
  };
  expect(await renewPairs({ ...bench.tools, scope, store })).toBe(0);
  expect((await view()).subject.identity.callName).toBe('');
  expect(await renew()).toBe(1);
  expect((await view()).subject.identity.callName).toBe('Bob');
});
