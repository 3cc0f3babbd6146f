import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TaskIdentityView } from '../../db/contract/tasks.ts';
import { csvRegister } from '../../fixtures/wire/register-files.ts';
import type { WireMessage, WirePerson } from '../../fixtures/wire/types.ts';
import type { Access } from '../../src/domain/access.ts';
import type { TaskId } from '../../src/domain/ids.ts';
import type { IdentityVerdict, TaskState } from '../../src/domain/task.ts';
import { type Bench, openBench } from '../support/bench.ts';
import { TESTING } from '../support/own-installation.ts';
import { deliveryOf, factOf, messageOf, personOf, registerOf, registerRow } from '../support/small-world.ts';

const SUBJECT = 1;

let bench: Bench;
let reviewers: readonly Access[];
let deliveries: number;
beforeEach(async () => {
  bench = await openBench();
  deliveries = 0;
  await bench.importRegister(registerOf(3));
  const { store } = bench.installation;
  const accounts = await Promise.all(['reviewer1', 'reviewer2'].map((name) => store.accountByName(TESTING, name)));
  reviewers = accounts.map((account) => ({
    ...{ actor: { kind: 'account', accountId: account!.accountId }, purpose: 'review_task' },
  }));
});
afterEach(() => bench.dispose());

/** Somebody whose name and birth date are those of the subject, without a number. */
const LOOKALIKE: WirePerson = { ...personOf(SUBJECT), bsn: null };

/** Delivers one entry about the lookalike and says how it ended. */
async function deliver(number: number, parts: Partial<WireMessage> = {}): Promise<string> {
  deliveries += 1;
  const zaak = { parketnummer: `16-${String(number).padStart(6, '0')}-26`, feiten: [factOf(1, '310')] };
  const tijdstip = `2026-11-19T16:0${deliveries}:00+01:00`;
  const message = messageOf(SUBJECT, { berichtId: `M${deliveries}`, tijdstip, persoon: LOOKALIKE, zaak, ...parts });
  await bench.deliver(deliveryOf(deliveries, [message]));
  await bench.screenAll();
  const rows = await bench.installation.store.listAudit(TESTING, 0, 10_000);
  const { details } = rows.findLast(({ action }) => action === 'commit_chunk')!;
  return Object.keys(details).find((key) => key.startsWith('outcome:')) ?? '';
}

async function tasks(...states: readonly TaskState[]): Promise<readonly TaskId[]> {
  const filter = { limit: 50, states };
  const page = await bench.installation.store.listTasks(reviewers[0]!, filter, bench.clock.now());
  return page.tasks.map(({ taskId }) => taskId);
}

async function identityView(taskId: TaskId): Promise<TaskIdentityView> {
  const view = await bench.installation.store.viewTask(reviewers[0]!, taskId, bench.clock.now());
  if (!('identity' in view)) throw new Error(view.refusal);
  return view.identity;
}

/** Answers question A; where the rules want a second pair of eyes they say the same. */
async function answer(taskId: TaskId, verdict: IdentityVerdict): Promise<void> {
  const { store } = bench.installation;
  let state: TaskState = 'open';
  for (const reviewer of reviewers) {
    if (state !== 'open' && state !== 'second_look') return;
    const claimed = await store.claimTask(reviewer, taskId, bench.clock.now());
    if (claimed.kind !== 'done') throw new Error(claimed.refusal);
    const decision = { verdict, reason: 'Vergeleken met het dossier', waitUntil: null };
    const made = await store.decideIdentity(reviewer, taskId, claimed.version, decision, bench.clock.now());
    if (made.kind !== 'done') throw new Error(made.refusal);
    state = made.state;
  }
}

/** The one task in the queue, answered. */
async function answered(verdict: IdentityVerdict): Promise<TaskId> {
  expect(await deliver(1)).toBe('outcome:new_task');
  const [taskId] = await tasks('open');
  await answer(taskId!, verdict);
  bench.clock.move(60_000);
  return taskId!;
}

