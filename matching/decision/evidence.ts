import type { EvidenceTerm, HitEvidence } from '../../src/domain/hit.ts';
import { MATCH_LEVELS, type MatchAttribute } from '../../src/domain/match-level.ts';
import type { PairVector } from '../comparison/pair-comparer.ts';
import type { Model } from '../model.ts';
import { relativeTerm } from './relatives.ts';
import { RELATIVES } from './weights.ts';

/** What a reviewer said before about the same source person and a subject. */
export type KnownPair = 'confirmed' | 'dismissed';

/** A confirmed pair is taken as near certain, unless its new evidence speaks plainly against it (own estimate). */
export const CONFIRMED_MILLIBITS = 10_000;

/** What surrounds a pair's vector. */
export interface EvidenceContext {
  readonly model: Model;
  readonly priorMilliBits: number;
  readonly registerSize: number;
  readonly blockingRule: string;
  readonly knownPair: KnownPair | null;
}

function term(attribute: MatchAttribute, level: number, weight: number): EvidenceTerm {
  return { attribute, level: MATCH_LEVELS[attribute][level] ?? '', weightMilliBits: weight };
}

interface Weighed {
  readonly level: number;
  readonly ppb: number;
  readonly weight: number;
}

function frequencyTerm(model: Model, attribute: MatchAttribute, { level, ppb, weight }: Weighed): EvidenceTerm {
  const plain = term(attribute, level, weight);
  return model.weights[attribute].usesFrequency(level) ? { ...plain, frequencyPpb: ppb } : plain;
}

function nameTerms(model: Model, vector: PairVector): readonly EvidenceTerm[] {
  const { surname, givenNames, form } = vector;
  const formLevel = MATCH_LEVELS.name_form[form] ?? 'birth_name';
  const terms: EvidenceTerm[] = [{ ...frequencyTerm(model, 'surname', surname), form: formLevel }];
  if (surname.secondLevel >= 0) terms.push(term('particle', surname.secondLevel, surname.secondWeight));
  terms.push(frequencyTerm(model, 'given_names', givenNames));
  if (givenNames.secondLevel >= 0) terms.push(term('further_names', givenNames.secondLevel, givenNames.secondWeight));
  terms.push(term('name_form', form, model.weights.name_form.weigh(form, 0)));
  return terms;
}

/** Expected pairs of strangers at least this good: no more than one in 2^weight of all pairs (Markov's inequality on the likelihood ratio). */
function chancePer10k(calibratedMilliBits: number, registerSize: number): number {
  return Math.min(10_000 * registerSize, 10_000 * registerSize * 2 ** (-calibratedMilliBits / 1000));
}

/** The whole evidence of a pair; its terms and prior add up to the log2 odds, to the thousandth of a bit. */
export function makeEvidence(vector: PairVector, context: EvidenceContext): HitEvidence {
  const { model, priorMilliBits, registerSize } = context;
  const { weights } = model;
  const { level, ppb } = vector.place;
  const compared: EvidenceTerm[] = [
    term('bsn', vector.bsn, weights.bsn.weigh(vector.bsn, 0)),
    term('birth_date', vector.birthDate, weights.birth_date.weigh(vector.birthDate, 0)),
    ...nameTerms(model, vector),
    frequencyTerm(model, 'birth_place', { level, ppb, weight: weights.birth_place.weigh(level, ppb) }),
    term('sex', vector.sex, weights.sex.weigh(vector.sex, 0)),
  ];
  const raw = compared.reduce((sum, { weightMilliBits }) => sum + weightMilliBits, 0);
  const calibrated = model.calibrate(raw);
  const relative = relativeTerm(vector, weights, priorMilliBits, model.relativeMilliBits);
  const terms = [...compared];
  if (calibrated !== raw) terms.push(term('calibration', 0, calibrated - raw));
  if (relative.relative >= 0) {
    const level = RELATIVES[relative.relative] ?? 'none';
    terms.push({ attribute: 'relative', level, weightMilliBits: relative.milliBits });
  }
  if (context.knownPair !== null) {
    const weight = context.knownPair === 'confirmed' ? CONFIRMED_MILLIBITS : 0;
    terms.push({ attribute: 'known_pair', level: context.knownPair, weightMilliBits: weight });
  }
  return {
    modelVersion: model.version,
    priorMilliBits,
    registerSize,
    terms,
    blockingRule: context.blockingRule,
    expectedChancePer10k: chancePer10k(calibrated, registerSize),
  };
}
