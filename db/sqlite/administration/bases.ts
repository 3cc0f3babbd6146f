import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Access } from '../../../src/domain/access.ts';
import type { LegalBasis, NewLegalBasis } from '../../../src/domain/basis.ts';
import { ScreeningError } from '../../../src/domain/errors.ts';
import { asId, type BasisId, type EpochMs } from '../../../src/domain/ids.ts';
import { compileGate } from '../../../src/legal/gate.ts';
import { dutchDay } from '../../../src/review/calendar.ts';
import type { BasisStore } from '../../contract/administration.ts';
import { bases } from '../../schema/bases.ts';
import { withdrawUncovered } from '../cases/uncovered.ts';
import type { Engine } from '../engine.ts';
import { raiseRegisterVersion } from '../installation.ts';
import { openJson, placeOf, sealJson } from '../payload.ts';
import { look, transact } from '../transact.ts';
import { requireRole } from './require-role.ts';

const basisPlace = (basisId: BasisId): string => placeOf('bases', [basisId], 'basis');

function openBasis({ keyring }: Engine, { basisId, basis, ...since }: typeof bases.$inferSelect): LegalBasis {
  return { ...openJson<NewLegalBasis>(keyring, basisPlace(basisId), basis), basisId, ...since };
}

/** Every record of the law, oldest first. */
export function allBases(engine: Engine): readonly LegalBasis[] {
  const rows = engine.queries.select().from(bases).orderBy(asc(bases.recordedAt), asc(bases.basisId)).all();
  return rows.map((row) => openBasis(engine, row));
}

/** @throws ScreeningError ROLE_FORBIDS when this is no registrar, or one who acts under the name of another */
function requireRegistrar(engine: Engine, access: Access, named: string): void {
  requireRole(engine, access, ['registrar']);
  if (access.actor.kind === 'account' && access.actor.accountId !== named) throw new ScreeningError('ROLE_FORBIDS');
}

function withdraw(engine: Engine, at: EpochMs): number {
  return withdrawUncovered(engine, compileGate(allBases(engine), dutchDay(at)));
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
        if (changes === 1) tx.note({ registerVersion: raiseRegisterVersion(queries) });
        return changes === 1;
      }),
    endBasis: (access, basisId, at) =>
      transact(engine, access, 'end_basis', (tx) => {
        requireRole(engine, access, ['registrar']);
        tx.note({ basisId });
        const open = and(eq(bases.basisId, basisId), isNull(bases.endedAt));
        if (queries.update(bases).set({ endedAt: at }).where(open).run().changes === 0) return null;
        const withdrawnTasks = withdraw(engine, at);
        tx.note({ registerVersion: raiseRegisterVersion(queries), withdrawnTasks });
        return { withdrawnTasks };
      }),
    withdrawUncovered: (access, at) =>
      transact(engine, access, 'withdraw_uncovered', (tx) => {
        const withdrawnTasks = withdraw(engine, at);
        tx.note({ withdrawnTasks });
        return withdrawnTasks;
      }),
  };
}
