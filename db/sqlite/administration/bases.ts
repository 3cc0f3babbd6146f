import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Access } from '../../../src/domain/access.ts';
import type { LegalBasis } from '../../../src/domain/basis.ts';
import { ScreeningError } from '../../../src/domain/errors.ts';
import { asId, type BasisId } from '../../../src/domain/ids.ts';
import type { BasisStore } from '../../contract/administration.ts';
import { bases } from '../../schema/bases.ts';
import { leaveWithEndedInquiries, withdrawUncovered } from '../cases/uncovered.ts';
import type { Engine } from '../engine.ts';
import { raiseRegisterVersion } from '../installation.ts';
import { sealJson } from '../payload.ts';
import { look, transact } from '../transact.ts';
import { requireRole } from './require-role.ts';
import { allBases, basisPlace, openBasis } from './stored-bases.ts';

/** @throws ScreeningError ROLE_FORBIDS when this is no registrar, or one who acts under the name of another */
function requireRegistrar(engine: Engine, access: Access, named: string): void {
  requireRole(engine, access, ['registrar']);
  if (access.actor.kind === 'account' && access.actor.accountId !== named) throw new ScreeningError('ROLE_FORBIDS');
}

/** A change of the law changes who may be matched, so each makes a new register version. */
export function basisStore(engine: Engine): BasisStore {
  const { queries, keyring } = engine;
  const find = (basisId: BasisId): LegalBasis | null => {
    const row = queries.select().from(bases).where(eq(bases.basisId, basisId)).get();
    return row === undefined ? null : openBasis(engine, row);
  };
  return {
    listBases: (access) => look(engine, access, 'list_bases', () => allBases(engine)),
    recordBasis: (access, basis, at) =>
      transact(engine, access, 'record_basis', (tx) => {
        requireRegistrar(engine, access, basis.recordedBy);
        const basisId = asId<BasisId>(randomUUID());
        const sealed = sealJson(keyring, basisPlace(basisId), basis);
        queries.insert(bases).values({ basisId, basis: sealed, recordedAt: at }).run();
        tx.note({ basisId, registerVersion: raiseRegisterVersion(queries) });
        return basisId;
      }),
    confirmBasis: (access, basisId, confirmedBy, at) =>
      transact(engine, access, 'confirm_basis', (tx) => {
        requireRegistrar(engine, access, confirmedBy);
        tx.note({ basisId });
        const basis = find(basisId);
        // What set-up records for a demonstration it may confirm itself: it is fictitious, and nobody else is there.
        const own = basis?.recordedBy === confirmedBy && !(confirmedBy === 'set-up' && basis.fictitious);
        if (basis === null || own) return false;
        const open = and(eq(bases.basisId, basisId), isNull(bases.confirmedAt), isNull(bases.endedAt));
        const { changes } = queries.update(bases).set({ confirmedBy, confirmedAt: at }).where(open).run();
        if (changes === 0) return false;
        withdrawUncovered(engine, at);
        tx.note({ registerVersion: raiseRegisterVersion(queries) });
        return true;
      }),
    endBasis: (access, basisId, at) =>
      transact(engine, access, 'end_basis', (tx) => {
        requireRole(engine, access, ['registrar']);
        tx.note({ basisId });
        const open = and(eq(bases.basisId, basisId), isNull(bases.endedAt));
        if (queries.update(bases).set({ endedAt: at }).where(open).run().changes === 0) return null;
        engine.erasures.record('basis', basisId, at);
        const withdrawnTasks = withdrawUncovered(engine, at);
        tx.note({ registerVersion: raiseRegisterVersion(queries), withdrawnTasks });
        return { withdrawnTasks };
      }),
    withdrawUncovered: (access, at) =>
      transact(engine, access, 'withdraw_uncovered', (tx) => {
        const withdrawnTasks = leaveWithEndedInquiries(engine, at) + withdrawUncovered(engine, at);
        tx.note({ withdrawnTasks });
        return withdrawnTasks;
      }),
  };
}
