import type { CalendarDate } from '../domain/calendar-date.ts';
import { compareRating, RATING_LEVELS, type RatingLevel } from '../domain/rating.ts';
import type { RelevanceReason } from '../domain/relevance.ts';
import type { SubjectKind } from '../domain/subject.ts';
import type { TextCode, TextParams } from '../domain/text-code.ts';
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
  const { AGED, AGED_BEYOND, AGED_UNLIMITED } = modifiers;
  const beyond = isOlderThan(context.age, AGED_BEYOND.overYears, context.today);
  const unlimited = AGED_UNLIMITED.categories.includes(context.offence.category);
  if (beyond && !unlimited) return pastLookBack(level, context, modifiers);
  if (!isOlderThan(context.age, AGED.overYears, context.today)) return null;
  if (AGED.exceptDisposals.includes(context.standing.disposal)) return null;
  return step(beyond ? 'AGED_UNLIMITED' : 'AGED', stepDown(level, AGED.stepsDown), { years: AGED.overYears });
}

function pastLookBack(level: RatingLevel, context: FactInContext, modifiers: PolicyTable['modifiers']): Step {
  const { AGED_BEYOND, AGED_SEVERE } = modifiers;
  const { maxPenaltyMonths } = context.classification;
  const severe = context.unsuspendedCustody && (maxPenaltyMonths ?? 0) >= AGED_SEVERE.minPenaltyMonths;
  const { untilYears: years } = AGED_SEVERE;
  if (severe && !isOlderThan(context.age, years, context.today)) {
    return step('AGED_SEVERE', lower(level, AGED_SEVERE.level), { years });
  }
  return step('AGED_BEYOND', lower(level, AGED_BEYOND.level), { years: AGED_BEYOND.overYears });
}

/** Only one of the two: who was under 18 was also under 23. An unknown age lowers nothing. */
function youth(level: RatingLevel, context: FactInContext, { modifiers }: PolicyTable): Step | null {
  const { MINOR, YOUNG_ADULT } = modifiers;
  const { ageAtActYears, offence, age, today } = context;
  if (ageAtActYears === null) return null;
  if (ageAtActYears < MINOR.underYears) {
    return step('MINOR', stepDown(level, MINOR.stepsDown), { years: MINOR.underYears });
  }
  const { underYears, elapsedYears, exceptCategories, exceptFromPenalty } = YOUNG_ADULT;
  if (ageAtActYears >= underYears || !isAtLeast(age, elapsedYears, today)) return null;
  const { categories, months } = exceptFromPenalty;
  const grave = categories.includes(offence.category) && (context.classification.maxPenaltyMonths ?? 0) >= months;
  if (grave || exceptCategories.includes(offence.category)) return null;
  return step('YOUNG_ADULT', stepDown(level, YOUNG_ADULT.stepsDown), { years: underYears, elapsed: elapsedYears });
}

function office(level: RatingLevel, context: FactInContext, { modifiers }: PolicyTable): Step | null {
  const rule = modifiers.OFFICE;
  const applies = context.classification.qualifiers.some((qualifier) => qualifier.office);
  return applies && floorHolds(context, rule) ? step('OFFICE', higher(level, rule.atLeast)) : null;
}

function series(level: RatingLevel, context: FactInContext, { modifiers }: PolicyTable): Step | null {
  const rule = modifiers.SERIES;
  if (context.seriesLength < rule.facts || !floorHolds(context, rule)) return null;
  return step('SERIES', higher(level, rule.atLeast), { facts: context.seriesLength, months: rule.months });
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
  return counts ? step('PARTNER_CONTEXT', lower(level, atMost)) : step('PARTNER_OUTSIDE', 'none');
}

/** The reason says the level that the step leads to, so that reasons read as a staircase. */
function step(code: RelevanceReason, level: RatingLevel, params: TextParams = {}): Step {
  return { level, reason: { code, params: { ...params, level } } };
}

/** The less serious of two levels. */
export function lower(a: RatingLevel, b: RatingLevel): RatingLevel {
  return compareRating(a, b) >= 0 ? a : b;
}

function higher(a: RatingLevel, b: RatingLevel): RatingLevel {
  return compareRating(a, b) <= 0 ? a : b;
}

function stepDown(level: RatingLevel, steps: number): RatingLevel {
  return RATING_LEVELS[RATING_LEVELS.indexOf(level) + steps] ?? 'none';
}
