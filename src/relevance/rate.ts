import { compareRating, type Rating } from '../domain/rating.ts';
import type { FactRating, OffenceSummary, RelevanceReason } from '../domain/relevance.ts';
import type { TextCode } from '../domain/text-code.ts';
import { referenceOf } from './classify.ts';
import { ageOfFact } from './fact-age.ts';
import type { RatingInput } from './input.ts';
import type { Offence } from './offence.ts';
import type { Policy } from './policy.ts';
import { type FactToRate, levelOf, look } from './rate-fact.ts';
import { factsInSeries, type SeriesFact } from './series.ts';

/** The rating of a case: that of its most serious fact, the first of these in the order of the case. Pure. */
export function rate(input: RatingInput, policy: Policy): Rating {
  const [highest] = factRatings(input, policy).toSorted((a, b) => compareRating(a.rating.level, b.rating.level));
  if (highest !== undefined) return highest.rating;
  return { level: 'none', ruleId: 'NO_FACTS', reasons: [{ code: 'NO_FACTS' }], policyVersion: policy.version };
}

/** Every fact's rating, in the order of the case, with what a reviewer needs to judge it (review rules, "B"). Pure. */
export function factRatings(input: RatingInput, policy: Policy): readonly FactRating[] {
  const { SERIES, ERASE, PROPOSE_CLOSE, MINOR } = policy.table.modifiers;
  const seen = input.facts.map(({ fact, ageAtActYears }) => ({ ...look(fact, input.today, policy), ageAtActYears }));
  const earlier = input.confirmedEarlierFacts.map((fact) => look(fact, input.today, policy));
  const all: readonly SeriesFact[] = [...seen, ...earlier];
  return seen.map((about) => {
    const { fact, classification, standing, disposal, tier, ageAtActYears } = about;
    const { offence, maxPenaltyMonths } = classification;
    const age = ageOfFact(fact, offence?.category ?? null, policy.table, input.today);
    const toRate: FactToRate = { ...about, age, seriesLength: factsInSeries(about, all, SERIES) };
    const proposeClose = PROPOSE_CLOSE.disposals.includes(disposal);
    const { level, ruleId, reasons } = levelOf(toRate, input, policy);
    const closing = closingReasons(input.reportedBySubject, proposeClose);
    return {
      factNumber: fact.factNumber,
      rating: { level, ruleId, reasons: [...reasons, ...closing], policyVersion: policy.version },
      offence: offence === null ? null : summaryOf(offence),
      tier,
      disposal,
      maxPenaltyMonths,
      status: standing.status,
      dismissalCode: standing.dismissalCode,
      irrevocable: standing.irrevocable,
      referenceDate: age.date,
      referenceDateKind: age.kind,
      minorAtAct: ageAtActYears !== null && ageAtActYears < MINOR.underYears,
      erase: ERASE.disposals.includes(disposal),
      proposeClose,
    };
  });
}

/** Reasons that are said and change nothing. */
function closingReasons(reportedBySubject: boolean, proposeClose: boolean): readonly TextCode<RelevanceReason>[] {
  const reported = reportedBySubject ? [{ code: 'SELF_REPORTED' } as const] : [];
  return proposeClose ? [...reported, { code: 'PROPOSE_CLOSE' }] : reported;
}

function summaryOf(offence: Offence): OffenceSummary {
  const { nameNl, nameEn, category, kind } = offence;
  return { reference: referenceOf(offence), nameNl, nameEn, category, kind };
}
