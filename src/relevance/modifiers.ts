import type { CalendarDate } from '../domain/calendar-date.ts';
import { compareRating, RATING_LEVELS, type RatingLevel } from '../domain/rating.ts';
import type { RelevanceReason } from '../domain/relevance.ts';
import type { SubjectKind } from '../domain/subject.ts';
import type { TextCode } from '../domain/text-code.ts';
import type { Classification } from './classify.ts';
import { type FactAge, isAtLeast, isOlderThan } from './fact-age.ts';
import type { Offence } from './offence.ts';
import type { PolicyTable } from './policy-table.ts';
import type { Standing } from './standing.ts';

/** Everything a modifier may look at. */
interface FactInContext {
  readonly offence: Offence;
  readonly classification: Classification;
  readonly standing: Standing;
  readonly age: FactAge;
  /** Any unsuspended custody in the fact's decisions. */
  readonly unsuspendedCustody: boolean;
  readonly ageAtActYears: number | null;
  /** Facts in the fullest series that contains this one, itself included. */
  readonly seriesLength: number;
  readonly subjectKind: SubjectKind;
  readonly today: CalendarDate;
}

/** A modifier that applied: the level after it and the reason it gives. */
interface Step {
  readonly level: RatingLevel;
  readonly reason: TextCode<RelevanceReason>;
}

/** One modifier of the policy; null when it does not apply. Its rule id is the reason's code. */
type Modifier = (level: RatingLevel, context: FactInContext, rules: PolicyTable) => Step | null;

/** In the order of `policy.json`: age of the fact, age at the act, floors, and last the cap for partners. */
export const MODIFIERS: readonly Modifier[] = [ageing, youth, office, series, partner];

function ageing(level: RatingLevel, context: FactInContext, { modifiers }: PolicyTable): Step | null {
  const { AGED, AGED_BEYOND, AGED_SEVERE, AGED_UNLIMITED } = modifiers;
  const beyond = isOlderThan(context.age, AGED_BEYOND.overYears, context.today);
  if (beyond && !AGED_UNLIMITED.categories.includes(context.offence.category)) {
    const { minPenaltyMonths, untilYears } = AGED_SEVERE;
    const severe = context.unsuspendedCustody && (context.classification.maxPenaltyMonths ?? 0) >= minPenaltyMonths;
    return severe && !isOlderThan(context.age, untilYears, context.today)
      ? { level: lower(level, AGED_SEVERE.level), reason: { code: 'AGED_SEVERE', params: { years: untilYears } } }
      : {
          level: lower(level, AGED_BEYOND.level),
          reason: { code: 'AGED_BEYOND', params: { years: AGED_BEYOND.overYears } },
        };
  }
  if (!isOlderThan(context.age, AGED.overYears, context.today)) return null;
  if (AGED.exceptDisposals.includes(context.standing.disposal)) return null;
  const reason = { code: beyond ? 'AGED_UNLIMITED' : 'AGED', params: { years: AGED.overYears } } as const;
  return { level: stepDown(level, AGED.stepsDown), reason };
}

/** Only one of the two: who was under 18 was also under 23. An unknown age lowers nothing. */
function youth(level: RatingLevel, context: FactInContext, { modifiers }: PolicyTable): Step | null {
  const { MINOR, YOUNG_ADULT } = modifiers;
  const { ageAtActYears: years, offence, age, today } = context;
  if (years === null) return null;
  if (years < MINOR.underYears) {
    return { level: stepDown(level, MINOR.stepsDown), reason: { code: 'MINOR', params: { years: MINOR.underYears } } };
  }
  if (years >= YOUNG_ADULT.underYears || !isAtLeast(age, YOUNG_ADULT.elapsedYears, today)) return null;
  const { categories, months } = YOUNG_ADULT.exceptFromPenalty;
  const grave = categories.includes(offence.category) && (context.classification.maxPenaltyMonths ?? 0) >= months;
  if (grave || YOUNG_ADULT.exceptCategories.includes(offence.category)) return null;
  const params = { years: YOUNG_ADULT.underYears, elapsed: YOUNG_ADULT.elapsedYears };
  return { level: stepDown(level, YOUNG_ADULT.stepsDown), reason: { code: 'YOUNG_ADULT', params } };
}

function office(level: RatingLevel, context: FactInContext, { modifiers }: PolicyTable): Step | null {
  const rule = modifiers.OFFICE;
  const applies = context.classification.qualifiers.some((qualifier) => qualifier.office);
  return applies && floorHolds(context, rule) ? raised(level, rule.atLeast, { code: 'OFFICE' }) : null;
}

function series(level: RatingLevel, context: FactInContext, { modifiers }: PolicyTable): Step | null {
  const rule = modifiers.SERIES;
  if (context.seriesLength < rule.facts || !floorHolds(context, rule)) return null;
  const params = { facts: context.seriesLength, months: rule.months };
  return raised(level, rule.atLeast, { code: 'SERIES', params });
}

/** A floor lifts nothing that ended in the subject's favour, and nothing that the look-back has left behind. */
function floorHolds(context: FactInContext, rule: PolicyTable['modifiers']['OFFICE']): boolean {
  return (
    rule.disposals.includes(context.standing.disposal) && !isOlderThan(context.age, rule.notBeyondYears, context.today)
  );
}

function partner(level: RatingLevel, context: FactInContext, { modifiers }: PolicyTable): Step | null {
  if (context.subjectKind !== 'partner') return null;
  const { tiers, disposals, atMost } = modifiers.PARTNER_CONTEXT;
  const counts = tiers.includes(context.offence.tier) && disposals.includes(context.standing.disposal);
  return counts
    ? { level: lower(level, atMost), reason: { code: 'PARTNER_CONTEXT' } }
    : { level: 'none', reason: { code: 'PARTNER_OUTSIDE' } };
}

function raised(level: RatingLevel, atLeast: RatingLevel, reason: TextCode<RelevanceReason>): Step {
  return { level: compareRating(level, atLeast) <= 0 ? level : atLeast, reason };
}

/** The less serious of two levels. */
export function lower(a: RatingLevel, b: RatingLevel): RatingLevel {
  return compareRating(a, b) >= 0 ? a : b;
}

function stepDown(level: RatingLevel, steps: number): RatingLevel {
  return RATING_LEVELS[RATING_LEVELS.indexOf(level) + steps] ?? 'none';
}
