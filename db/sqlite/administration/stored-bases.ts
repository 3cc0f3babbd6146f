import { asc } from 'drizzle-orm';
import type { LegalBasis, NewLegalBasis } from '../../../src/domain/basis.ts';
import type { BasisId } from '../../../src/domain/ids.ts';
import { bases } from '../../schema/bases.ts';
import type { Engine } from '../engine.ts';
import { openJson, placeOf } from '../payload.ts';

export const basisPlace = (basisId: BasisId): string => placeOf('bases', [basisId], 'basis');

export function openBasis({ keyring }: Engine, { basisId, basis, ...since }: typeof bases.$inferSelect): LegalBasis {
  return { ...openJson<NewLegalBasis>(keyring, basisPlace(basisId), basis), basisId, ...since };
}

/** Every record of the law, oldest first. */
export function allBases(engine: Engine): readonly LegalBasis[] {
  const rows = engine.queries.select().from(bases).orderBy(asc(bases.recordedAt), asc(bases.basisId)).all();
  return rows.map((row) => openBasis(engine, row));
}
