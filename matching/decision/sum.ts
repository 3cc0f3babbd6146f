import type { HitEvidence } from '../../src/domain/hit.ts';

/** log2 posterior odds that the evidence adds up to, in milli-bits. Integers, so the sum is exact in any order. */
export function totalMilliBits(evidence: Pick<HitEvidence, 'priorMilliBits' | 'terms'>): number {
  return evidence.terms.reduce((sum, term) => sum + term.weightMilliBits, evidence.priorMilliBits);
}
