import { and, count, gte, isNotNull, ne } from 'drizzle-orm';
import type { EpochMs } from '../../../src/domain/ids.ts';
import { compareRating } from '../../../src/domain/rating.ts';
import type { RuleFigure } from '../../contract/statistics.ts';
import { dispositions, tasks } from '../../schema/tasks.ts';
import type { Queries } from '../engine.ts';
import { identityFigure, relevanceFigure, standing } from './verdicts.ts';

function alarmsByRule(queries: Queries, since: EpochMs) {
  return queries
    .select({ ruleId: tasks.ruleId, tasks: count() })
    .from(tasks)
    .where(and(gte(tasks.createdAt, since), ne(tasks.state, 'withdrawn'), isNotNull(tasks.ruleId)))
    .groupBy(tasks.ruleId)
    .all();
}

function answersByRule(queries: Queries, question: 'identity' | 'relevance', since: EpochMs) {
  const { ruleId, verdict, proposedRating, overriddenRating } = dispositions;
  return queries
    .select({ ruleId, verdict, proposedRating, overriddenRating, tasks: count() })
    .from(dispositions)
    .where(and(standing(queries, question, since), isNotNull(ruleId)))
    .groupBy(ruleId, verdict, proposedRating, overriddenRating)
    .all();
}

type Answers = ReturnType<typeof answersByRule>;

/** @param sign of the comparison: -1 counts what was rated as more serious than the rule said, 1 as less */
function overridden(answers: Answers, sign: -1 | 1): number {
  return answers.reduce((sum, { proposedRating, overriddenRating, tasks: some }) => {
    if (proposedRating === null || overriddenRating === null) return sum;
    return Math.sign(compareRating(overriddenRating, proposedRating)) === sign ? sum + some : sum;
  }, 0);
}

/** What each rule of the policy brought about; rules of erased cases are forgotten with them. */
export function ruleFigures(queries: Queries, since: EpochMs): RuleFigure[] {
  const alarms = alarmsByRule(queries, since);
  const identity = answersByRule(queries, 'identity', since);
  const relevance = answersByRule(queries, 'relevance', since);
  const ruleIds = new Set([...alarms, ...identity, ...relevance].map(({ ruleId }) => ruleId ?? ''));
  return [...ruleIds].toSorted().map((ruleId) => {
    const ofRule = (answers: Answers): Answers => answers.filter((answer) => answer.ruleId === ruleId);
    const { samePerson, someoneElse } = identityFigure(ofRule(identity));
    return {
      ruleId,
      tasks: alarms.find((alarm) => alarm.ruleId === ruleId)?.tasks ?? 0,
      ...{ samePerson, someoneElse },
      ...relevanceFigure(ofRule(relevance)),
      raised: overridden(ofRule(relevance), -1),
      lowered: overridden(ofRule(relevance), 1),
    };
  });
}
