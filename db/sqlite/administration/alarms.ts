import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Alarm, AlarmToRaise } from '../../../src/domain/alarm.ts';
import { type AlarmId, asId, type EpochMs } from '../../../src/domain/ids.ts';
import type { TextParams } from '../../../src/domain/text-code.ts';
import type { AlarmStore } from '../../contract/administration.ts';
import { alarms } from '../../schema/alarms.ts';
import type { Engine, Queries } from '../engine.ts';
import { placeOf } from '../payload.ts';
import { look, transact } from '../transact.ts';

const reasonPlace = (alarmId: AlarmId): string => placeOf('alarms', [alarmId], 'acknowledged_reason');

const openOne = (code: AlarmToRaise['code'], about: string) =>
  and(eq(alarms.code, code), eq(alarms.about, about), isNull(alarms.clearedAt));

function raise(queries: Queries, { code, about, params }: AlarmToRaise, at: EpochMs): AlarmId {
  const known = queries.select({ alarmId: alarms.alarmId }).from(alarms).where(openOne(code, about)).get();
  const text = JSON.stringify(params);
  if (known !== undefined) {
    queries.update(alarms).set({ lastSeenAt: at, params: text }).where(eq(alarms.alarmId, known.alarmId)).run();
    return known.alarmId;
  }
  const alarmId = asId<AlarmId>(randomUUID());
  queries.insert(alarms).values({ alarmId, code, about, params: text, raisedAt: at, lastSeenAt: at }).run();
  return alarmId;
}

function readAlarm({ keyring }: Engine, row: typeof alarms.$inferSelect): Alarm {
  const { acknowledgedReason: sealed, params, ...alarm } = row;
  const acknowledgedReason = sealed === null ? '' : keyring.open(sealed, reasonPlace(row.alarmId)).toString();
  return { ...alarm, params: JSON.parse(params) as TextParams, acknowledgedReason };
}

export function alarmStore(engine: Engine): AlarmStore {
  const { queries, keyring } = engine;
  return {
    raiseAlarm: (access, alarm, at) =>
      transact(engine, access, 'raise_alarm', (tx) => {
        const alarmId = raise(queries, alarm, at);
        tx.note({ alarmId, code: alarm.code });
        return alarmId;
      }),
    clearAlarm: (access, code, about, at) =>
      transact(engine, access, 'clear_alarm', (tx) => {
        const { changes } = queries.update(alarms).set({ clearedAt: at }).where(openOne(code, about)).run();
        tx.note({ code, cleared: changes });
        return changes === 1;
      }),
    acknowledgeAlarm: (access, alarmId, reason, at) =>
      transact(engine, access, 'acknowledge_alarm', (tx) => {
        const acknowledgedReason = keyring.seal(reason, reasonPlace(alarmId));
        const waiting = and(eq(alarms.alarmId, alarmId), isNull(alarms.acknowledgedAt), isNull(alarms.clearedAt));
        const { changes } = queries.update(alarms).set({ acknowledgedAt: at, acknowledgedReason }).where(waiting).run();
        tx.note({ alarmId, acknowledged: changes });
        return changes === 1;
      }),
    listAlarms: (access, which, limit) =>
      look(engine, access, 'list_alarms', () =>
        queries
          .select()
          .from(alarms)
          .where(which === 'open' ? isNull(alarms.clearedAt) : undefined)
          .orderBy(desc(alarms.raisedAt), desc(sql`rowid`))
          .limit(limit)
          .all()
          .map((row) => readAlarm(engine, row)),
      ),
  };
}
