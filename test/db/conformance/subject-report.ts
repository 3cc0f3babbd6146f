import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { SubjectReport } from '../../../db/contract/subject-report.ts';
import type { Access } from '../../../src/domain/access.ts';
import { asId, type EpochMs, type PersonnelNumber, type TaskId } from '../../../src/domain/ids.ts';
import type { IdentityDecision, RelevanceDecision } from '../../../src/domain/task.ts';
import { as, asAccount, MORNING } from './bench.ts';
import { caseNumber, registerRow } from './people.ts';
import { fillRegister, makeTasks, OFFENCE, RULE } from './review-material.ts';
import { type MakeReviewBench, minutesLater, openReviewWorld, type ReviewWorld } from './review-world.ts';
import { importRows } from './steps.ts';

const SAME: IdentityDecision = { verdict: 'same_person', reason: 'Zelfde BSN', waitUntil: null };
const OTHER: IdentityDecision = { verdict: 'someone_else', reason: 'Andere geboorteplaats', waitUntil: null };
const PROPOSE: RelevanceDecision = {
  ...{ verdict: 'propose_investigation', reason: 'Ernstig', overriddenRating: null, waitUntil: null },
};

/** What one person is told of what was done with their data. */
export function describeSubjectReport(makeBench: MakeReviewBench): void {
  describe('a subject report', () => {
    let world: ReviewWorld;
    let answering: Access;
    beforeEach(() => open({}));
    afterEach(() => world.dispose());

    async function open(options: { sampled?: boolean }): Promise<void> {
      await world?.dispose();
      world = await openReviewWorld(makeBench, options);
      answering = asAccount(world.accountId('senior'), 'answer_data_subject');
      const register = await fillRegister(world.store, 3);
      await makeTasks(world.store, register, [
        { about: 'own', subject: 1, rivals: [2], rating: 'high' },
        { about: 'of-somebody', subject: 1, rating: 'low' },
        { about: 'elsewhere', subject: 2, rating: 'low' },
      ]);
    }

    const ask = (number: string, access = answering, at: EpochMs = minutesLater(60)) =>
      world.store.subjectReport(access, asId<PersonnelNumber>(number), 'access', at);

    async function report(number = 'P-1'): Promise<SubjectReport> {
      const answer = await ask(number);
      if (answer.kind === 'refused') throw new Error(answer.refusal);
      return answer;
    }

    async function taskOf(about: string): Promise<TaskId> {
      const { tasks } = await world.store.listTasks(world.access('senior'), { limit: 9 }, MORNING);
      return tasks.find((task) => task.caseNumber === caseNumber(about))!.taskId;
    }

    async function decide(name: string, about: string, identity: IdentityDecision, relevance?: RelevanceDecision) {
      const [access, taskId] = [world.access(name), await taskOf(about)];
      const claimed = await world.store.claimTask(access, taskId, MORNING);
      if (claimed.kind !== 'done') throw new Error(claimed.refusal);
      const told = await world.store.decideIdentity(access, taskId, claimed.version, identity, minutesLater(1));
      if (told.kind !== 'done') throw new Error(told.refusal);
      if (relevance !== undefined) {
        await world.store.decideRelevance(access, taskId, told.version, relevance, minutesLater(2));
      }
      return taskId;
    }

    test('says what the register holds, and whether the person is in it', async () => {
      const { register, present, leftAt, personnelNumber } = await report();
      expect([personnelNumber, present, leftAt]).toEqual(['P-1', true, null]);
      expect(register).toMatchObject([{ version: 1, recordedAt: MORNING, row: { unit: 'Basisteam Zuid' } }]);
    });

    test('says what came, when and from whom, and how it was compared', async () => {
      const { cases } = await report();
      expect(cases).toHaveLength(2);
      for (const one of cases) {
        expect(one.received).toMatchObject([
          { sender: 'JDS', messageId: expect.stringMatching(/^JDS-/), receivedAt: MORNING, outcome: 'tasked' },
        ]);
        expect(one.hit).toMatchObject({ band: 'likely', probability: 0.97 });
      }
    });

    test('tells what a case says only when it was confirmed to be about this person', async () => {
      const before = JSON.stringify(await report());
      for (const hidden of [OFFENCE, RULE, caseNumber('own'), caseNumber('of-somebody')]) {
        expect(before).not.toContain(hidden);
      }
      const taskId = await decide('anne', 'own', SAME, PROPOSE);
      await decide('anne', 'of-somebody', OTHER);
      const { cases } = await report();
      expect(cases.map(({ confirmed, caseNumber: number }) => [confirmed, number]).sort()).toEqual([
        [false, null],
        [true, caseNumber('own')],
      ]);
      const [own, other] = cases.toSorted((a, b) => Number(b.confirmed) - Number(a.confirmed));
      expect(own?.facts).toMatchObject([{ qualification: OFFENCE }]);
      expect(own?.task).toMatchObject({
        ...{ taskId, state: 'closed', rating: { level: 'high', ruleId: RULE } },
        dispositions: [
          {
            question: 'identity',
            verdict: 'same_person',
            by: 'anne',
            reason: 'Zelfde BSN',
            decidedAt: minutesLater(1),
          },
          { question: 'relevance', verdict: 'propose_investigation', by: 'anne', reason: 'Ernstig' },
        ],
      });
      expect(other).toMatchObject({ facts: null, task: { rating: null, dispositions: [{ verdict: 'someone_else' }] } });
      expect(JSON.stringify(other)).not.toContain('Andere geboorteplaats');
    });

    test('tells a case that only came near this person as such, without what it says', async () => {
      const { cases } = await report('P-2');
      expect(cases.map(({ task }) => task === null).sort()).toEqual([false, true]);
      expect(cases.every(({ facts, caseNumber: number }) => facts === null && number === null)).toBe(true);
      expect((await report('P-3')).cases).toEqual([]);
    });

    test('tells who saw it and when, this report included, and nothing of what others saw', async () => {
      const taskId = await decide('anne', 'own', SAME, PROPOSE);
      await world.store.viewTask(world.access('bram'), taskId, MORNING);
      await world.store.viewTask(world.access('bram'), await taskOf('elsewhere'), MORNING);
      await report();
      const { seen, subjectId } = await report();
      const of = (action: string) => seen.filter((row) => row.action === action);
      expect(of('view_task')).toMatchObject([{ by: 'bram', purpose: 'review_task', taskId, at: MORNING }]);
      expect(of('decide_relevance')).toMatchObject([{ by: 'anne', taskId }]);
      expect(of('subject_report')).toMatchObject([{ by: 'senior', purpose: 'answer_data_subject', taskId: null }]);
      expect((await report('P-3')).seen).toEqual([]);
      expect(subjectId).toMatch(/^[0-9a-f-]{36}$/);
    });

    test('tells the verdicts that are remembered, and when names went to the source', async () => {
      await world.store.exportSubscription(as('cli', 'export_register'), 'subscription', MORNING);
      await decide('anne', 'of-somebody', OTHER);
      const { remembered, supplied } = await report();
      expect(remembered).toEqual([{ verdict: 'someone_else', decidedAt: minutesLater(1) }]);
      expect(supplied).toEqual([MORNING]);
    });

    test('of somebody who left says so; an open case is told as withdrawn, without its content', async () => {
      await importRows(world.store, [registerRow('P-2'), registerRow('P-3')]);
      const { present, leftAt, register, cases } = await report();
      expect([present, leftAt, register]).toEqual([false, MORNING, []]);
      expect(cases.map(({ hit, task }) => [hit, task?.state, task?.withdrawnReason, task?.rating])).toEqual([
        [null, 'withdrawn', 'subject_left', null],
        [null, 'withdrawn', 'subject_left', null],
      ]);
    });

    test('does not give a first answer away to who may have to look blindly', async () => {
      await open({ sampled: true });
      await decide('anne', 'own', SAME, PROPOSE);
      const { cases } = await report();
      expect(cases.every(({ confirmed, task }) => !confirmed && task?.dispositions.length === 0)).toBe(true);
    });

    test.each(['anne', 'auditor', 'operator', 'registrar'])('is not made by %s', async (name) => {
      await expect(ask('P-1', world.access(name))).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
    });

    test('is not made by a part of the system', async () => {
      await expect(ask('P-1', as('cli', 'answer_data_subject'))).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
    });

    test.each([
      ['close-senior', 'P-1', 'conflict_of_interest'],
      ['near-senior', 'P-1', 'conflict_of_interest'],
      ['near-senior', 'P-near-senior', 'conflict_of_interest'],
      ['bare-senior', 'P-1', 'conflicts_not_declared'],
      ['senior', 'P-99', 'unknown_subject'],
    ])('by %s about %s is refused: %s', async (name, number, refusal) => {
      expect(await ask(number, world.access(name))).toEqual({ kind: 'refused', refusal });
      const rows = await world.store.listAudit(as('cli', 'audit'), 0, 1_000);
      expect(rows.at(-1)).toMatchObject({
        ...{ action: 'subject_report', actor: `account:${world.accountId(name)}` },
        details: { ground: 'access', refusal },
      });
    });

    test('leaves a row with its ground and internal ids alone', async () => {
      const { subjectId } = await report();
      const rows = await world.store.listAudit(as('cli', 'audit'), 0, 1_000);
      expect(rows.at(-1)?.details).toEqual({ ground: 'access', subjectId, cases: 2 });
    });
  });
}
