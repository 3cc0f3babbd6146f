import type { LegalBasis } from '../domain/basis.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { GateCondition, GateVerdict } from '../domain/gate.ts';
import { isPlanted } from '../domain/subject.ts';
import type { GateSubject } from './request.ts';

/** A condition that each basis meets or does not. */
export type BasisTest = readonly [condition: GateCondition, holds: (basis: LegalBasis) => boolean];

/** The bases that meet every test, or the first test that none of the remaining ones meets. */
export type Sifted =
  | { readonly kind: 'left'; readonly bases: readonly [LegalBasis, ...LegalBasis[]] }
  | { readonly kind: 'none'; readonly condition: GateCondition };

/** A basis must meet all tests by itself: two that each meet half do not add up to one. */
export function sift(bases: readonly LegalBasis[], tests: readonly BasisTest[]): Sifted {
  let left = bases;
  for (const [condition, holds] of [['NO_BASIS', () => true] as BasisTest, ...tests]) {
    left = left.filter(holds);
    if (left.length === 0) return { kind: 'none', condition };
  }
  const [first, ...rest] = left;
  return first === undefined ? { kind: 'none', condition: 'NO_BASIS' } : { kind: 'left', bases: [first, ...rest] };
}

/** What every basis needs, whomever it is for. */
export function standingTests(today: CalendarDate): readonly BasisTest[] {
  return [
    ['BASIS_UNCONFIRMED', isConfirmed],
    ['BASIS_NOT_IN_FORCE', (basis) => isInForce(basis, today)],
    ['DPIA_MISSING', (basis) => basis.dpiaReference.trim() !== ''],
  ];
}

/** Two different people; or, for a fictitious basis only, the set-up of an embedded default. */
export function isConfirmed(basis: LegalBasis): boolean {
  const { recordedBy, confirmedBy } = basis;
  if (confirmedBy === null) return false;
  if (recordedBy === 'set-up' || confirmedBy === 'set-up') return basis.fictitious;
  return recordedBy !== confirmedBy;
}

/** From and until are whole days, both included; an early end works at once. */
export function isInForce(basis: LegalBasis, today: CalendarDate): boolean {
  return basis.endedAt === null && basis.from <= today && (basis.until === null || today <= basis.until);
}

/**
 * A basis without an organisation covers everybody in the register: one authority, one installation. A basis that names
 * one covers those whose organisation is written the same, capitals and outer blanks aside; a subject with a blank
 * organisation is not covered by it, because nobody is compared on an assumption. Planted test persons are nobody, and
 * stand for whomever the basis covers.
 */
export function coversOrganisation(basis: LegalBasis, subject: GateSubject): boolean {
  if (basis.organisation === null || isPlanted(subject)) return true;
  return fold(basis.organisation) === fold(subject.organisation);
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}

export const ALLOWED = (basis: LegalBasis): GateVerdict => ({ kind: 'allowed', basisId: basis.basisId });
export const refused = (condition: GateCondition): GateVerdict => ({ kind: 'refused', condition });
