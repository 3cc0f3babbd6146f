import type { BegunChunk, CaseWrite, ChunkCommit, ChunkResult, LineResult } from '../../../db/contract/chunks.ts';
import type { LineToStore } from '../../../db/contract/deliveries.ts';
import type { Store } from '../../../db/store.ts';
import type { Entry, SnapshotEntry } from '../../../src/domain/entry.ts';
import type { ChunkId, DeliveryKey, SubjectId } from '../../../src/domain/ids.ts';
import type { RatingLevel } from '../../../src/domain/rating.ts';
import type { RegisterRow, Subject } from '../../../src/domain/subject.ts';
import { IMPORTER, MORNING, RECEIVER, WORKER } from './bench.ts';
import { header, hit, rating, registerRow } from './people.ts';

export type WorkingChunk = Extract<BegunChunk, { kind: 'work' }>;

/** Longer than any test lasts, and shorter than a forgotten receipt. */
export const STALE_AFTER_MS = 60_000;

export function linesOf(entries: readonly Entry[]): readonly LineToStore[] {
  return entries.map((entry, index) => ({ kind: 'entry', line: index + 1, entry }));
}

export async function openNew(store: Store, name: string, count: number, sequence = 1): Promise<DeliveryKey> {
  const opened = await store.openDelivery(RECEIVER, header(name, count, sequence), MORNING, STALE_AFTER_MS);
  if (opened.kind !== 'opened') throw new Error(`expected to open ${name}, was ${opened.kind}`);
  return opened.deliveryKey;
}

export interface Delivered {
  readonly deliveryKey: DeliveryKey;
  readonly chunkIds: readonly ChunkId[];
  readonly missing: readonly number[];
}

/** Hands a whole delivery in. */
export async function deliver(
  store: Store,
  name: string,
  entries: readonly Entry[],
  { chunkSize = 100, sequence = 1 } = {},
): Promise<Delivered> {
  const deliveryKey = await openNew(store, name, entries.length, sequence);
  await store.appendLines(RECEIVER, deliveryKey, linesOf(entries), MORNING);
  const finalised = await store.finaliseDelivery(RECEIVER, deliveryKey, chunkSize, MORNING);
  if (finalised === null) throw new Error(`${name} was not receiving`);
  return { deliveryKey, chunkIds: finalised.chunkIds, missing: finalised.missingSequenceNumbers };
}

export async function begin(store: Store, chunkId: ChunkId | undefined): Promise<WorkingChunk> {
  const begun = await store.beginChunk(WORKER, chunkId!, MORNING);
  if (begun.kind !== 'work') throw new Error('expected work');
  return begun;
}

/** A result for a chunk that clears every line, but for what `overrides` say. */
export function resultOf(begun: WorkingChunk, overrides: Partial<ChunkResult> = {}): ChunkResult {
  return {
    chunkId: begun.chunkId,
    attempt: begun.attempt,
    registerVersion: begun.registerVersion,
    modelVersion: '1',
    lines: begun.lines.map(({ line }): LineResult => ({ line, outcome: 'cleared', reason: 'no_hit' })),
    cases: [],
    expectedCases: begun.cases.map(({ caseNumber, version }) => ({ caseNumber, version })),
    expectedDispositions: [],
    inquiries: [],
    counts: {},
    ...overrides,
  };
}

export function commit(store: Store, begun: WorkingChunk, overrides: Partial<ChunkResult> = {}): Promise<ChunkCommit> {
  return store.commitChunk(WORKER, resultOf(begun, overrides), MORNING);
}

/** A task, new, about each of the subjects for the case of an entry. */
export function newTasks(of: SnapshotEntry, subjectIds: readonly SubjectId[], level: RatingLevel = 'high'): CaseWrite {
  const { occurredAt, messageId } = of;
  return {
    caseNumber: of.case.caseNumber,
    content: { order: { occurredAt, messageId }, person: of.person, case: of.case },
    hits: subjectIds.map((subjectId) => hit(subjectId)),
    tasks: subjectIds.map((subjectId) => ({
      kind: 'create',
      subjectId,
      rating: rating(level),
      evidenceHash: 'evidence',
    })),
    retractedUpTo: null,
  };
}

/** Delivers one entry and makes a task of it about each of the subjects. */
export async function deliverTasked(
  store: Store,
  name: string,
  of: SnapshotEntry,
  subjectIds: readonly SubjectId[],
): Promise<Delivered> {
  const delivered = await deliver(store, name, [of]);
  const begun = await begin(store, delivered.chunkIds[0]);
  const lines: readonly LineResult[] = [{ line: 1, outcome: 'tasked', reason: 'new_task' }];
  const done = await commit(store, begun, { lines, cases: [newTasks(of, subjectIds)] });
  if (done.kind !== 'committed') throw new Error(`expected to commit ${name}, was ${done.kind}`);
  return delivered;
}

/** Of a register file without rejected or refused rows and without partners. */
export const NOTHING_ELSE = { rejected: [], unnamed: 0, refused: [], withinInquiry: new Map(), counts: {} } as const;

export async function importRows(store: Store, rows: readonly RegisterRow[], at = MORNING) {
  const register = { ...NOTHING_ELSE, mode: 'snapshot', rows, shrinkLimit: 1, confirmed: false } as const;
  return store.applyRegister(IMPORTER, register, at);
}

/** A register of officers with these personnel numbers, and the subjects that it makes, in the same order. */
export async function registerOf(store: Store, ...personnelNumbers: string[]): Promise<readonly Subject[]> {
  await importRows(
    store,
    personnelNumbers.map((number) => registerRow(number)),
  );
  const page = await store.readRegister(WORKER, 0 as never, null, 1_000);
  return personnelNumbers.map((number) => page.subjects.find((subject) => subject.personnelNumber === number)!);
}
