import type { Access } from '../../../src/domain/access.ts';
import { ScreeningError } from '../../../src/domain/errors.ts';
import type { AccountId } from '../../../src/domain/ids.ts';
import { RETENTION_SCHEDULE } from '../../../src/legal/retention-schedule.ts';
import type { RetentionStore } from '../../contract/retention.ts';
import { auditCut } from '../../schema/retention.ts';
import { requireRole } from '../administration/require-role.ts';
import type { Engine } from '../engine.ts';
import { look, transact } from '../transact.ts';
import { emptyWriteLog } from '../write-log.ts';
import { countDue, eraseDue } from './due.ts';
import { allHolds, placeHold, releaseHold } from './holds.ts';

/** @throws ScreeningError ROLE_FORBIDS also for a part of the system: a hold is a person's word for a court's */
function registrarOf(engine: Engine, access: Access): AccountId {
  if (access.actor.kind === 'system') throw new ScreeningError('ROLE_FORBIDS');
  requireRole(engine, access, ['registrar']);
  return access.actor.accountId;
}

export function retentionStore(engine: Engine): RetentionStore {
  return {
    countDue: (access, at) => look(engine, access, 'count_due', () => countDue(engine, at)),
    async eraseDue(access, kind, limit, at) {
      const erased = await transact(engine, access, 'erase_due', (tx) => {
        const done = eraseDue(engine, kind, limit, at);
        tx.note({ kind, [RETENTION_SCHEDULE[kind].action]: done });
        const cut = engine.queries.select().from(auditCut).get();
        if (kind === 'audit_row' && cut !== undefined) tx.note({ auditCut: cut.sequence });
        return done;
      });
      if (erased < limit) await emptyWriteLog(engine.queries);
      return erased;
    },
    placeHold: (access, hold, at) =>
      transact(engine, access, 'place_hold', (tx) => {
        const holdId = placeHold(engine, hold, registrarOf(engine, access), at);
        tx.note({ holdId, taskId: hold.taskId });
        return holdId;
      }),
    releaseHold: (access, holdId, reason, at) =>
      transact(engine, access, 'release_hold', (tx) => {
        releaseHold(engine, holdId, reason, registrarOf(engine, access), at);
        tx.note({ holdId });
      }),
    listHolds: (access) =>
      look(engine, access, 'list_holds', () => {
        requireRole(engine, access, ['registrar', 'auditor']);
        return allHolds(engine);
      }),
  };
}
