import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { EpochMs, InquiryId, TaskId } from '../../../src/domain/ids.ts';
import type { IdentityVerdict, RelevanceVerdict } from '../../../src/domain/task.ts';
import { TESTING } from '../../support/own-installation.ts';
import { deliveryOf, messageOf } from '../../support/small-world.ts';
import { openPartnerWorld, PARTNER, type PartnerWorld } from './partner-world.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

let world: PartnerWorld;
let inquiryId: InquiryId;
let taskId: TaskId;
beforeEach(async () => {
  world = await openPartnerWorld();
  await world.basis();
  inquiryId = await world.inquiry();
  await world.loadPartner(inquiryId);
  await world.deliver(deliveryOf(1, [messageOf(PARTNER)]));
  await world.screenAll();
  const [task] = await seenBy('reviewer1');
  taskId = task!.taskId;
});
afterEach(() => world.dispose());

/** The queue as an account sees it, and the closed. */
async function seenBy(account: string) {
  const { store } = world.installation;
  const page = await store.listTasks(await world.access(account), { limit: 50 }, world.clock.now());
  return page.tasks.map(({ taskId: id, state }) => ({ taskId: id, state }));
}

async function identity(account: string, verdict: IdentityVerdict): Promise<string> {
  const { store } = world.installation;
  const access = await world.access(account);
  const claimed = await store.claimTask(access, taskId, world.clock.now());
  if (claimed.kind !== 'done') return claimed.refusal;
  const decision = { verdict, reason: 'vergeleken met het dossier', waitUntil: null };
  const made = await store.decideIdentity(access, taskId, claimed.version, decision, world.clock.now());
  return made.kind === 'done' ? made.state : made.refusal;
}

async function relevance(account: string, verdict: RelevanceVerdict): Promise<string> {
  const access = await world.access(account);
  const { store } = world.installation;
  const claimed = await store.claimTask(access, taskId, world.clock.now());
  if (claimed.kind !== 'done') return claimed.refusal;
  const decision = { verdict, reason: 'past in het beeld', overriddenRating: null, waitUntil: null };
  const made = await store.decideRelevance(access, taskId, claimed.version, decision, world.clock.now());
  return made.kind === 'done' ? made.state : made.refusal;
}

const endInquiry = async () =>
  world.installation.store.closeInquiry(await world.access('registrar'), inquiryId, world.clock.now());

const retention = (at: EpochMs) => world.installation.store.eraseDue(TESTING, 'partner_data', 10, at);

const states = async () => (await world.installation.store.countTasks(TESTING)).byState;

test('who must look again sees the task while the inquiry is open, for as long as the answer waits for it', async () => {
  for (const other of ['reviewer2', 'senior']) expect(await identity(other, 'same_person')).toBe('gate_refuses');
  // Somebody else on an equal BSN: four eyes.
  expect(await identity('reviewer1', 'someone_else')).toBe('second_look');
  expect(await seenBy('reviewer2')).toEqual([{ taskId, state: 'second_look' }]);
  expect(await identity('reviewer2', 'same_person')).toBe('second_look');
  // They do not agree: the second has looked, and a senior decides.
  expect(await seenBy('reviewer2')).toEqual([]);
  expect(await seenBy('senior')).toEqual([{ taskId, state: 'second_look' }]);
  expect(await identity('senior', 'someone_else')).toBe('closed');
  for (const other of ['reviewer2', 'senior']) expect(await seenBy(other)).toEqual([]);
  expect(await seenBy('reviewer1')).toEqual([{ taskId, state: 'closed' }]);
});

test('what was closed as nobody’s is erased with the first retention run after the inquiry, and seen by nobody before', async () => {
  await identity('reviewer1', 'someone_else');
  expect(await identity('reviewer2', 'someone_else')).toBe('closed');
  expect(await endInquiry()).toEqual({ left: 1, withdrawnTasks: 0 });
  expect(await seenBy('reviewer1')).toEqual([]);
  expect(await states()).toEqual({ closed: 1 });
  expect(await retention(world.clock.now())).toBe(1);
  expect(await states()).toEqual({ withdrawn: 1 });
  expect((await world.installation.store.reconcile(TESTING, null)).every(({ balanced }) => balanced)).toBe(true);
});

test('what became part of the file of the subject stays with its own term, five years at most', async () => {
  expect(await identity('reviewer1', 'same_person')).toBe('identity_decided');
  const proposed = await relevance('reviewer1', 'propose_investigation');
  // One in twenty belongs to the sample, and is looked at again by somebody else.
  if (proposed === 'second_look') {
    await identity('reviewer2', 'same_person');
    expect(await relevance('reviewer2', 'propose_investigation')).toBe('closed');
  }
  await endInquiry();
  expect(await retention(world.clock.now())).toBe(0);
  expect(await states()).toEqual({ closed: 1 });
  const { store } = world.installation;
  expect(await store.eraseDue(TESTING, 'task_content', 10, world.clock.now())).toBe(0);
  world.clock.move(5 * 366 * DAY_MS);
  expect(await store.eraseDue(TESTING, 'task_content', 10, world.clock.now())).toBe(1);
});
