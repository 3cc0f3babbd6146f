import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { importText, type OwnInstallation, openOwnInstallation, TESTING } from '../support/own-installation.ts';
import { registerOf } from '../support/small-world.ts';
import { runCommand } from './run-command.ts';

jest.setTimeout(60_000);

let own: OwnInstallation;
const before = { ...process.env };
beforeAll(async () => {
  own = await openOwnInstallation();
  Object.assign(process.env, own.env);
});
afterAll(async () => {
  process.env = before;
  await own.dispose();
});

describe('screening canary', () => {
  test('plants nobody where no register is, and says what to do', async () => {
    const { out, code } = await runCommand('--lang', 'en', 'canary');
    expect(out).toContain('Import a register first');
    expect(code).toBe(1);
  });

  test('brings its own worker, finds everybody and leaves nobody behind', async () => {
    await importText(own.installation, registerOf(3));
    const { json, code } = await runCommand('canary', '--json');
    expect(json).toEqual([{ deliveryId: 'canary-000001', planted: 3, found: 3 }]);
    expect(code).toBe(0);
    const { store } = own.installation;
    expect(await store.countSubjects(TESTING)).toMatchObject({ officer: 3 });
    expect((await store.countTasks(TESTING)).byState).toEqual({});
    expect(await store.listAlarms(TESTING, 'open', 10)).toEqual([]);
  });

  test('is refused like any delivery when the law lets none in, and leaves nobody behind', async () => {
    const { store, clock } = own.installation;
    for (const { basisId } of await store.listBases(TESTING)) await store.endBasis(TESTING, basisId, clock.now());
    const { err, code } = await runCommand('--lang', 'en', 'canary');
    expect(err).toContain('FEED_MODE_REFUSED');
    expect(code).toBe(1);
    expect(await store.countSubjects(TESTING)).toMatchObject({ officer: 3 });
  });
});
