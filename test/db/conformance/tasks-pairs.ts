import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TaskId } from '../../../src/domain/ids.ts';
import type { Subject } from '../../../src/domain/subject.ts';
import type { IdentityVerdict } from '../../../src/domain/task.ts';
import { MORNING, WORKER } from './bench.ts';
import { caseNumber } from './people.ts';
import { fillRegister, makeTasks, type TaskToMake } from './review-material.ts';
import { type MakeReviewBench, openReviewWorld, type ReviewWorld } from './review-world.ts';

export function describeKnownPairs(makeBench: MakeReviewBench): void {
  describe('what a verdict leaves for later cases', () => {
    let world: ReviewWorld;
    let register: readonly Subject[];
    beforeEach(async () => {
      world = await openReviewWorld(makeBench);
      register = await fillRegister(world.store, 1);
    });
    afterEach(() => world.dispose());

    async function make(task: Partial<TaskToMake> = {}): Promise<TaskId> {
      await makeTasks(world.store, register, [{ about: 'c1', subject: 1, ...task }]);
      const { tasks } = await world.store.listTasks(world.access('anne'), { limit: 9, states: ['open'] }, MORNING);
      return tasks[0]!.taskId;
    }

    async function answer(taskId: TaskId, verdict: IdentityVerdict): Promise<void> {
      const view = await world.store.viewTask(world.access('anne'), taskId, MORNING);
      const person = 'identity' in view ? view.identity.person : null;
      expect(person).not.toBeNull();
      const claimed = await world.store.claimTask(world.access('anne'), taskId, MORNING);
      const version = claimed.kind === 'done' ? claimed.version : 0;
      const decision = { verdict, reason: '', waitUntil: verdict === 'cannot_tell' ? '2026-12-01' : null };
      await world.store.decideIdentity(world.access('anne'), taskId, version, decision, MORNING);
    }

    /** What screening is told of the pair when the same person comes under another case. */
    async function known(taskId: TaskId) {
      const view = await world.store.viewTask(world.access('anne'), taskId, MORNING);
      if (!('identity' in view)) throw new Error(view.refusal);
      const { person } = view.identity;
      const pair = { person, caseNumber: caseNumber('c2'), subjectId: register[0]!.subjectId };
      return (await world.store.readPairs(WORKER, [pair]))[0]!;
    }

    test.each<[IdentityVerdict, boolean]>([
      ['someone_else', false],
      ['same_person', true],
      ['cannot_tell', false],
    ])('"%s" is known when the person comes again; whether its facts are confirmed: %s', async (verdict, confirmed) => {
      const taskId = await make();
      const before = await known(taskId);
      expect(before.earlierVerdict).toBeNull();
      await answer(taskId, verdict);
      const after = await known(taskId);
      expect(after.earlierVerdict).toEqual({ verdict, sameEvidence: true });
      expect(after.confirmedFacts.length > 0).toBe(confirmed);
      // A chunk that read the pair before the verdict must not be written after it.
      expect(after.dispositionVersion).not.toBe(before.dispositionVersion);
    });

    const NUMBER = '999990019';
    const OTHER_NUMBER = '123456782';

    /** Whether a verdict on the first is found again, though on other evidence, when the second comes. */
    test.each([
      { told: null, comes: NUMBER, found: true },
      { told: NUMBER, comes: null, found: true },
      { told: NUMBER, comes: NUMBER, named: 'Anders', found: true },
      { told: NUMBER, comes: OTHER_NUMBER, found: false },
      { told: null, comes: null, named: 'Anders', found: false },
    ])('decided with number $told, it is found for $comes $named: $found', async ({ told, comes, named, found }) => {
      const taskId = await make({ bsn: told });
      await answer(taskId, 'someone_else');
      const view = await world.store.viewTask(world.access('anne'), taskId, MORNING);
      if (!('identity' in view)) throw new Error(view.refusal);
      const { person: first } = view.identity;
      const person = { ...first, bsn: comes, surname: named ?? first.surname };
      const pair = { person, caseNumber: caseNumber('c2'), subjectId: register[0]!.subjectId };
      const [pairKnown] = await world.store.readPairs(WORKER, [pair]);
      expect(pairKnown?.earlierVerdict).toEqual(found ? { verdict: 'someone_else', sameEvidence: false } : null);
    });

    test('a dismissal that needs a second look suppresses nothing before it has had one', async () => {
      const taskId = await make({ bsnState: 'equal' });
      await answer(taskId, 'someone_else');
      expect((await known(taskId)).earlierVerdict).toBeNull();
    });

    test('a later task of a known pair shows the earlier verdict', async () => {
      const first = await make();
      await answer(first, 'someone_else');
      await makeTasks(world.store, register, [{ about: 'c2', person: 'c1', subject: 1 }], { delivery: 'D2' });
      const { tasks } = await world.store.listTasks(world.access('anne'), { limit: 9, states: ['open'] }, MORNING);
      const view = await world.store.viewTask(world.access('anne'), tasks[0]!.taskId, MORNING);
      expect(view).toMatchObject({ identity: { earlierVerdict: { verdict: 'someone_else', sameEvidence: true } } });
    });
  });
}
