import { z } from 'zod';
import { BANDS } from '../../domain/hit.ts';
import { RATING_LEVELS } from '../../domain/rating.ts';
import { AGE_CLASSES } from '../../review/statistics.ts';

const count = z.int().min(0);
const day = z.iso.date();

const figure = { all: count, byRating: z.record(z.enum(RATING_LEVELS), count).nullable().readonly() };
const identity = { samePerson: count, someoneElse: count, cannotTell: count };
const relevance = { notRelevant: count, watch: count, proposed: count };
const ages = z.array(z.object({ age: z.enum(AGE_CLASSES), ...figure }).readonly()).readonly();

/** `ReviewStatistics` of the Store: what the role of the token may not see is null. */
export const statisticsSchema = z.object({
  firstDay: day,
  lastDay: day,
  inflow: z.array(z.object({ day, ...figure }).readonly()).readonly(),
  backlog: ages,
  overdue: z.object(figure).readonly().nullable(),
  closed: ages,
  medianHoursToClose: z.number().nullable(),
  verdicts: z
    .object({
      byBand: z.array(z.object({ band: z.enum(BANDS), ...identity }).readonly()).readonly(),
      byWeek: z.array(z.object({ monday: day, ...identity }).readonly()).readonly(),
    })
    .readonly()
    .nullable(),
  relevance: z
    .array(z.object({ rating: z.enum(RATING_LEVELS), ...relevance }).readonly())
    .readonly()
    .nullable(),
  rules: z
    .array(
      z
        .object({
          ...{ ruleId: z.string(), tasks: count, samePerson: count, someoneElse: count },
          ...{ ...relevance, raised: count, lowered: count },
        })
        .readonly(),
    )
    .readonly()
    .nullable(),
});
