import type { Brand } from './brand.ts';

/** `leveringId` as the sender wrote it; unique per sender. Matches `[A-Za-z0-9._-]{1,64}`, so it can carry no name. */
export type DeliveryId = Brand<string, 'DeliveryId'>;
/** Internal, random id of a delivery; what jobs and audit rows name. */
export type DeliveryKey = Brand<string, 'DeliveryKey'>;
/** Internal, random id of a chunk: some lines of one delivery that are screened in one transaction. */
export type ChunkId = Brand<string, 'ChunkId'>;
/** `berichtId` as the sender wrote it; unique over all senders. Matches `[A-Za-z0-9._-]{1,64}`. */
export type MessageId = Brand<string, 'MessageId'>;
/** `parketnummer`: identifies a case and, indirectly, a person. Never in logs, queues or audit rows. */
export type CaseNumber = Brand<string, 'CaseNumber'>;
/** Internal, random id of a case. */
export type CaseId = Brand<string, 'CaseId'>;
/** Internal, random id of a subject; stands for the person everywhere outside the sealed payload. */
export type SubjectId = Brand<string, 'SubjectId'>;
/** `officer_id` as HR wrote it. Personal data. */
export type PersonnelNumber = Brand<string, 'PersonnelNumber'>;
export type HitId = Brand<string, 'HitId'>;
export type TaskId = Brand<string, 'TaskId'>;
export type DispositionId = Brand<string, 'DispositionId'>;
export type AccountId = Brand<string, 'AccountId'>;
/** Internal, random id of a token; not the token. */
export type ApiTokenId = Brand<string, 'ApiTokenId'>;
export type BasisId = Brand<string, 'BasisId'>;
export type InquiryId = Brand<string, 'InquiryId'>;
export type AlarmId = Brand<string, 'AlarmId'>;
export type HoldId = Brand<string, 'HoldId'>;
export type ErasureId = Brand<string, 'ErasureId'>;

/** Milliseconds since 1970 UTC. */
export type EpochMs = Brand<number, 'EpochMs'>;
/**
 * Counts the changes in who may be matched: every import that changes something and every change of a legal basis
 * raises it by one. 0 = empty.
 */
export type RegisterVersion = Brand<number, 'RegisterVersion'>;

/** Marks a string as an id of the kind that the context asks for. Only for edges that have just checked or made it. */
export function asId<Id extends string>(value: string): Id {
  return value as Id;
}

export function asEpochMs(value: number): EpochMs {
  return value as EpochMs;
}

export function asRegisterVersion(value: number): RegisterVersion {
  return value as RegisterVersion;
}
