import type { Wire } from '../intake/wire.ts';
import { message, zaak } from '../intake/wire.ts';

/** One delivery of a scene. */
export interface SceneDelivery {
  readonly sender?: string;
  readonly id: string;
  readonly number: number;
  readonly messages: readonly Wire[];
  /** Its checksum is wrong. */
  readonly broken?: true;
}

/** Deliveries that are each well-formed and do not go together, or not in this order. */
export interface Scene {
  readonly what: string;
  readonly deliveries: readonly SceneDelivery[];
  /** What each is answered, in order: `accepted`, `duplicate` or `refused CODE`. */
  readonly answers: readonly string[];
  /** What became of each line of those that were accepted, in order. */
  readonly outcomes: readonly (readonly string[])[];
  /** The alarms that stand in the end, as `CODE about`, with what is missing of a gap. */
  readonly alarms: readonly string[];
}

/** A message of a stranger, of a case of its own unless said otherwise. */
function of(berichtId: string, changes: Wire = {}): Wire {
  return message({ berichtId, zaak: zaak({ parketnummer: `16-${berichtId}-26` }), ...changes });
}

const later = { tijdstip: '2026-11-19T18:00:00+01:00' };
const sameCase = { zaak: zaak({ parketnummer: '16-000001-26' }) };
const retraction = { soort: 'verwijdering', persoon: undefined, zaak: { parketnummer: '16-000001-26' } };

