import { and, eq, notInArray } from 'drizzle-orm';
import type { AccountId, SubjectId } from '../../../src/domain/ids.ts';
import { asId } from '../../../src/domain/ids.ts';
import type { RegisterRow } from '../../../src/domain/subject.ts';
import type { WithdrawalReason } from '../../../src/domain/task.ts';
import type { Gate } from '../../../src/legal/gate.ts';
import { subjects } from '../../schema/subjects.ts';
import { tasks } from '../../schema/tasks.ts';
import type { Engine } from '../engine.ts';
import { presentSubject } from '../register/subject-rows.ts';
import { withdrawTasksOf } from './withdraw.ts';

/** Nobody: for officers and externals the law does not ask who looks. */
const ANY_VIEWER = asId<AccountId>('');

/** Why the tasks about a subject must go; null when they may stay. Somebody still to join keeps theirs. */
function reasonToWithdraw(gate: Gate, subject: RegisterRow): WithdrawalReason | null {
  const asked = { permission: 'show', partner: null, inquiry: null, viewer: ANY_VIEWER, fact: null } as const;
  const verdict = gate({ ...asked, subject });
  if (verdict.kind === 'allowed' || verdict.condition === 'NOT_YET_IN_SERVICE') return null;
  return verdict.condition === 'LEFT_SERVICE' ? 'subject_left' : 'basis_ended';
}

function subjectsWithTasks({ queries }: Engine): readonly SubjectId[] {
  const rows = queries
    .selectDistinct({ subjectId: tasks.subjectId })
    .from(tasks)
    .innerJoin(subjects, eq(subjects.subjectId, tasks.subjectId))
    .where(and(notInArray(tasks.state, ['closed', 'withdrawn']), eq(subjects.present, true)))
    .all();
  return rows.map(({ subjectId }) => subjectId);
}

/** Withdraws the tasks about everybody whom the law no longer lets be shown. @returns how many */
export function withdrawUncovered(engine: Engine, gate: Gate): number {
  let withdrawn = 0;
  for (const subjectId of subjectsWithTasks(engine)) {
    const subject = presentSubject(engine, subjectId);
    const reason = subject === null ? null : reasonToWithdraw(gate, subject.row);
    if (reason !== null) withdrawn += withdrawTasksOf(engine.queries, subjectId, reason);
  }
  return withdrawn;
}
