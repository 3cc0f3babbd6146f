import type { Access } from '../../src/domain/access.ts';
import { ScreeningError } from '../../src/domain/errors.ts';
import { type AuditDetails, appendAudit } from './audit-chain.ts';
import type { Engine, Queries } from './engine.ts';
import { failureOf } from './failures.ts';
import { emptyWriteLog } from './write-log.ts';

/** An open transaction. */
export interface Transaction {
  readonly queries: Queries;
  /** Adds to the details of the audit row: internal ids, codes and counts only. */
  note(details: AuditDetails): void;
}

/** No function fits when what it answers with is, or may be, a promise. */
type Synchronous<T> = [Extract<T, PromiseLike<unknown>>] extends [never] ? unknown : never;

/**
 * One write method of the Store: everything that `work` does, and the audit row that says it was done, or nothing.
 *
 * The compiler refuses an async `work`: the driver would commit at its first `await` and leave the rest outside.
 * Takes the write lock at once (`BEGIN IMMEDIATE`): a transaction that reads first and writes later can find that
 * another process wrote in between, and then fails in a way that no waiting cures.
 */
export async function transact<T>(
  engine: Engine,
  access: Access,
  action: string,
  work: ((tx: Transaction) => T) & Synchronous<T>,
): Promise<T> {
  await engine.takeTurn();
  const details: Record<string, string | number> = {};
  const run = (): T => {
    engine.followKey();
    const answer = work({ queries: engine.queries, note: (more) => Object.assign(details, more) });
    appendAudit(engine, access, action, details);
    return answer;
  };
  try {
    const answer = engine.queries.transaction(run, { behavior: 'immediate' });
    // What was erased for good still stands in the write log, although no query finds it any more.
    if (engine.erasures.publish()) await emptyWriteLog(engine.queries);
    return answer;
  } catch (error) {
    if (isRefusal(error, access)) recordRefusal(engine, access, action);
    engine.erasures.discard();
    throw failureOf(error);
  }
}

/** That somebody tried what their role forbids is recorded, although nothing came of it. */
function isRefusal(error: unknown, { actor }: Access): boolean {
  return actor.kind === 'account' && error instanceof ScreeningError && error.code === 'ROLE_FORBIDS';
}

function recordRefusal(engine: Engine, access: Access, action: string): void {
  engine.queries.transaction(() => appendAudit(engine, access, action, { refusal: 'role_forbids' }), {
    behavior: 'immediate',
  });
}

/**
 * One read method of the Store, all of it on the same state of the database. What a person looks at is recorded like
 * a write. What the machine reads for itself is not, because a queue that polls would drown the log: so a method that
 * opens something personal for the machine uses `transact`.
 */
export async function look<T>(
  engine: Engine,
  access: Access,
  action: string,
  work: ((tx: Transaction) => T) & Synchronous<T>,
): Promise<T> {
  if (access.actor.kind === 'account') return transact(engine, access, action, work);
  await engine.takeTurn();
  try {
    return engine.queries.transaction(() => work({ queries: engine.queries, note: () => {} }));
  } catch (error) {
    throw failureOf(error);
  }
}
