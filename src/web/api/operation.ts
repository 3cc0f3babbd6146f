import { z } from 'zod';
import type { Purpose } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import type { Alarm } from '../../domain/alarm.ts';
import { type AlarmId, asEpochMs, asId, type DeliveryKey } from '../../domain/ids.ts';
import { iso, isoOrNull } from '../iso.ts';
import { ledgerOf } from '../machine/ledger.ts';
import { apiRoute } from './definition.ts';
import { statisticsSchema } from './statistics-schema.ts';
import { limit, moment } from './task-schemas.ts';

const count = z.int().min(0);

/** The ledger of one delivery, in the words of `ingest --json`. */
const delivery = z.object({
  deliveryKey: z.string(),
  deliveryId: z.string(),
  sender: z.string(),
  sequenceNumber: z.int(),
  status: z.enum(['receiving', 'screening', 'settled', 'refused']),
  received: count,
  tasked: count,
  cleared: count,
  withdrawn: count,
  superseded: count,
  quarantined: count,
  code: z.string().nullable(),
  receivedAt: moment,
  finalisedAt: moment.nullable(),
  settledAt: moment.nullable(),
});

const alarm = z.object({
  alarmId: z.string(),
  code: z.string(),
  about: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  raisedAt: moment,
  lastSeenAt: moment,
  acknowledgedAt: moment.nullable(),
  acknowledgedReason: z.string(),
  clearedAt: moment.nullable(),
});

function alarmJson({ params, ...given }: Alarm): z.input<typeof alarm> {
  return {
    ...given,
    params: { ...params },
    raisedAt: iso(given.raisedAt),
    lastSeenAt: iso(given.lastSeenAt),
    acknowledgedAt: isoOrNull(given.acknowledgedAt),
    clearedAt: isoOrNull(given.clearedAt),
  };
}

const listDeliveries = apiRoute('GET', '/api/deliveries', ['operator', 'senior'], 'Deliveries, newest first', {
  query: z.strictObject({ before: z.iso.datetime().optional(), limit }),
  answer: z.object({ deliveries: z.array(delivery) }),
  async run({ store, accessFor, query }) {
    const before = query.before === undefined ? {} : { before: asEpochMs(Date.parse(query.before)) };
    const found = await store.listDeliveries(accessFor('operate'), { limit: query.limit, ...before });
    return { kind: 'answered', answer: { deliveries: found.map(ledgerOf) } };
  },
});

const showDelivery = apiRoute(
  'GET',
  '/api/deliveries/:deliveryKey',
  ['operator', 'senior'],
  'The ledger of one delivery',
  {
    answer: delivery,
    async run({ store, accessFor, param }) {
      const status = await store.deliveryStatus(accessFor('operate'), asId<DeliveryKey>(param('deliveryKey')));
      return status === null ? { kind: 'unknown' } : { kind: 'answered', answer: ledgerOf(status) };
    },
  },
);

const listAlarms = apiRoute('GET', '/api/alarms', ['operator'], 'Alarms, newest first', {
  query: z.strictObject({ which: z.enum(['open', 'all']).default('open'), limit }),
  answer: z.object({ alarms: z.array(alarm) }),
  async run({ store, accessFor, query }) {
    const alarms = await store.listAlarms(accessFor('operate'), query.which, query.limit);
    return { kind: 'answered', answer: { alarms: alarms.map(alarmJson) } };
  },
});

const acknowledgeAlarm = apiRoute(
  'POST',
  '/api/alarms/:alarmId/acknowledge',
  ['operator'],
  'Records that somebody takes care of an alarm, which stays open until its cause is gone',
  {
    body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
    answer: z.object({ alarmId: z.string(), acknowledged: z.boolean() }),
    async run({ store, accessFor, param, body, now }) {
      const alarmId = asId<AlarmId>(param('alarmId'));
      const done = await store.acknowledgeAlarm(accessFor('operate'), alarmId, body.reason, now);
      return done ? { kind: 'answered', answer: { alarmId, acknowledged: true } } : { kind: 'unknown' };
    },
  },
);

function statisticsPurpose({ roles }: Account): Purpose {
  if (roles.includes('auditor')) return 'audit';
  return roles.includes('operator') ? 'operate' : 'review_task';
}

const statistics = apiRoute(
  'GET',
  '/api/statistics',
  ['reviewer', 'senior', 'auditor', 'operator'],
  'How the review goes: counts only; what the role may not see is null',
  {
    query: z.strictObject({ days: z.coerce.number().pipe(z.int().min(1).max(366)).default(28) }),
    answer: statisticsSchema,
    async run({ store, account, accessFor, query, now }) {
      const found = await store.readStatistics(accessFor(statisticsPurpose(account)), query.days, now);
      return { kind: 'answered', answer: found };
    },
  },
);

/** For those who watch the system, and how the review goes. No person is in any of them. */
export const OPERATION_ROUTES = [listDeliveries, showDelivery, listAlarms, acknowledgeAlarm, statistics] as const;
