import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Fact } from '../domain/case.ts';
import type { RatingLevel } from '../domain/rating.ts';
import type { RelevanceReason } from '../domain/relevance.ts';
import type { TextCode } from '../domain/text-code.ts';
import { type Classification, classify } from './classify.ts';
import type { FactAge } from './fact-age.ts';
import type { RatingInput } from './input.ts';
import { lower, MODIFIERS } from './modifiers.ts';
import type { Offence } from './offence.ts';
import type { Policy } from './policy.ts';
import type { SeriesFact } from './series.ts';
import { type Standing, standingOf } from './standing.ts';

/** A fact, what it is in law and how it stands. */
export interface SeenFact extends SeriesFact {
  readonly classification: Classification;
  readonly standing: Standing;
}

export interface FactToRate extends SeenFact {
  readonly age: FactAge;
  readonly ageAtActYears: number | null;
  readonly seriesLength: number;
}

interface Decided {
  readonly level: RatingLevel;
  readonly ruleId: string;
  readonly reasons: readonly TextCode<RelevanceReason>[];
}

export function look(fact: Fact, today: CalendarDate, policy: Policy): SeenFact {
  const classification = classify(fact, policy.catalogue);
  const standing = standingOf(fact.decisions, policy.table, today);
  return { fact, classification, standing, tier: classification.offence?.tier ?? null, disposal: standing.disposal };
}

/** The level of one fact, the rule that decided it, and every step on the way. */
export function levelOf(fact: FactToRate, input: RatingInput, policy: Policy): Decided {
  if (policy.table.modifiers.ERASE.disposals.includes(fact.disposal)) return erased(fact);
  const { offence } = fact.classification;
  return offence === null ? unknown(fact, input, policy) : known(fact, offence, input, policy);
}

function erased({ classification, standing }: FactToRate): Decided {
  const reasons: readonly TextCode<RelevanceReason>[] = [...classification.reasons, ...standing.reasons];
  return { level: 'none', ruleId: 'ERASE', reasons: [...reasons, { code: 'ERASE' }] };
}

/** Never none: what the catalogue does not know a person must classify, unless the law says to forget it. */
function unknown({ classification, standing }: FactToRate, input: RatingInput, { table }: Policy): Decided {
  const { atMost } = table.modifiers.PARTNER_CONTEXT;
  const level = input.subjectKind === 'partner' ? lower(table.unknownOffence, atMost) : table.unknownOffence;
  return { level, ruleId: 'CLASSIFICATION_NEEDED', reasons: [...classification.reasons, ...standing.reasons] };
}

/** The cell of the table, then every modifier in turn. The rule that decided is the last one that changed the level. */
function known(fact: FactToRate, offence: Offence, input: RatingInput, policy: Policy): Decided {
  const functionClass = input.functionClass === 'increased_risk' ? 'F1' : 'F0';
  const cell = `${offence.tier}-${fact.disposal}-${functionClass}`;
  let level: RatingLevel = policy.table.table[offence.tier][fact.disposal][functionClass];
  let ruleId = cell;
  const reasons: TextCode<RelevanceReason>[] = [
    ...reasonsBefore(fact, offence, functionClass),
    { code: 'CELL', params: { cell, level } },
    ...reasonsOfAge(fact.age),
  ];
  const context = {
    ...fact,
    offence,
    unsuspendedCustody: hasUnsuspendedCustody(fact.fact, policy),
    subjectKind: input.subjectKind,
    today: input.today,
  };
  for (const modifier of MODIFIERS) {
    const step = modifier(level, context, policy.table);
    if (step === null) continue;
    reasons.push(step.reason);
    if (step.level === level) continue;
    level = step.level;
    ruleId = step.reason.code;
  }
  return { level, ruleId, reasons };
}

function reasonsBefore(
  { classification, standing, disposal }: FactToRate,
  { tier }: Offence,
  functionClass: 'F0' | 'F1',
): readonly TextCode<RelevanceReason>[] {
  return [
    ...classification.reasons,
    { code: 'TIER', params: { tier } },
    ...standing.reasons,
    { code: 'DISPOSAL', params: { disposal } },
    { code: functionClass === 'F1' ? 'CLASS_INCREASED_RISK' : 'CLASS_STANDARD' },
  ];
}

function reasonsOfAge({ kind, detentionDays }: FactAge): readonly TextCode<RelevanceReason>[] {
  if (kind === 'unknown') return [{ code: 'REFERENCE_DATE_UNKNOWN' }];
  return detentionDays > 0 ? [{ code: 'DETENTION_ADDED', params: { days: detentionDays } }] : [];
}

function hasUnsuspendedCustody(fact: Fact, { table }: Policy): boolean {
  const penalties = fact.decisions.flatMap((decision) => decision.penalties);
  return penalties.some((penalty) => !penalty.suspended && table.custody.includes(penalty.kind));
}
