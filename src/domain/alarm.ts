import type { AlarmId, EpochMs } from './ids.ts';
import type { TextParams } from './text-code.ts';

/** What operators must not miss. */
export type AlarmCode =
  | 'SEQUENCE_GAP'
  | 'DELIVERY_REFUSED'
  | 'DELIVERY_QUARANTINED'
  | 'CHUNK_FAILED'
  | 'ENTRY_UNSCREENED'
  | 'LATE_JOINER'
  | 'INBOX_UNREADABLE'
  | 'INBOX_STUCK'
  | 'VOLUME_LOW'
  | 'CANARY_MISSED'
  | 'CANARY_OVERDUE'
  | 'TASK_TOO_OLD'
  | 'SUBJECT_SCOPE_LOST'
  | 'POLICY_DIFFERS';

export interface AlarmToRaise {
  readonly code: AlarmCode;
  /** What it is about: a sender, a delivery key, an internal id. With the code it names the alarm. */
  readonly about: string;
  /** Figures and ids for the sentence; nothing personal. */
  readonly params: TextParams;
}

export interface Alarm extends AlarmToRaise {
  readonly alarmId: AlarmId;
  readonly raisedAt: EpochMs;
  readonly lastSeenAt: EpochMs;
  readonly acknowledgedAt: EpochMs | null;
  readonly acknowledgedReason: string;
  readonly clearedAt: EpochMs | null;
}
