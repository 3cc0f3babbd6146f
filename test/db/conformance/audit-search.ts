import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AuditFilter } from '../../../db/contract/audit.ts';
import type { Store } from '../../../db/store.ts';
import type { EpochMs } from '../../../src/domain/ids.ts';
import { asAccount, MORNING } from './bench.ts';
import { type MakeReviewBench, openReviewWorld, type ReviewWorld } from './review-world.ts';

const HOUR_MS = 3_600_000;

/** What each account of the world looks at, hour by hour. */
const LOOKS = ['anne', 'bram', 'anne', 'anne', 'bram', 'anne'] as const;

export function describeAuditSearch(makeBench: MakeReviewBench): void {
  describe('reading the audit log', () => {
    let world: ReviewWorld;
    let log: Store;
    let now = MORNING as number;
    const at = (hour: number): EpochMs => (MORNING + hour * HOUR_MS) as EpochMs;

    beforeAll(async () => {
      world = await openReviewWorld(makeBench);
      log = await world.open({ now: () => now as EpochMs });
      for (const [hour, name] of LOOKS.entries()) {
        now = at(hour);
        if (hour === 3) await log.viewTask(world.access(name), 'none' as never, at(hour));
        else await log.listTasks(world.access(name), { limit: 1 }, at(hour));
      }
      now = at(10);
    });
    afterAll(() => world.dispose());

    const auditor = () => asAccount(world.accountId('auditor'), 'audit');
    const anne = () => `account:${world.accountId('anne')}`;

    async function hoursOf(filter: Partial<AuditFilter>): Promise<readonly number[]> {
      const { rows } = await log.searchAudit(auditor(), { limit: 100, ...filter });
      return rows.map((row) => (row.at - MORNING) / HOUR_MS);
    }

    test('newest first, by actor, action, period, or all of them', async () => {
      expect(await hoursOf({ actor: anne() })).toEqual([5, 3, 2, 0]);
      expect(await hoursOf({ actor: anne(), action: 'list_tasks' })).toEqual([5, 2, 0]);
      expect(await hoursOf({ action: 'list_tasks', from: at(1), until: at(5) })).toEqual([4, 2, 1]);
      expect(await hoursOf({ actor: anne(), action: 'view_task', from: at(4) })).toEqual([]);
      expect(await hoursOf({ actor: 'account:nobody' })).toEqual([]);
    });

    test.each([1, 2, 3, 7])('pages of %i are the whole of it, each row once, also within one moment', async (limit) => {
      const until = at(6);
      const whole = (await log.searchAudit(auditor(), { limit: 1_000, until })).rows;
      const found: number[] = [];
      let cursor: string | null = null;
      do {
        const page = await log.searchAudit(auditor(), { limit, until, ...(cursor !== null && { cursor }) });
        found.push(...page.rows.map(({ sequence }) => sequence));
        cursor = page.next;
      } while (cursor !== null);
      expect(found).toEqual(whole.map(({ sequence }) => sequence));
      expect(found.length).toBeGreaterThan(10);
    });

    test('says which actions there are, and what the last walk of the chain found', async () => {
      const before = await log.searchAudit(auditor(), { limit: 1 });
      expect(before.lastVerification).toBeNull();
      expect(before.actions).toContain('list_tasks');
      expect(before.actions).toEqual([...new Set(before.actions)].toSorted());
      const { rows } = await log.verifyAudit(auditor(), null);
      const { lastVerification } = await log.searchAudit(auditor(), { limit: 1 });
      expect(lastVerification).toEqual({ at: at(10), rows, ok: true, brokenAt: null });
    });

    test.each(['anne', 'senior', 'operator'])(
      'is nothing for %s, and the look of an auditor is a row',
      async (name) => {
        await expect(log.searchAudit(world.access(name), { limit: 1 })).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
        await log.searchAudit(auditor(), { limit: 1 });
        const [newest] = (await log.searchAudit(auditor(), { limit: 1 })).rows;
        expect(newest).toMatchObject({ action: 'search_audit', purpose: 'audit' });
      },
    );
  });
}
