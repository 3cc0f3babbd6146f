import { notInArray } from 'drizzle-orm';
import type { CaseId, SubjectId, TaskId } from '../../../src/domain/ids.ts';
import type { RatedTask } from '../../contract/policies.ts';
import { tasks } from '../../schema/tasks.ts';
import { openContent } from '../cases/content.ts';
import { confirmedFacts } from '../chunks/pairs.ts';
import type { Engine } from '../engine.ts';
import { presentSubject } from '../register/subject-rows.ts';

/** Tasks that somebody still has to look at; a closed one keeps the rating on which it was decided. */
export const LIVE = notInArray(tasks.state, ['closed', 'withdrawn']);

interface TaskToRate {
  readonly taskId: TaskId;
  readonly subjectId: SubjectId;
  readonly caseId: CaseId;
  readonly content: Uint8Array | null;
}

/** Opens of a task what relevance may know; null when its case was erased or its subject left meanwhile. */
export function ratedTask(engine: Engine, { taskId, subjectId, caseId, content }: TaskToRate): RatedTask | null {
  const subject = presentSubject(engine, subjectId);
  if (subject === null || content === null) return null;
  const { caseNumber, facts } = openContent(engine.keyring, caseId, content).case;
  const { kind: subjectKind, functionClass, identity } = subject.row;
  const earlier = confirmedFacts(engine, subjectId, caseNumber);
  return { taskId, facts, subjectKind, functionClass, birthDate: identity.birthDate, confirmedFacts: earlier };
}
