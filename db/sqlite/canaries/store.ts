import { and, desc, eq, inArray, min, notExists, sql } from 'drizzle-orm';
import { CANARY_SENDER, type DeliveryStatus } from '../../../src/domain/delivery.ts';
import type { EpochMs, PersonnelNumber, RegisterVersion, SubjectId } from '../../../src/domain/ids.ts';
import type { CanaryStore } from '../../contract/canaries.ts';
import { cases } from '../../schema/cases.ts';
import { deliveries } from '../../schema/deliveries.ts';
import { subjects, subjectVersions } from '../../schema/subjects.ts';
import { tasks } from '../../schema/tasks.ts';
import { statusOf } from '../deliveries/status.ts';
import type { Engine, Queries } from '../engine.ts';
import { personnelHash } from '../hashes.ts';
import { raiseRegisterVersion } from '../installation.ts';
import { leave } from '../register/leave.ts';
import { look, transact } from '../transact.ts';

function lastDelivery(queries: Queries): DeliveryStatus | null {
  const row = queries
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.sender, CANARY_SENDER), inArray(deliveries.state, ['screening', 'settled'])))
    .orderBy(desc(deliveries.sequenceNumber))
    .limit(1)
    .get();
  return row === undefined ? null : statusOf(queries, row);
}

function arePresent({ keyring }: Engine, planted: readonly PersonnelNumber[]) {
  const hashes = planted.map((number) => personnelHash(keyring, number));
  return and(inArray(subjects.personnelHash, hashes), eq(subjects.present, true));
}

function presentSince(engine: Engine, planted: readonly PersonnelNumber[]): EpochMs | null {
  const found = engine.queries
    .select({ at: min(subjectVersions.createdAt) })
    .from(subjects)
    .innerJoin(subjectVersions, eq(subjectVersions.subjectId, subjects.subjectId))
    .where(arePresent(engine, planted))
    .get();
  return found?.at ?? null;
}

/** Leaving withdraws the tasks and erases the cases; what is deleted here are the empty shells. */
function remove(engine: Engine, subjectId: SubjectId, version: RegisterVersion, at: EpochMs): void {
  const { queries } = engine;
  leave(engine, subjectId, version, 'subject_left', at);
  const theirs = queries
    .selectDistinct({ caseId: tasks.caseId })
    .from(tasks)
    .where(eq(tasks.subjectId, subjectId))
    .all()
    .map(({ caseId }) => caseId);
  queries.delete(tasks).where(eq(tasks.subjectId, subjectId)).run();
  const nobodyElse = notExists(queries.select({ one: sql`1` }).from(tasks).where(eq(tasks.caseId, cases.caseId)));
  queries
    .delete(cases)
    .where(and(inArray(cases.caseId, theirs), nobodyElse))
    .run();
}

export function canaryStore(engine: Engine): CanaryStore {
  const { queries } = engine;
  return {
    canaryRun: (access, planted) =>
      look(engine, access, 'canary_run', () => ({
        last: lastDelivery(queries),
        plantedAt: presentSince(engine, planted),
      })),
    removePlanted: (access, planted, at) =>
      transact(engine, access, 'remove_planted', (tx) => {
        const present = queries
          .select({ subjectId: subjects.subjectId })
          .from(subjects)
          .where(arePresent(engine, planted));
        const leaving = present.all();
        if (leaving.length > 0) {
          const version = raiseRegisterVersion(queries);
          for (const { subjectId } of leaving) remove(engine, subjectId, version, at);
        }
        tx.note({ removed: leaving.length });
        return leaving.length;
      }),
  };
}
