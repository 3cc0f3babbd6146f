import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Access } from '../../../src/domain/access.ts';
import type { LegalBasis, Registrar } from '../../../src/domain/basis.ts';
import { ScreeningError } from '../../../src/domain/errors.ts';
import { asId, type BasisId } from '../../../src/domain/ids.ts';
import { type RefusalReason, refusal } from '../../../src/domain/refusals.ts';
import type { BasisStore } from '../../contract/administration.ts';
import { bases } from '../../schema/bases.ts';
import { leaveWithEndedInquiries, withdrawUncovered } from '../cases/uncovered.ts';
import type { Engine } from '../engine.ts';
import { raiseRegisterVersion } from '../installation.ts';
import { sealJson } from '../payload.ts';
import { orThrow } from '../refusals.ts';
import { look, transact } from '../transact.ts';
import { requireRole } from './require-role.ts';
import { allBases, basisPlace, openBasis } from './stored-bases.ts';

/** @throws ScreeningError ROLE_FORBIDS when this is no registrar, or one who acts under the name of another */
function requireRegistrar(engine: Engine, access: Access, named: string): void {
  requireRole(engine, access, ['registrar']);
  if (access.actor.kind === 'account' && access.actor.accountId !== named) throw new ScreeningError('ROLE_FORBIDS');
}

/** Why somebody may not confirm a basis; null when they may. */
function whyNotConfirmed(basis: LegalBasis | null, by: Registrar): RefusalReason<'BASIS_REFUSED'> | null {
  if (basis === null) return 'unknown';
  if (basis.endedAt !== null) return 'ended_before';
  if (basis.confirmedAt !== null) return 'confirmed_before';
  // What set-up records for a demonstration it may confirm itself: it is fictitious, and nobody else is there.
  return basis.recordedBy === by && !(by === 'set-up' && basis.fictitious) ? 'own_record' : null;
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
      orThrow(
        transact(engine, access, 'confirm_basis', (tx) => {
          requireRegistrar(engine, access, confirmedBy);
          tx.note({ basisId });
          const refused = whyNotConfirmed(find(basisId), confirmedBy);
          if (refused !== null) return refusal('BASIS_REFUSED', refused);
          queries.update(bases).set({ confirmedBy, confirmedAt: at }).where(eq(bases.basisId, basisId)).run();
          withdrawUncovered(engine, at);
          return tx.note({ registerVersion: raiseRegisterVersion(queries) });
        }),
      ),
    endBasis: (access, basisId, at) =>
      orThrow(
        transact(engine, access, 'end_basis', (tx) => {
          requireRole(engine, access, ['registrar']);
          tx.note({ basisId });
          const basis = find(basisId);
          if (basis === null) return refusal('BASIS_REFUSED', 'unknown');
          if (basis.endedAt !== null) return refusal('BASIS_REFUSED', 'ended_before');
          queries.update(bases).set({ endedAt: at }).where(eq(bases.basisId, basisId)).run();
          engine.erasures.record('basis', basisId, at);
          const withdrawnTasks = withdrawUncovered(engine, at);
          tx.note({ registerVersion: raiseRegisterVersion(queries), withdrawnTasks });
          return { withdrawnTasks };
        }),
      ),
    withdrawUncovered: (access, at) =>
      transact(engine, access, 'withdraw_uncovered', (tx) => {
        const withdrawnTasks = leaveWithEndedInquiries(engine, at) + withdrawUncovered(engine, at);
        tx.note({ withdrawnTasks });
        return withdrawnTasks;
      }),
  };
}
