import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../../db/store.ts';
import type { LegalBasis } from '../../../src/domain/basis.ts';
import { asEpochMs, type TaskId } from '../../../src/domain/ids.ts';
import { MORNING, OPERATOR } from './bench.ts';
import { fillRegister, makeTasks } from './review-material.ts';
import { type MakeReviewBench, minutesLater, openReviewWorld, type ReviewWorld, SETTING_UP } from './review-world.ts';

const YEAR_MS = 366 * 86_400_000;

/** What becomes of tasks when the law no longer lets their subject be shown. */
export function describeEndOfLaw(makeBench: MakeReviewBench): void {
  describe('when a basis ends', () => {
    let world: ReviewWorld;
    let store: Store;
    let bases: readonly LegalBasis[];
    let closed: TaskId;
    beforeEach(async () => {
      world = await openReviewWorld(makeBench);
      ({ store } = world);
      const until = { year: 2026, month: 12, day: 31 };
      const officers = await fillRegister(store, 2, { inServiceUntil: until });
      await makeTasks(store, officers, [
        { about: 'c1', subject: 1, rating: 'high' },
        { about: 'c2', subject: 2, rating: 'low' },
      ]);
      bases = await store.listBases(OPERATOR);
      closed = await closeFirst();
    });
    afterEach(() => world.dispose());

    /** The gravest task, about the first subject, is closed: the file of a decision. */
    async function closeFirst(): Promise<TaskId> {
      const anne = world.access('anne');
      const claimed = await store.claimNext(anne, MORNING);
      if (claimed?.kind !== 'done') throw new Error('nothing to claim');
      const same = { verdict: 'same_person', reason: '', waitUntil: null } as const;
      const told = await store.decideIdentity(anne, claimed.taskId, claimed.version, same, MORNING);
      if (told.kind !== 'done') throw new Error(told.refusal);
      const propose = {
        verdict: 'propose_investigation',
        reason: 'ernstig',
        overriddenRating: null,
        waitUntil: null,
      } as const;
      await store.decideRelevance(anne, told.taskId, told.version, propose, MORNING);
      return told.taskId;
    }

    const end = (kind: LegalBasis['subjectKind']) =>
      store.endBasis(SETTING_UP, bases.find(({ subjectKind }) => subjectKind === kind)!.basisId, minutesLater(1));

    const states = async () => (await store.countTasks(OPERATOR)).byState;

    test('the tasks it covered are withdrawn at once, but not the file of a decision', async () => {
      expect(await end('officer')).toEqual({ withdrawnTasks: 1 });
      expect(await states()).toEqual({ withdrawn: 1, closed: 1 });
      expect((await store.reconcile(OPERATOR, null)).filter(({ balanced }) => !balanced)).toEqual([]);
    });

    test('nobody is shown any more, not even in a closed task', async () => {
      await end('officer');
      const senior = world.access('senior');
      expect((await store.listTasks(senior, { limit: 10 }, minutesLater(2))).tasks).toEqual([]);
      expect(await store.viewTask(senior, closed, minutesLater(2))).toEqual({
        kind: 'refused',
        refusal: 'gate_refuses',
      });
    });

    test('the tasks of others stay', async () => {
      expect(await end('external')).toEqual({ withdrawnTasks: 0 });
      expect(await states()).toEqual({ open: 1, closed: 1 });
    });

    test('a last day that has passed does the same when it is looked for', async () => {
      expect(await store.withdrawUncovered(OPERATOR, minutesLater(1))).toBe(0);
      expect(await store.withdrawUncovered(OPERATOR, asEpochMs(MORNING + YEAR_MS))).toBe(1);
      expect(await states()).toEqual({ withdrawn: 1, closed: 1 });
    });
  });
}
