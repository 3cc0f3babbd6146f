import { and, asc, eq, gt, isNotNull, isNull, ne } from 'drizzle-orm';
import type { CaseId, EpochMs, HitId } from '../../../src/domain/ids.ts';
import type { OutdatedPair, PairStore, RenewedPair } from '../../contract/pairs.ts';
import { cases, hits } from '../../schema/cases.ts';
import { subjects } from '../../schema/subjects.ts';
import { tasks } from '../../schema/tasks.ts';
import { openCaseNumber } from '../cases/content.ts';
import { eraseCase, forgetVersions, isHeld, isNeeded, raiseCaseVersion } from '../cases/erase.ts';
import { withdrawTask } from '../cases/withdraw.ts';
import { caseReader } from '../chunks/history.ts';
import { readPairs } from '../chunks/pairs.ts';
import { addHit } from '../chunks/write-case.ts';
import { createTask, updateTask } from '../chunks/write-tasks.ts';
import type { Engine } from '../engine.ts';
import { currentRegisterVersion } from '../installation.ts';
import { dispositionVersion } from '../register/subject-rows.ts';
import { look, transact } from '../transact.ts';

type Reader = ReturnType<typeof caseReader>;

function listOutdated(
  engine: Engine,
  { history }: Reader,
  after: HitId | null,
  limit: number,
): readonly OutdatedPair[] {
  const { queries, keyring } = engine;
  const rows = queries
    .select({
      ...{ hitId: hits.hitId, caseId: hits.caseId, caseNumber: cases.caseNumber },
      ...{ subjectId: hits.subjectId, subjectVersion: subjects.version },
    })
    .from(hits)
    .innerJoin(subjects, eq(subjects.subjectId, hits.subjectId))
    .innerJoin(cases, eq(cases.caseId, hits.caseId))
    .where(
      and(
        ne(hits.comparedVersion, subjects.version),
        eq(subjects.present, true),
        isNull(subjects.uncoveredSince),
        isNotNull(cases.content),
        after === null ? undefined : gt(hits.hitId, after),
      ),
    )
    .orderBy(asc(hits.hitId))
    .limit(limit)
    .all();
  return rows.flatMap(({ caseId, caseNumber: sealed, ...pair }): OutdatedPair[] => {
    const { subjectId } = pair;
    const caseNumber = openCaseNumber(keyring, caseId, sealed);
    const known = history(caseNumber);
    if (known.content === null) return [];
    const [knowledge] = readPairs(engine, [{ person: known.content.person, caseNumber, subjectId }]);
    if (knowledge === undefined) return [];
    const own = known.tasks.filter((task) => task.subjectId === subjectId);
    return [{ ...pair, history: { ...known, tasks: own }, knowledge }];
  });
}

function writeTask(engine: Engine, caseId: CaseId, { task }: RenewedPair, at: EpochMs): void {
  if (task === null) return;
  if (task.kind === 'withdraw') {
    withdrawTask(engine.queries, task.taskId, task.reason, null);
    return;
  }
  const stored = engine.queries
    .select({ messageId: cases.messageId })
    .from(cases)
    .where(eq(cases.caseId, caseId))
    .get();
  if (!stored?.messageId) throw new Error('a pair was renewed under an erased case');
  const writing = { caseId, messageId: stored.messageId, at };
  if (task.kind === 'create') createTask(engine, writing, task);
  else updateTask(engine, writing, task);
}

/** Whether case, subject and task are still what the pair was compared as. */
function isUnmoved({ queries }: Engine, { version }: Reader, pair: RenewedPair): boolean {
  const { subjectId, subjectVersion, expected, task } = pair;
  if (version(expected.caseNumber) !== expected.version) return false;
  if (dispositionVersion(queries, subjectId) !== expected.dispositionVersion) return false;
  const asCompared = and(eq(subjects.subjectId, subjectId), eq(subjects.version, subjectVersion));
  if (queries.select({ version: subjects.version }).from(subjects).where(asCompared).get() === undefined) return false;
  if (task === null || task.kind === 'create') return true;
  const asRead = and(eq(tasks.taskId, task.taskId), eq(tasks.version, task.expectedVersion));
  return queries.select({ taskId: tasks.taskId }).from(tasks).where(asRead).get() !== undefined;
}

/** @returns whether the pair was renewed; not when something that it rests on has moved */
function renew(engine: Engine, reader: Reader, pair: RenewedPair, at: EpochMs): boolean {
  const { queries } = engine;
  const { hitId, subjectId, subjectVersion, hit } = pair;
  const stored = queries.select({ caseId: hits.caseId }).from(hits).where(eq(hits.hitId, hitId)).get();
  if (stored === undefined || !isUnmoved(engine, reader, pair)) return false;
  const { caseId } = stored;
  if (hit === 'as_it_was') {
    queries.update(hits).set({ comparedVersion: subjectVersion }).where(eq(hits.hitId, hitId)).run();
  } else {
    queries.delete(hits).where(eq(hits.hitId, hitId)).run();
    if (hit !== null) addHit(engine, caseId, hit);
    forgetVersions(queries, subjectId);
  }
  writeTask(engine, caseId, pair, at);
  if (!isNeeded(queries, caseId) && !isHeld(queries, caseId)) eraseCase(engine, caseId, at);
  raiseCaseVersion(queries, caseId);
  return true;
}

/** What became of pairs, for the audit row. */
function countsOf(renewed: readonly RenewedPair[]) {
  const tasksOf = (kind: 'create' | 'update' | 'withdraw') => renewed.filter(({ task }) => task?.kind === kind).length;
  return {
    ...{ renewed: renewed.length, hits: renewed.filter(({ hit }) => hit !== null && hit !== 'as_it_was').length },
    ...{ created: tasksOf('create'), updated: tasksOf('update'), withdrawn: tasksOf('withdraw') },
    askedAgain: renewed.filter(({ task }) => task?.kind === 'update' && task.askIdentityAgain).length,
  };
}

export function pairStore(engine: Engine): PairStore {
  const reader = caseReader(engine);
  return {
    listOutdatedPairs: (access, after, limit) =>
      look(engine, access, 'list_outdated_pairs', () => listOutdated(engine, reader, after, limit)),
    renewPairs: (access, registerVersion, pairs, at) =>
      transact(engine, access, 'renew_pairs', (tx) => {
        const unmoved = currentRegisterVersion(engine.queries) === registerVersion;
        const renewed = unmoved ? pairs.filter((pair) => renew(engine, reader, pair, at)) : [];
        tx.note({ registerVersion, ...countsOf(renewed) });
        return renewed.length;
      }),
  };
}
