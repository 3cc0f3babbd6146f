import { and, eq, isNull, ne } from 'drizzle-orm';
import type { ErasedThing, Erasure } from '../../../src/domain/erasure.ts';
import type { BasisId, CaseId, SubjectId, TaskId } from '../../../src/domain/ids.ts';
import { bases } from '../../schema/bases.ts';
import { subjects } from '../../schema/subjects.ts';
import { tasks } from '../../schema/tasks.ts';
import { eraseCase, raiseCaseVersion } from '../cases/erase.ts';
import { withdrawTask } from '../cases/withdraw.ts';
import type { Engine } from '../engine.ts';
import { raiseRegisterVersion } from '../installation.ts';
import { leave } from '../register/leave.ts';
import { eraseTask } from '../retention/tasks.ts';

type Replay = (engine: Engine, erasure: Erasure) => void;

/** How each is made undone again. Something that this copy does not have was made after it, and is no concern of it. */
const REPLAYS: Readonly<Record<ErasedThing, Replay>> = {
  case: (engine, { id, at }) => {
    const caseId = id as CaseId;
    const standing = and(eq(tasks.caseId, caseId), ne(tasks.state, 'withdrawn'));
    const rows = engine.queries.select({ taskId: tasks.taskId }).from(tasks).where(standing).all();
    for (const { taskId } of rows) withdrawTask(engine.queries, taskId, 'term_over', null);
    eraseCase(engine, caseId, at);
    raiseCaseVersion(engine.queries, caseId);
  },
  task: (engine, { id, at }) => {
    const found = and(eq(tasks.taskId, id as TaskId), ne(tasks.state, 'withdrawn'));
    const task = engine.queries.select().from(tasks).where(found).get();
    if (task !== undefined) eraseTask(engine, task, at);
  },
  subject: (engine, { id, at }) => {
    const { queries } = engine;
    const subjectId = id as SubjectId;
    const found = and(eq(subjects.subjectId, subjectId), eq(subjects.present, true));
    if (queries.select({ subjectId: subjects.subjectId }).from(subjects).where(found).get() === undefined) return;
    leave(engine, subjectId, raiseRegisterVersion(queries), 'subject_left', at);
  },
  basis: ({ queries }, { id, at }) => {
    const open = and(eq(bases.basisId, id as BasisId), isNull(bases.endedAt));
    queries.update(bases).set({ endedAt: at }).where(open).run();
  },
};

/** Erases again what was erased after this copy was made. Only inside a write transaction. @returns how many */
export function replayErasures(engine: Engine): number {
  const missing = engine.erasures.missing() ?? [];
  engine.erasures.adopt(missing, () => {
    for (const erasure of missing) REPLAYS[erasure.what](engine, erasure);
  });
  if (missing.length > 0) raiseRegisterVersion(engine.queries);
  return missing.length;
}
