import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Access } from '../../../src/domain/access.ts';
import type { CalendarDate } from '../../../src/domain/calendar-date.ts';
import type { RefusalReason } from '../../../src/domain/refusals.ts';
import type { RelevanceTables } from '../../../src/domain/relevance.ts';
import { requirePolicy } from '../../../src/relevance/policy.ts';
import { readRelevanceTables } from '../../../src/runtime/relevance-tables.ts';
import { as, MORNING, WORKER } from './bench.ts';
import { fact } from './people.ts';
import { refused } from './refused.ts';
import { fillRegister, makeTasks } from './review-material.ts';
import { type MakeReviewBench, minutesLater, openReviewWorld, type ReviewWorld, SETTING_UP } from './review-world.ts';

const FIRST = readRelevanceTables();

/** The same rules under another number, from another day on. */
export function nextVersion(number: string, inForceFrom: string): RelevanceTables {
  const policy = JSON.parse(FIRST.policy);
  const changelog = [...policy.changelog, { version: number, date: inForceFrom, change: 'Proef' }];
  return { ...FIRST, policy: JSON.stringify({ ...policy, version: number, inForceFrom, changelog }) };
}

const versionOf = (tables: RelevanceTables): string => requirePolicy(tables).version;
const day = (text: string) => text as CalendarDate;
const refuses = (doing: Promise<unknown>, reason: RefusalReason<'POLICY_REFUSED'>) =>
  expect(doing).rejects.toMatchObject(refused('POLICY_REFUSED', reason));

