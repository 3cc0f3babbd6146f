import type { LineResult } from '../../../db/contract/chunks.ts';
import type { Store } from '../../../db/store.ts';
import type { Access } from '../../../src/domain/access.ts';
import type { SnapshotEntry } from '../../../src/domain/entry.ts';
import type { Band, BsnState, Hit } from '../../../src/domain/hit.ts';
import {
  asEpochMs,
  asId,
  asRegisterVersion,
  type CaseNumber,
  type DeliveryId,
  type EpochMs,
  type MessageId,
  type PersonnelNumber,
} from '../../../src/domain/ids.ts';
import { parsePartialDate } from '../../../src/domain/partial-date.ts';
import type { PersonIdentity } from '../../../src/domain/person.ts';
import type { Rating, RatingLevel } from '../../../src/domain/rating.ts';
import type { RegisterRow, Subject } from '../../../src/domain/subject.ts';
import { MONDAY } from './review-world.ts';

const WORKER: Access = { actor: { kind: 'system', name: 'worker' }, purpose: 'screen_delivery' };
const IMPORTER: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'import_register' };

/** What no response may hold before A is answered. */
export const OFFENCE = 'schending van het ambtsgeheim';
export const RULE = 'T1-D1-F0';

/** A task to be made: one case that hit one subject of the register, and perhaps rivals. */
export interface TaskToMake {
  readonly caseNumber: string;
  /** Number in the register: `P-<n>`. */
  readonly subject: number;
  readonly rivals?: readonly number[];
  readonly rating?: RatingLevel;
  readonly band?: Band;
  readonly bsnState?: BsnState;
  readonly at?: EpochMs;
}

const NOBODY: PersonIdentity = {
  ...{ bsn: null, givenNames: 'Proef', initials: 'P.', particle: '', surname: 'Persoon' },
  birthDate: parsePartialDate('1980-01-01')!,
  ...{ birthPlace: 'Utrecht', birthCountry: 'Nederland', sex: null, aliases: [] },
};

function rowOf(number: number, parts: Partial<RegisterRow>): RegisterRow {
  return {
    personnelNumber: asId<PersonnelNumber>(`P-${number}`),
    kind: 'officer',
    identity: {
      ...NOBODY,
      surname: `Persoon${number}`,
      ...{ callName: '', partnerParticle: '', partnerSurname: '', nameUse: 'own' },
    },
    ...{ organisation: '', unit: 'Basisteam Zuid', position: '', functionClass: 'standard', regime: 'BO' },
    ...{ inServiceFrom: null, inServiceUntil: null, partnerLink: null },
    ...parts,
  };
}

/** Subjects P-1 … P-count, all of "Basisteam Zuid". */
export async function fillRegister(
  store: Store,
  count: number,
  parts: Partial<RegisterRow> = {},
): Promise<readonly Subject[]> {
  const rows = Array.from({ length: count }, (_, index) => rowOf(index + 1, parts));
  const whole = { mode: 'snapshot', rejected: [], refused: [], shrinkLimit: 1, confirmed: true } as const;
  await store.applyRegister(IMPORTER, { ...whole, rows }, MONDAY);
  return (await store.readRegister(IMPORTER, asRegisterVersion(0), null, count)).subjects;
}

function hitOn(subject: Subject, { band = 'likely', bsnState = 'absent' }: TaskToMake): Hit {
  return {
    ...{ subjectId: subject.subjectId, subjectVersion: subject.version, probability: 0.9, band, bsnState },
    evidence: {
      ...{ modelVersion: 'test', priorMilliBits: -10_000, registerSize: 3 },
      terms: [{ attribute: 'surname', level: 'exact', weightMilliBits: 13_170 }],
      ...{ blockingRule: 'test', expectedChancePer10k: 0.1 },
    },
  };
}

function ratingOf({ rating: level = 'medium' }: TaskToMake): Rating {
  return { level, ruleId: RULE, reasons: [], policyVersion: 'test' };
}

function entryOf(task: TaskToMake, messageId: string): SnapshotEntry {
  const fact = {
    ...{ factNumber: 1, provisions: [], qualification: OFFENCE, classification: null },
    ...{ actDate: null, actDateUntil: null, decisions: [], detention: [] },
  };
  return {
    ...{ kind: 'new', messageId: asId<MessageId>(messageId), occurredAt: task.at ?? MONDAY },
    person: { ...NOBODY, surname: `Verdachte${task.caseNumber}` },
    case: { caseNumber: asId<CaseNumber>(task.caseNumber), facts: [fact] },
  };
}

async function deliver(store: Store, delivery: string, entries: readonly SnapshotEntry[], at: EpochMs) {
  const header = {
    ...{ deliveryId: asId<DeliveryId>(delivery), sender: delivery, sequenceNumber: 1, createdAt: at },
    ...{ entryCount: entries.length, sha256: '' },
  };
  const opened = await store.openDelivery(WORKER, header, at, 1000);
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  const lines = entries.map((entry, index) => ({ kind: 'entry' as const, line: index + 1, entry }));
  await store.appendLines(WORKER, opened.deliveryKey, lines, at);
  const finalised = await store.finaliseDelivery(WORKER, opened.deliveryKey, entries.length, at);
  return finalised!.chunkIds[0]!;
}

/** Makes tasks as a worker would: a delivery with one entry for each, screened in one chunk. */
export async function makeTasks(
  store: Store,
  register: readonly Subject[],
  toMake: readonly TaskToMake[],
  delivery = 'test-1',
): Promise<void> {
  const subject = (number: number): Subject =>
    register.find(({ personnelNumber }) => personnelNumber === `P-${number}`)!;
  const at = asEpochMs(Math.max(...toMake.map((task) => task.at ?? MONDAY)));
  const entries = toMake.map((task, index) => entryOf(task, `${delivery}-${index + 1}`));
  const begun = await store.beginChunk(WORKER, await deliver(store, delivery, entries, at), at);
  if (begun.kind !== 'work') throw new Error(begun.kind);
  const pairs = toMake.map((task, index) => {
    const { person, case: content } = entries[index]!;
    return { person, caseNumber: content.caseNumber, subjectId: subject(task.subject).subjectId };
  });
  const known = await store.readPairs(WORKER, pairs);
  const cases = toMake.map((task, index) => {
    const { person, case: content, occurredAt, messageId } = entries[index]!;
    const { subjectId, evidenceHash } = known[index]!;
    return {
      caseNumber: content.caseNumber,
      content: { order: { occurredAt, messageId }, person, case: content },
      hits: [task.subject, ...(task.rivals ?? [])].map((number) => hitOn(subject(number), task)),
      tasks: [{ kind: 'create' as const, subjectId, rating: ratingOf(task), evidenceHash }],
      retractedUpTo: null,
    };
  });
  const lines: LineResult[] = toMake.map((_, index) => ({ line: index + 1, outcome: 'tasked', reason: 'new_task' }));
  const committed = await store.commitChunk(
    WORKER,
    {
      ...{ chunkId: begun.chunkId, attempt: begun.attempt, registerVersion: begun.registerVersion },
      ...{ modelVersion: 'test', lines, cases, expectedCases: [], expectedDispositions: [], counts: {} },
    },
    at,
  );
  if (committed.kind !== 'committed') throw new Error(JSON.stringify(committed));
}
