import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CaseWrite, LineResult, TaskOfCase, TaskWrite } from '../../../db/contract/chunks.ts';
import type { Store } from '../../../db/store.ts';
import type { Entry, SnapshotEntry } from '../../../src/domain/entry.ts';
import type { SubjectId } from '../../../src/domain/ids.ts';
import { type Bench, type MakeBench, OPERATOR, WORKER } from './bench.ts';
import { entry, fact, hit, person, rating, registerRow, retraction } from './people.ts';
import { begin, commit, deliver, deliverTasked, importRows, newTasks, registerOf, type WorkingChunk } from './steps.ts';

const FIRST = entry('a1', 'a', 0);
const SECOND = entry('a2', 'a', 10, { kind: 'update' });
const EXISTING: readonly LineResult[] = [{ line: 1, outcome: 'tasked', reason: 'existing_task' }];
const WITHDRAWN: readonly LineResult[] = [{ line: 1, outcome: 'withdrawn', reason: 'retraction' }];

export function describeCases(makeBench: MakeBench): void {
  describe('cases and their tasks', () => {
    let bench: Bench;
    let store: Store;
    let officer: SubjectId;
    let colleague: SubjectId;
    let sequence: number;
    beforeEach(async () => {
      bench = await makeBench();
      store = await bench.open();
      const [one, two] = await registerOf(store, 'P1', 'P2');
      officer = one!.subjectId;
      colleague = two!.subjectId;
      sequence = 1;
    });
    afterEach(() => bench.dispose());

    /** A later message of the case, begun. */
    async function next(message: Entry): Promise<WorkingChunk> {
      sequence += 1;
      return begin(store, (await deliver(store, `D${sequence}`, [message], { sequence })).chunkIds[0]);
    }

    async function taskOf(subjectId: SubjectId): Promise<TaskOfCase> {
      const begun = await next(entry(`look${sequence}`, 'a', -1));
      await commit(store, begun, { lines: [{ line: 1, outcome: 'superseded', reason: 'older' }] });
      return begun.cases[0]!.tasks.find((task) => task.subjectId === subjectId)!;
    }

    const updateOf = (task: TaskOfCase, overrides: object = {}): TaskWrite => ({
      ...{ kind: 'update', taskId: task.taskId, expectedVersion: task.version, rating: rating('low') },
      ...{ evidenceHash: task.evidenceHash, reopen: false, askIdentityAgain: false },
      ...overrides,
    });

    const withdrawalOf = (task: TaskOfCase): TaskWrite => ({
      ...{ kind: 'withdraw', taskId: task.taskId, expectedVersion: task.version, reason: 'retracted' },
    });

    const contentOf = ({ occurredAt, messageId, person: who, case: content }: SnapshotEntry): CaseWrite['content'] => ({
      ...{ order: { occurredAt, messageId }, person: who, case: content },
    });

    const write = (overrides: Partial<CaseWrite>): CaseWrite => ({
      ...{ caseNumber: FIRST.case.caseNumber, content: null, hits: null, tasks: [], retractedUpTo: null },
      ...overrides,
    });

    test('a case of a stranger is nothing but its place in time', async () => {
      const { chunkIds } = await deliver(store, 'D1', [FIRST]);
      await commit(store, await begin(store, chunkIds[0]));
      const { messageId, occurredAt } = FIRST;
      expect((await next(SECOND)).cases).toMatchObject([
        { content: null, tasks: [], newestSnapshot: { messageId, occurredAt } },
      ]);
    });

    test('a case with a task gives its content, its tasks and its place to the next message', async () => {
      await deliverTasked(store, 'D1', FIRST, [officer, colleague]);
      const [history] = (await next(SECOND)).cases;
      expect(history?.content).toEqual({ person: FIRST.person, case: FIRST.case });
      expect(history?.tasks.map(({ subjectId }) => subjectId).sort()).toEqual([officer, colleague].sort());
      expect(history?.tasks[0]).toMatchObject({ version: 1, state: 'open', rating: rating('high') });
      expect(history?.tasks[0]).toMatchObject({ identity: null, relevance: null, evidenceHash: 'evidence' });
    });

    test('a task is one per case and subject', async () => {
      await deliverTasked(store, 'D1', FIRST, [officer]);
      const begun = await next(SECOND);
      await expect(commit(store, begun, { lines: EXISTING, cases: [newTasks(SECOND, [officer])] })).rejects.toThrow();
      expect(await store.countTasks(OPERATOR)).toMatchObject({ byState: { open: 1 } });
    });

    test('a task without the hit that it is about is refused', async () => {
      const begun = await next(FIRST);
      const cases = [{ ...newTasks(FIRST, [officer]), hits: [] }];
      await expect(commit(store, begun, { cases })).rejects.toThrow('without the hit');
    });

    test('a later message rates the task again, in its place', async () => {
      await deliverTasked(store, 'D1', FIRST, [officer]);
      const task = await taskOf(officer);
      const cases = [write({ content: contentOf(SECOND), hits: [hit(officer)], tasks: [updateOf(task)] })];
      await commit(store, await next(SECOND), { lines: EXISTING, cases });
      const { taskId } = task;
      expect(await taskOf(officer)).toMatchObject({ taskId, version: 2, state: 'open', rating: rating('low') });
      expect(await store.countTasks(OPERATOR)).toMatchObject({ byRating: { low: 1 } });
    });

    test('a withdrawn task comes back as the same task', async () => {
      await deliverTasked(store, 'D1', FIRST, [officer]);
      const gone = write({ tasks: [withdrawalOf(await taskOf(officer))], retractedUpTo: retraction('g', 'a', 5) });
      await commit(store, await next(retraction('g', 'a', 5)), { lines: WITHDRAWN, cases: [gone] });
      const shell = await taskOf(officer);
      expect(shell).toMatchObject({ state: 'withdrawn', rating: { level: 'none', reasons: [] } });
      const back = updateOf(shell, { reopen: true, rating: rating('medium') });
      const cases = [write({ content: contentOf(SECOND), hits: [hit(officer)], tasks: [back] })];
      await commit(store, await next(SECOND), { lines: EXISTING, cases });
      expect(await taskOf(officer)).toMatchObject({ taskId: shell.taskId, state: 'open', rating: rating('medium') });
    });

    test('a retraction turns the earlier tasked lines into withdrawn ones, after settling too', async () => {
      const { deliveryKey } = await deliverTasked(store, 'D1', FIRST, [officer]);
      const settled = await store.deliveryStatus(OPERATOR, deliveryKey);
      expect(settled?.outcomes).toMatchObject({ tasked: 1, withdrawn: 0 });
      const gone = write({ tasks: [withdrawalOf(await taskOf(officer))], retractedUpTo: retraction('g', 'a', 5) });
      await commit(store, await next(retraction('g', 'a', 5)), { lines: WITHDRAWN, cases: [gone] });
      const after = await store.deliveryStatus(OPERATOR, deliveryKey);
      expect(after?.outcomes).toMatchObject({ tasked: 0, withdrawn: 1 });
    });

    test('a retraction leaves a tombstone, also of a case that nobody knows', async () => {
      await commit(store, await next(retraction('g', 'a', 5, [2, 3])), { lines: WITHDRAWN });
      await commit(store, await next(retraction('h', 'a', 6)), { lines: WITHDRAWN });
      const [history] = (await next(FIRST)).cases;
      expect(history?.tombstones).toMatchObject([
        { messageId: 'JDS-g', factNumbers: [2, 3] },
        { messageId: 'JDS-h', factNumbers: null },
      ]);
      expect(history?.newestSnapshot).toBeNull();
    });

    test('content stays while a rival still needs it', async () => {
      await deliverTasked(store, 'D1', FIRST, [officer, colleague]);
      const task = await taskOf(officer);
      const cases = [write({ content: contentOf(FIRST), tasks: [withdrawalOf(task)] })];
      await commit(store, await next(SECOND), { lines: EXISTING, cases });
      expect((await next(entry('a3', 'a', 20))).cases[0]?.content).not.toBeNull();
      const bare = write({ tasks: [] });
      await expect(commit(store, await next(entry('a4', 'a', 30)), { cases: [bare] })).rejects.toThrow(
        'still needs it',
      );
    });

    test('a subject that leaves takes its tasks, and the content that was only theirs', async () => {
      await deliverTasked(store, 'D1', FIRST, [officer]);
      const applied = await importRows(store, [registerRow('P2')]);
      expect(applied).toMatchObject({ left: 1, withdrawnTasks: 1 });
      const [history] = (await next(SECOND)).cases;
      expect(history?.content).toBeNull();
      expect(history?.tasks).toMatchObject([{ state: 'withdrawn', rating: { level: 'none' } }]);
    });

    test('what is known of a pair leaves the case itself out and people who left', async () => {
      const pair = { person: person('Iemand'), caseNumber: FIRST.case.caseNumber, subjectId: officer };
      const [known, ...others] = await store.readPairs(WORKER, [pair]);
      expect(others).toEqual([]);
      expect(known).toMatchObject({ pair: 0, earlierVerdict: null, confirmedFacts: [] });
      expect(known?.birthDate).toEqual({ year: 1984, month: 3, day: null });
      const [same, changed] = await store.readPairs(WORKER, [
        { ...pair, person: { ...pair.person } },
        { ...pair, person: { ...pair.person, birthPlace: 'Delft' } },
      ]);
      expect(same?.evidenceHash).toBe(known?.evidenceHash);
      expect(changed?.evidenceHash).not.toBe(known?.evidenceHash);
      await importRows(store, [registerRow('P2')]);
      expect(await store.readPairs(WORKER, [pair])).toEqual([]);
    });

    test('the facts of a message are kept as the writer gave them', async () => {
      const narrowed = { ...FIRST, case: { ...FIRST.case, facts: [fact(2)] } };
      await deliverTasked(store, 'D1', narrowed, [officer]);
      expect((await next(SECOND)).cases[0]?.content?.case.facts).toEqual([fact(2)]);
    });
  });
}
