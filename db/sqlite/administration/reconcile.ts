import { and, asc, count, eq, exists, inArray, isNotNull, isNull, ne, notExists, or, type SQL, sql } from 'drizzle-orm';
import { CANARY_SENDER, type OutcomeCounts } from '../../../src/domain/delivery.ts';
import type { DeliveryKey } from '../../../src/domain/ids.ts';
import type { Reconciliation } from '../../contract/administration.ts';
import { cases } from '../../schema/cases.ts';
import { chunks, deliveries, lines } from '../../schema/deliveries.ts';
import { tasks } from '../../schema/tasks.ts';
import { expiredLines } from '../deliveries/expired.ts';
import { countLines } from '../deliveries/status.ts';
import type { Queries } from '../engine.ts';

type Fault = Reconciliation['faults'][number];

const one = { one: sql`1` };

/** Rules that hold for every line, and what a line is called that breaks one. */
function lineRules(queries: Queries): readonly { readonly code: string; readonly broken: SQL | undefined }[] {
  const taskOfCase = queries
    .select(one)
    .from(cases)
    .innerJoin(tasks, eq(tasks.caseId, cases.caseId))
    .where(eq(cases.caseHash, lines.caseHash));
  const emptyCaseInUse = queries
    .select(one)
    .from(cases)
    .innerJoin(tasks, and(eq(tasks.caseId, cases.caseId), ne(tasks.state, 'withdrawn')))
    .where(and(eq(cases.caseHash, lines.caseHash), isNull(cases.content)));
  const chunkOfLine = queries
    .select(one)
    .from(chunks)
    .where(
      and(
        eq(chunks.deliveryKey, lines.deliveryKey),
        eq(chunks.state, 'open'),
        sql`${lines.line} between ${chunks.firstLine} and ${chunks.lastLine}`,
      ),
    );
  const tasked = eq(lines.outcome, 'tasked');
  const mayHaveContent = and(eq(lines.outcome, 'cleared'), isNotNull(lines.keptUntil));
  const decided = and(isNotNull(lines.outcome), isNotNull(lines.content));
  return [
    { code: 'DECIDED_WITH_CONTENT', broken: and(decided, sql`not coalesce(${mayHaveContent}, 0)`) },
    { code: 'UNSCREENED_WITHOUT_CONTENT', broken: and(isNull(lines.outcome), isNull(lines.content)) },
    { code: 'UNSCREENED_WITHOUT_CHUNK', broken: and(isNull(lines.outcome), notExists(chunkOfLine)) },
    { code: 'TASKED_WITHOUT_TASK', broken: and(tasked, or(isNull(lines.caseHash), notExists(taskOfCase))) },
    { code: 'TASKED_WITHOUT_CONTENT', broken: and(tasked, exists(emptyCaseInUse)) },
  ];
}

/** Tasks about planted test persons are deleted once they were found, so the ledger is all there is of them. */
const NOT_OF_CANARIES = 'TASKED_WITHOUT_TASK';

function lineFaults(
  queries: Queries,
  { deliveryKey, sender }: Pick<Reconciliation, 'deliveryKey' | 'sender'>,
): readonly Fault[] {
  const rules = lineRules(queries).filter(({ code }) => sender !== CANARY_SENDER || code !== NOT_OF_CANARIES);
  return rules.map(({ code, broken }) => {
    const found = queries
      .select({ count: count() })
      .from(lines)
      .where(and(eq(lines.deliveryKey, deliveryKey), broken))
      .get();
    return { code, count: found?.count ?? 0 };
  });
}

/**
 * Tasks of cases of which the ledger has no line. They belong to no delivery, so the newest one reports them. The shells
 * of an erased case outlive its lines, because the audit log is read by them.
 */
function tasksWithoutLine(queries: Queries): number {
  const ofCase = queries
    .select(one)
    .from(lines)
    .where(and(eq(lines.caseHash, cases.caseHash), inArray(lines.outcome, ['tasked', 'withdrawn'])));
  const orphans = queries
    .select({ count: count() })
    .from(tasks)
    .innerJoin(cases, eq(cases.caseId, tasks.caseId))
    .where(and(isNotNull(cases.content), notExists(ofCase)))
    .get();
  return orphans?.count ?? 0;
}

const sumOf = (outcomes: OutcomeCounts): number => Object.values(outcomes).reduce((sum, rows) => sum + rows, 0);

/** Proves the ledger of one delivery, or of all accepted ones in the order in which they came, from its rows. */
export function reconcile(queries: Queries, deliveryKey: DeliveryKey | null): readonly Reconciliation[] {
  const accepted = queries
    .select()
    .from(deliveries)
    .where(
      and(
        inArray(deliveries.state, ['screening', 'settled']),
        deliveryKey === null ? undefined : eq(deliveries.deliveryKey, deliveryKey),
      ),
    )
    .orderBy(asc(deliveries.finalisedAt), asc(sql`rowid`))
    .all();
  const orphans = tasksWithoutLine(queries);
  return accepted.map((delivery, index): Reconciliation => {
    const { deliveryId, sender, entryCount: declared } = delivery;
    const { received, outcomes, unscreened } = countLines(queries, delivery.deliveryKey);
    const ofLedger = index === accepted.length - 1 ? [{ code: 'TASK_WITHOUT_LINE', count: orphans }] : [];
    const found = [...lineFaults(queries, delivery), ...ofLedger].filter((fault) => fault.count > 0);
    const ended = sumOf(outcomes);
    return {
      ...{ deliveryKey: delivery.deliveryKey, deliveryId, sender, declared, received, outcomes, unscreened },
      expired: sumOf(expiredLines(queries, delivery.deliveryKey)),
      faults: found,
      balanced: declared === received && received === ended && found.length === 0,
    };
  });
}
