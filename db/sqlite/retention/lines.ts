import { and, asc, eq, exists, isNotNull, isNull, lte, ne, notExists, type SQL, sql } from 'drizzle-orm';
import { asEpochMs, type DeliveryKey, type EpochMs } from '../../../src/domain/ids.ts';
import type { RetentionKind } from '../../../src/domain/retention.ts';
import { cases } from '../../schema/cases.ts';
import { deliveries, lines } from '../../schema/deliveries.ts';
import { addExpired } from '../deliveries/expired.ts';
import type { Queries } from '../engine.ts';
import { keptUntil } from '../kept/window.ts';
import { type Finder, type Found, startedBefore } from './found.ts';

type LineRow = Pick<typeof lines.$inferSelect, 'deliveryKey' | 'line' | 'outcome' | 'decidedAt'>;

const thisLine = ({ deliveryKey, line }: LineRow) => and(eq(lines.deliveryKey, deliveryKey), eq(lines.line, line));

/** Deliveries that hold such lines, one by one in the order in which they came: each by itself fits in memory. */
function* linesThat(queries: Queries, which: SQL | undefined, before: EpochMs): Generator<LineRow> {
  const due = and(isNotNull(lines.outcome), lte(lines.decidedAt, before), which);
  const some = queries
    .select({ one: sql`1` })
    .from(lines)
    .where(and(eq(lines.deliveryKey, deliveries.deliveryKey), due));
  const old: readonly { readonly deliveryKey: DeliveryKey }[] = queries
    .select({ deliveryKey: deliveries.deliveryKey })
    .from(deliveries)
    .where(and(lte(deliveries.receivedAt, before), exists(some)))
    .orderBy(asc(deliveries.receivedAt))
    .all();
  for (const { deliveryKey } of old) {
    yield* queries
      .select({ deliveryKey: lines.deliveryKey, line: lines.line, outcome: lines.outcome, decidedAt: lines.decidedAt })
      .from(lines)
      .where(and(eq(lines.deliveryKey, deliveryKey), due))
      .orderBy(asc(lines.decidedAt))
      .all();
  }
}

function lineFinder(
  kind: RetentionKind,
  which: (queries: Queries) => SQL | undefined,
  erase: (queries: Queries, line: LineRow) => void,
): Finder {
  return function* find({ queries }, at): Generator<Found> {
    for (const line of linesThat(queries, which(queries), startedBefore(kind, at))) {
      const startedAt = line.decidedAt ?? at;
      yield { startedAt, firstStoredAt: startedAt, held: false, erase: () => erase(queries, line) };
    }
  };
}

/** A line leaves; how it ended stays in the count of its delivery, so that the ledger can still be added up. */
function deleteLine(queries: Queries, line: LineRow): void {
  queries.delete(lines).where(thisLine(line)).run();
  if (line.outcome !== null) addExpired(queries, line.deliveryKey, line.outcome);
}

/** The marks of a case that somebody has a task in keep the order of its messages, for as long as its content is kept. */
const ofNoKeptCase = (queries: Queries): SQL =>
  notExists(
    queries
      .select({ one: sql`1` })
      .from(cases)
      .where(and(eq(cases.caseHash, lines.caseHash), isNotNull(cases.content))),
  );

/** Screening erases it in the transaction that gives the outcome; this finds what a fault left. */
export const clearedContent = lineFinder(
  'cleared_content',
  () => and(isNotNull(lines.content), isNull(lines.keptUntil)),
  (queries, line) => queries.update(lines).set({ content: null }).where(thisLine(line)).run(),
);

/** Kept for who joins late: until the window closes that it was kept under, or the one that the law of today opens. */
export const unmatchedEntries: Finder = function* find(engine, at) {
  const { queries } = engine;
  const { deliveryKey, line, outcome, decidedAt, keptUntil: until } = lines;
  const rows = queries
    .select({ deliveryKey, line, outcome, decidedAt, until })
    .from(lines)
    .where(and(isNotNull(until), isNotNull(outcome), isNotNull(lines.content)))
    .orderBy(asc(until))
    .all();
  const windowMs = Number(keptUntil(engine, asEpochMs(0), at) ?? 0);
  for (const { until: recorded, ...row } of rows) {
    const firstStoredAt = row.decidedAt ?? at;
    const startedAt = asEpochMs(Math.min(recorded ?? at, firstStoredAt + windowMs));
    const erase = () => queries.update(lines).set({ content: null, keptUntil: null }).where(thisLine(row)).run();
    yield { startedAt, firstStoredAt, held: false, erase };
  }
};

export const clearedShells = lineFinder(
  'cleared_shell',
  (queries) => and(isNull(lines.tombstone), ofNoKeptCase(queries)),
  deleteLine,
);

export const tombstoneLines = lineFinder(
  'tombstone',
  (queries) => and(isNotNull(lines.tombstone), ofNoKeptCase(queries)),
  deleteLine,
);

/** What is left is its place, why it was quarantined, and the message by which it is known whether it came again. */
export const quarantinedLines = lineFinder(
  'quarantined_line',
  () => and(eq(lines.outcome, 'quarantined'), ne(lines.contentHash, '')),
  (queries, line) =>
    queries
      .update(lines)
      .set({ contentHash: '', caseHash: null, occurredAt: null, tombstone: null, content: null })
      .where(thisLine(line))
      .run(),
);

/** Removes what the ledger still has of a case that is forgotten. */
export function deleteLinesOf(queries: Queries, caseHash: string): void {
  const rows = queries
    .select({ deliveryKey: lines.deliveryKey, line: lines.line, outcome: lines.outcome, decidedAt: lines.decidedAt })
    .from(lines)
    .where(and(eq(lines.caseHash, caseHash), isNotNull(lines.outcome)))
    .all();
  for (const row of rows) deleteLine(queries, row);
}