export const SCENES: readonly Scene[] = [
  {
    what: 'two senders with one delivery id',
    deliveries: [
      { sender: 'JDS', id: 'D-1', number: 1, messages: [of('J-1')] },
      { sender: 'KMAR', id: 'D-1', number: 1, messages: [of('K-1'), of('K-2')] },
    ],
    answers: ['accepted', 'accepted'],
    outcomes: [['cleared no_hit'], ['cleared no_hit', 'cleared no_hit']],
    alarms: [],
  },
  {
    what: 'two senders with one message id for different messages',
    deliveries: [
      { sender: 'JDS', id: 'D-1', number: 1, messages: [of('B-1')] },
      { sender: 'KMAR', id: 'D-1', number: 1, messages: [of('B-1', later), of('B-2')] },
    ],
    answers: ['accepted', 'accepted'],
    outcomes: [['cleared no_hit'], ['quarantined VERSION_CONFLICT', 'cleared no_hit']],
    alarms: [],
  },
  {
    what: 'the same delivery again',
    deliveries: [
      { id: 'D-1', number: 1, messages: [of('B-1')] },
      { id: 'D-1', number: 1, messages: [of('B-1')] },
    ],
    answers: ['accepted', 'duplicate'],
    outcomes: [['cleared no_hit']],
    alarms: [],
  },
  {
    what: 'another delivery under the same id',
    deliveries: [
      { id: 'D-1', number: 1, messages: [of('B-1')] },
      { id: 'D-1', number: 1, messages: [of('B-2')] },
    ],
    answers: ['accepted', 'refused DELIVERY_CONFLICT'],
    outcomes: [['cleared no_hit']],
    alarms: ['DELIVERY_REFUSED JDS/D-1'],
  },
  {
    what: 'a refused delivery that comes again, and is right then',
    deliveries: [
      { id: 'D-1', number: 1, messages: [of('B-1')], broken: true },
      { id: 'D-1', number: 1, messages: [of('B-1')] },
    ],
    answers: ['refused CHECKSUM_MISMATCH', 'accepted'],
    outcomes: [['cleared no_hit']],
    alarms: [],
  },
  {
    what: 'a gap in the sequence numbers',
    deliveries: [
      { id: 'D-1', number: 1, messages: [of('B-1')] },
      { id: 'D-4', number: 4, messages: [of('B-4')] },
    ],
    answers: ['accepted', 'accepted'],
    outcomes: [['cleared no_hit'], ['cleared no_hit']],
    alarms: ['SEQUENCE_GAP JDS 2–3'],
  },
  {
    what: 'a gap of which half returns',
    deliveries: [
      { id: 'D-1', number: 1, messages: [of('B-1')] },
      { id: 'D-4', number: 4, messages: [of('B-4')] },
      { id: 'D-2', number: 2, messages: [of('B-2')] },
    ],
    answers: ['accepted', 'accepted', 'accepted'],
    outcomes: [['cleared no_hit'], ['cleared no_hit'], ['cleared no_hit']],
    alarms: ['SEQUENCE_GAP JDS 3'],
  },
  {
    what: 'a gap that returns',
    deliveries: [
      { id: 'D-1', number: 1, messages: [of('B-1')] },
      { id: 'D-3', number: 3, messages: [of('B-3')] },
      { id: 'D-2', number: 2, messages: [of('B-2')] },
    ],
    answers: ['accepted', 'accepted', 'accepted'],
    outcomes: [['cleared no_hit'], ['cleared no_hit'], ['cleared no_hit']],
    alarms: [],
  },
  {
    what: 'a gap that returns broken',
    deliveries: [
      { id: 'D-1', number: 1, messages: [of('B-1')] },
      { id: 'D-3', number: 3, messages: [of('B-3')] },
      { id: 'D-2', number: 2, messages: [of('B-2')], broken: true },
    ],
    answers: ['accepted', 'accepted', 'refused CHECKSUM_MISMATCH'],
    outcomes: [['cleared no_hit'], ['cleared no_hit']],
    alarms: ['DELIVERY_REFUSED JDS/D-2', 'SEQUENCE_GAP JDS 2'],
  },
  {
    what: 'a sequence number from another world, of which only a hundred are named',
    deliveries: [
      { id: 'D-1', number: 1, messages: [of('B-1')] },
      { id: 'D-2', number: Number.MAX_SAFE_INTEGER, messages: [of('B-2')] },
    ],
    answers: ['accepted', 'accepted'],
    outcomes: [['cleared no_hit'], ['cleared no_hit']],
    alarms: ['SEQUENCE_GAP JDS 2–101, …'],
  },
  {
    what: 'a gap of one sender beside the full row of another',
    deliveries: [
      { sender: 'JDS', id: 'D-1', number: 1, messages: [of('J-1')] },
      { sender: 'KMAR', id: 'D-2', number: 2, messages: [of('K-2')] },
      { sender: 'JDS', id: 'D-3', number: 3, messages: [of('J-3')] },
    ],
    answers: ['accepted', 'accepted', 'accepted'],
    outcomes: [['cleared no_hit'], ['cleared no_hit'], ['cleared no_hit']],
    alarms: ['SEQUENCE_GAP JDS 2'],
  },
  {
    what: 'a message twice in one delivery',
    deliveries: [{ id: 'D-1', number: 1, messages: [of('B-1'), of('B-1'), of('B-2')] }],
    answers: ['accepted'],
    outcomes: [['cleared no_hit', 'superseded repeat', 'cleared no_hit']],
    alarms: [],
  },
  {
    what: 'one message id for two messages in one delivery',
    deliveries: [{ id: 'D-1', number: 1, messages: [of('B-1'), of('B-1', later), of('B-2')] }],
    answers: ['accepted'],
    outcomes: [['cleared no_hit', 'quarantined VERSION_CONFLICT', 'cleared no_hit']],
    alarms: [],
  },
  {
    what: 'an older message after a newer one of its case',
    deliveries: [
      { id: 'D-2', number: 2, messages: [of('B-2', { ...later, ...sameCase })] },
      { id: 'D-1', number: 1, messages: [of('B-1', sameCase), of('B-3')] },
    ],
    answers: ['accepted', 'accepted'],
    outcomes: [['cleared no_hit'], ['superseded older', 'cleared no_hit']],
    alarms: [],
  },
  {
    what: 'a retraction before the message that it takes back',
    deliveries: [
      { id: 'D-2', number: 2, messages: [of('B-2', { ...later, ...retraction })] },
      { id: 'D-1', number: 1, messages: [of('B-1', sameCase), of('B-3')] },
    ],
    answers: ['accepted', 'accepted'],
    outcomes: [['withdrawn retraction'], ['superseded older', 'cleared no_hit']],
    alarms: [],
  },
];
