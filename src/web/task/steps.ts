import type { HitEvidence } from '../../domain/hit.ts';
import { levelSentence } from '../../texts/matching.ts';
import { count } from '../format.ts';
import type { AccountVisit } from '../visit.ts';

/** One step from the prior to the total, in thousandths of a bit. */
export interface Step {
  /** A few words, for the chart. */
  readonly name: string;
  /** A sentence, for the table. */
  readonly says: string;
  /** Where the step begins and ends. */
  readonly from: number;
  readonly to: number;
  /** `total`: not a step but where the others lead. */
  readonly kind: 'prior' | 'term' | 'total';
}

/** The words of a level before its colon: the name of the field. */
function nameOf(sentence: string): string {
  return sentence.split(':')[0] ?? sentence;
}

/** The evidence of a hit as steps, in the order in which the model gives them; terms worth nothing are left out. */
export function stepsOf(
  { say, language }: AccountVisit,
  { priorMilliBits, registerSize, terms }: HitEvidence,
): readonly Step[] {
  const steps: Step[] = [
    {
      ...{ name: say('identity.prior.short'), says: say('identity.prior', { size: count(registerSize, language) }) },
      ...{ from: 0, to: priorMilliBits, kind: 'prior' },
    },
  ];
  let from = priorMilliBits;
  for (const { attribute, level, weightMilliBits } of terms) {
    if (weightMilliBits === 0) continue;
    const says = levelSentence({ code: `${attribute}.${level}` }, language);
    steps.push({ name: nameOf(says), says, from, to: from + weightMilliBits, kind: 'term' });
    from += weightMilliBits;
  }
  const total = say('identity.total');
  return [...steps, { name: total, says: total, from: 0, to: from, kind: 'total' }];
}
