import type { SubjectId } from './ids.ts';

/** Bands at or above the task threshold. */
export const BANDS = ['strong', 'likely', 'possible'] as const;
export type Band = (typeof BANDS)[number];

/** What is known of the BSN on both sides. `unusable` = given on a side but fails the elfproef. */
export type BsnState = 'equal' | 'different' | 'absent' | 'unusable';

/** One step of the evidence, in the order shown: an attribute's level and what it is worth. */
export interface EvidenceTerm {
  /** `surname`, `given_names`, `birth_date`, `bsn`, `calibration`, `relative`, … named by `matching`. */
  readonly attribute: string;
  /** The named outcome of the comparison: `missing`, `exact`, `transposed`, … */
  readonly level: string;
  /** log2 Bayes factor in thousandths of a bit; positive speaks for the same person. Integer. */
  readonly weightMilliBits: number;
  /** The share of people bearing the agreeing value, in parts per billion, where the weight used one. Integer. */
  readonly frequencyPpb?: number;
  /** Which recorded form of the subject matched: `birth_name`, `partner_name`, `alias`, `call_name`, … */
  readonly form?: string;
}

/** Everything that is needed to say again how probable a hit was (promise P7). Holds levels, never names or dates. */
export interface HitEvidence {
  readonly modelVersion: string;
  /** log2 prior odds of this pair in thousandths of a bit; with the terms it adds up to the log2 posterior odds. */
  readonly priorMilliBits: number;
  readonly registerSize: number;
  readonly terms: readonly EvidenceTerm[];
  /** The first blocking rule, in the model's order, that paired entry and subject. */
  readonly blockingRule: string;
  /** Chance matches at least this good expected per 10,000 entries. */
  readonly expectedChancePer10k: number;
}

/** A candidate at or above the task threshold. */
export interface Hit {
  readonly subjectId: SubjectId;
  readonly subjectVersion: number;
  /** 0–1, before the two BSN rules. */
  readonly probability: number;
  /** After two rules that stand above probability: an equal valid BSN is at least `possible`, two different at most. */
  readonly band: Band;
  readonly bsnState: BsnState;
  readonly evidence: HitEvidence;
}

/** The probability that the evidence adds up to. */
export function probabilityOf(evidence: Pick<HitEvidence, 'priorMilliBits' | 'terms'>): number {
  const milliBits = evidence.terms.reduce((sum, term) => sum + term.weightMilliBits, evidence.priorMilliBits);
  return 1 / (1 + 2 ** (-milliBits / 1000));
}
