import { eq } from 'drizzle-orm';
import type { TaskId } from '../../../src/domain/ids.ts';
import type { ChunkCommit, ChunkResult } from '../../contract/chunks.ts';
import { tasks } from '../../schema/tasks.ts';
import type { Engine, Queries } from '../engine.ts';
import { currentRegisterVersion } from '../installation.ts';
import { dispositionVersion } from '../register/subject-rows.ts';
import type { caseReader } from './history.ts';

type Stale = Extract<ChunkCommit, { kind: 'stale' }>['what'];

function taskVersion(queries: Queries, taskId: TaskId): number | undefined {
  return queries.select({ version: tasks.version }).from(tasks).where(eq(tasks.taskId, taskId)).get()?.version;
}

/** What of all that a result rests on has changed since it was read; null when nothing has. */
export function staleness(
  { queries }: Engine,
  caseVersion: ReturnType<typeof caseReader>['version'],
  result: ChunkResult,
): Stale | null {
  if (currentRegisterVersion(queries) !== result.registerVersion) return 'register';
  const { expectedCases, expectedDispositions } = result;
  if (expectedCases.some(({ caseNumber, version }) => caseVersion(caseNumber) !== version)) return 'case';
  const moved = expectedDispositions.some(
    ({ subjectId, version }) => dispositionVersion(queries, subjectId) !== version,
  );
  if (moved) return 'disposition';
  const writes = result.cases.flatMap((write) => write.tasks);
  const taken = writes.some(
    (write) => write.kind !== 'create' && taskVersion(queries, write.taskId) !== write.expectedVersion,
  );
  return taken ? 'disposition' : null;
}
