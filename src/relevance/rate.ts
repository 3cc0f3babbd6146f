import { compareRating, type Rating, type RatingLevel } from '../domain/rating.ts';
import type { FactRating, OffenceSummary, RelevanceReason } from '../domain/relevance.ts';
import type { TextCode } from '../domain/text-code.ts';
import { type Classification, classify, referenceOf } from './classify.ts';
import { ageOfFact, type FactAge } from './fact-age.ts';
import type { RatedFact, RatingInput } from './input.ts';
import { lower, MODIFIERS } from './modifiers.ts';
import type { Offence } from './offence.ts';
import type { Policy } from './policy.ts';
import { factsInSeries, type SeriesFact } from './series.ts';
import { type Standing, standingOf } from './standing.ts';

/** The rating of a case: that of its most serious fact, the first of these in the order of the case. Pure. */
export function rate(input: RatingInput, policy: Policy): Rating {
  const [highest] = factRatings(input, policy).toSorted((a, b) => compareRating(a.rating.level, b.rating.level));
  if (highest !== undefined) return highest.rating;
  return { level: 'none', ruleId: 'NO_FACTS', reasons: [{ code: 'NO_FACTS' }], policyVersion: policy.version };
}

/** Every fact's rating, in the order of the case, with what a reviewer needs to judge it (review rules, "B"). Pure. */
export function factRatings(input: RatingInput, policy: Policy): readonly FactRating[] {
  const seen = input.facts.map((rated) => ({ rated, ...look(rated.fact, input, policy) }));
  const earlier = input.confirmedEarlierFacts.map((fact) => look(fact, input, policy));
  const all: readonly SeriesFact[] = [...seen, ...earlier];
  return seen.map((about) => rateFact(about, factsInSeries(about, all, policy.table.modifiers.SERIES), input, policy));
}

interface Seen extends SeriesFact {
  readonly classification: Classification;
  readonly standing: Standing;
}

function look(fact: RatedFact['fact'], { today }: RatingInput, policy: Policy): Seen {
  const classification = classify(fact, policy.catalogue);
  const standing = standingOf(fact.decisions, policy.table, today);
  return { fact, classification, standing, tier: classification.offence?.tier ?? null, disposal: standing.disposal };
}

function rateFact(
  about: Seen & { readonly rated: RatedFact },
  seriesLength: number,
  input: RatingInput,
  policy: Policy,
): FactRating {
  const { fact, classification, standing, rated } = about;
  const { offence } = classification;
  const { modifiers } = policy.table;
  const age = ageOfFact(fact, offence?.category ?? null, policy.table, input.today);
  const erase = modifiers.ERASE.disposals.includes(standing.disposal);
  const proposeClose = modifiers.PROPOSE_CLOSE.disposals.includes(standing.disposal);
  const decided = erase
    ? erased(about)
    : offence === null
      ? unknown(about, input, policy)
      : known(about, offence, age, seriesLength, input, policy);
  const closing: TextCode<RelevanceReason>[] = [];
  if (input.reportedBySubject) closing.push({ code: 'SELF_REPORTED' });
  if (proposeClose) closing.push({ code: 'PROPOSE_CLOSE' });
  return {
    factNumber: fact.factNumber,
    rating: { ...decided, reasons: [...decided.reasons, ...closing], policyVersion: policy.version },
    offence: offence === null ? null : summaryOf(offence),
    tier: about.tier,
    disposal: standing.disposal,
    maxPenaltyMonths: classification.maxPenaltyMonths,
    status: standing.status,
    dismissalCode: standing.dismissalCode,
    irrevocable: standing.irrevocable,
    referenceDate: age.date,
    referenceDateKind: age.kind,
    minorAtAct: rated.ageAtActYears !== null && rated.ageAtActYears < modifiers.MINOR.underYears,
    erase,
    proposeClose,
  };
}

type Decided = Pick<Rating, 'level' | 'ruleId'> & { readonly reasons: readonly TextCode<RelevanceReason>[] };

function erased({ classification, standing }: Seen): Decided {
  const reasons: TextCode<RelevanceReason>[] = [...classification.reasons, ...standing.reasons, { code: 'ERASE' }];
  return { level: 'none', ruleId: 'ERASE', reasons };
}

/** Never none: what the catalogue does not know a person must classify, unless the law says to forget it. */
function unknown({ classification, standing }: Seen, input: RatingInput, policy: Policy): Decided {
  const { unknownOffence, modifiers } = policy.table;
  const level =
    input.subjectKind === 'partner' ? lower(unknownOffence, modifiers.PARTNER_CONTEXT.atMost) : unknownOffence;
  return { level, ruleId: 'CLASSIFICATION_NEEDED', reasons: [...classification.reasons, ...standing.reasons] };
}

function known(
  { fact, classification, standing, rated }: Seen & { readonly rated: RatedFact },
  offence: Offence,
  age: FactAge,
  seriesLength: number,
  input: RatingInput,
  policy: Policy,
): Decided {
  const { tier } = offence;
  const { disposal } = standing;
  const functionClass = input.functionClass === 'increased_risk' ? 'F1' : 'F0';
  const cell = `${tier}-${disposal}-${functionClass}`;
  let decided: { readonly level: RatingLevel; readonly ruleId: string } = {
    level: policy.table.table[tier][disposal][functionClass],
    ruleId: cell,
  };
  const reasons: TextCode<RelevanceReason>[] = [
    ...classification.reasons,
    { code: 'TIER', params: { tier } },
    ...standing.reasons,
    { code: 'DISPOSAL', params: { disposal } },
    { code: functionClass === 'F1' ? 'CLASS_INCREASED_RISK' : 'CLASS_STANDARD' },
    { code: 'CELL', params: { cell, level: decided.level } },
  ];
  if (age.kind === 'unknown') reasons.push({ code: 'REFERENCE_DATE_UNKNOWN' });
  if (age.detentionDays > 0) reasons.push({ code: 'DETENTION_ADDED', params: { days: age.detentionDays } });
  const context = {
    offence,
    classification,
    standing,
    age,
    unsuspendedCustody: hasUnsuspendedCustody(fact, policy),
    ageAtActYears: rated.ageAtActYears,
    seriesLength,
    subjectKind: input.subjectKind,
    today: input.today,
  };
  for (const modifier of MODIFIERS) {
    const step = modifier(decided.level, context, policy.table);
    if (step === null) continue;
    reasons.push(step.reason);
    if (step.level !== decided.level) decided = { level: step.level, ruleId: step.reason.code };
  }
  return { ...decided, reasons };
}

function hasUnsuspendedCustody(fact: RatedFact['fact'], policy: Policy): boolean {
  return fact.decisions.some((decision) =>
    decision.penalties.some((penalty) => !penalty.suspended && policy.table.custody.includes(penalty.kind)),
  );
}

function summaryOf(offence: Offence): OffenceSummary {
  const { nameNl, nameEn, category, kind } = offence;
  return { reference: referenceOf(offence), nameNl, nameEn, category, kind };
}
