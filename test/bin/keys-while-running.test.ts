import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { csvRegister } from '../../fixtures/wire/register-files.ts';
import type { WireMessage } from '../../fixtures/wire/types.ts';
import type { Access } from '../../src/domain/access.ts';
import type { OutcomeCounts } from '../../src/domain/delivery.ts';
import type { TaskId } from '../../src/domain/ids.ts';
import { TESTING } from '../support/own-installation.ts';
import { deliveryOf, factOf, messageOf, officerOf, personOf, registerRow } from '../support/small-world.ts';
import { type Site, startSite, type Visitor } from '../web/site.ts';
import { runCommand } from './run-command.ts';

const before = { ...process.env };
const ROTATED_AND_REMOVED = 1;

/** Web server and worker have been running since before; the command is another that opens the same installation. */
let site: Site;
let visitor: Visitor;
let deliveries = 1;
beforeAll(async () => {
  site = await startSite(3);
  Object.assign(process.env, site.world.env);
  visitor = await site.signIn('reviewer1');
}, 60_000);
afterAll(async () => {
  await site.close();
  process.env = { ...before };
});

async function deliver(number: number, parts: Partial<WireMessage>): Promise<OutcomeCounts> {
  deliveries += 1;
  const zaak = { parketnummer: `16-${800_000 + deliveries}-26`, feiten: [factOf(1)] };
  const message = messageOf(number, { berichtId: `K${deliveries}`, zaak, ...parts });
  await site.world.deliver(deliveryOf(deliveries, [message]));
  const statuses = await site.world.waitFor(
    (all) => all.length === deliveries && all.every(({ state }) => state === 'settled'),
  );
  return statuses.find(({ sequenceNumber }) => sequenceNumber === deliveries)!.outcomes;
}

async function access(name: string): Promise<Access> {
  const account = await site.world.installation.store.accountByName(TESTING, name);
  return { actor: { kind: 'account', accountId: account!.accountId }, purpose: 'review_task' };
}

async function taskAbout(number: number): Promise<TaskId> {
  const { store, clock } = site.world.installation;
  const { tasks } = await store.listTasks(await access('reviewer1'), { limit: 50 }, clock.now());
  return tasks.find(({ personnelNumber }) => personnelNumber === officerOf(number))!.taskId;
}

/** Somebody else, by two pairs of eyes, because the BSN is equal. */
async function dismiss(taskId: TaskId): Promise<void> {
  const { store, clock } = site.world.installation;
  for (const name of ['reviewer1', 'reviewer2']) {
    const claimed = await store.claimTask(await access(name), taskId, clock.now());
    if (claimed.kind !== 'done') throw new Error(claimed.refusal);
    const decision = { verdict: 'someone_else', reason: 'verkeerd nummer', waitUntil: null } as const;
    await store.decideIdentity(await access(name), taskId, claimed.version, decision, clock.now());
  }
}

const keyIds = async () => (await runCommand('keys', 'list', '--json')).json.map(({ keyId }) => keyId);

test('pages go on being served and answered while everything is sealed again under them, and without the old key', async () => {
  const open = await taskAbout(2);
  await dismiss(await taskAbout(1));
  expect((await visitor.get(`/tasks/${open}`)).statusCode).toBe(200);
  const pages: number[] = [];
  let rotating = true;
  const reading = (async () => {
    while (rotating)
      pages.push((await visitor.get('/queue')).statusCode, (await visitor.get(`/tasks/${open}`)).statusCode);
  })();
  const rotated = await runCommand('keys', 'rotate', '--json');
  rotating = false;
  await reading;
  expect(rotated.json).toMatchObject([{ resumed: false }]);
  expect(pages.length).toBeGreaterThan(0);
  expect(new Set(pages)).toEqual(new Set([200]));
  expect((await runCommand('keys', 'remove', String(ROTATED_AND_REMOVED))).code).toBe(0);
  expect(await keyIds()).toEqual([2]);
  expect((await visitor.get(`/tasks/${open}`)).body).toContain(personOf(2).geslachtsnaam);
  const claimed = await visitor.post(`/tasks/${open}/claim`, {}, `/tasks/${open}`);
  expect(claimed.statusCode).toBeLessThan(400);
});

test('after it a pair that was dismissed before stays dismissed', async () => {
  expect(await deliver(1, {})).toMatchObject({ cleared: 1, tasked: 0 });
});

test('after it an equal BSN is found as before, also in a register that came later', async () => {
  const stranger = { ...personOf(700), bsn: personOf(3).bsn };
  expect(await deliver(3, { persoon: stranger })).toMatchObject({ tasked: 1 });
  await site.world.importRegister(csvRegister([registerRow(60)], ','), 'changes');
  expect(await deliver(60, { persoon: { ...personOf(701), bsn: personOf(60).bsn } })).toMatchObject({ tasked: 1 });
});

test('a backup holds no byte of any key, neither as it is nor as it is written', async () => {
  const { dataFolder } = site.world;
  const target = join(dataFolder, 'backup.db');
  expect((await runCommand('backup', target)).code).toBe(0);
  const file = JSON.parse(readFileSync(join(dataFolder, 'keys'), 'utf8'));
  const secrets: readonly string[] = [...file.keys.map(({ secret }: { secret: string }) => secret), file.hashSecret];
  expect(secrets).toHaveLength(2);
  const [backup, database] = [readFileSync(target), readFileSync(join(dataFolder, 'screening.db'))];
  // The search finds what is there: the head of a payload, which names its key.
  expect(backup.includes(Buffer.from([0, 0, 0, 2]))).toBe(true);
  for (const secret of secrets) {
    const bytes = Buffer.from(secret, 'base64');
    const forms = [bytes, Buffer.from(secret), Buffer.from(bytes.toString('hex')), bytes.subarray(0, 12)];
    for (const form of forms) expect([backup.includes(form), database.includes(form)]).toEqual([false, false]);
  }
});
