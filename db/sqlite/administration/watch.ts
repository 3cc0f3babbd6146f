import { and, asc, count, desc, eq, gte, inArray, isNotNull, min, ne, notExists, notInArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { CANARY_SENDER } from '../../../src/domain/delivery.ts';
import type { EpochMs } from '../../../src/domain/ids.ts';
import type { WatchFigures, WatchStore } from '../../contract/watch.ts';
import { deliveries, lines } from '../../schema/deliveries.ts';
import { tasks } from '../../schema/tasks.ts';
import { missingNumbers } from '../deliveries/missing.ts';
import type { Engine, Queries } from '../engine.ts';
import { look } from '../transact.ts';
import { oldestUnscreened } from './figures.ts';

const ACCEPTED = inArray(deliveries.state, ['screening', 'settled']);

function oldestOpenTask(queries: Queries): EpochMs | null {
  const found = queries
    .select({ at: min(tasks.createdAt) })
    .from(tasks)
    .where(notInArray(tasks.state, ['closed', 'withdrawn']))
    .get();
  return found?.at ?? null;
}

function gaps(queries: Queries): WatchFigures['gaps'] {
  const senders = queries
    .selectDistinct({ sender: deliveries.sender })
    .from(deliveries)
    .orderBy(asc(deliveries.sender));
  return senders
    .all()
    .map(({ sender }) => ({ sender, missing: missingNumbers(queries, sender) }))
    .filter(({ missing }) => missing.length > 0);
}

function refused(queries: Queries): WatchFigures['refused'] {
  const later = alias(deliveries, 'later');
  const accepted = queries
    .select({ deliveryKey: later.deliveryKey })
    .from(later)
    .where(
      and(
        eq(later.sender, deliveries.sender),
        eq(later.sequenceNumber, deliveries.sequenceNumber),
        inArray(later.state, ['screening', 'settled']),
      ),
    );
  return queries
    .select({ sender: deliveries.sender, deliveryId: deliveries.deliveryId, code: deliveries.code })
    .from(deliveries)
    .where(and(eq(deliveries.state, 'refused'), notExists(accepted)))
    .orderBy(asc(deliveries.receivedAt))
    .all()
    .map(({ code, ...delivery }) => ({ ...delivery, code: code ?? '' }));
}

function poisoned(queries: Queries): WatchFigures['poisoned'] {
  const again = alias(lines, 'again');
  const readable = queries
    .select({ line: again.line })
    .from(again)
    .where(and(eq(again.messageId, lines.messageId), isNotNull(again.outcome), ne(again.outcome, 'quarantined')));
  return queries
    .selectDistinct({ deliveryKey: deliveries.deliveryKey, deliveryId: deliveries.deliveryId })
    .from(deliveries)
    .innerJoin(lines, and(eq(lines.deliveryKey, deliveries.deliveryKey), eq(lines.outcome, 'quarantined')))
    .where(and(eq(lines.reason, 'POISON'), notExists(readable)))
    .orderBy(asc(deliveries.receivedAt))
    .all();
}

type CanaryFigures = Pick<WatchFigures, 'canaries' | 'canariesSettledAt' | 'canariesWaitingSince'>;

function canaries(queries: Queries): CanaryFigures {
  const ofCanaries = eq(deliveries.sender, CANARY_SENDER);
  const last = queries
    .select({ deliveryKey: deliveries.deliveryKey, settledAt: deliveries.settledAt })
    .from(deliveries)
    .where(and(ofCanaries, eq(deliveries.state, 'settled')))
    .orderBy(desc(deliveries.settledAt))
    .limit(1)
    .get();
  const waiting = queries
    .select({ since: min(deliveries.receivedAt) })
    .from(deliveries)
    .where(and(ofCanaries, eq(deliveries.state, 'screening')))
    .get();
  const canariesWaitingSince = waiting?.since ?? null;
  if (last === undefined) return { canaries: [], canariesSettledAt: null, canariesWaitingSince };
  const rows = queries
    .select({ messageId: lines.messageId, outcome: lines.outcome })
    .from(lines)
    .where(eq(lines.deliveryKey, last.deliveryKey))
    .orderBy(asc(lines.line))
    .all();
  const found = rows.flatMap(({ messageId, outcome }) =>
    messageId === null ? [] : [{ messageId, found: outcome === 'tasked' }],
  );
  return { canaries: found, canariesSettledAt: last.settledAt, canariesWaitingSince };
}

const OF_REAL_SENDERS = and(ACCEPTED, isNotNull(deliveries.finalisedAt), ne(deliveries.sender, CANARY_SENDER));

function taken(queries: Queries, since: EpochMs): WatchFigures['taken'] {
  return queries
    .select({ at: deliveries.finalisedAt, entries: deliveries.entryCount })
    .from(deliveries)
    .where(and(OF_REAL_SENDERS, gte(deliveries.finalisedAt, since)))
    .orderBy(asc(deliveries.finalisedAt))
    .all()
    .flatMap(({ at, entries }) => (at === null ? [] : [{ at, entries }]));
}

function quarantined(queries: Queries, since: EpochMs): WatchFigures['quarantined'] {
  const { deliveryKey, deliveryId, entryCount } = deliveries;
  return queries
    .select({ deliveryKey, deliveryId, quarantined: count(), entries: entryCount })
    .from(deliveries)
    .innerJoin(lines, and(eq(lines.deliveryKey, deliveryKey), eq(lines.outcome, 'quarantined')))
    .where(
      and(
        OF_REAL_SENDERS,
        isNotNull(deliveries.settledAt),
        gte(deliveries.finalisedAt, since),
        ne(lines.reason, 'POISON'),
      ),
    )
    .groupBy(deliveryKey)
    .orderBy(asc(deliveries.finalisedAt))
    .all();
}

function firstTaken(queries: Queries): EpochMs | null {
  const found = queries
    .select({ at: min(deliveries.finalisedAt) })
    .from(deliveries)
    .where(OF_REAL_SENDERS)
    .get();
  return found?.at ?? null;
}

export function watchStore(engine: Engine): WatchStore {
  const { queries } = engine;
  return {
    readWatchFigures: (access, takenSince) =>
      look(engine, access, 'read_watch_figures', () => ({
        oldestUnscreenedAt: oldestUnscreened(queries),
        oldestOpenTaskAt: oldestOpenTask(queries),
        gaps: gaps(queries),
        refused: refused(queries),
        poisoned: poisoned(queries),
        ...canaries(queries),
        quarantined: quarantined(queries, takenSince),
        taken: taken(queries, takenSince),
        firstTakenAt: firstTaken(queries),
      })),
  };
}
