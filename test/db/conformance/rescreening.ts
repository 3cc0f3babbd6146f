import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CaseWrite, TaskOfCase, TaskWrite } from '../../../db/contract/chunks.ts';
import type { SnapshotEntry } from '../../../src/domain/entry.ts';
import type { Subject } from '../../../src/domain/subject.ts';
import { MORNING, OPERATOR, WORKER } from './bench.ts';
import { caseNumber, entry, hit, person, rating } from './people.ts';
import { fillRegister, makeTasks } from './review-material.ts';
import { type MakeReviewBench, openReviewWorld, type ReviewWorld } from './review-world.ts';
import { begin, commit, deliver, type WorkingChunk } from './steps.ts';

type Update = Extract<TaskWrite, { kind: 'update' }>;

/** What a later message of the case does to a task that reviewers were at. */
export function describeRescreening(makeBench: MakeReviewBench): void {
  describe('a task that reviewers were at', () => {
    let world: ReviewWorld;
    let subject: Subject;
    let messages: number;
    beforeEach(async () => {
      world = await openReviewWorld(makeBench);
      const register = await fillRegister(world.store, 1);
      await makeTasks(world.store, register, [{ about: 'c1', subject: 1, rating: 'low' }]);
      subject = register[0]!;
      messages = 1;
    });
    afterEach(() => world.dispose());

    async function next(about = 'c1'): Promise<{ message: SnapshotEntry; begun: WorkingChunk }> {
      messages += 1;
      const message = entry(`later${messages}`, about, messages, { person: person('Verdachtec1') });
      const { chunkIds } = await deliver(world.store, `L${messages}`, [message], { sequence: messages });
      return { message, begun: await begin(world.store, chunkIds[0]) };
    }

    async function taskNow(): Promise<TaskOfCase> {
      const { begun } = await next();
      await commit(world.store, begun, { lines: [{ line: 1, outcome: 'superseded', reason: 'older' }] });
      return begun.cases[0]!.tasks[0]!;
    }

    async function decide(identityOnly = false): Promise<void> {
      const { store } = world;
      const anne = world.access('anne');
      const claimed = await store.claimNext(anne, MORNING);
      if (claimed?.kind !== 'done') throw new Error('nothing to claim');
      const same = { verdict: 'same_person', reason: '', waitUntil: null } as const;
      const told = await store.decideIdentity(anne, claimed.taskId, claimed.version, same, MORNING);
      if (told.kind !== 'done') throw new Error(told.refusal);
      if (identityOnly) return;
      const minor = {
        verdict: 'not_relevant',
        reason: 'gering feit',
        overriddenRating: null,
        waitUntil: null,
      } as const;
      expect(await store.decideRelevance(anne, told.taskId, told.version, minor, MORNING)).toMatchObject({
        state: 'closed',
      });
    }

    async function update(overrides: Partial<Update>): Promise<TaskOfCase> {
      const { message, begun } = await next();
      const [task] = begun.cases[0]!.tasks;
      const write: Update = {
        ...{ kind: 'update', taskId: task!.taskId, expectedVersion: task!.version, rating: rating('high') },
        ...{ evidenceHash: task!.evidenceHash, reopen: false, askIdentityAgain: false },
        ...overrides,
      };
      const written: CaseWrite = {
        ...{ caseNumber: caseNumber('c1'), hits: [hit(subject.subjectId)], tasks: [write], retractedUpTo: null },
        content: { order: message, person: message.person, case: message.case },
      };
      const lines = [{ line: 1, outcome: 'tasked', reason: 'existing_task' }] as const;
      expect(await commit(world.store, begun, { lines, cases: [written] })).toMatchObject({ kind: 'committed' });
      return taskNow();
    }

    test('is told to the next message with its answers', async () => {
      await decide();
      expect(await taskNow()).toMatchObject({ state: 'closed', identity: 'same_person', relevance: 'not_relevant' });
    });

    test('closed and only rated again, stays closed', async () => {
      await decide();
      expect(await update({})).toMatchObject({ state: 'closed', identity: 'same_person', relevance: 'not_relevant' });
    });

    test('closed and reopened, keeps the answer to A and is asked B again', async () => {
      await decide();
      const task = await update({ reopen: true });
      const asked = { state: 'identity_decided', identity: 'same_person', relevance: null };
      expect(task).toMatchObject({ ...asked, rating: rating('high') });
    });

    test('of which the identity changed, is asked A again, and B after it', async () => {
      await decide();
      const task = await update({ askIdentityAgain: true, evidenceHash: 'other evidence' });
      expect(task).toMatchObject({ state: 'open', identity: null, relevance: null, evidenceHash: 'other evidence' });
    });

    test('claimed, of which the identity changed, stays with who claimed it', async () => {
      await decide(true);
      expect(await update({ askIdentityAgain: true })).toMatchObject({ state: 'claimed', identity: null });
    });

    test('keeps its verdicts for the record when it is withdrawn, but no motivation and no rating', async () => {
      await decide();
      const { begun } = await next();
      const [task] = begun.cases[0]!.tasks;
      const gone: TaskWrite = {
        ...{ kind: 'withdraw', taskId: task!.taskId, expectedVersion: task!.version, reason: 'no_longer_a_hit' },
      };
      const written: CaseWrite = {
        ...{ caseNumber: caseNumber('c1'), content: null, hits: null, tasks: [gone], retractedUpTo: null },
      };
      const lines = [{ line: 1, outcome: 'tasked', reason: 'existing_task' }] as const;
      await commit(world.store, begun, { lines, cases: [written] });
      expect(await taskNow()).toMatchObject({ state: 'withdrawn', identity: 'same_person', relevance: 'not_relevant' });
      expect(await world.store.reconcile(OPERATOR, null)).not.toContainEqual(
        expect.objectContaining({ balanced: false }),
      );
    });

    test('whose confirmed facts change, makes what other cases read of the subject stale', async () => {
      await decide();
      const other = await next('c9');
      const pair = { person: other.message.person, caseNumber: caseNumber('c9'), subjectId: subject.subjectId };
      const [known] = await world.store.readPairs(WORKER, [pair]);
      expect(known?.confirmedFacts).toHaveLength(1);
      await update({});
      const expectedDispositions = [{ subjectId: subject.subjectId, version: known!.dispositionVersion }];
      const stale = { kind: 'stale', what: 'disposition' };
      expect(await commit(world.store, other.begun, { expectedDispositions })).toEqual(stale);
    });
  });
}
