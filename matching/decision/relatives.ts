import type { PairVector } from '../comparison/pair-comparer.ts';
import { RELATIVES, type Weights } from './weights.ts';

/** The weight that likeness loses to the chance that it is a relative's, and which relative that is. */
export interface RelativeTerm {
  /** Index into RELATIVES, or −1 when none matters. */
  readonly relative: number;
  /** 0 or less. */
  readonly milliBits: number;
}

/** Below this a relative changes nothing that anybody could see. */
const NEGLIGIBLE_MILLIBITS = -10;

function furtherLikelihood(relative: number, { givenNames }: PairVector, weights: Weights): number {
  const { secondLevel, secondWeight } = givenNames;
  return secondLevel < 0 ? 0 : weights.further_names.weighRelative(relative, secondLevel, secondWeight);
}

function likelihood(relative: number, vector: PairVector, weights: Weights): number {
  const { surname, givenNames, place } = vector;
  return (
    weights.surname.weighRelative(relative, surname.level, surname.weight) +
    weights.given_names.weighRelative(relative, givenNames.level, givenNames.weight) +
    furtherLikelihood(relative, vector, weights) +
    weights.birth_date.weighRelative(relative, vector.birthDate, weights.birth_date.weigh(vector.birthDate, 0)) +
    weights.birth_place.weighRelative(relative, place.level, weights.birth_place.weigh(place.level, place.ppb)) +
    weights.bsn.weighRelative(relative, vector.bsn, weights.bsn.weigh(vector.bsn, 0))
  );
}

/**
 * Three explanations compete: the same person, a stranger, and a relative who shares name, birth date or birth place by
 * birth. Bayes: posterior odds = same / (stranger + relatives); with the stranger as 1, what the relatives add to the
 * denominator is a term of its own, −log2(1 + Σ relatives), so that all terms and the prior still add up.
 */
export function relativeTerm(
  vector: PairVector,
  weights: Weights,
  priorMilliBits: number,
  relativeMilliBits: readonly number[],
): RelativeTerm {
  let total = 0;
  let most = 0;
  let relative = -1;
  for (let index = 0; index < RELATIVES.length; index += 1) {
    const odds = 2 ** ((priorMilliBits + relativeMilliBits[index]! + likelihood(index, vector, weights)) / 1000);
    total += odds;
    if (odds > most) {
      most = odds;
      relative = index;
    }
  }
  const milliBits = Math.round(-1000 * Math.log2(1 + total));
  return milliBits > NEGLIGIBLE_MILLIBITS ? { relative: -1, milliBits: 0 } : { relative, milliBits };
}
