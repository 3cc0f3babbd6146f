import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { SubjectHistory } from '../../../db/contract/subject-history.ts';
import type { SubjectId, TaskId } from '../../../src/domain/ids.ts';
import type { IdentityVerdict } from '../../../src/domain/task.ts';
import { MORNING } from './bench.ts';
import { caseNumber } from './people.ts';
import { fillRegister, makeTasks, RULE } from './review-material.ts';
import { type MakeReviewBench, openReviewWorld, type ReviewWorld } from './review-world.ts';

export function describeSubjectHistory(makeBench: MakeReviewBench): void {
  describe('the history of a subject', () => {
    let world: ReviewWorld;
    let subjectId: SubjectId;

    beforeEach(async () => {
      world = await openReviewWorld(makeBench);
      const register = await fillRegister(world.store, 2);
      subjectId = register[0]!.subjectId;
      await makeTasks(world.store, register, [
        { about: 'c1', subject: 1 },
        { about: 'c2', subject: 1 },
        { about: 'c3', subject: 2 },
      ]);
    });
    afterEach(() => world.dispose());

    const look = (name: string, who = subjectId) => world.store.viewSubjectHistory(world.access(name), who, MORNING);

    async function historyFor(name: string): Promise<SubjectHistory> {
      const history = await look(name);
      if ('refusal' in history) throw new Error(history.refusal);
      return history;
    }

    async function answer(about: string, verdict: IdentityVerdict): Promise<void> {
      const access = world.access('anne');
      const { tasks } = await world.store.listTasks(access, { limit: 10 }, MORNING);
      const taskId: TaskId = tasks.find((task) => task.caseNumber === caseNumber(about))!.taskId;
      const claimed = await world.store.claimTask(access, taskId, MORNING);
      const version = claimed.kind === 'done' ? claimed.version : 0;
      const decision = { verdict, reason: 'Vergeleken', waitUntil: null };
      await world.store.decideIdentity(access, taskId, version, decision, MORNING);
    }

    test('opens to a reviewer once A is answered for one of the tasks, and shows B of that one alone', async () => {
      const unknown = { kind: 'refused', refusal: 'unknown_task' };
      expect(await look('bram')).toEqual(unknown);
      await answer('c1', 'someone_else');
      expect(await look('bram')).toEqual(unknown);
      await answer('c2', 'same_person');
      const { personnelNumber, tasks, names } = await historyFor('bram');
      expect(personnelNumber).toBe('P-1');
      const by = (about: string) => tasks.find((task) => task.caseNumber === caseNumber(about));
      expect(tasks).toHaveLength(2);
      expect(by('c1')).toMatchObject({ revealed: null, dispositions: [{ verdict: 'someone_else' }] });
      expect(by('c2')).toMatchObject({ revealed: { ruleId: RULE }, dispositions: [{ verdict: 'same_person' }] });
      expect(names[world.accountId('anne')]).toBe('anne');
    });

    test('opens to a senior at once, and to nobody with a conflict or without a task to work', async () => {
      expect((await historyFor('senior')).tasks.every(({ revealed }) => revealed !== null)).toBe(true);
      await answer('c2', 'same_person');
      for (const name of ['colleague', 'relative', 'subject', 'undeclared', 'auditor', 'operator']) {
        expect(await look(name)).toMatchObject({ kind: 'refused' });
      }
    });

    test('of whom there is nothing is refused the same, and what was typed stays out of the log', async () => {
      const refusal = await look('senior', 'Jansen' as SubjectId);
      expect(refusal).toEqual({ kind: 'refused', refusal: 'unknown_task' });
      await historyFor('senior');
      const rows = (await world.store.listAudit(world.access('auditor'), 0, 10_000)).filter(
        ({ action }) => action === 'view_subject_history',
      );
      expect(rows.map(({ details }) => details['subjectId'])).toEqual([undefined, subjectId]);
      expect(JSON.stringify(rows)).not.toContain('Jansen');
    });
  });
}