describe('"someone else"', () => {
  beforeEach(() => answered('someone_else'));

  test('keeps later entries of the same case and of other cases from coming back, and nothing of them stays', async () => {
    expect(await deliver(1, { soort: 'wijziging' })).toBe('outcome:suppressed');
    expect(await deliver(2)).toBe('outcome:suppressed');
    expect(await deliver(3)).toBe('outcome:suppressed');
    expect(await tasks('open')).toEqual([]);
    expect(await tasks('closed')).toHaveLength(1);
  });

  test('does not keep another subject with that name from being seen', async () => {
    const { officer_id } = registerRow(9);
    await bench.importRegister(csvRegister([{ ...registerRow(SUBJECT), bsn: '', officer_id }], ','), 'changes');
    expect(await deliver(2)).toBe('outcome:new_task');
    const [taskId] = await tasks('open');
    expect((await identityView(taskId!)).personnelNumber).toBe(officer_id);
  });

  const CHANGES = [
    { side: 'the entry', person: { geboorteplaats: 'Zwolle' } },
    { side: 'the register', row: { roepnaam: 'Bo' } },
    { side: 'both', person: { geboorteplaats: 'Zwolle' }, row: { roepnaam: 'Bo' } },
  ] as const;

  test.each(CHANGES)('comes back with the earlier verdict when the identity data of $side changed', async (change) => {
    expect(await deliver(2)).toBe('outcome:suppressed');
    if ('row' in change) {
      await bench.importRegister(csvRegister([registerRow(SUBJECT, change.row)], ','), 'changes');
    }
    const persoon = { ...LOOKALIKE, ...('person' in change ? change.person : {}) };
    expect(await deliver(3, { persoon })).toBe('outcome:new_task');
    const [taskId] = await tasks('open');
    expect((await identityView(taskId!)).earlierVerdict).toMatchObject({
      ...{ verdict: 'someone_else', sameEvidence: false },
    });
  });

  test.each(CHANGES)('so does the very task that was closed, when $side changed', async (change) => {
    if ('row' in change) {
      await bench.importRegister(csvRegister([registerRow(SUBJECT, change.row)], ','), 'changes');
    }
    const persoon = { ...LOOKALIKE, ...('person' in change ? change.person : {}) };
    expect(await deliver(1, { soort: 'identiteit', persoon })).toBe('outcome:existing_task');
    const [taskId] = await tasks('open');
    const { identityDispositions } = await identityView(taskId!);
    expect(identityDispositions[0]).toMatchObject({ verdict: 'someone_else', retiredAt: expect.any(Number) });
  });

  test('said again on the changed data, it suppresses those', async () => {
    const persoon = { ...LOOKALIKE, geboorteplaats: 'Zwolle' };
    await deliver(2, { persoon });
    const [taskId] = await tasks('open');
    await answer(taskId!, 'someone_else');
    expect(await deliver(3, { persoon })).toBe('outcome:suppressed');
    expect(await deliver(4)).toBe('outcome:new_task');
  });
});

describe('"same person"', () => {
  let confirmed: TaskId;
  beforeEach(async () => {
    confirmed = await answered('same_person');
  });

  test('links the pair: a later case says so, and is still asked', async () => {
    expect(await deliver(2)).toBe('outcome:new_task');
    const [taskId] = await tasks('open');
    expect(taskId).not.toBe(confirmed);
    expect((await identityView(taskId!)).earlierVerdict).toMatchObject({ verdict: 'same_person', sameEvidence: true });
  });

  test('a later case says too that the data are not those any more', async () => {
    await deliver(2, { persoon: { ...LOOKALIKE, geboorteplaats: 'Zwolle' } });
    const [taskId] = await tasks('open');
    expect((await identityView(taskId!)).earlierVerdict).toMatchObject({ verdict: 'same_person', sameEvidence: false });
  });

  test('a later entry of the case leaves the answer standing', async () => {
    expect(await deliver(1, { soort: 'wijziging' })).toBe('outcome:existing_task');
    expect(await tasks('identity_decided')).toEqual([confirmed]);
  });

  test('what was confirmed counts when other cases of the subject are rated', async () => {
    const pair = { person: (await identityView(confirmed)).person, caseNumber: '16-000002-26' as never };
    const [known] = await bench.installation.store.readPairs(TESTING, [
      { ...pair, subjectId: (await identityView(confirmed)).hit.subjectId },
    ]);
    expect(known?.confirmedFacts).toHaveLength(1);
  });
});
