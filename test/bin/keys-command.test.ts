import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { newKeyFile } from '../../src/privacy/key-material.ts';
import { TESTING } from '../support/own-installation.ts';
import { deliveryOf, messageOf, registerOf } from '../support/small-world.ts';
import { spawnWorker, type WorkerProcess } from '../support/worker-process.ts';
import { startWorld, type World } from '../support/world.ts';
import { runCommand } from './run-command.ts';

const ENTRIES = 1_500;
const SUBJECTS = 5;
const MAIN = fileURLToPath(new URL('../../src/bin/main.ts', import.meta.url));
const before = { ...process.env };

let world: World;
let workers: WorkerProcess[];
beforeEach(async () => {
  world = await startWorld({ SCREENING_CHUNK_SIZE: '50' });
  workers = [];
  Object.assign(process.env, world.env);
  await world.importRegister(registerOf(SUBJECTS));
}, 60_000);
afterEach(async () => {
  for (const worker of workers) await worker.kill();
  await world.close();
  process.env = { ...before };
});

const messages = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) =>
    messageOf(index < SUBJECTS ? index : from + index, { berichtId: `B${from + index}` }),
  );

const settled = () =>
  world.waitFor((statuses) => statuses.length > 0 && statuses.every(({ state }) => state === 'settled'));

const list = async () => (await runCommand('keys', 'list', '--json')).json;

test('everything is sealed again while a worker screens and deliveries come in', async () => {
  await world.deliver(deliveryOf(1, messages(1_000, ENTRIES)));
  const worker = spawnWorker(world.env);
  workers.push(worker);
  await worker.says('committed');
  const [rotated] = await Promise.all([
    runCommand('keys', 'rotate', '--json'),
    world.deliver(deliveryOf(2, messages(4_000, 300).slice(SUBJECTS))),
  ]);
  expect(rotated.json).toMatchObject([{ keyId: 2, resumed: false }]);
  await settled();
  expect(await list()).toMatchObject([
    { keyId: 1, payloads: 0, current: false },
    { keyId: 2, current: true, here: true },
  ]);
  // In so small a register a stranger may be a chance hit besides.
  expect((await world.tasks()).filter((task) => task.includes('strong'))).toHaveLength(SUBJECTS);
  const removed = await runCommand('keys', 'remove', '1');
  expect(removed.code).toBe(0);
  expect(JSON.parse(readFileSync(join(world.dataFolder, 'keys'), 'utf8')).keys).toHaveLength(1);
  expect(await list()).toMatchObject([{ keyId: 2 }]);
  const ledger = await world.installation.store.reconcile(TESTING, null);
  expect(ledger.every(({ balanced }) => balanced)).toBe(true);
}, 90_000);

test('killed in the middle, it is finished by the next, and no third key is made', async () => {
  await world.deliver(deliveryOf(1, messages(1_000, 6_000)));
  const child = spawn(process.execPath, [MAIN, 'keys', 'rotate'], { env: { ...process.env }, stdio: 'ignore' });
  const client = new Sqlite(join(world.dataFolder, 'screening.db'), { readonly: true });
  const resealedTo = client.prepare('select resealed_to from installation').pluck();
  while (resealedTo.get() === null && child.exitCode === null) await delay(1);
  child.kill('SIGKILL');
  await once(child, 'exit');
  // It was in the middle indeed, or this test says nothing.
  expect(resealedTo.get()).not.toBeNull();
  client.close();
  expect((await runCommand('keys', 'remove', '1')).err).toMatch(/^KEY_IN_USE: /);
  const unknown = await runCommand('keys', 'remove', '99');
  expect([unknown.code, unknown.out, unknown.err]).toEqual([1, '', expect.stringMatching(/^KEY_UNKNOWN: .*key 99 /)]);
  const { json } = await runCommand('keys', 'rotate', '--json');
  expect(json).toMatchObject([{ keyId: 2, resumed: true }]);
  expect(await list()).toMatchObject([
    { keyId: 1, payloads: 0 },
    { keyId: 2, current: true },
  ]);
}, 90_000);

test('a key that a crash left in the file is taken, not another one made', async () => {
  const path = join(world.dataFolder, 'keys');
  const file = JSON.parse(readFileSync(path, 'utf8'));
  const secret = JSON.parse(newKeyFile()).keys[0].secret;
  writeFileSync(path, JSON.stringify({ ...file, current: 2, keys: [...file.keys, { id: 2, secret }] }));
  expect((await list()).find(({ current }) => current)).toMatchObject({ keyId: 1 });
  expect((await runCommand('keys', 'rotate', '--json')).json).toMatchObject([{ keyId: 2, resumed: true }]);
});

describe('at start, one sentence tells of keys', () => {
  const path = () => join(world.dataFolder, 'keys');
  test.each([
    { says: 'that are missing', code: 'KEYS_MISSING', harm: () => renameSync(path(), `${path()}.away`) },
    {
      says: 'that cannot be read',
      code: 'KEYS_MISSING',
      harm: () => {
        rmSync(path());
        mkdirSync(path());
      },
    },
    { says: 'of another installation', code: 'KEYS_WRONG', harm: () => writeFileSync(path(), newKeyFile()) },
    {
      says: 'that were cut off',
      code: 'KEYS_DAMAGED',
      harm: () => writeFileSync(path(), readFileSync(path(), 'utf8').slice(0, 90)),
    },
    { says: 'that are empty', code: 'KEYS_DAMAGED', harm: () => writeFileSync(path(), '') },
  ])('$says', async ({ code, harm }) => {
    harm();
    const { err, out, code: exit } = await runCommand('migrate');
    expect([out, exit]).toEqual(['', 2]);
    expect(err.trim().split('\n')).toEqual([expect.stringMatching(new RegExp(`^${code}: .+\\.$`))]);
  });
});
