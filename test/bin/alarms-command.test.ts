import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addAlarmsCommand } from '../../src/bin/commands/alarms.ts';
import { withInstallation } from '../../src/bin/installation.ts';
import type { Access } from '../../src/domain/access.ts';
import { runCommand } from '../support/run-command.ts';

const WORKER: Access = { actor: { kind: 'system', name: 'worker' }, purpose: 'operate' };

const folder = mkdtempSync(join(tmpdir(), 'screening-alarms-'));
const before = { ...process.env };
const alarms = (...args: string[]) => runCommand(addAlarmsCommand, ['alarms', ...args]);
const ids = { gap: '', old: '' };

beforeAll(async () => {
  process.env['SCREENING_DATA'] = folder;
  await withInstallation(async ({ store, clock }) => {
    const now = clock.now();
    const gap = { code: 'SEQUENCE_GAP', about: 'JDS', params: { sender: 'JDS', missing: '7' } } as const;
    ids.old = await store.raiseAlarm(WORKER, { code: 'TASK_TOO_OLD', about: 'tasks', params: {} }, now);
    await store.clearAlarm(WORKER, 'TASK_TOO_OLD', 'tasks', now);
    ids.gap = await store.raiseAlarm(WORKER, gap, now);
  });
});
afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
});

describe('screening alarms', () => {
  test('lists what is not over, as a sentence', async () => {
    const { out, code } = await alarms();
    expect(out).toContain('Van afzender JDS ontbreken volgnummers (7).');
    expect(out).not.toContain('TASK_TOO_OLD');
    expect(code).toBe(0);
  });

  test('lists everything, newest first, as JSON', async () => {
    const { json } = await alarms('--all', '--json');
    expect(json).toMatchObject([
      { alarmId: ids.gap, code: 'SEQUENCE_GAP', about: 'JDS', state: 'new', acknowledgedAt: null, clearedAt: null },
      { alarmId: ids.old, code: 'TASK_TOO_OLD', state: 'cleared', clearedAt: expect.stringMatching(/^20.*Z$/) },
    ]);
  });

  test.each([
    ['by somebody unknown', ['--reason', 'x', '--as', 'nobody'], 'ACCOUNT_UNKNOWN'],
    ['by somebody who is no operator', ['--reason', 'x', '--as', 'reviewer1'], 'ROLE_FORBIDS'],
    ['without a reason', ['--reason', ' '], 'USAGE'],
  ])('is not acknowledged %s', async (_who, args, code) => {
    await expect(alarms('acknowledge', ids.gap, ...args)).rejects.toMatchObject({ code });
    expect((await alarms('--json')).json).toMatchObject([{ state: 'new' }]);
  });

  test('acknowledges once, with the reason', async () => {
    await alarms('acknowledge', ids.gap, '--reason', 'JDS gebeld', '--as', 'operator');
    expect((await alarms('--json')).json).toMatchObject([{ state: 'acknowledged', acknowledgedReason: 'JDS gebeld' }]);
    for (const alarmId of [ids.gap, ids.old, 'unknown']) {
      await expect(alarms('acknowledge', alarmId, '--reason', 'x')).rejects.toMatchObject({ code: 'ALARM_UNKNOWN' });
    }
  });

  test('says in words that there are none, and nothing as JSON', async () => {
    await withInstallation(({ store, clock }) => store.clearAlarm(WORKER, 'SEQUENCE_GAP', 'JDS', clock.now()));
    expect((await alarms()).out).toBe('Er zijn geen open alarmen.\n');
    expect((await alarms('--json')).json).toEqual([]);
  });
});