/** Catalogue and policy change by two people, and count from their day on. */
export function describePolicies(makeBench: MakeReviewBench): void {
  describe('policies', () => {
    let world: ReviewWorld;
    let one: Access;
    let two: Access;
    beforeEach(async () => {
      world = await openReviewWorld(makeBench);
      one = world.access('registrar');
      two = world.access('registrar2');
    });
    afterEach(() => world.dispose());

    const inForce = (on: string) => world.store.policyInForce(WORKER, day(on));
    const adopt = () => world.store.adoptPolicy(SETTING_UP, FIRST, MORNING);

    test('there is none before the first was adopted, and only the first can be', async () => {
      expect(await inForce('2026-11-23')).toBeNull();
      expect(await adopt()).toBe(true);
      expect(await world.store.adoptPolicy(SETTING_UP, nextVersion('2098.2', '2026-01-01'), MORNING)).toBe(false);
      expect(await world.store.listPolicies(WORKER)).toEqual([
        {
          version: versionOf(FIRST),
          inForceFrom: requirePolicy(FIRST).table.inForceFrom,
          ...{ proposedBy: 'set-up', proposedAt: MORNING, confirmedBy: 'set-up', confirmedAt: MORNING },
        },
      ]);
    });

    test('the first counts from ever, so that no day is without rules', async () => {
      await adopt();
      expect(await inForce('2020-01-01')).toBe(versionOf(FIRST));
    });

    test('one proposes, another confirms; until then nothing changes', async () => {
      await adopt();
      const next = nextVersion('2098.2', '2026-11-23');
      const proposed = await world.store.proposePolicy(one, next, MORNING);
      expect(proposed).toMatchObject({ version: versionOf(next), confirmedBy: null, confirmedAt: null });
      expect(await inForce('2026-11-23')).toBe(versionOf(FIRST));
      await refuses(world.store.confirmPolicy(one, versionOf(next), MORNING), 'own_proposal');
      expect(await inForce('2026-11-23')).toBe(versionOf(FIRST));
      const confirmed = await world.store.confirmPolicy(two, versionOf(next), minutesLater(1));
      expect(confirmed).toMatchObject({
        ...{ proposedBy: world.accountId('registrar'), confirmedBy: world.accountId('registrar2') },
        confirmedAt: minutesLater(1),
      });
      expect(await inForce('2026-11-23')).toBe(versionOf(next));
      expect(await world.store.readPolicy(WORKER, versionOf(next))).toEqual(next);
    });

    test('a version begins on its day, and the one that began last counts', async () => {
      await adopt();
      const later = nextVersion('2098.3', '2027-01-01');
      const sooner = nextVersion('2098.2', '2026-12-01');
      for (const tables of [later, sooner]) {
        await world.store.proposePolicy(one, tables, MORNING);
        await world.store.confirmPolicy(two, versionOf(tables), MORNING);
      }
      const days = ['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'];
      const [first, second] = [versionOf(FIRST), versionOf(sooner)];
      expect(await Promise.all(days.map(inForce))).toEqual([first, second, second, versionOf(later)]);
    });

    test('nothing is proposed or confirmed twice, and nothing unknown is confirmed', async () => {
      await adopt();
      const next = nextVersion('2098.2', '2026-11-23');
      await world.store.proposePolicy(one, next, MORNING);
      await refuses(world.store.proposePolicy(two, next, MORNING), 'proposed_before');
      await refuses(world.store.proposePolicy(one, FIRST, MORNING), 'proposed_before');
      await refuses(world.store.confirmPolicy(two, '2099.1+000000000000', MORNING), 'unknown');
      await world.store.confirmPolicy(two, versionOf(next), MORNING);
      await refuses(world.store.confirmPolicy(two, versionOf(next), minutesLater(1)), 'confirmed_before');
    });

    test('a version with a fault is not even written down', async () => {
      const faulty = { ...FIRST, policy: FIRST.policy.replace('"high"', '"huge"') };
      await expect(world.store.proposePolicy(one, faulty, MORNING)).rejects.toMatchObject({ code: 'TABLE_INVALID' });
      expect(await world.store.listPolicies(WORKER)).toEqual([]);
    });

    test.each(['anne', 'senior', 'auditor', 'operator'])('%s may not change it', async (name) => {
      const access = world.access(name);
      const next = nextVersion('2098.2', '2026-11-23');
      await expect(world.store.proposePolicy(access, next, MORNING)).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
      await world.store.proposePolicy(one, next, MORNING);
      const confirming = world.store.confirmPolicy(access, versionOf(next), MORNING);
      await expect(confirming).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
    });

    test('no part of the system may change it either, and no account may adopt it', async () => {
      const next = nextVersion('2098.2', '2026-11-23');
      for (const access of [WORKER, SETTING_UP, as('cli', 'legal_administration')]) {
        await expect(world.store.proposePolicy(access, next, MORNING)).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
      }
      await expect(world.store.adoptPolicy(one, FIRST, MORNING)).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
    });

    test('the audit log names both versions, who changed them and who compared them', async () => {
      await adopt();
      const next = nextVersion('2098.2', '2026-11-23');
      await world.store.proposePolicy(one, next, MORNING);
      await world.store.listRatedTasks(one, [versionOf(FIRST), versionOf(next)], null, 10);
      await world.store.confirmPolicy(two, versionOf(next), MORNING);
      const rows = (await world.store.listAudit(SETTING_UP, 0, 100)).slice(-4);
      const [before, after] = [versionOf(FIRST), versionOf(next)];
      expect(rows.map(({ actor, action, details }) => ({ actor, action, details }))).toEqual([
        { actor: 'system:set-up', action: 'adopt_policy', details: { policyVersion: before } },
        {
          ...{ actor: `account:${world.accountId('registrar')}`, action: 'propose_policy' },
          details: { policyVersion: after, proposed: 1, inForce: before },
        },
        {
          ...{ actor: `account:${world.accountId('registrar')}`, action: 'compare_policies' },
          details: { before, after, tasks: 0 },
        },
        {
          ...{ actor: `account:${world.accountId('registrar2')}`, action: 'confirm_policy' },
          details: { before, policyVersion: after, after },
        },
      ]);
    });

    describe('the tasks that a change would reach', () => {
      beforeEach(async () => {
        const register = await fillRegister(world.store, 3);
        await makeTasks(world.store, register, [
          { about: 'c1', subject: 1, rating: 'high' },
          { about: 'c2', subject: 2, rating: 'low' },
          { about: 'c3', subject: 3, rating: 'low' },
        ]);
      });

      const listed = (access: Access, cursor: string | null, limit: number) =>
        world.store.listRatedTasks(access, ['a', 'b'], cursor, limit);

      test('are read page by page, each once, as far as relevance may know them', async () => {
        const first = await listed(one, null, 2);
        const rest = await listed(one, first.next, 2);
        expect([first.tasks.length, rest.tasks.length, rest.next]).toEqual([2, 1, null]);
        const all = [...first.tasks, ...rest.tasks];
        expect(new Set(all.map(({ taskId }) => taskId)).size).toBe(3);
        const fields = ['birthDate', 'confirmedFacts', 'facts', 'functionClass', 'subjectKind', 'taskId'];
        expect(Object.keys(all[0]!).sort()).toEqual(fields);
        expect(all[0]?.facts).toEqual([fact(1)]);
      });

      test('are neither closed nor withdrawn', async () => {
        const claimed = await world.store.claimNext(world.access('anne'), MORNING);
        if (claimed?.kind !== 'done') throw new Error('nothing to claim');
        const someoneElse = { verdict: 'someone_else', reason: 'andere plaats', waitUntil: null } as const;
        const { taskId, version } = claimed;
        await world.store.decideIdentity(world.access('anne'), taskId, version, someoneElse, MORNING);
        const looking = await world.store.claimNext(world.access('bram'), MORNING);
        if (looking?.kind !== 'done') throw new Error('nothing to claim');
        await world.store.decideIdentity(world.access('bram'), taskId, looking.version, someoneElse, MORNING);
        const { tasks } = await listed(one, null, 10);
        expect(tasks).toHaveLength(2);
        expect(tasks.map((task) => task.taskId)).not.toContain(taskId);
      });

      test('are no business of who must not know a rating yet, or never', async () => {
        for (const name of ['anne', 'auditor', 'operator', 'two-hats']) {
          await expect(listed(world.access(name), null, 1)).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
        }
        expect((await listed(world.access('senior'), null, 1)).tasks).toHaveLength(1);
      });
    });
  });
}
