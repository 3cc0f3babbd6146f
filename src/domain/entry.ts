import type { CaseContent } from './case.ts';
import type { CaseNumber, EpochMs, MessageId } from './ids.ts';
import type { PersonIdentity } from './person.ts';

/** Wire: nieuw, wijziging, correctie, identiteit. Each is a full snapshot of its case. */
export type SnapshotKind = 'new' | 'update' | 'correction' | 'identity';

interface EntryBase {
  readonly messageId: MessageId;
  /** `tijdstip`; with the message id it orders the messages of a case. */
  readonly occurredAt: EpochMs;
}

/** A message that says everything about its case: the person and all facts. */
export interface SnapshotEntry extends EntryBase {
  readonly kind: SnapshotKind;
  readonly person: PersonIdentity;
  readonly case: CaseContent;
}

/** `verwijdering`: the case, or some of its facts, must be forgotten. */
export interface RetractionEntry extends EntryBase {
  readonly kind: 'retraction';
  readonly caseNumber: CaseNumber;
  /** Null = the whole case. Otherwise one or more fact numbers. */
  readonly factNumbers: readonly number[] | null;
}

/** One message about a case. */
export type Entry = SnapshotEntry | RetractionEntry;

/** Where a message stands among those of its case: the highest (occurredAt, messageId) is the truth. */
export interface MessageOrder {
  readonly occurredAt: EpochMs;
  readonly messageId: MessageId;
}

/** Negative when `a` is older than `b`, 0 when they are the same message. Message ids compare by code unit. */
export function compareOrder(a: MessageOrder, b: MessageOrder): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt - b.occurredAt;
  if (a.messageId === b.messageId) return 0;
  return a.messageId < b.messageId ? -1 : 1;
}
