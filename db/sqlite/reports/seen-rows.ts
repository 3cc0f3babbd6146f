import { and, asc, eq, gte, or, sql } from 'drizzle-orm';
import { type AccountId, asId, type EpochMs, type SubjectId, type TaskId } from '../../../src/domain/ids.ts';
import type { SeenRow } from '../../contract/subject-report.ts';
import { audit } from '../../schema/audit.ts';
import { accountById } from '../administration/account-rows.ts';
import type { Engine } from '../engine.ts';

const ACCOUNT = 'account:';

function nameOf(engine: Engine, actor: string): string {
  if (!actor.startsWith(ACCOUNT)) return actor;
  const accountId = asId<AccountId>(actor.slice(ACCOUNT.length));
  return accountById(engine, accountId)?.name ?? actor;
}

/** The task that a row is about; a view may name others of the same person beside it. */
function taskIn(details: string, taskIds: readonly TaskId[]): TaskId | null {
  const about = taskIds.find((taskId) => details.includes(`"taskId":"${taskId}"`));
  return about ?? taskIds.find((taskId) => details.includes(taskId)) ?? null;
}

/** Rows that name the person or one of the tasks, by their random internal ids; oldest first. */
export function seenRows(engine: Engine, subjectId: SubjectId, taskIds: readonly TaskId[]): readonly SeenRow[] {
  const names = (id: string) => sql`instr(${audit.details}, ${id}) > 0`;
  const rows = engine.queries
    .select()
    .from(audit)
    .where(or(...[subjectId, ...taskIds].map(names)))
    .orderBy(asc(audit.sequence))
    .all();
  return rows.map(({ at, actor, action, purpose, details }) => ({
    ...{ at, action, purpose, by: nameOf(engine, actor) },
    taskId: taskIn(details, taskIds),
  }));
}

/** When the names of those under continuous control left for the source, from a moment on. */
export function suppliedSince({ queries }: Engine, since: EpochMs): readonly EpochMs[] {
  const rows = queries
    .select({ at: audit.at })
    .from(audit)
    .where(and(eq(audit.action, 'export_subscription'), gte(audit.at, since)))
    .orderBy(asc(audit.sequence))
    .all();
  return rows.map(({ at }) => at);
}
