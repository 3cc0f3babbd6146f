import type { Access } from '../../../src/domain/access.ts';
import { ScreeningError } from '../../../src/domain/errors.ts';
import type { EpochMs } from '../../../src/domain/ids.ts';
import { FULL_SIGHT, lastDays, type StatisticsSight, statisticsSight } from '../../../src/review/statistics.ts';
import type { ReviewStatistics, StatisticsStore } from '../../contract/statistics.ts';
import { accountById } from '../administration/account-rows.ts';
import type { Engine } from '../engine.ts';
import { look } from '../transact.ts';
import { ruleFigures } from './rules.ts';
import { identityVerdicts, relevanceVerdicts } from './verdicts.ts';
import { backlog, closed, inflow, overdue } from './workload.ts';

const MOST_DAYS = 366;

function sightOf(engine: Engine, { actor }: Access): StatisticsSight {
  if (actor.kind === 'system') return FULL_SIGHT;
  const account = accountById(engine, actor.accountId);
  if (account === null) throw new ScreeningError('ACCOUNT_UNKNOWN');
  const sight = statisticsSight(account);
  if (sight === null) throw new ScreeningError('ROLE_FORBIDS');
  return sight;
}

function statistics(engine: Engine, sight: StatisticsSight, daysBack: number, at: EpochMs): ReviewStatistics {
  const { queries } = engine;
  const days = lastDays(Math.min(Math.max(Math.trunc(daysBack), 1), MOST_DAYS), at);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a period of no days was asked for');
  const since = first.from;
  return {
    ...{ firstDay: first.day, lastDay: last.day },
    inflow: inflow(queries, days, since, sight.ratings),
    backlog: backlog(queries, at, sight.ratings),
    overdue: sight.ratings ? overdue(queries, at) : null,
    ...closed(queries, since, sight.ratings),
    verdicts: sight.verdicts ? identityVerdicts(queries, days, since) : null,
    relevance: sight.ratings && sight.verdicts ? relevanceVerdicts(queries, since) : null,
    rules: sight.rules ? ruleFigures(queries, since) : null,
  };
}

export function statisticsStore(engine: Engine): StatisticsStore {
  return {
    readStatistics: (access, days, at) =>
      look(engine, access, 'read_statistics', (tx) => {
        tx.note({ days });
        return statistics(engine, sightOf(engine, access), days, at);
      }),
  };
}
